import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PLATFORM_NAMES } from '../../lambda/platforms';
import { isHeard, isPartHeard, wordingsIn } from '../../operator/converse/pattern';
import { readConversations } from '../../operator/converse/read';
import { asJson, asJunit, told } from '../../operator/converse/report';
import { createTheatre, type Held, type Theatre } from '../../operator/converse/run';
import { update } from '../../operator/converse/update';
import { OperatorProblem } from '../../operator/problem';
import { demoSpoken } from '../../simulator/demo/business';
import { createRecorder } from '../../simulator/echo/recorder';
import { projectRoot } from '../../simulator/root';
import { testPki } from '../support/pki';
import { screenOfTest } from '../support/screen';

let folder: string;
let theatre: Theatre;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-converse-'));
  theatre = createTheatre({ spoken: demoSpoken(), env: {}, locale: 'en-US', pki: testPki() });
});
afterAll(async () => {
  await theatre.close();
  rmSync(folder, { recursive: true });
});

/** A file with these steps, after the skill was opened. */
function fileOf(steps: string, head = ''): string {
  const path = join(folder, 'conversation.yaml');
  // Where the bot says what is written, it has to greet as well.
  const opening = /^ +bot: /m.test(steps) ? '{ open: true, bot: Welcome. }' : 'open: true';
  writeFileSync(path, `${head}steps:\n  - ${opening}\n${steps.replace(/^/gm, '  ').trimEnd()}\n`);
  return path;
}

async function held(steps: string, head = ''): Promise<Held> {
  const [conversation] = readConversations(fileOf(steps, head)).conversations;
  if (!conversation) throw new Error('no conversation');
  return theatre.hold(conversation, conversation.platforms?.[0] ?? 'botdistrikt');
}

/** What differs, by line and field. */
async function differing(steps: string, head = ''): Promise<string[]> {
  const { steps: all } = await held(steps, head);
  return all.flatMap(({ line, differences }) => differences.map(({ what }) => `${line} ${what}`));
}

describe('what is heard', () => {
  const wordings = wordingsIn({
    question: { more: ['More?'] },
    goodbye: ['Bye!'],
    welcome: ['Hi.'],
    welcome_named: ['Hi, {{name}}.'],
  });

  test.each([
    ['Which day?', 'Which day?', true],
    ['Which day?', 'Which day? Monday?', false],
    ['Which day? …', 'Which day? Monday?', true],
    ['… {more}', 'Done. More?', true],
    ['{goodbye}', 'Bye!', true],
    ['{welcome} …', 'Hi, Anne. Who is it?', true],
    ['/mon|tues/i', 'on Tuesday', true],
    ['/^mon/', 'Monday', false],
    ['on\n  Monday', 'on Monday', true],
  ])('%j is %j: %s', (written, heard, is) => expect(isHeard(written, heard, wordings)).toBe(is));

  test.each([
    ['monday', 'On Monday.', true],
    ['mon', 'On Monday.', false],
    ['*', 'a * b', true],
    ['時', '9時です', true],
  ])('%j is a part of %j: %s', (written, heard, is) => expect(isPartHeard(written, heard, wordings)).toBe(is));

  test('any text is heard as itself', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !/[{}…]|^\s*\//.test(value));
    fc.assert(fc.property(text, (value) => isHeard(value, value, wordings)));
  });

  test('a phrase that there is not is told', () => {
    expect(() => isHeard('{no-such}', '', wordings)).toThrow(OperatorProblem);
  });
});

describe('a file is read', () => {
  test.each([
    ['- say: [', /^.+:4: /],
    ['- say: hello\n  here: Hi', /^.+:3: .*"here"/],
    ['- hear: Hi', /^.+:3: does exactly one of .*none of them/],
    ['- say: hello\n  intent: AMAZON.StopIntent', /:3: does exactly one of .*say and intent/],
    ['- say: hello\n  within: soon', /:4: within: is a time like 500ms or 2s/],
    ['- say: hello\n  called: { slack: { call: send, body: {} } }', /:4: /],
  ])('%j is refused with its line', (steps, line) => {
    expect(() => readConversations(fileOf(steps))).toThrow(line);
  });

  test('that there is not', () => {
    expect(() => readConversations(join(folder, 'none.yaml'))).toThrow('none.yaml: cannot be read');
  });
});

