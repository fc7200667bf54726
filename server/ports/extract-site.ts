import type { ExtractTarget } from '../domain/extract.ts';

/** A refresh that was asked for. */
export interface StartedRefresh {
  /** The site's id of the job; null: one is running already, but the site does not say which. */
  readonly jobId: string | null;
  /** True where somebody else's refresh of the same extract was under way and is followed instead. */
  readonly isAdopted: boolean;
}

/** Where a job of the site stands. */
export interface SiteJob {
  /** Null while it is queued or running. */
  readonly outcome: 'succeeded' | 'failed' | 'cancelled' | null;
  readonly hasStarted: boolean;
  /** Percent; null where the site does not say. */
  readonly progress: number | null;
  /** Why it did not succeed, in the site's words, cut to a readable length. */
  readonly notes: string | null;
}

/**
 * The site whose extracts are refreshed. Everything rejects with `tableau_auth` where the sign-in is refused,
 * `tableau_failed` where the site's answer is no use, `timed_out` and `cancelled`; what may pass has been tried
 * several times by then.
 */
export interface ExtractSite {
  /** The id of an extract. Rejects with `not_found` where there is none, or more than one, of that name. */
  find(target: ExtractTarget, signal: AbortSignal): Promise<string>;
  /** Asks for a refresh. Rejects with `not_found` where the extract is gone or not permitted. */
  refresh(
    extract: Pick<ExtractTarget, 'kind'> & { readonly luid: string },
    signal: AbortSignal,
  ): Promise<StartedRefresh>;
  /** Rejects with `not_found` where the site knows no such job. */
  job(jobId: string, signal: AbortSignal): Promise<SiteJob>;
}
