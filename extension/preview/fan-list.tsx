import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FanList, FanListItem } from '../../server/contract/index.ts';
import type { Ready } from '../models/loader.ts';
import type { Format } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { rove } from '../ui/roving.ts';
import { SearchField } from '../ui/search-field.tsx';
import { troubleWords } from '../ui/trouble-words.ts';
import type { PreviewContext } from './context.ts';
import { VIEWERS, viewerChoice } from './viewers.ts';
import { Zone } from './zone.tsx';

/** The dashboard's list of members; selecting one turns the panels to that fan. */
export function FanListZone(props: PreviewContext): JSX.Element {
  const { fans, dashboard } = props;
  const state = fans.state.value;
  return (
    <Zone name="fans" title="Members" note={viewerChoice(dashboard.state.value.viewer)?.note}>
      {isBarred(props) ? null : <Search {...props} />}
      {state.kind === 'ready' ? (
        <Rows {...props} shown={state} />
      ) : state.kind === 'loading' ? (
        <Bones />
      ) : (
        <Failure {...props} />
      )}
    </Zone>
  );
}

/** Whether the role played has no fans to list. */
function isBarred({ fans }: PreviewContext): boolean {
  const state = fans.state.value;
  return state.kind === 'failed' && state.trouble.kind === 'forbidden';
}

function Search({ fans, segment, facts, format }: PreviewContext): JSX.Element {
  const state = fans.state.value;
  return (
    <div class="fans-tools">
      <SearchField
        label="Search members by name or ID"
        value={fans.search.value}
        onType={fans.setSearch}
      />
      {segment.value === null ? null : (
        <button
          type="button"
          class="chip"
          aria-label={`Show all segments, not only ${segmentLabel(facts, segment.value)}`}
          onClick={() => {
            segment.value = null;
          }}
        >
          {segmentLabel(facts, segment.value)}
          <Icon name="close" />
        </button>
      )}
      <span class="fans-total number quiet" role="status">
        {state.kind === 'ready' ? format.count(state.data.total) : ''}
      </span>
    </div>
  );
}

function segmentLabel(facts: PreviewContext['facts'], segment: string): string {
  const state = facts.state.value;
  const items = state.kind === 'ready' ? state.data.segments.items : [];
  return items.find((item) => item.segment === segment)?.label ?? segment;
}

interface RowsProps extends PreviewContext {
  readonly shown: Ready<FanList>;
}

function Rows({ fans, dashboard, format, shown }: RowsProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const { items, nextCursor, busy, failed } = fans.further.value;
  const all = [...shown.data.items, ...items];
  const selected = dashboard.state.value.selection[0] ?? null;
  const first = all.findIndex((fan) => fan.wonder_id === selected);
  if (all.length === 0) return <p class="zone-note">No member matches.</p>;
  const onKeyDown = (event: KeyboardEvent): void => {
    const rows = [...(list.current?.querySelectorAll('button.fan') ?? [])];
    const next = rove(
      event.key,
      rows.indexOf(document.activeElement ?? document.body),
      rows.length,
    );
    const row = next === null ? undefined : rows[next];
    if (!(row instanceof HTMLElement)) return;
    event.preventDefault();
    row.focus();
  };
  return (
    <div class="fans-scroll" aria-busy={shown.busy}>
      <ul class="fans" ref={list} onKeyDown={onKeyDown} aria-label="Members, highest score first">
        {all.map((fan, index) => (
          <li key={fan.wonder_id}>
            <FanRow
              fan={fan}
              format={format}
              selected={fan.wonder_id === selected}
              tabIndex={index === Math.max(first, 0) ? 0 : -1}
              onSelect={(wonderId) => dashboard.host.selectFan(wonderId)}
            />
          </li>
        ))}
      </ul>
      {nextCursor === null ? null : (
        <More
          label={busy ? 'Loading…' : failed ? 'Try again' : 'Show more'}
          onMore={fans.more}
          automatic={!failed}
        />
      )}
    </div>
  );
}

interface FanRowProps {
  readonly fan: FanListItem;
  readonly format: Format;
  readonly selected: boolean;
  readonly tabIndex: number;
  readonly onSelect: (wonderId: string | null) => void;
}

function FanRow({ fan, format, selected, tabIndex, onSelect }: FanRowProps): JSX.Element {
  const name = [fan.first_name, fan.last_name].filter(Boolean).join(' ');
  const about = [fan.primary_sport, fan.primary_affiliation, fan.loyalty_tier].filter(Boolean);
  const tier = fan.wonder_score_tier;
  return (
    <button
      type="button"
      class="fan"
      aria-pressed={selected}
      tabIndex={tabIndex}
      onClick={() => onSelect(selected ? null : fan.wonder_id)}
    >
      <span class="fan-who">
        <span class="fan-name">{name || fan.wonder_id}</span>
        <span class="fan-about caption">
          {about.map((part, index) => (
            <span key={index}>{index === 0 ? part : `· ${part}`}</span>
          ))}
        </span>
      </span>
      <span class={`pill pill-${tier.toLowerCase()}`}>{tier}</span>
      <span class="fan-score number">{format.score(fan.wonder_score)}</span>
    </button>
  );
}

interface MoreProps {
  readonly label: string;
  readonly onMore: () => void;
  /** Load when scrolled to, without a click. */
  readonly automatic: boolean;
}

function More({ label, onMore, automatic }: MoreProps): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current === null || !automatic) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) onMore();
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  });
  return (
    <button type="button" class="more link-button" ref={button} onClick={onMore}>
      {label}
    </button>
  );
}

function Failure({ fans, dashboard }: PreviewContext): JSX.Element {
  const state = fans.state.value;
  const kind = state.kind === 'failed' ? state.trouble.kind : 'signed_out';
  const { title, text } = troubleWords(kind, 'Members');
  return (
    <div class="zone-note">
      <p>
        {title}. {text}
      </p>
      {kind === 'forbidden' ? (
        <button
          type="button"
          class="link-button"
          onClick={() => dashboard.setViewer(VIEWERS[0]?.viewer ?? null)}
        >
          View as executive
        </button>
      ) : (
        <button type="button" class="link-button" onClick={fans.retry}>
          Try again
        </button>
      )}
    </div>
  );
}

function Bones(): JSX.Element {
  return (
    <div class="zone-bones" aria-hidden="true">
      {[1, 2, 3, 4, 5, 6, 7, 8].map((row) => (
        <span key={row} class="bone" style={{ width: '100%', height: '28px' }} />
      ))}
    </div>
  );
}
