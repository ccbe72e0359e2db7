type Convert = (text: string) => string;

let convert: Promise<Convert> | undefined;

/** Converts traditional to simplified Chinese characters. The tables are loaded at the first call. */
export async function simplified(text: string): Promise<string> {
  convert ??= import('opencc-js/t2cn').then(({ Converter }) => Converter({ from: 't', to: 'cn' }) as Convert);
  return (await convert)(text);
}
