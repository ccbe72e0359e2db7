/** A decimal number: `units` over ten to the power of `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** What a numeral says; `doubt` has the numbers that it may mean where those are several. */
export type Numeral =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'doubt'; readonly readings: readonly string[] }
  | { readonly kind: 'none' };

const none: Numeral = { kind: 'none' };

const digits = new Map(
  Array.from('零一二三四五六七八九', (digit, value) => [digit, value] as const).concat([
    ['〇', 0],
    ['○', 0],
    ['两', 2],
    ['壹', 1],
    ['贰', 2],
    ['叁', 3],
    ['肆', 4],
    ['伍', 5],
    ['陆', 6],
    ['柒', 7],
    ['捌', 8],
    ['玖', 9],
  ]),
);
const powers = new Map([
  ['十', 1],
  ['拾', 1],
  ['百', 2],
  ['佰', 2],
  ['千', 3],
  ['仟', 3],
]);
const sections = new Map([
  ['万', 4],
  ['亿', 8],
]);

/** The characters that a numeral may consist of. */
export const numeralPattern = `(?:\\d[\\d,]*(?:\\.\\d+)?(?:e[+-]?\\d+)?|\\.\\d+|[${[...digits.keys(), ...powers.keys(), ...sections.keys()].join('')}])+`;

/** Reads `1,234.5`, `4.2e+08`, `2500万`, `1亿2000万`, `三千五百`; the text has plain forms, no sign and no spaces. */
export function readNumeral(text: string): Numeral {
  const tokens = text.match(/\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+|./gu) ?? [];
  let [total, section] = [zero, zero];
  let pending: Decimal | null = null;
  let [lastPower, lastSection] = [4, 0];
  for (const [place, token] of tokens.entries()) {
    const power = powers.get(token);
    const larger = sections.get(token);
    if (power !== undefined) {
      // 十五 is a number; 百万 and 千万 alone are orders of magnitude.
      const implied = power === 1 && (pending === null || isZero(pending)) ? one : null;
      const count: Decimal | null = pending === null || isZero(pending) ? implied : pending;
      if (count === null || power >= lastPower) {
        return none;
      }
      section = sum(section, shifted(count, power));
      [pending, lastPower] = [null, power];
    } else if (larger !== undefined) {
      const counted = sum(section, pending ?? zero);
      if (larger === lastSection || (isZero(counted) && (place === 0 || isZero(total)))) {
        return none;
      }
      const isOfAll = lastSection !== 0 && lastSection <= larger;
      total = isOfAll ? shifted(sum(total, counted), larger) : sum(total, shifted(counted, larger));
      [section, pending, lastPower, lastSection] = [zero, null, 4, larger];
    } else {
      const digit = digits.get(token);
      const read = digit === undefined ? readDigits(token) : ofDigit(digit);
      if (read.kind !== 'number' || (pending !== null && !isZero(pending))) {
        return read.kind === 'doubt' ? read : none;
      }
      pending = read.value;
    }
  }
  return tokens.length === 0 ? none : spoken(tokens, sum(total, sum(section, pending ?? zero)));
}

const ofDigit = (digit: number): Numeral => ({ kind: 'number', value: { units: BigInt(digit), scale: 0 } });

/** The number of all tokens; 三万五 is 35,000 in speech, and would be 30,005 by its characters. */
function spoken(tokens: readonly string[], value: Decimal): Numeral {
  const [before = '', last = ''] = tokens.slice(-2);
  const power = tokens.length < 2 ? 0 : (powers.get(before) ?? sections.get(before) ?? 0);
  const digit = digits.get(last) ?? (/^\d$/.test(last) ? Number(last) : 0);
  return power > 1 && digit > 0
    ? {
        kind: 'doubt',
        readings: [value, sum(value, { units: BigInt(digit) * (10n ** BigInt(power - 1) - 1n), scale: 0 })].map(
          decimalText,
        ),
      }
    : { kind: 'number', value };
}

function readDigits(token: string): Numeral {
  const [, mantissa = '', exponent = '0'] = /^([\d,]*\.?\d*)(?:e([+-]?\d+))?$/.exec(token) ?? [];
  if (!/\d/.test(mantissa) || Math.abs(Number(exponent)) > 30) {
    return none;
  }
  if (mantissa.includes(',') && !/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(mantissa)) {
    const [whole = '', decimals = '', ...others] = mantissa.split(',');
    return others.length === 0 && !decimals.includes('.')
      ? { kind: 'doubt', readings: [`${whole}.${decimals}`, `${whole}${decimals}`] }
      : none;
  }
  const [whole = '', decimals = ''] = mantissa.replaceAll(',', '').split('.');
  return {
    kind: 'number',
    value: shifted({ units: BigInt(whole + decimals), scale: decimals.length }, Number(exponent)),
  };
}

const zero: Decimal = { units: 0n, scale: 0 };
const one: Decimal = { units: 1n, scale: 0 };
const isZero = ({ units }: Decimal): boolean => units === 0n;

/** A number times ten to a power. */
export function shifted({ units, scale }: Decimal, power: number): Decimal {
  const rest = scale - power;
  return rest >= 0 ? { units, scale: rest } : { units: units * 10n ** BigInt(-rest), scale: 0 };
}

/** Whether the first number is less than the second. */
export function isLess(first: Decimal, second: Decimal): boolean {
  const scale = Math.max(first.scale, second.scale);
  return unitsAt(first, scale) < unitsAt(second, scale);
}

function sum(first: Decimal, second: Decimal): Decimal {
  const scale = Math.max(first.scale, second.scale);
  return { units: unitsAt(first, scale) + unitsAt(second, scale), scale };
}

const unitsAt = ({ units, scale }: Decimal, at: number): bigint => units * 10n ** BigInt(at - scale);

/** The number in digits, without zeros at the end: `1234.5`. */
export function decimalText({ units, scale }: Decimal): string {
  if (units < 0n) {
    return `-${decimalText({ units: -units, scale })}`;
  }
  const text = String(units).padStart(scale + 1, '0');
  const [whole, decimals] = [text.slice(0, text.length - scale), text.slice(text.length - scale)];
  const short = scale === 0 ? '' : decimals.replace(/0+$/, '');
  return short === '' ? whole : `${whole}.${short}`;
}
