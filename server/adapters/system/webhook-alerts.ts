import type { Alerts } from '../../ports/alerts.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Sleeper } from '../../ports/sleeper.ts';

export interface WebhookOptions {
  readonly url: string;
  readonly logger: Logger;
  readonly sleeper: Sleeper;
}

const TRIES = 3;
const DEADLINE_MS = 10_000;
const BETWEEN_MS = 2000;

/** Posts alerts as JSON, a few times where the other side does not take them. */
export function createWebhookAlerts({ url, logger, sleeper }: WebhookOptions): Alerts {
  return {
    async send(alert) {
      for (let tries = 1; tries <= TRIES; tries += 1) {
        try {
          const answer = await fetch(url, {
            method: 'POST',
            redirect: 'error',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ service: 'wonder-portal', ...alert }),
            signal: AbortSignal.timeout(DEADLINE_MS),
          });
          await answer.body?.cancel();
          if (answer.ok) return;
          logger.warn('the webhook refused an alert', { status: answer.status });
        } catch {
          logger.warn('the webhook cannot be reached', { tries });
        }
        if (tries < TRIES) await sleeper.sleep(BETWEEN_MS * tries).catch(() => undefined);
      }
    },
  };
}
