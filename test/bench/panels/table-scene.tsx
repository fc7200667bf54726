import { render } from 'preact';
import { fanColumns } from '../../../extension/panels/segments/fan-columns.tsx';
import { createFormat } from '../../../extension/ui/format.ts';
import { VirtualTable } from '../../../extension/ui/virtual-table.tsx';
import type { FanListItem } from '../../../server/contract/index.ts';
import { EXAMPLE_FAN } from '../../support/answer-parts.ts';

const COLUMNS = fanColumns(createFormat({ locale: 'en-US', today: new Date('2025-03-02') }));

/** Fans as the list of a segment has them. */
function rowsOf(count: number): readonly FanListItem[] {
  return Array.from({ length: count }, (_, index) => ({
    ...EXAMPLE_FAN,
    wonder_id: `WD${index}`,
    first_name: null,
    last_name: null,
    wonder_score: 100 - (index / count) * 100,
    churn_source: 'model',
    predicted_ltv: null,
    lifetime_value: index,
    account_age_days: null,
  }));
}

function Virtual({ rows }: { readonly rows: readonly FanListItem[] }) {
  return (
    <VirtualTable
      caption="Rows"
      partly={String}
      columns={COLUMNS}
      items={rows}
      total={rows.length}
      busy={false}
      rowHeight={32}
      idOf={(fan) => fan.wonder_id}
      opened={null}
      onOpen={() => {}}
      reach={() => {}}
      list=""
      sort=""
    />
  );
}

/** The same table without its trick: every row drawn. */
function Whole({ rows }: { readonly rows: readonly FanListItem[] }) {
  return (
    <div class="virtual">
      <table class="virtual-table">
        <tbody>
          {rows.map((row) => (
            <tr key={row.wonder_id}>
              <th scope="row">
                <button type="button" class="row-button">
                  {row.wonder_id}
                </button>
              </th>
              {COLUMNS.slice(1).map(({ key, className, cell }) => (
                <td key={key} class={className}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const nextFrame = (): Promise<number> =>
  new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));

/** After the frame that `draw` leads to has been painted: a second frame does not begin before. */
async function timed(draw: (stage: HTMLElement) => void): Promise<number[]> {
  const stage = document.createElement('div');
  stage.style.cssText = 'position:fixed;inset:0;display:flex;flex-direction:column';
  document.body.append(stage);
  await nextFrame();
  const start = performance.now();
  draw(stage);
  stage.getBoundingClientRect();
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  });
  const took = performance.now() - start;
  render(null, stage);
  stage.remove();
  await nextFrame();
  return [took];
}

const scene = {
  drawWhole: (count: number) => {
    const rows = rowsOf(count);
    return timed((stage) => render(<Whole rows={rows} />, stage));
  },
  drawVirtual: (count: number) => {
    const rows = rowsOf(count);
    return timed((stage) => render(<Virtual rows={rows} />, stage));
  },
  /** Rows that are drawn, then the milliseconds between frames on the way from top to end. */
  scroll: async (count: number): Promise<number[]> => {
    const stage = document.createElement('div');
    stage.style.cssText = 'position:fixed;inset:0;display:flex;flex-direction:column';
    document.body.append(stage);
    render(<Virtual rows={rowsOf(count)} />, stage);
    await nextFrame();
    const scroller = stage.querySelector('.virtual');
    const frames: number[] = [];
    let last = await nextFrame();
    const steps = 120;
    for (let step = 1; step <= steps && scroller !== null; step += 1) {
      // Mostly by a screen, now and then by a leap.
      scroller.scrollTop += step % 10 === 0 ? scroller.scrollHeight / 12 : 400;
      const now = await nextFrame();
      frames.push(now - last);
      last = now;
    }
    const drawn = stage.querySelectorAll('tbody tr').length;
    render(null, stage);
    stage.remove();
    return [drawn, ...frames];
  },
};
Object.assign(window, { scene });
