import { SaxesParser } from 'saxes';

import { say } from '../message.js';
import { ArchiveProblem, type Archive } from './zip.js';

/** What is done with the parts of an XML file; names have no prefix. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads an XML file of an archive piece by piece, if it is there. Throws `ArchiveProblem`. */
export async function readXml(archive: Archive, file: string, handler: XmlHandler): Promise<void> {
  if (!archive.has(file)) {
    return;
  }
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => handler.open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => handler.close?.(local(name)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('error', () => {
    throw new ArchiveProblem(
      say(`${file}, which is no XML`, `${file}，不是 XML`),
      say('a workbook that opens in a spreadsheet program', '电子表格软件能打开的工作簿'),
    );
  });
  const decoder = new TextDecoder();
  for await (const piece of archive.read(file)) {
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.close();
}
