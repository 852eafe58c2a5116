import { AloudError } from '../../lambda/errors';
import { COMMANDS } from '../../operator/commands';
import { explain, read } from '../../operator/main';
import { version } from '../../package.json';
import { screenOfTest } from '../support/screen';

const NAMES = COMMANDS.map(({ name }) => name);

test('without a command all are told, with first steps', () => {
  const { screen, out } = screenOfTest();
  expect(read([], screen)).toEqual({ exit: 2 });
  for (const name of NAMES) expect(out()).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  expect(out()).toContain('aloud init');
});

test('--version says the version of the package', () => {
  const { screen, out } = screenOfTest();
  expect(read(['--version'], screen)).toEqual({ exit: 0 });
  expect(out().trim()).toBe(version);
});

test.each(NAMES.filter((name) => name !== 'ask'))('%s tells with --help what it does, in any place', (name) => {
  for (const args of [
    [name, '--help'],
    [name, '-h'],
    ['help', name],
  ]) {
    const { screen, out, err } = screenOfTest();
    expect(read(args, screen)).toEqual({ exit: 0 });
    expect(out()).toContain(`Usage: aloud ${name}`);
    expect(out()).toContain(`aloud ${name}`);
    expect(err()).toBe('');
  }
});

test('every example is a command line that is understood', () => {
  for (const { examples } of COMMANDS) {
    expect(examples.length).toBeGreaterThan(0);
    for (const [line] of examples) {
      const { screen, err } = screenOfTest();
      const words = line.match(/"[^"]*"|\S+/g) ?? [];
      expect(
        read(
          words.map((word) => word.replaceAll('"', '')),
          screen,
        ),
      ).toHaveProperty('name', words[0]);
      expect(err()).toBe('');
    }
  }
});

test.each([
  [['chatt'], 'Did you mean chat?'],
  [['chat', '--platform', 'slack'], 'botdistrikt, voximplant, klaunch, wotnot, chataibot'],
  [['chat', '--plattform', 'wotnot'], '--platform'],
  [['erase'], 'user'],
  [['erase', 'one', 'another'], 'erase'],
  [['webhook', 'klaunch'], 'webhook'],
])('%j is refused with what to do, and an exit code of its own', (args, said) => {
  const { screen, out, err } = screenOfTest();
  expect(read(args, screen)).toEqual({ exit: 2 });
  expect(err()).toContain(said);
  expect(out()).toBe('');
});

test('options are handed on, those that repeat as a list', () => {
  const { screen } = screenOfTest();
  const args = ['init', '--set', 'A=1', '--set', 'B=2', '--locale', 'de-DE', '--force'];
  expect(read(args, screen)).toMatchObject({
    name: 'init',
    options: { set: ['A=1', 'B=2'], locale: ['de-DE'], force: true },
  });
});

test('files are where they were named, wherever the command works', () => {
  const { screen } = screenOfTest();
  const there = (named: string) => `there/${named}`;
  expect(
    read(['converse', 'a.yaml', 'b.yaml', '--junit', 'c.xml', '--platform', 'wotnot'], screen, there),
  ).toMatchObject({
    words: ['there/a.yaml', 'there/b.yaml'],
    options: { junit: 'there/c.xml', platform: ['wotnot'] },
  });
});

test('what is for the ASK CLI is handed on as it is', () => {
  const { screen } = screenOfTest();
  expect(read(['ask', 'smapi', '--help', '-p', 'x'], screen)).toMatchObject({ words: ['smapi', '--help', '-p', 'x'] });
});

test('a fault is told by code, message and hint; never by a stack', () => {
  expect(explain(new AloudError('ALOUD_STORE_UNAVAILABLE', 'there is no database'))).toMatch(
    /^ALOUD_STORE_UNAVAILABLE\nthere is no database\n\S/,
  );
  const said = explain(new TypeError('secret'));
  expect(said).toMatch(/^ALOUD_INTERNAL\n/);
  expect(said).not.toMatch(/secret|\n\s+at /);
});
