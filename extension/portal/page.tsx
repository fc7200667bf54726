import type { JSX } from 'preact';
import type { Portal } from '../../server/contract/index.ts';
import type { Place, PortalModel, Shown } from '../models/portal.ts';
import { troubleWords } from '../ui/trouble-words.ts';
import { queryFromPlace } from './address.ts';

const NAMES: Readonly<Record<string, string>> = {
  executive: 'Executive',
  athletics: 'Athletics',
  marketing: 'Marketing',
  finance: 'Finance',
  alumni: 'Alumni',
};

export interface PortalPageProps {
  readonly model: PortalModel;
  /** Where Tableau's element stands. */
  readonly vizRef: (place: HTMLElement | null) => void;
}

/** The governed dashboards: tabs per department, and one dashboard. */
export function PortalPage({ model, vizRef }: PortalPageProps): JSX.Element {
  const state = model.portal.value;
  const portal = state.kind === 'ready' ? state.data : null;
  const usable = portal !== null && portal.missing.length === 0 && portal.departments.length > 0;
  return (
    <div class="portal">
      <header class="top">
        <i class="brand-mark" aria-hidden="true" />
        <h1>Wonder Portal</h1>
        {usable ? <Departments portal={portal} model={model} /> : null}
        {usable || state.kind === 'loading' ? null : <OtherPages />}
      </header>
      {usable ? <Dashboards portal={portal} model={model} /> : null}
      <main class="stage">
        <div class="viz" ref={vizRef} hidden={!usable} />
        <Cover model={model} portal={portal} />
      </main>
    </div>
  );
}

/** The ways on for whoever has no dashboard here. */
function OtherPages(): JSX.Element {
  return (
    <nav class="pages" aria-label="Pages">
      <a href="/preview">Preview</a>
      <a href="/extension/">Add to Tableau</a>
      <a href="/docs">API</a>
    </nav>
  );
}

interface BarProps {
  readonly portal: Portal;
  readonly model: PortalModel;
}

function Departments({ portal, model }: BarProps): JSX.Element {
  const current = model.place.value?.department;
  return (
    <nav class="tabs" aria-label="Departments">
      {portal.departments.map(({ department, dashboards }) => (
        <PlaceLink
          key={department}
          class="tab"
          current={department === current}
          place={{ department, name: dashboards[0]?.name ?? '' }}
        >
          {NAMES[department] ?? department}
        </PlaceLink>
      ))}
    </nav>
  );
}

/** A department with one dashboard needs no list of them. */
function Dashboards({ portal, model }: BarProps): JSX.Element | null {
  const place = model.place.value;
  const own = portal.departments.find(({ department }) => department === place?.department);
  if (own === undefined || own.dashboards.length < 2) return null;
  const { department, dashboards } = own;
  return (
    <nav class="views" aria-label="Dashboards">
      {dashboards.map(({ name, title }) => (
        <PlaceLink
          key={name}
          class="view"
          current={name === place?.name}
          place={{ department, name }}
        >
          {title}
        </PlaceLink>
      ))}
    </nav>
  );
}

interface PlaceLinkProps {
  readonly class: string;
  readonly current: boolean;
  readonly place: Place;
  readonly children: string;
}

/**
 * A page load for each place: a view that changed within one would be a step of the browser's history by itself,
 * and going back would leave tab and address behind.
 */
function PlaceLink({ current, place, children, ...rest }: PlaceLinkProps): JSX.Element {
  return (
    <a
      class={rest.class}
      href={`/portal?${queryFromPlace(place)}`}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}

interface CoverProps {
  readonly model: PortalModel;
  readonly portal: Portal | null;
}

/** What stands where no dashboard is to be seen. */
function Cover({ model, portal }: CoverProps): JSX.Element | null {
  const state = model.portal.value;
  if (state.kind === 'loading') return <p class="cover">Asking which dashboards there are</p>;
  if (portal === null) {
    const kind = state.kind === 'failed' ? state.trouble.kind : 'signed_out';
    const { title, text } = troubleWords(kind, 'Dashboards');
    return <Notice title={title} text={text} onRetry={model.retry} />;
  }
  if (portal.missing.length > 0) return <Missing names={portal.missing} />;
  if (portal.departments.length === 0) {
    return <Notice title="No dashboards for you yet" text="None is set for your departments." />;
  }
  return <VizCover shown={model.shown.value} onRetry={model.retry} />;
}

function VizCover({
  shown,
  onRetry,
}: {
  readonly shown: Shown;
  readonly onRetry: () => void;
}): JSX.Element | null {
  if (shown.kind === 'shown') return null;
  if (shown.kind !== 'failed') return <p class="cover">Tableau is loading the dashboard</p>;
  const { title, text, code } = shown.trouble;
  return <Notice title={title} text={text} code={code} onRetry={onRetry} />;
}

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly code?: string;
  readonly onRetry?: () => void;
}

function Notice({ title, text, code, onRetry }: NoticeProps): JSX.Element {
  return (
    <div class="cover cover-notice" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {onRetry === undefined ? null : (
        <button type="button" class="button button-main" onClick={onRetry}>
          Try again
        </button>
      )}
      {code === undefined ? null : <p class="caption">Tableau said: {code}</p>}
    </div>
  );
}

function Missing({ names }: { readonly names: readonly string[] }): JSX.Element {
  return (
    <div class="cover cover-notice cover-missing">
      <h2>The portal is not connected to Tableau</h2>
      <p>Whoever runs this service sets:</p>
      <dl class="missing">
        {names.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{MEANINGS[name] ?? ''}</dd>
          </div>
        ))}
      </dl>
      <p>
        The panels need none of this: <a href="/extension/">add them to Tableau</a>, or look at{' '}
        <a href="/preview">the preview</a>.
      </p>
    </div>
  );
}

const MEANINGS: Readonly<Record<string, string>> = {
  TABLEAU_URL: 'The Tableau site’s server, such as https://tableau.example.edu',
  TABLEAU_DASHBOARDS: 'What to show whom, such as athletics:FanScores/Overview',
  TABLEAU_CONNECTED_APP_ID: 'Client id of a Connected App with direct trust',
  TABLEAU_CONNECTED_APP_SECRET_ID: 'Id of its secret',
  TABLEAU_CONNECTED_APP_SECRET: 'The secret itself; it stays on the service',
  TABLEAU_USER: 'The user of the site whom viewers see dashboards as',
};
