import { setTimeout as delay } from 'node:timers/promises';
import { createPki } from '../simulator/pki';
import { type Memory, startChild } from './child';
import { count, machine, median, quantile, table } from './figures';
import type { Options } from './main';
import { startPace } from './pace';
import { openLine } from './traffic';
import { runWave, type Wave } from './wave';

const WARM_UP_MS = 3000;
const ALEXA_MS = 8000;

/**
 * What it costs that a thousand users, or as many as `--users` says, wait for a bot that thinks for a minute: whether all are answered within the budget
 * of a turn, what it takes of memory, how other users fare whose bot answers at once, and whether everybody hears their
 * own late answer, once, when they ask again. The whole server with signatures and a database on disk; it, the vendor and
 * Amazon's Directive service are processes of their own.
 *
 * @throws when a late answer was lost, or heard again
 */
export async function benchWaiting({ users: number = 1000 }: Options): Promise<void> {
  const waves = count('BENCH_WAVES', 3);
  const budgetMs = count('BENCH_BUDGET_MS', 6500);
  const answerMs = count('BENCH_ANSWER_MS', 60_000);
  const arrivalMs = count('BENCH_ARRIVAL_MS', 5000);
  const users = Array.from({ length: number }, (_, user) => `U${user}`);
  const pki = createPki();
  const thinker = await startChild('thinker', { answerMs });
  const directives = await startChild('directives', {});
  const ours = await startChild('ours', {
    rootPem: pki.rootPem,
    chainPem: pki.chainPem,
    environment: {
      ...thinker.environment,
      ALEXA_API_URL: directives.url,
      ALOUD_TURN_BUDGET_MS: String(budgetMs),
    },
  });
  await thinker.ask('sendWebhooksTo', ours.webhookUrl);
  const line = openLine(`${ours.url}/alexa`, users.length);

  const warmUp = startPace(pki, ours.url);
  await delay(WARM_UP_MS);
  await warmUp.stop();
  const done: Wave[] = [];
  for (let wave = 1; wave <= waves; wave++) {
    done.push(await runWave({ pki, ours, thinker, directives, line, users, arrivalMs }, wave));
  }
  await line.close();
  for (const child of [ours, thinker, directives]) child.stop();

  console.log(`waiting: ${machine()}`);
  console.log(
    `${users.length} users ask within ${arrivalMs} ms; the bot answers after ${answerMs} ms, a turn has ${budgetMs} ms`,
  );
  console.log(table(wavesTable(done, budgetMs)));
  console.log('Turns of other users, whose bot answers at once (700 ms of each are to hear whether more comes)');
  console.log(table(othersTable(done, users.length)));
  if (done.some(({ heard }) => heard.once < users.length)) throw new Error('a late answer was lost, or heard again');
}

function wavesTable(waves: readonly Wave[], budgetMs: number): string[][] {
  const row = (name: string, cell: (wave: Wave) => number, digits = 0) => [
    name,
    ...waves.map((wave) => cell(wave).toFixed(digits)),
  ];
  const memory = (name: string, when: keyof Wave['memory'], of: keyof Memory) =>
    row(name, (wave) => wave.memory[when][of] / 1024 / 1024, 1);
  return [
    ['', ...waves.map((_, index) => `wave ${index + 1}`)],
    row('waited at the same time', ({ waitedAtOnce }) => waitedAtOnce),
    row('answered within the budget', ({ answers }) => answers.filter((ms) => ms <= budgetMs).length),
    row('median answer, ms', ({ answers }) => median(answers)),
    row("answered within Alexa's limit", ({ answers }) => answers.filter((ms) => ms <= ALEXA_MS).length),
    row('slowest answer, ms', ({ answers }) => Math.max(...answers)),
    row('late answer heard once', ({ heard }) => heard.once),
    row('  not heard', ({ heard }) => heard.lost),
    row('  heard again', ({ heard }) => heard.again),
    memory('rss, MB: before', 'before', 'rss'),
    memory('  while they wait', 'during', 'rss'),
    memory('  when all are answered', 'answered', 'rss'),
    memory('  when all have heard', 'after', 'rss'),
    memory('heap after gc, MB: before', 'before', 'heapUsed'),
    memory('  while they wait', 'during', 'heapUsed'),
    memory('  when all are answered', 'answered', 'heapUsed'),
    memory('  when all have heard', 'after', 'heapUsed'),
    row('CPU, % of a core: only others', ({ load }) => load.alone * 100),
    row('  while they wait', ({ load }) => load.during * 100),
    row('  other programs', ({ elsewhere }) => elsewhere * 100),
    row('CPU per turn that waited, ms', ({ cpuPerTurn }) => cpuPerTurn, 1),
  ];
}

function othersTable(waves: readonly Wave[], users: number): string[][] {
  const row = (name: string, when: keyof Wave['others']) => {
    const turns = waves.flatMap(({ others }) => others[when]);
    const times = turns.map(({ from, to }) => to - from);
    const figures = times.length > 0 ? [median(times).toFixed(0), quantile(times, 0.95).toFixed(0)] : ['-', '-'];
    return [name, String(turns.length), ...figures, String(turns.filter(({ isLate }) => isLate).length)];
  };
  return [
    ['', 'turns', 'median ms', 'p95 ms', 'late'],
    row('nobody waits', 'alone'),
    row(`${users} wait`, 'during'),
    row(`${users} come or leave`, 'around'),
  ];
}
