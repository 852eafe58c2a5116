import type { Voice } from './ports/voice';

/** An option of a menu that a bot has written into its text. */
export interface MenuOption {
  readonly label: string;
  /** What the bot asks to be told for it: "1". */
  readonly reply: string;
  /** Another name of it: what it is for, where the text says so ("to give it up"); or yes, of "Y". */
  readonly synonym?: string;
}

/** Longer texts are stories, and longer entries are sentences. */
export const LONGEST_TEXT = 2000;
/** With its markup. */
const LONGEST_SOURCE = 10_000;
const LONGEST_LABEL = 60;
const MOST_WORDS = 8;
const MOST_OPTIONS = 20;
/** Without a question beside it, a list is a menu only when its entries are as short as choices are. */
const FEW_WORDS = 4;
/** "1. ", "2) ", "[3] ", "4 - ", and the digit in a box. */
const MARKER = /(?<=^|[\s,;:(])(?:\[(\d{1,2})\]|(\d{1,2})(?:[.)]|\s?[-–—:]|\uFE0F?\u20E3))\s+(?=\S)/gu;

/**
 * The options of a menu written into a text: a list that counts from one ("1. Balance 2. Block card"), or numbers to reply
 * with ("Reply 1 for yes, 2 for no"). None where it is no menu.
 */
export function menuIn(source: string, voice: Voice): readonly MenuOption[] {
  // Items of an HTML list have their numbers only once they are read.
  if (source.length > LONGEST_SOURCE || !/\d|<ol/i.test(source)) return [];
  const text = voice.lines(source).join('\n');
  if (text.length > LONGEST_TEXT) return [];
  const options = optionsIn(text, voice);
  return options.map(({ label, reply }, index) => ({ label: voice.label({ label }, index), reply }));
}

function optionsIn(text: string, voice: Voice): readonly MenuOption[] {
  const told = repliesIn(text, voice);
  if (told.length > 1) return told;
  // "1. Prices 2. Hours. Reply 0 for the main menu."
  const [way] = told;
  const listed = listIn(way ? text.slice(0, way.at) : text, voice);
  const isMenu =
    listed.length > 1 && (voice.asked(text) !== undefined || (listed.every(isShort) && mayBeMenu(text, voice)));
  return isMenu ? [...listed, ...told] : [];
}

/** Whether nothing says before a list that it tells of something else. */
function mayBeMenu(text: string, { menu }: Voice): boolean {
  const before = text.slice(0, text.search(MARKER));
  return !menu.lists.some((pattern) => pattern.test(before));
}

function listIn(text: string, voice: Voice): readonly MenuOption[] {
  const found = [...text.matchAll(MARKER)];
  // "Reply with 1, 2 or 3." before it begins none.
  const markers = found.slice(
    Math.max(
      0,
      found.findIndex((marker) => replyOf(marker) === '1'),
    ),
  );
  const mayLeap = voice.menu.asksForEntry.some((pattern) => pattern.test(text));
  const options: MenuOption[] = [];
  for (const [index, marker] of markers.entries()) {
    const reply = replyOf(marker);
    const isNext = Number(reply) === options.length + 1;
    if (!isNext && !(mayLeap && isLeap(marker, markers[index - 1], index === markers.length - 1))) return [];
    const start = marker.index + marker[0].length;
    const label = tidy(text.slice(start, markers[index + 1]?.index ?? text.length));
    if (label === undefined) return [];
    options.push({ label, reply });
  }
  return options.length > MOST_OPTIONS ? [] : options;
}

function replyOf([, boxed, plain]: RegExpExecArray): string {
  return boxed ?? plain ?? '';
}

/** Whether a list goes on with this number although it leaves some out: "9. Talk to us", or "0. Main menu" at its end. */
function isLeap(marker: RegExpExecArray, before: RegExpExecArray | undefined, isLast: boolean): boolean {
  if (!before) return false;
  const [number, known] = [Number(replyOf(marker)), Number(replyOf(before))];
  const signOf = ([text]: RegExpExecArray) => text.replace(/[\d\s,;:(]/g, '');
  const isRange = /^\d/.test(marker.input.slice(marker.index + marker[0].length));
  return (number > known || (number === 0 && isLast)) && signOf(marker) === signOf(before) && !isRange;
}

/** The numbers to reply with, and where the text says so. */
export function repliesIn(text: string, { menu }: Voice): readonly (MenuOption & { readonly at: number })[] {
  if (!menu.asksForNumber.test(text)) return [];
  return [...text.matchAll(menu.numbers)].flatMap(({ 1: reply = '', 2: said = '', index }) => {
    const tidied = tidy(said);
    return tidied === undefined ? [] : [{ label: tidied, reply, at: index }];
  });
}

/** An entry of a text without its markup: its first line, without marks at its end. */
export function tidy(text: string): string | undefined {
  const [line = ''] = text.split('\n');
  const label = line.replace(/[\s.,;:!]+$/u, '');
  return label !== '' && label.length <= LONGEST_LABEL && label.split(/\s+/).length <= MOST_WORDS ? label : undefined;
}

function isShort({ label }: MenuOption): boolean {
  return label.split(/\s+/).length <= FEW_WORDS;
}
