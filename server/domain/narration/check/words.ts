const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that claim a rise, a fall, or neither; verbs in every form a text uses. */
export const DIRECTIONS: Readonly<Record<'up' | 'down' | 'flat', ReadonlySet<string>>> = {
  up: setOf(`up upward upwards rose risen rise rises rising increase increases increased increasing grew
    grown grow grows growing growth gain gains gained gaining climb climbs climbed climbing higher jump jumps
    jumped surge surged soared soar added adds adding expanded expand expands advanced advance larger bigger
    greater more additional extra swelled accelerated rebounded recovered picked lifted raised boosted`),
  down: setOf(`down downward downwards fell fallen fall falls falling decline declines declined declining
    drop drops dropped dropping decrease decreases decreased decreasing lower lowered lost lose loses losing
    loss losses shrank shrunk shrink shrinks shrinking slipped slip slips slipping slid slide slides dipped
    dip dips dipping reduced reduction reductions eased easing sank sunk plunged plunge tumbled contracted
    smaller fewer less softened shed sheds receded dwindled ebbed slumped slump cut weakening`),
  flat: setOf(`unchanged flat steady steadily stable held holds holding constant static stagnant same
    plateaued stagnated`),
};

/** Words that judge a change; what they claim depends on which way is better. */
export const JUDGEMENTS: Readonly<Record<'better' | 'worse', ReadonlySet<string>>> = {
  better: setOf(
    'improved improves improving improvement improvements better strengthened stronger',
  ),
  worse: setOf('worsened worsens worsening worse deteriorated deterioration weakened weaker'),
};

/** Words that give a group a place among all groups. */
export const RANKS: Readonly<Record<'highest' | 'lowest', ReadonlySet<string>>> = {
  highest:
    setOf(`highest strongest best top leads lead leading leader ahead largest biggest greatest tops
    topped led most peak outperforms outpaces foremost`),
  lowest:
    setOf(`lowest weakest worst bottom trails trail trailing lags lag lagging behind smallest least
    last poorest underperforms`),
};
