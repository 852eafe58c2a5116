import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts, Unmatched } from '../../lambda/conversation/ports/usage-store';
import { openSqlite } from '../../lambda/store/sqlite';
import type { CallOptions } from '../../operator/command';
import { reportAt } from '../../operator/report';
import type { UsageReport } from '../../operator/report/document';
import { usageOf } from '../../operator/report/figures';
import { asHtml } from '../../operator/report/html';
import { asText } from '../../operator/report/text';
import { REPORT_LANGUAGES, type ReportWords, reportWords } from '../../operator/report/words';
import { screenOfTest } from '../support/screen';

const SECRET = 'a secret of at least 32 characters';
const NOW = Date.UTC(2026, 11, 3);

let folder: string;
let root: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-report-'));
  root = join(__dirname, '../..');
});
afterAll(() => rmSync(folder, { recursive: true }));

const env = (more: Record<string, string> = {}) => ({
  ALOUD_PLATFORM: 'botdistrikt',
  ALOUD_SKILL_ID: 'amzn1.ask.skill.1',
  ALOUD_SECRET: SECRET,
  ALOUD_STORE: `sqlite:${join(folder, 'aloud.db')}`,
  ALOUD_NAME: 'Bluebell <Dental> & "Sons"',
  BOTDISTRIKT_WEBCHAT_APP_ID: '11',
  BOTDISTRIKT_DOMAIN: 'bluebell.example.com',
  ...more,
});

const NOVEMBER: Counts = {
  turns: 1204,
  people: 40,
  'new-people': 10,
  sessions: 301,
  'came-back': 61,
  'no-match': 24,
  late: 12,
  'asked-back': 7,
  'picked:exact': 30,
  'picked:sound': 10,
  'confirmed:sound': 3,
  'listed:offer': 2,
  'ended:silent:anything-else': 5,
  'ended:answered:none': 15,
  'ended:refused:brand-new-question': 1,
  'notifications-sent': 4,
  'notifications-followed': 3,
  'messages-heard': 6,
  'error:ALOUD_PLATFORM_TIMEOUT': 8,
  'error:ALOUD_FROM_TOMORROW': 1,
  'minutes-sung': 17,
};
const OCTOBER: Counts = { turns: 602, people: 50, sessions: 100, 'picked:exact': 60, 'error:ALOUD_INTERNAL': 2 };

beforeAll(async () => {
  const store = openSqlite(join(folder, 'aloud.db'), { secret: SECRET });
  await store.count({ month: '2026-11', skill: 'default' }, NOVEMBER);
  await store.count({ month: '2026-10', skill: 'default' }, OCTOBER);
  await store.close();
});

async function reported(options: CallOptions, more: Record<string, string> = {}, now = NOW) {
  const { screen, out, err } = screenOfTest();
  const exit = await reportAt({ words: [], options, env: env(more), screen, root }, now);
  return { exit, out: out(), err: err() };
}

const json = async (options: CallOptions = {}) => JSON.parse((await reported({ json: true, ...options })).out);

