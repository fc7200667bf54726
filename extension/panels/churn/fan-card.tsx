import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChurnFan } from '../../models/churn.ts';
import type { Format } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Risk } from '../../ui/risk.tsx';
import { fanName } from '../shared/fan-words.ts';
import { RiskReasons } from '../shared/risk-reasons.tsx';
import { riskInWords } from '../shared/risk-words.ts';
import type { BodyProps } from './body.tsx';

export interface FanCardProps extends BodyProps {
  readonly fan: ChurnFan;
}

const A_YEAR = 365;

/** Whom to call, about what, and whether one may. */
export function FanCard({ model, format, fan }: FanCardProps): JSX.Element {
  const close = useRef<HTMLButtonElement>(null);
  const name = fanName(fan);
  useEffect(() => close.current?.focus(), [fan.wonder_id]);
  return (
    <section class="fan-card" aria-label={`Fan ${name}`}>
      <header class="fan-card-head">
        <div>
          <h3>{name}</h3>
          <p class="caption">{aboutOf(fan).join(' · ')}</p>
        </div>
        <Risk level={fan.churn_risk_level}>
          {riskInWords({ of: 'fan', risk: fan.churn_risk, level: fan.churn_risk_level }, format)}
        </Risk>
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
      <dl class="fan-card-facts">
        {factsOf(fan, format).map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div>
        <RiskReasons fan={fan} format={format} />
      </div>
    </section>
  );
}

function aboutOf(fan: ChurnFan): readonly string[] {
  const about = [
    fan.wonder_score_tier,
    fan.loyalty_tier,
    fan.primary_sport,
    fan.primary_affiliation,
    fanName(fan) === fan.wonder_id ? null : fan.wonder_id,
  ];
  return about.filter((part) => part !== null);
}

function factsOf(fan: ChurnFan, format: Format): readonly (readonly [string, string])[] {
  const money = (value: number | null): string => (value === null ? '–' : format.money(value));
  return [
    ['Contact', fan.contactable ? 'Opted in, with consent' : 'Not allowed: no opt-in or consent'],
    ['Last engaged', sinceInWords(fan.days_since_last_engagement, format)],
    ['Value at risk', money(fan.value_at_risk)],
    ['Spent so far', money(fan.lifetime_value)],
  ];
}

function sinceInWords(days: number | null, format: Format): string {
  if (days === null) return 'No data';
  if (days >= A_YEAR) return 'A year ago or more';
  return days === 0
    ? 'On the score date'
    : `${format.count(days)} ${days === 1 ? 'day' : 'days'} ago`;
}
