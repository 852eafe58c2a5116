import type { WotNotServer } from '../../simulator/platforms/wotnot';
import { type Stage, setStage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

const PARDON = 'Pardon, that was too fast for me.';

describe.each(['wotnot', 'chataibot'] as const)('%s, whose events have neither an id nor a time', (platform) => {
  /** A bot that understands nothing. */
  async function start() {
    const users = new Set<string>();
    const bot = {
      reply(user: string) {
        users.add(user);
        return [{ text: PARDON }];
      },
    };
    stage = await setStage(bot, { platform });
    Object.assign((stage.vendor as WotNotServer).events, { messageIds: false, time: 'none' });
    const echo = stage.echo();
    await echo.hear('Alexa, open chat companion');
    return { hear: async (words: string) => (await echo.hear(words))?.speech ?? '', users };
  }

  test('the same answer to two questions in a row is heard both times', async () => {
    const { hear } = await start();
    for (const words of ['do you have pears', 'and what about plums', 'a pound of cherries then']) {
      expect(await hear(words)).toContain(PARDON);
    }
  });

  test('what comes twice at once is heard once', async () => {
    const { hear } = await start();
    stage.vendor.deliveries.copies = 2;
    for (const words of ['do you have pears', 'and what about plums']) {
      expect((await hear(words)).split(PARDON)).toHaveLength(2);
      await stage.vendor.idle();
    }
    stage.vendor.deliveries.copies = 1;
    expect((await hear('a pound of cherries then')).split(PARDON)).toHaveLength(2);
  });
});
