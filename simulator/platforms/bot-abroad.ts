import { type Bot, type BotOption, type BotReply, plain } from './bot-reply';

const TOPICS = ['person', 'book', 'hours', 'prices', 'way', 'joke', 'thanks', 'bye', 'hello'] as const;
type Topic = (typeof TOPICS)[number];
/** Those that are offered. */
const OFFERED = ['hours', 'book', 'prices', 'way'] as const satisfies readonly Topic[];

type Choice = readonly [title: string, words: string];

/** What Molly says in a language, and by which words she understands: patterns of plain text, tried in the order of the topics. */
export interface BotWords {
  readonly words: Readonly<Record<Topic | 'startOver' | 'leave' | 'bot', string>>;
  readonly options: Readonly<Record<(typeof OFFERED)[number], string>>;
  readonly greeting: readonly string[];
  readonly says: Readonly<Record<Exclude<Topic, 'book' | 'hello' | 'way'> | 'unknown' | 'again' | 'back', string>>;
  readonly way: readonly string[];
  readonly booking: {
    /** What is asked at each step; `{{service}}`, `{{day}}` and `{{time}}` stand for what was picked. */
    readonly ask: readonly string[];
    readonly answers: readonly (readonly Choice[])[];
    readonly done: string;
    readonly declined: string;
  };
}

interface Visitor {
  readonly picked?: readonly string[];
  /** A person has taken over: the bot keeps quiet. */
  readonly withHuman?: boolean;
}

/** Molly's sister in another language: as friendly, and with less to tell. */
export function createBotAbroad(words: BotWords): Bot {
  const visitors = new Map<string, Visitor>();
  return {
    reply(userId, said) {
      const text = plain(said);
      const before = is(text, words.words.startOver) ? {} : (visitors.get(userId) ?? {});
      const { replies, now } = answer(before, text, words);
      visitors.set(userId, now);
      return replies;
    },
    begin: (userId) => void visitors.delete(userId),
  };
}

interface Answer {
  readonly replies: readonly BotReply[];
  readonly now: Visitor;
}

function answer(before: Visitor, said: string, words: BotWords): Answer {
  const { says, words: heard } = words;
  if (is(said, heard.startOver)) return greeting(words);
  if (before.withHuman) {
    return is(said, heard.bot) ? say(says.back, {}, offer(words)) : { replies: [], now: before };
  }
  const booked = before.picked && bookingStep(before.picked, said, words);
  if (booked) return booked;
  const topic = picked(said, words) ?? TOPICS.find((name) => is(said, heard[name]));
  if (!topic) return before.picked ? askStep(before.picked, words, says.again) : say(says.unknown, {}, offer(words));
  switch (topic) {
    case 'book':
      return askStep([], words);
    case 'hello':
      return greeting(words);
    case 'way':
      return { replies: words.way.map((text) => ({ text })), now: before };
    case 'person':
      return say(says.person, { withHuman: true });
    case 'hours':
    case 'prices':
    case 'joke':
    case 'thanks':
    case 'bye':
      return say(says[topic], before);
  }
}

/** What was offered, by its title or as it is tapped. */
function picked(said: string, { options }: BotWords): Topic | undefined {
  return OFFERED.find((topic) => said === plain(options[topic]) || said === topicPayload(topic));
}

function greeting(words: BotWords): Answer {
  const last = words.greeting.length - 1;
  return {
    replies: words.greeting.map((text, at) => (at === last ? { text, options: offer(words) } : { text })),
    now: {},
  };
}

/** One step further in a booking; `undefined` for words that are no answer to it. */
function bookingStep(picked: readonly string[], said: string, words: BotWords): Answer | undefined {
  const { answers, done, declined } = words.booking;
  if (is(said, words.words.leave)) return say(declined, {});
  const choices = answers[picked.length] ?? [];
  const choice = choices.find(([title]) => said === plain(title)) ?? choices.find(([, pattern]) => is(said, pattern));
  if (!choice) return undefined;
  const isLast = picked.length === answers.length - 1;
  if (isLast) return say(choice === choices[0] ? filled(done, picked) : declined, {});
  return askStep([...picked, choice[0]], words);
}

function askStep(picked: readonly string[], { booking: { ask, answers } }: BotWords, before?: string): Answer {
  const options = (answers[picked.length] ?? []).map(([title]) => ({ title, payload: title }));
  const question = { text: filled(ask[picked.length] ?? '', picked), options };
  return { replies: before === undefined ? [question] : [{ text: before }, question], now: { picked } };
}

function filled(text: string, [service = '', day = '', time = '']: readonly string[]): string {
  return text.replace('{{service}}', service).replace('{{day}}', day).replace('{{time}}', time);
}

function offer({ options }: BotWords): readonly BotOption[] {
  return OFFERED.map((topic) => ({ title: options[topic], payload: topicPayload(topic) }));
}

function topicPayload(topic: Topic): string {
  return `topic ${topic}`;
}

function say(text: string, now: Visitor, options?: readonly BotOption[]): Answer {
  return { replies: [options ? { text, options } : { text }], now };
}

function is(said: string, pattern: string): boolean {
  return new RegExp(pattern, 'u').test(said);
}
