import type { JSX } from 'preact';
import type { TrendProps } from '../../chart/trend.tsx';
import { dayNumber } from '../../models/change.ts';
import type { RingsData } from '../../models/rings-data.ts';
import { Delta } from '../../ui/delta.tsx';
import type { Format } from '../../ui/format.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { rankInWords } from '../shared/rank-words.ts';
import type { ReceiptControl } from './receipt-control.ts';
import type { ScoreOrbProps } from './score-orb.tsx';

const ScoreOrb = lazyPart<ScoreOrbProps>(
  async () => (await import('./score-orb.tsx')).ScoreOrb,
  () => <span class="orb" />,
);

const Trend = lazyPart<TrendProps>(
  async () => (await import('../../chart/trend.tsx')).Trend,
  () => <div class="trend" />,
);

export interface HeroProps {
  readonly data: RingsData;
  readonly format: Format;
  readonly receipts: ReceiptControl | null;
  readonly tier: TierChoice | null;
  readonly orb: boolean;
}

/** Narrowing the dashboard to the tier that is shown. */
export interface TierChoice {
  readonly chosen: boolean;
  readonly choose: () => void;
}

/** The WonderScore itself: how high, how it ranks, how it came here. */
export function Hero({ data, format, receipts, tier: choice, orb }: HeroProps): JSX.Element {
  const { score, tier, change } = data;
  const shown = score === null ? 'No data' : format.score(score);
  return (
    <div class="rings-score">
      <div class="rings-figure">
        {orb && score !== null ? <ScoreOrb score={score} format={format} /> : null}
        <div class="rings-lead">
          {receipts === null ? (
            <span class="hero">{shown}</span>
          ) : (
            <button
              type="button"
              class="hero"
              aria-label={`WonderScore ${shown}. Receipt`}
              {...receipts.of('wonder')}
            >
              {shown}
            </button>
          )}
          {tier === null ? (
            <span class="hero-of quiet">of 100</span>
          ) : (
            <TierPill tier={tier} choice={choice} />
          )}
        </div>
        <div class="rings-standing">
          <Standing data={data} format={format} />
          {change === null || change.score === null ? null : (
            <Delta value={change.score} judged>
              {format.change(change.score)}{' '}
              <span class="unbroken">in {format.count(change.days)} days</span>
            </Delta>
          )}
        </div>
      </div>
      <ScoreTrend data={data} format={format} />
    </div>
  );
}

interface TierPillProps {
  readonly tier: string;
  readonly choice: TierChoice | null;
}

function TierPill({ tier, choice }: TierPillProps): JSX.Element {
  const look = `pill pill-${tier.toLowerCase()}`;
  if (choice === null) return <span class={look}>{tier}</span>;
  return (
    <button
      type="button"
      class={look}
      aria-pressed={choice.chosen}
      aria-label={`${tier}. Filter the dashboard to this tier`}
      title={choice.chosen ? 'Show all tiers' : `Show ${tier} in the dashboard`}
      onClick={choice.choose}
    >
      {tier}
    </button>
  );
}

function Standing({ data, format }: Pick<HeroProps, 'data' | 'format'>): JSX.Element | null {
  const { fans, topPercent } = data;
  if (topPercent !== null) {
    return (
      <span class="standing-rank">
        {rankInWords(topPercent, format)}
        <span class="standing-more"> of members</span>
      </span>
    );
  }
  if (fans === null) return null;
  return (
    <span class="standing-rank">
      <span class="standing-more">{fans === 1 ? 'Score of ' : 'Average of '}</span>
      {format.count(fans)} {fans === 1 ? 'member' : 'members'}
    </span>
  );
}

function ScoreTrend({ data, format }: Pick<HeroProps, 'data' | 'format'>): JSX.Element | null {
  const first = data.trend[0];
  const last = data.trend.at(-1);
  if (first === undefined || last === undefined || data.trend.length < 2) return null;
  const values = data.trend.map((day) => day.value);
  const [from, to] = [format.day(first.date), format.day(last.date)];
  const label =
    `WonderScore from ${format.score(first.value)} on ${from} to ${format.score(last.value)} on ${to}, ` +
    `lowest ${format.score(Math.min(...values))}, highest ${format.score(Math.max(...values))}`;
  return (
    <Trend
      points={data.trend.map((day) => ({ at: dayNumber(day.date), value: day.value }))}
      label={label}
      ends={[
        { when: from, value: format.score(first.value) },
        { when: to, value: format.score(last.value) },
      ]}
    />
  );
}
