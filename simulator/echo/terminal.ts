import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import { type Models, modelOf } from './models';
import type { Echo, EchoTurn } from './types';

export interface TerminalOptions {
  /** Makes an Echo in a locale. */
  readonly echo: (locale: string) => Echo;
  readonly models: Models;
  readonly input: Readable;
  readonly output: Writable;
  readonly colour: boolean;
}

type Style = Parameters<typeof styleText>[0];

const COMMANDS = `  /silence        say nothing, until the microphone closes
  /inspect        the last request, response and where the time went
  /locale <tag>   start again with another language
  /quit           leave`;

/** Talks to a simulated Echo line by line, until the input ends or says /quit. */
export async function talk({ echo: makeEcho, models, input, output, colour }: TerminalOptions): Promise<void> {
  const lines = createInterface({ input, output, terminal: colour, crlfDelay: Number.POSITIVE_INFINITY });
  const style = (format: Style, text: string) => (colour ? styleText(format, text) : text);
  const print = (text: string) => output.write(`${text}\n`);
  const faint = (text: string) => print(style('dim', text));

  let [locale = ''] = models.keys();
  let echo = makeEcho(locale);
  let last: EchoTurn | undefined;

  const prompt = () => {
    lines.setPrompt(style(echo.state === 'listening' ? 'cyan' : 'dim', echo.state === 'listening' ? '◉ ' : '○ '));
    lines.prompt();
  };
  const opening = () => `"Alexa, open ${modelOf(models, locale).languageModel.invocationName}"`;

  const show = (turn: EchoTurn | undefined) => {
    if (!turn) return faint(`(nothing reaches the skill; begin with ${opening()})`);
    last = turn;
    if (turn.speech) print(`${style('bold', 'Alexa:')} ${turn.speech}`);
    for (const line of cardLines(turn)) print(style('blue', line));
    if (turn.verdict) print(style('red', `${turn.verdict.type}: ${turn.verdict.message}`));
    return faint(`(${Math.round(turn.ms)} ms, ${turn.state === 'listening' ? 'listening' : 'session ended'})`);
  };

  const commands: Record<string, (argument: string) => unknown> = {
    '/silence': async () => {
      const result = await echo.silence();
      if (result && !('request' in result)) print(`${style('bold', 'Alexa:')} ${result.reprompt}`);
      else show(result);
    },
    '/inspect': () => {
      if (!last) return faint('(nothing was sent yet)');
      const { request, response, status, verdict, ms, ledger } = last;
      return print(JSON.stringify({ request, status, response, verdict, ms, ledger }, null, 2));
    },
    '/locale': (wanted) => {
      if (!models.has(wanted)) return faint(`(the skill speaks ${[...models.keys()].join(', ')})`);
      locale = wanted;
      echo = makeEcho(locale);
      return faint(`(a new Echo in ${locale})`);
    },
    '/help': () => print(COMMANDS),
    '/quit': () => lines.close(),
  };

  print(`Begin with ${opening()}. Commands:\n${COMMANDS}`);
  prompt();
  for await (const line of lines) {
    const [command = '', argument = ''] = line.trim().split(/\s+/);
    if (command.startsWith('/')) await (commands[command] ?? commands['/help'])?.(argument);
    else if (line.trim()) show(await echo.hear(line));
    prompt();
  }
}

/** The card of a turn's response, as the Alexa app would show it. */
function cardLines({ response, verdict }: EchoTurn): string[] {
  const card = verdict ? undefined : response?.response?.card;
  if (card?.type === 'Simple') return ['Card:', card.title, card.content].filter(isText);
  if (card?.type === 'Standard') return ['Card:', card.title, card.text, card.image?.largeImageUrl].filter(isText);
  return card ? [`Card: ${card.type}`] : [];
}

function isText(part: string | undefined): part is string {
  return Boolean(part);
}
