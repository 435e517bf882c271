// Serves the built app on this machine only. Plain Node, so that it runs before anything is installed.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

export const HOST = '127.0.0.1';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

// All that Chromium knows on every system (it complains of names it does not know), but for writing to
// the clipboard: copying a link is the one thing the app asks of the browser.
const DENIED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * The content security policy of a built page, from its meta tag, with what only a header can say.
 * The build is the one source of the policy.
 * @param {string} html
 * @returns {string | null} null when the page has no policy
 */
export function policyOfPage(html) {
  const tag = /<meta\s+http-equiv="content-security-policy"\s+content="([^"]*)"/i.exec(html);
  if (!tag?.[1]) return null;
  const policy = tag[1]
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
  return `${policy}; frame-ancestors 'none'`;
}

/**
 * A server of the static build in `folder`, not yet listening.
 * @param {string} folder
 * @returns {Promise<import('node:http').Server>}
 */
export async function createSite(folder) {
  const root = resolve(folder);
  const start = await readFile(join(root, 'index.html'), 'utf8').catch(() => null);
  if (start === null) throw new Error(`There is no built app in ${root}. Run: npm run build`);
  const policy = policyOfPage(start);
  if (policy === null)
    throw new Error(
      `${join(root, 'index.html')} has no content security policy, so it is not served.`,
    );
  return createServer((request, response) => {
    answer(root, policy, request, response).catch(() => response.destroy());
  });
}

/**
 * Listens on this machine's own address, on `port` or, when `orNext`, on the next free one.
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {boolean} orNext
 * @returns {Promise<number>} the port
 */
export async function listen(server, port, orNext) {
  for (let tried = port; ; tried++) {
    try {
      await new Promise((done, fail) => {
        server.once('error', fail);
        server.listen(tried, HOST, () => {
          server.off('error', fail);
          done(undefined);
        });
      });
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : tried;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || !orNext || tried >= port + 100) throw error;
    }
  }
}

/**
 * @param {string} root
 * @param {string} policy the start page's, for everything that is not a page
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, policy, request, response) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  // A worker's script is governed by the policy of its own response, so every file carries one.
  response.setHeader('Content-Security-Policy', policy);

  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return say(response, 405, 'Only reading is possible here.');
  }
  const file = await findFile(root, request.url ?? '/');
  if (file === null) return say(response, 404, 'Waymark has no page or file at this address.');

  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  if (type.startsWith('text/html')) {
    const own = policyOfPage(await readFile(file, 'utf8'));
    if (own !== null) response.setHeader('Content-Security-Policy', own);
  }
  const { path, encoding, size, changed } = await bestForm(file, request);
  const tag = `"${size.toString(36)}-${Math.round(changed).toString(36)}${encoding ? `-${encoding}` : ''}"`;
  const hashed = file.startsWith(join(root, '_app', 'immutable') + sep);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();

  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', size);
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.writeHead(200);
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), response);
}

/**
 * The file for an address, or null; never one outside the root.
 * @param {string} root
 * @param {string} address
 */
async function findFile(root, address) {
  let path;
  try {
    path = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return null;
  }
  if (!path.startsWith('/') || path.includes('\0')) return null;
  const file = resolve(root, `.${path}`);
  if (file !== root && !file.startsWith(root + sep)) return null;
  const forms = path.endsWith('/')
    ? [join(file, 'index.html'), `${file}.html`]
    : [file, `${file}.html`];
  for (const form of forms) if (await sizeOf(form)) return form;
  return null;
}

/**
 * The smallest form of a file that the browser takes; of a program in WebAssembly the file itself. On this machine
 * nothing travels, and taking 27 MB out of their compressed form costs the start a fifth of a second.
 * @param {string} file
 * @param {import('node:http').IncomingMessage} request
 */
async function bestForm(file, request) {
  const isProgram = extname(file) === '.wasm';
  const accepted = isProgram ? '' : String(request.headers['accept-encoding'] ?? '');
  for (const [encoding, suffix] of /** @type {const} */ ([
    ['br', '.br'],
    ['gzip', '.gz'],
  ])) {
    if (!new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted)) continue;
    const found = await sizeOf(file + suffix);
    if (found) return { path: file + suffix, encoding, ...found };
  }
  const found = await sizeOf(file);
  if (!found) throw new Error(`${file} has gone.`);
  return { path: file, encoding: null, ...found };
}

/** @param {string} file */
async function sizeOf(file) {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? { size: found.size, changed: found.mtimeMs } : null;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
function say(response, status, sentence) {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Waymark</title>` +
      `<h1>${sentence}</h1><p><a href="/">Go to Waymark</a></p></html>\n`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8417' } } });
  const root = fileURLToPath(new URL('../..', import.meta.url));
  try {
    const port = await listen(await createSite(join(root, 'build')), Number(values.port), false);
    process.stdout.write(`http://localhost:${port}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
