import type { Business } from '../../../lambda/business/words';
import { startAmazon } from '../../../simulator/amazon';
import type { DemoSkill } from '../../../simulator/demo/skill';
import { createDemoSkills } from '../../../simulator/demo/skills';
import type { Models } from '../../../simulator/echo/models';
import type { EchoOptions } from '../../../simulator/echo/options';
import { ownPki, type Pki } from '../../../simulator/pki';
import type { Bot } from '../../../simulator/platforms/bot-reply';
import type { Talker } from './talker';

export interface SimulatedOptions {
  readonly models: Models;
  readonly business: Business;
  readonly pki?: Pki;
  /** Who answers. Default: the demo's bot, in the language that the Echo speaks. */
  readonly bot?: Bot;
  /** The way from the Echo to the skill. */
  readonly fetch?: EchoOptions['fetch'];
}

/** A bot that answers takes no time: what it does not say within this, in milliseconds, it does not say. */
const TURN_BUDGET = '2000';
const DOWN = Array.from({ length: 1000 }, () => 503);

/** The real server with the words of a business, on loopback; the bot behind it is the demo's. Nothing is kept. */
export async function simulatedTalker({
  models,
  business,
  pki = ownPki(),
  bot,
  fetch,
}: SimulatedOptions): Promise<Talker> {
  const amazon = await startAmazon({ stage: 'development' });
  const settings = { LOG_LEVEL: 'silent', ALOUD_TURN_BUDGET_MS: TURN_BUDGET };
  const skills = createDemoSkills({ models, business, pki, amazon, bot, settings, databaseOf: () => ':memory:' });
  const started = new Map<string, DemoSkill>();
  const skillOf = async (locale: string) => {
    const skill = await skills.of({ platform: 'botdistrikt', userId: `amzn1.ask.account.CERTIFY.${locale}` });
    started.set(locale, skill);
    return skill;
  };
  return {
    bot: 'simulated',
    echo: async ({ locale, hasScreen }) => (await skillOf(locale)).echo({ locale, hasScreen, fetch }),
    offered: async (locale) => (await skillOf(locale)).offered(),
    fail(locale, isDown) {
      for (const faults of Object.values(started.get(locale)?.vendor.behaviour.faults ?? {})) {
        faults.splice(0, faults.length, ...(isDown ? DOWN : []));
      }
    },
    async door() {
      const skill = await skillOf([...models.keys()][0] ?? 'en-US');
      return { url: `${skill.url}/alexa`, skillId: skill.skillId, sign: pki.sign };
    },
    async close() {
      await skills.close();
      await amazon.close();
    },
  };
}
