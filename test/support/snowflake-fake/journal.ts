import type { FakeBind } from './engine.ts';

/** One statement as it arrived, whichever protocol brought it. */
export interface RecordedStatement {
  readonly sql: string;
  readonly binds: readonly FakeBind[];
  /** Session parameters of this one statement, such as QUERY_TAG. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly session: string;
  /** 0 for the first time this request arrived, 1 for its first retry. */
  readonly attempt: number;
}

/** What goes wrong with a statement, instead of or after running it. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** The connection breaks before an answer, after the statement has run. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** No answer until the statement is cancelled. */
  | { readonly kind: 'stall' }
  /** The session token is too old: it can be renewed. */
  | { readonly kind: 'expired' }
  /** The session is gone: only signing in anew helps. */
  | { readonly kind: 'gone' }
  /** Not run; Snowflake says this instead. */
  | { readonly kind: 'refuse'; readonly code: string; readonly message: string }
  /** An answer that is no JSON. */
  | { readonly kind: 'html' };

/** What a fake saw, and what it is told to do. */
export class Journal {
  readonly statements: RecordedStatement[] = [];
  readonly signIns: Readonly<Record<string, unknown>>[] = [];
  readonly cancelled: string[] = [];
  #fault: (statement: RecordedStatement) => Fault | undefined = () => undefined;

  /** Decides about each statement from here on. */
  breakWith(fault: (statement: RecordedStatement) => Fault | undefined): void {
    this.#fault = fault;
  }

  note(statement: RecordedStatement): Fault | undefined {
    this.statements.push(statement);
    return this.#fault(statement);
  }

  /** Texts in the order of arrival, retries left out, white space closed up. */
  texts(): string[] {
    return this.statements
      .filter(({ attempt }) => attempt === 0)
      .map(({ sql }) => sql.replace(/\s+/g, ' ').trim());
  }

  clear(): void {
    this.statements.length = 0;
    this.signIns.length = 0;
    this.cancelled.length = 0;
    this.#fault = () => undefined;
  }
}

/** The first statement from here on meets the fault, the others do not. */
export function once(fault: Fault): () => Fault | undefined {
  let isMet = false;
  return () => {
    if (isMet) return undefined;
    isMet = true;
    return fault;
  };
}
