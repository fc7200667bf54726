/** Page and service are of one build, so this only has to tell our answer from that of something in between. */
export function holding<T>(...keys: readonly (keyof T & string)[]): (body: unknown) => body is T {
  return (body: unknown): body is T =>
    typeof body === 'object' && body !== null && keys.every((key) => key in body);
}
