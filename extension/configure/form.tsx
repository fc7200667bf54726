import type { JSX } from 'preact';
import { MAPPED_FIELDS, type PanelSettings } from '../host/panel-settings.ts';
import type { ConfigureModel } from '../models/configure.ts';
import { Choice } from './choice.tsx';
import { FieldRowView } from './field-row.tsx';
import { FigureRows } from './figure-rows.tsx';
import { isNarrowed } from './is-narrowed.ts';
import { serviceNote } from './notes.ts';
import { Row } from './row.tsx';

export interface FormProps {
  /** The stem of the panel. */
  readonly panel: string;
  /** What the panel is called. */
  readonly title: string;
  readonly model: ConfigureModel;
  readonly onCancel: () => void;
}

export function ConfigureForm({ panel, title, model, onCancel }: FormProps): JSX.Element {
  const rows = model.rows.value;
  const draft = model.draft.value;
  return (
    <form
      class="configure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void model.save();
      }}
    >
      <header class="configure-head">
        <h1>Configure {title}</h1>
        <p>Saved with the workbook. Viewers cannot change it.</p>
      </header>
      <div class="configure-body">
        <ServiceRow model={model} />
        {panel === 'narrative' ? (
          <DepartmentRow model={model} department={draft.department} />
        ) : null}
        {isNarrowed(panel)
          ? MAPPED_FIELDS.map((field) => (
              <FieldRowView key={field} model={model} field={field} row={rows[field]} />
            ))
          : null}
        <ThemeRow model={model} theme={draft.theme} />
        {panel === 'score-rings' ? <OrbRow model={model} orb={draft.orb} /> : null}
        <FigureRows panel={panel} model={model} />
      </div>
      <ConfigureFoot model={model} onCancel={onCancel} />
    </form>
  );
}

function ServiceRow({ model }: { readonly model: ConfigureModel }): JSX.Element {
  const check = model.service.value;
  return (
    <Row id="service" label="Service" note={serviceNote(check)}>
      <input
        type="url"
        class="text"
        aria-label="Service"
        aria-describedby="service-note"
        aria-invalid={check.kind === 'wrong'}
        value={model.address.value}
        onInput={(event) => model.setAddress(event.currentTarget.value)}
      />
    </Row>
  );
}

const DEPARTMENTS = [
  ['', 'The viewer’s own'],
  ['executive', 'Executive'],
  ['athletics', 'Athletics'],
  ['marketing', 'Marketing'],
  ['finance', 'Finance'],
  ['alumni', 'Alumni'],
] as const;

interface DepartmentProps {
  readonly model: ConfigureModel;
  readonly department: string | null;
}

function DepartmentRow({ model, department }: DepartmentProps): JSX.Element {
  return (
    <Row id="department" label="Department" note={null}>
      <Choice
        label="Department"
        value={department ?? ''}
        options={DEPARTMENTS.map(([value, label]) => ({ value, label }))}
        onChange={(value) => model.change({ department: value === '' ? null : value })}
      />
    </Row>
  );
}

const THEMES = [
  [null, 'Workbook'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

interface ThemeProps {
  readonly model: ConfigureModel;
  readonly theme: PanelSettings['theme'];
}

function ThemeRow({ model, theme }: ThemeProps): JSX.Element {
  return (
    <Row id="theme" label="Theme" note={null}>
      <fieldset class="segmented" aria-label="Theme">
        {THEMES.map(([value, label]) => (
          <label key={label} class={value === theme ? 'segment segment-on' : 'segment'}>
            <input
              type="radio"
              name="theme"
              checked={value === theme}
              onChange={() => model.change({ theme: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </Row>
  );
}

interface OrbProps {
  readonly model: ConfigureModel;
  readonly orb: boolean;
}

function OrbRow({ model, orb }: OrbProps): JSX.Element {
  return (
    <Row id="orb" label="Animated orb" note={null}>
      <input
        type="checkbox"
        class="switch"
        aria-label="Animated orb"
        checked={orb}
        onChange={(event) => model.change({ orb: event.currentTarget.checked })}
      />
    </Row>
  );
}

interface FootProps {
  readonly model: ConfigureModel;
  readonly onCancel: () => void;
}

function ConfigureFoot({ model, onCancel }: FootProps): JSX.Element {
  const problems = model.problems();
  const saving = model.saving.value;
  const ready = problems === 0 && model.service.value.kind === 'good' && saving.kind !== 'saving';
  return (
    <footer class="configure-foot">
      <p role="status" class={saving.kind === 'failed' ? 'foot-wrong' : ''}>
        {footWords(problems, saving)}
      </p>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
      <button type="submit" class="button button-main" disabled={!ready}>
        {saving.kind === 'saving' ? 'Saving…' : 'Save'}
      </button>
    </footer>
  );
}

function footWords(problems: number, saving: ReturnType<ConfigureModel['saving']['peek']>): string {
  if (saving.kind === 'failed') {
    return saving.viewing
      ? 'Only an author can save. Open the dashboard for editing.'
      : 'The workbook did not take the settings. Try again.';
  }
  if (problems === 0) return '';
  return problems === 1 ? '1 field needs attention' : `${problems} fields need attention`;
}
