import { isUtf8 } from 'node:buffer';
import { type CsvRecord, CsvScanner, splitRecord } from '../../domain/csv-scanner.ts';
import type { LandingFile } from '../../domain/landing-files.ts';
import { type CheckedHeader, checkHeader } from '../../domain/landing-header.ts';
import { landingValueProblem } from '../../domain/landing-values.ts';
import type { LandingProblem } from '../../ports/landing-loader.ts';
import { readBytes } from './landing-bytes.ts';

/** DuckDB refuses longer lines, and a forgotten quote makes one of the rest of the file. */
const RECORD_LIMIT = 2_000_000;
const SHOWN_PROBLEMS = 20;
const SHOWN_VALUE = 60;

/** The first problems of a load, and the number of all. */
export class ProblemList {
  readonly shown: LandingProblem[] = [];
  count = 0;

  add(problem: LandingProblem): void {
    this.count += 1;
    if (this.shown.length < SHOWN_PROBLEMS) this.shown.push(problem);
  }
}

export interface CsvSurvey {
  readonly header: readonly string[];
  readonly records: number;
  /** False where any record has a wrong shape; which one, a full check tells. */
  readonly sound: boolean;
}

class EndlessRecord extends Error {}

async function scan(
  path: string,
  onRecord: (bytes: Uint8Array, record: CsvRecord) => void,
): Promise<void> {
  const scanner = new CsvScanner(onRecord);
  for await (const piece of readBytes(path)) {
    scanner.push(piece);
    if (scanner.pending > RECORD_LIMIT) throw new EndlessRecord(String(scanner.pendingLine));
  }
  scanner.end();
}

function textOf(bytes: Uint8Array, { start, end }: CsvRecord): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}

function headerOf(text: string): string[] {
  return splitRecord(text.replace(/^\uFEFF/, ''));
}

/** One fast pass over the shape: header, number of records, and whether each has as many fields. */
export async function surveyCsv(path: string): Promise<CsvSurvey> {
  let header: string[] | undefined;
  let records = 0;
  let sound = true;
  try {
    await scan(path, (bytes, record) => {
      if (header === undefined) {
        header = headerOf(textOf(bytes, record));
      } else {
        records += 1;
        if (record.fields !== header.length || record.end - record.start >= RECORD_LIMIT)
          sound = false;
      }
      if (record.flaw !== undefined || !isUtf8(bytes.subarray(record.start, record.end)))
        sound = false;
    });
  } catch {
    // Whatever it is (an endless record, a broken archive), the full check says it in words.
    sound = false;
  }
  return { header: header ?? [], records, sound };
}

function shorten(value: string): string {
  return value.length > SHOWN_VALUE ? `${value.slice(0, SHOWN_VALUE)}…` : value;
}

class CsvChecker {
  readonly #file: LandingFile;
  readonly #problems: ProblemList;
  #header: CheckedHeader | undefined;
  /** Fields of the header; undefined where it could not be read. */
  #width: number | undefined;

  constructor(file: LandingFile, problems: ProblemList) {
    this.#file = file;
    this.#problems = problems;
  }

  get sawHeader(): boolean {
    return this.#header !== undefined;
  }

  report(problem: Omit<LandingProblem, 'file'>): void {
    this.#problems.add({ file: this.#file.name, ...problem });
  }

  record(bytes: Uint8Array, record: CsvRecord): void {
    const { line, flaw } = record;
    if (flaw === 'unclosed_quote') {
      this.report({ line, message: 'a quote is opened and never closed' });
    } else if (flaw === 'text_after_quote') {
      this.report({
        line,
        message: 'text follows a closing quote; a quote inside is written twice',
      });
    } else if (record.end - record.start >= RECORD_LIMIT) {
      this.report({ line, message: 'the record is longer than 2 MB' });
    } else {
      this.#fields(bytes, record);
    }
  }

  #fields(bytes: Uint8Array, record: CsvRecord): void {
    const { line } = record;
    const fields = splitRecord(textOf(bytes, record));
    if (!isUtf8(bytes.subarray(record.start, record.end))) {
      this.#notUtf8(line, fields);
    } else if (this.#header === undefined) {
      this.#readHeader(line, headerOf(textOf(bytes, record)));
    } else if (this.#width !== undefined && record.fields !== this.#width) {
      const many = record.fields > this.#width ? 'too many' : 'too few';
      const message = `${many} fields: ${record.fields} instead of ${this.#width}`;
      this.report({ line, message });
    } else {
      this.#values(line, fields);
    }
  }

  #notUtf8(line: number, fields: readonly string[]): void {
    const index = fields.findIndex((field) => field.includes('\uFFFD'));
    const column = this.#header?.columns[index]?.name;
    this.report({
      line,
      ...(column === undefined ? {} : { column }),
      value: shorten(fields[index] ?? ''),
      message: 'is not UTF-8 text',
    });
    this.#header ??= { columns: [], problems: [] };
  }

  #readHeader(line: number, names: readonly string[]): void {
    const checked = checkHeader(this.#file.table, names);
    for (const problem of checked.problems) this.report({ line, ...problem });
    this.#width = names.length;
    this.#header = checked.problems.length === 0 ? checked : { columns: [], problems: [] };
  }

  #values(line: number, fields: readonly string[]): void {
    for (const [index, column] of (this.#header?.columns ?? []).entries()) {
      const value = fields[index] ?? '';
      const message = value === '' ? undefined : landingValueProblem(column.type, value);
      if (message !== undefined) {
        this.report({ line, column: column.name, value: shorten(value), message });
      }
    }
  }
}

/** The full check of one file: shape, header and every value, each problem with its line. */
export async function checkCsv(
  path: string,
  file: LandingFile,
  problems: ProblemList,
): Promise<void> {
  const checker = new CsvChecker(file, problems);
  try {
    await scan(path, (bytes, record) => checker.record(bytes, record));
  } catch (error) {
    if (error instanceof EndlessRecord) {
      const message = 'a record longer than 2 MB begins here; is a quote left open?';
      checker.report({ line: Number(error.message), message });
    } else {
      checker.report({ message: `cannot be read (${reasonOf(error)})` });
    }
    return;
  }
  if (!checker.sawHeader)
    checker.report({ line: 1, message: 'is empty: a header line is expected' });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
