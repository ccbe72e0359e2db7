import { valueFromASTUntyped, type DirectiveNode } from 'graphql';

/** Whether `@skip` and `@include` leave a selection in, with these values of variables. */
export function isSelected(
  directives: readonly DirectiveNode[] = [],
  values: Readonly<Record<string, unknown>>,
): boolean {
  return directives.every(({ name, arguments: given }) => {
    const condition = given?.find((each) => each.name.value === 'if');
    const value = condition && valueFromASTUntyped(condition.value, values);
    return name.value === 'skip' ? value !== true : name.value === 'include' ? value !== false : true;
  });
}
