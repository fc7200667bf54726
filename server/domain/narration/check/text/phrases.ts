import { phraseFinder } from './phrase-finder.ts';

/**
 * Several words that say what one word of the lists says: "lost ground" is a fall, "came down" too, "ranks first"
 * is a place. The longest is taken.
 */
const PHRASES: Readonly<Record<string, string>> = {
  up: `to the good, ticked up, ticks up, edged up, edges up, edged higher, inched up, inched higher, crept up, crept higher,
    moved up, moved higher, nudged up, went up, goes up, gone up, came up, trended up, trending up, trended upward,
    pushed up, pulled up, picked up, picks up, bounced back, gained ground, on the rise, on the up, in growth,
    notched up, drifted up, drifted higher, stepped up, shot up, headed up, headed higher, ticked higher,
    climbed higher, built up, driven up, is ahead by, are ahead by, was ahead by, moved upward, moved upwards, moved ahead, moved forward, got longer, grew longer, nudged higher,
    ran higher, came in higher, came out higher, put on, puts on, warmed up, plus of`,
  down: `took a knock of, took a knock, took a hit of, took a hit, took a dip of, took a dip, took a tumble, took a step back, to the bad, ticked down, ticks down, edged down, edges down, edged lower, inched down, inched lower, crept down,
    crept lower, moved down, moved lower, nudged down, nudged lower, went down, goes down, gone down, came down,
    comes down, trended down, trending down, trended downward, pushed down, pulled down, dragged down, gave up,
    gives up, gave back, given back, cooled off, fell off, falls off, fell back, fallen back, dropped off,
    dropped back, slipped back, slid back, eased back, eased off, lost ground, losing ground, on the decline,
    on the wane, in decline, is off, are off, was off, were off, drifted down, drifted lower, stepped down,
    headed down, headed lower, ticked lower, driven down, moved downward, moved downwards, scaled back, tailed off,
    dropped away, fell away, got shorter, moved backward, moved backwards, given up, having given up, taken down, brought down, came in lower, came out lower, backed off, pulled back, minus of`,
  likewise: `followed suit, follows suit, follow suit, did likewise, does likewise, did the same, does the same, the same goes, the same is true, the same holds, the same applies, the same can be said`,
  flat: `stayed put, stays put, stood pat, stood firm, where it was, where they were, where it stood, where they stood, just where it was, in the same place, remains at, remained at, remain at, stays at, stayed at, stay at, stays unchanged, remains unchanged,
    remained unchanged, little changed, no change, has not changed, have not changed, did not change, not changed, stood still, is level, are level, held level, flat line, in line with`,
  highest: `ranks top, ranked top, sits on top, sat on top, is on top, sits top, is first among, first among, ranks first, ranked first, rank first, ranks highest, ranked highest, comes first, came first,
    comes out on top, came out on top, come out on top, comes out ahead, is in front, are in front, top the table,
    tops the table, top the list, tops the list, heads the list, heads the table, heads the field,
    at the top, at the high end, at the upper end, at the top end, out in front, in front, at the head of the table, heads the advocacy table, at the head of the pack, heads the pack, out ahead, sets the pace, set the pace, setting the pace, sets the standard, leads the way, lead the way, leading the way, leads the field, more than any other, more than any other group, more than any other tier,
    more than any other sport, outranks every other, outranks all other, outranks all others, ahead of every other,
    ahead of all other, ahead of all others, ahead of any other, higher than any other, above every other,
    above all others, in first place, takes first place, in the lead, take the lead, takes the lead`,
  lowest: `ranks bottom, ranked bottom, sits bottom, is last among, last among, ranks last, ranked last, rank last, ranks lowest, ranked lowest, comes last, come last, came last,
    comes in last, come in last, brings up the rear, bring up the rear, at the bottom, at the other end, at the
    opposite end, less than any other, lower than any other, behind every other, behind all other,
    behind all others, furthest behind, furthest back, last of all, below that of every other, below that of any other, at the foot of the list, at the foot of the table, at the foot, props up the table, props it up, props up the list, brings up the bottom, at the back of the pack, at the back, at the tail end, at the lower end, at the bottom end, bringing up the rear, below every other, below all others, in last place, at the low end`,
  higher: `above their levels of, ahead of the position, ahead of its position, ahead of the level of, ahead of the level, ahead of its level, ahead of the figure of, ahead of the figure, above the count of, above the count, above its levels of, above their levels, above where it was, above where they were, above where it stood, above where they stood, above its level of, above their level of, above the
    level of, above the figure of, above the figure, above its level, above their level, above the level,
    up on, higher than it was, higher than they were, ahead of where it stood, ahead of its level of`,
  lower: `off where we were, off where it was, off where they were, off where it stood, off its level, down from where it was, below their levels of, below its levels of, below their levels, below where it was, below where they were, below where it stood, below where they stood, below its level of, below their level of, below the
    level of, below the figure of, below the figure, below its level, below their level, below the level, down on,
    lower than it was, lower than they were, under its level of, under their level of, under its level, under their level, short of its level of, short of their level of, short of its level, short of their level, short of where it was, short of where they were, short of where it stood, short of its earlier level, behind where it stood`,
  concern: 'less good, less positive, less encouraging, less rosy, less welcome, less bright',
  meanwhile: `not far behind, close behind, hot on its heels, at the same time, over the same period, in the same period, during the same period, in the same time, over the same stretch, over the same span, over the same window, in the same window, across the same stretch,
    over the same time, across the same period, all the same`,
  over: 'over the same, in the same, during the same, within the same',
  overall: 'roughly speaking, broadly speaking, generally speaking',
  room: 'room to grow, room to improve, room for improvement, room for growth, potential to grow',
  than: 'from its level, from their level, from the level of, from where it stood, from where they stood',
  earlier: `than at its start, at its start, than at the outset, at the outset, than at the start of the 28 days, than at the beginning, than at the start of the period, than at the beginning of the period, than at the start, than in the
    period before, than in the previous period, since the start of the period, over the period, in the period, the period before, the previous period, the period earlier, the prior period`,
};

/** The longest phrase that words begin with: what it says in one word, and its words. */
export const phraseAt = phraseFinder(Object.entries(PHRASES));
