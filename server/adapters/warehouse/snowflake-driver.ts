import snowflake, { type Connection, type ConnectionOptions } from 'snowflake-sdk';
import { parseVariant } from './snowflake-cells.ts';
import { fromSnowflakeError } from './snowflake-errors.ts';
import type { SnowflakeOptions, SnowflakeSignIn } from './snowflake-options.ts';

const SIGN_IN_SECONDS = 60;

function signInOptions(signIn: SnowflakeSignIn): ConnectionOptions {
  switch (signIn.kind) {
    case 'key_pair':
      return {
        authenticator: 'SNOWFLAKE_JWT',
        username: signIn.user,
        privateKey: signIn.privateKey,
      };
    case 'access_token':
      return { authenticator: 'PROGRAMMATIC_ACCESS_TOKEN', token: signIn.token };
    case 'oauth':
      return { authenticator: 'OAUTH', token: signIn.token };
    case 'workload_identity':
      return {
        authenticator: 'WORKLOAD_IDENTITY',
        workloadIdentityProvider: signIn.provider,
        ...(signIn.token === undefined ? {} : { token: signIn.token }),
      };
  }
}

let isConfigured = false;

/** Once per process: the driver's settings are global. */
function configure(): void {
  if (isConfigured) return;
  isConfigured = true;
  snowflake.configure({
    logLevel: 'OFF',
    additionalLogToConsole: false,
    // Without parsers of one's own the driver runs a VARIANT that is not JSON as code.
    jsonColumnVariantParser: parseVariant,
    xmlColumnVariantParser: parseVariant,
  });
}

/** Opens one session. Rejects with `warehouse_unavailable`, also where the sign-in takes too long. */
export async function connectSnowflake(options: SnowflakeOptions): Promise<Connection> {
  configure();
  const { account, accessUrl, role, warehouse, database, schema } = options;
  const seconds = options.signInSeconds ?? SIGN_IN_SECONDS;
  const connection = snowflake.createConnection({
    account,
    warehouse,
    database,
    schema,
    application: 'WonderPortal',
    clientSessionKeepAlive: false,
    representNullAsStringNull: false,
    sfRetryMaxLoginRetries: 3,
    rowStreamHighWaterMark: 1000,
    ...(accessUrl === undefined ? {} : { accessUrl }),
    ...(role === undefined ? {} : { role }),
    ...signInOptions(options.signIn),
  });
  // Not connectAsync: it resolves where Snowflake refuses the sign-in, and tells a callback alone.
  const connected = new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  let deadline: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    deadline = setTimeout(() => reject(new Error('signing in took too long')), seconds * 1000);
  });
  try {
    await Promise.race([connected, tooLate]);
    return connection;
  } catch (error) {
    connection.destroy(() => undefined);
    throw fromSnowflakeError(error, { signingIn: true });
  } finally {
    clearTimeout(deadline);
  }
}
