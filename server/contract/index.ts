export { type ChangePart, changeSchema, type ScoreChange } from './change.ts';
export {
  type ChurnFanAnswer,
  type ChurnFans,
  type ChurnSummary,
  churnFanAnswerSchema,
  churnFansSchema,
  churnSummarySchema,
} from './churn.ts';
export {
  type Cohort,
  type CohortReceipt,
  cohortReceiptSchema,
  cohortSchema,
  type Filters,
  filtersSchema,
} from './cohort.ts';
export { type DepartmentMetrics, departmentMetricsSchema } from './department.ts';
export {
  type ExtractJob,
  type ExtractList,
  extractJobSchema,
  extractListSchema,
} from './extract.ts';
export {
  type FanList,
  type FanListItem,
  type FanProfile,
  fanListSchema,
  fanProfileSchema,
  SORT_COLUMNS,
} from './fan.ts';
export { type HistoryItem, historySchema, type ScoreHistory } from './history.ts';
export {
  type InsightFeedback,
  type InsightFeedbackAnswer,
  type InsightItem,
  type InsightList,
  insightFeedbackAnswerSchema,
  insightFeedbackSchema,
  insightListSchema,
} from './insight.ts';
export { type Install, installSchema } from './install.ts';
export { type Meta, metaSchema } from './meta.ts';
export {
  type ModelList,
  type ModelPublication,
  type ModelQuality,
  modelListSchema,
  modelPublicationSchema,
} from './models.ts';
export { factSchema, type Narrative, narrativeSchema } from './narrative.ts';
export { type Operations, operationsSchema } from './operations.ts';
export { PATHS } from './paths.ts';
export {
  type EmbeddingToken,
  embeddingTokenSchema,
  type Portal,
  portalSchema,
} from './portal.ts';
export {
  type AskPredictions,
  askPredictionsSchema,
  type ChurnPredictions,
  churnPredictionsSchema,
  type LtvPredictions,
  ltvPredictionsSchema,
} from './predictions.ts';
export { type Problem, problemSchema } from './problem.ts';
export { queries } from './queries.ts';
export { type Receipt, receiptSchema, type ScoreReceipt } from './receipt.ts';
export {
  type RefreshAnswer,
  refreshAnswerSchema,
  refreshExtractsSchema,
} from './refresh-extracts.ts';
export { type RunRetry, runRetrySchema } from './retry-run.ts';
export {
  type Run,
  type RunDetail,
  type RunList,
  runDetailSchema,
  runListSchema,
  runSchema,
} from './run.ts';
export { type RunEvent, runEventSchema } from './run-event.ts';
export { type ScoreRecord, scoreRecordSchema } from './score.ts';
export {
  moversSchema,
  type SegmentItem,
  type SegmentList,
  type SegmentMovers,
  segmentListSchema,
} from './segment.ts';
export {
  healthSchema,
  type Readiness,
  readinessSchema,
  type Service,
  serviceSchema,
} from './service.ts';
export { type StartRun, startRunSchema } from './start-run.ts';
