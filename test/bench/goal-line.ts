/** A goal of a bench in one line that says whether it is met. */
export function goalLine(isMet: boolean, said: string): string {
  return `${isMet ? 'met    ' : 'NOT MET'}  ${said}`;
}
