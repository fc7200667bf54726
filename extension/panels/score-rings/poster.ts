import { paintPicture } from '../../chart/picture.ts';
import { drawPoster, POSTER, type Poster } from '../../chart/poster.ts';
import type { RingsData, StripData } from '../../models/rings-data.ts';
import type { Format } from '../../ui/format.ts';
import { rankInWords } from '../shared/rank-words.ts';
import { riskInWords } from '../shared/risk-words.ts';
import { BASE_NAMES } from '../shared/score-names.ts';
import { subjectName } from '../shared/subject-words.ts';

/** The panel as a PNG, in the colours it has on the page. */
export async function paintPoster(page: Window, data: RingsData, format: Format): Promise<Blob> {
  const poster = posterOf(data, format);
  return paintPicture(page, POSTER, (brush, color) => drawPoster(brush, poster, color));
}

export function posterOf(data: RingsData, format: Format): Poster {
  const { meta } = data;
  return {
    title: 'WonderScore',
    context: data.name ?? subjectName(data.subject),
    figure: data.score === null ? 'No data' : format.score(data.score),
    lines: linesOf(data, format),
    rings: data.rings.map((ring) => {
      const score = ring.ownData ? ring.value : null;
      const { full, hue } = BASE_NAMES[ring.score];
      return { name: full, hue, score, value: score === null ? '–' : format.whole(score) };
    }),
    strip: stripOf(data, format),
    footer: `Data to ${format.day(meta.data_as_of ?? meta.score_date)} · Scored ${format.moment(meta.calculated_at)}`,
  };
}

function linesOf({ tier, topPercent, fans, change }: RingsData, format: Format): string[] {
  const moved =
    change === null || change.score === null
      ? null
      : `${change.score < 0 ? 'Down' : 'Up'} ${format.change(change.score)} in ${change.days} days`;
  return [
    tier,
    topPercent === null ? null : `${rankInWords(topPercent, format)} of members`,
    fans === null ? null : `Average of ${format.count(fans)} members`,
    moved,
  ].filter((line) => line !== null);
}

function stripOf({ strip, subject }: RingsData, format: Format): Poster['strip'] {
  const whole = ({ value, hidden }: StripData['hospitality']): string =>
    hidden ? 'Hidden' : value === null ? 'No data' : format.whole(value);
  const { hospitality, digital, efficiency, churn, ltv } = strip;
  return [
    { name: 'Hospitality', value: whole(hospitality) },
    { name: 'Digital affinity', value: whole(digital) },
    { name: 'Revenue efficiency', value: whole(efficiency) },
    { name: churn.of === 'fan' ? 'Churn risk' : 'High churn risk', value: riskOf(churn, format) },
    {
      name: subject.mode === 'fan' ? 'Predicted LTV' : 'Median LTV',
      value: strip.ltvHidden ? 'Hidden' : ltv === null ? 'No data' : format.money(ltv),
    },
  ];
}

function riskOf(churn: StripData['churn'], format: Format): string {
  if (churn.of === 'fan') return riskInWords(churn, format);
  return churn.share === null ? 'Hidden' : format.share(churn.share);
}
