/** How the service signs in; a password alone is not among the ways, because Snowflake refuses it. */
export type SnowflakeSignIn =
  | { readonly kind: 'key_pair'; readonly user: string; readonly privateKey: string }
  | { readonly kind: 'access_token'; readonly token: string }
  | { readonly kind: 'oauth'; readonly token: string }
  | {
      readonly kind: 'workload_identity';
      readonly provider: 'AWS' | 'AZURE' | 'GCP' | 'OIDC';
      /** For OIDC only: the others find theirs in the cloud they run in. */
      readonly token?: string;
    };

export interface SnowflakeOptions {
  /** 'org-account', without the domain. */
  readonly account: string;
  readonly signIn: SnowflakeSignIn;
  readonly role?: string;
  readonly warehouse: string;
  readonly database: string;
  /** Where unqualified names are looked for. */
  readonly schema: string;
  /** Instead of https://<account>.snowflakecomputing.com. */
  readonly accessUrl?: string;
  /** Sessions at once; each transaction and each stream has one to itself. */
  readonly sessions?: number;
  /** Seconds for one statement where its options name none. */
  readonly statementSeconds?: number;
  /** Seconds that the server may be silent after its own time-out before we stop waiting. */
  readonly graceSeconds?: number;
  /** Seconds for signing in. */
  readonly signInSeconds?: number;
}

/** Seconds for one statement: the longest of a run of ten million fans, doubled. */
export const STATEMENT_SECONDS = 1800;

/** Settings of the session that every statement brings along, so that no session has to be prepared. */
export function sessionParameters({
  tag,
  timeoutSeconds,
}: {
  readonly tag: string | undefined;
  readonly timeoutSeconds: number;
}): Readonly<Record<string, string | number | boolean>> {
  return {
    QUERY_TAG: tag === undefined ? 'wonder-portal' : `wonder-portal ${tag}`,
    STATEMENT_TIMEOUT_IN_SECONDS: timeoutSeconds,
    // Another transaction has the row: its end is waited for as long as a lease is renewed, not for hours.
    LOCK_TIMEOUT: 20,
    TIMEZONE: 'UTC',
    TIMESTAMP_TYPE_MAPPING: 'TIMESTAMP_NTZ',
    WEEK_START: 1,
    STRICT_JSON_OUTPUT: true,
  };
}
