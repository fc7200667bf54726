import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
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
  const id = useId();
  return (
    <div class="select">
      <label class="select-label" for={id}>
        {label}
      </label>
      <span class={active === true ? 'select-box select-active' : 'select-box'}>
        <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </div>
  );
}
