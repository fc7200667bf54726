const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Words no fact can prove here, wherever they stand: other numbers, shares and multiples, other times, causes,
 * negations (which would turn a proven claim around), promises, records and odds.
 */
export const REFUSED: ReadonlySet<string> = setOf(`
  half halves halved halving third thirds quarter quarters fifth fourth sixth tenth tenths second seventh eighth
  ninth majority minority dozen dozens hundred hundreds thousand thousands million millions billion billions
  trillion few several many numerous countless couple pair entire whole mostly mainly largely
  double doubled doubles doubling triple tripled triples tripling treble trebled quadruple quadrupled twice
  thrice times fold twofold threefold fourfold fivefold tenfold multiplied zero nil once
  week weeks weekly month months monthly year years yearly annual annually season seasons decade decades
  fortnight overnight yesterday tomorrow tonight hour hours hourly minute minutes daily nightly weekend
  spring summer autumn winter quarterly
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august
  september october november december
  due driven drove drives caused cause causes causing thanks owing result results resulted therefore
  thus attributable explains explained owed hence thereby contributed prompted sparked fuelled fueled
  consequently accordingly stems stemmed
  no not never none nor neither without hardly barely scarcely cannot nobody nothing failed fails
  except unlike
  will shall won't expected expects expect forecast forecasts predicted predicts projected likely unlikely
  probably chance odds probability likelihood possibly perhaps maybe might would
  record records ever unprecedented historic percentage every per nearly almost roughly approximately approx
  circa high low significant significantly dramatically massive huge minus sharply steeply drastically
  equal equals opposite rank ranks ranked ranking reversed
  faster slower quicker outnumber outnumbers outnumbered outpace outpaced outpaces exceed exceeds exceeded
  surpass surpasses surpassed beat beats beating overtook overtaken overtakes outstripped
  target targets goal goals budget benchmark rivals competitors peers industry
  profit profits margin margins cost costs donors donations donated complaints clicks subscribers
  above below under quit gone`);

/** Nouns that only count as words of their own where they stand with a small letter. */
export const ORDINARY_NAMES: ReadonlySet<string> = setOf(
  'friend champion supporter explorer gold silver bronze platinum community staff parent faculty family',
);

/** Names of groups that are never ordinary words; refused unless a fact is about them. */
export const GROUP_NAMES: ReadonlySet<string> =
  setOf(`football basketball baseball softball soccer golf tennis
  volleyball swimming diving track rowing lacrosse hockey bowling wrestling gymnastics cricket rugby athletics
  marketing finance alumni alumnus alumna`);
