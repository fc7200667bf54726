import type { JSX } from 'preact';
import type { Format } from '../ui/format.ts';

export interface Bar {
  readonly value: string;
  readonly label: string;
  /** Null: too few to show. */
  readonly fans: number | null;
}

export interface BarsProps {
  readonly bars: readonly Bar[];
  readonly selected: string | null;
  readonly format: Format;
  readonly onSelect: (value: string | null) => void;
}

/** Counts as bars on a common scale; selecting a bar selects its mark. */
export function Bars({ bars, selected, format, onSelect }: BarsProps): JSX.Element {
  const most = Math.max(...bars.map((bar) => bar.fans ?? 0), 1);
  return (
    <ul class="bars">
      {bars.map(({ value, label, fans }) => (
        <li key={value}>
          <button
            type="button"
            class="bar"
            aria-pressed={selected === value}
            onClick={() => onSelect(selected === value ? null : value)}
          >
            <span class="bar-label">{label}</span>
            <span class="bar-track">
              <i style={{ width: `${((fans ?? 0) / most) * 100}%` }} />
            </span>
            <span class="number">{fans === null ? 'few' : format.count(fans)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
