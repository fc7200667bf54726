import type { ModelDrift } from '../../usecases/model-drift.ts';
import type { TrainingRecord } from '../../usecases/training-records.ts';
import { formatCount } from './terminal.ts';

function figureOf({ kind, figures }: TrainingRecord): string {
  if (figures === null) return '';
  const { auc, mae } = figures.metrics;
  const figure = kind === 'churn' ? `AUC ${auc?.toFixed(4)}` : `MAE $${mae?.toFixed(2)}`;
  return `${figure}  ${formatCount(figures.rows)} rows`;
}

function refusalOf({ published, refusedBecause }: TrainingRecord): string {
  if (refusedBecause === null) return '';
  return published
    ? `put in use by hand; its training was refused: ${refusedBecause}`
    : refusedBecause;
}

function driftOf({ level, score_date, features, predictions }: ModelDrift): string {
  if (level === 'stable') return '';
  const moved = features.filter((each) => each.level !== 'stable');
  const told = [{ label: 'Predictions', ...predictions }, ...moved];
  return `${level} since, as of ${score_date} (PSI): ${told.map(({ label, psi }) => `${label} ${psi.toFixed(2)}`).join(', ')}`;
}

/** A training in one line: where it stands, how good it is, why it was refused, how far its features have moved. */
export function modelLine(record: TrainingRecord, drift: ModelDrift | undefined): string {
  const state = record.published
    ? 'in use'
    : record.refusedBecause === null
      ? 'retired'
      : 'refused';
  const parts = [record.version, state.padEnd(7), `data up to ${record.dataCutOff}`];
  const said = [figureOf(record), refusalOf(record)];
  const rest = [...said, drift === undefined ? '' : driftOf(drift)].filter((part) => part !== '');
  return [...parts, ...rest].join('  ');
}
