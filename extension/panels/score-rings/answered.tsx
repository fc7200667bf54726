import type { JSX } from 'preact';
import type { Ready } from '../../models/loader.ts';
import type { NoRings, RingsData } from '../../models/rings-data.ts';
import { Banner } from '../../ui/banner.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Message } from '../../ui/message.tsx';
import { type Tool, Tools } from '../../ui/tools.tsx';
import { type PanelContext, TITLE } from './context.ts';
import { Freshness } from './freshness.tsx';
import { coverageInWords, ringsInWords, staleBecause } from './notices.ts';
import { RingsBody } from './rings-body.tsx';
import { nobodyWords } from './state-words.ts';
import { subjectName } from './subject-words.ts';

/** There is an answer: rings, or the word that nobody is left. */
export function Answered(
  props: PanelContext & { readonly shown: Ready<RingsData | NoRings> },
): JSX.Element {
  const { shown, ...context } = props;
  const { data } = shown;
  return data.kind === 'rings' ? (
    <RingsAnswer {...context} shown={{ ...shown, data }} />
  ) : (
    <NobodyAnswer {...context} shown={{ ...shown, data }} />
  );
}

type RingsAnswerProps = PanelContext & { readonly shown: Ready<RingsData> };

function RingsAnswer(props: RingsAnswerProps): JSX.Element {
  const { model, host, format, shown, now } = props;
  const { data } = shown;
  const because = staleBecause(shown, host.extractDate, format);
  return (
    <Frame
      title={TITLE}
      context={data.name ?? subjectName(data.subject)}
      busy={shown.busy}
      news={[ringsInWords(data, format), because].filter(Boolean).join('. ')}
      tools={<Tools tools={toolsOf(props)} />}
      banner={because === null ? null : <StaleBanner text={because} retry={retryOf(props)} />}
      footer={
        <Freshness
          meta={data.meta}
          age={(now - shown.loadedAt) / 1000}
          stale={because !== null}
          {...coverageInWords(data, format)}
          format={format}
        />
      }
    >
      <RingsBody model={model} data={data} format={format} motion={props.motion} />
    </Frame>
  );
}

function toolsOf({ model, tools, shown, format }: RingsAnswerProps): readonly Tool[] {
  const { asTable, receipt } = model;
  const answer = receipt.value.kind === 'ready' ? receipt.value.data : null;
  return [
    {
      icon: 'table',
      label: 'Show as table',
      pressed: asTable.value,
      run: () => {
        asTable.value = !asTable.peek();
      },
    },
    { icon: 'download', label: 'Download CSV', run: () => tools.saveCsv(shown.data, answer) },
    {
      icon: tools.copied.value ? 'check' : 'image',
      label: tools.copied.value ? 'Copied' : 'Copy as PNG',
      run: () => tools.copyImage(shown.data, format),
    },
  ];
}

interface StaleBannerProps {
  readonly text: string;
  /** Null where asking again would change nothing. */
  readonly retry: (() => void) | null;
}

function StaleBanner({ text, retry }: StaleBannerProps): JSX.Element {
  const action =
    retry === null ? null : (
      <button type="button" class="link-button" onClick={retry}>
        Try again
      </button>
    );
  return <Banner action={action}>{text}</Banner>;
}

function retryOf({ model, shown }: RingsAnswerProps): (() => void) | null {
  return shown.trouble === null ? null : model.retry;
}

function NobodyAnswer(props: PanelContext & { readonly shown: Ready<NoRings> }): JSX.Element {
  const { model, format, shown, now } = props;
  const { data } = shown;
  const { title, text } = nobodyWords(data, format);
  const filters = Object.keys(data.filters).length;
  return (
    <Frame
      title={TITLE}
      context={filters === 0 ? null : `${filters} ${filters === 1 ? 'filter' : 'filters'}`}
      busy={shown.busy}
      news={`${title}. ${text}`}
      footer={
        <Freshness
          meta={data.meta}
          age={(now - shown.loadedAt) / 1000}
          stale={data.meta.stale}
          note={null}
          remark={null}
          format={format}
        />
      }
    >
      <Message
        title={title}
        actions={
          filters === 0 ? null : (
            <button type="button" class="button" onClick={model.clearFilters}>
              Clear filters
            </button>
          )
        }
      >
        {text}
      </Message>
    </Frame>
  );
}
