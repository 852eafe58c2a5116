import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ResponseEnvelope, ui } from 'ask-sdk-model';
import { loadModels } from '../../../simulator/echo/models';
import { requestEnvelope } from '../../../simulator/echo/request';
import { type TerminalOptions, talk } from '../../../simulator/echo/terminal';
import type { Echo, EchoTurn } from '../../../simulator/echo/types';

const models = loadModels();
const DEVICE = {
  skillId: 's',
  userId: 'u',
  deviceId: 'd',
  apiEndpoint: 'https://api.amazonalexa.com',
  locale: 'en-US',
};
const request = requestEnvelope(DEVICE, { new: true, sessionId: 'x' }, { type: 'LaunchRequest' }, 0);

function turn(said: string, changes: Partial<EchoTurn> = {}): EchoTurn {
  return {
    said,
    request,
    status: 200,
    progress: [],
    speech: `You said ${said}.`,
    state: 'listening',
    ms: 41.6,
    ...changes,
  };
}

const withCard = (card: ui.Card) => ({ response: { version: '1.0', response: { card } } satisfies ResponseEnvelope });

function echoOf(hear: Echo['hear'], silence: Echo['silence'] = async () => undefined): Echo {
  const skillEvent: Echo['skillEvent'] = async () => ({ request, status: 200, acknowledged: true });
  const intend: Echo['intend'] = async () => turn('');
  return { state: 'idle', notifications: 0, hear, silence, mumble: async () => undefined, intend, skillEvent };
}

/** Everything printed while these lines are typed. */
async function typing(lines: readonly string[], echo: Echo, options: Partial<TerminalOptions> = {}): Promise<string> {
  const output = new PassThrough();
  const printed = text(output);
  const input = Readable.from(lines.map((line) => `${line}\n`));
  await talk({
    models,
    locale: 'en-US',
    createEcho: () => echo,
    input,
    output,
    interactive: false,
    colour: false,
    ...options,
  });
  output.end();
  return printed;
}

it('prints what is said, what Alexa says, and how long it took', async () => {
  const printed = await typing(
    ['Alexa, open chat companion', 'bye'],
    echoOf(async (said) => turn(said)),
  );
  expect(printed).toContain('Begin with "Alexa, open chat companion"');
  expect(printed).toContain(
    'You: Alexa, open chat companion\nAlexa: You said Alexa, open chat companion.\n(42 ms, listening)',
  );
  expect(printed).toContain('You: bye\nAlexa: You said bye.');
});

it('prints what was said while the skill was still busy', async () => {
  const hear = async (said: string) => turn(said, { progress: ['One moment.', 'Still here.'] });
  expect(await typing(['hello'], echoOf(hear))).toContain(
    'You: hello\nAlexa: One moment.\nAlexa: Still here.\nAlexa: You said hello.\n',
  );
});

it('says when nothing reaches the skill, and when the session is over', async () => {
  const hear = async (said: string) => (said === 'hello' ? undefined : turn(said, { state: 'idle' }));
  const printed = await typing(['hello', 'stop'], echoOf(hear));
  expect(printed).toContain('(nothing reaches the skill; begin with "Alexa, open chat companion")');
  expect(printed).toContain('(42 ms, the session is over)');
});

it.each<[string, ui.Card, string]>([
  ['simple', { type: 'Simple', title: 'Menu', content: 'Tea\nCoffee' }, '  | Card\n  | Menu\n  | Tea\n  | Coffee\n'],
  [
    'standard',
    { type: 'Standard', title: 'Map', image: { largeImageUrl: 'https://example.com/map.png' } },
    '  | Card\n  | Map\n  | https://example.com/map.png\n',
  ],
  ['linking', { type: 'LinkAccount' }, '  | Card\n  | LinkAccount\n'],
])('shows a %s card', async (_, card, shown) => {
  expect(
    await typing(
      ['menu'],
      echoOf(async (said) => turn(said, withCard(card))),
    ),
  ).toContain(shown);
});

