import { wordSet } from './word-set.ts';

/** Words that claim a rise, a fall, or neither; verbs in every form a text uses. */
export const DIRECTIONS: Readonly<Record<'up' | 'down' | 'flat', ReadonlySet<string>>> = {
  up: wordSet(`
  up upward upwards rose risen rise rises rising increase increases increased increasing grew grown grow grows growing
  growth gain gains gained gaining climb climbs climbed climbing higher jump jumps jumped jumping surge surges surged
  surging soar soars soared soaring add adds added adding addition expand expands expanded expanding expansion advance
  advances advanced advancing larger bigger greater more additional extra swelled swell swells swollen accelerated
  rebounded rebound rebounds rebounding recovered recover recovers recovering recovery picked lifted lift lifts
  lifting raised raise raises raising boosted boost boosts boosting leapt leap leaps leaped leaping uptick upticks
  upturn upswing uplift spike spikes spiked spiking rocketed skyrocketed ballooned balloon mounted mounting escalated
  escalating progressed ascended ascending elevated widened broadened extended plus crept built rallied rally rallying
  bounced buoyed bolstered enlarged inflated strengthen upwardly firmed warmed lengthened lengthens lengthening
  appreciated appreciates longer swelling above joined arrived welcomed`),
  down: wordSet(`down downward downwards fell fallen fall falls falling decline declines declined declining
    drop drops dropped dropping decrease decreases decreased decreasing lower lowered lowering lost lose loses
    losing loss losses shrank shrunk shrink shrinks shrinking shrinkage slipped slip slips slipping slid slide
    slides sliding dipped dip dips dipping reduced reduce reduces reducing reduction reductions eased ease eases
    easing sank sunk sink sinks sinking plunged plunge plunges plunging tumbled tumble tumbles tumbling
    contracted contract contracts contracting contraction smaller fewer less softened soften softens softening
    shed sheds shedding receded recede recedes receding dwindled dwindle dwindles dwindling ebbed ebb slumped
    slump slumps slumping cut cuts trimmed trim retreated retreat retreats retreating sagged sag sags sagging
    eroded erode erodes eroding erosion diminished diminish diminishes diminishing cooled cool cooling collapsed
    collapse collapses collapsing crashed crash crashing plummeted plummet plummets plummeting nosedived
    nosedive crumbled withered faded fade fading waned wane waning tapered taper tapering abated abate
    subsided subside subsiding narrowed thinned downturn downtick setback shortfall depleted depressed
    descended descending dented dent shaved drained drain slackened slowed depreciated minus regressed
    backslid stumbled stumble faltered falter lessened lessen lighter shorter softer thinner scarcer rarer below`),
  flat: wordSet(`unchanged flat steady steadily stable held holds holding constant static stagnant same
    plateaued stagnated stagnating flatlined stalled stall steadied levelled leveled unmoved`),
};

/** Words that judge a change; what they claim depends on which way is better. */
export const JUDGEMENTS: Readonly<Record<'better' | 'worse', ReadonlySet<string>>> = {
  better:
    wordSet(`improved improves improve improving improvement improvements better strengthened strengthens
    strengthening stronger brightened brighter healthier enhanced`),
  worse:
    wordSet(`worsened worsens worsen worsening worse deteriorated deteriorates deteriorating deterioration
    weakened weakens weakening weaker soured suffered suffers degraded poorer darkened`),
};

const MOVES: ReadonlySet<string> = new Set(
  [...Object.values(DIRECTIONS), ...Object.values(JUDGEMENTS)].flatMap((words) => [...words]),
);

/** Whether a word claims or judges a movement. */
export function isDirection(word: string): boolean {
  return MOVES.has(word);
}
