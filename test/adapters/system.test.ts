import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createMemoryMetrics } from '../../server/adapters/system/memory-metrics.ts';
import { createPinoLogger } from '../../server/adapters/system/pino-logger.ts';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';

it('ids are of the asked length, of letters and digits, and do not repeat', () => {
  const ids = createRandomIds();
  const made = Array.from({ length: 20_000 }, () => ids.next(16));
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((id) => /^[a-z0-9]{16}$/.test(id))).toBe(true);
});

it('metrics read as Prometheus text', () => {
  const metrics = createMemoryMetrics();
  metrics.counter('wonder_http_requests_total', { route: '/a"b', status: '200' }).increment(2);
  metrics.counter('wonder_http_requests_total', { route: '/a"b', status: '200' }).increment();
  metrics.timer('wonder_http_request_seconds', { route: '/' }).observe(0.02);
  metrics.gauge('wonder_run_age_seconds', () => 12);
  metrics.gauge('wonder_at_risk_members', () => undefined);
  const text = metrics.text();
  expect(text).toContain('wonder_http_requests_total{route="/a\\"b",status="200"} 3\n');
  expect(text).toContain('wonder_http_request_seconds_bucket{route="/",le="0.01"} 0\n');
  expect(text).toContain('wonder_http_request_seconds_bucket{route="/",le="0.025"} 1\n');
  expect(text).toContain('wonder_http_request_seconds_bucket{route="/",le="+Inf"} 1\n');
  expect(text).toContain('# TYPE wonder_run_age_seconds gauge\nwonder_run_age_seconds 12\n');
  expect(text).not.toContain('wonder_at_risk_members');
});

it('log lines hold the message, the fields and the stack of a cause', () => {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = createPinoLogger({ level: 'info', destination });
  log.debug('not written');
  log.error('it broke', { request_id: 'r1' }, new Error('why'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'it broke',
    request_id: 'r1',
    err: { message: 'why' },
  });
});
