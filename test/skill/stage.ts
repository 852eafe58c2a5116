import { randomUUID } from 'node:crypto';
import type { RequestEnvelope } from 'ask-sdk-model';
import type { ChannelIdentity, Subscription } from '../../lambda/conversation/ports/store';
import type { SessionEnd } from '../../lambda/conversation/session-end';
import type { TurnRequest } from '../../lambda/conversation/turn';
import { createSkill, type SkillDeps } from '../../lambda/skill/skill';
import { recordTelemetry, SKILL_ID } from '../support/signed-request';

export const SECRET = 'a secret of at least 32 characters';
export const ACCOUNT = 'amzn1.ask.account.ANNE';

/** A skill whose dependencies only record what they are told. */
export function skillAmongRecorders(changes: Partial<SkillDeps> = {}) {
  const telemetry = recordTelemetry();
  const turns: TurnRequest[] = [];
  const ended: SessionEnd[] = [];
  const erased: string[] = [];
  const subscribed: { key: string; identity: ChannelIdentity; subscription: Subscription }[] = [];
  const skill = createSkill({
    secret: SECRET,
    speakers: 'account',
    turnBudgetMs: 5000,
    async turn(request) {
      turns.push(request);
      return { reply: { parts: [{ phrase: 'welcome' }], question: 'what', turn: 0, messages: [] } };
    },
    async sessionEnded(end) {
      ended.push(end);
      return undefined;
    },
    events: {
      async subscribe(key, identity, subscription) {
        subscribed.push({ key, identity, subscription });
      },
      async erase(key) {
        erased.push(key);
      },
    },
    speak: ({ question }) => ({ ssml: '<speak>Hello.</speak>', reprompt: question && '<speak>Well?</speak>' }),
    telemetry,
    ...changes,
  });
  return { skill, telemetry, turns, ended, erased, subscribed };
}

/** Whatever Alexa may send, with an application and a user. */
export function requestOf(
  request: Readonly<Record<string, unknown>>,
  {
    userId = ACCOUNT,
    personId,
    attributes,
    sessionId,
  }: {
    /** `null`: the request has no user. */
    readonly userId?: unknown;
    readonly personId?: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
    readonly sessionId?: string;
  } = {},
): RequestEnvelope {
  const application = { applicationId: SKILL_ID };
  return {
    version: '1.0',
    ...(sessionId !== undefined && {
      session: { new: attributes === undefined, sessionId, attributes, application, user: { userId } },
    }),
    context: {
      System: {
        application,
        user: userId === null ? undefined : { userId },
        ...(personId !== undefined && { person: { personId } }),
        apiEndpoint: 'https://api.eu.amazonalexa.com',
      },
    },
    request: { requestId: `amzn1.echo-api.request.${randomUUID()}`, timestamp: new Date().toISOString(), ...request },
  } as unknown as RequestEnvelope;
}
