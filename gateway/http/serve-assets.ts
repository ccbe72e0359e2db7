import { existsSync } from 'node:fs';
import { join } from 'node:path';

import accepts from 'accepts';
import express, { type RequestHandler } from 'express';

import { setPagePolicy } from '../../platform/security-headers.js';

/** The encodings of assets, the shortest first, and how their files are named. */
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/** Names that have a hash of the content: what they name never changes. */
const forever = { immutable: true, maxAge: '1y' };

/** Serves the assets of a folder, compressed ahead where the client reads that. */
export function serveAssets(folder: string): RequestHandler[] {
  return [allowBundled, compressed(folder), express.static(folder, forever)];
}

/** Workers among the assets have the content security policy of their own response. */
const allowBundled: RequestHandler = (_request, response, next) => {
  setPagePolicy(response, 'bundled');
  next();
};

/** Sends the compressed form of a file, where there is one that the client reads. */
function compressed(folder: string): RequestHandler {
  return (request, response, next) => {
    response.vary('Accept-Encoding');
    const [, name = ''] = /^\/([\w.-]+)$/.exec(request.path) ?? [];
    const reads = (encoding: string): boolean => accepts(request).encodings([encoding]) === encoding;
    const encoding = encodings.find((each) => reads(each.name) && existsSync(join(folder, name + each.suffix)));
    if (encoding === undefined || name === '' || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    response.type(name).set('Content-Encoding', encoding.name);
    response.sendFile(name + encoding.suffix, { root: folder, ...forever });
  };
}
