import { loadConfig } from '../../lambda/app/config';
import { businessOf } from '../../lambda/business/words';
import type { Environment, SkillEnvironment } from '../../lambda/config/environment';
import { type RunningServer, startServer } from '../../lambda/server';
import { userKey } from '../../lambda/skill/user';
import { openStoreAt } from '../../lambda/store/open';
import { createLogger } from '../../lambda/telemetry/log';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { erase } from '../../operator/erase';
import { notifications } from '../../operator/notifications';
import { startAmazon } from '../../simulator/amazon';
import { createEcho } from '../../simulator/echo/echo';
import { loadModels } from '../../simulator/echo/models';
import type { Echo } from '../../simulator/echo/types';
import { startVendor } from '../../simulator/platforms';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { testPki } from '../support/pki';
import { until } from '../support/until';

const PKI = testPki();
const MODELS = loadModels();
const STORE_SECRET = 'the secret of the store, at least 32 letters';

/** What people ask of either business, as it reaches a bot. */
const QUESTIONS = [
  ...['what are your opening hours', 'where can i park', 'how much is a visit', 'when can i come', 'who is the owner'],
  ...['what do you recommend', 'how do i get there', 'can i bring my dog', 'where is the entrance', 'what is new'],
] as const;

interface Brand {
  readonly name: string;
  readonly platform: 'botdistrikt' | 'wotnot';
  readonly id: string;
  readonly secret: string;
  readonly greeting: string;
}

const DENTIST: Brand = {
  ...{ name: 'dentist', platform: 'botdistrikt', id: 'amzn1.ask.skill.dentist' },
  ...{ secret: 'the secret of the dentist, 32 letters', greeting: 'Welcome to Bluebell Dental.' },
};
const HOTEL: Brand = {
  ...{ name: 'hotel', platform: 'wotnot', id: 'amzn1.ask.skill.hotel' },
  ...{ secret: 'the secret of the hotel, 32 letters', greeting: 'Welcome to the Eagle.' },
};

/** Says which business it is of, and what it heard. */
function botOf({ name }: Brand, heard: string[]): Bot {
  return {
    reply(_user, said) {
      heard.push(said);
      return [{ text: `The ${name} heard: ${said}.` }];
    },
  };
}

/** A business with its bot, its vendor and its own credentials at Amazon. */
async function open(brand: Brand) {
  const heard: string[] = [];
  const vendor = await startVendor(brand.platform, { bot: botOf(brand, heard) });
  const amazon = await startAmazon({
    ...{ clientId: `amzn1.application-oa2-client.${brand.name}`, clientSecret: `of ${brand.name}` },
    stage: 'development',
  });
  const skill: SkillEnvironment = {
    name: brand.name,
    environment: {
      ...{ ALOUD_SKILL_ID: brand.id, ALOUD_SECRET: brand.secret, ALOUD_QUIET_MS: '20' },
      ...vendor.environment,
      ...amazon.environment,
    },
  };
  const close = () => Promise.all([vendor.close(), amazon.close()]);
  return { ...brand, heard, vendor, amazon, skill, close };
}

type Open = Awaited<ReturnType<typeof open>>;

