import type { JSX } from 'preact';
import type { Ready } from '../../models/loader.ts';
import type { NarrativeModel, Told } from '../../models/narrative.ts';
import { Bone } from '../../ui/bone.tsx';
import { fileStem } from '../../ui/file-stem.ts';
import type { Format } from '../../ui/format.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Message } from '../../ui/message.tsx';
import { type Tool, takeAwayTools } from '../../ui/tools.tsx';
import { AnswerFrame } from '../shared/answer-frame.tsx';
import { Unanswered } from '../shared/unanswered.tsx';
import { Body } from './body.tsx';
import { type PanelContext, THINGS, TITLE } from './context.ts';
import { Loading } from './loading.tsx';
import type { NarrativeTablesProps } from './narrative-tables.tsx';
import { authorInWords, capitalised, contextInWords } from './words.ts';

const NarrativeTables = lazyPart<NarrativeTablesProps>(
  async () => (await import('./narrative-tables.tsx')).NarrativeTables,
  () => <Bone width="60%" height="10px" />,
);

export const LoadingPanel = Loading;

/** What a department comes down to, and what is worth knowing beside it; in whichever state it is. */
export function NarrativePanel(props: PanelContext): JSX.Element {
  const { model } = props;
  const state = model.told.value;
  if (state.kind === 'ready') return <Answered {...props} shown={state} />;
  if (state.kind === 'loading') return <Loading />;
  return (
    <Unanswered
      title={TITLE}
      things={THINGS}
      context={null}
      state={state}
      view={props}
      onRetry={model.retry}
      onSignIn={model.signIn}
    />
  );
}

type AnsweredProps = PanelContext & { readonly shown: Ready<Told> };

function Answered(props: AnsweredProps): JSX.Element {
  const { model, format, shown } = props;
  const { narrative, insights } = shown.data;
  const { who, how, more } = authorInWords(narrative, format);
  const department = narrative.department ?? '';
  const items = model.insights.value;
  const frame = {
    title: TITLE,
    things: THINGS,
    context: contextInWords(department, model.isNarrowed.value),
    shown,
    view: props,
    onRetry: model.retry,
    // A text about a department is narrowed by no filter, and its head says so.
    follows: [],
  };
  if (narrative.sentences.length === 0 && items.length === 0) {
    return (
      <AnswerFrame {...frame} news="Nothing to tell yet">
        <Message title="Nothing to tell yet">
          {`${capitalised(department)} has too few fans for figures that may be shown.`}
        </Message>
      </AnswerFrame>
    );
  }
  const counted = insights === null ? 'Insights did not load' : countedInWords(model, format);
  return (
    <AnswerFrame
      {...frame}
      news={narrative.text}
      tools={toolsOf(props)}
      note={
        // Where there is no room for both, whom the figures are of goes before who wrote them.
        model.isNarrowed.value ? (
          'All fans, not filtered'
        ) : (
          <>
            {who}
            <span class="author-how">{how}</span>
          </>
        )
      }
      remark={[`${who}${how}`, more, counted].filter(Boolean).join(' · ')}
    >
      {model.asTable.value ? (
        <NarrativeTables narrative={narrative} insights={items} format={format} />
      ) : (
        <Body {...props} narrative={narrative} insights={items} />
      )}
    </AnswerFrame>
  );
}

/** "2 of 9 insights" where the dashboard shows fans that the others say nothing of. */
function countedInWords({ insights, total }: NarrativeModel, format: Format): string {
  const [shown, all] = [insights.value.length, total.value];
  return shown < all ? `${format.count(shown)} of ${format.count(all)} insights` : '';
}

function toolsOf({ model, tools, format, shown }: AnsweredProps): readonly Tool[] {
  const { narrative } = shown.data;
  const items = model.insights.value;
  const department = narrative.department ?? '';
  const name = fileStem('summary', department, narrative.meta.score_date);
  return takeAwayTools({
    asTable: model.asTable,
    copied: tools.copied.value,
    saveCsv: () =>
      void import('./narrative-file.ts').then(({ narrativeFile }) =>
        tools.saveCsv(narrativeFile(narrative, items, `${name}.csv`)),
      ),
    copyImage: () =>
      tools.copyImage(
        async (page) =>
          (await import('./poster.ts')).paintPoster(page, { narrative, insights: items }, format),
        `${name}.png`,
      ),
  });
}