it('shows what Alexa has against a response, and no card of it', async () => {
  const verdict = { type: 'INVALID_RESPONSE', message: 'Response may not contain a card' } as const;
  const refused = { ...withCard({ type: 'Simple', title: 'Secret' }), verdict };
  const printed = await typing(
    ['menu'],
    echoOf(async (said) => turn(said, refused)),
  );
  expect(printed).toContain('INVALID_RESPONSE: Response may not contain a card');
  expect(printed).not.toContain('Secret');
});

it('/silence plays the reprompt, then shows the end of the session', async () => {
  const results = [{ reprompt: 'Still there?' }, turn('', { speech: '', state: 'idle' })];
  const echo = echoOf(
    async (said) => turn(said),
    async () => results.shift(),
  );
  const printed = await typing(['/silence', '/silence', '/silence'], echo);
  expect(printed).toContain('Alexa: Still there?');
  expect(printed).toContain('(42 ms, the session is over)');
  expect(printed).toContain('(nothing reaches the skill');
});

it('/inspect shows the last request, response and timings', async () => {
  const echo = echoOf(async (said) => turn(said, { timings: { platform: 12.5 } }));
  const printed = await typing(['/inspect', 'hello', '/inspect'], echo);
  expect(printed).toContain('(nothing was sent yet)');
  const json = printed.slice(printed.lastIndexOf('/inspect') + '/inspect'.length);
  expect(JSON.parse(json)).toEqual({ request, status: 200, ms: 41.6, timings: { platform: 12.5 } });
});

it('/locale makes a new Echo, in a language that the skill speaks', async () => {
  const createEcho = jest.fn(() => echoOf(async (said) => turn(said)));
  const printed = await typing(['/locale en-NZ', '/locale en-GB'], createEcho(), { createEcho });
  expect(printed).toContain('(the skill speaks ar-SA, de-DE, en-AU, en-CA, en-GB, en-IN, en-US, es-ES,');
  expect(printed).toContain('(a new Echo, en-GB)');
  expect(createEcho.mock.calls.slice(1)).toEqual([['en-US'], ['en-GB']]);
});

it('lists its commands instead of guessing at one, and hears nothing in an empty line', async () => {
  const hear = jest.fn(async (said: string) => turn(said));
  const printed = await typing(['/what', ''], echoOf(hear));
  expect(printed.split('/quit')).toHaveLength(3);
  expect(hear).not.toHaveBeenCalled();
});

it('/quit leaves, whatever follows', async () => {
  const hear = jest.fn(async (said: string) => turn(said));
  await typing(['one', '/quit', 'two'], echoOf(hear));
  expect(hear.mock.calls).toEqual([['one']]);
});

it('hears one line after the other', async () => {
  const order: string[] = [];
  const hear = async (said: string) => {
    order.push(`+${said}`);
    await new Promise(setImmediate);
    order.push(`-${said}`);
    return turn(said);
  };
  await typing(['one', 'two'], echoOf(hear));
  expect(order).toEqual(['+one', '-one', '+two', '-two']);
});

it('is coloured only when asked to, and prompts only a person', async () => {
  const echo = { ...echoOf(async (said) => turn(said)), state: 'listening' as const };
  const plain = await typing(['one'], echo);
  expect(plain).not.toContain('\u001b');
  expect(plain).not.toContain('◉');
  expect(await typing(['one'], echo, { colour: true })).toContain('\u001b[1mAlexa:\u001b[22m You said one.');
  expect(await typing(['one'], echo, { interactive: true })).toContain('◉ ');
});

it('takes further commands, and tells what happens without being asked', async () => {
  let happen: (text: string) => void = () => {};
  const ended = jest.fn();
  const printed = await typing(
    ['/help', '/agent Hello, Anne!'],
    echoOf(async (said) => turn(said)),
    {
      commands: new Map([
        [
          '/agent',
          {
            usage: ['/agent <text>', 'a live agent writes'],
            async run(text) {
              happen('the light turns yellow');
              return `sent: ${text}`;
            },
          },
        ],
      ]),
      watch(note) {
        happen = note;
        return ended;
      },
    },
  );
  expect(printed).toMatch(/\/agent <text> +a live agent writes\n +\/quit/);
  expect(printed).toContain('(the light turns yellow)\n(sent: Hello, Anne!)');
  expect(ended).toHaveBeenCalledTimes(1);
});
