import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { FilterField } from '../../host/dashboard-host.ts';
import type { Narrowing } from '../../models/fan-choice.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { FanPartProps } from './fan-part.tsx';

/** Which of the segment's fans are listed. */
export function Narrow(props: FanPartProps): JSX.Element {
  const { model } = props;
  const { choice } = model;
  const open = useSignal(false);
  const count = choice.narrowed.value;
  return (
    <>
      <SearchField
        label="Search fans by name or ID"
        value={choice.search.value}
        onType={choice.setSearch}
      />
      <span class="narrow">
        <button
          type="button"
          class={count === 0 ? 'button button-small' : 'button button-small button-on'}
          aria-expanded={open.value}
          aria-label={count === 0 ? 'Filters' : `Filters, ${count} set`}
          onClick={() => {
            model.wantOptions();
            open.value = !open.peek();
          }}
        >
          <Icon name="filter" />
          <span class="narrow-word">Filters</span>
          {count === 0 ? null : <b class="narrow-count">{count}</b>}
        </button>
        {open.value ? (
          <Popover
            label="Filters"
            onClose={() => {
              open.value = false;
            }}
          >
            <NarrowForm {...props} />
          </Popover>
        ) : null}
      </span>
    </>
  );
}

const FIELDS = [
  { field: 'sport', label: 'Sport', list: 'sports' },
  { field: 'affiliation', label: 'Affiliation', list: 'affiliations' },
  { field: 'loyalty_tier', label: 'Loyalty tier', list: 'loyalty_tiers' },
] as const satisfies readonly { field: FilterField; label: string; list: string }[];

function NarrowForm(props: FanPartProps): JSX.Element {
  const { model } = props;
  const { choice, options } = model;
  return (
    <div class="narrow-form">
      {FIELDS.map(({ field, label, list }) => {
        const state = options.value;
        const offered = state.kind === 'ready' ? state.data[list].map(({ value }) => value) : [];
        return <Choice key={field} {...props} field={field} label={label} offered={offered} />;
      })}
      <fieldset class="narrow-range">
        <legend>Score</legend>
        <Bound {...props} bound="min_score" label="Lowest score" />
        <span aria-hidden="true">to</span>
        <Bound {...props} bound="max_score" label="Highest score" />
      </fieldset>
      <button
        type="button"
        class="link-button"
        disabled={choice.narrowed.value === 0}
        onClick={choice.clear}
      >
        Clear filters
      </button>
    </div>
  );
}

interface ChoiceProps extends FanPartProps {
  readonly field: (typeof FIELDS)[number]['field'];
  readonly label: string;
  readonly offered: readonly string[];
}

function Choice({ model, field, label, offered }: ChoiceProps): JSX.Element {
  const id = useId();
  const { choice } = model;
  const decided = model.audience.value.filters[field];
  const value = decided ?? choice.narrowing.value[field] ?? '';
  const values = value === '' || offered.includes(value) ? offered : [value, ...offered];
  return (
    <div class="narrow-field">
      <label for={id}>{label}</label>
      <span class="select-box">
        <select
          id={id}
          value={value}
          disabled={decided !== undefined}
          title={decided === undefined ? undefined : 'Set by the dashboard'}
          onChange={(event) => choice.narrowBy({ [field]: event.currentTarget.value || null })}
        >
          <option value="">All</option>
          {values.map((each) => (
            <option key={each} value={each} selected={each === value}>
              {each}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </div>
  );
}

interface BoundProps extends FanPartProps {
  readonly bound: keyof Pick<Narrowing, 'min_score' | 'max_score'>;
  readonly label: string;
}

/** A bound of the score; what is no number from 0 to 100 bounds nothing. */
function Bound({ model, bound, label }: BoundProps): JSX.Element {
  const { choice } = model;
  return (
    <input
      type="number"
      min="0"
      max="100"
      step="1"
      inputMode="decimal"
      aria-label={label}
      placeholder={bound === 'min_score' ? '0' : '100'}
      value={choice.narrowing.value[bound] ?? ''}
      onChange={(event) => {
        const { value, valueAsNumber } = event.currentTarget;
        const usable = value !== '' && valueAsNumber >= 0 && valueAsNumber <= 100;
        choice.narrowBy({ [bound]: usable ? Math.round(valueAsNumber * 100) / 100 : null });
      }}
    />
  );
}
