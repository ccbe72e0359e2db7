import { say, type Message } from './message.js';

/** The text of a file; `readAs` names an encoding other than UTF-8. Or why it has none, and in which line. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly readAs: string | null }
  | { readonly kind: 'problem'; readonly found: Message; readonly expected: Message; readonly line: number };

/** How a file is saved in UTF-8 by Excel and WPS. */
export const saveAsUtf8 = say(
  'UTF-8: save it as "CSV UTF-8 (comma delimited)"',
  'UTF-8：另存为“CSV UTF-8（逗号分隔）”',
);

/** Decodes UTF-8, UTF-16, and GB18030 (GBK) where it can be no other encoding of Chinese. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) {
    const text = textIn(utf16, bytes);
    return text === null ? notUtf8(bytes, []) : { kind: 'text', text, readAs: 'UTF-16' };
  }
  const text = textIn('utf-8', bytes);
  if (text !== null) {
    return { kind: 'text', text, readAs: null };
  }
  const likely = [
    ...(isCommonChinese(textIn('gb18030', bytes)) && hasCommonBytes(bytes, 0xb0, 0xf7) ? ['GBK'] : []),
    ...(isCommonChinese(textIn('big5', bytes)) && hasCommonBytes(bytes, 0xa4, 0xc6) ? ['Big5'] : []),
  ];
  return likely.length === 1 && likely[0] === 'GBK'
    ? { kind: 'text', text: textIn('gb18030', bytes) ?? '', readAs: 'GBK' }
    : notUtf8(bytes, likely);
}

/** UTF-16 by its byte order mark, or by the zero bytes of a header in Latin letters. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (second === 0 && fourth === 0 && first !== 0 && third !== 0)) {
    return 'utf-16le';
  }
  return (first === 0xfe && second === 0xff) || (first === 0 && third === 0 && second !== 0 && fourth !== 0)
    ? 'utf-16be'
    : null;
}

function textIn(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a text has the characters of Chinese tables alone. */
const isCommonChinese = (text: string | null): boolean =>
  text !== null && /^[\t\n\r\x20-\x7e\p{Script=Han}\p{P}\p{S}\u3000\uff01-\uff5e]*$/u.test(text);

/** Whether the first bytes of all pairs are those of characters in common use, or of punctuation. */
function hasCommonBytes(bytes: Uint8Array, lowest: number, highest: number): boolean {
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte < 0x80) {
      continue;
    }
    const isPunctuation = byte >= 0xa1 && byte <= 0xa3;
    if ((byte < lowest || byte > highest) && !isPunctuation) {
      return false;
    }
    place += 1;
  }
  return true;
}

function notUtf8(bytes: Uint8Array, likely: readonly string[]): Decoded {
  const replaced = new TextDecoder('utf-8').decode(bytes);
  const line = replaced.slice(0, replaced.indexOf('\uFFFD')).split('\n').length;
  return likely.length === 0
    ? {
        kind: 'problem',
        line,
        found: say('bytes that are not UTF-8', '不是 UTF-8 的字节'),
        expected: saveAsUtf8,
      }
    : {
        kind: 'problem',
        line,
        found: say(
          `bytes that are not UTF-8, perhaps ${likely.join(' or ')}`,
          `不是 UTF-8 的字节，可能是 ${likely.join(' 或 ')}`,
        ),
        expected: saveAsUtf8,
      };
}
