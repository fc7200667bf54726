import type { JSX } from 'preact';
import { Icon } from '../ui/icon.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  /** Whether the choice narrows what is shown. */
  readonly active?: boolean;
}

/** The system's own list in the product's clothes. */
export function Select({ label, value, choices, onChange, active }: SelectProps): JSX.Element {
  return (
    <label class="select">
      <span class="select-label">{label}</span>
      <span class={active === true ? 'select-box select-active' : 'select-box'}>
        <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </label>
  );
}
