import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createScreen } from '../../operator/screen';
import { screenOfTest } from '../support/screen';

const ESCAPE = '\u001b';

test('a pipe gets plain lines, without colours or progress', () => {
  const { screen, out, err } = screenOfTest();
  screen.progress('Looking');
  screen.print(screen.style('red', 'found'));
  screen.note('by the way');
  expect([out(), err()]).toEqual(['found\n', 'by the way\n']);
  expect(screen.isInteractive).toBe(false);
});

test('a terminal gets colours, and progress that makes room for what is said', () => {
  const { screen, out, err } = screenOfTest(true);
  screen.progress('Looking');
  screen.print(screen.style('red', 'found'));
  expect(out()).toBe(`${ESCAPE}[31mfound${ESCAPE}[39m\n`);
  expect(err()).toMatch(/Looking ….*\r.*K$/s);
  expect(screen.isInteractive).toBe(true);
});

test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('a terminal may be plain: %j', (env) => {
  const lines: string[] = [];
  const stream = { isTTY: true, write: (text: string) => lines.push(text) };
  const screen = createScreen({ stdin: stream, stdout: stream, stderr: stream, env });
  screen.print(screen.style('red', 'found'));
  expect(lines).toEqual(['found\n']);
});

test('nobody is asked in CI, though it may have a terminal', () => {
  const stream = { isTTY: true, write: () => undefined };
  expect(createScreen({ stdin: stream, stdout: stream, stderr: stream, env: { CI: 'true' } }).isInteractive).toBe(
    false,
  );
});

/** A screen on a pipe that fails at whatever is written. */
function brokenScreen(code: string) {
  const stream = new Writable({ write: (_text, _encoding, done) => done(Object.assign(new Error(code), { code })) });
  return { stream, screen: createScreen({ stdin: {}, stdout: stream, stderr: stream, env: {} }) };
}

test('a command goes on where nobody reads any more what it says', async () => {
  const { screen } = brokenScreen('EPIPE');
  for (const say of [screen.print, screen.print, screen.note]) {
    say('one more line');
    await nextTurn();
  }
});

test('what else is wrong with where it says it is no less a fault', () => {
  const { stream } = brokenScreen('ENOSPC');
  expect(() => stream.emit('error', Object.assign(new Error('disk full'), { code: 'ENOSPC' }))).toThrow('disk full');
});
