import { WonderError } from '../domain/errors.ts';
import type { ExtractTarget } from '../domain/extract.ts';
import type { IdSource } from '../ports/id-source.ts';
import { type ExtractJobRecord, ExtractJobs } from './extract-jobs.ts';
import { type FollowDeps, followExtract } from './follow-extract.ts';
import { RequestKeys } from './request-keys.ts';
import type { ExtractsOutcome, RunDeps, RunExtracts } from './run-deps.ts';

export interface RefresherDeps
  extends Omit<FollowDeps, 'jobs'>,
    Pick<RunDeps, 'warehouse' | 'project'> {
  readonly ids: IdSource;
  readonly targets: readonly ExtractTarget[];
}

export interface RefreshInput {
  /** Undefined: all of them. */
  readonly names?: readonly string[] | undefined;
  readonly idempotencyKey?: string | undefined;
}

function isOpen({ status }: ExtractJobRecord): boolean {
  return status === 'queued' || status === 'running';
}

/** Refreshes the listed extracts, for runs and by hand, and follows each refresh to its end. */
export class ExtractRefresher implements RunExtracts {
  readonly jobs: ExtractJobs;
  readonly targets: readonly ExtractTarget[];
  readonly #deps: RefresherDeps;
  readonly #keys: RequestKeys;
  readonly #stop = new AbortController();
  /** Refreshes this process follows, by our job id. */
  readonly #following = new Map<string, Promise<void>>();

  constructor(deps: RefresherDeps) {
    this.#deps = deps;
    this.targets = deps.targets;
    this.jobs = new ExtractJobs(deps);
    this.#keys = new RequestKeys(deps);
  }

  /**
   * Asks for refreshes by hand and answers their jobs; an extract that is being refreshed answers that job.
   * Rejects with `invalid_value` for a name that is not listed, and with `conflict` for a key of another request.
   */
  async refresh({ names, idempotencyKey }: RefreshInput): Promise<ExtractJobRecord[]> {
    const targets = this.#targetsOf(names);
    const open = await this.jobs.open();
    const plan = targets.map((target) => ({ target, jobId: this.#jobFor(target, open) }));
    const ids = plan.map(({ jobId }) => jobId);
    const begin = async () => {
      await this.#begin(plan, null);
      return ids.join(',');
    };
    const request = `refresh ${JSON.stringify(names ?? null)}`;
    const asked =
      idempotencyKey === undefined
        ? await begin()
        : await this.#keys.once({ key: idempotencyKey, request }, begin);
    return await this.jobs.find(asked.split(','));
  }

  async refreshFor(runId: string, signal: AbortSignal | undefined): Promise<ExtractsOutcome> {
    const earlier = await this.jobs.ofRun(runId);
    const done = earlier.filter((job) => isOpen(job) || job.status === 'succeeded');
    const plan = this.targets.map((target) => ({ target, jobId: this.#jobFor(target, done) }));
    await this.#begin(plan, runId);
    const ids = plan.map(({ jobId }) => jobId);
    await this.#over(ids, signal);
    return outcomeOf(await this.jobs.find(ids));
  }

  /** Goes on following what a process before this one left open. */
  async resume(): Promise<void> {
    for (const job of await this.jobs.open()) {
      const target = this.targets.find(({ kind, name }) => kind === job.kind && name === job.name);
      if (target !== undefined) this.#follow(job, target);
      else {
        const error = 'It is no longer among TABLEAU_EXTRACTS.';
        await this.jobs.update(job.job_id, { status: 'failed', error, isOver: true });
      }
    }
  }

  /** Stops following; what Tableau does goes on, and so does this at the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#following.values());
  }

  #targetsOf(names: readonly string[] | undefined): readonly ExtractTarget[] {
    if (names === undefined) return this.targets;
    const fullName = ({ kind, name }: ExtractTarget) => `${kind}:${name}`;
    const wanted = this.targets.filter(
      (target) => names.includes(target.name) || names.includes(fullName(target)),
    );
    const unknown = names.filter(
      (name) => !wanted.some((target) => target.name === name || fullName(target) === name),
    );
    if (unknown.length === 0) return wanted;
    throw new WonderError('invalid_value', {
      detail: 'An extract of that name is not listed.',
      problems: [
        {
          field: 'names',
          message: 'names an extract that is not listed',
          allowed: this.targets.map(fullName).join(', '),
        },
      ],
    });
  }

  #jobFor({ kind, name }: ExtractTarget, known: readonly ExtractJobRecord[]): string {
    const job = known.findLast((each) => each.kind === kind && each.name === name);
    return job?.job_id ?? this.#deps.ids.next(12);
  }

  async #begin(
    plan: readonly { readonly target: ExtractTarget; readonly jobId: string }[],
    runId: string | null,
  ): Promise<void> {
    const known = await this.jobs.find(plan.map(({ jobId }) => jobId));
    for (const { target, jobId } of plan) {
      const job = known.find(({ job_id }) => job_id === jobId);
      if (job === undefined) await this.jobs.create(jobId, target, runId);
      const [recorded] = job === undefined ? await this.jobs.find([jobId]) : [job];
      if (recorded !== undefined && isOpen(recorded)) this.#follow(recorded, target);
    }
  }

  #follow(job: ExtractJobRecord, target: ExtractTarget): void {
    if (this.#following.has(job.job_id)) return;
    const { signal } = this.#stop;
    const followed = followExtract({ ...this.#deps, jobs: this.jobs }, { job, target, signal });
    this.#following.set(job.job_id, followed);
    void followed.finally(() => this.#following.delete(job.job_id));
  }

  /** Resolves when all are over, or when waiting for them is called off. */
  async #over(jobIds: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    const all = Promise.all(jobIds.map((id) => this.#following.get(id)));
    const calledOff = new Promise<void>((resolve) => {
      if (signal?.aborted === true) resolve();
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
    await Promise.race([all, calledOff]);
  }
}

/** What became of the refreshes of a run. */
function outcomeOf(jobs: readonly ExtractJobRecord[]): ExtractsOutcome {
  const failed = jobs.filter((job) => !isOpen(job) && job.status !== 'succeeded');
  return {
    refreshed: jobs.filter(({ status }) => status === 'succeeded').length,
    failures: failed.map(({ name, error }) => `${name}: ${error ?? 'not refreshed.'}`),
    isOpen: jobs.some(isOpen),
  };
}
