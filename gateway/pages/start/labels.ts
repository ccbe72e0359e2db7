import { labelText, quantityText, type EnumLabel } from '../../../platform/enum-label.js';
import { language } from './language.js';

/** The labels of an enumeration's values, as schema/labels.json has them. */
type Labels<Value extends string> = Readonly<Record<Value, EnumLabel>>;

/** The label of a value in the language of the page; a value without one as the API writes it. */
export function label<Value extends string>(labels: Labels<Value>, value: Value): string {
  const found = known(labels, value);
  return found ? labelText(found, language()) : value;
}

/** A number with what it counts, in the language of the page: `1,200 households`, `1,200户`. */
export function quantity<Unit extends string>(value: number, units: Labels<Unit>, unit: Unit): string {
  const digits = value.toLocaleString('en');
  const found = known(units, unit);
  return found ? quantityText(value, digits, found, language()) : `${digits} ${unit}`;
}

/** Undefined for a value of a graph that is newer than this page. */
function known<Value extends string>(labels: Labels<Value>, value: Value): EnumLabel | undefined {
  return labels[value];
}
