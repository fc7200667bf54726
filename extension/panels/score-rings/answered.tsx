import type { JSX } from 'preact';
import type { OwnFigures } from '../../models/agreement.ts';
import type { Ready } from '../../models/loader.ts';
import type { NoRings, RingsData } from '../../models/rings-data.ts';
import { fileStem } from '../../ui/file-stem.ts';
import { type Tool, takeAwayTools } from '../../ui/tools.tsx';
import { AnswerFrame } from '../shared/answer-frame.tsx';
import { Nobody } from '../shared/nobody.tsx';
import { subjectName } from '../shared/subject-words.ts';
import { type PanelContext, THINGS, TITLE } from './context.ts';
import { FanSearchBox } from './fan-search.tsx';
import type { TierChoice } from './hero.tsx';
import { coverageInWords, ringsInWords } from './notices.ts';
import { RingsBody } from './rings-body.tsx';
import { nobodyWords } from './state-words.ts';

/** There is an answer: rings, or the word that nobody is left. */
export function Answered(
  props: PanelContext & { readonly shown: Ready<RingsData | NoRings> },
): JSX.Element {
  const { shown, ...context } = props;
  const { data } = shown;
  return data.kind === 'rings' ? (
    <RingsAnswer {...context} shown={{ ...shown, data }} />
  ) : (
    <NobodyAnswer {...context} shown={{ ...shown, data }} />
  );
}

type RingsAnswerProps = PanelContext & { readonly shown: Ready<RingsData> };

function RingsAnswer(props: RingsAnswerProps): JSX.Element {
  const { model, format, shown, motion } = props;
  const { data } = shown;
  return (
    <AnswerFrame
      title={TITLE}
      things={THINGS}
      context={data.name ?? subjectName(data.subject)}
      shown={shown}
      view={props}
      news={ringsInWords(data, format)}
      tools={toolsOf(props)}
      onRetry={model.retry}
      figures={figuresOf(data)}
      {...coverageInWords(data, format)}
    >
      {model.sought.value === null ? null : <FanSearchBox {...props} />}
      <RingsBody
        model={model}
        data={data}
        format={format}
        motion={motion}
        orb={orbShown(props)}
        tier={tierChoice(props)}
      />
    </AnswerFrame>
  );
}

/** Worksheets show figures of groups, not of one fan. */
function figuresOf({ subject, score, fans, strip: { churn } }: RingsData): OwnFigures | null {
  if (subject.mode === 'fan' || churn.of === 'fan') return null;
  return { wonder_score: score, fans, high_risk_fans: churn.fans };
}

/** The orb is an option, and gone where motion is reduced. */
function orbShown({ host, motion }: RingsAnswerProps): boolean {
  return host.settings.orb && motion.growMs > 0;
}

/** A fan's tier can narrow the dashboard, where the dashboard has a field for it. */
function tierChoice({ host, model, shown }: RingsAnswerProps): TierChoice | null {
  const { tier } = shown.data;
  if (tier === null || !host.abilities.filter.includes('tier')) return null;
  const chosen = host.filters.tier === tier;
  return { chosen, choose: () => model.filterTier(chosen ? null : tier) };
}

function toolsOf({ model, tools, shown, format }: RingsAnswerProps): readonly Tool[] {
  const { receipt } = model;
  const { data } = shown;
  const answer = receipt.value.kind === 'ready' ? receipt.value.data : null;
  const about = data.subject.mode === 'fan' ? data.subject.wonderId : 'members';
  const [table, ...others] = takeAwayTools({
    asTable: model.asTable,
    copied: tools.copied.value,
    saveCsv: () =>
      void import('./score-file.ts').then(({ scoreFile }) =>
        tools.saveCsv(scoreFile(data, answer)),
      ),
    copyImage: () =>
      tools.copyImage(
        async (page) => (await import('./poster.ts')).paintPoster(page, data, format),
        `${fileStem('wonderscore', about, data.meta.score_date)}.png`,
      ),
  });
  const find: Tool = {
    icon: 'search',
    label: 'Find a fan',
    pressed: model.sought.value !== null,
    run: () => {
      model.sought.value = model.sought.peek() === null ? '' : null;
    },
  };
  return [table, find, ...others].filter((tool) => tool !== undefined);
}

function NobodyAnswer(props: PanelContext & { readonly shown: Ready<NoRings> }): JSX.Element {
  const { model, format, shown } = props;
  const { data } = shown;
  const words = nobodyWords(data, format);
  const filters = Object.keys(data.filters).length;
  return (
    <AnswerFrame
      title={TITLE}
      things={THINGS}
      context={filters === 0 ? null : `${filters} ${filters === 1 ? 'filter' : 'filters'}`}
      shown={shown}
      view={props}
      news={`${words.title}. ${words.text}`}
      onRetry={model.retry}
    >
      <Nobody words={words} filters={data.filters} onClearFilters={model.clearFilters} />
    </AnswerFrame>
  );
}
