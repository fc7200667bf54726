import { addDays } from '../run.ts';
import {
  type ChangePart,
  type Contribution,
  mostTelling,
  splitSumChange,
} from './detect-contribution.ts';
import type { Finding } from './finding.ts';
import { type FindingContext, factSheet } from './finding-context.ts';
import type { InsightFacts } from './insight-facts.ts';
import { groupWords, type WatchedMetric, watchedActivity } from './metric-words.ts';
import { told } from './told.ts';

/** Of the sum before, from which a change is a large one. */
const LARGE = 0.25;

function priorityOf({ change, before }: Contribution, { good }: WatchedMetric) {
  const isLarge = Math.abs(change) >= LARGE * before;
  const isGood = good === (change > 0 ? 'up' : 'down');
  if (isGood) return isLarge ? 'medium' : 'low';
  return isLarge ? 'high' : 'medium';
}

function partWords(dimension: string, { group }: ChangePart): string {
  return group === undefined ? 'groups too small to show' : groupWords(dimension, group);
}

function describe(found: Contribution, watched: WatchedMetric, context: FindingContext) {
  const { label, unit } = watched;
  const { dimension, lead } = found;
  const rest = (Math.round(found.change * 100) - Math.round(lead.change * 100)) / 100;
  const { facts, fact } = factSheet(
    [
      { id: 'change', label: `${label}, change`, value: found.change, unit, isChange: true },
      {
        id: 'now',
        label: `${label}, last ${context.settings.change_days} days`,
        value: found.now,
        unit,
      },
      {
        id: 'before',
        label: `${label}, ${context.settings.change_days} days before`,
        value: found.before,
        unit,
      },
      { id: 'span', label: 'Span', value: context.settings.change_days, unit: 'days' },
      {
        id: 'lead',
        label: `${capital(groupWords(dimension, lead.group))}, change`,
        value: lead.change,
        unit,
        isChange: true,
      },
      { id: 'rest', label: 'All others, change', value: rest, unit, isChange: true },
      ...found.parts.map((part, index) => ({
        id: `part_${index + 1}`,
        label: capital(partWords(dimension, part)),
        value: part.change,
        unit,
        isChange: true,
      })),
    ],
    context,
  );
  const isUp = found.change > 0;
  const whose = groupWords(dimension, lead.group);
  const isAll = Math.abs(lead.change) > Math.abs(found.change);
  const share = isAll
    ? told`, all of it from ${whose}`
    : told`, ${fact('lead')} of it from ${whose}`;
  const others =
    rest === 0 ? '' : told`; all others ${rest > 0 ? 'gained' : 'lost'} ${fact('rest')}`;
  return {
    facts,
    title: told`${label} ${isUp ? 'up' : 'down'} by ${fact('change')}${share}`,
    description: told`${label} of the last ${fact('span')}: ${fact('now')}, ${fact('change')} ${isUp ? 'above' : 'below'} the ${fact('span')} before. ${capital(whose)} ${isUp ? 'gained' : 'lost'} ${fact('lead')}${others}.`,
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The department's watched sums that changed between two spans, each with the group that explains it. */
export function findChanges(facts: InsightFacts, context: FindingContext): Finding[] {
  const { settings, minimum } = context;
  return watchedActivity(facts.department).flatMap((watched): Finding[] => {
    const isCount = watched.unit === 'count';
    const splits = facts.changes
      .filter(({ metric }) => metric === watched.metric)
      .flatMap(({ dimension, groups }) => {
        const split = splitSumChange(groups, { dimension, isCount, minimum, settings });
        return split === undefined ? [] : [split];
      });
    const found = mostTelling(splits);
    if (found === undefined) return [];
    return [
      {
        ...describe(found, watched, context),
        department: facts.department,
        type: 'contribution',
        priority: priorityOf(found, watched),
        metric: watched.metric,
        label: watched.label,
        value: found.change,
        fans: found.lead.fans,
        smallestGroup: Math.min(...found.parts.map(({ told: fans }) => fans)),
        // The sum, not its change: windows of 28 days that slide on by one are nearly the same news.
        level: Math.sign(found.change) * Math.abs(found.now),
        strength: Math.abs(found.change) / found.before,
        filters: { [found.dimension]: found.lead.group },
        from: addDays(facts.scoreDate, 1 - settings.change_days),
        to: facts.scoreDate,
        method: `Change of each group between two spans of ${settings.change_days} days; the parts sum to the change exactly.`,
      },
    ];
  });
}
