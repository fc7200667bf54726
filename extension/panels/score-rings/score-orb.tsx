import type { JSX } from 'preact';
import { Orb } from '../../chart/orb.tsx';
import type { OrbLook } from '../../chart/orb-look.ts';
import type { Format } from '../../ui/format.ts';

export interface ScoreOrbProps {
  readonly score: number;
  readonly format: Format;
}

/** The WonderScore as an orb, with the word for its colour and the score that colour begins at. */
export function ScoreOrb({ score, format }: ScoreOrbProps): JSX.Element {
  return (
    <Orb
      score={score}
      edges={format.thresholds.score}
      words={(look) => {
        const caption = moodOf(look, format);
        return {
          caption,
          label: `Orb of the WonderScore: ${format.score(score)} is ${caption.toLowerCase()}`,
        };
      }}
    />
  );
}

const MOODS = { 'data-2': 'Quiet', eng: 'Lively', gold: 'Vivid' } as const;

function moodOf({ hue, from, next }: OrbLook, format: Format): string {
  const mood = MOODS[hue];
  if (from !== null) return `${mood}, from ${format.whole(from)}`;
  return next === null ? mood : `${mood}, under ${format.whole(next)}`;
}
