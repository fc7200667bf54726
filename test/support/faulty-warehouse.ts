import type {
  Statement,
  StatementOptions,
  Warehouse,
  WarehouseSession,
} from '../../server/ports/warehouse.ts';

/** What happens to a statement before it is run: nothing, a wait, or a failure. */
export type Fault = (statement: Statement) => void | Promise<void>;

function faultySession(session: WarehouseSession, fault: Fault): WarehouseSession {
  return {
    async query(statement: Statement, options?: StatementOptions) {
      await fault(statement);
      return await session.query(statement, options);
    },
    async execute(statement: Statement, options?: StatementOptions) {
      await fault(statement);
      return await session.execute(statement, options);
    },
  };
}

/** A warehouse whose statements meet faults, those in transactions too. */
export function withFaults(warehouse: Warehouse, fault: Fault): Warehouse {
  return {
    ...faultySession(warehouse, fault),
    engine: warehouse.engine,
    singleProcess: warehouse.singleProcess,
    scratch: warehouse.scratch,
    stream: (statement, options) => warehouse.stream(statement, options),
    transaction: (work) => warehouse.transaction((session) => work(faultySession(session, fault))),
    close: () => warehouse.close(),
  };
}
