import type { ResponseEnvelope } from 'ask-sdk-model';
import { judge } from '../../operator/certify/judge';
import { RULES } from '../../operator/certify/rules';
import { shippedTexts } from '../../operator/certify/shipped';
import { subjectOf } from '../../operator/certify/subject';
import type { Conversation, Exchange } from '../../operator/certify/talk/conversation';
import { hold } from '../../operator/certify/talk/hold';
import type { Script } from '../../operator/certify/talk/plan';
import { simulatedTalker } from '../../operator/certify/talk/simulated';
import { spokenOf } from '../../simulator/demo/business';
import { createDemoBot } from '../../simulator/platforms/bot';
import type { Bot, BotReply } from '../../simulator/platforms/bot-reply';
import { testPki } from '../support/pki';
import { type Draft, draftOf, loadBusinessOf } from '../support/skill-package-draft';

const shipped = shippedTexts();
const pki = testPki();
const LOCALE = 'en-US';

/** What an answer of the skill is made into on its way, by the request that it answers. */
type Spoil = (response: ResponseEnvelope, request: { type: string; intent?: string; isScreen: boolean }) => unknown;

interface Faults {
  readonly bot?: Bot;
  readonly spoil?: Spoil;
  readonly change?: (draft: Draft) => void;
  /** Where what is wrong shows. Default: all. */
  readonly scripts?: readonly Script[];
}

const OPEN = { act: 'launch', words: 'alexa, open harbor family clinic' } as const;
const say = (words: string) => ({ act: 'words', words }) as const;
const EVERYTHING: Script = {
  about: 'everything',
  steps: [
    OPEN,
    { act: 'help', words: 'help' },
    say('when are you open'),
    say('repeat'),
    { act: 'nonsense', words: '' },
    { act: 'stop', words: 'stop' },
  ],
};
const ASKED: Script = {
  about: 'what people ask about',
  steps: [OPEN, ...['hours', 'flu shots', 'my prescription', 'when are you open'].map(say)],
};
const CANCEL: Script = { about: 'cancel', steps: [OPEN, { act: 'cancel', words: 'cancel' }] };
const HOME: Script = { about: 'home', steps: [OPEN, { act: 'home', words: 'go home' }] };
const ON_SCREEN: Script = {
  about: 'screen',
  hasScreen: true,
  steps: [OPEN, { act: 'help', words: 'help' }, { act: 'stop', words: 'stop' }],
};
/** A conversation of each kind. `aloud certify` holds more of them. */
const SCRIPTS: readonly Script[] = [
  EVERYTHING,
  ASKED,
  CANCEL,
  HOME,
  { about: 'silence', steps: [OPEN, { act: 'silence', words: '' }] },
  ON_SCREEN,
];

const { models, business } = spokenOf(loadBusinessOf('clinic'));

async function idsWith({ bot, spoil, change, scripts = SCRIPTS }: Faults): Promise<readonly string[]> {
  const draft = draftOf('clinic');
  change?.(draft);
  const talker = await simulatedTalker({
    ...{ models, business, pki, bot },
    fetch: spoil && spoiledFetch(spoil),
  });
  const conversations: Conversation[] = [];
  for (const script of scripts) conversations.push(await hold(talker, LOCALE, script));
  await talker.close();
  const hints = business(LOCALE).hints.map((hint) => ({ locale: LOCALE, hint }));
  const talk = { bot: talker.bot, conversations, hints, refusals: [] };
  const { findings } = judge(subjectOf({ files: draft.files, shipped, talk }));
  const always = new Set(RULES.filter(({ asksAlways }) => asksAlways).map(({ id }) => id));
  return [...new Set(findings.map(({ id }) => id).filter((id) => !always.has(id)))];
}

