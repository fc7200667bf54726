/** What this product uses of Cloudflare's platform, and no more of it. */
export interface KeyValues {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

export interface DurableStub {
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

export interface DurableNamespace {
  idFromName(name: string): unknown;
  get(id: unknown): DurableStub;
}

export interface DurableState {
  readonly storage: {
    get(key: string): Promise<unknown>;
    put(key: string, value: unknown): Promise<void>;
    delete(key: string): Promise<boolean>;
  };
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>;
}

/** One of the edge's own stores of answers. */
export interface EdgeCache {
  match(key: string): Promise<Response | undefined>;
  put(key: string, answer: Response): Promise<void>;
}

export interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
}

/** Bindings and settings of wrangler.toml. */
export interface WorkerEnv {
  readonly POINTER: KeyValues;
  readonly RUN_LEASE: DurableNamespace;
  readonly [setting: string]: unknown;
}
