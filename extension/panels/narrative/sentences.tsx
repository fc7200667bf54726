import type { JSX } from 'preact';
import type { Narrative } from '../../../server/contract/index.ts';
import type { BodyProps } from './body.tsx';
import { FactFigure } from './fact-figure.tsx';
import { ListButton } from './list-button.tsx';

type Sentence = Narrative['sentences'][number];
type Fact = Narrative['facts'][number];

/** Marks that belong to the word before them: no line begins with one. */
const CLOSING = /^[^\s\p{L}\p{N}]+/u;

/** Spans of days are words between figures: nothing more is known of them. */
function factOf(facts: readonly Fact[], id: string | null): Fact | undefined {
  return facts.find((fact) => fact.id === id && fact.unit !== 'days');
}

/** The text in its order; of one that does not fit whole, the sentences from the one the reader turned to. */
export function Sentences(props: BodyProps): JSX.Element {
  const { narrative, model, format } = props;
  const { sentences, facts } = narrative;
  const from = model.first.value % Math.max(sentences.length, 1);
  const brief = sentences[from]?.segments
    .map(({ fact_id }) => factOf(facts, fact_id))
    .find((fact) => fact !== undefined);
  const told = ({ segments }: Sentence) =>
    segments.map(({ text, fact_id }, index) => {
      const before = segments[index - 1];
      const isAfterFigure = factOf(facts, before?.fact_id ?? null) !== undefined;
      const fact = factOf(facts, fact_id);
      if (fact === undefined) return isAfterFigure ? text.replace(CLOSING, '') : text;
      const closing = CLOSING.exec(segments[index + 1]?.text ?? '')?.[0] ?? '';
      return (
        <FactFigure key={index} {...{ fact, text, narrative, format }}>
          {closing}
        </FactFigure>
      );
    });
  return (
    <div class="sentences">
      <p class="told">
        {sentences.map((sentence, index) => (
          <span class="sentence" key={index} data-at={index - from}>
            {told(sentence)}{' '}
          </span>
        ))}
        <span class="ways">
          <NextButton {...props} from={from} />
          <ListButton {...props} />
        </span>
      </p>
      {brief === undefined ? null : (
        <p class="brief">
          <FactFigure fact={brief} text={brief.text} narrative={narrative} format={format} />
          <span class="brief-label">{brief.label}</span>
          <span class="ways">
            <ListButton {...props} />
          </span>
        </p>
      )}
    </div>
  );
}

/** "1 of 3", or "1–2 of 3" where two fit: says where the reader is, and leads on. */
function NextButton({
  narrative,
  model,
  from,
}: BodyProps & { readonly from: number }): JSX.Element | null {
  const count = narrative.sentences.length;
  if (count < 2) return null;
  const last = Math.min(from + 2, count);
  return (
    <button
      type="button"
      class="link-button more"
      aria-label={`${from + 1} of ${count}, next sentence`}
      onClick={(event) => {
        const shown = event.currentTarget.closest<HTMLElement>('.narrative')?.dataset.sentences;
        const next = from + (shown === '2' ? 2 : 1);
        model.first.value = next < count ? next : 0;
      }}
    >
      <span class="more-one">
        {from + 1} of {count}
      </span>
      <span class="more-two">
        {last === from + 1 ? last : `${from + 1}–${last}`} of {count}
      </span>
    </button>
  );
}
