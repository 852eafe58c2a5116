import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monthOf } from '../../lambda/conversation/visit';
import { openSqlite } from '../../lambda/store/sqlite';
import { SECRET as DEMO_SECRET } from '../../simulator/demo/secret';
import { aloudInTerminal, type Checkout, installed } from '../support/pty';

const SECRET = 'a secret of at least 32 characters';

let checkout: Checkout;
beforeAll(async () => {
  checkout = installed();
  mkdirSync(join(checkout.root, 'data'));
  const store = openSqlite(join(checkout.root, 'data/aloud.db'), { secret: SECRET });
  await store.count({ month: monthOf(Date.now()), skill: 'default' }, { turns: 7, people: 3 });
  await store.count({ month: '2026-10', skill: 'default' }, { turns: 12_345, people: 40, 'error:ALOUD_INTERNAL': 1 });
  await store.keepUnmatched('default', [{ said: 'the zebra', offered: ['Lion'], outcome: 'sent' }], 5);
  await store.close();
  const settings = {
    ...{ ALOUD_PLATFORM: 'botdistrikt', ALOUD_SKILL_ID: 'amzn1.ask.skill.1', ALOUD_SECRET: SECRET },
    ...{ BOTDISTRIKT_WEBCHAT_APP_ID: '11', BOTDISTRIKT_DOMAIN: 'bluebell.example.com', ALOUD_UNMATCHED_DAYS: '5' },
  };
  writeFileSync(
    join(checkout.root, '.env'),
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
});
afterAll(() => checkout.remove());

/** The command lines of docs/report.md, as an operator types them. */
const DOCUMENTED = [
  ...readFileSync(join(__dirname, '../../docs/report.md'), 'utf8').matchAll(/^npx aloud (report.*)$/gm),
].map(([, line = '']) => line);

test('the docs show command lines', () => {
  expect(DOCUMENTED.length).toBeGreaterThan(5);
});

test.each(DOCUMENTED)('aloud %s', async (line) => {
  const terminal = aloudInTerminal(checkout, line.split(' '));
  expect(await terminal.ended()).toBe(0);
  const shown = terminal.shown();
  expect(shown).not.toContain(SECRET);
  if (line.includes('--out')) {
    expect(shown).toContain('october.html');
    expect(readFileSync(join(checkout.root, 'october.html'), 'utf8')).toContain('12,345');
  } else if (line.includes('--unmatched')) expect(shown).toContain('the zebra');
  else if (line.includes('2026-10')) expect(shown).toContain('12,345');
  else expect(shown).toContain('7');
});

describe('without a platform', () => {
  let demo: Checkout;
  beforeAll(() => {
    demo = installed();
  });
  afterAll(() => demo.remove());

  test('it says that the demo has not run yet, then what was counted there', async () => {
    const none = aloudInTerminal(demo, ['report']);
    expect(await none.ended()).toBe(1);
    expect(none.shown()).toContain('npx aloud start');
    mkdirSync(join(demo.root, 'data'));
    const store = openSqlite(join(demo.root, 'data/demo.klaunch.db'), { secret: DEMO_SECRET });
    await store.count({ month: '2026-10', skill: 'default' }, { turns: 23 });
    await store.close();
    const some = aloudInTerminal(demo, ['report', '--month', '2026-10']);
    expect(await some.ended()).toBe(0);
    expect(some.shown()).toContain('simulated');
    expect(some.shown()).toContain('How Demo (klaunch) was used on Alexa · October 2026');
    expect(some.shown()).toContain('23');
  });
});
