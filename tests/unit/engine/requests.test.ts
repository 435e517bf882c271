import { expect, test } from 'vitest';
import { counted } from '$lib/platform/requests';

test('requests are counted by where they went', () => {
  const origin = 'https://waymark.example';
  const addresses = [
    '/_app/start.js',
    'https://waymark.example/duckdb.wasm',
    `blob:${origin}/1234`,
    'data:image/png;base64,AAAA',
    'http://waymark.example/other-scheme',
    'https://elsewhere.example/pixel.gif',
  ];
  const counts = addresses.reduce((sum, address) => counted(sum, address, origin), {
    own: 0,
    others: 0,
  });
  expect(counts).toEqual({ own: 3, others: 2 });
});
