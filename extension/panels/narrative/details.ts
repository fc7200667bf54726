import type { Detail } from '../../ui/fit.ts';

/** More cards than these beside the text are no summary: the list has them all. */
export const MOST_CARDS = 12;
/** With fewer cards than these they lose their text instead. */
const FEW_CARDS = 3;

const ALL: Detail = { cards: 'all', lines: 'all', sentences: '3', size: 'full' };
const WITHOUT_CARDS: Detail = { ...ALL, cards: '0' };

/** From the most detail to the least: cards, the cards' text, third and second sentence, then one figure. */
export function detailsFor(insights: number): readonly Detail[] {
  const most = Math.min(insights, MOST_CARDS);
  const counts = Array.from({ length: most }, (_, index) => most - index);
  const cards = (count: number, lines: string): Detail => ({
    ...ALL,
    cards: count === insights ? 'all' : `${count}`,
    lines,
  });
  const enough = counts.filter((each) => each >= Math.min(FEW_CARDS, insights));
  return [
    // Texts are whole where all cards have room; before one goes, each is told in a sentence.
    ...counts.slice(0, 1).map((each) => cards(each, 'all')),
    ...enough.map((each) => cards(each, 'first')),
    ...counts.map((each) => cards(each, 'none')),
    WITHOUT_CARDS,
    { ...WITHOUT_CARDS, sentences: '2' },
    { ...WITHOUT_CARDS, sentences: '1' },
    { ...WITHOUT_CARDS, sentences: '1', size: 'small' },
    { ...WITHOUT_CARDS, sentences: '0', size: 'small' },
    { ...WITHOUT_CARDS, sentences: '0', size: 'least' },
  ];
}
