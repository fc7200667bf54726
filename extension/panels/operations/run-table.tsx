import { Fragment, type JSX } from 'preact';
import type { Run } from '../../../server/contract/index.ts';
import type { AnsweredProps } from './answered.tsx';
import { durationWords, tookOf } from './durations.ts';
import { Mark } from './mark.tsx';
import { canRetry, reasonOf, resultOf } from './run-result.ts';
import { stageName, stageWord } from './stage-words.ts';

const COLUMNS = 6;
const KEY = [
  { statuses: ['succeeded'], word: 'done' },
  { statuses: ['skipped', 'pending'], word: 'not run' },
  { statuses: ['failed', 'refused'], word: 'failed' },
] as const;

/** The last runs; each opens to its stages. */
export function RunTable(props: AnsweredProps): JSX.Element {
  const { shown } = props;
  const { runs } = shown.data;
  if (runs.length === 0) return <p class="quiet">No run is recorded yet.</p>;
  return (
    <table class="ops-runs">
      <caption>Runs</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" class="col-stages">
            Stages <StageKey runs={runs} />
          </th>
          <th scope="col">Result</th>
          <th scope="col" class="number col-fans">
            Fans
          </th>
          <th scope="col" class="number col-took">
            Took
          </th>
          <th scope="col" class="number col-retry">
            <span class="unseen">Try again</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRows key={run.run_id} {...props} run={run} />
        ))}
      </tbody>
    </table>
  );
}

interface RunProps extends AnsweredProps {
  readonly run: Run;
}

function RunRows(row: RunProps): JSX.Element {
  const { model, format, shown } = row;
  // The run in flight is told of more often than the list is read.
  const live = model.live.value?.run;
  const run = live?.run_id === row.run.run_id ? live : row.run;
  const props = { ...row, run };
  const { word, tone } = resultOf(run);
  const reason = reasonOf(run);
  const isOpen = model.opened.value === run.run_id;
  const took = tookOf(run);
  const toggle = (): void => {
    model.opened.value = isOpen ? null : run.run_id;
  };
  return (
    <Fragment>
      <tr class={reason === null && !isOpen ? '' : 'ops-run-more'}>
        <th scope="row">
          <button
            type="button"
            class="link-button"
            aria-expanded={isOpen}
            aria-label={`Stages of the run for ${format.day(run.score_date)}`}
            onClick={toggle}
          >
            {format.day(run.score_date)}
          </button>
        </th>
        <td class="col-stages">
          <StageSquares run={run} />
        </td>
        <td class={`ops-result ops-text-${tone}`}>
          <Mark tone={tone} />
          {word}
        </td>
        <td class="number col-fans">{run.fans === null ? '–' : format.count(run.fans)}</td>
        <td class="number col-took">{took === null ? '–' : durationWords(took, format)}</td>
        <td class="number col-retry">
          {shown.data.extracts !== null && canRetry(run) ? (
            <button
              type="button"
              class="link-button"
              aria-label={`Retry the run for ${format.day(run.score_date)}`}
              disabled={model.ordering.value || model.live.value !== null}
              onClick={() => model.retryRun(run.run_id)}
            >
              Retry
            </button>
          ) : null}
        </td>
      </tr>
      {reason === null ? null : (
        <tr class={isOpen ? 'ops-run-more' : ''}>
          <td colSpan={COLUMNS} class="ops-reason">
            <b>{run.status === 'refused' ? 'Check refused this run:' : 'Why:'}</b> {reason}
          </td>
        </tr>
      )}
      {isOpen ? (
        <tr>
          <td colSpan={COLUMNS} class="ops-detail">
            <StageTable {...props} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

/** What each shape of the squares means, as far as there are such. */
function StageKey({ runs }: { readonly runs: readonly Run[] }): JSX.Element {
  const found = new Set(runs.flatMap(({ stages }) => stages.map(({ status }) => status)));
  const shapes = KEY.filter(({ statuses }) => statuses.some((status) => found.has(status)));
  return (
    <span class="ops-key" aria-hidden="true">
      {shapes.map(({ statuses: [status], word }) => (
        <span key={word}>
          <i class={`ops-square ops-square-${status}`} /> {word}
        </span>
      ))}
    </span>
  );
}

/** One square per stage, told apart by shape: filled, hollow, a triangle. */
function StageSquares({ run }: { readonly run: Run }): JSX.Element {
  const words = run.stages.map((stage) => `${stageName(stage)} ${stageWord(stage).toLowerCase()}`);
  return (
    <span class="ops-squares" role="img" aria-label={words.join(', ')}>
      {run.stages.map((stage, index) => (
        <span
          key={stage.name}
          class={`ops-square ops-square-${stage.status}`}
          title={words[index]}
        />
      ))}
    </span>
  );
}

function StageTable({ run, format }: RunProps): JSX.Element {
  return (
    <table class="ops-stage-table">
      <caption class="unseen">Stages of the run for {format.day(run.score_date)}</caption>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Status</th>
          <th scope="col" class="number">
            Rows
          </th>
          <th scope="col" class="number">
            Attempts
          </th>
          <th scope="col" class="number">
            Took
          </th>
          <th scope="col">Remark</th>
        </tr>
      </thead>
      <tbody>
        {run.stages.map((stage) => (
          <tr key={stage.name}>
            <th scope="row">{stageName(stage)}</th>
            <td
              class={stage.status === 'failed' || stage.status === 'refused' ? 'ops-text-bad' : ''}
            >
              {stageWord(stage)}
            </td>
            <td class="number">{stage.rows ? format.count(stage.rows) : '–'}</td>
            <td class="number">{format.count(stage.attempts)}</td>
            <td class="number">
              {stage.duration_ms === null ? '–' : durationWords(stage.duration_ms, format)}
            </td>
            <td class="ops-remark">{stage.error ?? stage.skipped_because ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