function spoiledFetch(spoil: Spoil): typeof fetch {
  return async (url, init) => {
    const answer = await fetch(url, init);
    const { request, context } = JSON.parse(String(init?.body));
    if (request.type === 'SessionEndedRequest') return answer;
    const isScreen = Object.keys(context.System.device.supportedInterfaces).length > 0;
    const spoiled = spoil((await answer.json()) as ResponseEnvelope, {
      type: request.type,
      intent: request.intent?.name,
      isScreen,
    });
    return spoiled instanceof Response ? spoiled : Response.json(spoiled);
  };
}

/** The demo's bot, but for what it says to some words. */
function botThat(says: (said: string) => readonly BotReply[] | undefined): Bot {
  const demo = createDemoBot();
  return { ...demo, reply: (userId, said) => says(said.toLowerCase()) ?? demo.reply(userId, said) };
}

const says = (text: string): Bot =>
  botThat((said) => (/hour|shot|prescription|when/.test(said) ? [{ text }] : undefined));

/** The answer to an intent, changed. */
function on(intent: string, change: (envelope: ResponseEnvelope) => unknown): Spoil {
  return (envelope, request) => ((request.intent ?? request.type) === intent ? change(envelope) : envelope);
}

const closed = ({ response, ...envelope }: ResponseEnvelope): ResponseEnvelope => {
  const { reprompt: _, directives: __, ...kept } = response;
  return { ...envelope, response: { ...kept, shouldEndSession: true } };
};
const open = ({ response, ...envelope }: ResponseEnvelope): ResponseEnvelope => ({
  ...envelope,
  response: {
    ...response,
    reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Anything else?</speak>' } },
    shouldEndSession: false,
  },
});
const speaking =
  (ssml: string) =>
  ({ response, ...envelope }: ResponseEnvelope): ResponseEnvelope => ({
    ...envelope,
    response: { ...response, outputSpeech: { type: 'SSML', ssml: `<speak>${ssml}</speak>` } },
  });
const carded =
  (card: object) =>
  ({ response, ...envelope }: ResponseEnvelope): unknown => ({ ...envelope, response: { ...response, card } });
const showing =
  (directive: object) =>
  ({ response, ...envelope }: ResponseEnvelope): unknown => ({
    ...envelope,
    response: { ...response, directives: [...(response.directives ?? []), directive] },
  });
const document = { type: 'APL', version: '2024.3', mainTemplate: { items: [{ type: 'Text', text: 'Hello' }] } };
const render = (more: object) => ({ type: 'Alexa.Presentation.APL.RenderDocument', token: 'one', document, ...more });

const SESSION: readonly (readonly [what: string, Spoil, id: string])[] = [
  ['an opening that closes the session', on('LaunchRequest', closed), 'SESSION-LAUNCH-CLOSED'],
  ['an opening that says nothing', on('LaunchRequest', speaking('')), 'SESSION-LAUNCH-SILENT'],
  ['an opening of a word', on('LaunchRequest', speaking('Yes?')), 'SESSION-LAUNCH-SHORT'],
  ['an opening without a question', on('LaunchRequest', speaking('Welcome to the clinic.')), 'SESSION-STATEMENT-OPEN'],
  ['a question without a microphone', on('AMAZON.RepeatIntent', closed), 'SESSION-QUESTION-CLOSED'],
  [
    'an open microphone without a reprompt',
    on('AMAZON.HelpIntent', ({ response, ...envelope }) => ({
      ...envelope,
      response: { ...response, reprompt: undefined },
    })),
    'SESSION-REPROMPT-MISSING',
  ],
  [
    'no word on whether the session goes on',
    on('AMAZON.HelpIntent', ({ response, ...envelope }) => ({
      ...envelope,
      response: { ...response, shouldEndSession: undefined },
    })),
    'SESSION-END-UNSAID',
  ],
  ['a help that leaves', on('AMAZON.HelpIntent', closed), 'SESSION-HELP-CLOSED'],
  [
    'a help that does not ask',
    on('AMAZON.HelpIntent', speaking('This is a skill of the clinic.')),
    'SESSION-STATEMENT-OPEN',
  ],
  ['a help of a word', on('AMAZON.HelpIntent', speaking('Yes?')), 'SESSION-HELP-SHORT'],
  ['a stop that goes on', on('AMAZON.StopIntent', open), 'SESSION-STOP-OPEN'],
  [
    'a cancel that goes on without a question',
    on('AMAZON.CancelIntent', (envelope) => open(speaking('Cancelled.')(envelope))),
    'SESSION-CANCEL-OPEN',
  ],
  ['a way home that stays', on('AMAZON.NavigateHomeIntent', open), 'SESSION-HOME-OPEN'],
  [
    'an error to what is not understood',
    on('AMAZON.FallbackIntent', () => new Response('', { status: 500 })),
    'SESSION-PROBLEM',
  ],
  ['an end to what is not understood', on('AMAZON.FallbackIntent', closed), 'SESSION-NONSENSE-CLOSED'],
  ['an answer that is no JSON', on('ChatIntent', () => new Response('<html>Bad gateway</html>')), 'SESSION-PROBLEM'],
  ['more speech than Alexa takes', on('ChatIntent', speaking('word '.repeat(1700))), 'SESSION-PROBLEM'],
  ['broken SSML', on('AMAZON.HelpIntent', speaking('Ask <b>me?')), 'SESSION-PROBLEM'],
];

