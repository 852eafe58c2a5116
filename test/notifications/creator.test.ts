import fc from 'fast-check';
import type { Sender } from '../../lambda/conversation/message';
import { creatorName } from '../../lambda/notifications/creator';
import { anyCharacter } from '../support/any-character';

const ROSA: Sender = { kind: 'agent', id: '7', name: 'Rosa' };
const BUSINESS = 'Bluebell Dental';

test.each<[string, readonly Sender[], string]>([
  ['one agent', [ROSA], 'Rosa'],
  ['an agent without a name', [{ kind: 'agent', id: '7' }], BUSINESS],
  ['an agent whose name cannot be said', [{ kind: 'agent', name: ' 🦷 ' }], BUSINESS],
  ['several agents', [ROSA, { kind: 'agent', id: '8', name: 'Tom' }], BUSINESS],
  ['a broadcast, whatever it is called', [{ kind: 'broadcast', name: 'Sale 50%!' }], BUSINESS],
  ['the bot', [{ kind: 'bot', name: 'Bot 3' }], BUSINESS],
  ['an agent and a broadcast', [ROSA, { kind: 'broadcast' }], BUSINESS],
  ['nobody', [], BUSINESS],
])('%s', (_name, senders, expected) => {
  expect(creatorName(senders, BUSINESS)).toBe(expected);
});

test.each([undefined, '', ' ', '***', '\u0000'])('a business called %j is customer service', (business) => {
  expect(creatorName([{ kind: 'bot' }], business)).toBe('customer service');
});

const named = (name: string) => creatorName([{ kind: 'agent', name }], BUSINESS);

test.each([
  ['Rosa', 'Rosa'],
  ['  Rosa\n Díaz ', 'Rosa Díaz'],
  ['<b>Rosa</b>', 'Rosa'],
  ['Rosa<br>Díaz', 'Rosa Díaz'],
  ['<speak>Rosa<break time="10s"/></speak>', 'Rosa'],
  ['Rosa<script', 'Rosa'],
  ['**Rosa** _Díaz_', 'Rosa Díaz'],
  ['Fish &amp; Chips', 'Fish & Chips'],
  ['&lt;b&gt;Rosa', 'b Rosa'],
  ['AT&AMP;T', 'AT & T'],
  ['O&apos;Neil', "O'Neil"],
  ['&quot;Rosa&quot;&nbsp;Díaz', 'Rosa Díaz'],
  ['Rosa&unknown;Díaz', 'Rosa Díaz'],
  ['..., &+- Rosa', 'Rosa'],
  ['7', '7'],
  ['&amp;lt;b', 'lt b'],
  ['O&#39;Neil', 'O Neil'],
  ['Seán O’Neil-Smith, Jr.', 'Seán O’Neil-Smith, Jr.'],
  ['Ro\u0000sa\u202e', 'Ro sa'],
  ['Rosa 🦷', 'Rosa'],
  ['李小龍', '李小龍'],
  ['https://example.com/a?b=c', 'https example.com a b c'],
])('%j is said as %j', (name, said) => {
  expect(named(name)).toBe(said);
});

test('a long name is cut between words', () => {
  expect(named('Rosa Magdalena Esperanza Carmen Lucía Fernández de la Vega')).toBe(
    'Rosa Magdalena Esperanza Carmen Lucía',
  );
  expect(named('very '.repeat(100))).toBe('very very very very very very very very');
});

test('a name is cut only where it is too long, and where enough of it is left', () => {
  const forty = `${'a'.repeat(19)} ${'b'.repeat(20)}`;
  expect([named(forty), named(`${forty} Jr.`)]).toEqual([forty, forty]);
  expect(named(`${'a'.repeat(12)} ${'b'.repeat(40)}`)).toBe('a'.repeat(12));
  expect(named(`${'a'.repeat(11)} ${'b'.repeat(40)}`)).toBe(`${'a'.repeat(11)} ${'b'.repeat(28)}`);
  expect(named(`${'a'.repeat(20)} - ${'b'.repeat(40)}`)).toBe('a'.repeat(20));
});

test('a long word is cut within, but not within a letter', () => {
  expect(named('a'.repeat(500))).toBe('a'.repeat(40));
  expect(named(`${'a'.repeat(39)}𝒳${'b'.repeat(400)}`)).toBe('a'.repeat(39));
  expect(named(`Dr ${'x'.repeat(500)}`)).toHaveLength(40);
});

test('whatever a name is, what is said is a short name', () => {
  const names = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('<', '>', '&', ';', 'a', ' ', '\u0301', '😀', '\u0007'), maxLength: 300 }),
  );
  fc.assert(
    fc.property(names, fc.option(names, { nil: undefined }), (name, business) => {
      const said = creatorName([{ kind: 'agent', name }], business);
      expect(said).toMatch(/^[^<>\p{C}]*[\p{L}\p{N}][^<>\p{C}]*$/u);
      expect(said).not.toMatch(/&[\w#]|^\s|\s$|\s\s/);
      expect(said.length).toBeLessThanOrEqual(40);
      expect(said.isWellFormed()).toBe(true);
    }),
  );
});
