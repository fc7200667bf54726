import { mentionAt } from '../reading/near.ts';
import type { Reading } from '../reading/reading.ts';
import { hasFigure, isFigure, wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { AFTER_FIGURES } from '../words/figure-neighbours.ts';
import { rankOf } from '../words/ranks.ts';
import { wordSet } from '../words/word-set.ts';

/** Words that begin another clause. */
const BREAKS: ReadonlySet<string> = wordSet(
  `and but while whereas whilst as with yet who whom which that though although because since where whose so after
  despite amid following`,
);

/** Of these, what gives a reason, a circumstance or a description of those who were counted. */
const GIVING: ReadonlySet<string> = wordSet(
  'as with who whom after despite amid following since because',
);

/** What a clause may say that no figure proves: how the figures are spoken of, and how they are judged. */
const TELLING: ReadonlySet<string> = wordSet(`
  a an the this that these those it its they their them there here our we us all both each same other others another
  one ones such some any most every everyone every
  and but or nor yet so while whereas whilst as with though although even despite amid following after alongside
  in on of for to at by from across among amongst over during within against between toward towards around per about
  who whom which whose where what how than then also too again still now currently today already just only
  is are was were be been being has have had do does did can could may should must would
  not-only however meanwhile moreover overall altogether together respectively namely first next last finally
  combined compared comparison contrast opposite direction way side hand note line word sum short brief all-round
  stand stands stood standing sit sits sat come comes came go goes went going gone move moves moved moving trending
  remain remains remained show shows showed shown shines see sees saw seen look looks looking make makes made making
  take takes took taken taking bring brings brought bringing put puts account accounts accounting represent represents
  lead leads led tops topped trail trails lags post posts posted record records recorded report reports hold holds held
  has belong belongs boast boasts keep keeps kept turn turned turns head heading join joined open opens opened
  deserve deserves need needs needing warrant warrants merit merits call calls want wants recommend recommended
  suggest suggests suggested begin start starting focus work works plan action step steps task item place
  priority priorities attention concern concerns win wins worry worries exception highlight headline takeaway
  challenge opportunity strength weakness spot point points area areas watch matter matters issue risk picture story
  news sign signs signal signals trend trends progress momentum period span days day number numbers count total totals
  figure figures reading readings level levels score scores value values average averages measure measures metric
  metrics indicator indicators result results performance change changes movement base group groups tier tiers sport
  sports segment segments department range end ends scale list ranking table pack position lot rest majority
  refer refers referred attend attends attended open opens opened e-mail e-mails elsewhere next
  fan fans member members people supporter supporters alumni hosts host hosted household community audience
  financial digital commercial key main positive negative mixed good bad great better best worse worst strong weak
  bright brighter encouraging welcome notable solid clear healthy modest slight small large big soft steady stable
  remaining clearest biggest important urgent useful worth worthwhile practical natural sensible advisable immediate
  closer fresh further wide varied uneven different similar alike
  slightly modestly largely mostly-positive widely clearly closely broadly well further busier softer keen keenest
  varies vary differ differs stands-out out up down off back on
  earlier before ago previously previous prior past recent last
  review second thought-through look push gap gains losses`);

interface Clause {
  readonly from: number;
  readonly to: number;
}

function clausesOf({ tokens }: Reading): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  tokens.forEach(({ kind, lower }, at) => {
    if (kind !== 'mark' && !BREAKS.has(lower)) return;
    clauses.push({ from, to: at });
    from = at;
  });
  return [...clauses, { from, to: tokens.length }];
}

/**
 * A word of a clause without a figure that says more than how figures are spoken of: "with fewer home games", "who
 * refer the fewest others". A clause that asks for something claims nothing.
 */
export function unprovenClause(reading: Reading): string | undefined {
  const { tokens, metrics, groups, advice, own } = reading;
  const isPart = (at: number) => mentionAt([...metrics, ...groups], at) !== undefined;
  const isTelling = (at: number) => {
    const { kind, lower } = tokens[at] ?? { kind: 'mark', lower: '' };
    if (kind !== 'word' || isPart(at) || own.has(lower)) return true;
    const bare = lower.replace(/'s?$/, '');
    return (
      TELLING.has(bare) ||
      AFTER_FIGURES.has(bare) ||
      isDirection(bare) ||
      rankOf(bare) !== undefined ||
      /(ly|\/verb)$/.test(lower)
    );
  };
  for (const { from, to } of clausesOf(reading)) {
    if (!GIVING.has(wordAt(tokens, from))) continue;
    const isOfPeople = /^whom?$/.test(wordAt(tokens, from));
    if (!isOfPeople && !hasFigure(tokens.slice(0, from))) continue;
    const places = [...Array(to - from).keys()].map((step) => from + step);
    if (places.some((at) => isFigure(tokens, at) || advice.has(at))) continue;
    // "Who refer the fewest others": a place among groups by something else.
    const isPlace = (at: number) =>
      isOfPeople && !places.some(isPart) && rankOf(wordAt(tokens, at)) !== undefined;
    const stranger = places.find((at) => !isTelling(at) || isPlace(at));
    if (stranger !== undefined) return tokens[stranger]?.text;
  }
  return undefined;
}
