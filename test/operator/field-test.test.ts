import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '../../operator/field-test';
import { changesIn, findingsOf, findingsPage } from '../../operator/field-test/findings';
import { fixtureOf } from '../../operator/field-test/fixtures';
import { holdSteps } from '../../operator/field-test/hold';
import { createPerson } from '../../operator/field-test/person';
import { checkReach } from '../../operator/field-test/reach';
import type { Seen } from '../../operator/field-test/seen';
import type { Evidence } from '../../operator/field-test/step';
import { STEPS } from '../../operator/field-test/steps';
import { createWatcher } from '../../operator/field-test/watcher';
import { read } from '../../operator/main';
import { screenOfTest } from '../support/screen';

const TIME = '2026-11-30T03:00:00Z';

interface Made {
  readonly type?: string;
  readonly intent?: string;
  readonly words?: string;
  readonly reason?: string;
  readonly isNew?: boolean;
  readonly person?: boolean;
  readonly screen?: boolean;
  readonly card?: string;
  readonly late?: number;
}

function seen({
  type = 'IntentRequest',
  intent,
  words,
  reason,
  isNew = false,
  person,
  screen,
  card,
  late = 100,
}: Made): Seen {
  return {
    at: Date.parse(TIME) + late,
    ms: 300,
    envelope: {
      session: { new: isNew, attributes: { said: 'Wilhelmina' } },
      context: {
        System: {
          user: { userId: 'amzn1.ask.account.AEXAMPLE123' },
          device: { supportedInterfaces: screen ? { 'Alexa.Presentation.APL': {} } : {} },
          ...(person && { person: { personId: 'amzn1.ask.person.X' } }),
        },
      },
      request: {
        ...{ type, timestamp: TIME, reason, locale: 'en-US' },
        ...(intent && {
          intent: { name: intent, slots: words === undefined ? {} : { query: { name: 'query', value: words } } },
        }),
      },
    },
    response: {
      response: { outputSpeech: { ssml: '<speak>Hello Wilhelmina</speak>' }, ...(card && { card: { type: card } }) },
    },
  };
}

