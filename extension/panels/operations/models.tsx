import type { JSX } from 'preact';
import type { ModelList as Models } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { Mark } from './mark.tsx';
import { kindName, modelQuality, modelState } from './model-words.ts';

export interface ModelListProps {
  readonly models: Models;
  readonly format: Format;
}

const SHOWN = 4;

/** What was trained, how good it is, which one is used, and why others are not. */
export function ModelList({ models, format }: ModelListProps): JSX.Element {
  return (
    <section class="ops-list ops-models" aria-label="Models">
      <h2>Models</h2>
      {models.items.length + models.refusals.length === 0 ? (
        <p class="quiet">None is trained yet; risk is the rule-based one.</p>
      ) : null}
      <ul>
        {models.items.slice(0, SHOWN).map((model) => (
          <li key={model.version}>
            <Mark tone={model.published ? 'good' : 'quiet'} />
            <span class="ops-name">
              {kindName(model.kind)} of {format.day(model.snapshot_date)}
              {model.refused_because === null ? null : <small>{model.refused_because}</small>}
            </span>
            <span class="ops-value">
              {[modelQuality(model, format), modelState(model)]
                .filter((word) => word !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
        {models.refusals.slice(0, 2).map((refusal) => (
          <li key={`${refusal.kind} ${refusal.at}`}>
            <Mark tone="warn" />
            <span class="ops-name">
              {kindName(refusal.kind)}
              <small>{refusal.reason}</small>
            </span>
            <span class="ops-value ops-text-warn">Not trained</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
