import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSite, listen, policyOfPage } from '../../../src/cli/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'waymark-serve-'));
const site = join(folder, 'site');
const page = (policy: string) =>
  `<!doctype html><head><meta http-equiv="content-security-policy" content="${policy}"></head>`;
const SCRIPT = 'export const answer = 42;\n'.repeat(50);

let server: Server;
let port: number;

beforeAll(async () => {
  mkdirSync(join(site, '_app', 'immutable'), { recursive: true });
  mkdirSync(join(site, 'data-samples'));
  writeFileSync(join(site, 'index.html'), page("default-src 'none'; connect-src 'self'"));
  writeFileSync(join(site, 'about.html'), page("default-src 'none'; script-src 'sha256-about'"));
  const script = join(site, '_app', 'immutable', 'app.js');
  writeFileSync(script, SCRIPT);
  writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT));
  writeFileSync(`${script}.gz`, gzipSync(SCRIPT));
  writeFileSync(join(site, 'engine.wasm'), 'wasm');
  writeFileSync(join(site, 'engine.wasm.br'), brotliCompressSync('wasm'));
  writeFileSync(join(site, 'data-samples', 'people.parquet'), 'PAR1');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'site-secret'));
  writeFileSync(join(folder, 'site-secret', 'a.txt'), 'secret');
  server = await createSite(site);
  port = await listen(server, 0, false);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks without tidying the path first, as a browser would. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = ask({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });
}

describe('the server of the built app', () => {
  it('sends every file with the headers that keep the page to itself', async () => {
    for (const path of ['/', '/_app/immutable/app.js', '/nothing']) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
      );
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['permissions-policy']).toContain('geolocation=()');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('sends each page with the policy of its own meta tag', async () => {
    const { status, headers } = await get('/about');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain('sha256-about');
  });

  it('reads a policy as the browser would, entities included', () => {
    expect(policyOfPage(page('script-src &#39;self&#39;'))).toBe(
      "script-src 'self'; frame-ancestors 'none'",
    );
    expect(policyOfPage('<!doctype html>')).toBeNull();
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/engine.wasm', 'application/wasm'],
    ['/_app/immutable/app.js', 'text/javascript; charset=utf-8'],
    ['/data-samples/people.parquet', 'application/vnd.apache.parquet'],
  ])('sends %s as %s', async (path, type) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
  });

  it('sends the compressed form that the browser takes, the smaller first', async () => {
    const path = '/_app/immutable/app.js';
    const brotli = await get(path, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    const gzip = await get(path, { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    const plain = await get(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(SCRIPT);
    expect(plain.headers['vary']).toBe('Accept-Encoding');
  });

  it('sends a program in WebAssembly as it is, which is the quicker here', async () => {
    const { headers, body } = await get('/engine.wasm', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe('wasm');
  });

  it('lets hashed files be kept for ever and asks again for the others', async () => {
    const hashed = await get('/_app/immutable/app.js');
    expect(hashed.headers['cache-control']).toContain('immutable');
    const start = await get('/');
    expect(start.headers['cache-control']).toBe('no-cache');
    const again = await get('/', { 'if-none-match': String(start.headers['etag']) });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/_app/../../secret.txt',
    '/../site-secret/a.txt',
    '/%00',
    '/%',
    '/nothing',
    '/_app',
    '//secret.txt',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const head = await get('/', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0);
    expect(head.body).toHaveLength(0);
    expect((await get('/', {}, 'POST')).status).toBe(405);
  });

  it('takes the next port when the one asked for is taken, if it may', async () => {
    const other = createServer();
    const found = await listen(other, port, true);
    other.close();
    expect(found).toBeGreaterThan(port);
    await expect(listen(createServer(), port, false)).rejects.toThrow('EADDRINUSE');
  });

  it('says what to do when there is no build', async () => {
    await expect(createSite(join(folder, 'none'))).rejects.toThrow('npm run build');
  });
});
