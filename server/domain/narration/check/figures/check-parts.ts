import { metricWords } from '../../metric-words.ts';
import type { StatedFact } from '../../stated-fact.ts';
import { isBase } from '../reading/is-base.ts';
import type { Mention } from '../reading/mentions.ts';
import { lastBefore } from '../reading/near.ts';
import { isState, PEOPLE_METRICS } from '../reading/people.ts';
import type { Reading } from '../reading/reading.ts';
import { isFigure, wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { wordSet } from '../words/word-set.ts';
import type { Links } from './bind-figures.ts';

const REACH = 4;
const SPREADING: ReadonlySet<string> = wordSet('each every apiece per');
const OF_SOME: ReadonlySet<string> = wordSet('for among amongst across within by');
/** Verbs by which people have a figure of their own: "fans at risk average a WonderScore of". */
const HAVING =
  /^(averag\w*|have|has|had|post\w*|scor\w*|show\w*|hold|holds|with|spend\w*|rate\w*|bring\w*|generate\w*)$/;

/** Totals are known of everyone together: neither of each, nor on average. */
function isSpread({ tokens }: Reading, at: number, fact: StatedFact): boolean {
  const unit = metricWords(fact.metric)?.unit;
  if (fact.unit === 'percent' || fact.metric === 'revenue_per_fan') return false;
  if (unit !== 'count' && unit !== 'money') return false;
  const around = (from: number, step: 1 | -1) => {
    for (let index = from; Math.abs(index - at) <= REACH; index += step) {
      const token = tokens[index];
      if (token === undefined || token.kind !== 'word') return false;
      const isAverage = token.lower === 'on' && wordAt(tokens, index + 1) === 'average';
      const isSpreading =
        step > 0 ? SPREADING.has(token.lower) : /^(each|every)$/.test(token.lower);
      if (isSpreading || isAverage) return true;
      if (token.lower === 'and') return false;
    }
    return false;
  };
  return around(at + 1, 1) || around(at - 1, -1);
}

/** A score of everyone, told of those at risk or in the Elite tier. */
function isOfSome({ tokens, metrics }: Reading, at: number, fact: StatedFact): boolean {
  if (PEOPLE_METRICS.has(fact.metric) || fact.group !== null || fact.metric === 'period')
    return false;
  const states = metrics.filter(({ of }) => isState(of));
  return states.some(({ from, to }) => {
    let lead = from - 1;
    while (isFigure(tokens, lead) || /^(the|our|all)$/.test(wordAt(tokens, lead))) lead -= 1;
    const isLed = OF_SOME.has(wordAt(tokens, lead));
    const isBehind = lead > at && tokens.slice(at + 1, lead).every(({ kind }) => kind === 'word');
    const isInFront = lead < at && (lead === 0 || tokens[lead - 1]?.kind === 'mark');
    if (isLed && (isInFront || (isBehind && lead - at <= REACH))) return true;
    if (!HAVING.test(wordAt(tokens, to)) || to > at) return false;
    return tokens
      .slice(to, at)
      .every(({ kind, lower }) => kind === 'word' && !/^(and|while|but)$/.test(lower));
  });
}

/** "Elite fans rose to 1,904, and 12.2% of them": a share of all fans, told of others. */
function isOfThem({ tokens, metrics }: Reading, at: number, fact: StatedFact): boolean {
  if (fact.unit !== 'percent' || wordAt(tokens, at + 1) !== 'of') return false;
  const first = /^(the|all|our)$/.test(wordAt(tokens, at + 2)) ? at + 3 : at + 2;
  const whom = tokens[first]?.lower ?? wordAt(tokens, at + 2);
  // "9.9% of everyone who opened an e-mail".
  if (/^(everyone|everybody|people|fans|members|all)$/.test(whom))
    return /^(who|that|with)$/.test(wordAt(tokens, first + 1));
  if (!/^(them|these|those)$/.test(whom)) return false;
  return lastBefore(metrics, at)?.of !== 'fans';
}

/** "Elite fans account for 2.6% of revenue", "12% of Elite fans": shares are known of all fans only. */
function isOfElse({ tokens, metrics, groups }: Reading, at: number, fact: StatedFact): boolean {
  if (fact.unit !== 'percent' || wordAt(tokens, at + 1) !== 'of') return false;
  const isNext = ({ from }: Mention) =>
    from > at + 1 &&
    tokens.slice(at + 2, from).every(({ lower }) => /^(all|the|our|total)$/.test(lower));
  const thing = metrics.find(isNext);
  const isOther = thing !== undefined && thing.of !== 'fans' && thing.of !== fact.metric;
  return isOther || groups.some(isNext);
}

/** "204 of the 950 fans": a part of the fans, said by what counts no fans. */
function isNoPartOfFans(reading: Reading, at: number, fact: StatedFact): boolean {
  const { tokens } = reading;
  const base = [at + 2, at + 3].find((index) => isFigure(tokens, index));
  return (
    wordAt(tokens, at + 1) === 'of' &&
    base !== undefined &&
    isBase(reading, base) &&
    !PEOPLE_METRICS.has(fact.metric) &&
    fact.unit !== 'percent'
  );
}

/** "Revenue per fan dropped to $7.15 in Bronze": no change of a group is known. */
function isMovedGroup({ tokens }: Reading, at: number, fact: StatedFact): boolean {
  if (fact.group === null || wordAt(tokens, at - 1) !== 'to') return false;
  return tokens.slice(Math.max(0, at - REACH), at - 1).some(({ lower }) => isDirection(lower));
}

/** The first figure of everyone that is told of each one, or of some of them. */
export function wrongPart(reading: Reading, links: Links): string | undefined {
  return links.find(([token, fact]) => {
    const at = reading.tokens.indexOf(token);
    return [isSpread, isOfSome, isOfThem, isOfElse, isNoPartOfFans, isMovedGroup].some((isWrong) =>
      isWrong(reading, at, fact),
    );
  })?.[0].text;
}
