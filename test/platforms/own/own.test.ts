import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../lambda/app/config';
import type { Platform } from '../../../lambda/conversation/ports/platform';
import { AloudError } from '../../../lambda/errors';
import { guard } from '../../../lambda/platforms/own/guard';
import { isPath, namedBy } from '../../../lambda/platforms/own/name';
import { at, parsePath } from '../../../lambda/platforms/plain/path';
import { NO_TELEMETRY } from '../../../lambda/telemetry/telemetry';

const folder = mkdtempSync(join(tmpdir(), 'aloud-own-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SKILL = { ALOUD_SKILL_ID: 'amzn1.ask.skill.own', ALOUD_SECRET: 'x'.repeat(32) };

/** What a start says with a bot of this content, in a file of this name. */
function fault(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  try {
    loadConfig({ ...SKILL, ALOUD_PLATFORM: file });
    return 'no fault';
  } catch (error) {
    const { code, message } = error as AloudError;
    return `${code} ${message.replaceAll(folder, '')}`;
  }
}

test('a description that is wrong is told by file and line, all of it', () => {
  const said = fault('wrong.yaml', 'title: Bot\nrequest:\n  urll: https://a.example\n  body: "{{words}}"\nreply: {}\n');
  expect(said).toContain('ALOUD_BOT_UNREADABLE ALOUD_PLATFORM /wrong.yaml:2: request.url: is missing');
  expect(said).toContain('/wrong.yaml:3: request.urll: is no field of a description of a bot: did you mean url?');
  expect(said).toContain('/wrong.yaml:4: request.body: has no value for {{words}}');
});

test("a description is told none of Aloud's own settings", () => {
  const url = `title: Bot\nrequest: { url: "https://a.example/\${ALOUD_SECRET}" }\nreply: {}\n`;
  expect(fault('greedy.yaml', url)).toContain('which is not for a bot');
});

test('the settings of a description are asked for as those of any platform', () => {
  const content = `title: Bot\nrequest: { url: "\${MY_BOT_URL}/talk", body: "{{text}}" }\nreply: {}\n`;
  expect(fault('asks.yaml', content)).toContain('ALOUD_CONFIG_INVALID MY_BOT_URL is missing');
});

test.each([
  ['empty.js', 'module.exports = {};', 'it exports no definition'],
  ['throws.js', 'throw new TypeError("secret");', 'it throws while it is loaded: TypeError'],
  ['broken.js', 'const = 1;', 'line 1: '],
  ['lacks.js', 'require("no-such-package-of-anybody");', 'line 1: Could not resolve "no-such-package-of-anybody"'],
  ['bot.txt', '', 'it must be .js, .mjs, .cjs, .ts, .yaml, .yml, .json'],
])('%s is one coded error, without a stack', (name, content, what) => {
  const said = fault(name, content);
  expect(said).toContain(`ALOUD_BOT_UNREADABLE ALOUD_PLATFORM /${name}: ${what}`);
  expect(said).not.toMatch(/secret|\n\s+at /);
});

test('a file that is not there is told', () => {
  expect(() => loadConfig({ ...SKILL, ALOUD_PLATFORM: './no-such-bot.js' })).toThrow(
    'ALOUD_PLATFORM ./no-such-bot.js: there is no such file',
  );
});

test.each(['js', 'ts'])('a module in .%s is a platform, by the name of its file', (kind) => {
  const file = join(folder, `My Bot.${kind}`);
  writeFileSync(
    file,
    `import { anyText, definePlatform } from 'aloud';
    const settings = { key: { name: 'MY_BOT_KEY', schema: anyText, doc: 'Its key.', required: true } };
    export default definePlatform('My bot', settings, ({ name }) => ({
      name, open: async () => ({}), send: async () => { throw new Error('secret words'); },
      receive: () => ({ refused: 'malformed' }), close: async () => {},
    }));`,
  );
  const [{ platform }] = loadConfig({ ...SKILL, ALOUD_PLATFORM: file, MY_BOT_KEY: 'k' }).skills;
  expect(platform).toMatchObject({ name: 'my-bot', values: { key: 'k' }, definition: { title: 'My bot' } });
});

test('no file takes the name of a platform', () => {
  expect(namedBy('./botdistrikt.js', ['botdistrikt']).name).toBe('own-botdistrikt');
  expect(isPath('botdistrikt')).toBe(false);
});

test('a path leads to all that it names', () => {
  const answer = { out: [{ text: 'a' }, { other: 1 }, { text: 'b' }], 'a name': { 0: 'c' } };
  const found = (path: string) => at(answer, parsePath(path) ?? { steps: ['nothing'] });
  expect(found('out[*].text')).toEqual(['a', 'b']);
  expect(found('$.out[2].text')).toEqual(['b']);
  expect(found("['a name'].*")).toEqual(['c']);
  expect(['', 'a..b', 'a[?(@.b)]', 'a['].map(parsePath)).toEqual([undefined, undefined, undefined, undefined]);
});

/** A module whose `send` does this. */
function misbehaving(send: () => unknown): Platform {
  const platform = {
    ...{ name: 'x', open: async () => ({}), send, receive: () => 'nonsense', close: async () => {} },
  } as unknown as Platform;
  return guard(platform, { name: 'my-bot', file: './my-bot.js', telemetry: NO_TELEMETRY });
}

const ask = (platform: Platform, signal = AbortSignal.timeout(2000)) =>
  platform.send({}, { kind: 'text', text: 'private' }, signal).catch((error: unknown) => error);

test.each([
  [
    'throws',
    () => {
      throw new TypeError('private');
    },
  ],
  [
    'rejects',
    async () => {
      throw 'private';
    },
  ],
  ['returns nothing', async () => undefined],
  ['returns nonsense', async () => ({ thread: {}, messages: [{ text: 'private' }], pending: false })],
])('a module that %s is a coded error that holds nothing of it', async (_how, send) => {
  const error = await ask(misbehaving(send));
  expect(error).toBeInstanceOf(AloudError);
  expect(error).toMatchObject({ code: 'ALOUD_BOT_MISBEHAVED', message: expect.stringContaining('my-bot send: ') });
  expect((error as AloudError).message).not.toContain('private');
});

test('a module that never ends is left at the deadline', async () => {
  const error = await ask(
    misbehaving(() => new Promise(() => {})),
    AbortSignal.timeout(20),
  );
  expect(error).toMatchObject({ code: 'ALOUD_PLATFORM_TIMEOUT' });
});

test('a webhook that a module reads as nonsense is refused', () => {
  const request = { method: 'POST', headers: {}, query: new URLSearchParams(), body: '{}' } as const;
  expect(misbehaving(() => undefined).receive(request)).toEqual({ refused: 'malformed' });
});
