// Writes .br and .gz beside every file of a build that shrinks. The adapter's own step takes minutes on
// the engine's 34 MB module at the highest brotli level; level 9 gives the same size in seconds.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const shrinks = /\.(html|js|mjs|css|json|svg|wasm|txt|geojson|csv)$/;
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * @param {string} folder the build's folder
 */
export async function compressBuild(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => shrinks.test(path) && statSync(path).isFile());
  await Promise.all(
    files.map(async (path) => {
      const content = readFileSync(path);
      const [brotli, zipped] = await Promise.all([
        toBrotli(content, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 9,
            [constants.BROTLI_PARAM_LGWIN]: 24,
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          },
        }),
        toGzip(content, { level: 9 }),
      ]);
      writeFileSync(`${path}.br`, brotli);
      writeFileSync(`${path}.gz`, zipped);
    }),
  );
}
