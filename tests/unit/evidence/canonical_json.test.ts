import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '$lib/evidence/bytes';
import { canonicalJson } from '$lib/evidence/canonical_json';
import { readStrictJson } from '$lib/evidence/strict_json';

const double = (hex: string): number =>
  new DataView(Uint8Array.from(Buffer.from(hex, 'hex')).buffer).getFloat64(0);

describe('canonical JSON, by the examples of RFC 8785', () => {
  it('writes the sample of section 3.2', () => {
    const sample = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as unknown;
    // The octets that the RFC prints, section 3.2.4.
    const octets = `
      7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72
      75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
      5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31
      65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
      5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30
      30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d`;
    expect(Buffer.from(utf8(canonicalJson(sample))).toString('hex')).toBe(
      octets.replace(/\s/g, ''),
    );
  });

  it('sorts names by UTF-16 code units, section 3.2.3', () => {
    const sample = JSON.parse(String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`) as unknown;
    const written = JSON.parse(canonicalJson(sample)) as Record<string, string>;
    const order = [...canonicalJson(sample).matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(written).toEqual(sample);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s, appendix B', (hex, text) => {
    expect(canonicalJson(double(hex))).toBe(text);
  });

  it.each([
    ['not a number', double('7fffffffffffffff')],
    ['infinity', double('7ff0000000000000')],
    ['half of a surrogate pair', '\udead'],
    ['such a name', { '\ud83d': 1 }],
    ['undefined', { a: undefined }],
    ['a hole', new Array(1)],
    ['a date', new Date(0)],
    ['a function', () => 1],
    ['a big integer', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('JSON of a pack', () => {
  it('reads again whatever was written canonically, and in whatever order', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        if (/__proto__/.test(JSON.stringify(value))) return;
        let text: string;
        try {
          text = canonicalJson(value);
        } catch {
          return;
        }
        const read = readStrictJson(utf8(text), 'a.json');
        expect(canonicalJson(read)).toBe(text);
        expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it.each([
    ['no JSON', '{"a":'],
    ['a name twice', '{"a":1,"a":2}'],
    ['names out of order', '{"b":1,"a":2}'],
    ['spaces', '{"a": 1}'],
    ['a number too large', '{"a":1e999}'],
    ['an integer that is not held exactly', '{"a":9007199254740993}'],
    ['another way to write a number', '{"a":1.0}'],
    ['a prototype', '{"__proto__":{"isAdmin":true}}'],
    ['half of a character', String.raw`{"a":"\ud800"}`],
    ['a byte order mark', '\uFEFF{"a":1}'],
    ['deep nesting', '['.repeat(200_000) + ']'.repeat(200_000)],
  ])('refuses %s and names the file', (_, text) => {
    expect(() => readStrictJson(utf8(text), 'data/pack.json')).toThrow(
      /^data\/pack\.json cannot be read: /,
    );
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(() => readStrictJson(Uint8Array.of(0x22, 0xc3, 0x28, 0x22), 'a.json')).toThrow(/UTF-8/);
  });
});
