/** A number as a SQL literal of type DOUBLE, exact: the exponent keeps engines from reading a DECIMAL. */
export function sqlNumber(value: number): string {
  const text = `${value}`;
  return text.includes('e') ? text : `${text}e0`;
}