/** Two businesses on two vendors, served by one process from one store. @param placeOf a new ALOUD_STORE */
export function describeSeveralSkills(engine: string, placeOf: () => string): void {
  describe(`several skills: ${engine}`, () => {
    let all: readonly [Open, Open];
    let process: Environment;
    let server: RunningServer;

    beforeAll(async () => {
      all = [await open(DENTIST), await open(HOTEL)];
      process = { ALOUD_SECRET: STORE_SECRET, ALOUD_STORE: placeOf(), ALOUD_HOST: '127.0.0.1', PORT: '0' };
      server = await startServer({
        config: loadConfig(
          process,
          all.map(({ skill }) => skill),
        ),
        logger: createLogger('silent'),
        trust: { roots: [PKI.rootPem], fetchPem: async () => PKI.chainPem },
        businessOf: (name) => {
          const { greeting } = name === DENTIST.name ? DENTIST : HOTEL;
          return businessOf({ locales: { 'en-US': { name: `The ${name}`, greeting } } });
        },
      });
      for (const { vendor, secret, platform } of all) vendor.sendWebhooksTo(server.url + webhookPath(secret, platform));
    });
    afterAll(async () => {
      await server?.close();
      await Promise.all(all.map(({ close }) => close()));
    });

    /** The Echo of a customer of any of them: the same Alexa account for each. */
    const echoOf = ({ id, amazon }: Open, customer: string): Echo =>
      createEcho({
        ...{ models: MODELS, locale: 'en-US', endpoint: `${server.url}/alexa`, sign: PKI.sign, skillId: id },
        ...{ userId: accountOf(customer), deviceId: `amzn1.ask.device.${customer}` },
        apiEndpoint: 'https://api.amazonalexa.com',
        directives: amazon.directives,
        notifications: amazon.events,
      });

    test('of two hundred turns at a time each is answered by the bot, and in the words, of its own business', async () => {
      const customers = ['ANNE', 'BEN', 'CARLA', 'DAN', 'EVE'];
      const before = all.map(({ heard }) => heard.length);
      await Promise.all(customers.flatMap((customer) => all.map((of) => talk(of, customer))));
      for (const [index, { heard }] of all.entries()) {
        const asked = heard.slice(before[index]).filter((said) => (QUESTIONS as readonly string[]).includes(said));
        expect(asked.toSorted()).toEqual(customers.flatMap(() => [...QUESTIONS, ...QUESTIONS.slice(0, 9)]).toSorted());
      }
    });

    async function talk(of: Open, customer: string): Promise<void> {
      const echo = echoOf(of, customer);
      expect((await echo.hear('Alexa, open chat companion'))?.speech).toContain(of.greeting);
      for (const question of [...QUESTIONS, ...QUESTIONS.slice(0, 9)]) {
        expect((await echo.hear(question))?.speech).toContain(`The ${of.name} heard: ${question}`);
      }
    }

    test('a customer of both is told by each with its own credentials, and hears each agent where they wrote', async () => {
      const echoes = all.map((of) => echoOf(of, 'FAY'));
      for (const echo of echoes) {
        await echo.hear('Alexa, open chat companion');
        await echo.hear('what is new');
        await echo.skillEvent(
          'AlexaSkillEvent.ProactiveSubscriptionChanged',
          { subscriptions: [{ eventName: 'AMAZON.MessageAlert.Activated' }] },
          Date.now(),
        );
        await echo.hear('stop');
      }
      for (const of of all) {
        of.amazon.events.permit(accountOf('FAY'));
        const text = `Yours, the ${of.name}.`;
        expect(await of.vendor.agentSays(keyOf(of, 'FAY'), text, { id: 1, name: `Rosa of ${of.name}` })).toBe(200);
      }
      for (const { amazon, name } of all) {
        await until(() => amazon.events.pending(accountOf('FAY')).length > 0, `the notification of ${name}`, 20_000);
        expect(JSON.stringify(amazon.events.pending(accountOf('FAY')))).toContain(`Rosa of ${name}`);
      }
      for (const [index, of] of all.entries()) {
        const first = await echoes[index]?.hear('Alexa, open chat companion');
        const heard = first?.speech.includes('Yours') ? first : await echoes[index]?.hear('yes');
        expect(heard?.speech).toContain(`Yours, the ${of.name}.`);
      }
      expect(await notifications(process, [all[1].skill])).toMatch(/^Waiting: \d+.*\nGiven up: 0$/);
    });

    test('what one business erases the other keeps, of the same account', async () => {
      const [dentist, hotel] = all;
      for (const of of all) await echoOf(of, 'GUS').hear('Alexa, open chat companion');
      const foreign = await erase([keyOf(hotel, 'GUS')], process, [dentist.skill]);
      expect(foreign).toMatchObject({ exit: 3, text: 'Nothing was kept of this user.' });
      expect(await erase([accountOf('GUS')], process, [dentist.skill])).toMatchObject({ exit: 0 });
      const store = openStoreAt(process.ALOUD_STORE ?? '', { secret: STORE_SECRET });
      const found = await Promise.all(all.map(async (of) => (await store.find(keyOf(of, 'GUS'))) !== undefined));
      await store.close();
      expect(found).toEqual([false, true]);
    });
  });
}

const accountOf = (customer: string) => `amzn1.ask.account.${customer}`;

const keyOf = ({ secret, id }: Brand, customer: string) => userKey(secret, id, accountOf(customer));
