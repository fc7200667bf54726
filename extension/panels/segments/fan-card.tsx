import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Trend } from '../../chart/trend.tsx';
import { dayNumber } from '../../models/change.ts';
import type { RingsData } from '../../models/rings-data.ts';
import { Bone } from '../../ui/bone.tsx';
import { Delta } from '../../ui/delta.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Risk } from '../../ui/risk.tsx';
import { troubleWords } from '../../ui/trouble-words.ts';
import { riskInWords } from '../shared/risk-words.ts';
import { CardReceipt } from './card-receipt.tsx';
import { CardRings } from './card-rings.tsx';
import type { PanelContext } from './context.ts';
import { Reasons } from './reasons.tsx';

/** One fan of the list in full. */
export function FanCard(props: PanelContext): JSX.Element {
  const { model } = props;
  const { card } = model;
  const close = useRef<HTMLButtonElement>(null);
  const fan = card.fan.value ?? '';
  useEffect(() => {
    // Who selects fans elsewhere in the dashboard goes on there.
    if (model.openedHere.peek()) close.current?.focus();
  }, [model, fan]);
  const state = card.state.value;
  const data = state.kind === 'ready' && isOf(state.data, fan) ? state.data : null;
  return (
    <aside class="card" aria-label={`Fan ${data?.name ?? fan}`} aria-busy={data === null}>
      <header class="card-head">
        <div class="card-who">
          <h2>{data?.name ?? fan}</h2>
          <p class="caption">{data === null ? null : data.about.join(' · ') || fan}</p>
        </div>
        <button
          type="button"
          class="icon-button"
          ref={close}
          aria-label="Close fan card"
          onClick={() => model.openFan(null)}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section class="card-body" tabIndex={0} aria-label="Scores of this fan">
        {data === null ? <NoCard {...props} /> : <Body {...props} data={data} />}
      </section>
      <footer class="card-foot">
        <ShowFan {...props} fan={fan} />
        <button
          type="button"
          class="button button-small"
          aria-pressed={model.card.opened.value !== null}
          onClick={() => {
            model.card.opened.value = model.card.opened.peek() === null ? 'wonder' : null;
          }}
        >
          Receipt
        </button>
      </footer>
    </aside>
  );
}

function isOf({ subject }: RingsData, fan: string): boolean {
  return subject.mode === 'fan' && subject.wonderId === fan;
}

/** Turns the dashboard to this fan, as far as it can be. */
function ShowFan({
  model,
  host,
  fan,
}: PanelContext & { readonly fan: string }): JSX.Element | null {
  const { filterFans, selectFan } = host.abilities;
  if (!filterFans && !selectFan) return null;
  return (
    <button
      type="button"
      class="button button-small button-main"
      onClick={() => model.showFan(fan)}
    >
      Filter dashboard
    </button>
  );
}

function Body(props: PanelContext & { readonly data: RingsData }): JSX.Element {
  const { model, format, data } = props;
  const { score, tier, change, strip, trend } = data;
  if (model.card.opened.value !== null) return <CardReceipt {...props} />;
  const first = trend[0];
  const last = trend.at(-1);
  return (
    <>
      <div class="card-score">
        <button
          type="button"
          class="card-figure"
          aria-label={`WonderScore ${score === null ? 'no data' : format.score(score)}. Receipt`}
          onClick={() => {
            model.card.opened.value = 'wonder';
          }}
        >
          {score === null ? 'No data' : format.score(score)}
        </button>
        {tier === null ? null : <span class={`pill pill-${tier.toLowerCase()}`}>{tier}</span>}
        {change === null || change.score === null ? null : (
          <Delta value={change.score} judged>
            {format.change(change.score)} in {format.count(change.days)} days
          </Delta>
        )}
      </div>
      <CardRings {...props} />
      {first === undefined || last === undefined || trend.length < 2 ? null : (
        <div class="card-trend">
          <h3 class="card-title">Score since {format.day(first.date)}</h3>
          <Trend
            points={trend.map((day) => ({ at: dayNumber(day.date), value: day.value }))}
            label={`WonderScore from ${format.score(first.value)} to ${format.score(last.value)}`}
            ends={[
              { when: format.day(first.date), value: format.score(first.value) },
              { when: format.day(last.date), value: format.score(last.value) },
            ]}
          />
        </div>
      )}
      {strip.churn.of !== 'fan' ? null : (
        <div class="card-risk">
          <h3 class="card-title">
            Churn risk <Risk level={strip.churn.level}>{riskInWords(strip.churn, format)}</Risk>
          </h3>
          <Reasons {...props} />
        </div>
      )}
      <Story {...props} />
    </>
  );
}

/** What is to say about this fan, and who says it. */
function Story({ model }: PanelContext): JSX.Element | null {
  const state = model.card.narrative.value;
  if (state.kind !== 'ready' || state.data.wonder_id !== model.card.fan.value) return null;
  const { text, source } = state.data;
  return (
    <div class="card-story">
      <p>{text}</p>
      <p class="caption">{source === 'openai' ? 'AI-written, numbers checked' : 'Rule-based'}</p>
    </div>
  );
}

function NoCard({ model }: PanelContext): JSX.Element {
  const state = model.card.state.value;
  if (state.kind === 'ready' || state.kind === 'loading' || state.busy) {
    return (
      <div class="card-bones">
        <Bone width="88px" height="28px" />
        <Bone width="100%" height="44px" />
        <Bone width="100%" height="60px" />
      </div>
    );
  }
  const kind = state.kind === 'failed' ? state.trouble.kind : 'signed_out';
  const { title, text } = troubleWords(kind, 'This fan');
  return (
    <p class="quiet">
      {title}. {text}{' '}
      <button type="button" class="link-button" onClick={model.card.retry}>
        Try again
      </button>
    </p>
  );
}
