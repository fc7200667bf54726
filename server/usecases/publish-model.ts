import type { ModelKind } from '../domain/model-kinds.ts';
import { ModelRegistry } from './model-registry.ts';
import { refuseReadOnly } from './refuse-read-only.ts';
import { RequestKeys } from './request-keys.ts';
import type { RunDeps } from './run-deps.ts';

type Deps = Pick<RunDeps, 'warehouse' | 'project' | 'clock' | 'logger'>;

export interface PublishModelInput {
  readonly version: string;
  /** The same key again changes nothing, also where another model was put in use since. */
  readonly idempotencyKey: string | undefined;
}

/** What an operator's choice of a model came to. */
export interface ModelPublication {
  readonly version: string;
  readonly kind: ModelKind;
  /** Whether it is the model in use now: not where a repeated request finds another one chosen since. */
  readonly published: boolean;
  /** The version that this request put out of use; null: none. */
  readonly replaced: string | null;
}

/** Kept with a key where nothing was replaced; no version is called so. */
const NONE = '-';

/** Puts models in use on request, one after another; going back to an earlier one is the same. */
export class ModelPublisher {
  readonly #deps: Deps;
  readonly #registry: ModelRegistry;
  readonly #keys: RequestKeys;
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#registry = new ModelRegistry(deps);
    this.#keys = new RequestKeys(deps);
  }

  /** Rejects with `not_found`; `conflict` where its trees are not kept or the key was used for another request. */
  async publish({ version, idempotencyKey: key }: PublishModelInput): Promise<ModelPublication> {
    refuseReadOnly(this.#deps.warehouse);
    const act = () => this.#inTurn(version);
    const request = `publish model ${version}`;
    const replaced = key === undefined ? await act() : await this.#keys.once({ key, request }, act);
    const { kind, published } = await this.#registry.find(version);
    return { version, kind, published, replaced: replaced === NONE ? null : replaced };
  }

  #inTurn(version: string): Promise<string> {
    const done = this.#last.then(async () => {
      const { replaced } = await this.#registry.publish(version);
      this.#deps.logger.info('model put in use', { version, replaced });
      return replaced ?? NONE;
    });
    this.#last = done.catch(() => undefined);
    return done;
  }
}
