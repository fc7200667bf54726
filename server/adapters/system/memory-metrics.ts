import { type Labels, METRICS, type MetricName, type Metrics } from '../../ports/metrics.ts';

const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Histogram {
  readonly labels: Labels;
  readonly counts: number[];
  sum: number;
  count: number;
}

interface Tally {
  readonly labels: Labels;
  total: number;
}

/** The index of the smallest bucket that holds it; one past the last where none does. */
function bucketOf(seconds: number): number {
  let index = 0;
  while (index < BUCKETS.length && seconds > (BUCKETS[index] ?? 0)) index += 1;
  return index;
}

function escapeLabel(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function find<T>(families: Map<MetricName, Map<string, T>>, name: MetricName, key: string) {
  const family = families.get(name) ?? new Map<string, T>();
  families.set(name, family);
  return { family, found: family.get(key) };
}

function histogramLines(name: MetricName, histogram: Histogram): string[] {
  let cumulative = 0;
  const buckets = BUCKETS.map((bound, index) => {
    cumulative += histogram.counts[index] ?? 0;
    return `${name}_bucket${labelText({ ...histogram.labels, le: String(bound) })} ${cumulative}`;
  });
  const label = labelText(histogram.labels);
  return [
    ...buckets,
    `${name}_bucket${labelText({ ...histogram.labels, le: '+Inf' })} ${histogram.count}`,
    `${name}_sum${label} ${histogram.sum}`,
    `${name}_count${label} ${histogram.count}`,
  ];
}

/** Metrics kept in this process, read as Prometheus text. */
export function createMemoryMetrics(): Metrics {
  const tallies = new Map<MetricName, Map<string, Tally>>();
  const histograms = new Map<MetricName, Map<string, Histogram>>();
  const gauges = new Map<MetricName, () => number | undefined>();

  function family(name: MetricName, type: string, lines: readonly string[]): string[] {
    return lines.length === 0
      ? []
      : [`# HELP ${name} ${METRICS[name]}`, `# TYPE ${name} ${type}`, ...lines];
  }

  return {
    counter(name, labels = {}) {
      const key = labelText(labels);
      const { family: known, found } = find(tallies, name, key);
      const tally = found ?? { labels, total: 0 };
      known.set(key, tally);
      return {
        increment(by = 1) {
          tally.total += by;
        },
      };
    },
    timer(name, labels = {}) {
      const key = labelText(labels);
      const { family: known, found } = find(histograms, name, key);
      const histogram = found ?? { labels, counts: BUCKETS.map(() => 0), sum: 0, count: 0 };
      known.set(key, histogram);
      return {
        observe(seconds) {
          histogram.sum += seconds;
          histogram.count += 1;
          const index = bucketOf(seconds);
          histogram.counts[index] = (histogram.counts[index] ?? 0) + 1;
        },
      };
    },
    gauge(name, read) {
      gauges.set(name, read);
    },
    text() {
      const lines = [
        ...[...tallies].flatMap(([name, known]) =>
          family(
            name,
            'counter',
            [...known.values()].map((t) => `${name}${labelText(t.labels)} ${t.total}`),
          ),
        ),
        ...[...histograms].flatMap(([name, known]) =>
          family(
            name,
            'histogram',
            [...known.values()].flatMap((h) => histogramLines(name, h)),
          ),
        ),
        ...[...gauges].flatMap(([name, read]) => {
          const value = read();
          return family(name, 'gauge', value === undefined ? [] : [`${name} ${value}`]);
        }),
      ];
      return `${lines.join('\n')}\n`;
    },
  };
}
