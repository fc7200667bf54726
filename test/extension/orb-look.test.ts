import { describe, expect, it } from 'vitest';
import { orbLook } from '../../extension/chart/orb-look.ts';

const edges = [40, 55, 70, 85];

describe('orbLook', () => {
  it.each([
    { score: 0, distortion: 0.3, speed: 1, hue: 'data-2' },
    { score: 50, distortion: 0.5, speed: 1.5, hue: 'data-2' },
    { score: 69.99, distortion: 0.57996, speed: 1.6999, hue: 'data-2' },
    { score: 70, distortion: 0.58, speed: 1.7, hue: 'eng' },
    { score: 84.99, distortion: 0.63996, speed: 1.8499, hue: 'eng' },
    { score: 85, distortion: 0.64, speed: 1.85, hue: 'gold' },
    { score: 100, distortion: 0.7, speed: 2, hue: 'gold' },
  ])('of $score swings by $distortion, at $speed times the speed, in $hue', (wanted) => {
    const look = orbLook(wanted.score, edges);
    expect(look.distortion).toBeCloseTo(wanted.distortion, 10);
    expect(look.speed).toBeCloseTo(wanted.speed, 10);
    expect(look.hue).toBe(wanted.hue);
  });

  it('says from which score its hue begins, or which score ends the grey', () => {
    expect(orbLook(92, edges)).toMatchObject({ from: 85, next: null });
    expect(orbLook(70, edges)).toMatchObject({ from: 70, next: null });
    expect(orbLook(12, edges)).toMatchObject({ from: null, next: 70 });
    expect(orbLook(12, [])).toMatchObject({ from: null, next: null });
  });

  it('is grey where no edges are known', () => {
    expect(orbLook(99, []).hue).toBe('data-2');
  });
});
