interface Person {
  readonly wonder_id: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
}

/** A fan's name where it may be shown, else the id. */
export function fanName({ wonder_id, first_name, last_name }: Person): string {
  return [first_name, last_name].filter(Boolean).join(' ') || wonder_id;
}