describe('in text', () => {
  test('all that was counted is told, beside the month before', async () => {
    const { exit, out, err } = await reported({ month: '2026-11', locale: 'en-US' });
    expect(exit).toBe(0);
    expect(err).toBe('');
    expect(out).toMatchInlineSnapshot(`
"How Bluebell <Dental> & "Sons" was used on Alexa · November 2026
Counts only: no words, and nobody who said them.

People
  People: 40 (October 2026: 50, -20%)
  of them new: 10 (25%; October 2026: 0)
  Sessions: 301 (October 2026: 100, +201%)
  of them by people who came back: 61 (20%; October 2026: 0)

Conversations
  Turns: 1,204 (October 2026: 602, +100%)
  Not understood by Alexa: 24 (2%; October 2026: 0)
  Answers that came late: 12 (1%; October 2026: 0)
  Turns per session: 4.0 (October 2026: 6.0, -34%)

Answers to options
  Options picked: 40 (October 2026: 60, -33%)
  Options confirmed after asking back: 3 (October 2026: 0)
  Asked back which or whether: 7 (October 2026: 0)
  Options read out again: 2 (October 2026: 0)

Options picked, by how they were named
  word for word: 30 (75%; October 2026: 60, -50%)
  by its sound: 10 (25%; October 2026: 0)

Sessions ended after
  No question was open · ended by an answer: 15 (71%; October 2026: 0)
  “Anything else?” · silence: 5 (24%; October 2026: 0)
  brand-new-question · Alexa could not use the answer: 1 (5%; October 2026: 0)

Messages and notifications
  Notifications sent: 4 (October 2026: 0)
  Sessions that followed one: 3 (75%; October 2026: 0)
  Messages heard of people and broadcasts: 6 (October 2026: 0)

Errors
  ALOUD_PLATFORM_TIMEOUT: 8 (October 2026: 0)
    What to do: The bot platform did not answer within the turn: look for slow steps in the bot, or raise ALOUD_TURN_BUDGET_MS (below 7500).
  ALOUD_FROM_TOMORROW: 1 (October 2026: 0)
  ALOUD_INTERNAL: 0 (October 2026: 2, -100%)
    What to do: This is a fault in Aloud itself: report it with the log lines around it.

Other counts
  minutes-sung: 17 (October 2026: 0)
"
`);
  });

  test('nothing is told where nothing was counted', async () => {
    const { exit, out } = await reported({ month: '2025-02', locale: 'en-US' });
    expect(exit).toBe(0);
    expect(out).toBe(
      'How Bluebell <Dental> & "Sons" was used on Alexa · February 2025\nNo turn yet in February 2025.\n',
    );
  });

  test('without a month it is the one that runs', async () => {
    const { out } = await reported({ locale: 'en-US' });
    expect(out).toContain('No turn yet in December 2026.');
    const { out: running } = await reported({ locale: 'en-US' }, {}, Date.UTC(2026, 10, 30, 23, 59));
    expect(running).toContain('This month is not over yet.');
  });

  test('where nothing was counted the month before, nothing is compared', async () => {
    const { out } = await reported({ month: '2026-10', locale: 'en-US' });
    expect(out).toContain('Nothing was counted in September 2026, so nothing is compared.');
    expect(out).not.toMatch(/September 2026:/);
  });
});

describe('in JSON', () => {
  test('each number stands under its name', async () => {
    const report = await json({ month: '2026-11', locale: 'de-DE' });
    expect(report).toMatchObject({
      format: 1,
      kind: 'usage',
      locale: 'de-DE',
      month: '2026-11',
      monthBefore: '2026-10',
      isRunning: false,
    });
    const [skill] = report.skills;
    expect(skill).toMatchObject({
      skill: 'default',
      counted: true,
      countedBefore: true,
      figures: {
        people: { count: 40, before: 50 },
        newPeople: { count: 10, before: 0 },
        picked: { count: 40, before: 60 },
        confirmed: { count: 3, before: 0 },
        notificationsFollowed: { count: 3, before: 0 },
      },
      turnsPerSession: { value: 4, before: 6.02 },
      picked: [
        { rule: 'exact', count: 30, before: 60 },
        { rule: 'sound', count: 10, before: 0 },
      ],
      ended: [
        { question: 'none', how: 'answered', count: 15, before: 0 },
        { question: 'anything-else', how: 'silent', count: 5, before: 0 },
        { question: 'brand-new-question', how: 'refused', count: 1, before: 0 },
      ],
      others: [{ name: 'minutes-sung', count: 17, before: 0 }],
    });
    expect(skill.errors).toEqual([
      { code: 'ALOUD_PLATFORM_TIMEOUT', remedy: expect.stringContaining('ALOUD_TURN_BUDGET_MS'), count: 8, before: 0 },
      { code: 'ALOUD_FROM_TOMORROW', remedy: null, count: 1, before: 0 },
      { code: 'ALOUD_INTERNAL', remedy: expect.any(String), count: 0, before: 2 },
    ]);
  });

  test('a month of which nothing is known has its fields, with nothing in them', async () => {
    const [skill] = (await json({ month: '2025-02' })).skills;
    expect(skill).toMatchObject({
      counted: false,
      countedBefore: false,
      figures: { turns: { count: 0, before: null } },
      turnsPerSession: { value: null, before: null },
      picked: [],
      ended: [],
      errors: [],
      others: [],
    });
  });

  test('every field is documented', async () => {
    const docs = readFileSync(join(root, 'docs/report.md'), 'utf8');
    const names = new Set<string>();
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(collect);
      else if (typeof value === 'object' && value !== null)
        for (const [name, inner] of Object.entries(value)) {
          names.add(name);
          collect(inner);
        }
    };
    collect(await json({ month: '2026-11' }));
    for (const name of names) expect(docs).toContain(`\`${name}\``);
  });

  test('counts of odd names are just names', () => {
    const odd: Counts = Object.assign(Object.create(null), { 'error:constructor': 1, toString: 2, 'ended:x': 3 });
    const usage = usageOf({ skill: 'default', name: 'B' }, odd, {});
    expect(usage.errors).toEqual([{ code: 'constructor', remedy: null, count: 1, before: null }]);
    expect(usage.others.map(({ name }) => name)).toEqual(['ended:x', 'toString']);
    expect(usage.figures.turns.count).toBe(0);
  });
});

