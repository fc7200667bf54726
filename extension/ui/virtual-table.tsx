import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Bone } from './bone.tsx';
import { Icon } from './icon.tsx';
import { usePrinting } from './printing.ts';
import { useVirtualRows } from './virtual-rows.ts';

export interface Column<T> {
  readonly key: string;
  readonly head: string;
  /** What the list can be sorted by; null where it cannot. */
  readonly sortBy: string | null;
  readonly className: string;
  readonly cell: (item: T) => ComponentChildren;
}

export interface VirtualTableProps<T> {
  /** In words, for those who do not see it. */
  readonly caption: string;
  /** What is said below as many printed rows as there are, where there are more. */
  readonly partly: (printed: number) => string;
  /** The first is the row's name and its button. */
  readonly columns: readonly Column<T>[];
  /** The rows known so far, of `total`. */
  readonly items: readonly T[];
  readonly total: number;
  readonly busy: boolean;
  readonly rowHeight: number;
  readonly idOf: (item: T) => string;
  /** The id of the row that is open or selected. */
  readonly opened: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly reach: (index: number) => void;
  /** Another list starts at its top. */
  readonly list: string;
  /** A column, descending with a leading `-`. */
  readonly sort: string;
  readonly onSort?: (column: string) => void;
  /** Below the rows: why there are no more. */
  readonly children?: ComponentChildren;
}

/** A list of any length as a table of which only the rows in view are drawn; rows yet to come are bones. */
export function VirtualTable<T>(props: VirtualTableProps<T>): JSX.Element {
  const { columns, items, total, rowHeight, idOf, opened, reach, list } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const inView = useVirtualRows({ scroller, count: total, rowHeight });
  const printed = usePrinting() ? Math.min(items.length, MOST_PRINTED) : null;
  const rows = printed === null ? inView : { ...inView, ...wholeUpTo(printed) };
  const last = rows.indexes.at(-1) ?? 0;
  useEffect(() => reach(last), [reach, last, items]);
  useEffect(() => {
    setActive(0);
    scroller.current?.scrollTo(0, 0);
  }, [list]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = rowAfter(event.key, active, items.length);
    if (to === null) return;
    event.preventDefault();
    setActive(to);
    rows.scrollTo(to);
    // The row is drawn only after the list has scrolled to it.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus(),
    );
  };
  return (
    <div class="virtual" ref={scroller} aria-busy={props.busy}>
      <table class="virtual-table" aria-rowcount={total + 1}>
        <caption class="unseen">{props.caption}</caption>
        <Heads {...props} />
        <tbody onKeyDown={onKeyDown}>
          <Gap height={rows.above} />
          {rows.indexes.map((index) => {
            const item = items[index];
            return item === undefined ? (
              <BoneRow key={index} columns={columns} />
            ) : (
              <Row
                key={index}
                {...props}
                item={item}
                index={index}
                isOpen={idOf(item) === opened}
                tabIndex={index === active ? 0 : -1}
                onFocus={() => setActive(index)}
              />
            );
          })}
          <Gap height={rows.below} />
        </tbody>
      </table>
      {printed === null || printed === total ? null : <p>{props.partly(printed)}</p>}
      {props.children}
    </div>
  );
}

const MOST_PRINTED = 500;

/** On paper nothing scrolls. */
function wholeUpTo(count: number) {
  return { indexes: Array.from({ length: count }, (_, index) => index), above: 0, below: 0 };
}

const PAGE_ROWS = 10;

function rowAfter(key: string, index: number, count: number): number | null {
  const within = (to: number): number => Math.min(Math.max(to, 0), count - 1);
  switch (key) {
    case 'ArrowDown':
      return within(index + 1);
    case 'ArrowUp':
      return within(index - 1);
    case 'PageDown':
      return within(index + PAGE_ROWS);
    case 'PageUp':
      return within(index - PAGE_ROWS);
    case 'Home':
      return 0;
    case 'End':
      return within(count);
    default:
      return null;
  }
}

function Heads<T>({ columns, sort, onSort }: VirtualTableProps<T>): JSX.Element {
  return (
    <thead>
      <tr>
        {columns.map(({ key, head, sortBy, className }) => {
          const sorted = sortBy !== null && sort.replace('-', '') === sortBy;
          const way = sort.startsWith('-') ? 'descending' : 'ascending';
          return (
            <th key={key} scope="col" class={className} aria-sort={sorted ? way : undefined}>
              {sortBy === null || onSort === undefined ? (
                head
              ) : (
                <button type="button" class="head-sort" onClick={() => onSort(sortBy)}>
                  {head}
                  {sorted ? (
                    <span class={way === 'descending' ? 'sort-mark' : 'sort-mark sort-up'}>
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

interface RowProps<T> extends VirtualTableProps<T> {
  readonly item: T;
  readonly index: number;
  readonly isOpen: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

function Row<T>(props: RowProps<T>): JSX.Element {
  const { columns, item, index, isOpen, tabIndex, idOf, onOpen, onFocus, rowHeight } = props;
  const id = idOf(item);
  const open = (): void => onOpen(isOpen ? null : id);
  const [name, ...others] = columns;
  return (
    <tr class={isOpen ? 'row-open' : ''} aria-rowindex={index + 2} onClick={open}>
      <th scope="row" class={name?.className} style={{ height: `${rowHeight}px` }}>
        <button
          type="button"
          class="row-button"
          data-fan={id}
          data-row={index}
          aria-pressed={isOpen}
          tabIndex={tabIndex}
          onFocus={onFocus}
          onClick={(event) => {
            event.stopPropagation();
            open();
          }}
        >
          {name?.cell(item)}
        </button>
      </th>
      {others.map(({ key, className, cell }) => (
        <td key={key} class={className}>
          {cell(item)}
        </td>
      ))}
    </tr>
  );
}

function BoneRow<T>({ columns }: Pick<VirtualTableProps<T>, 'columns'>): JSX.Element {
  return (
    <tr>
      {columns.map(({ key, className }) => (
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
      <td style={{ height: `${height}px` }} />
    </tr>
  );
}
