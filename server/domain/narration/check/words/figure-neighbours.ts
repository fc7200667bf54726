import { wordSet } from './word-set.ts';

/** Words that bend the figure right behind them. */
export const BENDING: ReadonlySet<string> =
  wordSet(`about around nearly almost roughly approximately over under
  above below some close exceeding beyond than least most topping surpassing past towards toward near from`);

/** Words that may follow a figure; any other noun there would be a thing that was never counted. */
export const AFTER_FIGURES: ReadonlySet<string> = wordSet(`
  of in across for to at on from over during within among and or but while with as is are was were has have had who
  which that remain remains remained stand stands stood now currently today overall total combined against versus
  compared than make makes made need needs sit sits sat reflects marks represents ahead after since this these it they
  up down higher lower more fewer less better worse unchanged altogether each before anyone between where when whose
  so then also here there still out respectively around behind deserve deserves come comes came call calls contact
  counted averaged average averages holding keeping leaving putting making taking bringing the a our its their those
  count counts show shows too took takes brought brings left leaves again instead well reaching even although though
  yet because despite whereas whilst earlier previously apiece ending finishing having says say per net through
  following by both all just only meanwhile however remaining seen found recorded posted reported shown registered
  logged first next strong precisely exactly itself either ago can could should must may if be been stronger weaker
  above below under plus`);

/** Words for some of the fans that count nobody else: "586 contactable fans at risk". */
export const DESCRIBING_FANS: ReadonlySet<string> = wordSet(
  'affected concerned flagged new current contactable marketable reachable registered active loyal valuable existing dedicated individual',
);