const VOICE: readonly (readonly [what: string, Spoil, id: string])[] = [
  [
    'Markdown that is read aloud',
    on('AMAZON.HelpIntent', speaking('You can **ask** me about visits. What would you like?')),
    'VOICE-MARKUP',
  ],
  [
    'a value that nobody filled in',
    on('AMAZON.HelpIntent', speaking('Hello undefined, what would you like to know?')),
    'VOICE-PLACEHOLDER',
  ],
  [
    'a template that is read aloud',
    on('LaunchRequest', speaking('Welcome to {{name}}! What would you like?')),
    'VOICE-PLACEHOLDER',
  ],
  [
    'minutes of speech',
    on(
      'AMAZON.HelpIntent',
      speaking(`${'This is a long help, and it goes on and on. '.repeat(60)}What would you like?`),
    ),
    'VOICE-LONG',
  ],
  [
    'another language',
    on(
      'AMAZON.HelpIntent',
      speaking('Sie können mit mir über die Termine und die Rezepte der Praxis sprechen. Was möchten Sie wissen?'),
    ),
    'VOICE-LANGUAGE',
  ],
  [
    'a reprompt that asks nothing',
    on('LaunchRequest', ({ response, ...envelope }) => ({
      ...envelope,
      response: { ...response, reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Welcome.</speak>' } } },
    })),
    'VOICE-REPROMPT',
  ],
];

const ONE_SHOT: Script = {
  about: 'in one breath',
  steps: [{ act: 'one-shot', words: 'alexa, ask harbor family clinic about flu shots' }],
};

const SCREEN: readonly (readonly [what: string, Spoil, id: string])[] = [
  ['a card that wants a login', on('AMAZON.HelpIntent', carded({ type: 'LinkAccount' })), 'SCREEN-CARD-ACCOUNT'],
  [
    'a card with nothing on it',
    on('AMAZON.HelpIntent', carded({ type: 'Simple', title: '', content: '' })),
    'SCREEN-CARD-EMPTY',
  ],
  [
    'a card with tags',
    on('AMAZON.HelpIntent', carded({ type: 'Simple', title: 'Help', content: '<speak>Ask me</speak>' })),
    'SCREEN-CARD-MARKUP',
  ],
  [
    'a card of 8,001 characters',
    on('AMAZON.HelpIntent', carded({ type: 'Simple', title: 'Help', content: 'a'.repeat(8001) })),
    'SCREEN-CARD-LONG',
  ],
  [
    'a picture without TLS',
    on(
      'AMAZON.HelpIntent',
      carded({ type: 'Standard', title: 'Help', text: 'Ask', image: { smallImageUrl: 'http://a.example/a.png' } }),
    ),
    'SCREEN-CARD-IMAGE',
  ],
  [
    'a card for a permission that the manifest lacks',
    on('AMAZON.HelpIntent', carded({ type: 'AskForPermissionsConsent', permissions: ['alexa::profile:email:read'] })),
    'PRIVACY-PERMISSION-MISSING',
  ],
  [
    'a document for a device without a screen',
    on('AMAZON.HelpIntent', showing(render({}))),
    'SCREEN-DIRECTIVE-UNSUPPORTED',
  ],
  [
    'a document, and no interface in the manifest',
    (envelope, { isScreen, type }) => (isScreen && type === 'LaunchRequest' ? showing(render({}))(envelope) : envelope),
    'SCREEN-INTERFACE-MISSING',
  ],
  [
    'a document without its token',
    (envelope, { isScreen, type }) =>
      isScreen && type === 'LaunchRequest' ? showing(render({ token: undefined }))(envelope) : envelope,
    'SCREEN-DOCUMENT',
  ],
  [
    'a document without a template',
    (envelope, { isScreen, type }) =>
      isScreen && type === 'LaunchRequest'
        ? showing(render({ document: { type: 'APL', version: '1.0' } }))(envelope)
        : envelope,
    'SCREEN-DOCUMENT',
  ],
  [
    'an error where there is a screen',
    (envelope, { isScreen }) => (isScreen ? new Response('', { status: 500 }) : envelope),
    'SCREEN-DIFFERS',
  ],
];

const BOT: readonly (readonly [what: string, Bot, id: string])[] = [
  ['asks for five stars', says('Done! Please give us five stars in the store. What else?'), 'BOT-RATING'],
  [
    'reads an address out',
    says('Look at w w w dot harbor dot clinic slash hours, or at harbor.clinic/hours. What else?'),
    'BOT-ADDRESS',
  ],
  ['is rude', says('Read the damn door, asshole.'), 'BOT-RUDE'],
  ['asks for the name and the number', says('What is your name, and your phone number?'), 'BOT-PERSONAL'],
  ['asks for a card', says('To book, tell me your credit card number, please.'), 'BOT-PAYMENT'],
  [
    'advertises',
    says('We are open. By the way: a special offer on whitening, buy now! Anything else?'),
    'BOT-ADVERTISING',
  ],
  ['names its vendor', says('I am a bot made with WotNot. What else?'), 'BOT-VENDOR'],
  ['speaks for Amazon', says('I am the official Alexa assistant of the clinic. What else?'), 'BOT-ENDORSED'],
  [
    'gives medical advice',
    says('With these symptoms, double the dosage of your medication. Anything else?'),
    'BOT-HEALTH',
  ],
  ['says the same to all', botThat(() => [{ text: 'Sorry, I did not get that.' }]), 'BOT-SAME'],
  ['says nothing', botThat(() => []), 'BOT-SILENT'],
  [
    'speaks another language',
    botThat(() => [
      {
        text: 'Wir haben von Montag bis Freitag für Sie auf, und der Notdienst ist nicht weit. Was möchten Sie wissen?',
      },
    ]),
    'VOICE-LANGUAGE',
  ],
];

const WELCOME = 'Welcome to the clinic. What would you like to know?';

describe('the skill', () => {
  it('is found to lose what is said in one breath with its name', async () => {
    const spoil: Spoil = (envelope, { type, intent }) =>
      type === 'LaunchRequest' || intent === 'FluShotsTopicIntent' ? speaking(WELCOME)(envelope) : envelope;
    expect(await idsWith({ spoil, scripts: [ON_SCREEN, ONE_SHOT] })).toContain('SESSION-ONE-SHOT-LOST');
  });

  it.each([...SESSION, ...VOICE])('is found with %s (%#)', async (_what, spoil, id) => {
    expect(await idsWith({ spoil, scripts: [EVERYTHING, CANCEL, HOME] })).toContain(id);
  });

  it.each(SCREEN)('is found with %s', async (_what, spoil, id) => {
    expect(await idsWith({ spoil, scripts: [EVERYTHING, ON_SCREEN] })).toContain(id);
  });
});

describe('a bot that', () => {
  it.each(BOT)('%s is found', async (_what, bot, id) => {
    expect(await idsWith({ bot, scripts: [ASKED] })).toContain(id);
  });

  it('asks for what tells who somebody is, although the manifest denies that, is found', async () => {
    const change = (draft: Draft) => draft.manifest('privacyAndCompliance.usesPersonalInfo', false);
    expect(await idsWith({ bot: says('What is your name?'), change, scripts: [ASKED] })).toContain(
      'PRIVACY-UNDECLARED',
    );
  });
});

test('what is suggested, and the model does not know, is found', async () => {
  const withoutTopics = (draft: Draft) =>
    draft.intents(LOCALE, (all) => all.filter(({ name }) => name.startsWith('AMAZON.') || name === 'ChatIntent'));
  expect(await idsWith({ change: withoutTopics })).toContain('VOICE-HINT-UNKNOWN');
});

test('a screen that the manifest promises, and on which nothing is shown, is found', async () => {
  const change = (draft: Draft) => draft.manifest('apis.custom.interfaces', [{ type: 'ALEXA_PRESENTATION_APL' }]);
  expect(await idsWith({ change })).toContain('SCREEN-INTERFACE-UNUSED');
});

test.each([
  ['SESSION-OUTAGE', { act: 'outage', said: 'hours', heard: '', isOpen: true }],
  ['SESSION-END-FAILS', { act: 'silence', said: '', heard: 'Hello?', isOpen: true }],
  [
    'SESSION-END-FAILS',
    {
      act: 'exit',
      said: 'exit',
      heard: 'Goodbye!',
      isOpen: false,
      verdict: { type: 'INVALID_RESPONSE', message: 'Response may not contain an outputSpeech' },
    },
  ],
  [
    'SESSION-TIMEOUT',
    {
      act: 'words',
      said: 'hours',
      heard: '',
      isOpen: false,
      verdict: { type: 'ENDPOINT_TIMEOUT', message: 'The skill took 8100 ms.' },
    },
  ],
  [
    'BOT-UNREACHABLE',
    {
      act: 'words',
      said: 'hours',
      heard: "I can't get through right now. Please try again in a few minutes. What else?",
      isOpen: true,
    },
  ],
] satisfies readonly (readonly [string, Exchange])[])('%s is found in %j', (id, exchange) => {
  const conversations = [{ locale: LOCALE, about: 'one', hasScreen: false, exchanges: [exchange] }];
  const talk = { bot: 'simulated' as const, conversations, hints: [], refusals: [] };
  const { findings } = judge(subjectOf({ files: draftOf('clinic').files, shipped, talk }));
  expect(findings.map((finding) => finding.id)).toContain(id);
});

test.each([
  ['answers what nobody signed', 'without a signature'],
  ['answers another skill', 'for another skill'],
])('a server that %s is found', (_what, forgery) => {
  const talk = { bot: 'simulated' as const, conversations: [], hints: [], refusals: [{ forgery, status: 200 }] };
  const { findings } = judge(subjectOf({ files: draftOf('clinic').files, shipped, talk }));
  expect(findings.map(({ id }) => id)).toContain('SECURITY-FORGED');
});

test('the good skill is found with nothing, in a conversation of each kind', async () => {
  expect(await idsWith({})).toEqual([]);
});

test('each of these plants names a rule', () => {
  const known = new Set<string>(RULES.map(({ id }) => id));
  const named = [...SESSION, ...VOICE, ...SCREEN, ...BOT].map(([, , id]) => id);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
