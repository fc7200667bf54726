const QUOTE = 34;
const COMMA = 44;
const LINE_FEED = 10;
const RETURN = 13;

const FIELD_START = 0;
const PLAIN = 1;
const QUOTED = 2;
const QUOTE_CLOSED = 3;

/** What is wrong with the shape of a record. */
export type RecordFlaw = 'text_after_quote' | 'unclosed_quote';

/** One record: a range of `bytes`, the line it begins on (from 1), and its fields. */
export interface CsvRecord {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly fields: number;
  readonly flaw?: RecordFlaw;
}

/**
 * Finds the records of a comma-separated file in pieces of any size: LF, CRLF or CR line ends, quoted
 * commas and line ends, doubled quotes; empty lines are no records. `onRecord` gets the bytes the
 * ranges point into, valid only during the call.
 */
export class CsvScanner {
  #rest: Uint8Array = new Uint8Array(0);
  #state = FIELD_START;
  #fields = 1;
  #line = 1;
  #recordLine = 1;
  #flaw: RecordFlaw | undefined;
  #afterReturn = false;
  readonly #onRecord: (bytes: Uint8Array, record: CsvRecord) => void;

  constructor(onRecord: (bytes: Uint8Array, record: CsvRecord) => void) {
    this.#onRecord = onRecord;
  }

  /** Bytes of a record that has not ended yet: a guard against files that are one endless line. */
  get pending(): number {
    return this.#rest.length;
  }

  /** The line on which the record that has not ended yet begins. */
  get pendingLine(): number {
    return this.#recordLine;
  }

  push(piece: Uint8Array): void {
    const scanned = this.#rest.length;
    const bytes = scanned === 0 ? piece : join(this.#rest, piece);
    const start = this.#scan(bytes, scanned);
    this.#rest = bytes.slice(start);
  }

  /** The last record, where the file does not end with a line end. */
  end(): void {
    const bytes = this.#rest;
    if (this.#state === QUOTED) this.#flaw = 'unclosed_quote';
    if (bytes.length > 0) this.#emit(bytes, 0, bytes.length);
    this.#rest = new Uint8Array(0);
  }

  /** Scans from `from` on; returns where the unfinished record begins. */
  #scan(bytes: Uint8Array, from: number): number {
    let start = 0;
    let state = this.#state;
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (
        byte > COMMA ||
        (byte !== COMMA && byte !== QUOTE && byte !== LINE_FEED && byte !== RETURN)
      ) {
        if (state === FIELD_START) state = PLAIN;
        else if (state === QUOTE_CLOSED) {
          this.#flaw = 'text_after_quote';
          state = PLAIN;
        }
        this.#afterReturn = false;
        continue;
      }
      if (byte === QUOTE) {
        if (state === FIELD_START) state = QUOTED;
        else if (state === QUOTED) state = QUOTE_CLOSED;
        else if (state === QUOTE_CLOSED) state = QUOTED;
        this.#afterReturn = false;
      } else if (byte === COMMA) {
        if (state !== QUOTED) {
          this.#fields += 1;
          state = FIELD_START;
        }
        this.#afterReturn = false;
      } else {
        const pair = byte === LINE_FEED && this.#afterReturn;
        this.#afterReturn = byte === RETURN;
        if (!pair) this.#line += 1;
        if (state === QUOTED) continue;
        if (pair) {
          start = at + 1;
          continue;
        }
        this.#emit(bytes, start, at);
        start = at + 1;
        state = FIELD_START;
      }
    }
    this.#state = state;
    return start;
  }

  #emit(bytes: Uint8Array, start: number, end: number): void {
    if (end > start) {
      const record = { start, end, line: this.#recordLine, fields: this.#fields };
      this.#onRecord(bytes, this.#flaw === undefined ? record : { ...record, flaw: this.#flaw });
    }
    this.#fields = 1;
    this.#flaw = undefined;
    this.#recordLine = this.#line;
  }
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

/** The fields of one well-formed record, quotes removed. */
export function splitRecord(text: string): string[] {
  const fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] === '"') {
      let value = '';
      let close = text.indexOf('"', at + 1);
      let from = at + 1;
      while (close !== -1 && text[close + 1] === '"') {
        value += text.slice(from, close + 1);
        from = close + 2;
        close = text.indexOf('"', from);
      }
      const end = close === -1 ? text.length : close;
      fields.push(value + text.slice(from, end));
      const comma = text.indexOf(',', end);
      at = comma === -1 ? text.length + 1 : comma + 1;
    } else {
      const comma = text.indexOf(',', at);
      const end = comma === -1 ? text.length : comma;
      fields.push(text.slice(at, end));
      at = end + 1;
    }
  }
  return fields;
}
