/** Label values come from closed sets (a route, a status), never from what a client sent. */
export type Labels = Readonly<Record<string, string>>;

/** A number that only grows. */
export interface Counter {
  increment(by?: number): void;
}

/** How long things take, in seconds, in cumulative buckets. */
export interface Timer {
  observe(seconds: number): void;
}

/** What operators watch. The handles are kept by the caller: a lookup per request is not free. */
export interface Metrics {
  counter(name: MetricName, labels?: Labels): Counter;
  timer(name: MetricName, labels?: Labels): Timer;
  /** `read` is asked when the text is made; undefined leaves the line out. */
  gauge(name: MetricName, read: () => number | undefined): void;
  /** The Prometheus text format, version 0.0.4. */
  text(): string;
}

/** Every metric this product has. */
export const METRICS = {
  wonder_http_requests_total: 'HTTP requests answered, by route, method and status.',
  wonder_http_request_seconds: 'Time to answer an HTTP request, by route.',
  wonder_warehouse_queries_total: 'Statements sent to the warehouse for readers, by outcome.',
  wonder_cache_hits_total: 'Reads answered from the cache.',
  wonder_cache_misses_total: 'Reads that had to load.',
  wonder_runs_total: 'Scoring runs ended while this process ran, by status.',
  wonder_narration_refusals_total: 'Texts that rules wrote where a model was to, by reason.',
  wonder_at_risk_members: 'Fans at high risk of leaving in the published run.',
  wonder_run_age_seconds: 'Seconds since the published run was calculated.',
} as const;

/** The name of a metric. */
export type MetricName = keyof typeof METRICS;