describe('a conversation goes as written, or the step that does not is named', () => {
  test('scripted answers, what is sent, and how it ends', async () => {
    const steps = `
- say: book a table
  bot: Which day? [Monday] [Tuesday]
  sent: book a table
  hear: "Which day: Monday or Tuesday?"
  reprompt: "…Monday or Tuesday?"
  asked-back: false
  card: false
  within: 8s
- say: tuesday
  bot: [Tuesday it is., You get a mail.]
  sent: Tuesday
  hear: Tuesday it is. You get a mail. {anything-else}
- say: stop
  sent: []
  hear: "{goodbye}"
  ends: true`;
    for (const platform of PLATFORM_NAMES) expect(await differing(steps, `platforms: [${platform}]\n`)).toEqual([]);
  });

  test.each([
    ['- say: hello\n  hear: Nobody says this', ['3 hear']],
    ['- say: what are your opening hours\n  not-hear: monday', ['3 not-hear']],
    ['- say: hello\n  sent: good morning', ['3 sent']],
    ['- say: hello\n  card: A card', ['3 card']],
    ['- say: hello\n  ends: true', ['3 ends']],
    ['- say: stop\n  hear: "{goodbye}"', ['3 ends']],
    ['- say: hello\n  asked-back: true', ['3 asked-back']],
    ['- say: hello\n  progress: Just a moment', ['3 progress']],
    ['- say: hello\n  within: 0ms', ['3 within']],
    ['- say: hello\n  called: { botdistrikt: { call: send, body: { message: { text: bye } } } }', ['3 called']],
    ['- webhook: { nothing: known }\n  answered: 500', ['3 answered']],
  ])('%j', async (steps, differences) => expect(await differing(steps)).toEqual(differences));

  test('faults, silence, intents, sessions and people', async () => {
    const steps = `
- fault: reset
- say: what are your prices
  hear: I can't get through …
- silence: true
  hear: …
- mumble: true
  hear: …
- intent: AMAZON.HelpIntent
  sent: []
  hear: "{help} …"
- agent: { name: Rosa, says: Your crown is ready. }
  answered: 200
- session: new
  ends: true
- open: true
  hear: "… Rosa says: Your crown is ready. …"
- wait: 10ms
- say: stop
  ends: true`;
    expect(await differing(steps)).toEqual([]);
  });

  test('an answer that comes too late is heard at the next turn', async () => {
    const steps = `
- say: a table please
  bot: Your table is booked.
  late: true
  hear: … {check}
- say: check
  hear: … Your table is booked. {anything-else}`;
    expect(await differing(steps)).toEqual([]);
  });

  test('in the language of the file', async () => {
    const steps =
      '- say: Öffnungszeiten\n  hear: Öffnungszeiten. Montag, …\n- say: stopp\n  hear: "{goodbye}"\n  ends: true';
    expect(await differing(steps, 'locale: de-DE\n')).toEqual([]);
  });
});

describe('what came of it', () => {
  const STEPS = '- say: hello # how people greet\n  hear: Nobody says this\n- say: stop\n  ends: true';

  test('is told with place, expectation and what came', async () => {
    const { screen } = screenOfTest();
    const text = told(await held(STEPS, 'title: A greeting\n'), screen);
    expect(text).toMatch(
      /^FAILS A greeting \(botdistrikt\)\n {2}.+conversation\.yaml:4: hear\n {4}expected: Nobody says this\n {4}came: {5}\S/,
    );
  });

  test('is written for programs and for CI, whatever was said', async () => {
    const all = [await held('- say: hello\n  hear: a <b> & "c" \u0001'), await held('- say: hello')];
    expect(asJson(all).conversations.map(({ good }) => good)).toEqual([false, true]);
    const junit = asJunit(all);
    expect(junit).toContain('tests="2" failures="1"');
    expect(junit).toContain('a &lt;b&gt; &amp; &quot;c&quot; ');
    expect(junit).not.toMatch(/\p{Cc}(?<!\n)|<b>/u);
  });

  test('is written into the file by update, which keeps comments and order', async () => {
    const path = fileOf(STEPS);
    const file = readConversations(path);
    const [conversation] = file.conversations;
    if (!conversation) throw new Error('no conversation');
    expect(update(file, [await theatre.hold(conversation, 'botdistrikt')])).toBe(1);
    expect(readFileSync(path, 'utf8')).toMatch(/say: hello # how people greet\n {4}hear: /);
    const [again] = readConversations(path).conversations;
    if (!again) throw new Error('no conversation');
    const { steps } = await theatre.hold(again, 'botdistrikt');
    expect(steps.flatMap(({ differences }) => differences)).toEqual([]);
  });
});

const EXAMPLES = readFileSync(join(projectRoot(), 'docs/converse.md'), 'utf8').matchAll(/^```yaml\n(.*?)^```/gms);

test.each([...EXAMPLES].map(([, example = '']) => [example]))(
  'the example of the page goes as written:\n%s',
  async (example) => {
    const path = join(folder, 'example.yaml');
    writeFileSync(path, example);
    const [conversation] = readConversations(path).conversations;
    if (!conversation) throw new Error('no conversation');
    const { steps } = await theatre.hold(conversation, 'botdistrikt');
    expect(steps.flatMap(({ differences }) => differences)).toEqual([]);
  },
);

test('a recorded conversation goes as it was recorded', async () => {
  const spoken = await held('- say: book an appointment\n- silence: true\n- agent: Hello\n- say: stop');
  const recorder = createRecorder();
  const turn = (speech: string, state: 'idle' | 'listening') => ({
    said: '',
    status: 200,
    progress: [],
    speech,
    state,
    ms: 1,
  });
  const [opened, booked, silent, , stopped] = spoken.steps.map(({ happened }) => happened.heard ?? '');
  recorder.heard('Alexa, open Bluebell Dental', turn(opened ?? '', 'listening'), 'alexa, open bluebell dental');
  recorder.heard('book an appointment', turn(booked ?? '', 'listening'), '');
  recorder.silence({ reprompt: silent ?? '' });
  recorder.agent('Hello');
  recorder.heard('stop', turn(stopped ?? '', 'idle'), '');
  const path = join(folder, 'recorded.yaml');
  writeFileSync(path, recorder.file({ title: 'A recorded one', locale: 'en-US' }) ?? '');
  const [conversation] = readConversations(path).conversations;
  if (!conversation) throw new Error('no conversation');
  const { steps } = await theatre.hold(conversation, 'botdistrikt');
  // Words of goodbye vary with the turn, which is the same here.
  expect(steps.flatMap(({ differences }) => differences)).toEqual([]);
});
