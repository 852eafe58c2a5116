import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openSqlite } from '../../lambda/store/sqlite';
import { textOf } from './pages';

const POLICY = textOf('docs/templates/privacy-policy.md');
const TERMS = textOf('docs/templates/terms.md');

/** How the policy names what a table, or a column of the users, keeps of people. `nobody`: it is of no user. */
const TABLES: Readonly<Record<string, RegExp | 'nobody'>> = {
  users: /identifier that Amazon gave your account/,
  inbox: /messages .* that you have not heard yet/,
  threads: /identifiers of earlier conversations on the platform/,
  notices: /whether you want notifications/,
  dead_notices: /why one could not be/,
  erased: /checksum that says that somebody was erased/,
  sayings: /checksums of messages that came/,
  usage: /counts of how the skill is used/,
  unmatched: /sentences that matched none of the choices/,
  capture: /technical recordings of single exchanges/,
  pace: 'nobody',
  sweeps: 'nobody',
  lines: 'nobody',
};
const USERS: Readonly<Record<string, RegExp | 'nobody'>> = {
  key: /key that is computed from it/,
  user_id: /identifier that Amazon gave your account .* encrypted/,
  locale: /language and the region of your device/,
  api_endpoint: /language and the region of your device/,
  conversation: /state of your conversation/,
  words_due_at: /what you said and the assistant has not been told yet/,
  active_until: /when you were last here/,
  account: /each person whose voice Alexa recognises/,
  subscribed: /whether you want notifications/,
  subscribed_at: /whether you want notifications/,
  version: 'nobody',
};
/** The rows of the first table of docs/privacy.md, by how they begin, and how the policy names them. */
const ROWS: Readonly<Record<string, RegExp>> = {
  "Alexa's id of the user": /identifier that Amazon gave your account/,
  "the user's key": /key that is computed from it/,
  'locale, and': /language and the region/,
  'the conversation:': /state of your conversation/,
  'messages that were not heard': /you have not heard yet/,
  'which messages came before': /checksums of messages that came/,
  'threads that the user has left': /identifiers of earlier conversations/,
  'whether the user takes notifications': /whether you want notifications/,
  'what an operator captures': /technical recordings/,
  'that a user was erased': /somebody was erased/,
  'how the skill is used': /counts of how the skill is used/,
  'what was said and matched none': /matched none of the choices/,
};

/** The tables that the store makes, and the columns of the users. */
function kept(): { readonly tables: readonly string[]; readonly columns: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'aloud-policy-'));
  try {
    const path = join(folder, 'aloud.db');
    openSqlite(path, { secret: 'a secret of at least 32 characters' }).close();
    const database = new Database(path);
    const names = (sql: string) => (database.prepare(sql).all() as { name: string }[]).map(({ name }) => name);
    const tables = names("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    const columns = names("SELECT name FROM pragma_table_info('users')");
    database.close();
    return { tables, columns };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the policy names all that the store keeps of people', () => {
  const { tables, columns } = kept();
  expect([...tables].sort()).toEqual(Object.keys(TABLES).sort());
  expect([...columns].sort()).toEqual(Object.keys(USERS).sort());
  for (const words of [...Object.values(TABLES), ...Object.values(USERS)]) {
    if (words !== 'nobody') expect(POLICY).toMatch(words);
  }
});

test('the policy names each row of docs/privacy.md', () => {
  const [, table = ''] = textOf('docs/privacy.md').split('| what | how | for how long |\n');
  const [body = ''] = table.split('\n\n');
  const rows = body.split('\n').filter((line) => /^\| [^-|]/.test(line));
  expect(rows).toHaveLength(Object.keys(ROWS).length);
  for (const [begin, words] of Object.entries(ROWS)) {
    expect(rows.some((row) => row.startsWith(`| ${begin}`))).toBe(true);
    expect(POLICY).toMatch(words);
  }
});

test.each([
  ['policy', POLICY],
  ['terms', TERMS],
])('the %s says that it is no legal advice, and what is to be replaced', (_which, text) => {
  expect(text).toContain('no legal advice');
  expect(text.match(/\[[^\]]+\](?!\()/g)?.length).toBeGreaterThan(10);
});
