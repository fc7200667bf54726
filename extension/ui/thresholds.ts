/** Where a WonderScore changes its tier and a risk its level, lowest first: as the scores' own rules say. */
export interface Thresholds {
  readonly score: readonly number[];
  readonly risk: readonly number[];
}

/** The thresholds that the build wrote into the page from the rules; none where it did not. */
export function readThresholds(page: Document): Thresholds {
  const text = page.querySelector('meta[name="wonder-thresholds"]')?.getAttribute('content') ?? '';
  const [score = '', risk = ''] = text.split(';');
  return { score: numbersIn(score), risk: numbersIn(risk) };
}

function numbersIn(text: string): readonly number[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map(Number)
    .filter(Number.isFinite);
}
