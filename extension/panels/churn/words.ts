import type { ChurnSummary } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { modelName } from '../shared/model-name.ts';

/** The one figure, for those who hear it. */
export function newsInWords({ at_risk, fans }: ChurnSummary, format: Format): string {
  return at_risk.fans === null || fans === null
    ? 'At risk: hidden, the group is too small'
    : `At risk: ${format.count(at_risk.fans)} of ${format.count(fans)} members`;
}

/** What stands behind the risk, in the words for much and for little room. */
export function sourceInWords(
  { churn_source, model }: ChurnSummary,
  format: Format,
): { readonly remark: string; readonly note: string | null } {
  return churn_source === 'rule' || model === null
    ? { remark: 'Risk by a rule, not a probability', note: 'Risk by a rule' }
    : { remark: `Model: ${modelName(model, format)}`, note: null };
}

/** How good the model is, in a sentence; or that there is none. */
export function qualityInWords(
  { model, churn_source }: ChurnSummary,
  format: Format,
): { readonly lead: string; readonly text: string } {
  if (model === null || churn_source === 'rule') {
    return {
      lead: 'A rule, not a probability.',
      text: 'Risk is points for inactivity, falling spend, fewer engagements and falling sentiment. No model is published, so nothing is known about how often it is right.',
    };
  }
  const { auc, lift_at_10 } = model.metrics;
  const lead =
    auc === null || auc < 0.7 ? 'Weak: read it as a hint.' : 'Good enough to rank, not to promise.';
  const lift =
    lift_at_10 === null
      ? ''
      : `Of the top ${format.weight(0.1)} flagged, ${format.input(round(lift_at_10))} times more lapse than average. `;
  const said = auc === null ? '' : `AUC ${format.points(auc)}${ruleInWords(model, format)}. `;
  return {
    lead,
    text: `${lift}${said}${ended(`Trained ${format.day(model.trained_at)} on data to ${format.day(model.data_cut_off)}`)}`,
  };
}

function ruleInWords({ baselines }: NonNullable<ChurnSummary['model']>, format: Format): string {
  const rule = baselines.find((each) => each.metric === 'auc');
  return rule?.value == null ? '' : `; ${rule.label} alone ${format.points(rule.value)}`;
}

/** With a full stop; dates of some languages end in one already. */
function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
