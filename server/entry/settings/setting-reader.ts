import type { FieldProblem } from '../../domain/errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings and collects what is wrong with them; a value is never repeated in a message. */
export class SettingReader {
  readonly problems: FieldProblem[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string): string | undefined {
    const value = this.#environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  refuse(name: string, message: string, allowed?: string): void {
    this.problems.push({ field: name, message, ...(allowed === undefined ? {} : { allowed }) });
  }

  wholeNumber(name: string, range: { least: number; most: number }): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= range.least && number <= range.most) return number;
    this.refuse(name, 'is not a whole number in its range', `${range.least} to ${range.most}`);
    return undefined;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    const found = allowed.find((each) => each === value);
    if (found === undefined) this.refuse(name, 'is not one of its values', allowed.join(', '));
    return found ?? otherwise;
  }
}
