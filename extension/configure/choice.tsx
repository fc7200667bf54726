import type { JSX } from 'preact';
import { Icon } from '../ui/icon.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  /** More options, under a heading of their own. */
  readonly more?: { readonly heading: string; readonly options: readonly ChoiceOption[] } | null;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly onChange: (value: string) => void;
}

export function Choice(props: ChoiceProps): JSX.Element {
  const { label, value, options, more = null, describedBy, invalid = false, onChange } = props;
  return (
    <span class={value === '' ? 'choice choice-empty' : 'choice'}>
      <select
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(optionOf)}
        {more === null || more.options.length === 0 ? null : (
          <optgroup label={more.heading}>{more.options.map(optionOf)}</optgroup>
        )}
      </select>
      <Icon name="chevron" />
    </span>
  );
}

function optionOf({ value, label }: ChoiceOption): JSX.Element {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
