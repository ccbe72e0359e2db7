import { isObjectType, type GraphQLSchema } from 'graphql';

import type { AnswerField, AnswerFields } from './answer-fields.js';
import { own, type Data } from './data.js';
import type { Form } from './forms.js';

/** What cannot be in an answer, because of its type. */
export interface InvalidValue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** The data of an answer. */
export interface WrittenAnswer {
  /** JSON; null where a null goes up to the top. */
  readonly text: string | null;
  readonly cost: number;
  readonly invalid: readonly InvalidValue[];
}

/**
 * Writes the data of an answer: the fields that were asked for, in their order and by the client's names. A null, or
 * what is not of its type, goes up to the next place that may be null.
 */
export function writeAnswer(schema: GraphQLSchema, fields: AnswerFields, data: Data): WrittenAnswer {
  const writer = new Writer(schema);
  const text = writer.object(data, fields, null);
  return { text, cost: writer.cost, invalid: writer.invalid };
}

class Writer {
  cost = 0;
  readonly invalid: InvalidValue[] = [];
  private readonly path: (string | number)[] = [];
  /** Whether it is known of the last null why it is one. */
  private isExplained = false;

  constructor(private readonly schema: GraphQLSchema) {}

  /** The text of an object; null where there is to be a null in its place. `field` is the one that it is the value of. */
  object(value: unknown, below: AnswerFields, field: AnswerField | null): string | null {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.refuse('Invalid value found', field);
    }
    const typename = own(value, '__typename');
    const fields = !typename ? below.of(undefined) : typeof typename === 'string' ? below.of(typename) : null;
    if (!fields) {
      return this.refuse('Invalid __typename found for object', field);
    }
    let text = '';
    for (const each of fields) {
      const written = each.form ? this.field(each, each.form, value as Data) : this.typename(each, value as Data);
      if (written === null) {
        return null;
      }
      text += text === '' ? each.text : `,${each.text}`;
      text += written;
    }
    return `{${text}}`;
  }

  /** The text of a field's value; null where there is to be a null in place of the object. */
  private field(field: AnswerField, form: Form, object: Data): string | null {
    this.path.push(field.name);
    const before = this.cost;
    const text = this.value(Object.hasOwn(object, field.key) ? object[field.key] : null, form, field);
    this.path.pop();
    this.cost = (text === null ? before : this.cost) + field.once;
    return text ?? (form.isNonNull ? null : 'null');
  }

  /** The text of a value; null where it is null. */
  private value(value: unknown, form: Form, field: AnswerField): string | null {
    let text: string | null;
    if (value === null || value === undefined) {
      text = null;
      this.isExplained = false;
    } else if (form.item) {
      text = this.list(value, form.item, field);
    } else {
      this.cost += field.weight;
      text = field.below
        ? this.object(value, field.below, field)
        : (form.leaf?.(value) ?? this.refuse('Invalid value found', field));
    }
    if (text === null && form.isNonNull && !this.isExplained) {
      this.refuse('Cannot return null for non-nullable', field);
    }
    return text;
  }

  private list(values: unknown, item: Form, field: AnswerField): string | null {
    if (!Array.isArray(values)) {
      return this.refuse('Invalid value found', field);
    }
    let text = '';
    let isNull = false;
    for (let index = 0; index < values.length; index += 1) {
      this.path.push(index);
      const before = this.cost;
      const written = this.value(values[index], item, field);
      this.path.pop();
      if (written === null) {
        this.cost = before;
        isNull ||= item.isNonNull;
      }
      text += index === 0 ? (written ?? 'null') : `,${written ?? 'null'}`;
    }
    if (isNull) {
      this.isExplained = true;
      return null;
    }
    return `[${text}]`;
  }

  /** The name of an object's type; null where it is not known, and there is to be a null in place of the object. */
  private typename(field: AnswerField, object: Data): string | null {
    const { key, parent, once, weight } = field;
    const given = own(object, key) ?? own(object, '__typename');
    const type = (typeof given === 'string' ? this.schema.getType(given) : undefined) ?? parent;
    if (!isObjectType(type)) {
      return this.refuse('No valid __typename found', field);
    }
    this.cost += once + weight;
    return `"${type.name}"`;
  }

  private refuse(what: string, field: AnswerField | null): null {
    const at = field ? `field ${field.parent.name}.${field.name}` : 'the answer';
    this.invalid.push({ message: `${what} for ${at}.`, path: [...this.path] });
    this.isExplained = true;
    return null;
  }
}
