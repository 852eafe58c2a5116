import type { Message } from '../../lambda/conversation/message';
import { render } from '../../lambda/speech/render';
import { voiceFor } from '../../lambda/speech/voice';
import { markdown, writeSection } from '../docs';
import { machine, median, table } from '../figures';
import type { Options } from '../main';

const LOCALE = 'en-US';
const ROUNDS = 3000;
/** Before these the engine is still compiling. */
const WARM_UP = 1000;

const REPLIES: Readonly<Record<string, string>> = {
  'two sentences': 'We open at half past eight and close at six. Which day would suit you best this week?',
  HTML: '<p>Hello <b>you</b></p><p>Welcome to our shop. How can I help you today?</p>',
  'a list in markdown': '**We open** at 9:30 and close at 6 pm.\n\n- Monday\n- Tuesday\n\nWhich day would suit you?',
  'an order': 'Your order #4711 has shipped! It will arrive on 2026-12-24 between 14:00-16:00. Total: $49.90',
};

/** What it takes to make speech of a bot's message: to read a text that is new, to make SSML and card of it, and both where it was said before. */
export async function benchSpeech({ write }: Options): Promise<void> {
  const rows = Object.entries(REPLIES).map(([name, text]) => {
    const fresh = timesOf((turn) => changed(text, turn));
    const known = timesOf(() => text);
    const figures = [
      fresh.reading,
      fresh.rendering,
      known.reading.map((ms, turn) => ms + (known.rendering[turn] ?? 0)),
    ];
    return [name, ...figures.map((times) => median(times).toFixed(1))];
  });
  console.log(`speech: ${machine()}, medians of ${ROUNDS}, in microseconds`);
  const all = [['', 'a new text is read', 'and rendered', 'both, said before'], ...rows];
  console.log(table(all));
  if (write) writeSection('performance.md', 'speech', markdown(all));
}

/** The same with a word of its own, as what is made of a text is kept for the next time. */
function changed(text: string, turn: number): string {
  const letters = [turn, turn / 26, turn / 676].map((each) => String.fromCharCode(97 + (Math.floor(each) % 26)));
  return text.replace('e', `e${letters.join('')}`);
}

interface Times {
  readonly reading: readonly number[];
  readonly rendering: readonly number[];
}

function timesOf(textOf: (turn: number) => string): Times {
  const voice = voiceFor(LOCALE);
  const all = Array.from({ length: WARM_UP + ROUNDS }, (_, turn) => {
    const text = textOf(turn);
    const message: Message = { id: '1', from: { kind: 'bot' }, text, choices: [], media: [], cards: [], sentAt: 0 };
    const begun = process.hrtime.bigint();
    const parts = voice.paragraphs(message).map((said) => ({ text: said }));
    const asking = voice.asked(text)?.asked;
    const read = process.hrtime.bigint();
    render({ parts, turn, messages: [message], question: 'bot', asking }, { locale: LOCALE });
    const ended = process.hrtime.bigint();
    return [Number(read - begun) / 1000, Number(ended - read) / 1000] as const;
  }).slice(WARM_UP);
  return { reading: all.map(([reading]) => reading), rendering: all.map(([, rendering]) => rendering) };
}
