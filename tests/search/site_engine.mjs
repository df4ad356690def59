// The search of a built site without a browser: reads its files, and counts what a browser would have fetched.
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { SearchEngine } from '../../static/js/search/engine.js';

// {engine, moved}: `moved` is {files, bytes} as compressed by gzip, since it was last set to nought.
export function openSite(site, language) {
  const moved = { files: 0, bytes: 0, raw: 0 };
  const get = async (address) => {
    if (!existsSync(address)) return { ok: false, status: 404 };
    const bytes = await readFile(address);
    moved.files += 1;
    moved.raw += bytes.length;
    moved.bytes += gzipSync(bytes).length;
    return { ok: true, status: 200, json: async () => JSON.parse(bytes.toString('utf8')),
      text: async () => bytes.toString('utf8'),
      arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) };
  };
  return { engine: new SearchEngine(`${join(site, 'search', language)}/`, get), moved };
}

// The id of a result: the last segment of its address.
export function idOf(address) {
  return address.split('/').filter(Boolean).pop();
}
