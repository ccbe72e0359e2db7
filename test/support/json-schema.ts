import type { JsonSchema } from '../../gateway/documents/json-schema.js';

/** Where a value is not what a schema says, with what is wrong; of the keywords that we write. */
export function violations(schema: JsonSchema, value: unknown, path = '$'): readonly string[] {
  const types = [schema.type ?? []].flat();
  const type = typeOf(value);
  if (!types.includes(type) && !(type === 'integer' && types.includes('number'))) {
    return [`${path} is ${type}, not ${types.join(' or ')}`];
  }
  if (schema.enum && !schema.enum.includes(value)) {
    return [`${path} is ${String(value)}, none of ${schema.enum.join(', ')}`];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, place) => violations(schema.items ?? {}, item, `${path}[${place}]`));
  }
  if (type !== 'object') {
    return [];
  }
  const fields = Object.entries(value as object) as [string, unknown][];
  const missing = (schema.required ?? []).filter((name) => !fields.some(([field]) => field === name));
  return [
    ...missing.map((name) => `${path} has no ${name}`),
    ...fields.flatMap(([name, inside]) => {
      const known = schema.properties?.[name];
      return known ? violations(known, inside, `${path}.${name}`) : [`${path}.${name} is not described`];
    }),
  ];
}

function typeOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}
