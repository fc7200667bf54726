import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

const PIECE_BYTES = 1 << 20;

/** True for names that promise gzip. */
export function isGzipped(name: string): boolean {
  return name.toLowerCase().endsWith('.gz');
}

/** The bytes of a file, unpacked where its name ends in .gz. A broken archive rejects. */
export async function* readBytes(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = createReadStream(path, { highWaterMark: PIECE_BYTES });
  if (!isGzipped(path)) {
    yield* file;
    return;
  }
  const unpacked = createGunzip({ chunkSize: PIECE_BYTES });
  // An error in the file must reach the reader of the unpacked stream.
  file.on('error', (error) => unpacked.destroy(error));
  try {
    yield* file.pipe(unpacked);
  } finally {
    file.destroy();
    unpacked.destroy();
  }
}