describe('as a page', () => {
  test('is complete in itself, in the language and direction of its locale', async () => {
    const { out } = await reported({ month: '2026-11', locale: 'ar-SA', format: 'html' });
    expect(out).toMatch(/^<!doctype html>\n<html lang="ar-SA" dir="rtl">/);
    expect(out).not.toMatch(/<(?:script|link|img)|https?:|url\(/);
    expect(out).toContain('<code dir="ltr">ALOUD_PLATFORM_TIMEOUT</code>');
    expect(out).toContain('٤٠');
    // Not by the calendar of the country: months are counted by ours.
    expect(out).toContain('نوفمبر ٢٠٢٦');
  });

  test('escapes every text', async () => {
    const { out } = await reported({ month: '2026-11', locale: 'en-US', format: 'html' });
    expect(out).not.toContain('<Dental>');
    expect(out).toContain('Bluebell &lt;Dental&gt; &amp; &quot;Sons&quot;');
  });

  test('has bars as long as the shares', async () => {
    const { out } = await reported({ month: '2026-11', locale: 'en-US', format: 'html' });
    expect(out).toContain('<td>75%<span class="bar" aria-hidden="true"><span style="inline-size:75.0%">');
  });

  test('is written where it is asked to be, for its owner', async () => {
    const out = join(folder, 'november.html');
    const { exit, out: shown, err } = await reported({ month: '2026-11', format: 'html', out });
    expect([exit, shown]).toEqual([0, '']);
    expect(err).toContain(out);
    expect(readFileSync(out, 'utf8')).toContain('<table>');
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const { exit: bad, err: why } = await reported({ out: join(folder, 'nowhere', 'x.html') });
    expect(bad).toBe(1);
    expect(why).toContain('cannot be written: ENOENT');
  });
});

describe('languages', () => {
  const shapeOf = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]))
      : typeof value;
  const placeholders = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, placeholders(inner)]))
      : String(value).match(/\{\w+\}/g);
  const textsIn = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)];

  test('are the ten that Aloud speaks', () => {
    expect([...REPORT_LANGUAGES].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ja', 'nl', 'pt']);
  });

  test.each(REPORT_LANGUAGES.map(String))('%s says all, with the same things filled in', (language) => {
    const words = reportWords(language);
    expect(shapeOf(words)).toEqual(shapeOf(reportWords('en')));
    expect(placeholders(words)).toEqual(placeholders(reportWords('en')));
    for (const text of textsIn(words)) expect(text.trim()).toMatch(/./);
  });

  test.each(REPORT_LANGUAGES.filter((language) => language !== 'en').map(String))(
    '%s is no English',
    async (language) => {
      const english = new Set(textsIn(reportWords('en')).filter((text) => / /.test(text)));
      const same = textsIn(reportWords(language)).filter((text) => english.has(text));
      expect(same).toEqual([]);
      const { out } = await reported({ month: '2026-11', locale: language });
      expect(out).not.toMatch(/undefined|\{\w+\}|People|Counts only/);
    },
  );

  test('without a locale it is the first of the business, whose name it bears', async () => {
    const { out } = await reported(
      { month: '2026-11', format: 'html' },
      { ALOUD_BUSINESS: join(root, 'business.example.yaml') },
    );
    expect(out).toContain('<html lang="en-AU" dir="ltr">');
    expect(out).toContain('How Bluebell Dental was used on Alexa');
    const { out: without } = await reported({ month: '2026-11', format: 'html' });
    expect(without).toContain('<html lang="en-US" dir="ltr">');
  });
});

describe('several skills', () => {
  const skills = ['Bluebell', 'Harbour'].map((name) => usageOf({ skill: name.toLowerCase(), name }, { turns: 5 }, {}));
  const head = { format: 1, kind: 'usage', locale: 'en-US', month: '2026-11', monthBefore: '2026-10' } as const;
  const report: UsageReport = { ...head, isRunning: false, skills };
  const words = reportWords('en') as ReportWords;

  test('have a section each', () => {
    expect(asText(report, words).match(/How \w+ was used/g)).toEqual(['How Bluebell was used', 'How Harbour was used']);
    const page = asHtml(report, words);
    expect(page.match(/<h1>[^<]+/g)).toHaveLength(2);
    expect(page).toContain('<title>How Bluebell, Harbour was used');
  });
});

