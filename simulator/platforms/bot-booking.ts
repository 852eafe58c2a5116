import { type BotOption, type BotReply, plain } from './bot-reply';

/** What was picked so far: service, day, time. */
export type Booking = readonly string[];

interface Answer extends BotOption {
  /** What else means this option. */
  readonly words: RegExp;
}

interface Step {
  readonly ask: (booking: Booking) => string;
  readonly answers: readonly Answer[];
  /** What ends the booking here, whatever else is said with it: "no, not today, please". */
  readonly declines?: RegExp;
}

const LEAVE = /\b(cancel|never mind|forget it)\b/;
const NO = /\b(no|nope|not|dont)\b/;

const STEPS: readonly Step[] = [
  {
    ask: () =>
      "With pleasure. What may we do for those teeth? By the way, the children's visit comes with a ring of the bell.",
    answers: [
      answer('Check-up 🦷', 'CHECK_UP', /\bcheck/),
      answer('Cleaning & polish ✨', 'CLEANING', /\b(clean|polish)/),
      answer('Whitening (two shades!)', 'WHITENING', /\bwhit/),
      answer('Toothache… help!', 'TOOTHACHE', /\b(ache|toothache|pain|hurts?)\b/),
      answer("Children's first visit 🧸", 'CHILDREN', /\b(child|children|childrens|kids?|son|daughter)\b/),
    ],
  },
  {
    ask: ([service]) => `**${service}**, very wise. Which day suits you?`,
    answers: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) =>
      answer(day, day.toUpperCase(), new RegExp(`\\b${day.toLowerCase()}\\b`)),
    ),
  },
  {
    ask: ([, day]) => `On ${day} I still have these. When would you like to come?`,
    answers: [
      answer('9 AM ☀️', 'T0900', /\b(9|nine)\b/),
      answer('11:30 AM', 'T1130', /\b(11|eleven)\b/),
      answer('2:15 PM', 'T1415', /\b(2|two)\b/),
      answer('4:45 PM (after school)', 'T1645', /\b(4|four)\b/),
    ],
  },
  {
    ask: ([service, day, time]) => `So that is: ${service}, on ${day}, at ${time}. Shall I book it?`,
    answers: [
      answer('Yes, book it! ✅', 'YES', /\b(yes|yeah|yep|sure|please|ok|okay)\b/),
      answer('No, never mind', 'NO', NO),
    ],
    declines: NO,
  },
];

function answer(title: string, payload: string, words: RegExp): Answer {
  return { title, payload, words };
}

/** The question that is open. */
export function askStep(booking: Booking): BotReply {
  const step = STEPS[booking.length];
  return { text: step?.ask(booking), options: step?.answers.map(({ title, payload }) => ({ title, payload })) };
}

/** One step further, `booking` absent when it has come to an end; `undefined` for words that are no answer. */
export function takeStep(booking: Booking, said: string): { booking?: Booking; reply: BotReply } | undefined {
  const { answers = [], declines } = STEPS[booking.length] ?? {};
  if (LEAVE.test(said) || declines?.test(said)) return { reply: { text: 'Then not. Your secret is safe with me. 🤐' } };
  const picked =
    answers.find(({ title, payload }) => said === plain(title) || said === plain(payload)) ??
    answers.find(({ words }) => words.test(said));
  if (!picked) return undefined;

  // What is cried out behind it is nobody's service.
  const next = [...booking, picked.title.replace(/….*/u, '')];
  if (next.length < STEPS.length) return { booking: next, reply: askStep(next) };
  const [service, day, time] = next;
  return { reply: { text: `Done! 🎉 We will see you on ${day} at ${time}. ${service}: you will hardly feel it.` } };
}
