import type { JSX } from 'preact';
import { FIELD_LABELS } from '../host/field-names.ts';
import type { MappedField } from '../host/panel-settings.ts';
import type { HostSheet } from '../host/summary.ts';
import { type ConfigureModel, type FieldRow, isWrong } from '../models/configure.ts';
import { Choice } from './choice.tsx';
import { fieldNote } from './notes.ts';
import { Row } from './row.tsx';

const PARAMETER = 'parameter:';
const SHEET = 'sheet:';

export interface FieldRowViewProps {
  readonly model: ConfigureModel;
  readonly field: MappedField;
  readonly row: FieldRow;
}

/** Which worksheet and field, or which parameter, means a field of ours. */
export function FieldRowView({ model, field, row }: FieldRowViewProps): JSX.Element {
  const { sheets, parameters, setSource } = model;
  const label = FIELD_LABELS[field];
  const { source } = row;
  const worksheet = source !== null && 'worksheet' in source ? source.worksheet : null;
  const chosen = source !== null && 'field' in source ? source.field : '';
  const place = source === null ? '' : placeOf(source);
  const choosePlace = (value: string): void => {
    if (value.startsWith(PARAMETER)) {
      setSource(field, { parameter: value.slice(PARAMETER.length) });
    } else {
      setSource(field, value === '' ? null : { worksheet: value.slice(SHEET.length) });
    }
  };
  return (
    <Row id={field} label={label} note={fieldNote(field, row)}>
      <Choice
        label={`${label}: worksheet`}
        value={place}
        describedBy={`${field}-note`}
        options={[
          { value: '', label: 'Not mapped' },
          ...sheets.map(({ name }) => ({ value: `${SHEET}${name}`, label: name })),
        ]}
        more={{
          heading: 'Parameters',
          options:
            field === 'wonder_id'
              ? []
              : parameters.map((name) => ({ value: `${PARAMETER}${name}`, label: name })),
        }}
        onChange={choosePlace}
      />
      {worksheet === null ? null : (
        <Choice
          label={`${label}: field`}
          value={chosen}
          describedBy={`${field}-note`}
          invalid={isWrong(row)}
          options={[
            { value: '', label: 'Choose a field' },
            ...columnsOf(sheets, { worksheet, chosen }).map((name) => ({
              value: name,
              label: name,
            })),
          ]}
          onChange={(name) =>
            setSource(field, name === '' ? { worksheet } : { worksheet, field: name })
          }
        />
      )}
    </Row>
  );
}

function placeOf(source: NonNullable<FieldRow['source']>): string {
  return 'parameter' in source ? `${PARAMETER}${source.parameter}` : `${SHEET}${source.worksheet}`;
}

/** Fields of text; the chosen one stays, also where the worksheet has it no longer. */
function columnsOf(
  sheets: readonly HostSheet[],
  { worksheet, chosen }: { readonly worksheet: string; readonly chosen: string },
): readonly string[] {
  const columns = sheets.find(({ name }) => name === worksheet)?.columns ?? [];
  const texts = columns.filter(({ type }) => type === 'text').map(({ name }) => name);
  return chosen === '' || texts.includes(chosen) ? texts : [chosen, ...texts];
}
