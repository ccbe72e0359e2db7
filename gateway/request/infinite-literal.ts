import {
  getNamedType,
  GraphQLID,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type FloatValueNode,
  type GraphQLError,
  type GraphQLSchema,
  type IntValueNode,
} from 'graphql';

import { requestError } from '../../platform/errors.js';

/**
 * The error of the first number in a document that is not finite, such as 1e400; null where all are. Digits of an ID are
 * no number. The document need not be valid.
 */
export function infiniteLiteralError(schema: GraphQLSchema, document: DocumentNode): GraphQLError | null {
  return hasInfinite(document) ? findError(schema, document) : null;
}

const isInfinite = ({ value }: IntValueNode | FloatValueNode): boolean => !Number.isFinite(Number(value));

function hasInfinite(document: DocumentNode): boolean {
  let found = false;
  const look = (node: IntValueNode | FloatValueNode): void => {
    found ||= isInfinite(node);
  };
  visit(document, { IntValue: look, FloatValue: look });
  return found;
}

function findError(schema: GraphQLSchema, document: DocumentNode): GraphQLError | null {
  const typeInfo = new TypeInfo(schema);
  let error: GraphQLError | null = null;
  const look = (
    node: IntValueNode | FloatValueNode,
    _key: unknown,
    _parent: unknown,
    path: readonly (string | number)[],
  ): void => {
    const type = typeInfo.getInputType();
    if (error === null && isInfinite(node) && !(node.kind === Kind.INT && type && getNamedType(type) === GraphQLID)) {
      const argument = argumentPath(document, path);
      const digits = node.value.length > 20 ? `${node.value.slice(0, 20)}…` : node.value;
      error = requestError(
        'BAD_USER_INPUT',
        `Argument "${argument}": expected a finite number, found ${digits}, which is beyond ±1.8e308.`,
        { nodes: node, extensions: { argument } },
      );
    }
  };
  visit(document, visitWithTypeInfo(typeInfo, { IntValue: look, FloatValue: look }));
  return error;
}

/** The path of a value as messages have it: `filter.value.in[1]`, or `$n` for the default of a variable. */
export function argumentPath(root: ASTNode, path: readonly (string | number)[]): string {
  let at: unknown = root;
  let text = '';
  path.forEach((key, place) => {
    at = (at as Record<string | number, unknown>)[key];
    const { kind } = at as Partial<ASTNode>;
    if (kind === Kind.ARGUMENT) {
      text = (at as { name: { value: string } }).name.value;
    } else if (kind === Kind.OBJECT_FIELD) {
      text += `.${(at as { name: { value: string } }).name.value}`;
    } else if (kind === Kind.VARIABLE_DEFINITION) {
      text = `$${(at as { variable: { name: { value: string } } }).variable.name.value}`;
    } else if (path[place - 1] === 'values') {
      text += `[${key}]`;
    }
  });
  return text;
}
