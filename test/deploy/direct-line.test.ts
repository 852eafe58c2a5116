/** A real bot of botbuilder behind Direct Line, in front of it a skill that knows it by examples/direct-line alone. It installs botbuilder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { startDirectLine as Start } from '../../examples/direct-line/service';
import { loadModule } from '../../lambda/app/own/module';
import { run } from '../../operator/converse';
import { createScreen } from '../../operator/screen';

jest.setTimeout(300_000);

const root = join(__dirname, '../..');
const example = join(root, 'examples/direct-line');
const service = join(example, 'service.js');
const { startDirectLine } = loadModule(service, service) as { readonly startDirectLine: typeof Start };

const folder = mkdtempSync(join(tmpdir(), 'aloud-direct-line-'));
let bot: ChildProcess;
let botUrl: string;

beforeAll(async () => {
  cpSync(join(example, 'bot'), folder, { recursive: true });
  const installed = spawn('npm ci --ignore-scripts --no-audit --no-fund', {
    cwd: folder,
    shell: true,
    stdio: 'inherit',
  });
  expect(await once(installed, 'exit')).toEqual([0, null]);
  bot = spawn(process.execPath, ['bot.js'], {
    cwd: folder,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!bot.stdout) throw new Error('The bot has no output');
  const [line] = await once(createInterface(bot.stdout), 'line');
  botUrl = `http://127.0.0.1:${/\d+$/.exec(line)?.[0]}/api/messages`;
});

afterAll(() => {
  bot?.kill();
  rmSync(folder, { recursive: true });
});

test('it is greeted, offers choices, knows its users, and says later what is ready', async () => {
  const directLine = await startDirectLine(async (activity) => {
    const { ok } = await fetch(botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    if (!ok) throw new Error('The bot has not taken it');
  });
  const said: string[] = [];
  const screen = { ...createScreen(process), print: (text: string) => void said.push(text) };
  const env = {
    ...process.env,
    ALOUD_PLATFORM: join(example, 'direct-line.js'),
    ALOUD_SECRET: 'a'.repeat(32),
    DIRECT_LINE_URL: directLine.url,
    DIRECT_LINE_SECRET: directLine.secret,
  };
  try {
    const words = [join(example, 'bot/conversation.yaml')];
    const exit = await run({ words, options: { bot: 'own' }, env, screen, root });
    expect({ exit, said: said.join('\n') }).toEqual({
      exit: 0,
      said: expect.stringContaining('1 of 1 went as written'),
    });
  } finally {
    await directLine.server.close();
  }
});
