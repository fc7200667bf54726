import { WonderError } from '../../domain/errors.ts';
import type { ExtractKind, ExtractTarget } from '../../domain/extract.ts';
import type { ExtractSite, SiteJob, StartedRefresh } from '../../ports/extract-site.ts';
import { listAt, partAt, textAt } from './answer.ts';
import type { PlacedAnswer } from './rest-http.ts';
import type { TableauSession } from './session.ts';

const PAGE_SIZE = 100;
const MOST_PAGES = 20;
/** Running refreshes that are looked at to find the one of an extract. */
const MOST_CANDIDATES = 20;
const LONGEST_NOTES = 500;
const ALREADY_RUNNING = '409093';
const FOLDERS: Readonly<Record<ExtractKind, string>> = {
  datasource: 'datasources',
  workbook: 'workbooks',
};
/** By finish code: 3 is "completed", which is as good as success. */
const OUTCOMES: ReadonlyMap<string, SiteJob['outcome']> = new Map([
  ['0', 'succeeded'],
  ['1', 'failed'],
  ['2', 'cancelled'],
  ['3', 'succeeded'],
]);

function unusable({ status, code }: PlacedAnswer, what: string): WonderError {
  const said = code === null ? `${status}` : `${status}, code ${code}`;
  return new WonderError('tableau_failed', { detail: `Tableau did not ${what} (${said}).` });
}

function gone(): WonderError {
  return new WonderError('not_found', {
    detail: 'Tableau has no such extract, or this user may not refresh it.',
  });
}

/** Parts of a path come from answers and settings: whatever they hold, they stay one segment. */
function segment(text: string): string {
  return encodeURIComponent(text);
}

function isRefresh(job: unknown): boolean {
  return /^(refresh|increment)_extracts$|^RefreshExtract$/i.test(textAt(job, 'jobType') ?? '');
}

function notesOf(job: unknown): string | null {
  const notes =
    textAt(job, 'extractRefreshJob', 'notes') ??
    textAt(job, 'statusNotes', 'statusNote', 'text') ??
    textAt(job, 'notes');
  return notes?.slice(0, LONGEST_NOTES) ?? null;
}

/** Extracts of a Tableau site by its REST API. */
export class TableauRestSite implements ExtractSite {
  readonly #session: TableauSession;

  constructor(session: TableauSession) {
    this.#session = session;
  }

  async find(target: ExtractTarget, signal: AbortSignal): Promise<string> {
    if (target.luid !== undefined) return target.luid;
    const matches: unknown[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { items, total } = await this.#page(target, { page, signal });
      matches.push(...items.filter((item) => isSame(item, target)));
      if (page * PAGE_SIZE >= total) break;
    }
    const [match] = matches;
    const luid = textAt(match, 'id');
    if (luid === undefined || matches.length !== 1) {
      throw new WonderError('not_found', {
        detail:
          matches.length > 1
            ? `Tableau has ${matches.length} of that name in the project; list it by its LUID.`
            : 'Tableau has none of that name in the project, or this user may not see it.',
      });
    }
    if (textAt(match, 'hasExtracts') === 'false' || partAt(match, 'hasExtracts') === false) {
      throw new WonderError('not_found', { detail: 'It is live and has no extract to refresh.' });
    }
    return luid;
  }

  async refresh(
    { kind, luid }: Pick<ExtractTarget, 'kind'> & { readonly luid: string },
    signal: AbortSignal,
  ): Promise<StartedRefresh> {
    const path = `${FOLDERS[kind]}/${segment(luid)}/refresh`;
    const answer = await this.#session.send({ method: 'POST', path, body: {}, signal });
    const jobId = textAt(answer.body, 'job', 'id');
    if (answer.status === 409 && answer.code === ALREADY_RUNNING) {
      return { jobId: await this.#findRunning({ kind, luid }, signal), isAdopted: true };
    }
    if (answer.status === 404) throw gone();
    const isAccepted = answer.status === 202 || answer.status === 200;
    if (!isAccepted || jobId === undefined) throw unusable(answer, 'take the refresh');
    return { jobId, isAdopted: false };
  }

  async job(jobId: string, signal: AbortSignal): Promise<SiteJob> {
    const path = `jobs/${segment(jobId)}`;
    const answer = await this.#session.send({ method: 'GET', path, signal });
    if (answer.status === 404) {
      throw new WonderError('not_found', { detail: 'Tableau does not know the job any more.' });
    }
    const job = partAt(answer.body, 'job');
    if (answer.status !== 200 || textAt(job, 'id') === undefined) {
      throw unusable(answer, 'say how the job stands');
    }
    const isOver = textAt(job, 'completedAt') !== undefined;
    const progress = Number(textAt(job, 'progress') ?? Number.NaN);
    return {
      outcome: isOver ? (OUTCOMES.get(textAt(job, 'finishCode') ?? '') ?? 'failed') : null,
      hasStarted: textAt(job, 'startedAt') !== undefined,
      progress: progress >= 0 && progress <= 100 ? Math.round(progress) : null,
      notes: notesOf(job),
    };
  }

  async #page(
    { kind, title = '' }: ExtractTarget,
    { page, signal }: { readonly page: number; readonly signal: AbortSignal },
  ): Promise<{ items: readonly unknown[]; total: number }> {
    const path = FOLDERS[kind];
    const query = {
      // A comma would end the value, so the list is narrowed by what comes before it.
      filter: `name:${title.includes(',') ? 'has' : 'eq'}:${title.split(',')[0]}`,
      pageSize: String(PAGE_SIZE),
      pageNumber: String(page),
    };
    const answer = await this.#session.send({ method: 'GET', path, query, signal });
    if (answer.status !== 200 || partAt(answer.body, path) === undefined) {
      throw unusable(answer, 'list its content');
    }
    const total = Number(textAt(answer.body, 'pagination', 'totalAvailable') ?? 0);
    return { items: listAt(answer.body, path, kind), total };
  }

  /** The refresh of an extract that is under way: the answer 409093 does not say which job it is. */
  async #findRunning(
    { kind, luid }: { readonly kind: ExtractKind; readonly luid: string },
    signal: AbortSignal,
  ): Promise<string | null> {
    const query = { pageSize: String(PAGE_SIZE), pageNumber: '1', sort: 'createdAt:desc' };
    const answer = await this.#session.send({ method: 'GET', path: 'jobs', query, signal });
    const candidates = listAt(answer.body, 'backgroundJobs', 'backgroundJob')
      .filter(
        (job) => /^(Pending|InProgress)$/i.test(textAt(job, 'status') ?? '') && isRefresh(job),
      )
      .map((job) => textAt(job, 'id'))
      .filter((id) => id !== undefined)
      .slice(0, MOST_CANDIDATES);
    for (const id of candidates) {
      const path = `jobs/${segment(id)}`;
      const { body } = await this.#session.send({ method: 'GET', path, signal });
      const extract = textAt(body, 'job', 'extractRefreshJob', kind, 'id');
      if (extract?.toLowerCase() === luid.toLowerCase()) return id;
    }
    return null;
  }
}

function isSame(item: unknown, { title, project }: ExtractTarget): boolean {
  if (textAt(item, 'name') !== title) return false;
  const name = textAt(item, 'project', 'name');
  // Projects nest; the answer names the innermost one only.
  return name === project || name === project?.split('/').at(-1);
}
