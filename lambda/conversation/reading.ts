import { endOf } from './asking';
import { choicesOf, type Offered } from './choices';
import { menuIn } from './menu';
import type { MenuOption } from './menu-option';
import { type InputRequest, LONGEST_TEXT, lengthOf, type Message, type Sender } from './message';
import { namedIn } from './named-replies';
import { lengthInPages, pagesOf } from './paging';
import type { Unread } from './ports/store';
import type { Introduction, Voice } from './ports/voice';

/** What there is to say besides words of our own. */
export interface ToRead {
  /** Spoken in an earlier reply, and perhaps not heard. */
  readonly missed: readonly string[];
  /** In the inbox since before this turn. */
  readonly late: readonly Unread[];
  /** What late messages of the bot are: answers to an earlier question, more of its own accord, or heard already; or nothing of that. */
  readonly lateAs: (message: Message) => BotIntroduction | undefined;
  /** Came in this turn. */
  readonly fresh: readonly Unread[];
  readonly inline: readonly Message[];
  /** What of it answered an option before what the user had said beyond that was put to the bot. */
  readonly firstAnswers: ReadonlySet<Message>;
  /** What came in this turn may answer something older. */
  readonly unsure: boolean;
  /**
   * How messages of people and broadcasts are read: `aside`, after the answer, as many as a listener can follow; or
   * `singly`, one in a turn. `announced`: after a word on how many there are and who sent them.
   */
  readonly people: 'aside' | 'singly' | 'announced';
  /** There may be more in the inbox than is given here. */
  readonly cut: boolean;
  /** How many characters are still to be read of an earlier reply. */
  readonly behind: number;
}

/** What one reply offers at most: nobody is read more of them, and all of them are kept. */
const MOST_CHOICES = 200;
/** No longer text lists choices: characters. */
const LONGEST_LISTING = 4000;
/** However much waits to be read, so much of what is new is. */
const LEAST_ROOM = 2000;

/** What is read out of it now. */
export interface Reading {
  readonly paragraphs: readonly string[];
  /** What was missed, with a word on what it is: to be said behind what is new. */
  readonly replay: readonly string[];
  /** What was missed and is more than a listener can follow now. */
  readonly missed: readonly string[];
  /** The messages in it, oldest first. */
  readonly messages: readonly Message[];
  readonly choices: readonly Offered[];
  /** The lines of the bot's last text, where choices may have been listed. */
  readonly lines: readonly string[];
  /** The menu that the bot's last text holds. */
  readonly menu: readonly MenuOption[];
  /** The words that it asks to be told. */
  readonly named: readonly MenuOption[];
  readonly inputRequest?: InputRequest;
  /** The inbox items in it. */
  readonly taken: readonly string[];
  /** Others of the bot wait in the inbox. */
  readonly more: boolean;
  /** Others of people and broadcasts do. */
  readonly moreUnread: boolean;
  /** Who said the last of it. */
  readonly last?: Sender;
}

/**
 * Puts in order what is to be heard: what the bot said late, what answers now, what people say, and what was missed; each
 * with a word on what it is and who says it. What is more than a listener can follow stays in the inbox, and so does what
 * would come after it. What came inline is nowhere else, so it is always read.
 */
