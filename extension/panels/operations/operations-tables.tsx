import type { JSX } from 'preact';
import type { OperationsData } from '../../models/operations.ts';
import type { Format } from '../../ui/format.ts';
import { kindName, modelName } from '../shared/model-name.ts';
import { durationWords, tookOf } from './durations.ts';
import { extractWords } from './extract-words.ts';
import { modelQuality, modelState, modelWarning } from './model-words.ts';
import { reasonOf, resultOf } from './run-result.ts';
import { sourceName } from './source-words.ts';
import { stageName, stageWord } from './stage-words.ts';
import { triggerWords } from './trigger-words.ts';

export interface OperationsTablesProps {
  readonly data: OperationsData;
  readonly format: Format;
}

const NONE = '–';

/** Everything the panel draws, as tables, with what it has no room for. */
export function OperationsTables(props: OperationsTablesProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class="tables" tabIndex={0} aria-label="Operations as tables">
      <RunsTable {...props} />
      <StagesTable {...props} />
      <SourcesTable {...props} />
      <ExtractsTable {...props} />
      <ModelsTable {...props} />
    </section>
  );
}

function RunsTable({ data, format }: OperationsTablesProps): JSX.Element {
  return (
    <table>
      <caption class="caption">Runs, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Started</th>
          <th scope="col">Result</th>
          <th scope="col" class="number">
            Fans
          </th>
          <th scope="col" class="number">
            Took
          </th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {data.runs.map((run) => {
          const took = tookOf(run);
          return (
            <tr key={run.run_id}>
              <th scope="row">{format.day(run.score_date)}</th>
              <td>
                {run.started_at === null ? NONE : format.moment(run.started_at)} {triggerWords(run)}
              </td>
              <td>{resultOf(run).word}</td>
              <td class="number">{run.fans === null ? NONE : format.count(run.fans)}</td>
              <td class="number">{took === null ? NONE : durationWords(took, format)}</td>
              <td>{reasonOf(run) ?? ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function StagesTable({ data, format }: OperationsTablesProps): JSX.Element | null {
  const [first] = data.runs;
  if (first === undefined) return null;
  return (
    <table>
      <caption class="caption">What each stage took; a word where it did not end well</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {first.stages.map((stage) => (
            <th key={stage.name} scope="col" class="number">
              {stageName(stage)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.runs.map((run) => (
          <tr key={run.run_id}>
            <th scope="row">{format.day(run.score_date)}</th>
            {run.stages.map((stage) => (
              <td key={stage.name} class="number">
                {stage.status === 'succeeded' && stage.duration_ms !== null
                  ? durationWords(stage.duration_ms, format)
                  : stageWord(stage)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SourcesTable({ data, format }: OperationsTablesProps): JSX.Element {
  return (
    <table>
      <caption class="caption">Source freshness</caption>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Newest day</th>
          <th scope="col" class="number">
            Days late
          </th>
          <th scope="col" class="number">
            Rows
          </th>
        </tr>
      </thead>
      <tbody>
        {data.operations.sources.map((source) => (
          <tr key={source.source_table}>
            <th scope="row">{sourceName(source)}</th>
            <td>{source.newest_day === null ? NONE : format.day(source.newest_day)}</td>
            <td class="number">
              {source.days_late === null ? NONE : format.count(source.days_late)}
            </td>
            <td class="number">{format.count(source.rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ExtractsTable({ data, format }: OperationsTablesProps): JSX.Element | null {
  const items = data.extracts?.items ?? [];
  if (items.length === 0) return null;
  return (
    <table>
      <caption class="caption">Extracts</caption>
      <thead>
        <tr>
          <th scope="col">Extract</th>
          <th scope="col">Last refresh</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.kind}:${item.name}`}>
            <th scope="row">{item.name}</th>
            <td>{extractWords(item, format).words}</td>
            <td>{item.last_job?.error ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ModelsTable({ data, format }: OperationsTablesProps): JSX.Element | null {
  const { items = [], refusals = [] } = data.models ?? {};
  if (items.length + refusals.length === 0) return null;
  return (
    <table>
      <caption class="caption">Models, and trainings that made none</caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">Trained</th>
          <th scope="col">Quality</th>
          <th scope="col">State</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {items.map((model) => (
          <tr key={model.version}>
            <th scope="row">{modelName(model, format)}</th>
            <td>{format.moment(model.trained_at)}</td>
            <td>{modelQuality(model, format)}</td>
            <td>{modelState(model)}</td>
            <td>{model.refused_because ?? modelWarning(model) ?? ''}</td>
          </tr>
        ))}
        {refusals.map(({ kind, at, reason }) => (
          <tr key={`${kind} ${at}`}>
            <th scope="row">{kindName(kind)}</th>
            <td>{format.moment(at)}</td>
            <td />
            <td>Not trained</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