describe('what is called wrongly', () => {
  test.each<[CallOptions, RegExp]>([
    [{ month: '2026-13' }, /2026-11/],
    [{ month: 'november' }, /2026-11/],
    [{ locale: 'sv-SE' }, /ar, de, en/],
    [{ locale: '??' }, /ar, de, en/],
    [{ json: true, format: 'html' }, /two different things/],
    [{ unmatched: true, month: '2026-11' }, /ALOUD_UNMATCHED_DAYS/],
  ])('%j', async (options, said) => {
    const { exit, out, err } = await reported(options);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(said);
  });

  test('a store that is not there is told by its code', async () => {
    await expect(reported({}, { ALOUD_STORE: `sqlite:${folder}/none.db` })).rejects.toMatchObject({
      code: 'ALOUD_STORE_UNAVAILABLE',
    });
  });

  test('a broken business file is told, and keeps nobody from the numbers', async () => {
    const file = join(folder, 'broken.yaml');
    writeFileSync(file, 'nothing: of the kind\n');
    const { exit, out, err } = await reported({ month: '2026-11' }, { ALOUD_BUSINESS: file });
    expect(exit).toBe(0);
    expect(err).toContain('broken.yaml');
    expect(out).toContain('1,204');
  });
});

describe('what matched no option', () => {
  const path = () => join(folder, 'unmatched.db');
  const at = (more = {}) => ({ ALOUD_STORE: `sqlite:${path()}`, ...more });
  const said = (words: string, offered: readonly string[], outcome: Unmatched['outcome'] = 'sent'): Unmatched => ({
    ...{ said: words, offered, outcome },
  });
  beforeAll(async () => {
    const store = openSqlite(path(), { secret: SECRET });
    const animals = ['Lion', 'Tiger <b>'];
    const all = [said('the zebra', animals), said('The zebra', animals), said('a <i>gnu</i>', animals, 'asked')];
    await store.keepUnmatched('default', [...all, said('pur\u001b[2Jple', ['Red'])], 5);
    await store.close();
  });

  test('is listed by what was offered, with how often it was said', async () => {
    const { exit, out } = await reported({ unmatched: true, locale: 'en-US' }, at({ ALOUD_UNMATCHED_DAYS: '5' }));
    expect(exit).toBe(0);
    expect(out).toMatch(
      /Lion · Tiger <b>\n {2}2 {2}[Tt]he zebra \(sent to the bot\)\n {2}1 {2}a <i>gnu<\/i> \(asked back\)\n\nRed\n {2}1 {2}pur \[2Jple/,
    );
  });

  test('is escaped on a page', async () => {
    const options = { unmatched: true, format: 'html', locale: 'de-DE' };
    const { out } = await reported(options, at({ ALOUD_UNMATCHED_DAYS: '5' }));
    expect(out).toContain('a &lt;i&gt;gnu&lt;/i&gt;');
    expect(out).not.toMatch(/<i>|<b>/);
    expect(out).toContain('nachgefragt');
  });

  test('is JSON of its own', async () => {
    const { out } = await reported({ unmatched: true, json: true }, at({ ALOUD_UNMATCHED_DAYS: '5' }));
    const report = JSON.parse(out);
    expect(report).toMatchObject({ format: 1, kind: 'unmatched' });
    expect(report.skills[0]).toMatchObject({
      skill: 'default',
      days: 5,
      sealed: 0,
      offers: [{ count: 3 }, { count: 1 }],
    });
  });

  test('is told only to who has the secret', async () => {
    const { out } = await reported(
      { unmatched: true, locale: 'en-US' },
      at({ ALOUD_UNMATCHED_DAYS: '5', ALOUD_SECRET: 'another secret of at least 32 characters' }),
    );
    expect(out).toContain('Sealed with another secret: 4');
    expect(out).not.toContain('zebra');
  });

  test('is not kept without the setting, and said so', async () => {
    const { out } = await reported({ unmatched: true, locale: 'en-US' });
    expect(out).toContain('ALOUD_UNMATCHED_DAYS is not set: nothing is kept.');
    const { out: none } = await reported({ unmatched: true, locale: 'en-US' }, { ALOUD_UNMATCHED_DAYS: '5' });
    expect(none).toContain('Nothing was said that matched no option.');
  });
});
