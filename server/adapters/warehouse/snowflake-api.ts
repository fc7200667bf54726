import { WonderError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  Statement,
  StatementOptions,
  Warehouse,
  WarehouseRow,
} from '../../ports/warehouse.ts';
import { apiRowReader } from './snowflake-api-cells.ts';
import { type ApiClientOptions, type Fetch, SnowflakeApiClient } from './snowflake-api-client.ts';
import { createKeyPairTokens } from './snowflake-jwt.ts';
import type { SnowflakeOptions } from './snowflake-options.ts';

function signIn(
  { signIn: given, account }: SnowflakeOptions,
  clock: Clock,
): Pick<ApiClientOptions, 'token' | 'tokenType'> {
  switch (given.kind) {
    case 'key_pair': {
      const { user, privateKey } = given;
      const token = createKeyPairTokens({ account, user, privateKey, clock });
      return { token, tokenType: 'KEYPAIR_JWT' };
    }
    case 'oauth':
      return { token: async () => given.token, tokenType: 'OAUTH' };
    case 'access_token':
      return { token: async () => given.token, tokenType: 'PROGRAMMATIC_ACCESS_TOKEN' };
    case 'workload_identity':
      throw new WonderError('bad_settings', {
        detail: 'The SQL API has no workload identity: use a key pair or a token.',
      });
  }
}

export interface ApiParts {
  readonly fetch: Fetch;
  readonly uuid: () => string;
  readonly clock: Clock;
}

/**
 * Snowflake by its SQL API: fetch and WebCrypto only, so that it runs in Workers too. Every statement is a
 * session of its own; there are no transactions, and so no runs.
 */
export class SnowflakeApiWarehouse implements Warehouse {
  readonly engine = 'snowflake';
  readonly singleProcess = false;
  readonly scratch = null;
  readonly hasTransactions = false;
  readonly #client: SnowflakeApiClient;

  constructor(options: SnowflakeOptions, { fetch, uuid, clock }: ApiParts) {
    const { signIn: _, ...rest } = options;
    this.#client = new SnowflakeApiClient({ ...rest, ...signIn(options, clock), fetch, uuid });
  }

  async query(statement: Statement, options?: StatementOptions): Promise<WarehouseRow[]> {
    const rows: WarehouseRow[] = [];
    for await (const batch of this.stream(statement, options)) rows.push(...batch);
    return rows;
  }

  async execute(statement: Statement, options?: StatementOptions): Promise<number> {
    return (await this.#client.run(statement, options)).changed;
  }

  async *stream(
    statement: Statement,
    options?: StatementOptions,
  ): AsyncGenerator<WarehouseRow[], void, undefined> {
    const { handle, columns, rows, partitions } = await this.#client.run(statement, options);
    const read = apiRowReader(columns);
    if (rows.length > 0) yield rows.map(read);
    for (let index = 1; index < partitions && handle !== undefined; index += 1) {
      yield (await this.#client.partition(handle, index, options?.signal)).map(read);
    }
  }

  async transaction<T>(): Promise<T> {
    throw new WonderError('warehouse_failed', {
      detail: 'Snowflake has no transactions over its SQL API: set SNOWFLAKE_API=driver for this.',
    });
  }

  async close(): Promise<void> {
    // Nothing is open between two requests.
  }
}
