/** Structured log lines; fields must hold no secret, name, e-mail or free text of a fan. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured log lines, one per event. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** `cause` is written with its stack: the one place where a cause may be seen. */
  error(message: string, fields?: LogFields, cause?: unknown): void;
}
