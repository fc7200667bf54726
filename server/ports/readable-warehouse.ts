import type { Warehouse } from './warehouse.ts';

/** What readers need of a warehouse. */
export type ReadableWarehouse = Pick<Warehouse, 'engine' | 'query' | 'stream'>;
