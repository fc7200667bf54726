/** One line of a table of fields. */
export interface FieldRow {
  readonly name: string;
  readonly type: string;
  readonly note: string;
}

interface Named {
  readonly schema: object;
  readonly name: string;
}

const DEEPEST = 4;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** A schema behind its reference: all of ours are under components/schemas. */
function resolved(document: object, schema: Fields): Fields {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  const { components } = fieldsOf(document);
  const { schemas } = fieldsOf(components);
  return { ...fieldsOf(fieldsOf(schemas)[$ref.replace(/^.*\//, '')]), ...schema };
}

function alternatives(schema: Fields): Fields[] {
  const { anyOf, oneOf } = schema;
  const list = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : [];
  return list.filter(isFields);
}

function typesOf({ type }: Fields): string[] {
  const all = Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
  return all.map((each) =>
    each === 'string' ? 'text' : each === 'integer' ? 'whole number' : each,
  );
}

function typeOf(document: object, schema: Fields): string {
  const own = resolved(document, schema);
  const others = alternatives(own);
  if (others.length > 0) return others.map((each) => typeOf(document, each)).join(' or ');
  const { items, format, enum: allowed } = own;
  const types = typesOf(own);
  if (types.includes('array')) return `list of ${typeOf(document, fieldsOf(items))}`;
  if (Array.isArray(allowed)) {
    const values = allowed.filter((each) => each !== null).map(String);
    return [...(values.length > 10 ? ['text'] : values), ...types.filter((t) => t === 'null')].join(
      ' | ',
    );
  }
  if (format === 'date' || format === 'date-time') {
    return [format, ...types.filter((each) => each === 'null')].join(' or ');
  }
  return types.join(' or ') || 'any';
}

function noteOf(schema: Fields): string {
  const { description, minimum, maximum } = schema;
  const range =
    typeof minimum === 'number' && typeof maximum === 'number' && maximum < 1e9
      ? `${minimum} to ${maximum}`
      : '';
  const said = typeof description === 'string' ? description : '';
  return said.includes('..') || said === ''
    ? said || range
    : [said, range].filter(Boolean).join(', ');
}

/** The object that holds the fields of a schema: itself, its items, or its one alternative. */
function holderOf(document: object, schema: Fields): Fields {
  const own = resolved(document, schema);
  if (typesOf(own).includes('array')) return holderOf(document, fieldsOf(own.items));
  const object = alternatives(own).find((each) => isFields(resolved(document, each).properties));
  return object === undefined ? own : resolved(document, object);
}

/** A schema as lines, nested names joined by dots; a single line where it is no object. */
export function describeSchema(document: object, { schema, name }: Named, depth = 0): FieldRow[] {
  const fields = fieldsOf(schema);
  const holder = holderOf(document, fields);
  const own: FieldRow = {
    name,
    type: typeOf(document, fields),
    note: noteOf(resolved(document, fields)),
  };
  if (!isFields(holder.properties) || depth >= DEEPEST) return [own];
  const nested = Object.entries(holder.properties).flatMap(([key, value]) => {
    const child = { schema: fieldsOf(value), name: name === '' ? key : `${name}.${key}` };
    return describeSchema(document, child, depth + 1);
  });
  return name === '' ? nested : [own, ...nested];
}
