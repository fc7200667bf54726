import { describe, expect, it } from 'vitest';
import { RING, ringArc, ringOffset } from '../../extension/chart/ring-geometry.ts';
import { ringHatch } from '../../extension/chart/ring-hatch.ts';
import { svgDocument } from './svg-document.ts';

describe('ringArc', () => {
  it.each([0.5, 12.5, 25, 50, 74.27, 99.9, 100])('draws a score of %d', async (score) => {
    const { box, radius, stroke } = RING;
    const svg = svgDocument({ width: box, height: box }, [
      `<g fill="none" stroke-width="${stroke}" transform="translate(${box / 2} ${box / 2})">`,
      `<circle r="${radius}" stroke="#ddd"/>`,
      `<path d="${ringArc(score)}" stroke="#36c" stroke-linecap="round"/>`,
      '</g>',
    ]);
    await expect(svg).toMatchFileSnapshot(`golden/ring-${score}.svg`);
  });

  it('starts at twelve o’clock', () => {
    expect(ringArc(50)).toMatch(/^M0,-45A45,45/);
  });

  it('ends where the share of the circumference ends', () => {
    expect(ringArc(25)).toMatch(/45,0$/);
    expect(ringArc(50)).toMatch(/0,45$/);
  });

  it('has no arc for zero, and one for the least above it', () => {
    expect(ringArc(0)).toBeNull();
    expect(ringArc(0.01)).not.toBeNull();
  });

  it('stays within the ring for values that should not be', () => {
    expect(ringArc(-5)).toBeNull();
    expect(ringArc(140)).toBe(ringArc(100));
  });
});

describe('ringOffset', () => {
  it('leaves a score’s part of the ring to be seen', () => {
    expect(ringOffset(25)).toBe(75);
    expect(ringOffset(100)).toBe(0);
    expect(ringOffset(140)).toBe(0);
  });

  it('leaves not even a cap of a score of zero', () => {
    expect(ringOffset(0)).toBeGreaterThan(100);
    expect(ringOffset(-5)).toBeGreaterThan(100);
  });
});

describe('ringHatch', () => {
  it('fills the band of a ring that nothing is known about', async () => {
    const svg = svgDocument({ width: RING.box, height: RING.box }, [
      `<path d="${ringHatch()}" stroke="#8c867a" stroke-width="1.2" transform="translate(60 60)"/>`,
    ]);
    await expect(svg).toMatchFileSnapshot('golden/ring-unknown.svg');
  });
});
