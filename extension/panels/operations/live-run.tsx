import type { JSX } from 'preact';
import type { RunEvent } from '../../../server/contract/index.ts';
import type { AnsweredProps } from './answered.tsx';
import { durationWords } from './durations.ts';
import { stageName } from './stage-words.ts';
import { triggerWords } from './trigger-words.ts';

export interface LiveRunProps extends AnsweredProps {
  readonly event: RunEvent;
}

/** The run in flight: how far it is, stage by stage. */
export function LiveRun({ event, model, format, shown }: LiveRunProps): JSX.Element {
  const { run } = event;
  const isDone = (status: string) => status === 'succeeded' || status === 'skipped';
  const done = run.stages.filter(({ status }) => isDone(status)).length;
  const current = run.stages.find(({ status }) => status === 'running');
  return (
    <section class="ops-live" aria-label="Run in flight">
      <div class="ops-live-head">
        <b>Run for {format.day(run.score_date)}</b>
        <span class="ops-live-trigger quiet">{triggerWords(run)}</span>
        <span class="number">
          {format.count(done)} of {format.count(run.stages.length)} stages
        </span>
        {shown.data.extracts === null || run.published ? null : (
          <button
            type="button"
            class="link-button"
            disabled={model.ordering.value}
            onClick={() => model.cancel(run.run_id)}
          >
            Cancel
          </button>
        )}
      </div>
      <progress class="unseen" max={run.stages.length} value={done}>
        {current === undefined ? 'Starting' : stageName(current)}
      </progress>
      <ol class="ops-stages">
        {run.stages.map((stage) => (
          <li key={stage.name} class={`ops-stage ops-stage-${stage.status}`}>
            <span class="ops-stage-bar" />
            <span class="ops-stage-name">{stageName(stage)}</span>
            <span class="ops-stage-time number">
              {stage.duration_ms === null ? '' : durationWords(stage.duration_ms, format)}
            </span>
          </li>
        ))}
      </ol>
      {current?.error == null ? null : (
        <p class="ops-live-error">
          {stageName(current)} failed and is tried again: {current.error}
        </p>
      )}
    </section>
  );
}
