import type { JSX } from 'preact';
import type { Operations } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { Mark } from './mark.tsx';
import { sourceFreshness, sourceName, sourceTone } from './source-words.ts';

export interface SourceListProps {
  readonly operations: Operations;
  readonly format: Format;
}

/** How far every source reaches. */
export function SourceList({ operations, format }: SourceListProps): JSX.Element {
  return (
    <section class="ops-list ops-sources" aria-label="Source freshness">
      <h2>Source freshness</h2>
      <ul>
        {operations.sources.map((source) => {
          const tone = sourceTone(source);
          return (
            <li key={source.source_table}>
              <Mark tone={tone} />
              <span class="ops-name">{sourceName(source)}</span>
              <span class={tone === 'warn' ? 'ops-value ops-text-warn' : 'ops-value'}>
                {sourceFreshness(source, format)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
