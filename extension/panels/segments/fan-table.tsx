import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FanListItem } from '../../../server/contract/index.ts';
import { Bone } from '../../ui/bone.tsx';
import { Icon } from '../../ui/icon.tsx';
import { troubleWords } from '../../ui/trouble-words.ts';
import { useVirtualRows } from '../../ui/virtual-rows.ts';
import { COLUMNS, type FanColumn } from './fan-columns.tsx';
import type { FanPartProps } from './fan-part.tsx';
import { fanName } from './fan-words.ts';

const ROW = 32;

/** All fans of the list, of which only those in view are drawn; rows that have not come yet are bones. */
export function FanTable(props: FanPartProps): JSX.Element {
  const { model, format, chosen } = props;
  const { fans, card } = model;
  const { items, total, busy, trouble } = fans.rows.value;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const rows = useVirtualRows({ scroller, count: total, rowHeight: ROW });
  const last = rows.indexes.at(-1) ?? 0;
  useEffect(() => fans.reach(last), [fans, last, items]);
  const list = `${chosen.segment} ${JSON.stringify(model.choice.parameters.value)}`;
  useEffect(() => {
    setActive(0);
    scroller.current?.scrollTo(0, 0);
  }, [list]);

  if (trouble !== null && items.length === 0) return <Trouble {...props} />;
  if (total === 0 && !busy) return <NoFans {...props} />;
  const move = (to: number): void => {
    const next = Math.min(Math.max(to, 0), items.length - 1);
    setActive(next);
    rows.scrollTo(next);
    // Drawn only after the list has scrolled to it.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = rowAfter(event.key, active, items.length);
    if (to === null) return;
    event.preventDefault();
    move(to);
  };
  return (
    <div class="fan-scroll" ref={scroller} aria-busy={busy}>
      <table class="fan-table" aria-rowcount={total + 1}>
        <caption class="unseen">
          {format.count(total)} fans, {chosen.label}
        </caption>
        <Heads {...props} />
        <tbody onKeyDown={onKeyDown}>
          <Gap height={rows.above} />
          {rows.indexes.map((index) => {
            const fan = items[index];
            return fan === undefined ? (
              <BoneRow key={index} index={index} />
            ) : (
              <FanRow
                key={index}
                {...props}
                fan={fan}
                index={index}
                opened={card.fan.value === fan.wonder_id}
                tabIndex={index === active ? 0 : -1}
                onFocus={() => setActive(index)}
              />
            );
          })}
          <Gap height={rows.below} />
        </tbody>
      </table>
      {trouble === null ? null : <Trouble {...props} />}
    </div>
  );
}

const PAGE_ROWS = 10;

function rowAfter(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + PAGE_ROWS;
    case 'PageUp':
      return index - PAGE_ROWS;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function Heads({ model }: FanPartProps): JSX.Element {
  const sort = model.choice.sort.value;
  return (
    <thead>
      <tr>
        {COLUMNS.map(({ key, head, sortBy, className }) => {
          const sorted = sortBy !== null && sort.replace('-', '') === sortBy;
          return (
            <th
              key={key}
              scope="col"
              class={className}
              aria-sort={sorted ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined}
            >
              {sortBy === null ? (
                head
              ) : (
                <button type="button" class="head-sort" onClick={() => model.choice.sortBy(sortBy)}>
                  {head}
                  {sorted ? (
                    <span class={sort.startsWith('-') ? 'sort-mark' : 'sort-mark sort-up'}>
                      <Icon name="sort" />
                    </span>
                  ) : null}
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface FanRowProps extends FanPartProps {
  readonly fan: FanListItem;
  readonly index: number;
  readonly opened: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

function FanRow(props: FanRowProps): JSX.Element {
  const { model, format, fan, index, opened, tabIndex, onFocus } = props;
  const open = (): void => model.openFan(opened ? null : fan.wonder_id);
  const [, ...others] = COLUMNS;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the row does the same
    <tr class={opened ? 'row-open' : ''} aria-rowindex={index + 2} onClick={open}>
      <th scope="row">
        <button
          type="button"
          class="fan-open"
          data-fan={fan.wonder_id}
          data-row={index}
          aria-expanded={opened}
          tabIndex={tabIndex}
          onFocus={onFocus}
          onClick={(event) => {
            event.stopPropagation();
            open();
          }}
        >
          {fanName(fan)}
        </button>
      </th>
      {others.map(({ key, className, cell }) => (
        <td key={key} class={className}>
          {cell(fan, format)}
        </td>
      ))}
    </tr>
  );
}

function BoneRow({ index }: { readonly index: number }): JSX.Element {
  return (
    <tr aria-rowindex={index + 2}>
      {COLUMNS.map(({ key, className }: FanColumn) => (
        <td key={key} class={className}>
          <Bone width="64%" height="10px" />
        </td>
      ))}
    </tr>
  );
}

function Gap({ height }: { readonly height: number }): JSX.Element | null {
  if (height <= 0) return null;
  return (
    <tr class="gap">
      <td colSpan={COLUMNS.length} style={{ height: `${height}px` }} />
    </tr>
  );
}

function NoFans({ model }: FanPartProps): JSX.Element {
  const narrowed = model.choice.narrowed.value > 0 || model.choice.search.value !== '';
  return (
    <p class="fans-none">
      {narrowed ? 'No fan of this segment matches. ' : 'No fan is in this segment. '}
      {narrowed ? (
        <button type="button" class="link-button" onClick={model.choice.clear}>
          Clear filters
        </button>
      ) : null}
    </p>
  );
}

function Trouble({ model }: FanPartProps): JSX.Element {
  const { trouble } = model.fans.rows.value;
  const { title, text } = troubleWords(trouble?.kind ?? 'failed', 'Fans');
  return (
    <p class="fans-none">
      {title}. {text}{' '}
      <button type="button" class="link-button" onClick={model.fans.retry}>
        Try again
      </button>
    </p>
  );
}
