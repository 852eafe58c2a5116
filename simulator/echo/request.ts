import { randomUUID } from 'node:crypto';
import type { Request, RequestEnvelope, Session, SessionEndedError, SessionEndedReason } from 'ask-sdk-model';
import type { Understanding } from './nlu';

/** The customer and the device that requests come from. */
export interface Device {
  readonly skillId: string;
  readonly userId: string;
  /** The person whose voice Alexa recognises whenever something is said: `amzn1.ask.person…`. */
  readonly personId?: string;
  readonly deviceId: string;
  /** Amazon's regional host, for example `https://api.eu.amazonalexa.com`. */
  readonly apiEndpoint: string;
  readonly locale: string;
  /** It shows documents (APL). Default: it has no screen. */
  readonly hasScreen?: boolean;
}

/** What makes a request besides its id, time and locale. */
export type RequestContent =
  | { readonly type: 'LaunchRequest' }
  | ({ readonly type: 'IntentRequest' } & Understanding)
  | { readonly type: 'SessionEndedRequest'; readonly reason: SessionEndedReason; readonly error?: SessionEndedError };

export type SessionContent = Pick<Session, 'new' | 'sessionId' | 'attributes'>;

/** What an Echo with a screen tells of it. */
const SCREEN = { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } } };

/** A request as Alexa sends it. `now`: epoch milliseconds. */
export function requestEnvelope(
  device: Device,
  session: SessionContent,
  content: RequestContent,
  now: number,
): RequestEnvelope {
  const application = { applicationId: device.skillId };
  const user = { userId: device.userId };
  // A silent person is not recognised.
  const personId = content.type === 'SessionEndedRequest' ? undefined : device.personId;
  return {
    version: '1.0',
    session: { ...session, application, user },
    context: {
      System: {
        application,
        user,
        ...(personId !== undefined && { person: { personId } }),
        device: { deviceId: device.deviceId, supportedInterfaces: device.hasScreen ? SCREEN : {} },
        apiEndpoint: device.apiEndpoint,
        apiAccessToken: `simulated.${randomUUID()}`,
      },
    },
    request: {
      requestId: `amzn1.echo-api.request.${randomUUID()}`,
      // Alexa's clock shows whole seconds.
      timestamp: `${new Date(now).toISOString().slice(0, 19)}Z`,
      locale: device.locale,
      ...content,
      // The SDK's types want a `dialogState` in every IntentRequest; Alexa sends one only where there is a dialog.
    } as Request,
  };
}

export function newSessionId(): string {
  return `amzn1.echo-api.session.${randomUUID()}`;
}
