import type { Random } from '../chaos/random';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What texts are made of that are hard to read, to speak or to store. */
const PIECES = [
  '',
  ' ',
  '\n',
  '\u0000',
  '\u0007',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\ufffe',
  '\ud83d',
  '\udc00',
  '👩‍👩‍👧',
  '🇩🇪',
  'e\u0301\u0301\u0301',
  'ﷺ',
  'İ',
  'ß',
  '&',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&nbsp;',
  '<',
  '>',
  '</speak>',
  '<speak>',
  '<break time="99s"/>',
  '<audio src="http://x.example/a.mp3"/>',
  '<p>',
  '<br>',
  '<!--',
  '<![CDATA[',
  '<script>alert(1)</script>',
  '**',
  '`',
  '```\n',
  '[a](b)',
  '[[[[',
  '((((',
  '> ',
  '- ',
  '1. ',
  '# ',
  '| a | b |\n|---|---|\n',
  '~~',
  '\\',
  '"',
  "'",
  '{{name}}',
  '%s',
  'https://x.example/a?b=c&d=e',
  'a.b.c.example',
  'me@x.example',
  '+1 (555) 010-0162',
  '$1,234.56',
  '99999999999999999999',
  '-0',
  '1e309',
  '12:60',
  '2026-13-45',
  'Reply 1 for yes, 2 for no.',
  '(Y/N)',
  'Type CONFIRM to go on.',
  '?',
  '!!!!',
  '…',
  'Dr. St. No.',
  'constructor',
  '__proto__',
  'toString',
] as const;

const ODD_VALUES: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  '',
  'x',
  'null',
  [],
  {},
  [null],
  [[]],
  { a: null },
  { toString: 1 },
];

const LONGEST = 60_000;
const MOST_ITEMS = 300;

/**
 * A text with something odd in it.
 *
 * @param longest what is repeated is no longer than so many characters
 */
export function mutateText(text: string, random: Random, longest = LONGEST): string {
  const at = random.between(0, text.length);
  const piece = random.pick(PIECES);
  switch (random.weighted({ insert: 6, repeat: 2, whole: 1, cut: 1, drop: 1, upper: 1, several: 2, lines: 1 })) {
    case 'insert':
      return text.slice(0, at) + piece + text.slice(at);
    case 'repeat': {
      const part = random.chance(0.5) ? piece : text.slice(at, at + 20);
      return text.slice(0, at) + repeated(part, random, longest) + text.slice(at);
    }
    case 'whole':
      return repeated(piece, random, longest);
    case 'cut':
      return text.slice(0, at);
    case 'drop':
      return text.slice(0, at) + text.slice(at + random.between(1, 5));
    case 'upper':
      return text.toUpperCase();
    case 'lines': {
      const line = `${piece}${random.pick(['a', '1', '-', '|', '> '])}\n`;
      return `${'a'.repeat(Math.min(random.pick([0, 70, 2000]), longest))}\n${repeated(line, random, longest)}`;
    }
    case 'several': {
      const pieces = Array.from({ length: random.between(2, 12) }, () => random.pick(PIECES));
      const between = random.pick(['', ' ', text]);
      return pieces.join(between.length * pieces.length > longest ? '\n' : between);
    }
  }
}

/** A long text: something odd, or a part of the text, is in it again and again. */
export function stretchText(text: string, random: Random, length: number): string {
  const at = random.between(0, text.length);
  const part = random.chance(0.5) ? text.slice(at, at + random.between(1, 60)) : '';
  const pieces = Array.from({ length: random.between(1, 3) }, () => random.pick(PIECES));
  const unit = [part, ...pieces].join(random.pick(['', ' ', '\n'])) + random.pick(['', '', ' ', '\n', 'a', '1']);
  return text.slice(0, at) + unit.repeat(Math.ceil(length / Math.max(unit.length, 1))) + text.slice(at);
}

