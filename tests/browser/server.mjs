// Serves a built site as an ordinary web server does: folders by their index.html, texts compressed, the site's own 404
// page.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.png': 'image/png',
  '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.webp': 'image/webp', '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

// The path of a site's base address, which its 404 page alone writes out: "/observatory/", or "/".
async function basePath(folder) {
  const text = await readFile(join(folder, '404.html'), 'utf8').catch(() => '');
  return /href="(\/[^"]*?)css\//.exec(text)?.[1] ?? '/';
}

function sendWhole(response, bytes, type) {
  const isText = /^text|json|xml/.test(type);
  response.writeHead(200, { 'Content-Type': type, ...(isText && { 'Content-Encoding': 'gzip' }) });
  response.end(isText ? gzipSync(bytes) : bytes);
}

// Sends of a page the part before its content alone, a few words at a time, as a bad line does.
export async function sendHeaderInPieces(response, bytes, type) {
  if (type !== TYPES['.html']) {
    sendWhole(response, bytes, type);
    return;
  }
  response.writeHead(200, { 'Content-Type': type });
  const end = bytes.indexOf('>', bytes.indexOf('<main')) + 1;
  for (let start = 0; start < end; start += 100) {
    response.write(bytes.subarray(start, Math.min(start + 100, end)));
    await new Promise((resolve) => setTimeout(resolve, 25)); // longer than a picture of the browser
  }
  response.end();
}

// Resolves to {address, close}; the address has no slash at its end.
export async function serve(folder, send = sendWhole) {
  const base = await basePath(folder);
  const server = createServer(async (request, response) => {
    let path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    path = path.startsWith(base) ? path.slice(base.length - 1) : 'outside the site';
    if (path.endsWith('/')) path += 'index.html';
    try {
      const bytes = await readFile(join(folder, path));
      await send(response, bytes, TYPES[extname(path)] ?? 'application/octet-stream');
    } catch {
      const bytes = await readFile(join(folder, '404.html')).catch(() => 'not found');
      response.writeHead(404, { 'Content-Type': TYPES['.html'] });
      response.end(bytes);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}${base.slice(0, -1)}`, close: () => server.close() };
}
