import { FIELD_LABELS } from '../host/field-names.ts';
import type { MappedField } from '../host/panel-settings.ts';
import type { FigureCheck } from '../models/check-figure.ts';
import type { ServiceCheck } from '../models/check-service.ts';
import type { FieldRow } from '../models/configure.ts';
import type { Note } from './row.tsx';

/** What is to be said about the service's address. */
export function serviceNote(check: ServiceCheck): Note {
  if (check.kind === 'checking') return { kind: 'plain', text: 'Asking the service…' };
  return check.kind === 'good'
    ? {
        kind: 'good',
        text: `Connected. Version ${check.version}, compatible. A panel talks to the service it was added from; for another service, add the panel from there.`,
      }
    : { kind: 'wrong', text: check.text };
}

/** What is to be said about what stands for a field. */
export function fieldNote(field: MappedField, { source, guessed, check }: FieldRow): Note {
  if (source === null) return { kind: 'plain', text: `Optional. ${WITHOUT[field]}` };
  if ('parameter' in source) {
    return {
      kind: 'info',
      text: 'A parameter of the dashboard. All, or nothing, means no filter.',
    };
  }
  if (!('field' in source)) return { kind: 'wrong', text: 'Choose the field of this worksheet.' };
  if (check === null || check.kind === 'checking') {
    return { kind: 'plain', text: 'Reading a sample of its values…' };
  }
  if (check.kind === 'wrong') {
    const rest =
      field === 'wonder_id'
        ? 'Choose the field that holds wonder ids.'
        : 'Choose the field that holds names.';
    const what = field === 'wonder_id' ? 'fan' : FIELD_LABELS[field].toLowerCase();
    return { kind: 'wrong', text: `Values such as “${check.example}” match no ${what}. ${rest}` };
  }
  const by = guessed ? 'Found by its name; ' : '';
  if (check.kind === 'unknown') {
    return {
      kind: 'info',
      text: capitalised(`${by}its values could not be checked: none are shown now.`),
    };
  }
  const { matched, sampled } = check;
  return { kind: 'info', text: capitalised(`${by}${matched} of ${sampled} sampled values match.`) };
}

/** What is to be said about the worksheet that shows a figure. */
export function figureNote(check: FigureCheck | null): Note | null {
  switch (check?.kind) {
    case undefined:
      return null;
    case 'checking':
      return { kind: 'plain', text: 'Reading the worksheet…' };
    case 'unknown':
      return { kind: 'info', text: 'It shows no number now, so nothing can be compared.' };
    case 'good':
      return { kind: 'info', text: `It shows ${check.value} now.` };
    case 'wrong':
      return {
        kind: 'wrong',
        text: `It has ${check.rows} rows. Choose one with a single row, or none.`,
      };
  }
}

const WITHOUT: Readonly<Record<MappedField, string>> = {
  wonder_id: 'Without it, a selected fan is not shown.',
  sport: 'Without it, sport filters are not followed.',
  affiliation: 'Without it, affiliation filters are not followed.',
  loyalty_tier: 'Without it, loyalty filters are not followed.',
  tier: 'Without it, tier selections do not filter worksheets.',
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
