import fc from 'fast-check';
import { createSeal } from '../../lambda/store/seal';

const seal = createSeal('a secret of at least 32 characters');
const SEALED = expect.objectContaining({
  code: 'ALOUD_STORE_SEALED',
  message: 'a stored value cannot be unsealed',
});

test('what was sealed is opened, whatever it is, and reads as nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), fc.string(), (text, context) => {
      const sealed = seal.seal(text, context);
      expect(seal.open(sealed, context)).toBe(text);
      expect(sealed.includes(text)).toBe(false);
      expect(seal.seal(text, context)).not.toEqual(sealed);
    }),
  );
});

test('it is not opened once any of it was changed, for somebody else, or with another secret', () => {
  const sealed = seal.seal('amzn1.ask.account.ANNE', 'anne');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => seal.open(changed, 'anne')).toThrow(SEALED);
  }
  expect(() => seal.open(sealed.subarray(0, -1), 'anne')).toThrow(SEALED);
  expect(() => seal.open(Buffer.alloc(0), 'anne')).toThrow(SEALED);
  expect(() => seal.open(sealed, 'ben')).toThrow(SEALED);
  expect(() => createSeal('another secret of at least 32 characters').open(sealed, 'anne')).toThrow(SEALED);
});

test('a shortened proof proves nothing', () => {
  const empty = seal.seal('', 'anne');
  for (const length of [4, 8, 12, 15]) {
    expect(() => seal.open(empty.subarray(0, empty.length - 16 + length), 'anne')).toThrow(SEALED);
  }
});

test('what an earlier version has sealed is opened', () => {
  const sealed = Buffer.from('AUxZ40CzLqigztrcYIUAqStRCS7zoKaCac2uUDUj5pgaOJQmj2hFp+1P0f8G8iLLnhTK', 'base64');
  expect(seal.open(sealed, 'anne')).toBe('amzn1.ask.account.ANNE');
});
