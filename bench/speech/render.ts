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

/** What it takes to make speech of a bot's message, from its text to SSML and card. */
export async function benchSpeech({ write }: Options): Promise<void> {
  const rows = Object.entries(REPLIES).map(([name, text]) => [name, median(timesOf(text)).toFixed(1)]);
  console.log(`speech: ${machine()}, medians of ${ROUNDS}, in microseconds`);
  const all = [['', 'µs'], ...rows];
  console.log(table(all));
  if (write) writeSection('performance.md', 'speech', markdown(all));
}

function timesOf(text: string): number[] {
  const voice = voiceFor(LOCALE);
  const message: Message = { id: '1', from: { kind: 'bot' }, text, choices: [], media: [], cards: [], sentAt: 0 };
  return Array.from({ length: WARM_UP + ROUNDS }, (_, turn) => {
    const started = process.hrtime.bigint();
    const parts = voice.paragraphs(message).map((said) => ({ text: said }));
    const asking = voice.asked(text)?.asked;
    render({ parts, turn, messages: [message], question: 'bot', asking }, { locale: LOCALE });
    return Number(process.hrtime.bigint() - started) / 1000;
  }).slice(WARM_UP);
}
