import { plainDigits } from './digits';
import { type MenuOption, tidy } from './menu-option';
import { normalize } from './normalize';
import type { Voice } from './ports/voice';

const MOST_OPTIONS = 20;
/** Without a question beside it, a list is a menu only when its entries are as short as choices are. */
const FEW_WORDS = 4;
/** A list without signs may count things ("1 egg, 2 onions"); one of so many that counts on names entries. */
const LEAST_UNSIGNED = 3;
const CIRCLED_ONE = '①'.charCodeAt(0);

/** How entries of a list begin. */
interface Form {
  /** Finds what each begins with, and of it in a group what the bot asks to be told. */
  readonly marker: RegExp;
  /** Whether a text that has such a list asks to choose from it. */
  isMenu(list: List, voice: Voice): boolean;
}

interface List {
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
  readonly options: readonly MenuOption[];
}

/** The form of list that is looked for first wins. */
const FORMS: readonly Form[] = [
  // "1. ", "2) ", "[3] ", "4 - ", the digit in a box, and the one in a circle.
  {
    marker:
      /(?<=^|[\s,;:(、،؛：。（])(?:\[(\p{Nd}{1,2})\]\s+|(\p{Nd}{1,2})(?:(?:[.)]|\s?[-–—:=])\s+|[．）：]\s*|\uFE0F?\u20E3\s*)|([①-⑳])\s*)(?=\S)/gu,
    isMenu: (list, voice) =>
      voice.asked(list.text) !== undefined || (list.options.every(isShort) && mayBeMenu(list, voice)),
  },
  // "A) ", "(B) " anywhere, "A. ", "B - " in lines of their own.
  {
    marker: /(?:(?<=^|[\s,;:])[([]?(\p{L})[)\]]|(?<=^|\n)(\p{L})(?:[.:]|\s?[-–—=]))\s+(?=\S)/gu,
    isMenu: (list, voice) => mayBeMenu(list, voice) && (asksForEntry(list, voice) || asksToChoose(list, voice)),
  },
  // "1 ", and nothing else before the entry, in lines of their own.
  {
    marker: /(?<=^|\n)(\p{Nd}{1,2})\s+(?=\p{L})/gu,
    isMenu: (list, voice) =>
      asksForEntry(list, voice) ||
      (list.options.length >= LEAST_UNSIGNED &&
        !isOfOneThing(list) &&
        mayBeMenu(list, voice) &&
        asksToChoose(list, voice)),
  },
  { marker: /(?<=^|\n)(\p{Lu}) +(?=\p{L})/gu, isMenu: asksForEntry },
];

/**
 * The options of a list that counts from one, or from the first letter on, where the text asks to choose from it.
 *
 * @param end where it ends in the text at the latest
 */
export function listIn(text: string, end: number, voice: Voice): readonly MenuOption[] {
  for (const { marker, isMenu } of FORMS) {
    const found = [...text.slice(0, end).matchAll(marker)];
    const list = { text, ...readList(text.slice(0, end), found, voice) };
    if (list.options.length > 1 && isMenu(list, voice)) return list.options;
  }
  return [];
}

function readList(text: string, found: readonly RegExpExecArray[], voice: Voice): Omit<List, 'text'> {
  // "Reply with 1, 2 or 3." before it begins none.
  const start = Math.max(
    0,
    found.findIndex((marker) => placeOf(marker) === 1),
  );
  const markers = found.slice(start);
  const at = markers[0]?.index ?? 0;
  const none = { at, options: [] };
  const mayLeap = voice.menu.asksForEntry.some((pattern) => pattern.test(text));
  const options: MenuOption[] = [];
  for (const [index, marker] of markers.entries()) {
    const isNext = placeOf(marker) === options.length + 1 && isAlike(marker, markers[0]);
    if (!isNext && !(mayLeap && isLeap(marker, markers[index - 1], index === markers.length - 1))) return none;
    const next = markers[index + 1];
    const entry = text.slice(marker.index + marker[0].length, next?.index);
    const label = next ? tidy(entry.replace(voice.menu.leadsOn, '')) : tidy(withoutQuestion(entry, voice));
    if (label === undefined) return none;
    options.push({ label, reply: replyOf(marker) });
  }
  return options.length > MOST_OPTIONS ? none : { at, options };
}

/** The last entry of a line, without the question that the line ends with. */
function withoutQuestion(entry: string, voice: Voice): string {
  const [line = ''] = entry.split('\n');
  return voice.asked(line)?.before || line;
}

/** As somebody would type it. */
function replyOf([, ...groups]: RegExpExecArray): string {
  const reply = groups.find((group) => group !== undefined) ?? '';
  const circled = reply.charCodeAt(0) - CIRCLED_ONE + 1;
  return circled > 0 && circled <= MOST_OPTIONS ? String(circled) : plainDigits(reply);
}

/** Which entry of a list it begins: 2 of "2" and of "B". */
function placeOf(marker: RegExpExecArray): number {
  const reply = replyOf(marker);
  return /\d/.test(reply) ? Number(reply) : reply.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1;
}

/** Letters of a list are all small, or all capital ones. */
function isAlike(marker: RegExpExecArray, first: RegExpExecArray | undefined): boolean {
  const isSmall = (entry: RegExpExecArray) => /\p{Ll}/u.test(replyOf(entry));
  return first !== undefined && isSmall(marker) === isSmall(first);
}

/** Whether a list goes on with this number although it leaves some out: "9. Talk to us", or "0. Main menu" at its end. */
function isLeap(marker: RegExpExecArray, before: RegExpExecArray | undefined, isLast: boolean): boolean {
  if (!before) return false;
  const [number, known] = [Number(replyOf(marker)), Number(replyOf(before))];
  const signOf = ([text]: RegExpExecArray) => text.replace(/[\d\s,;:(]/g, '');
  const isRange = /^\d/.test(marker.input.slice(marker.index + marker[0].length));
  return (number > known || (number === 0 && isLast)) && signOf(marker) === signOf(before) && !isRange;
}

/** What was booked to an account: an amount with its sign. */
const BOOKED = /[:\s(*][-+−–] ?(?:\p{Lu}?\p{Sc} ?)?\d[\d.,]*/u;

/** Whether nothing says before a list that it tells of something else, and no entry behind its first is a step. */
function mayBeMenu({ text, at, options }: List, { menu }: Voice): boolean {
  if (options.every(({ label }) => BOOKED.test(label))) return false;
  const isStep = ({ label }: MenuOption) => menu.steps.some((pattern) => pattern.test(label));
  if (options.slice(1).some(isStep)) return false;
  return !menu.lists.some((pattern) => pattern.test(text.slice(0, at)));
}

function asksForEntry({ text }: List, { menu }: Voice): boolean {
  return menu.asksForEntry.some((pattern) => pattern.test(text));
}

function asksToChoose({ text }: List, voice: Voice): boolean {
  const { asked = '' } = voice.asked(text) ?? {};
  return voice.menu.asksToChoose.some((pattern) => pattern.test(asked));
}

/** "1 pm, 2 pm", "1 bedroom, 2 bedrooms": numbers that count, and name no entries. */
function isOfOneThing({ options }: List): boolean {
  const firsts = options.map(({ label }) => normalize(label).split(' ')[0] ?? '');
  return firsts.some((first, index) => firsts.some((other, at) => at !== index && other.startsWith(first)));
}

function isShort({ label }: MenuOption): boolean {
  return label.split(/\s+/).length <= FEW_WORDS;
}
