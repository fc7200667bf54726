import type { JSX } from 'preact';
import type { FigureName, HostFigures } from '../../host/dashboard-host.ts';
import { agreementOf, type OwnFigures } from '../../models/agreement.ts';
import { AgreementTick } from '../../ui/agreement.tsx';
import type { Format } from '../../ui/format.ts';

export interface AgreementProps {
  readonly worksheets: HostFigures;
  readonly ours: OwnFigures;
  readonly format: Format;
}

/** Whether the dashboard's own worksheets show the figures that the panel shows. */
export function Agreement({ worksheets, ours, format }: AgreementProps): JSX.Element | null {
  const found = agreementOf(worksheets, ours);
  return found && <AgreementTick agrees={found.agrees} worksheet={written(found, format)} />;
}

/** "412 in At risk": the number as the panel writes it, and of what. */
function written(
  { figure, worksheet }: { readonly figure: FigureName; readonly worksheet: number },
  format: Format,
): string {
  if (figure === 'wonder_score') return format.score(worksheet);
  if (figure === 'value_at_risk') return `${format.money(worksheet)} at risk`;
  const name = figure.charAt(0).toUpperCase() + figure.slice(1).replace('_', ' ');
  return `${format.count(worksheet)} ${COUNTED[figure] ?? `in ${name}`}`;
}

const COUNTED: Partial<Record<FigureName, string>> = { fans: 'members', high_risk_fans: 'at risk' };
