import type { JSX } from 'preact';
import type { ChurnData } from '../../models/churn.ts';
import type { Format } from '../../ui/format.ts';
import { TIERS } from './bins.ts';
import { isNarrowed } from './context.ts';
import { qualityFigures } from './quality-figures.ts';

export interface ChurnTablesProps {
  readonly data: ChurnData;
  readonly format: Format;
}

/** Everything the charts show, as tables. */
export function ChurnTables(props: ChurnTablesProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class="tables" tabIndex={0} aria-label="Churn as tables">
      <RiskTable {...props} />
      <DriverTable {...props} />
      <QualityTables {...props} />
    </section>
  );
}

function RiskTable({ data, format }: ChurnTablesProps): JSX.Element {
  return (
    <table>
      <caption class="caption">{`Members by churn risk and tier; hidden: so that no group under ${format.count(data.minimum)} can be told`}</caption>
      <thead>
        <tr>
          <th scope="col">Risk</th>
          <th scope="col" class="number">
            All
          </th>
          {TIERS.map((tier) => (
            <th key={tier} scope="col" class="number">
              {tier}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.histogram_bins.map(({ from, to, fans }) => (
          <tr key={from}>
            <th scope="row">
              {from} to {to}
            </th>
            <Count fans={fans} format={format} />
            {TIERS.map((tier) => {
              const cell = data.histogram.find((each) => each.tier === tier && each.from === from);
              return <Count key={tier} fans={cell?.fans ?? null} format={format} />;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CountProps {
  readonly fans: number | null;
  readonly format: Format;
}

function Count({ fans, format }: CountProps): JSX.Element {
  return (
    <td class="number">{fans === null ? <span class="quiet">hidden</span> : format.count(fans)}</td>
  );
}

function DriverTable({ data, format }: ChurnTablesProps): JSX.Element {
  return (
    <table>
      <caption class="caption">What drives the risk of those at risk</caption>
      <thead>
        <tr>
          <th scope="col">Driver</th>
          <th scope="col" class="number">
            Points
          </th>
          <th scope="col" class="number">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {data.drivers.map(({ feature, label, points, share }) => (
          <tr key={feature}>
            <th scope="row">{label}</th>
            <td class="number">{format.score(points, [])}</td>
            <td class="number">{format.weight(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function QualityTables({ data, format }: ChurnTablesProps): JSX.Element | null {
  const { model } = data;
  if (model === null) return null;
  const about = isNarrowed(data) ? ', of all members' : '';
  return (
    <>
      <table>
        <caption class="caption">{`How good the model is${about}`}</caption>
        <tbody>
          {qualityFigures(model, format).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption class="caption">{`Predicted against actual lapse rate${about}`}</caption>
        <thead>
          <tr>
            <th scope="col">Risk scale</th>
            <th scope="col" class="number">
              Predicted
            </th>
            <th scope="col" class="number">
              Actual
            </th>
            <th scope="col" class="number">
              Fans
            </th>
          </tr>
        </thead>
        <tbody>
          {model.calibration.map(({ from, to, rows, predicted, observed }) => (
            <tr key={from}>
              <th scope="row">
                {format.weight(from)} to {format.weight(to)}
              </th>
              <td class="number">{predicted === null ? '–' : format.share(predicted)}</td>
              <td class="number">{observed === null ? '–' : format.share(observed)}</td>
              <td class="number">{format.count(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
