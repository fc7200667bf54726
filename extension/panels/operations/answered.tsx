import type { JSX } from 'preact';
import type { Ready } from '../../models/loader.ts';
import type { OperationsData } from '../../models/operations.ts';
import { Banner } from '../../ui/banner.tsx';
import { Bone } from '../../ui/bone.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { type Tool, Tools, takeAwayTools } from '../../ui/tools.tsx';
import { failureWords } from '../shared/failure-words.ts';
import { extractBecause } from '../shared/stale-words.ts';
import { type PanelContext, THINGS, TITLE } from './context.ts';
import { ExtractList, ExtractSummary } from './extracts.tsx';
import { Head, type HeadProps } from './head.tsx';
import { headlineOf } from './headline-words.ts';
import { LiveRun } from './live-run.tsx';
import { ModelList } from './models.tsx';
import { noticeWords } from './notice-words.ts';
import { operationsFile, operationsFileName } from './operations-file.ts';
import type { OperationsTablesProps } from './operations-tables.tsx';
import { RunTable } from './run-table.tsx';
import { SourceList } from './sources.tsx';

const OperationsTables = lazyPart<OperationsTablesProps>(
  async () => (await import('./operations-tables.tsx')).OperationsTables,
  () => <Bone width="60%" height="10px" />,
);

export interface AnsweredProps extends PanelContext {
  readonly shown: Ready<OperationsData>;
}

/** What ran, what runs, and how fresh everything is. */
export function Answered(props: AnsweredProps): JSX.Element {
  const { shown, model, host, format, now } = props;
  const { data } = shown;
  const { published, schedule } = data.operations;
  const headline = headlineOf(data, format);
  const notice = model.notice.value;
  const said = notice === null ? null : noticeWords(notice, format);
  const age = Math.max(now - shown.loadedAt, 0) / 1000;
  const outdated = published && extractBecause(published, host, format);
  const trouble = shown.trouble === null ? null : failureWords(shown.trouble, THINGS, format);
  return (
    <Frame
      title={TITLE}
      context={data.extracts === null ? 'Read only' : 'Admin'}
      tools={<Tools tools={toolsOf(props)} />}
      busy={shown.busy && shown.trouble !== null}
      news={said ?? `${headline.lead} ${headline.rest}`}
      banner={
        trouble === null ? (
          outdated && <Banner action={null}>{outdated}</Banner>
        ) : (
          <Banner
            action={
              <button type="button" class="link-button" onClick={model.retry}>
                Try again
              </button>
            }
          >
            {`${trouble.title}; this is what was known before.`}
          </Banner>
        )
      }
      footer={
        <>
          <span class="foot-date">
            {trouble === null ? null : <b class="foot-stale foot-warn">Stale. </b>}
            {published === null
              ? 'Nothing is published'
              : `Data to ${format.day(published.data_as_of ?? published.score_date)}`}
          </span>
          {published === null ? null : (
            <span class="foot-run">Scored {format.moment(published.calculated_at)}</span>
          )}
          <span class="foot-age">Loaded {format.ago(age)}</span>
          <span class="foot-remark">
            {schedule.next_run_at === null
              ? 'Runs are started by hand'
              : `Next run ${format.moment(schedule.next_run_at)}`}
          </span>
        </>
      }
    >
      {model.asTable.value ? (
        <OperationsTables data={data} format={format} />
      ) : (
        <Parts {...props} headline={headline} notice={said} />
      )}
    </Frame>
  );
}

function Parts(props: HeadProps): JSX.Element {
  const { model, format, shown } = props;
  const { data } = shown;
  const live = model.live.value;
  return (
    <div class="ops">
      <Head {...props} />
      {live === null ? null : <LiveRun {...props} event={live} />}
      {data.extracts === null ? null : <ExtractSummary extracts={data.extracts} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section class="ops-parts" aria-label="Runs, extracts, sources and models" tabIndex={0}>
        <div class="ops-main">
          <RunTable {...props} />
          {data.models === null ? null : <ModelList {...props} models={data.models} />}
        </div>
        <div class="ops-side">
          {data.extracts === null ? null : <ExtractList {...props} extracts={data.extracts} />}
          <SourceList operations={data.operations} format={format} />
        </div>
      </section>
    </div>
  );
}

function toolsOf({ model, tools, format, shown }: AnsweredProps): readonly Tool[] {
  const { data } = shown;
  const day = data.operations.published?.score_date ?? data.operations.last_complete_day;
  return takeAwayTools({
    asTable: model.asTable,
    copied: tools.copied.value,
    saveCsv: () => tools.saveCsv(operationsFile(data.runs, day)),
    copyImage: () =>
      tools.copyImage(
        async (page) => (await import('./poster.ts')).paintPoster(page, data, format),
        operationsFileName(day, 'png'),
      ),
  });
}
