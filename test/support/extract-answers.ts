import type { ExtractJob, ExtractList } from '../../server/contract/index.ts';

export function extractJob(changes: Partial<ExtractJob> = {}): ExtractJob {
  return {
    job_id: 'x7c2m4q9',
    kind: 'datasource',
    name: 'Executive/Member KPIs',
    luid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    tableau_job_id: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
    status: 'succeeded',
    progress: 100,
    started_at: '2025-03-02T08:11:42.000Z',
    finished_at: '2025-03-02T08:16:10.000Z',
    error: null,
    run_id: '20250301_k3x8w2ma',
    ...changes,
  };
}

/** Two that are fresh, one that is being refreshed, one that failed. */
export function extractList(changes: Partial<ExtractList> = {}): ExtractList {
  const jobs = [
    extractJob(),
    extractJob({ job_id: 'x7c2m4r1', name: 'Athletics/Game day revenue' }),
    extractJob({
      job_id: 'x7c2m4r2',
      kind: 'workbook',
      name: 'Alumni/Giving',
      status: 'running',
      progress: 40,
      finished_at: null,
    }),
    extractJob({
      job_id: 'x7c2m4r3',
      name: 'Athletics/Hospitality',
      status: 'failed',
      progress: null,
      error: 'Tableau could not refresh it: the data source refused the sign-in.',
    }),
  ];
  return {
    items: jobs.map((job) => ({ kind: job.kind, name: job.name, last_job: job })),
    total: jobs.length,
    next_cursor: null,
    not_configured_because: null,
    ...changes,
  };
}
