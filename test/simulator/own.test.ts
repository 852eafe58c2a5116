import { businessOf } from '../../lambda/business/words';
import { loadModels } from '../../simulator/echo/models';
import { type OwnSkill, startOwnSkill } from '../../simulator/own';
import { startVendor } from '../../simulator/platforms';
import type { Bot } from '../../simulator/platforms/bot-reply';
import type { Vendor } from '../../simulator/platforms/vendor';

let vendor: Vendor;
let own: OwnSkill;
afterEach(async () => {
  await own.close();
  await vendor.close();
});

const BOT: Bot = {
  reply: (_user, said) => [
    {
      text: `You said ${said}. What next?`,
      options: [
        { title: 'Refill', payload: 'R' },
        { title: 'Nurse', payload: 'N' },
      ],
    },
  ],
};

test.each(['botdistrikt', 'wotnot'] as const)(
  "the operator's own bot on %s is talked with, and what it offers is told",
  async (platform) => {
    vendor = await startVendor(platform, { bot: BOT });
    const env = {
      ...vendor.environment,
      ALOUD_SECRET: 'a secret of at least 32 characters',
      ALOUD_STORE: 'dynamodb:the-table-of-real-users',
      ALEXA_CLIENT_ID: 'real',
      ALEXA_CLIENT_SECRET: 'credentials',
      PORT: '0',
    };
    const business = businessOf({ locales: { 'en-US': { name: 'Harbor Clinic' } } });
    own = await startOwnSkill({ env, models: loadModels(), business });
    vendor.sendWebhooksTo(own.webhookUrl);
    const echo = own.echo('en-US');
    await echo.hear('Alexa, open chat companion');
    const turn = await echo.hear('I need my pills');
    expect(turn?.verdict).toBeUndefined();
    expect(turn?.speech).toContain('You said i need my pills.');
    expect(await own.offered()).toEqual(['Refill', 'Nurse']);
  },
);
