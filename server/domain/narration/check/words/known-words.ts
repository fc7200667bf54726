import { DIRECTIONS, JUDGEMENTS } from './directions.ts';
import { AFTER_FIGURES } from './figure-neighbours.ts';
import { OPENERS, ORDERS, WISHES } from './openers.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { RANKS } from './ranks.ts';

/** Words of every sentence. */
const SMALL = `several whole entire due sought land equal furthest nearest far strong front rear sets ways
  a an the this that these those it its it's they them their there here we us our ours you your i my
  and or but so yet while whereas whilst although though even as when where which who whose what why how if than
  then also too again still now currently presently today lately recently already only just some such
  of in on at by to for from with across over among amongst within during between through around against into onto about
  per each every all any other others overall combined altogether along alongside amid despite besides until since
  is are was were be been being am has have having had do does did can could may should would must might
  something someone anyone everyone everybody somebody both alike together respectively namely ie eg including
  however moreover furthermore additionally likewise similarly elsewhere separately finally first meanwhile
  please rather quite very fairly pretty somewhat more less most least new old own same one ones`;

/** Verbs that state a figure and no movement. */
const STATING = `averages averaged averaging average mean means meaning stands standing stood stand sits sat sit
  sitting lies lay rests rest hovers hover hovered hovering amounts amounted amount amounting comes came come coming
  reads read registers registered register records recorded recording posted posts post posting logs logged logging
  notches notched clocks clocked clock weighs weighed check checks checked tallies tallied reports reported report
  reporting shows showed shown show showing displays displayed exhibits exhibited demonstrate accompany puts put
  putting placed places brings brought bring bringing takes took take taken taking makes made make making leaves left
  leaving moves moved move moving gets got get reaches reached reach reaching hits hit hitting closes closed close
  closing ends ended end ending finishes finished finish finishing lands landed landing settles settled settling sees
  saw see seen seeing counts counted count counting numbers numbered number numbering figures figured totals totalled
  totaled totalling totaling total contains comprises comprise comprising represents represent representing
  represented accounts account accounting accounted equates equating equals equivalent constitutes constitute
  constituting forms form forming belongs belong belonging includes include included generates generated generate
  generating produces produced produce producing yields yielded yield earns earned earn earning delivers delivered
  deliver delivering contributes contribute spend spends spent spending pays paid pay paying gives gave give given
  giving tells tell told says say suggests indicates indicate indicating indicated remains remain remained deserves
  deserve needs need merits merit calls call turns turned turn turning goes go going went gone keeps keep kept
  continues continue continued carries carry carried enjoys enjoy enjoyed experiences experienced sustained undergone
  underwent saw followed follows follow following becomes became become seems seem seemed appears appear appeared
  looks look looked looking feels feel translates translating translate serves served books booked secures secured
  collects collected attracts attracted draws drew participates participated responded begins began begin beginning
  starts started start happened changed change changes changing shifted shift includes excluding covers covered cover`;

/** What a dashboard and its readers speak of. */
const THINGS = `exception ranking fan fans member members people person base audience community supporter supporters population name names
  department departments group groups tier tiers sport sports affiliation affiliations segment segments category
  categories club university school campus alumni athletics marketing finance program programme programs crowd crowds
  team teams staff coach family families friend friends advocate advocates host hosts
  score scores scoring rate rates level levels result results reading readings value values share shares portion
  proportion part parts size sum worth tally volume amount headcount roster list pool metric metrics indicator
  indicators measure measures kpi kpis dashboard figure figures number numbers count trend trends picture view story
  summary headline news note side upside downside sign signs signal signals point points fact facts detail details
  data outcome outcomes performance activity effort efforts momentum loyalty retention quality status standing health
  strength weakness space room moment spot position place direction start opening area areas field fields difference gap shift movement balance
  risk danger leaving churn churning lapsing attention concern concerns worry worries win wins success challenge
  challenges opportunity opportunities priority priorities action actions step steps plan plans idea ideas focus
  topic question questions reason reasons way ways chance way period time date span course stretch window day days
  weeks week night game games matchday home away event events visit visits turnout attendance campaign
  campaigns content offer offers price pricing prices ticket tickets package packages perk perks reward rewards
  message messages outreach service services product products relationship relationships interest excitement
  enthusiasm commitment revenue revenues referrals referral advocacy hospitality experience sentiment engagement
  digital affinity e-mail email e-mails emails lifetime efficiency spend spending dollars us usd money dollar
  re-engagement thank-you follow-up win-back call phone invitation invitations survey check-in hand`;

/** How they are described. */
const DESCRIBING = `good bad great cheap strong weak positive negative encouraging concerning welcome notable healthy modest
  slight small large big clear main key bright solid robust mere sizeable sizable considerable noticeable decent
  respectable typical cumulative collective available active existing present loyal valuable dedicated committed
  registered marketable reachable eligible contactable reached contacted invited emailed listening watching happy
  satisfied pleased keen ready able sure willing important urgent immediate natural logical sensible useful personal
  special tailored fresh relevant simple quick early late main primary next further worrying worth opened
  attended hosted referred sent engaged valued flagged classed classified considered deemed rated marked recent
  starting close near following past last latest previous prior earlier before after ago compared comparison relative
  versus vs terms regard respect commercial financial digital emotional social current fresh entire exact precise
  soon immediately directly personally strongly firmly clearly generally broadly exactly precisely fully far back off
  out ahead behind well better worse underused popular quiet busy scored affected concerned responsible former whether underway today`;

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
