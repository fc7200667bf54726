import { type Department, parseDepartment } from '../domain/departments.ts';
import { WonderError } from '../domain/errors.ts';
import type { FEEDBACK_VERDICTS } from '../domain/insights/insight-names.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { numberOf, type Values } from '../domain/values.ts';
import { createQueryRunner, type QueryRunner } from './query-runner.ts';
import { refuseReadOnly } from './refuse-read-only.ts';
import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';

type Deps = Pick<RunDeps, 'warehouse' | 'project' | 'clock' | 'ids' | 'minimumGroup'>;

export interface FeedbackInput {
  readonly insightId: string;
  readonly verdict: (typeof FEEDBACK_VERDICTS)[number];
  readonly reason: string | null;
  /** The same key of the same person again answers what was kept before. */
  readonly idempotencyKey: string | undefined;
  /** Who gives it. */
  readonly subject: string;
  /** Whether a department's insights are theirs to judge. */
  readonly mayJudge: (department: Department) => boolean;
}

export interface KeptFeedback {
  readonly feedback_id: string;
  readonly insight_id: string;
  readonly verdict: string;
  readonly reason: string | null;
  /** ISO, UTC. */
  readonly given_at: string;
}

function keptOf(row: Values): KeptFeedback {
  return {
    feedback_id: textOf(row, 'feedback_id'),
    insight_id: textOf(row, 'insight_id'),
    verdict: textOf(row, 'verdict'),
    reason: textOrNull(row, 'reason'),
    given_at: textOf(row, 'given_at'),
  };
}

/** Keeps what readers say of insights, one after another, so that a key that comes twice at once is kept once. */
export class InsightFeedbacks {
  readonly #deps: Deps;
  readonly #queries: QueryRunner;
  #last: Promise<unknown> = Promise.resolve();
  #revision = 0;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#queries = createQueryRunner(deps.warehouse, deps.project);
  }

  /** Another after each feedback: answers that were made before are old. */
  get revision(): number {
    return this.#revision;
  }

  /** Rejects with `not_found` for an insight that is unknown or not theirs, `conflict` for a key used otherwise. */
  give(input: FeedbackInput): Promise<KeptFeedback> {
    const given = this.#last.then(() => this.#give(input));
    this.#last = given.catch(() => undefined);
    return given;
  }

  async #give(input: FeedbackInput): Promise<KeptFeedback> {
    refuseReadOnly(this.#deps.warehouse);
    const earlier = await this.#earlier(input);
    if (earlier !== undefined) return earlier;
    const [row] = await this.#queries.rows('insight_by_id', {
      binds: [input.insightId, this.#deps.minimumGroup ?? 1],
    });
    const department = row === undefined ? undefined : parseDepartment(textOf(row, 'department'));
    if (row === undefined || department === undefined || !input.mayJudge(department)) {
      throw new WonderError('not_found', {
        detail: 'There is no such insight, or it is out of scope.',
      });
    }
    return await this.#keep(input, row);
  }

  async #earlier(input: FeedbackInput): Promise<KeptFeedback | undefined> {
    const { idempotencyKey, insightId, verdict, reason, subject } = input;
    if (idempotencyKey === undefined) return undefined;
    const [row] = await this.#queries.rows('insight_feedback_by_key', {
      binds: [idempotencyKey, subject],
    });
    if (row === undefined) return undefined;
    const kept = keptOf(row);
    const isSame =
      kept.insight_id === insightId && kept.verdict === verdict && kept.reason === reason;
    if (isSame) return kept;
    throw new WonderError('conflict', {
      detail: 'This Idempotency-Key was used for other feedback.',
    });
  }

  async #keep(input: FeedbackInput, insight: Values): Promise<KeptFeedback> {
    const { warehouse, project, clock, ids } = this.#deps;
    const { insightId, verdict, reason, subject, idempotencyKey } = input;
    const feedbackId = `fb_${ids.next(16)}`;
    // The newest counts: two within one millisecond must not be as new as each other.
    const now = Math.max(clock.now(), this.#lastAt + 1);
    this.#lastAt = now;
    await warehouse.execute({
      sql: `insert into ${analyticsTable(project, 'insight_feedback')} (feedback_id, idempotency_key, insight_id,
          insight_key, department, score_date, verdict, reason, moves_from, given_by, given_at)
        select ?, ?, ?, ?, ?, cast(? as date), ?, ?, ?, ?, cast(? as timestamp)`,
      binds: [
        feedbackId,
        idempotencyKey ?? null,
        insightId,
        textOf(insight, 'insight_key'),
        textOf(insight, 'department'),
        textOf(insight, 'score_date'),
        verdict,
        reason,
        numberOf(insight, 'moves_from'),
        subject,
        sqlTimestamp(now),
      ],
    });
    this.#revision += 1;
    return {
      feedback_id: feedbackId,
      insight_id: insightId,
      verdict,
      reason,
      given_at: new Date(now).toISOString(),
    };
  }
}
