import { DIRECTIONS, JUDGEMENTS } from './directions.ts';
import { AFTER_FIGURES } from './figure-neighbours.ts';
import { OPENERS, ORDERS, WISHES } from './openers.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { RANKS } from './ranks.ts';

/** Words of every sentence. */
const SMALL = `
  several whole due sought land furthest nearest sets this their our ours my or whereas whilst why how presently
  lately recently already just some across over during around into onto about per every any other combined altogether
  along amid besides until is was being am having had does did could should would must might something somebody alike
  together ie eg including however moreover furthermore additionally likewise similarly elsewhere separately first
  very fairly somewhat less most least old ones`;

/** Verbs that state a figure and no movement. */
const STATING = `
  averaging means meaning stood sitting lies rests hovers hover hovered hovering amounts amounted amounting coming
  reads registers records recording posts posting logs logging notches notched clocks clocked weighs weighed checks
  checked tallies tallied reports reporting showed showing displays displayed exhibits exhibited demonstrate accompany
  puts putting placed places bring bringing taken making moves moved moving gets got reaches hits hitting closes
  closed closing ended end finishes finished lands landed settles settled settling sees saw seeing numbered numbering
  figured totalled totaled totalling totaling contains comprises comprising representing represented accounts
  accounting accounted equates equating equals equivalent constitutes constituting forms forming belongs belonging
  includes included generates generated generating produces produced producing yields yielded earns earned earning
  delivers delivered deliver delivering contributes spends spent pays paying gives gave given tells told suggests
  indicates indicating indicated deserves need merits calls turns turned goes going went gone keeps kept continues
  continued carries carried enjoys enjoyed experiences experienced sustained undergone underwent followed follows
  becomes became seems seemed appears appeared looks looked feels translates translating serves served books booked
  secures secured collects collected attracts attracted draws drew participates participated responded begins began
  beginning starts started happened changed changes changing shifted excluding covers covered`;

/** What a dashboard and its readers speak of. */
const THINGS = `
  exception ranking fans audience community names tier sports affiliations segments categories campus alumni athletics
  marketing finance programme programs crowd crowds teams families friend friends advocates hosts scoring rates levels
  results reading readings values shares proportion parts size sum tally volume headcount roster metrics indicator
  indicators measures kpis dashboard number trend trends story summary side upside downside signs signals points facts
  details data outcomes performance activity momentum loyalty retention quality standing health strength weakness
  space room moment opening areas fields difference risk danger churning concerns worries wins success challenges
  opportunities priorities actions steps plans ideas focus questions reasons ways chance date span stretch days weeks
  night games matchday home away events visits turnout campaigns content offer offers pricing prices tickets packages
  perks rewards messages services products relationships interest excitement enthusiasm commitment revenues referrals
  advocacy hospitality sentiment engagement affinity e-mails emails lifetime efficiency spend spending dollars us usd
  money dollar re-engagement thank-you follow-up invitations check-in`;

/** How they are described. */
const DESCRIBING = `
  good cheap positive negative encouraging concerning healthy modest slight small clear main key robust mere sizeable
  sizable considerable noticeable respectable cumulative collective available active existing valuable dedicated
  committed registered marketable reachable contactable reached contacted invited emailed listening watching happy
  satisfied pleased able important urgent logical special fresh simple early primary further worrying opened attended
  referred sent engaged valued classed classified considered deemed rated marked last latest previous earlier after
  compared comparison relative versus vs terms commercial financial digital emotional current entire soon immediately
  directly personally strongly firmly clearly generally broadly fully far ahead behind better underused busy scored
  affected concerned responsible whether`;

const known = (words: string) => words.trim().split(/\s+/);

/** The forms a word may be an inflection of: "ranges" and "ranging" of "range", "planned" of "plan". */
function stems(word: string): string[] {
  const [, bare = word] = /^(.*?)(?:'s|')$/.exec(word) ?? [];
  const cut = [/ies$/, /ied$/].flatMap((end) => (end.test(bare) ? [bare.replace(end, 'y')] : []));
  const ends = [/s$/, /es$/, /d$/, /ed$/, /ing$/, /er$/, /ly$/, /r$/, /st$/];
  const plain = ends.flatMap((end) => (end.test(bare) ? [bare.replace(end, '')] : []));
  const doubled = plain.flatMap((each) => (/(.)\1$/.test(each) ? [each.slice(0, -1)] : []));
  const silent = /(?:ing|er)$/.test(bare) ? [bare.replace(/(?:ing|er)$/, 'e')] : [];
  return [bare, ...cut, ...plain, ...doubled, ...silent];
}

const KNOWN: ReadonlySet<string> = new Set([
  ...[SMALL, STATING, THINGS, DESCRIBING, PLAIN_WORDS].flatMap(known).flatMap(stems),
  ...AFTER_FIGURES,
  ...OPENERS,
  ...ORDERS,
  ...WISHES,
  ...Object.values(DIRECTIONS).flatMap((words) => [...words]),
  ...Object.values(JUDGEMENTS).flatMap((words) => [...words]),
  ...Object.values(RANKS).flatMap((words) => [...words]),
]);

/** Whether a word may stand where a direction would: its claim, if it makes one, is checked. */
export function isKnownWord(word: string): boolean {
  return stems(word).some((each) => KNOWN.has(each));
}
