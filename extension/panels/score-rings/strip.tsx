import type { ComponentChildren, JSX } from 'preact';
import type { RingsData, StripData, StripScore } from '../../models/rings-data.ts';
import type { Score } from '../../models/scores.ts';
import type { Format } from '../../ui/format.ts';
import { Risk } from '../../ui/risk.tsx';
import { riskInWords } from '../shared/risk-words.ts';
import { SCORE_NAMES } from '../shared/score-names.ts';
import type { ReceiptControl } from './receipt-control.ts';

export interface StripProps {
  readonly data: RingsData;
  readonly format: Format;
  readonly receipts: ReceiptControl | null;
}

/** The scores beside the WonderScore, each with its own scale. */
export function Strip({ data, format, receipts }: StripProps): JSX.Element {
  const { strip, subject } = data;
  const shared = { format, receipts };
  const few = strip.minimum === null ? '' : `fewer than ${format.count(strip.minimum)}`;
  return (
    <ul class="strip" aria-label="Further scores">
      <ScoreCell {...shared} few={few} score="hospitality" of={strip.hospitality} />
      <ScoreCell {...shared} few={few} score="digital" of={strip.digital} />
      <ScoreCell {...shared} few={few} score="efficiency" of={strip.efficiency} />
      <RiskCell {...shared} few={few} churn={strip.churn} />
      <Cell
        {...shared}
        score={null}
        full={subject.mode === 'fan' ? 'Predicted LTV' : 'Median LTV'}
        short="LTV"
        remark={strip.ltvHidden ? few : strip.ltv === null ? null : '12 mo'}
      >
        {strip.ltvHidden ? <Hidden /> : strip.ltv === null ? null : format.money(strip.ltv)}
      </Cell>
    </ul>
  );
}

interface ScoreCellProps extends Omit<StripProps, 'data'> {
  readonly score: 'hospitality' | 'digital' | 'efficiency';
  readonly of: StripScore;
  /** Why a figure is hidden. */
  readonly few: string;
}

function ScoreCell({ score, of, few, format, receipts }: ScoreCellProps): JSX.Element {
  const { value, fans, hidden } = of;
  return (
    <Cell
      {...SCORE_NAMES[score]}
      score={value === null ? null : score}
      receipts={receipts}
      remark={hidden ? few : value === null ? null : of100(fans, format)}
    >
      {hidden ? <Hidden /> : value === null ? null : format.whole(value)}
    </Cell>
  );
}

function of100(fans: number | null, format: Format): string {
  return fans === null ? 'of 100' : `${format.count(fans)} fans`;
}

function Hidden(): JSX.Element {
  return <span class="quiet">Hidden</span>;
}

interface RiskCellProps extends Omit<StripProps, 'data'> {
  readonly churn: StripData['churn'];
  readonly few: string;
}

function RiskCell({ churn, few, format, receipts }: RiskCellProps): JSX.Element {
  if (churn.of === 'fan') {
    return (
      <Cell {...SCORE_NAMES.churn} score="churn" receipts={receipts} remark={null}>
        <Risk level={churn.level}>{riskInWords(churn, format)}</Risk>
      </Cell>
    );
  }
  const { share, fans } = churn;
  return (
    <Cell
      full="High churn risk"
      short="High risk"
      score={null}
      receipts={receipts}
      remark={fans === null ? few : `${format.count(fans)} fans`}
    >
      {shareInWords(share, format)}
    </Cell>
  );
}

function shareInWords(share: number | null, format: Format): ComponentChildren {
  if (share === null) return <Hidden />;
  // Nobody at risk is no warning.
  return share === 0 ? format.share(share) : <Risk level="high">{format.share(share)}</Risk>;
}

interface CellProps {
  readonly full: string;
  readonly short: string;
  /** Whose receipt it opens, if any. */
  readonly score: Score | null;
  readonly receipts: ReceiptControl | null;
  readonly remark: string | null;
  readonly children: ComponentChildren;
}

function Cell({ full, short, score, receipts, remark, children }: CellProps): JSX.Element {
  const face = (
    <>
      <span class="strip-name">
        <span class="name-full">{full}</span>
        <span class="name-short">{short}</span>
      </span>
      <span class="strip-value">
        {children ?? <span class="quiet">No data</span>}
        {remark === null ? null : <small>{remark}</small>}
      </span>
    </>
  );
  return (
    <li>
      {receipts === null || score === null ? (
        <div class="strip-cell">{face}</div>
      ) : (
        <button type="button" class="strip-cell" {...receipts.of(score)}>
          {face}
        </button>
      )}
    </li>
  );
}
