import { z } from '@hono/zod-openapi';

/** Who answers here. */
export const serviceSchema = z
  .object({
    service: z.literal('wonder-portal'),
    version: z.string(),
    status: z.enum(['ok', 'degraded']),
    links: z.record(z.string(), z.string()),
  })
  .openapi('Service');

/** The process is alive. */
export const healthSchema = z.object({ status: z.literal('ok') }).openapi('Health');

/** Whether each thing the service needs is usable, by name. */
export const readinessSchema = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    checks: z.record(
      z.string(),
      z.object({ status: z.enum(['ok', 'failed']), detail: z.string().nullable() }),
    ),
  })
  .openapi('Readiness');

/** Name, version and state of the service. */
export type Service = z.infer<typeof serviceSchema>;

/** Whether the service can answer, each dependency by name. */
export type Readiness = z.infer<typeof readinessSchema>;
