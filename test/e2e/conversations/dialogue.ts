import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformName } from '../../../lambda/platforms';
import type { BotCard, BotReply } from '../../../simulator/platforms/bot-reply';

/** What the bot is told, and what it answers. */
export interface Exchange {
  readonly hears: string;
  readonly replies: readonly BotReply[];
}

/** What a platform was sent last in a turn: the call, and what its body holds. */
export interface Sent {
  readonly platforms: readonly string[];
  readonly call: string;
  readonly body: object;
}

/** What a person does, what comes of it, and what the Echo is heard to say. */
export interface Turn {
  /** What is said; `silence` and `mumble` stand in brackets in a script. */
  readonly you: string;
  readonly exchanges: readonly Exchange[];
  readonly sent: readonly Sent[];
  /** The bot's answers come too late for the turn. */
  readonly late: boolean;
  readonly echo: string;
  readonly ends: boolean;
  /** What Rosa, a live agent, writes afterwards. */
  readonly agent?: string;
}

export interface Dialogue {
  readonly title: string;
  /** Default: all of them. */
  readonly platforms?: readonly string[];
  readonly turns: readonly Turn[];
}

const FOLDER = join(__dirname, 'scripts');
export const END = '(the session ends)';

/** The dialogues in the scripts, by the name of the file. How they are written is said in README.md. */
export function readDialogues(): readonly (readonly [file: string, dialogues: readonly Dialogue[]])[] {
  return readdirSync(FOLDER).map((file) => [
    file.replace(/\.txt$/, ''),
    readFileSync(join(FOLDER, file), 'utf8').split(/^# /m).slice(1).map(readDialogue),
  ]);
}

/** The dialogues that can be held on a platform, with what is said of that platform alone. */
export function dialoguesFor(dialogues: readonly Dialogue[], platform: PlatformName): readonly Dialogue[] {
  return dialogues
    .filter(({ platforms }) => platforms?.includes(platform) ?? true)
    .map((dialogue) => ({ ...dialogue, turns: dialogue.turns.map((turn) => turnFor(turn, platform)) }));
}

function turnFor(turn: Turn, platform: PlatformName): Turn {
  return { ...turn, sent: turn.sent.filter(({ platforms }) => platforms.includes(platform)) };
}

function readDialogue(source: string): Dialogue {
  const [title = '', ...lines] = source.trim().replaceAll('\n     ', '\r').split('\n');
  const said = lines.filter((line) => line.trim() !== '').map((line) => line.replaceAll('\r', '\n'));
  const on = said[0]?.startsWith('on: ') ? said.shift()?.slice('on: '.length) : undefined;
  const turns: Turn[] = [];
  for (const line of said) {
    const turn = turns.at(-1);
    const [, who = '', what = ''] = /^([a-z, ]+): (.*)$/s.exec(line) ?? [];
    if (who === 'you') turns.push({ you: what, exchanges: [], sent: [], late: false, echo: '', ends: false });
    else if (turn) turns.splice(-1, 1, withLine(turn, who, what, line));
    else throw new Error(`"${title}" begins with ${line}`);
  }
  return { title, ...(on && { platforms: on.split(', ') }), turns };
}

function withLine(turn: Turn, who: string, what: string, line: string): Turn {
  const { exchanges } = turn;
  const last = exchanges.at(-1);
  if (line === END) return { ...turn, ends: true };
  if (who === 'rosa') return { ...turn, agent: what };
  if (who === 'echo') return { ...turn, echo: what };
  if (who.endsWith(' gets')) return { ...turn, sent: [...turn.sent, readSent(who.slice(0, -' gets'.length), what)] };
  if (who === 'bot hears') return { ...turn, exchanges: [...exchanges, { hears: what, replies: [] }] };
  if (!last || !/^bot(, late)?$/.test(who)) throw new Error(`What is "${line}"?`);
  const replies = [...last.replies, readReply(what)];
  return { ...turn, late: who === 'bot, late', exchanges: [...exchanges.slice(0, -1), { ...last, replies }] };
}

function readSent(platforms: string, what: string): Sent {
  const [, call = '', body = ''] = /^(\w+) (.*)$/s.exec(what) ?? [];
  return { platforms: platforms.split(', '), call, body: JSON.parse(body) };
}

/** More than a listener takes in at once. */
const STORY = 'And so it went on and on. '.repeat(28).trim();

const OPTION = /\[([^\]]+)\]/g;
const CARD = /\{card: ([^|}]+)\|([^}]*)\}/g;
const PICTURE = /\{picture: ([^}]+)\}/;
const PLACE = /\{place: ([^}]+)\}/;
const ASKS_FOR = /\{asks for: (email|phone|location)\}/;
const SCALE = /\{scale: (\d+) to (\d+)\}/;

function readReply(source: string): BotReply {
  const cards = [...source.matchAll(CARD)].map(([, title = '', rest = '']) => readCard(title, rest));
  const others = source.replace(CARD, '').replace('{story}', STORY);
  const text = [OPTION, PICTURE, PLACE, ASKS_FOR, SCALE]
    .reduce((rest, pattern) => rest.replace(pattern, ''), others)
    .trim();
  const [, picture] = PICTURE.exec(source) ?? [];
  const [, place] = PLACE.exec(source) ?? [];
  const [, asksFor] = ASKS_FOR.exec(source) ?? [];
  const [, min, max] = SCALE.exec(source) ?? [];
  return {
    ...(text !== '' && { text }),
    options: optionsIn(others),
    cards,
    ...(picture && { image: { url: 'https://shop.example/picture.png', title: picture } }),
    ...(place && { location: { title: place, latitude: 44.4759, longitude: -73.2121 } }),
    ...(asksFor && { asksFor: asksFor as BotReply['asksFor'] }),
    ...(min && { scale: { min: Number(min), max: Number(max) } }),
  };
}

function readCard(title: string, rest: string): BotCard {
  const options = optionsIn(rest).map((option) => ({ ...option, payload: `${option.title} ${title.trim()}` }));
  const text = rest.replace(OPTION, '').trim();
  return { title: title.trim(), text, imageUrl: 'https://shop.example/card.png', options };
}

function optionsIn(source: string) {
  return [...source.matchAll(OPTION)].map(([, title = '']) => ({ title, payload: title }));
}
