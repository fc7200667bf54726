/** Where the bracket that opens at `open` closes; the end of the text where it does not. */
export function closingBracket(code: string, open: number): number {
  let depth = 0;
  for (let index = open; index < code.length; index += 1) {
    if (code[index] === '(') depth += 1;
    if (code[index] === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return code.length;
}

/** Where the innermost bracket around a place opens; -1 where there is none. */
export function openingBracket(code: string, place: number): number {
  let depth = 0;
  for (let index = place - 1; index >= 0; index -= 1) {
    if (code[index] === ')') depth += 1;
    if (code[index] === '(') depth -= 1;
    if (depth < 0) return index;
  }
  return -1;
}

/** The parts between the commas that are in no bracket. */
export function splitList(code: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < code.length; index += 1) {
    if (code[index] === '(') depth += 1;
    if (code[index] === ')') depth -= 1;
    if (code[index] !== ',' || depth > 0) continue;
    parts.push(code.slice(from, index).trim());
    from = index + 1;
  }
  return [...parts, code.slice(from).trim()];
}
