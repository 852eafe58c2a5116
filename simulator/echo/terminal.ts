import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import { openingOf } from './invocation';
import type { Models } from './models';
import type { Echo, EchoTurn } from './types';

/** Something to type beside words to Alexa. */
export interface TerminalCommand {
  /** What is typed, and what for. */
  readonly usage: readonly [typed: string, purpose: string];
  /** Gets what follows the command. Resolves to what is noted about it. */
  readonly run: (argument: string) => Promise<string>;
}

export interface TerminalOptions {
  readonly models: Models;
  /** To begin with. */
  readonly locale: string;
  /** Makes an Echo that speaks the locale. */
  readonly createEcho: (locale: string) => Echo;
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person types: there are prompts, and what is typed need not be shown again. */
  readonly interactive: boolean;
  readonly colour: boolean;
  /** Further commands, by name: `/agent`. */
  readonly commands?: ReadonlyMap<string, TerminalCommand>;
  /** Called when something was said, or nothing (`undefined`), with what came of it. */
  readonly afterTurn?: (said: string | undefined, result: Awaited<ReturnType<Echo['silence']>>) => Promise<void>;
  /** Notes what happens without anything typed, until the function it gives is called. */
  readonly watch?: (note: (text: string) => void) => () => void;
}

const USAGES: readonly TerminalCommand['usage'][] = [
  ['/silence', 'say nothing'],
  ['/inspect', 'the last request and response, and where the time went'],
  ['/locale <tag>', 'a new Echo, in another language'],
  ['/quit', 'leave'],
];

/** Talks to a simulated Echo, one line at a time, until the input ends or says /quit. */
export async function talk(options: TerminalOptions): Promise<void> {
  const { models, createEcho, input, output, interactive } = options;
  const commands = options.commands ?? new Map<string, TerminalCommand>();
  const usages = [...USAGES.slice(0, -1), ...[...commands.values()].map(({ usage }) => usage), ...USAGES.slice(-1)];
  const width = Math.max(...usages.map(([typed]) => typed.length)) + 2;
  const help = usages.map(([typed, purpose]) => `  ${typed.padEnd(width)}${purpose}`).join('\n');
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    options.colour ? styleText(format, text, { validateStream: false }) : text;
  const print = (text: string) => void output.write(`${text}\n`);
  const note = (text: string) => print(style('dim', `(${text})`));
  const say = (speech: string) => print(`${style('bold', 'Alexa:')} ${speech}`);
  const opening = () => `"${openingOf(models, locale)}"`;

  let { locale } = options;
  let echo = createEcho(locale);
  let last: EchoTurn | undefined;

  function show(turn: EchoTurn): void {
    last = turn;
    for (const speech of turn.progress) say(speech);
    if (turn.speech) say(turn.speech);
    for (const line of cardLines(turn)) print(style('blue', line));
    if (turn.verdict) print(style('red', `${turn.verdict.type}: ${turn.verdict.message}`));
    if (!turn.request) return;
    note(`${Math.round(turn.ms)} ms, ${turn.state === 'listening' ? 'listening' : 'the session is over'}`);
  }

  function tell(result: Awaited<ReturnType<Echo['silence']>>): void {
    if (!result) note(`nothing reaches the skill; begin with ${opening()}`);
    else if ('said' in result) show(result);
    else say(result.reprompt);
  }

  async function turn(said: string | undefined, pending: ReturnType<Echo['silence'] | Echo['hear']>): Promise<void> {
    const result = await pending;
    tell(result);
    await options.afterTurn?.(said, result);
  }

  function inspect({ request, status, response, verdict, ms, timings, understood }: EchoTurn): void {
    print(JSON.stringify({ request, status, response, verdict, ms, timings, understood }, null, 2));
  }

  function changeLocale(wanted: string): void {
    locale = wanted;
    echo = createEcho(locale);
    note(`a new Echo, ${locale}`);
  }

  async function obey(line: string): Promise<void> {
    const [, command = '', argument = ''] = /^(\S*)\s*(.*)$/.exec(line) ?? [];
    const further = commands.get(command);
    if (command === '/silence') await turn(undefined, echo.silence());
    else if (command === '/inspect' && last) inspect(last);
    else if (command === '/inspect') note('nothing was sent yet');
    else if (command === '/locale' && models.has(argument)) changeLocale(argument);
    else if (command === '/locale') note(`the skill speaks ${[...models.keys()].join(', ')}`);
    else if (further) note(await further.run(argument));
    else if (command.startsWith('/')) print(help);
    else if (line) await turn(line, echo.hear(line));
  }

  const lines = createInterface({ input, ...(interactive && { output }) });
  let ended = !interactive;
  // Lines that came before the end are still answered, but there is no person left to prompt.
  lines.once('close', () => {
    ended = true;
  });
  const prompt = (keepCursor = false) => {
    if (ended) return;
    lines.setPrompt(style('cyan', echo.state === 'listening' ? '◉ ' : '○ '));
    lines.prompt(keepCursor);
  };
  const unwatch = options.watch?.((text) => {
    if (interactive) print('');
    note(text);
    prompt(true);
  });
  print(`Begin with ${opening()}. Commands:\n${help}`);
  prompt();
  for await (const raw of lines) {
    const line = raw.trim();
    if (!interactive) print(`You: ${line}`);
    if (line === '/quit') break;
    await obey(line);
    prompt();
  }
  // Else a terminal is listened to on, and the process does not end.
  lines.close();
  unwatch?.();
}

/** The card of a turn, as the Alexa app would show it. */
function cardLines({ response, verdict }: EchoTurn): string[] {
  const card = verdict ? undefined : response?.response.card;
  if (!card) return [];
  if (card.type === 'Simple') return cardOf(card.title, card.content);
  if (card.type === 'Standard') return cardOf(card.title, card.text, card.image?.largeImageUrl);
  return cardOf(card.type);
}

function cardOf(...parts: readonly (string | undefined)[]): string[] {
  return ['Card', ...parts].filter((part) => part !== undefined).map((part) => part.replace(/^/gm, '  | '));
}
