import type { JSX } from 'preact';
import type { ChurnData } from '../../models/churn.ts';
import type { Ready } from '../../models/loader.ts';
import { Bone } from '../../ui/bone.tsx';
import { fileStem } from '../../ui/file-stem.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { type Tool, takeAwayTools } from '../../ui/tools.tsx';
import { AnswerFrame } from '../shared/answer-frame.tsx';
import { Nobody } from '../shared/nobody.tsx';
import { noMatchWords, tooFewWords } from '../shared/nobody-words.ts';
import { cohortName } from '../shared/subject-words.ts';
import { Unanswered } from '../shared/unanswered.tsx';
import { Body } from './body.tsx';
import { churnFile } from './churn-file.ts';
import type { ChurnTablesProps } from './churn-tables.tsx';
import { type PanelContext, THINGS, TITLE } from './context.ts';
import { Loading } from './loading.tsx';
import { newsInWords, sourceInWords } from './words.ts';

const ChurnTables = lazyPart<ChurnTablesProps>(
  async () => (await import('./churn-tables.tsx')).ChurnTables,
  () => <Bone width="60%" height="10px" />,
);

export const LoadingPanel = Loading;

/** Who may leave, what that is worth, why, and how sure that is; in whichever state it is. */
export function ChurnPanel(props: PanelContext): JSX.Element {
  const { model, host } = props;
  const state = model.summary.value;
  if (state.kind === 'ready') return <Answered {...props} shown={state} />;
  if (state.kind === 'loading') return <Loading />;
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

type AnsweredProps = PanelContext & { readonly shown: Ready<ChurnData> };

function Answered(props: AnsweredProps): JSX.Element {
  const { model, format, shown } = props;
  const { data } = shown;
  const { filters } = data;
  const frame = {
    title: TITLE,
    things: THINGS,
    context: cohortName(filters),
    shown,
    view: props,
    onRetry: model.retry,
  };
  if (data.fans === 0 || data.suppressed) {
    const words = data.suppressed ? tooFewWords(data, format) : noMatchWords(filters);
    return (
      <AnswerFrame {...frame} news={`${words.title}. ${words.text}`}>
        <Nobody words={words} filters={filters} onClearFilters={model.clearFilters} />
      </AnswerFrame>
    );
  }
  return (
    <AnswerFrame
      {...frame}
      news={newsInWords(data, format)}
      tools={toolsOf(props)}
      figures={{ high_risk_fans: data.at_risk.fans, value_at_risk: data.value_at_risk.value }}
      {...sourceInWords(data, format)}
    >
      {model.asTable.value ? (
        <ChurnTables data={data} format={format} />
      ) : (
        <Body {...props} data={data} />
      )}
    </AnswerFrame>
  );
}

function toolsOf({ model, tools, format, shown }: AnsweredProps): readonly Tool[] {
  const { data } = shown;
  const about = cohortName(data.filters);
  return takeAwayTools({
    asTable: model.asTable,
    copied: tools.copied.value,
    saveCsv: () =>
      void model.allFans().then(
        (fans) => tools.saveCsv(churnFile(data, fans)),
        () => {},
      ),
    copyImage: () =>
      tools.copyImage(
        async (page) => (await import('./poster.ts')).paintPoster(page, { data, about }, format),
        `${fileStem('churn', about, data.meta.score_date)}.png`,
      ),
  });
}
