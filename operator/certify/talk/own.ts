import type { Business } from '../../../lambda/business/words';
import type { Environment } from '../../../lambda/config/environment';
import type { Models } from '../../../simulator/echo/models';
import { startOwnSkill } from '../../../simulator/own';
import type { Talker } from './talker';

export interface OwnOptions {
  readonly env: Environment;
  readonly models: Models;
  readonly business: Business;
}

/** The operator's own bot, as one visitor talks with it. @throws AloudError ALOUD_CONFIG_INVALID */
export async function ownTalker({ env, models, business }: OwnOptions): Promise<Talker> {
  const own = await startOwnSkill({ env: { ...env, LOG_LEVEL: 'silent' }, models, business });
  return {
    bot: 'own',
    echo: async ({ locale, hasScreen }) => own.echo(locale, undefined, { hasScreen }),
    offered: () => own.offered(),
    door: async () => ({ url: own.skillUrl, skillId: own.skillId, sign: own.sign }),
    close: own.close,
  };
}
