import { wordSet } from '../words/word-set.ts';

/** Multiples, causes and other times: refused even where something is asked for. */
export const ALWAYS_REFUSED: ReadonlySet<string> = wordSet(`
  halved halving majority minority double doubled doubles doubling triple tripled triples tripling treble trebled
  quadruple quadrupled twice thrice fold twofold threefold fourfold fivefold tenfold multiplied zero nil quarter
  quarters fourth driven drove drives caused cause causes causing owing resulted attributable explains explained
  owed prompted sparked fuelled fueled consequently accordingly stems stemmed half halves third thirds fifth sixth
  tenth tenths seventh eighth ninth monthly month months weekly yearly year years annual annually decade decades
  fortnight overnight yesterday tomorrow tonight hour hours hourly minute minutes daily nightly monday tuesday
  wednesday thursday friday saturday sunday january february march april june july august september october
  november december quarterly`);

/**
 * Words no fact can prove wherever something is told: other numbers and times, causes, negations (which would turn a
 * proven claim around), promises, records and odds.
 */
export const REFUSED: ReadonlySet<string> = wordSet(`
  dozen dozens hundred hundreds thousand thousands million millions billion billions trillion few many numerous
  countless couple pair mostly mainly once weekend spring summer autumn winter therefore thus hence thereby no not
  never none nor neither without hardly barely scarcely cannot nobody nothing failed fails will shall won't
  expected expects forecast forecasts predicted predicts projected likely unlikely probably chance odds
  probability likelihood possibly maybe might ever unprecedented historic percentage per nearly almost roughly
  approximately approx circa significant significantly dramatically massive huge sharply steeply drastically rank
  ranks ranked reversed faster slower quicker outnumber outnumbers outnumbered outpace outpaced outpaces exceed
  exceeds exceeded surpass surpasses surpassed beat beats beating overtook overtaken overtakes outstripped goal
  goals budget benchmark rivals competitors peers industry profit profits margin margins cost costs donors
  donations donated complaints clicks subscribers quit gone`);
