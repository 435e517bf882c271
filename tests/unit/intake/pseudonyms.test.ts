import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DroppedRows, fileRowOf } from '$lib/intake/dropped_rows';
import { integerInText, PseudonymRegister } from '$lib/intake/pseudonyms';
import { SessionBitmap } from '$lib/intake/session_bitmap';

const encoder = new TextEncoder();
const numberOfText = (register: PseudonymRegister, text: string) => {
  const bytes = encoder.encode(text);
  return register.numberOfText(bytes, 0, bytes.length);
};
const numberOfInteger = (register: PseudonymRegister, integer: bigint) =>
  register.numberOfInteger(
    Number(BigInt.asIntN(32, integer)),
    Number(BigInt.asIntN(32, integer >> 32n)),
  );

test('the register is a function, one-to-one, and its numbers have no gaps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.uuid()), { maxLength: 400 }),
      (texts) => {
        const register = new PseudonymRegister();
        const numbers = texts.map((text) => numberOfText(register, text));
        expect(texts.map((text) => numberOfText(register, text))).toEqual(numbers);
        const distinct = new Set(texts).size;
        expect(new Set(numbers).size).toBe(distinct);
        expect(register.size).toBe(distinct);
        if (distinct > 0) expect(Math.max(...numbers)).toBe(distinct);
      },
    ),
  );
});

test('an integer and the text that spells it are the same pseudonym', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), (integer) => {
      const register = new PseudonymRegister();
      expect(numberOfText(register, String(integer))).toBe(numberOfInteger(register, integer));
    }),
  );
});

test.each([
  '',
  '-',
  '-0',
  '007',
  '+7',
  '7.0',
  ' 7',
  '18446744073709551616',
  '-9223372036854775809',
])('the text "%s" is no plain integer', (text) => {
  const bytes = encoder.encode(text);
  expect(integerInText(bytes, 0, bytes.length, new Int32Array(2))).toBe(false);
});

test('half a million texts that differ little get as many numbers', () => {
  const register = new PseudonymRegister();
  for (let i = 0; i < 500_000; i++) numberOfText(register, `kcc-${i.toString(36)}`);
  expect(register.size).toBe(500_000);
});

test('a session is new once', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 5000 }),
          fc.integer({ min: 0, max: 300 }),
          fc.integer({ min: 0, max: 365 }),
          fc.integer({ min: 0, max: 1 }),
        ),
        { maxLength: 300 },
      ),
      (sessions) => {
        const bitmap = new SessionBitmap();
        const seen = new Set<string>();
        for (const session of sessions) {
          expect(bitmap.mark(...session)).toBe(seen.has(session.join()));
          seen.add(session.join());
        }
      },
    ),
  );
});

test('a position in the engine leads back to its row in the file', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 300 }), (drops) => {
      const dropped = new DroppedRows();
      drops.forEach((drop, row) => drop && dropped.add(row));
      const kept = drops.flatMap((drop, row) => (drop ? [] : [row + 1]));
      expect(kept.map((_, position) => fileRowOf(dropped.ranges(), position))).toEqual(kept);
      expect(dropped.count).toBe(drops.length - kept.length);
    }),
  );
});
