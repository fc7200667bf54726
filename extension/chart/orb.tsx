import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type OrbLook, orbLook } from './orb-look.ts';
import { playOrb } from './orb-scene.ts';

export interface OrbProps {
  readonly score: number;
  /** Where a score changes its tier, lowest first. */
  readonly edges: readonly number[];
  /** What it says, in words: all of it, and the few below it. */
  readonly words: (look: OrbLook) => { readonly label: string; readonly caption: string };
}

/** An orb that swings and shines as high as a score is. Where it cannot be drawn there is none. */
export function Orb({ score, edges, words }: OrbProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = orbLook(score, edges);
  const { distortion, speed, hue } = look;
  useEffect(() => {
    const surface = canvas.current;
    const context = surface?.getContext('webgl', { alpha: true, antialias: false }) ?? null;
    if (surface === null || context === null) return undefined;
    const styles = getComputedStyle(surface);
    const color = () => styles.getPropertyValue(`--${hue}`);
    return playOrb(context, { distortion, speed, color });
  }, [distortion, speed, hue]);
  const { label, caption } = words(look);
  return (
    <figure class="orb" role="img" aria-label={label} title={label}>
      <canvas ref={canvas} width="264" height="264" />
      <figcaption aria-hidden="true">{caption}</figcaption>
    </figure>
  );
}
