import type { JSX } from 'preact';
import type { FigureName } from '../host/dashboard-host.ts';
import type { SheetField } from '../host/panel-settings.ts';
import type { HostSheet } from '../host/summary.ts';
import type { ConfigureModel } from '../models/configure.ts';
import { Choice } from './choice.tsx';
import { figureNote } from './notes.ts';
import { Row } from './row.tsx';

type Named = readonly [FigureName, string];

/** The figures of each panel that a worksheet may show, too. */
const FIGURES_OF: Readonly<Record<string, readonly Named[]>> = {
  'score-rings': [
    ['wonder_score', 'Average WonderScore'],
    ['fans', 'Members'],
    ['high_risk_fans', 'Fans at high risk'],
  ],
  segments: [
    ['fans', 'Members'],
    ['elite', 'Fans in Elite'],
    ['champions', 'Fans in Champions'],
    ['at_risk', 'Fans in At risk'],
    ['high_value', 'Fans in High value'],
    ['inactive', 'Fans in Inactive'],
    ['advocates', 'Fans in Advocates'],
    ['new_members', 'Fans in New members'],
  ],
  churn: [
    ['high_risk_fans', 'Fans at risk'],
    ['value_at_risk', 'Value at risk'],
  ],
};

export interface FigureRowsProps {
  readonly panel: string;
  readonly model: ConfigureModel;
}

/** Which worksheet shows which of the panel's figures; the panel then says whether both agree. */
export function FigureRows({ panel, model }: FigureRowsProps): JSX.Element | null {
  const figures = FIGURES_OF[panel] ?? [];
  if (figures.length === 0) return null;
  const rows = model.figures.value;
  const used = figures.some(([figure]) => (rows[figure]?.source ?? null) !== null);
  const places = placesIn(model.sheets);
  return (
    <details class="figure-rows" open={used}>
      <summary>Same figures in worksheets</summary>
      <p class="figure-why">
        Optional. Choose a worksheet of one row that shows the same figure: the panel then says
        whether both agree.
      </p>
      {figures.map(([figure, label]) => {
        const { source = null, check = null } = rows[figure] ?? {};
        return (
          <Row key={figure} id={figure} label={label} note={figureNote(check)}>
            <Choice
              label={`${label}: worksheet`}
              value={source === null ? '' : keyOf(source)}
              describedBy={`${figure}-note`}
              invalid={check?.kind === 'wrong'}
              options={[
                { value: '', label: 'None' },
                ...withChosen(places, source).map((place) => ({
                  value: keyOf(place),
                  label: keyOf(place),
                })),
              ]}
              onChange={(key) =>
                model.setFigure(figure, places.find((place) => keyOf(place) === key) ?? null)
              }
            />
          </Row>
        );
      })}
    </details>
  );
}

/** Every number of every worksheet. */
function placesIn(sheets: readonly HostSheet[]): readonly SheetField[] {
  return sheets.flatMap(({ name, columns }) =>
    columns
      .filter(({ type }) => type === 'number')
      .map((column) => ({ worksheet: name, field: column.name })),
  );
}

/** What was chosen stays, also where the worksheet has it no longer. */
function withChosen(
  places: readonly SheetField[],
  chosen: SheetField | null,
): readonly SheetField[] {
  const isThere = chosen === null || places.some((place) => keyOf(place) === keyOf(chosen));
  return isThere ? places : [chosen, ...places];
}

function keyOf({ worksheet, field }: SheetField): string {
  return `${worksheet}: ${field}`;
}
