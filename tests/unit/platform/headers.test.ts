import { expect, it } from 'vitest';
import { headersMissing } from '$lib/platform/headers';

const sent = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

it('misses nothing where all are sent', () => {
  expect(headersMissing(new Headers(sent))).toEqual([]);
});

it.each(Object.keys(sent))('misses %s where it is not sent', (name) => {
  const others = Object.entries(sent).filter(([other]) => other !== name);
  expect(headersMissing(new Headers(others))).toEqual([name]);
});

it('takes a weaker value for none', () => {
  const weak = {
    ...sent,
    'Content-Security-Policy': "default-src 'self'",
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Referrer-Policy': 'origin',
  };
  expect(headersMissing(new Headers(weak))).toEqual([
    'Content-Security-Policy',
    'Cross-Origin-Opener-Policy',
    'Referrer-Policy',
  ]);
});
