import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** The names of the fields that are selected at a path of field names below a resolved field, also in fragments. */
export function selectedNames(info: GraphQLResolveInfo, path: readonly string[]): ReadonlySet<string> {
  const below = (sets: readonly SelectionSetNode[]): readonly FieldNode[] =>
    sets.flatMap(({ selections }) =>
      selections.flatMap((selection) => {
        if (selection.kind === Kind.FIELD) {
          return [selection];
        }
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
        return fragment ? below([fragment.selectionSet]) : [];
      }),
    );
  const setsOf = (fields: readonly FieldNode[]): readonly SelectionSetNode[] =>
    fields.flatMap(({ selectionSet }) => selectionSet ?? []);
  const sets = path.reduce(
    (at, name) => setsOf(below(at).filter((field) => field.name.value === name)),
    setsOf(info.fieldNodes),
  );
  return new Set(below(sets).map(({ name }) => name.value));
}
