/** @jest-environment node */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { certify, run } from '../../operator/certify';
import { htmlReport } from '../../operator/certify/report/html';
import type { Report } from '../../operator/certify/report/report';
import { textReport } from '../../operator/certify/report/text';
import { GROUPS, groupOf } from '../../operator/certify/rule';
import { RULES } from '../../operator/certify/rules';
import { shippedTexts } from '../../operator/certify/shipped';
import { heldIn, WORD_LANGUAGES } from '../../operator/certify/words';
import type { Call } from '../../operator/command';
import { escaped } from '../../operator/markup';
import { startVendor } from '../../simulator/platforms';
import { screenOfTest } from '../support/screen';
import { draftOf, type GoodBusiness } from '../support/skill-package-draft';

const ROOT = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'aloud-certify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const businessFile = (name: GoodBusiness) => `test/business/businesses/${name}.yaml`;

function callOf(options: Call['options'], env: Call['env'] = {}, isTTY = false) {
  const { screen, out, err } = screenOfTest(isTTY);
  return { call: { root: ROOT, env, options, screen, words: [] }, out, err };
}

/** Writes files of a package to a folder. */
function written(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const place = join(folder, name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
  return place;
}

describe.each(['clinic', 'bank', 'restaurant'] as const)('the %s, with every conversation', (name) => {
  let report: Report;
  beforeAll(async () => {
    report = await certify(callOf({}, { ALOUD_BUSINESS: businessFile(name) }).call);
  }, 120_000);

  it('has nothing that Amazon would reject, and nothing to warn of', () => {
    expect(report.findings.filter(({ severity }) => severity !== 'question')).toEqual([]);
  });

  it('is asked what only a person can answer, once', () => {
    const asked = report.findings.map(({ id }) => id);
    expect(asked.toSorted()).toEqual(
      RULES.filter(({ asksAlways }) => asksAlways)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('was talked with in each of its locales', () => {
    expect(report.bot).toBe('simulated');
    expect(report.locales.length).toBeGreaterThan(0);
    expect(report.conversations).toBeGreaterThan(15 * report.locales.length);
  });
});

describe('a package in a folder', () => {
  const draft = draftOf('bank');
  draft.listing('de-DE', 'summary', '<script>alert("1")</script> & mehr, TODO');
  draft.listing('de-DE', 'smallIconUri', undefined);
  const place = written('faulty', { ...draft.files, '.env': 'ALOUD_SECRET=hush' });
  let json: Report;
  let said: string;
  let exit: number;
  beforeAll(async () => {
    const { call, out } = callOf({ package: place, json: true });
    exit = await run(call);
    said = out();
    json = JSON.parse(said);
  }, 120_000);

  it('that Amazon would reject ends with 1, and says what, where, and what to do', () => {
    expect(exit).toBe(1);
    const icon = json.findings.find(({ id }) => id === 'ICONS-MISSING');
    expect(icon).toMatchObject({
      severity: 'error',
      file: 'skill.json',
      locale: 'de-DE',
      at: 'publishingInformation.locales.de-DE.smallIconUri',
    });
    expect(json.counts.error).toBe(json.findings.filter(({ severity }) => severity === 'error').length);
    expect(json.findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['PACKAGE-SECRET', 'MANIFEST-PLACEHOLDER']),
    );
  });

  it('is told as one JSON document of a form that stays', () => {
    expect(Object.keys(json)).toEqual([
      ...['version', 'package', 'bot', 'locales', 'rules', 'conversations', 'counts', 'findings', 'notChecked'],
    ]);
    expect(json.version).toBe(1);
    const keys = ['id', 'severity', 'file', 'locale', 'at', 'what', 'remedy', 'source'];
    for (const finding of json.findings) {
      expect(Object.keys(finding).filter((key) => !keys.includes(key))).toEqual([]);
      expect(RULES.some(({ id }) => id === finding.id)).toBe(true);
    }
    expect(said).not.toContain('hush');
  });

  it('is told as a page that loads nothing and runs nothing of what the package says', () => {
    const page = htmlReport(json);
    expect(page).not.toMatch(/<script|alert\("1"\)/);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/\b(?:src|href)=/);
    expect(page).toContain("default-src 'none'");
    expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it('is told as text, the worst first, without colours where nobody reads along', () => {
    const text = textReport(json);
    expect(text.indexOf('Amazon would reject this')).toBeLessThan(text.indexOf('What only you can answer'));
    expect(text).toContain('ICONS-MISSING');
    expect(text).not.toContain('\u001b');
    expect(text).toMatch(/\d+ errors, \d+ warnings?, \d+ questions?$/);
  });
});

test('a report is written to a file', async () => {
  const out = join(folder, 'report.html');
  const { call, out: printed, err } = callOf({ package: written('empty', { 'skill.json': '{' }), format: 'html', out });
  expect(await run(call)).toBe(1);
  expect(printed()).toBe('');
  expect(err()).toContain('report.html');
  expect(readFileSync(out, 'utf8')).toContain('PACKAGE-JSON');
});

test('where the report cannot be written is told', async () => {
  const out = join(folder, 'nowhere', 'report.html');
  const { call, err } = callOf({ package: written('empty', { 'skill.json': '{' }), format: 'html', out });
  expect(await run(call)).toBe(1);
  expect(err()).toContain('cannot be written');
});

test.each([
  ['null', 'null'],
  ['a list', '[]'],
  [
    'everything of a wrong type',
    '{"manifest":{"publishingInformation":{"locales":{"en-US":{"name":7,"examplePhrases":"x","keywords":[1]}}},"apis":[],"permissions":{},"events":"x"}}',
  ],
])('whatever stands in the manifest, %s, is judged and no crash', async (_what, content) => {
  const model =
    '{"interactionModel":{"languageModel":{"intents":[null,7,{"name":[],"slots":{},"samples":[1]}],"types":"x"}}}';
  const place = written(`odd-${content.length}`, {
    'skill.json': content,
    'interactionModels/custom/en-US.json': model,
  });
  const { call, out } = callOf({ package: place, json: true });
  expect(await run(call)).toBe(1);
  expect(JSON.parse(out()).counts.error).toBeGreaterThan(3);
});

test('a business file that is not in order is told as what it is', async () => {
  const file = join(folder, 'business.yaml');
  writeFileSync(file, 'name: Alexa Bank\nlocales: {en-US: {invocationName: open bank}}\n');
  const { call, out } = callOf({ json: true }, { ALOUD_BUSINESS: file });
  expect(await run(call)).toBe(1);
  const { findings } = JSON.parse(out()) as Report;
  expect([...new Set(findings.map(({ id }) => id))]).toEqual(['PACKAGE-BUSINESS']);
});

test.each([
  [{ package: join(folder, 'nowhere') }, 'There is no folder'],
  [{ bot: 'own' }, 'ALOUD_PLATFORM'],
])('%j is refused with what is missing', async (options, said) => {
  const { call, out, err } = callOf(options, { ALOUD_BUSINESS: businessFile('bank') });
  expect(await run(call)).toBe(1);
  expect(err()).toContain(said);
  expect(out()).toBe('');
});

test("the operator's own bot is sent few messages, and what it says is looked at", async () => {
  const heard: string[] = [];
  const vendor = await startVendor('botdistrikt', {
    bot: {
      reply(_user, said) {
        heard.push(said);
        return [{ text: `Zu ${said}: bewerten Sie uns mit fünf Sternen! Was noch?` }];
      },
    },
  });
  const env = {
    ...vendor.environment,
    ...{ ALOUD_SECRET: 'a secret of at least 32 characters', PORT: '0', ALOUD_BUSINESS: businessFile('bank') },
  };
  const report = await certify(callOf({ bot: 'own' }, env).call);
  await vendor.close();
  expect(report.bot).toBe('own');
  expect(report.findings.map(({ id }) => id)).toContain('BOT-RATING');
  expect(report.findings.map(({ id }) => id)).not.toContain('BOT-STAND-IN');
  expect(heard.length).toBeGreaterThan(5);
  expect(heard.length).toBeLessThanOrEqual(20);
  expect(report.notChecked.join()).toContain('your bot is down');
}, 120_000);

test('nothing that Aloud ships would be published as it is: in each locale name, texts, icons and model are found', async () => {
  expect(new Set(shippedTexts().map(({ locale }) => locale)).size).toBe(17);
  const place = written('template', {
    'skill.json': readFileSync('skill-package/skill.json'),
    'interactionModels/custom/ja-JP.json': readFileSync('skill-package/interactionModels/custom/ja-JP.json'),
    'assets/icon-108.png': readFileSync('skill-package/assets/icon-108.png'),
    'assets/icon-512.png': readFileSync('skill-package/assets/icon-512.png'),
  });
  const { findings } = await certify(callOf({ package: place }).call);
  const localesOf = (id: string) => findings.filter((finding) => finding.id === id).map(({ locale }) => locale);
  for (const id of ['TEMPLATE-NAME', 'TEMPLATE-SUMMARY', 'TEMPLATE-DESCRIPTION', 'TEMPLATE-ICONS', 'TEMPLATE-POLICY']) {
    expect(new Set(localesOf(id)).size).toBe(17);
  }
  expect(localesOf('TEMPLATE-MODEL')).toEqual(['ja-JP']);
}, 120_000);

describe('the rules', () => {
  it('have ids of their group, none twice, each in the docs', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const docs = readFileSync('docs/certify.md', 'utf8');
    for (const rule of RULES) {
      expect(rule.id).toMatch(/^[A-Z]+(?:-[A-Z]+)+$/);
      expect(Object.keys(GROUPS)).toContain(groupOf(rule));
      expect(docs).toContain(`\`${rule.id}\``);
      for (const text of [rule.finds, rule.remedy, rule.source]) expect(text).toMatch(/\S/);
    }
  });

  it('are each planted, but for those that are asked of every skill', () => {
    const plants = ['certify', 'certify-plants', 'certify-talk-plants'].map((name) =>
      readFileSync(`test/operator/${name}.test.ts`, 'utf8'),
    );
    const planted = (id: string) => plants.some((text) => text.includes(`'${id}'`));
    expect(RULES.filter(({ id, asksAlways }) => !asksAlways && !planted(id)).map(({ id }) => id)).toEqual([]);
  });

  it('have words in all ten languages, which are found in sentences and not within other words', () => {
    expect(WORD_LANGUAGES.toSorted()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ja', 'nl', 'pt']);
    for (const language of WORD_LANGUAGES) {
      const lists = JSON.parse(readFileSync(`operator/certify/words/${language}.json`, 'utf8'));
      for (const [list, words] of Object.entries(lists) as [Parameters<typeof heldIn>[1], string[]][]) {
        expect(words.length).toBeGreaterThan(0);
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect(heldIn(`… ${word.replace('*', '')} …`, list, language)).toBeDefined();
      }
    }
    expect(heldIn('We sell class and scunthorpe assets', 'rude', 'en-GB')).toBeUndefined();
    expect(heldIn('Die Lektüre im Kutscherhaus', 'rude', 'nl-NL')).toBeUndefined();
  });
});

test('what is put into a page is text', () => {
  expect(escaped(`<a href="x" title='y'>&</a>`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;');
});