const YES = seen({ intent: 'AMAZON.YesIntent' });
const NO = seen({ intent: 'AMAZON.NoIntent' });
const WORDS = seen({ intent: 'ChatIntent', words: 'seven' });
const NEW_WORDS = seen({ intent: 'ChatIntent', words: 'where can I park', isNew: true });
const EMPTY = seen({ intent: 'ChatIntent' });
const FALLBACK = seen({ intent: 'AMAZON.FallbackIntent' });
const LAUNCH = seen({ type: 'LaunchRequest', isNew: true });
const CANCEL = seen({ intent: 'AMAZON.CancelIntent' });
const STOP = seen({ intent: 'AMAZON.StopIntent' });
const EXIT = seen({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' });
const SILENT = seen({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
const BROKEN = seen({ type: 'SessionEndedRequest', reason: 'ERROR' });
const [DISABLED, ENABLED, SUBSCRIBED] = ['SkillDisabled', 'SkillEnabled', 'ProactiveSubscriptionChanged'].map((name) =>
  seen({ type: `AlexaSkillEvent.${name}` }),
) as [Seen, Seen, Seen];
const CARD = seen({ intent: 'ChatIntent', words: 'x', card: 'AskForPermissionsConsent' });

/** For each step what holds, and what a device may do otherwise: planted here, as no device is at hand. */
const CASES: Readonly<Record<string, { held: readonly Partial<Evidence>[]; differs: readonly Partial<Evidence>[] }>> = {
  launch: { held: [{ seen: [LAUNCH] }], differs: [{ seen: [] }, { seen: [WORDS] }] },
  'free-words': { held: [{ seen: [LAUNCH, WORDS] }], differs: [{ seen: [EMPTY] }, { seen: [FALLBACK] }, { seen: [] }] },
  yes: { held: [{ seen: [YES] }, { seen: [WORDS] }], differs: [{ seen: [FALLBACK] }, { seen: [] }, { seen: [EMPTY] }] },
  no: { held: [{ seen: [NO] }, { seen: [WORDS] }], differs: [{ seen: [YES] }, { seen: [] }] },
  fallback: {
    held: [{ seen: [] }, { seen: [LAUNCH] }, { seen: [FALLBACK] }, { seen: [WORDS] }],
    differs: [{ seen: [YES] }],
  },
  number: { held: [{ seen: [WORDS] }], differs: [{ seen: [EMPTY] }, { seen: [] }] },
  time: { held: [{ seen: [WORDS] }], differs: [{ seen: [FALLBACK] }] },
  pause: { held: [{ seen: [WORDS], answer: true }], differs: [{ seen: [WORDS], answer: false }] },
  cancel: { held: [{ seen: [CANCEL] }, { seen: [WORDS] }], differs: [{ seen: [EXIT] }, { seen: [] }] },
  stop: { held: [{ seen: [STOP] }], differs: [{ seen: [WORDS] }, { seen: [EXIT] }] },
  exit: { held: [{ seen: [EXIT] }], differs: [{ seen: [WORDS] }, { seen: [BROKEN] }] },
  silence: { held: [{ seen: [LAUNCH, SILENT], waitedMs: 17_000 }], differs: [{ seen: [LAUNCH] }, { seen: [BROKEN] }] },
  'one-shot': { held: [{ seen: [NEW_WORDS] }], differs: [{ seen: [LAUNCH] }, { seen: [] }, { seen: [WORDS] }] },
  'name-and-request': {
    held: [{ seen: [NEW_WORDS] }, { seen: [LAUNCH] }],
    differs: [{ seen: [] }, { seen: [FALLBACK] }],
  },
  progressive: { held: [{ seen: [WORDS], answer: true }], differs: [{ seen: [WORDS], answer: false }] },
  limit: { held: [{ seen: [WORDS], answer: true }], differs: [{ seen: [WORDS], answer: false }] },
  events: { held: [{ seen: [DISABLED, ENABLED] }], differs: [{ seen: [] }, { seen: [ENABLED] }] },
  'permission-card': { held: [{ seen: [CARD], answer: true }], differs: [{ seen: [CARD], answer: false }] },
  subscription: { held: [{ seen: [SUBSCRIBED] }], differs: [{ seen: [] }, { seen: [ENABLED] }] },
  notification: { held: [{ answer: true }], differs: [{ answer: false }] },
  person: { held: [{ seen: [WORDS, seen({ type: 'LaunchRequest', person: true })] }], differs: [{ seen: [WORDS] }] },
  delay: {
    held: [{ seen: [WORDS, LAUNCH] }],
    differs: [
      { seen: [WORDS, seen({ type: 'LaunchRequest', late: 4000 })] },
      { seen: [seen({ intent: 'X', late: -5000 })] },
    ],
  },
};

describe.each(STEPS)('$id', (step) => {
  const cases = CASES[step.id] ?? { held: [], differs: [] };
  const judge = (evidence: Partial<Evidence>) => step.judge({ seen: [], waitedMs: 0, ...evidence });

  it('is judged by what came, and what differs is seen', () => {
    expect(cases.held.length * cases.differs.length).toBeGreaterThan(0);
    for (const evidence of cases.held) expect(judge(evidence).verdict).toBe('held');
    for (const evidence of cases.differs) expect(judge(evidence).verdict).toBe('differs');
  });

  it('says what to change, and never a word that was said', () => {
    expect(step.change.length * step.fact.length * step.source.length).toBeGreaterThan(0);
    for (const evidence of [...cases.held, ...cases.differs])
      expect(judge(evidence).observed).not.toMatch(/seven|park/);
  });

  it('is unclear where only a person could tell and nobody does', () => {
    if (step.question) expect(judge({ seen: [CARD] }).verdict).toBe('unclear');
  });
});

test('of a screen the end of a silent session is told as such', () => {
  const silence = STEPS.find(({ id }) => id === 'silence');
  const onScreen = seen({ type: 'LaunchRequest', screen: true });
  expect(silence?.judge({ seen: [onScreen], waitedMs: 0 }).observed).toContain('on a screen: no end was told');
});

test('fixtures hold no id, no word and no attribute', () => {
  const text = JSON.stringify(fixtureOf([NEW_WORDS, CARD], 'salt'));
  expect(text).not.toMatch(/AEXAMPLE123|park|Wilhelmina|attributes/);
  expect(text).toContain('"ssml":"<speak>Xxxxx Xxxxxxxxxx</speak>"');
  expect(text).toContain('ChatIntent');
});

test('findings tell what to change of what differs alone', () => {
  const found = [
    { id: 'yes', verdict: 'held', observed: 'as words in the slot', requests: [WORDS] },
    { id: 'events', verdict: 'differs', observed: 'no event', requests: [] },
  ] as const;
  const all = findingsOf(found, { at: TIME, simulated: false, locale: 'en-US', steps: STEPS });
  expect(changesIn(all)).toEqual([expect.stringContaining('deploy on AWS')]);
  expect(all.left).toHaveLength(STEPS.length - 2);
  expect(findingsPage(all)).toContain('## What to change');
});

/** Holds steps with a person who types these lines, each when this is on the screen. */
async function holdWith(ids: readonly string[], talk: readonly (readonly [when: string, type: string | Seen])[]) {
  const input = new PassThrough();
  const { screen, out } = screenOfTest();
  const watcher = createWatcher();
  const left = [...talk];
  const print = (text: string) => {
    screen.print(text);
    const [next] = left;
    if (!next || !text.includes(next[0])) return;
    left.shift();
    const [, act] = next;
    if (typeof act === 'string') input.write(`${act}\n`);
    else setImmediate(() => void watcher.observe({ ...act, json: JSON.stringify(act.response) }));
  };
  const person = createPerson(input, { ...screen, print }, 'bluebell dental', 'en-US');
  const steps = STEPS.filter(({ id }) => ids.includes(id)).map((step) => ({ ...step, holdMs: 0 }));
  const found = await holdSteps(steps, { watcher, holder: person, now: () => Date.parse(TIME) });
  person.close();
  return { found, out: out(), left };
}

test('a person is led through: a request ends a step, a question is asked, keys skip and repeat', async () => {
  const { found, out, left } = await holdWith(
    ['free-words', 'yes', 'pause', 'stop'],
    [
      ['1/4', WORDS],
      ['2/4', 'r'],
      ['2/4', 's'],
      ['3/4', WORDS],
      ['behind the pause?', 'n'],
      ['4/4', 'q'],
    ],
  );
  expect(left).toEqual([]);
  expect(found.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['free-words', 'held'],
    ['pause', 'differs'],
  ]);
  expect(out).toContain('Say: “where can I park my car”');
});

test('where nothing comes in time it is said kindly, and may be waited on', async () => {
  const input = new PassThrough();
  const { screen, out } = screenOfTest();
  const watcher = createWatcher();
  const person = createPerson(input, screen, 'x', 'de-DE');
  const steps = STEPS.filter(({ id }) => id === 'yes').map((step) => ({ ...step, seconds: 0.05 }));
  const holding = holdSteps(steps, { watcher, holder: person, now: Date.now });
  input.write('');
  setTimeout(() => input.write('r\n'), 150);
  setTimeout(() => input.write('d\n'), 300);
  const found = await holding;
  person.close();
  expect(found).toMatchObject([{ id: 'yes', verdict: 'differs', observed: 'nothing came' }]);
  expect(out()).toContain('Take your time');
  expect(out()).toContain('(in your language)');
});

describe('the way to this machine', () => {
  const serve = async (status: number, text: string) => {
    const server = createServer((_request, response) => void response.writeHead(status).end(text));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
  };

  it.each([
    [200, 'word', undefined],
    [200, 'other', 'somebody else answers'],
    [502, 'word', 'HTTP 502'],
  ])('HTTP %d, %s: %s', async (status, text, problem) => {
    const { url, close } = await serve(status, text);
    const checked = checkReach(url, '/x', 'word');
    if (problem) await expect(checked).rejects.toThrow(problem);
    else await checked;
    close();
  });

  it('that leads nowhere is told', async () => {
    await expect(checkReach('http://127.0.0.1:9', '/x', 'word')).rejects.toThrow('ALOUD_PUBLIC_URL');
  });
});

describe('the command', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aloud-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function aloud(...args: string[]) {
    const { screen, out, err } = screenOfTest();
    const typed = read(['field-test', ...args], screen);
    if ('exit' in typed) return { exit: typed.exit, out: out(), err: err() };
    const { words, options } = typed;
    const exit = await run({ words, options, env: {}, screen, root: folder });
    return { exit, out: out(), err: err() };
  }

  it('lists the steps, and refuses one that there is not', async () => {
    expect((await aloud('--list')).out).toContain('permission-card');
    expect(JSON.parse((await aloud('--list', '--json')).out)).toHaveLength(STEPS.length);
    expect(await aloud('--steps', 'yes,noo')).toMatchObject({ exit: 2, err: expect.stringContaining('noo') });
    expect(await aloud()).toMatchObject({ exit: 2, err: expect.stringContaining('--simulate') });
  });

  it('is held by the simulated Echo, offline, and leaves findings for its owner only', async () => {
    const { exit, out, err } = await aloud('--simulate', '--json');
    expect(err).toContain('says nothing of a real Echo');
    const all = JSON.parse(out);
    expect(all.findings.filter(({ verdict }: { verdict: string }) => verdict === 'differs')).toEqual([]);
    expect(all.left).toEqual(['person']);
    expect(exit).toBe(0);
    const made = join(folder, 'data/field-test');
    expect(statSync(made).mode & 0o777).toBe(0o700);
    expect(statSync(join(made, 'findings.md')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(made, 'fixtures'))).toContain('yes.json');
    expect(readFileSync(join(made, 'fixtures/free-words.json'), 'utf8')).not.toMatch(/park|FIELD/);
  });
});
