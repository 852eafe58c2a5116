import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RequestContent, requestEnvelope } from '../../simulator/echo/request';
import { checkAnswer, checkResponse } from '../checks';
import { openCore, SKILL_ID } from '../stage';
import type { Surface } from '../surface';
import { makeTalk, type Said, type Talk } from '../talks';

/** Turns of ours are over long before. */
const BUDGET_MS = '6500';
const INTENT = /^AMAZON\.\w+Intent$/;

/** What bots say, in the form that speech gets it: through a whole turn, and up to three turns after it. */
export const botTexts: Surface = {
  make: (random) => JSON.stringify(makeTalk(random)),
  async open() {
    let said: readonly Partial<Said>[] = [];
    const vendor = createServer((request, response) => {
      request.resume().once('end', () => {
        const responses = said.map(({ text = '', options = [] }) => ({
          text,
          quick_replies: options.map((title) => ({ title, payload: title })),
        }));
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(request.url?.endsWith('/user') ? { id: 1 } : { responses }));
      });
    });
    await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
    const core = openCore({
      ALOUD_PLATFORM: 'botdistrikt',
      BOTDISTRIKT_BASE_URL: `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`,
      BOTDISTRIKT_WEBCHAT_APP_ID: '1',
      BOTDISTRIKT_DOMAIN: 'https://unguessable.fuzz.example',
      ALOUD_TURN_BUDGET_MS: BUDGET_MS,
    });
    let users = 0;

    async function ask(user: string, locale: string, words: string, isNew: boolean): Promise<void> {
      const device = { skillId: SKILL_ID, userId: user, deviceId: user, apiEndpoint: 'http://127.0.0.1:9', locale };
      const session = { new: isNew, sessionId: `session.${user}`, attributes: {} };
      const content = { type: 'IntentRequest', intent: intentOf(words) } as unknown as RequestContent;
      const body = await core.ask(requestEnvelope(device, session, content, Date.now()));
      checkAnswer({ status: 200, body }, core.secrets);
      await checkResponse(body);
      core.checkLog();
    }

    return {
      async run(input) {
        const { locale = '', said: first, later } = (JSON.parse(input) ?? {}) as Partial<Talk>;
        if (!Array.isArray(first) || !Array.isArray(later)) return;
        said = first.filter((item) => typeof item === 'object' && item !== null);
        const user = `amzn1.ask.account.${users++}`;
        await ask(user, locale, 'hello there', true);
        said = [{ text: 'All right.' }];
        for (const words of later) await ask(user, locale, String(words), false);
      },
      async close() {
        await core.close();
        vendor.closeAllConnections();
        vendor.close();
      },
    };
  },
};

function intentOf(words: string): object {
  if (INTENT.test(words)) return { name: words, confirmationStatus: 'NONE' };
  const query = { name: 'query', value: words, confirmationStatus: 'NONE' };
  return { name: 'ChatIntent', confirmationStatus: 'NONE', slots: { query } };
}
