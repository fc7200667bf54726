import type { JSX } from 'preact';
import { MAPPED_FIELDS } from '../../host/panel-settings.ts';
import type { OwnFigures } from '../../models/agreement.ts';
import type { Ready } from '../../models/loader.ts';
import type { SegmentsData } from '../../models/segments.ts';
import { Bone } from '../../ui/bone.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { type Tool, takeAwayTools } from '../../ui/tools.tsx';
import { AnswerFrame, type AnswerFrameProps } from '../shared/answer-frame.tsx';
import { Nobody } from '../shared/nobody.tsx';
import { noMatchWords } from '../shared/nobody-words.ts';
import { cohortName } from '../shared/subject-words.ts';
import { Unanswered } from '../shared/unanswered.tsx';
import { type PanelContext, THINGS, TITLE } from './context.ts';
import { Drill } from './drill.tsx';
import { LoadingPanel } from './loading.tsx';
import type { SegmentTableProps } from './segment-table.tsx';
import { segmentFileName, segmentsFile } from './segments-file.ts';

const SegmentTable = lazyPart<SegmentTableProps>(
  async () => (await import('./segment-table.tsx')).SegmentTable,
  () => <Bone width="60%" height="10px" />,
);

/** The seven segments and the fans of one of them, in whichever state they are. */
export function SegmentsPanel(props: PanelContext): JSX.Element {
  const { model, host } = props;
  const state = model.list.value;
  if (state.kind === 'ready') return <Answered {...props} shown={state} />;
  if (state.kind === 'loading') return <LoadingPanel />;
  return (
    <Unanswered
      title={TITLE}
      things={THINGS}
      context={cohortName(host.filters)}
      state={state}
      view={props}
      onRetry={model.retry}
      onSignIn={model.signIn}
    />
  );
}

type AnsweredProps = PanelContext & { readonly shown: Ready<SegmentsData> };

function Answered(props: AnsweredProps): JSX.Element {
  const { model, format, shown } = props;
  const { data } = shown;
  const { filters } = data;
  const narrowed = Object.keys(filters).length > 0;
  const members = `${format.count(data.fans)} ${data.fans === 1 ? 'member' : 'members'}`;
  const frame = {
    title: TITLE,
    things: THINGS,
    shown,
    view: props,
    onRetry: model.retry,
    ...ownFilter(props),
  };
  if (data.fans === 0) {
    const words = noMatchWords(filters);
    return (
      <AnswerFrame {...frame} context={cohortName(filters)} news={`${words.title}. ${words.text}`}>
        <Nobody words={words} filters={filters} onClearFilters={model.clearFilters} />
      </AnswerFrame>
    );
  }
  return (
    <AnswerFrame
      {...frame}
      context={narrowed ? `${cohortName(filters)}, ${members}` : members}
      news={newsOf(props)}
      tools={toolsOf(props)}
      figures={figuresOf(data)}
      remark={remarkOf(data)}
    >
      {model.asTable.value ? (
        <SegmentTable data={data} chosen={model.segment.value} format={format} />
      ) : (
        <Drill {...props} data={data} />
      )}
    </AnswerFrame>
  );
}

function remarkOf({ items }: SegmentsData): string {
  return items.some(({ share }) => share === null)
    ? 'Too few members for shares: counts only'
    : 'Segments overlap; shares do not add up to 100%';
}

const WITHOUT_FANS = MAPPED_FIELDS.filter((field) => field !== 'wonder_id');

/** A list of fans that was made into a filter here is known here; of any other nothing can be said. */
function ownFilter({ model, host, format }: AnsweredProps): Partial<AnswerFrameProps> {
  const fans = model.narrowedTo.value;
  if (fans === null || !isSameList(fans, host.fanList)) return {};
  const count = `${format.count(fans.length)} ${fans.length === 1 ? 'fan' : 'fans'}`;
  const notice = `The dashboard shows the ${count} listed here; counts are of everyone.`;
  return { follows: WITHOUT_FANS, notice };
}

function isSameList(one: readonly string[], other: readonly string[] | null): boolean {
  const ids = new Set(other);
  return ids.size === one.length && one.every((id) => ids.has(id));
}

function figuresOf({ fans, items }: SegmentsData): OwnFigures {
  return { fans, ...Object.fromEntries(items.map((item) => [item.segment, item.fans])) };
}

function newsOf({ model, format, shown }: AnsweredProps): string {
  const chosen = shown.data.items.find((item) => item.segment === model.segment.value);
  return chosen === undefined ? '' : `${chosen.label}: ${format.count(chosen.fans)} members`;
}

function toolsOf({ model, tools, format, shown }: AnsweredProps): readonly Tool[] {
  const { data } = shown;
  return takeAwayTools({
    asTable: model.asTable,
    copied: tools.copied.value,
    saveCsv: () => tools.saveCsv(segmentsFile(data)),
    copyImage: () =>
      tools.copyImage(
        async (page) => (await import('./poster.ts')).paintPoster(page, data, format),
        segmentFileName('all', data.meta.score_date, 'png'),
      ),
  });
}
