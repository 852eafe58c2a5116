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
