import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type Database from 'libsql';
import type { Echo } from '../../simulator/echo/types';

const FIXTURES = join(__dirname, '../fixtures/stored-0.1.0');

/** What version 0.1.0 left in both stores (its README names the users), so moved in time that it has just happened. */
export const LEFT: {
  readonly secret: string;
  readonly skillId: string;
  readonly baseTimeMs: number;
  readonly users: Readonly<Record<'A' | 'F', { readonly key: string; readonly identity: { readonly userId: string } }>>;
} = JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8'));

/** The number of user A on KLaunch, who was asked about something and had two things to add. */
export const NUMBER_OF_A = 4102;
/** What A said, and the bot was not told. */
export const QUEUED_OF_A = ['it is about a broken tooth', 'and it hurts'];
/** What F has missed, and what waits for F. What two Echos had the time to say, and never took back, counts as heard. */
export const UNHEARD_OF_F = [
  ...['It begins at nine.', 'Your invoice is ready.', 'Please bring your insurance card.'],
  ...['We are closed on Thanksgiving.', 'See you on Monday.', 'How many people will come with you?'],
];

/** How long ago all of it had happened: sessions that were open then are over. But what A said is passed on for ten minutes. */
const AGO_MS = 12 * 60_000;
const AGO_OF_A_MS = 5000;
const F = LEFT.users.F.key;
const OF_A = [LEFT.users.A.key, `klaunch:${NUMBER_OF_A}`];
/** F talked to a bot of BotDistrikt's. To be heard in one deployment beside A, they are a user of KLaunch's. */
const NUMBER_OF_F = 4104;

/** The items of the DynamoDB table. */
export function leftItems(): readonly Readonly<Record<string, AttributeValue>>[] {
  const items: readonly object[] = JSON.parse(readFileSync(join(FIXTURES, 'dynamodb.json'), 'utf8'));
  return items.map((left) => {
    const text = moved(JSON.stringify(left), left).replaceAll(`botdistrikt:${F}`, `klaunch:${NUMBER_OF_F}`);
    const item: Record<string, AttributeValue> = JSON.parse(text, (key, value) =>
      key === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
    );
    return item.pk?.S === `U#${F}` && item.doc?.S ? { ...item, doc: { S: onKlaunch(item.doc.S) } } : item;
  });
}

/** Writes the SQLite file. */
export function writeLeftFile(path: string): void {
  copyFileSync(join(FIXTURES, 'sqlite.db'), path);
  const Libsql = require('libsql') as typeof Database;
  const db = new Libsql(path);
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  for (const { name } of tables) {
    for (const { at, ...row } of db.prepare(`SELECT rowid AS at, * FROM ${name}`).all() as Record<string, unknown>[]) {
      for (const [column, value] of Object.entries(row)) {
        const now = typeof value === 'number' || typeof value === 'string' ? moved(String(value), row) : value;
        if (now !== value && String(value) !== now)
          db.prepare(`UPDATE ${name} SET ${column} = ? WHERE rowid = ?`).run(now, at);
      }
    }
  }
  db.prepare('UPDATE threads SET thread = ? WHERE user_key = ?').run(`klaunch:${NUMBER_OF_F}`, F);
  const { conversation } = db.prepare('SELECT conversation FROM users WHERE key = ?').get(F) as {
    conversation: string;
  };
  db.prepare('UPDATE users SET conversation = ? WHERE key = ?').run(onKlaunch(conversation), F);
  db.close();
}

/** Times in milliseconds or seconds, wherever they stand. @param whole what the text is a part of */
function moved(text: string, whole: object): string {
  const row = JSON.stringify(whole);
  const by = Date.now() - (OF_A.some((name) => row.includes(name)) ? AGO_OF_A_MS : AGO_MS) - LEFT.baseTimeMs;
  return text
    .replace(/\b179\d{10}\b/g, (time) => String(Number(time) + by))
    .replace(/\b1795\d{6}\b/g, (time) => String(Number(time) + Math.round(by / 1000)));
}

function onKlaunch(document: string): string {
  return JSON.stringify({ ...JSON.parse(document), thread: { user: F, userID: String(NUMBER_OF_F) } });
}

/**
 * Users of 0.1.0 come back after the update: what was said to them and not heard, what waits, and what they were promised to be
 * passed on is heard, or told to the bot, once; and nothing of it a second time.
 *
 * @param open what opens the skill
 * @param echoOf an Echo of a customer by that name
 * @param answer lets KLaunch bring the answer that A was waiting for
 */
export async function hearWhatWasLeft(
  open: string,
  echoOf: (customer: string) => Echo,
  answer: () => Promise<void>,
): Promise<{ readonly heardByA: string; readonly heardByF: string; readonly heardAgain: string }> {
  await answer();
  const a = await echoOf('stored-a').hear(open);
  const echo = echoOf('stored-f');
  const heard = [(await echo.hear(open))?.speech];
  for (let turn = 0; turn < 4; turn++) heard.push((await echo.hear('next'))?.speech);
  await echo.hear('stop');
  const again = await echo.hear(open);
  return { heardByA: a?.speech ?? '', heardByF: heard.join(' '), heardAgain: again?.speech ?? '' };
}

/** How often each text was heard. */
export function timesHeard(texts: readonly string[], heard: string): Readonly<Record<string, number>> {
  return Object.fromEntries(texts.map((text) => [text, heard.split(text).length - 1]));
}

/** Each once. */
export function onceEach(texts: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(texts.map((text) => [text, 1]));
}
