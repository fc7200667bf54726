import { roundWithin } from './rounding.ts';
import type { Thresholds } from './thresholds.ts';

/** Every number, date and share as words, in the viewer's locale. Absent values are the caller's to say. */
export interface Format {
  /** A WonderScore or a risk: takes more digits rather than round across the edge of a tier. */
  readonly score: (value: number, edges?: readonly number[]) => string;
  readonly thresholds: Thresholds;
  /** A score without decimals, for the middle of a ring. */
  readonly whole: (value: number) => string;
  readonly points: (value: number) => string;
  /** A raw input, with as many decimals as it has, two at most. */
  readonly input: (value: number) => string;
  readonly count: (value: number) => string;
  readonly share: (value: number) => string;
  /** A weight of the formula, 0..1. */
  readonly weight: (value: number) => string;
  /** The x of "Top x % of members", never nearer to the top than it is. */
  readonly top: (percent: number) => string;
  /** How much something changed; the sign is drawn. */
  readonly change: (value: number) => string;
  readonly money: (value: number) => string;
  /** A calendar day. */
  readonly day: (date: string) => string;
  /** A moment, to the minute. */
  readonly moment: (at: string | Date) => string;
  readonly ago: (seconds: number) => string;
}

export interface FormatOptions {
  readonly locale: string | undefined;
  readonly today: Date;
  /** Edges that no rounding carries a value over; none unless given. */
  readonly thresholds?: Thresholds;
  /** Only for tests; else the viewer's. */
  readonly timeZone?: string;
}

const MILLION = 1e6;
const MONTHS_WITHOUT_YEAR_MS = 300 * 86_400_000;

export function createFormat(options: FormatOptions): Format {
  const decimals = (least: number, most = least) =>
    numbers(options.locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  const [whole, one, two, input] = [decimals(0), decimals(1), decimals(2), decimals(0, 2)];
  const percent = numbers(options.locale, { style: 'percent', maximumFractionDigits: 0 });
  const share = numbers(options.locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const dates = createDates(options);
  const thresholds = options.thresholds ?? { score: [], risk: [] };
  return {
    thresholds,
    score: (value, edges = thresholds.score) => {
      const { value: rounded, digits } = roundWithin(value, edges);
      return (digits <= 1 ? one : two)(rounded);
    },
    whole,
    points: two,
    input,
    count: whole,
    share: (value) => (value > 0 && value < 0.0005 ? `< ${share(0.001)}` : share(value)),
    weight: percent,
    top: (value) =>
      value < 1
        ? share(Math.max(Math.ceil(value * 10), 1) / 1000)
        : percent(Math.ceil(value) / 100),
    change: (value) => one(Math.abs(value)),
    money: createMoney(options.locale),
    ...dates,
    ago: (seconds) => agoInWords(Math.max(seconds, 0), whole),
  };
}

function createMoney(locale: string | undefined): (value: number) => string {
  const full = numbers(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
  const short = numbers(locale, {
    style: 'currency',
    currency: 'USD',
    notation: 'compact',
    maximumFractionDigits: 2,
  });
  return (value) => (Math.abs(value) < MILLION ? full(value) : short(value));
}

function createDates({ locale, today, timeZone }: FormatOptions) {
  const short = { month: 'short', day: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat(locale, { ...short, timeZone: 'UTC' });
  const dayOfYear = new Intl.DateTimeFormat(locale, { ...short, year: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { ...short, ...clock, ...zone });
  const momentOfYear = new Intl.DateTimeFormat(locale, {
    ...short,
    ...clock,
    ...zone,
    year: 'numeric',
  });
  // Without a year, a month and a day mean the last one that was.
  const far = (at: Date): boolean =>
    Math.abs(today.getTime() - at.getTime()) > MONTHS_WITHOUT_YEAR_MS;
  return {
    day: (date: string) => {
      const at = new Date(date);
      return (far(at) ? dayOfYear : day).format(at);
    },
    moment: (value: string | Date) => {
      const at = new Date(value);
      return (far(at) ? momentOfYear : moment).format(at);
    },
  };
}

function numbers(
  locale: string | undefined,
  options: Intl.NumberFormatOptions,
): (value: number) => string {
  const format = new Intl.NumberFormat(locale, options);
  return (value) => {
    const parts = format.formatToParts(value);
    // "-0.0" is no number anyone measured.
    const nil = !parts.some((part) => /[1-9]/.test(part.value));
    return parts
      .map((part) => (part.type === 'minusSign' ? (nil ? '' : '\u2212') : part.value))
      .join('');
  };
}

function agoInWords(seconds: number, whole: (value: number) => string): string {
  if (seconds < 60) return 'just now';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${whole(minutes)} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${whole(hours)} h ago`;
  return `${whole(Math.floor(hours / 24))} days ago`;
}
