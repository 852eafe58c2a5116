import { randomUUID } from 'node:crypto';
import type { Request, RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { callSkill, type Link, responseIn } from './link';
import type { Device } from './request';

/** Something that has become of a customer. */
export interface SkillEvent {
  /** `AlexaSkillEvent.SkillDisabled` and the like. */
  readonly type: string;
  readonly body?: unknown;
  /** When it happened, in epoch milliseconds. Default: now. */
  readonly createdAt?: number;
}

/** What became of an event. */
export interface EventAnswer {
  readonly request: RequestEnvelope;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly response?: ResponseEnvelope;
  /** Else Alexa would deliver it again, for up to an hour. */
  readonly acknowledged: boolean;
}

/** Sends one event of the customer, as Alexa's cloud does. Once, without retries. */
export async function sendSkillEvent(options: Device & Link, event: SkillEvent): Promise<EventAnswer> {
  const request = eventEnvelope(options, event, (options.now ?? Date.now)());
  const answer = await callSkill(options, request);
  const acknowledged = answer.status >= 200 && answer.status <= 299;
  return { request, status: answer.status, response: responseIn(answer), acknowledged };
}

/** Outside any session, and of no device. The SDK knows no time of its own for a `ProactiveSubscriptionChanged`. */
function eventEnvelope(device: Device, { type, body, createdAt }: SkillEvent, now: number): RequestEnvelope {
  const at = wholeSeconds(createdAt ?? now);
  return {
    version: '1.0',
    context: {
      System: {
        application: { applicationId: device.skillId },
        user: { userId: device.userId },
        apiEndpoint: device.apiEndpoint,
      },
    },
    request: {
      type,
      requestId: randomUUID(),
      timestamp: at,
      ...(type !== 'AlexaSkillEvent.ProactiveSubscriptionChanged' && {
        eventCreationTime: at,
        eventPublishingTime: wholeSeconds(now),
      }),
      ...(body !== undefined && { body }),
      // The SDK's types know the events one by one, and of SkillDisabled no body.
    } as unknown as Request,
  };
}

function wholeSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
