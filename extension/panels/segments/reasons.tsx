import type { JSX } from 'preact';
import { RiskReasons } from '../shared/risk-reasons.tsx';
import type { PanelContext } from './context.ts';

/** The reasons of the card's fan, once they are there. */
export function Reasons({ model, format }: PanelContext): JSX.Element | null {
  const { card } = model;
  const state = card.risk.value;
  if (state.kind === 'failed') return <p class="caption">The reasons did not load.</p>;
  // What is known may still be about the fan of before.
  if (state.kind !== 'ready' || state.data.wonder_id !== card.fan.value) return null;
  return <RiskReasons fan={state.data} format={format} />;
}
