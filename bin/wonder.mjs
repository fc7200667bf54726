#!/usr/bin/env node
// DuckDB runs on libuv's pool: it must be larger than the number of queries in flight, and is read once at start.
process.env.UV_THREADPOOL_SIZE ??= '16';
const { loadServer } = await import('./load-server.mjs');
await loadServer('cli');
