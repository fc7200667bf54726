import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FanQuery } from '../api/client.ts';
import { debounce, type Timers } from './timers.ts';

/** What a list of fans is narrowed by beside the dashboard's filters. */
export interface Narrowing {
  readonly sport: string | null;
  readonly affiliation: string | null;
  readonly loyalty_tier: string | null;
  readonly min_score: number | null;
  readonly max_score: number | null;
}

/** Which fans of a list, and in which order, as its own controls say. */
export interface FanChoice {
  readonly search: ReadonlySignal<string>;
  readonly narrowing: ReadonlySignal<Narrowing>;
  readonly sort: ReadonlySignal<string>;
  /** As the service takes it; follows the search once typing pauses. */
  readonly parameters: ReadonlySignal<FanQuery>;
  /** How many fields are narrowed, the search apart. */
  readonly narrowed: ReadonlySignal<number>;
  /** Whether neither fields nor search narrow the list. */
  readonly all: ReadonlySignal<boolean>;
  readonly setSearch: (text: string) => void;
  readonly narrowBy: (part: Partial<Narrowing>) => void;
  readonly clear: () => void;
  /** By this column; by the one that is sorted by already, the other way round. */
  readonly sortBy: (column: string) => void;
}

const SETTLE_MS = 200;
const NOTHING: Narrowing = {
  sport: null,
  affiliation: null,
  loyalty_tier: null,
  min_score: null,
  max_score: null,
};

/** A bound set beyond the other lets the other go: no score lies between, and the service refuses to ask. */
function uncrossed(all: Narrowing, changed: Partial<Narrowing>): Narrowing {
  const { min_score: least, max_score: most } = all;
  if (least === null || most === null || least <= most) return all;
  return { ...all, [changed.min_score === undefined ? 'min_score' : 'max_score']: null };
}

export function createFanChoice(timers: Timers): FanChoice {
  const search = signal('');
  const settled = signal('');
  const narrowing = signal(NOTHING);
  const sort = signal('-wonder_score');
  const settle = debounce(timers, SETTLE_MS, () => {
    settled.value = search.peek().trim();
  });
  const parameters = computed<FanQuery>(() => {
    const given = Object.entries(narrowing.value).filter(([, value]) => value !== null);
    const q = settled.value === '' ? {} : { q: settled.value };
    return { ...Object.fromEntries(given), ...q, sort: sort.value };
  });
  const narrowed = computed(
    () => Object.values(narrowing.value).filter((value) => value !== null).length,
  );
  return {
    search,
    narrowing,
    sort,
    parameters,
    narrowed,
    all: computed(() => narrowed.value === 0 && settled.value === ''),
    setSearch: (text) => {
      search.value = text;
      settle.call();
    },
    narrowBy: (part) => {
      narrowing.value = uncrossed({ ...narrowing.peek(), ...part }, part);
    },
    clear: () => {
      settle.cancel();
      search.value = '';
      settled.value = '';
      narrowing.value = NOTHING;
    },
    sortBy: (column) => {
      // Names from the first on, figures from the largest.
      const first = column === 'wonder_id' ? column : `-${column}`;
      const other = column === 'wonder_id' ? `-${column}` : column;
      sort.value = sort.peek() === first ? other : first;
    },
  };
}
