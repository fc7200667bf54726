import type { JSX } from 'preact';
import type { FilterField } from '../host/dashboard-host.ts';
import { Icon } from '../ui/icon.tsx';
import type { PreviewContext } from './context.ts';
import { DASHBOARD } from './panels.ts';
import { type Choice, Select } from './select.tsx';
import { PANEL_SIZES } from './sizes.ts';
import { VIEWERS, viewerChoice } from './viewers.ts';

export function Header(props: PreviewContext): JSX.Element {
  return (
    <header class="top">
      <div class="brand">
        <i class="brand-mark" aria-hidden="true" />
        <h1>Member performance</h1>
        <span class="pill">Preview</span>
      </div>
      <div class="controls">
        <FilterControls {...props} />
        <StageControls {...props} />
      </div>
    </header>
  );
}

const FILTERS = [
  { field: 'sport', label: 'Sport', list: 'sports' },
  { field: 'affiliation', label: 'Affiliation', list: 'affiliations' },
  { field: 'loyalty_tier', label: 'Loyalty', list: 'loyalty_tiers' },
] as const satisfies readonly { field: FilterField; label: string; list: string }[];

function FilterControls({ dashboard, facts }: PreviewContext): JSX.Element {
  const { filters, selection } = dashboard.state.value;
  const state = facts.state.value;
  const barred = state.kind === 'failed' && state.trouble.kind === 'forbidden';
  const narrowed = Object.keys(filters).length + selection.length > 0;
  return (
    <>
      {FILTERS.filter(({ field }) => !barred || filters[field]).map(({ field, label, list }) => {
        const offered = state.kind === 'ready' ? state.data.filters[list] : [];
        const value = filters[field] ?? '';
        return (
          <Select
            key={field}
            label={label}
            value={value}
            active={value !== ''}
            choices={choicesOf(
              offered.map((option) => option.value),
              value,
            )}
            onChange={(next) => dashboard.host.applyFilter(field, next || null)}
          />
        );
      })}
      {narrowed ? (
        <button type="button" class="link-button" onClick={dashboard.reset}>
          Clear
        </button>
      ) : null}
    </>
  );
}

/** What is set is offered, whether or not the list has come yet. */
function choicesOf(values: readonly string[], current: string): readonly Choice[] {
  const known = current === '' || values.includes(current) ? values : [current, ...values];
  return [{ value: '', label: 'All' }, ...known.map((value) => ({ value, label: value }))];
}

function StageControls({ dashboard, size, view }: PreviewContext): JSX.Element {
  const { viewer, theme } = dashboard.state.value;
  const dark = theme === 'dark';
  return (
    <>
      <Select
        label="Viewing as"
        value={viewerChoice(viewer)?.name ?? ''}
        choices={VIEWERS.map(({ name }) => ({ value: name, label: name }))}
        onChange={(name) => {
          const choice = VIEWERS.find((candidate) => candidate.name === name);
          if (choice !== undefined) dashboard.setViewer(choice.viewer);
        }}
      />
      {view.value === DASHBOARD ? null : <SizeControl size={size} />}
      <button
        type="button"
        class="icon-button theme-button"
        aria-label={dark ? 'Light theme' : 'Dark theme'}
        title={dark ? 'Light theme' : 'Dark theme'}
        onClick={() => dashboard.setTheme(dark ? 'light' : 'dark')}
      >
        <Icon name={dark ? 'sun' : 'moon'} />
      </button>
    </>
  );
}

function SizeControl({ size }: Pick<PreviewContext, 'size'>): JSX.Element {
  return (
    <Select
      label="Panel size"
      value={size.value.name}
      choices={PANEL_SIZES.map(({ name }) => ({ value: name, label: name }))}
      onChange={(name) => {
        size.value = PANEL_SIZES.find((candidate) => candidate.name === name) ?? size.peek();
      }}
    />
  );
}
