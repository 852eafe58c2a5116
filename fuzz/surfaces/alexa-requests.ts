import type { Random } from '../../chaos/random';
import { type RequestContent, requestEnvelope } from '../../simulator/echo/request';
import { startBotDistrikt } from '../../simulator/platforms/botdistrikt';
import { checkAnswer, checkResponse } from '../checks';
import { openExchange } from '../exchange';
import { garbage, mutateJson } from '../mutate';
import { openStage, SKILL_ID } from '../stage';
import type { Surface } from '../surface';

const SAID = ['hello', 'two tickets', 'yes', 'what are your opening hours', 'next', 'forget me', 'the second one'];
const INTENTS = [
  'ChatIntent',
  'TopicIntent',
  'AboutIntent',
  'WhatIntent',
  'AMAZON.YesIntent',
  'AMAZON.StopIntent',
  'AMAZON.FallbackIntent',
  'NewMessagesIntent',
  'NotificationsOnIntent',
  'ForgetMeIntent',
];
const EVENTS: readonly (readonly [type: string, body?: object])[] = [
  ['AlexaSkillEvent.SkillEnabled'],
  ['AlexaSkillEvent.SkillDisabled', { userInformationPersistenceStatus: 'NOT_PERSISTED' }],
  [
    'AlexaSkillEvent.SkillPermissionAccepted',
    { acceptedPermissions: [{ scope: 'alexa::devices:all:notifications:write' }] },
  ],
  ['AlexaSkillEvent.ProactiveSubscriptionChanged', { subscriptions: [{ eventName: 'AMAZON.MessageAlert.Activated' }] }],
];

/** How a request leaves the fuzzer: whole, but for its time, which is put in when it is sent. */
const NOW = '#now';

function contentOf(random: Random): object {
  switch (random.weighted({ launch: 2, intent: 7, ended: 2, event: 2 })) {
    case 'launch':
      return { type: 'LaunchRequest' };
    case 'intent': {
      const query = { name: 'query', value: random.pick(SAID), confirmationStatus: 'NONE' };
      const intent = { name: random.pick(INTENTS), confirmationStatus: 'NONE', slots: { query } };
      return { type: 'IntentRequest', intent, dialogState: 'STARTED' };
    }
    case 'ended': {
      const reason = random.pick(['USER_INITIATED', 'ERROR', 'EXCEEDED_MAX_REPROMPTS']);
      const error = { type: 'INVALID_RESPONSE', message: 'no' };
      return { type: 'SessionEndedRequest', reason, ...(reason === 'ERROR' && { error }) };
    }
    case 'event': {
      const [type, body] = random.pick(EVENTS);
      return { type, ...(body && { body }), eventCreationTime: NOW, eventPublishingTime: NOW };
    }
  }
}

/** What Alexa posts, signed: requests of all kinds with something in them changed, and what is none. */
export const alexaRequests: Surface = {
  make(random) {
    const user = `amzn1.ask.account.${Math.floor(random.next() * 1e9)}`;
    const device = {
      skillId: SKILL_ID,
      userId: user,
      deviceId: `${user}.device`,
      apiEndpoint: 'https://api.amazonalexa.com',
      locale: 'en-US',
    };
    const carried = { unsaid: [1_796_000_000_000], delivered: ['iabcdefghijklmnopm9abc123'] };
    const attributes = random.chance(0.3) ? { carried } : {};
    const session = { new: random.chance(0.3), sessionId: `amzn1.echo-api.session.${user}`, attributes };
    const personId = random.chance(0.2) ? { personId: 'amzn1.ask.person.A' } : {};
    const content = contentOf(random) as RequestContent;
    const envelope = requestEnvelope({ ...device, ...personId }, session, content, 0);
    // Chance of its own kind would make a seed say nothing.
    const fixed = { requestId: `amzn1.echo-api.request.${user}`, timestamp: NOW };
    const { System: system } = envelope.context;
    const request = { ...envelope.request, ...fixed };
    const context = { ...envelope.context, System: { ...system, apiAccessToken: 'token' } };
    const { session: spoken, ...rest } = { ...envelope, request, context };
    const isEvent = content.type.startsWith('AlexaSkillEvent.');
    const body = JSON.stringify(isEvent ? rest : { session: spoken, ...rest });
    return random.chance(0.12) ? garbage(body, random) : mutateJson(body, random);
  },
  async open() {
    const vendor = await startBotDistrikt({ bot: { reply: (_, said) => [{ text: `You said ${said}. What else?` }] } });
    const stage = await openStage(vendor.environment);
    const exchange = openExchange(stage.server.url);
    return {
      async run(input) {
        const body = input.replaceAll(NOW, new Date().toISOString());
        const answer = await exchange.post('/alexa', body, stage.sign(body));
        checkAnswer(answer, stage.secrets);
        if (answer.status === 200) await checkResponse(answer.body);
        stage.checkLog();
      },
      async close() {
        await exchange.close();
        await stage.close();
        await vendor.close();
      },
    };
  },
};
