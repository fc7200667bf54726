import type { JSX } from 'preact';
import type { ModelList as Models } from '../../../server/contract/index.ts';
import { useFocusBack, useFocusFirst } from '../../ui/focus.ts';
import { kindName, modelName } from '../shared/model-name.ts';
import type { AnsweredProps } from './answered.tsx';
import { Mark } from './mark.tsx';
import { modelQuality, modelState, modelWarning } from './model-words.ts';
import { usedFirst } from './used-first.ts';

type Model = Models['items'][number];

export interface ModelListProps extends AnsweredProps {
  readonly models: Models;
}

const SHOWN = 4;

/** What was trained, how good it is, which one is used, and why others are not; and a way to use another. */
export function ModelList(props: ModelListProps): JSX.Element {
  const { models } = props;
  return (
    <section class="ops-list ops-models" aria-label="Models">
      <h2>Models</h2>
      {models.items.length + models.refusals.length === 0 ? (
        <p class="quiet">None is trained yet; risk is the rule-based one.</p>
      ) : null}
      <ul>
        {usedFirst(models.items)
          .slice(0, SHOWN)
          .map((trained) => (
            <ModelRow key={trained.version} {...props} trained={trained} />
          ))}
        {models.refusals.slice(0, 2).map((refusal) => (
          <li key={`${refusal.kind} ${refusal.at}`}>
            <Mark tone="warn" />
            <span class="ops-name">
              {kindName(refusal.kind)}
              <small>{refusal.reason}</small>
            </span>
            <span class="ops-value ops-text-warn">Not trained</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ModelRowProps = ModelListProps & { readonly trained: Model };

function ModelRow(props: ModelRowProps): JSX.Element {
  const { trained, model, format, shown } = props;
  const { version, published, refused_because, can_publish } = trained;
  const name = modelName(trained, format);
  const warning = modelWarning(trained);
  const isAsked = model.confirming.value === version;
  const opener = useFocusBack<HTMLButtonElement>(isAsked);
  return (
    <li class={isAsked ? 'ops-asked' : ''}>
      <Mark tone={warning !== null ? 'warn' : published ? 'good' : 'quiet'} />
      <span class="ops-name">
        {name}
        {refused_because === null ? null : <small>{refused_because}</small>}
        {warning === null ? null : <small>{warning}</small>}
      </span>
      <span class="ops-value">
        {[modelQuality(trained, format), modelState(trained)]
          .filter((word) => word !== '')
          .join(' · ')}
      </span>
      {can_publish && shown.data.operations.may_operate && !isAsked ? (
        <button
          type="button"
          class="link-button"
          ref={opener}
          aria-label={`Publish ${name}`}
          disabled={model.ordering.value}
          onClick={() => {
            model.confirming.value = version;
          }}
        >
          Publish
        </button>
      ) : null}
      {isAsked ? <Confirm {...props} /> : null}
    </li>
  );
}

/** What publishing a model changes, before it does. */
function Confirm({ trained, models, model, format }: ModelRowProps): JSX.Element {
  const used = models.items.find(({ kind, published }) => kind === trained.kind && published);
  const instead = used === undefined ? '' : ` instead of ${modelName(used, format)}`;
  const name = modelName(trained, format);
  const first = useFocusFirst<HTMLButtonElement>();
  return (
    <section class="ops-confirm" aria-label={`Publish ${name}?`}>
      <p>
        {`Runs ask ${name}${instead} from the next one on. Scores that are published stay as they are.`}
      </p>
      <button
        type="button"
        class="button button-small"
        disabled={model.ordering.value}
        onClick={() => model.publish(trained.version)}
      >
        {model.ordering.value ? 'Publishing…' : 'Publish'}
      </button>
      <button
        type="button"
        class="link-button"
        ref={first}
        onClick={() => {
          model.confirming.value = null;
        }}
      >
        Keep as it is
      </button>
    </section>
  );
}