/** Mostly a few times, so that many inputs are put in little time; now and then as often as a hostile bot would. */
function repeated(piece: string, random: Random, longest: number): string {
  const times = Number(random.weighted({ '2': 40, '5': 40, '50': 16, '1000': 3, '25000': 1 }));
  return piece.repeat(Math.min(times, Math.floor(longest / Math.max(piece.length, 1))));
}

/** JSON text with one to three things in it changed. */
export function mutateJson(text: string, random: Random): string {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return mutateText(text, random);
  }
  for (let left = random.between(1, 3); left > 0; left--) value = mutateValue(value, random);
  return JSON.stringify(value);
}

/** What is no JSON, or not of the kind that is expected. */
export function garbage(text: string, random: Random): string {
  switch (random.weighted({ cut: 3, bytes: 3, odd: 2, deep: 1, long: 1, twice: 1 })) {
    case 'cut':
      return text.slice(0, random.between(0, text.length));
    case 'bytes': {
      const at = random.between(0, text.length);
      return text.slice(0, at) + String.fromCharCode(random.between(0, 0xffff)) + text.slice(at + random.between(0, 3));
    }
    case 'odd':
      return JSON.stringify(random.pick(ODD_VALUES));
    case 'deep': {
      const depth = random.pick([100, 5000, 50_000]);
      return random.chance(0.5) ? '['.repeat(depth) + ']'.repeat(depth) : '{"a":'.repeat(depth) + 1 + '}'.repeat(depth);
    }
    case 'long':
      return `"${'a'.repeat(random.pick([1000, 100_000]))}"`;
    case 'twice':
      return text + text;
  }
}

function mutateValue(root: Json, random: Random): Json {
  const places = placesIn(root, []);
  const place = random.pick(places);
  return changed(root, place, (value, isMember) => mutateNode(value, isMember, random));
}

/** What stands at a place afterwards; `undefined`: nothing. */
function mutateNode(value: Json, isMember: boolean, random: Random): Json | undefined {
  if (typeof value === 'string' && random.chance(0.5)) return mutateText(value, random);
  switch (random.weighted({ odd: 6, drop: 3, type: 3, many: 1, name: 2, wrap: 1 })) {
    case 'odd':
      return structuredClone(random.pick(ODD_VALUES));
    case 'drop':
      return isMember ? undefined : null;
    case 'type':
      return typeof value === 'string' ? Number(value) || 1 : JSON.stringify(value);
    case 'many':
      return Array.from({ length: random.pick([2, 20, MOST_ITEMS]) }, () => structuredClone(value));
    case 'name': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      const name = random.pick(['__proto__', 'constructor', 'length', '', 'type', 'text', 'id', 'x'.repeat(1000)]);
      return Object.fromEntries([...Object.entries(value), [name, random.pick(ODD_VALUES)]]);
    }
    case 'wrap':
      return random.chance(0.5) ? [value] : { value };
  }
}

type Path = readonly (string | number)[];

function placesIn(value: Json, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item, [...path, index]))
    : Object.entries(value).flatMap(([name, item]) => placesIn(item, [...path, name]));
  return [path, ...inner];
}

function changed(
  value: Json,
  path: Path,
  change: (value: Json, isMember: boolean) => Json | undefined,
  inside = false,
): Json {
  const [step, ...rest] = path;
  if (step === undefined) return change(value, inside) ?? null;
  const isLast = rest.length === 0;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (index !== step) return [item];
      const now = isLast ? change(item, true) : changed(item, rest, change, true);
      return now === undefined ? [] : [now];
    });
  }
  const entries = Object.entries(value as Record<string, Json>).flatMap(([name, item]): [string, Json][] => {
    if (name !== step) return [[name, item]];
    const now = isLast ? change(item, true) : changed(item, rest, change, true);
    return now === undefined ? [] : [[name, now]];
  });
  return Object.fromEntries(entries);
}
