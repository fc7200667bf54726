import type { ModelKind } from '../model-kinds.ts';
import type { CalibrationBin } from '../trees/metrics/calibration.ts';
import type { TreeModel } from '../trees/model.ts';

/** Rows to learn from, as they can be sent to another thread. */
export interface TrainingJob {
  readonly kind: ModelKind;
  readonly names: readonly string[];
  /** One array per name; NaN is a missing value. */
  readonly columns: readonly Float64Array[];
  /** Churn: 1 lapsed, 0 stayed. LTV: US dollars. */
  readonly labels: Float64Array;
  /** The guess to be better than: churn the rule's risk, LTV last year's revenue. */
  readonly baseline: Float64Array;
  /** A number of each fan's own, which decides who is held out. */
  readonly draws: Float64Array;
  readonly seed: number;
  /** The model in use, to be better than on the same held-out rows. */
  readonly published: TreeModel | null;
}

/** Figures of a model on the fifth of the rows that it did not learn from; null: not of its kind, or undefined. */
export interface ModelMetrics {
  readonly auc: number | null;
  readonly log_loss: number | null;
  readonly brier: number | null;
  /** Share of label 1 in the tenth with the highest probability, over the share in all. */
  readonly lift_at_10: number | null;
  /** US dollars. */
  readonly mae: number | null;
  readonly r2: number | null;
}

/** A guess without a model, by the figure that decides: AUC for churn, MAE for LTV. */
export interface BaselineFigure {
  readonly name: string;
  readonly value: number | null;
}

/** How values of one feature, or the predictions, were distributed at the training. */
export interface ReferenceCounts {
  readonly name: string;
  readonly edges: readonly number[];
  /** Rows per bin, the open one and that of missing values last. */
  readonly counts: readonly number[];
}

/** Everything that is known of a model besides its trees. */
export interface ModelFigures {
  readonly rows: number;
  readonly held_out_rows: number;
  /** Share of label 1; null for LTV. */
  readonly class_balance: number | null;
  readonly metrics: ModelMetrics;
  readonly baselines: readonly BaselineFigure[];
  /** AUC or MAE of the published model on the same rows; null without one. */
  readonly published_figure: number | null;
  readonly calibration: readonly CalibrationBin[];
  /** Per feature, 0..1, sum 1: its part in the model. */
  readonly importances: readonly { readonly name: string; readonly share: number }[];
  readonly reference: {
    readonly features: readonly ReferenceCounts[];
    readonly predictions: ReferenceCounts;
  };
}

/** A trained model that nobody uses yet. */
export interface Candidate {
  readonly model: TreeModel;
  readonly figures: ModelFigures;
}
