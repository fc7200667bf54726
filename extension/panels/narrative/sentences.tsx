import type { JSX } from 'preact';
import type { Narrative } from '../../../server/contract/index.ts';
import type { BodyProps } from './body.tsx';
import { FactFigure } from './fact-figure.tsx';

type Sentence = Narrative['sentences'][number];

/** The text, sentence by sentence, beginning with the one the reader turned to. */
export function Sentences({ narrative, model, format }: BodyProps): JSX.Element {
  const { sentences, facts } = narrative;
  const from = model.first.value % Math.max(sentences.length, 1);
  const turned = [...sentences.slice(from), ...sentences.slice(0, from)];
  const [first] = turned;
  const key = first?.segments.find(({ fact_id }) => fact_id !== null)?.fact_id;
  const brief = facts.find(({ id }) => id === key);
  const told = (sentence: Sentence) =>
    sentence.segments.map(({ text, fact_id }, index) => {
      const fact = facts.find(({ id }) => id === fact_id);
      return fact === undefined ? (
        text
      ) : (
        <FactFigure key={index} fact={fact} text={text} narrative={narrative} format={format} />
      );
    });
  const others = sentences.length - 1;
  return (
    <div class="sentences">
      <p class="told">
        {turned.map((sentence) => (
          <span class="sentence" key={sentence.segments.map(({ text }) => text).join('')}>
            {told(sentence)}{' '}
          </span>
        ))}
        {others < 1 ? null : (
          <button
            type="button"
            class="link-button more"
            aria-label={`Next sentence, ${others} more`}
            onClick={() => {
              model.first.value = from + 1;
            }}
          >
            {others} more
          </button>
        )}
      </p>
      {brief === undefined ? null : (
        <p class="brief">
          <FactFigure fact={brief} text={brief.text} narrative={narrative} format={format} />
          <span class="brief-label">{brief.label}</span>
        </p>
      )}
    </div>
  );
}
