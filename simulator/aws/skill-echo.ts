import { createEcho } from '../echo/echo';
import type { Echo, NotificationSource, ProgressSource } from '../echo/types';
import type { Deployed } from './deployed';
import type { Skill } from './skill-management/skill';

export interface SkillEchoOptions {
  readonly deployed: Deployed;
  readonly customer: string;
  readonly locale: string;
  /** Where a skill's progressive responses and notifications arrive. */
  readonly directives?: ProgressSource;
  readonly notifications?: NotificationSource;
}

/** An Echo of one customer, before the function that the skill's manifest names. */
export function createSkillEcho(skill: Skill, options: SkillEchoOptions): Echo {
  const { deployed, customer, locale, directives, notifications } = options;
  const { uri = '' } = (skill.package.manifest.apis?.custom?.endpoint ?? {}) as { uri?: string };
  return createEcho({
    models: skill.package.models,
    locale,
    endpoint: uri,
    // Alexa invokes a function directly: there is nothing to sign, but the function must let her.
    sign: () => ({}),
    fetch: async (_, init) => {
      const target = deployed.mayAlexaCall(uri, skill.id) ? deployed.function(uri) : undefined;
      const outcome = await target?.invoke(JSON.parse(String(init?.body)));
      return outcome?.ok ? Response.json(outcome.payload ?? null) : new Response('', { status: 500 });
    },
    skillId: skill.id,
    userId: `amzn1.ask.account.${customer.toUpperCase()}`,
    deviceId: `amzn1.ask.device.${customer.toUpperCase()}`,
    apiEndpoint: 'https://api.amazonalexa.com',
    directives,
    notifications,
  });
}
