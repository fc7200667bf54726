import type { RunContext, RunStep } from './run-step.ts';

async function noteScored({ deps, records, models, runId, vars }: RunContext): Promise<void> {
  const [row] = await deps.warehouse.query({
    sql: `select data_as_of, fans from ${models.workSchema(runId)}.int_data_as_of`,
  });
  await records.noteScored(runId, {
    fans: Number(row?.fans ?? 0),
    dataAsOf: row?.data_as_of == null ? null : String(row.data_as_of),
    calculatedAt: vars.calculated_at,
  });
}

/** Makes the run's own tables of what can be used of the landing tables. */
export const cleanStep: RunStep = {
  name: 'clean',
  async run(context) {
    await context.models.prepareMarts();
    await context.models.createWorkSchema(context.runId);
    const rows = await context.runModels('clean');
    await noteScored(context);
    return rows;
  },
};
