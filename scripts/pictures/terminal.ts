import { aloudInTerminal, type Checkout, copyCheckout, KEYS, type Terminal } from '../../test/support/pty';
import { PICTURES, type PictureName } from './list';
import { type Span, screenOf } from './screen';
import { svgOf } from './svg';

export type TerminalPicture = Exclude<PictureName, 'demo.png'>;
type Lines = readonly (readonly Span[])[];

const COLS = 124;
/** A report is longer than a picture should be. */
const MOST_LINES = 60;

const PROMPT: Span = { text: '$ ', look: { isDim: true } };
const MORE: readonly Span[] = [{ text: '…', look: { isDim: true } }];

/**
 * The pictures of the terminal, each from a run of the real command in a terminal, by one operator: who tries the demo, sets up a
 * business, and has it looked at.
 */
export async function terminalPictures(): Promise<Readonly<Record<TerminalPicture, string>>> {
  const checkout = copyCheckout();
  try {
    return {
      'chat.svg': await chat(checkout),
      'init.svg': await init(checkout),
      'doctor.svg': await run('doctor.svg', checkout, ['doctor', '--offline']),
      'certify.svg': await run('certify.svg', checkout, ['certify']),
    };
  } finally {
    checkout.remove();
  }
}

async function chat(checkout: Checkout): Promise<string> {
  const args = ['chat'];
  const terminal = open(checkout, args);
  await terminal.sees('/quit');
  for (const words of ['Alexa, open bluebell dental', 'book an appointment', 'the second one', 'on Monday']) {
    terminal.types(words);
    await terminal.sees('listening)');
  }
  terminal.types('/quit');
  await terminal.ended();
  return picture('chat.svg', args, terminal);
}

async function init(checkout: Checkout): Promise<string> {
  const args = ['init'];
  const terminal = open(checkout, args);
  await terminal.sees('Which platform');
  terminal.presses(KEYS.enter);
  await terminal.sees('BOTDISTRIKT_WEBCHAT_APP_ID');
  terminal.types('4711');
  await terminal.sees('BOTDISTRIKT_DOMAIN');
  terminal.types('https://0f8e9c2b7d1a4653.app.link');
  await terminal.sees('Where is it to run?');
  terminal.presses(KEYS.down, KEYS.enter);
  await terminal.sees('ALOUD_PUBLIC_URL');
  terminal.types('https://alexa.hotel-adler.example');
  await terminal.sees('ALOUD_SKILL_ID');
  terminal.presses(KEYS.enter);
  await terminal.sees('called?');
  terminal.types('Hotel Adler');
  await terminal.sees('Which locale');
  terminal.presses(KEYS.enter);
  await terminal.sees('others as well?');
  terminal.presses(KEYS.enter);
  await terminal.sees('How is it opened?');
  terminal.presses(KEYS.enter);
  await terminal.sees('in one sentence');
  terminal.types('Ask Hotel Adler about rooms, breakfast and parking.');
  await terminal.sees('ask about?');
  terminal.types('rooms, breakfast, parking');
  await terminal.sees('Look at the set-up now');
  terminal.presses('n');
  await terminal.ended();
  return picture('init.svg', args, terminal);
}

async function run(name: TerminalPicture, checkout: Checkout, args: readonly string[]): Promise<string> {
  const terminal = open(checkout, args);
  await terminal.ended();
  return picture(name, args, terminal);
}

function open(checkout: Checkout, args: readonly string[]): Terminal {
  return aloudInTerminal(checkout, args, { cols: COLS, env: { LANG: 'en_US.UTF-8' } });
}

/** What was typed, and what was shown. */
function picture(name: TerminalPicture, args: readonly string[], terminal: Terminal): string {
  const typed: readonly Span[] = [PROMPT, { text: `npx aloud ${args.join(' ')}`, look: { isBold: true } }];
  const lines = [typed, ...shownBy(withoutTimes(terminal.raw()))];
  const cut = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), MORE] : lines;
  return svgOf(cut, COLS, PICTURES[name]);
}

function shownBy(raw: string): Lines {
  const lines = screenOf(raw, COLS);
  const last = lines.findLastIndex((spans) => spans.some(({ text }) => text.trim() !== ''));
  return lines.slice(0, last + 1);
}

/** How long a turn took is another number at each run. */
function withoutTimes(raw: string): string {
  return raw.replace(/\(\d+ ms/g, '(… ms');
}
