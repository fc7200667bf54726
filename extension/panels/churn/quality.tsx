import type { JSX } from 'preact';
import { Calibration } from '../../chart/calibration.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { BodyProps } from './body.tsx';
import { isNarrowed } from './context.ts';
import { qualityFigures } from './quality-figures.ts';
import { qualityInWords } from './words.ts';

/** How good the model is in a plain sentence, with the numbers behind it. */
export function Quality(props: BodyProps): JSX.Element {
  const { model, data, format } = props;
  const { lead, text } = qualityInWords(data, format);
  return (
    <section class="quality-part" aria-label="How good the model is">
      <p>
        <b>{lead}</b> {text}{' '}
        {data.model !== null && isNarrowed(data) ? 'This is about all members. ' : null}
        {data.model === null ? null : (
          <button
            type="button"
            class="link-button"
            aria-expanded={model.explained.value}
            onClick={() => {
              model.explained.value = !model.explained.peek();
            }}
          >
            Calibration
          </button>
        )}
      </p>
      {data.model !== null && model.explained.value ? (
        <Popover
          label="How good the model is"
          onClose={() => {
            model.explained.value = false;
          }}
        >
          <Numbers {...props} quality={data.model} />
        </Popover>
      ) : null}
    </section>
  );
}

type Known = NonNullable<BodyProps['data']['model']>;

function Numbers({ format, quality }: BodyProps & { readonly quality: Known }): JSX.Element {
  const points = quality.calibration.flatMap(({ predicted, observed }) =>
    predicted === null || observed === null ? [] : [{ predicted, observed }],
  );
  const words = points
    .map(({ predicted, observed }) => `${format.weight(predicted)}: ${format.weight(observed)}`)
    .join(', ');
  return (
    <div class="numbers">
      <h3>Predicted against actual lapse rate</h3>
      <Calibration
        points={points}
        label={`Predicted and actual lapse rate. ${words}`}
        axes={['Predicted', 'Actual']}
        ticks={[format.weight(0), format.weight(0.5), format.weight(1)]}
      />
      <dl>
        {qualityFigures(quality, format).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="number">{value}</dd>
          </div>
        ))}
      </dl>
      <p class="caption">
        Each dot is a tenth of the risk scale, of {format.count(quality.held_out_rows)} fans that
        the model did not learn from. On the line, its percentage is right.
      </p>
    </div>
  );
}