export async function readOut(toRead: ToRead, voice: Voice): Promise<Reading> {
  const { missed, lateAs, fresh, inline, firstAnswers, unsure, people, cut, behind } = toRead;
  const paragraphs: string[] = [];
  const messages: Message[] = [];
  const taken: string[] = [];
  const spoken = new Map<Message, readonly string[]>();
  let room = Math.max(LONGEST_TEXT - behind, LEAST_ROOM);
  let pages = 0;
  let speaking = '';
  const length = (texts: readonly string[]) => lengthInPages(texts, voice);

  const say = (texts: readonly string[], introduction: Introduction | undefined, speaker: string) => {
    const introduced = speaker === speaking || !introduction ? [] : [voice.introduce(introduction)];
    speaking = speaker;
    paragraphs.push(...introduced, ...texts);
    pages += length(texts);
  };
  /** Each message is read once, and all of them together no further than there is room. */
  const read = async (message: Message): Promise<readonly string[]> => {
    const texts = await voice.read(message, room);
    room -= lengthOf(message);
    spoken.set(message, texts);
    return texts;
  };
  const tell = (message: Message, texts: readonly string[], bot: BotIntroduction | undefined) => {
    messages.push(message);
    if (texts.length > 0) say(texts, introductionOf(message.from, bot), speakerOf(message.from, bot));
  };
  const tellSome = async (items: readonly Unread[], as: ToRead['lateAs']): Promise<boolean> => {
    for (const { ref, item } of items) {
      // What is not read now is read whole when its turn comes.
      if (item.kind === 'message' && messages.length > 0 && lengthOf(item.message) > room) return false;
      const texts = item.kind === 'message' ? await read(item.message) : [];
      const isTooMuch = pages > 0 && texts.length > 0 && pages + length(texts) > 1;
      if (isTooMuch) return false;
      taken.push(ref);
      if (item.kind === 'message') tell(item.message, texts, as(item.message));
    }
    return true;
  };

  /** Reads items until there are too many. `true`: all were read. As a rule there are none, which takes no promise. */
  const tellAll = (items: readonly Unread[], as: ToRead['lateAs']) => items.length === 0 || tellSome(items, as);

  const late = await tellAll(toRead.late.filter(isBots), lateAs);
  const before = messages.length;
  const ours = unsure ? 'unsure' : paragraphs.length > 0 ? 'now' : undefined;
  for (const message of inline) tell(message, await read(message), ours);
  const all = late && (await tellAll(fresh.filter(isBots), () => ours));
  const answered = messages.findIndex((message, index) => index >= before && !firstAnswers.has(message));
  const news = all ? [...toRead.late, ...fresh].filter((item) => !isBots(item)) : [];
  const [first] = news;
  let moreUnread = cut;
  if (people === 'aside') {
    moreUnread = !(await tellAll(news, () => undefined)) || cut;
  } else if (first) {
    if (people === 'announced') {
      paragraphs.push(voice.introduce({ kind: 'unread', senders: sendersOf(news), more: cut }));
    }
    moreUnread = !(await tellAll([first], () => undefined)) || news.length > 1 || cut;
  }

  const isIntroduced = speaking === speakerOf({ kind: 'bot' }, 'again');
  const replay = replayOf(missed, isIntroduced, voice, pages);
  // A newer question is not asked with the choices of an older one.
  const isOpen = (message: Message) => choicesOf(message).length > 0 || asks(spoken.get(message) ?? [], voice);
  const newest = [answered, before].find((from) => from >= 0 && messages.slice(from).some(isOpen)) ?? 0;
  const offering = messages.slice(newest);
  const last = messages.at(-1);
  const lastText = messages.findLast(({ text }) => text !== undefined)?.text ?? '';
  const choices = offering.flatMap(choicesOf).slice(0, MOST_CHOICES);
  return {
    paragraphs,
    ...replay,
    messages,
    choices,
    lines: choices.length > 1 && lastText.length <= LONGEST_LISTING ? voice.lines(lastText) : [],
    menu: menuIn(lastText, voice),
    named: namedIn(lastText, voice),
    inputRequest: last?.inputRequest?.kind === 'script' ? undefined : last?.inputRequest,
    taken,
    more: !all,
    moreUnread: all && moreUnread,
    last: last?.from,
  };
}

/**
 * What was missed, as far as it fits one page behind the rest: once it was said again it is over.
 *
 * @param isIntroduced the last of the rest was introduced by the same words
 */
function replayOf(
  missed: readonly string[],
  isIntroduced: boolean,
  voice: Voice,
  pages: number,
): Pick<Reading, 'replay' | 'missed'> {
  const again = voice.introduce({ kind: 'again' });
  const texts = missed.filter((text) => text !== again);
  let read = pages;
  const end = texts.findIndex((text) => {
    const isFirst = read === 0;
    read += pagesOf(text, voice);
    return read > 1 && !isFirst;
  });
  const said = end < 0 ? texts : texts.slice(0, end);
  const introduction = isIntroduced || said.length === 0 ? [] : [again];
  return { replay: [...introduction, ...said], missed: texts.slice(said.length) };
}

type BotIntroduction = 'late' | 'more' | 'unsure' | 'now' | 'again';

/** Whether an item is the bot's; the end of the conversation is. */
function isBots({ item }: Unread): boolean {
  return item.kind === 'closed' || item.message.from.kind === 'bot';
}

function sendersOf(items: readonly Unread[]): Sender[] {
  return items.flatMap(({ item }) => (item.kind === 'message' ? [item.message.from] : []));
}

function introductionOf(from: Sender, bot: BotIntroduction | undefined): Introduction | undefined {
  if (from.kind !== 'bot') return { kind: 'from', sender: from };
  return bot && { kind: bot };
}

function asks(texts: readonly string[], voice: Voice): boolean {
  return endOf(texts).some((text) => voice.asked(text) !== undefined);
}

function speakerOf({ kind, id = '', name = '' }: Sender, bot = ''): string {
  return kind === 'bot' ? `bot ${bot}` : `${kind} ${id} ${name}`;
}
