import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RequestContent, requestEnvelope } from '../../simulator/echo/request';
import { checkAnswer, checkResponse } from '../checks';
import { openExchange } from '../exchange';
import { mutateText } from '../mutate';
import { openStage, SKILL_ID } from '../stage';
import type { Surface } from '../surface';

interface Said {
  readonly text: string;
  readonly options: readonly string[];
}

const TEXTS = [
  'Hello! I am **Molly**, the night voice of Bluebell Dental. 🦷',
  'What can I do for you?',
  '## Opening hours\n\n- **Monday**: 8 AM – 6 PM\n- **Tuesday**: closed\n\nAt the weekend there is the [line](tel:+15550162).',
  '<p>A <b>check-up</b> is $60, cleaning &amp; polish $85.</p><ul><li>One</li><li>Two</li></ul>',
  'Reply 1 for yes, 2 to go back, or type AGENT to talk to a person.',
  '| Day | From |\n|---|---|\n| Monday | 9:30 |',
  'Your order #12345 of 2026-03-15 is on its way: https://x.example/track?id=12345&lang=en',
  'Please enter your e-mail address (e.g. anne@x.example).',
];
const OPTIONS = ['Yes', 'No, thanks', 'Monday 🎉', '10:30', '$10', 'Talk to a *person*', 'Option A'];
/** What follows the first words: what is left of a long answer, and what was offered. */
const LATER = ['more options', 'yes', 'the first one'];
/** Turns of ours are over long before. */
const BUDGET_MS = '6500';

/** What bots say, in the form that speech gets it: through a whole turn, and the turn after it. */
export const botTexts: Surface = {
  make(random) {
    const said = Array.from(
      { length: random.weighted({ '1': 6, '2': 2, '4': 2 }) === '1' ? 1 : random.between(2, 4) },
      () => {
        let text = random.pick(TEXTS);
        for (let left = random.between(1, 4); left > 0; left--) text = mutateText(text, random);
        const options = Array.from({ length: random.pick([0, 0, 2, 7, 40]) }, () => {
          const option = random.pick(OPTIONS);
          return random.chance(0.3) ? mutateText(option, random).slice(0, 2000) : option;
        });
        return { text, options };
      },
    );
    return JSON.stringify(said satisfies Said[]);
  },
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
    const stage = await openStage({
      ALOUD_PLATFORM: 'botdistrikt',
      BOTDISTRIKT_BASE_URL: `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`,
      BOTDISTRIKT_WEBCHAT_APP_ID: '1',
      BOTDISTRIKT_DOMAIN: 'https://unguessable.fuzz.example',
      ALOUD_TURN_BUDGET_MS: BUDGET_MS,
    });
    const exchange = openExchange(stage.server.url);
    let users = 0;

    async function ask(user: string, value: string, isNew: boolean): Promise<void> {
      const device = {
        skillId: SKILL_ID,
        userId: user,
        deviceId: user,
        apiEndpoint: 'http://127.0.0.1:9',
        locale: 'en-US',
      };
      const session = { new: isNew, sessionId: `session.${user}`, attributes: {} };
      const intent = { name: 'ChatIntent', confirmationStatus: 'NONE', slots: { query: { name: 'query', value } } };
      const content = { type: 'IntentRequest', intent } as unknown as RequestContent;
      const body = JSON.stringify(requestEnvelope(device, session, content, Date.now()));
      const answer = await exchange.post('/alexa', body, stage.sign(body));
      checkAnswer(answer, stage.secrets);
      if (answer.status === 200) await checkResponse(answer.body);
      stage.checkLog();
    }

    return {
      async run(input) {
        const read: unknown = JSON.parse(input);
        if (!Array.isArray(read)) return;
        said = read.filter((item) => typeof item === 'object' && item !== null);
        const user = `amzn1.ask.account.${users++}`;
        await ask(user, 'hello there', true);
        said = [{ text: 'All right.' }];
        for (const words of LATER) await ask(user, words, false);
      },
      async close() {
        await exchange.close();
        await stage.close();
        vendor.closeAllConnections();
        vendor.close();
      },
    };
  },
};
