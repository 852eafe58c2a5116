import { monthOf } from '../../lambda/conversation/visit';
import { openStoreAt } from '../../lambda/store/open';
import { type Stage, simulatedStage } from '../../operator/converse/stage';
import { reportAt } from '../../operator/report';
import type { Figure, SkillUsage } from '../../operator/report/figures';
import { startAmazon } from '../../simulator/amazon';
import { demoSpoken } from '../../simulator/demo/business';
import type { Echo } from '../../simulator/echo/types';
import { projectRoot } from '../../simulator/root';
import { testPki } from '../support/pki';
import { screenOfTest } from '../support/screen';
import { until } from '../support/until';

const DAY_MS = 24 * 60 * 60_000;
const SECRET = 'the secret of the tests of what is counted';
const OPENING = 'Alexa, open bluebell dental';

/** What `aloud report` has to know. */
const REPORTED = {
  ALOUD_PLATFORM: 'botdistrikt',
  ALOUD_SKILL_ID: 'amzn1.ask.skill.1',
  BOTDISTRIKT_WEBCHAT_APP_ID: '11',
  BOTDISTRIKT_DOMAIN: 'bluebell.example.com',
};

/** Conversations with the real server over HTTP end up in the report, on an engine. */
export function describeCounting(name: string, placeOf: () => string): void {
  describe(`what is counted: ${name}`, () => {
    let stage: Stage | undefined;
    let amazon: Awaited<ReturnType<typeof startAmazon>> | undefined;
    let later: number;
    beforeEach(() => {
      const { now } = Date;
      later = 0;
      jest.spyOn(Date, 'now').mockImplementation(() => now() + later);
    });
    afterEach(async () => {
      await stage?.close();
      await amazon?.close();
      [stage, amazon] = [undefined, undefined];
      jest.restoreAllMocks();
    });

    const settings = () => ({ ALOUD_SECRET: SECRET, ALOUD_STORE: placeOf(), ALOUD_UNMATCHED_DAYS: '3' });

    async function reported(options: Record<string, boolean>) {
      const { screen, out } = screenOfTest();
      const call = { words: [], options: { json: true, ...options }, env: { ...REPORTED, ...settings() }, screen };
      expect(await reportAt({ ...call, root: projectRoot() }, Date.now())).toBe(0);
      return JSON.parse(out()).skills[0];
    }

    test('people, sessions, answers, ends, and what an agent wrote', async () => {
      amazon = await startAmazon({ stage: 'development' });
      stage = await simulatedStage({
        ...{
          platform: 'botdistrikt',
          spoken: demoSpoken(),
          settings: { ...amazon.environment, ...settings() },
          budgetMs: 4000,
          pki: testPki(),
        },
      });
      const { simulated } = stage;
      if (!simulated) throw new Error('no simulation');
      const animals = { text: 'Which animal?', options: ['Lion', 'Tiger'].map((title) => ({ title, payload: title })) };
      const says = (...replies: object[]) => simulated.bot.expect(replies.map((reply) => [reply]));

      const meet = async (echo: Echo) => {
        await echo.hear(OPENING);
        says(animals);
        expect((await echo.hear('which animals do you have'))?.speech).toContain('Which animal');
      };

      // Ben comes once, and falls silent.
      const ben = stage.echo('BEN', 'en-US');
      await meet(ben);
      while (ben.state === 'listening') await ben.silence();

      // Anne comes, says what matches nothing, then picks, and leaves.
      const anne = stage.echo('ANNE', 'en-US');
      await meet(anne);
      says(animals);
      await anne.hear('do you have parking downstairs');
      says({ text: 'The tiger it is.' });
      expect((await anne.hear('the second one'))?.speech).toContain('The tiger it is.');
      await anne.mumble();
      await anne.hear('stop');

      // An agent writes to Anne, who takes notifications.
      await anne.skillEvent(
        'AlexaSkillEvent.ProactiveSubscriptionChanged',
        { subscriptions: [{ eventName: 'AMAZON.MessageAlert.Activated' }] },
        Date.now(),
      );
      amazon.events.permit('amzn1.ask.account.ANNE');
      expect(await simulated.desk.agent('Your tiger has been fed.', 'Rosa')).toBe(200);
      const { events } = amazon;
      await until(() => events.pending('amzn1.ask.account.ANNE').length > 0, 'the notification', 20_000);

      // She comes back on the next day and hears it.
      later += DAY_MS;
      const back = await anne.hear(OPENING);
      const heard = back?.speech.includes('fed') ? back : await anne.hear('yes');
      expect(heard?.speech).toContain('Your tiger has been fed.');
      await anne.hear('stop');
      await stage.close();
      stage = undefined;

      // Where a month ends that night, the day before is in the one before.
      const sum = ({ count, before }: Figure) => count + (before ?? 0);
      const isNextMonth = monthOf(Date.now()) !== monthOf(Date.now() - DAY_MS);
      const usage: SkillUsage = await reported({});
      const figures = Object.fromEntries(
        Object.entries(usage.figures).map(([figure, counts]) => [figure, sum(counts)]),
      );
      expect(figures).toMatchObject({
        ...{ people: isNextMonth ? 3 : 2, newPeople: 2, sessions: 3, cameBack: 1 },
        ...{ noMatch: 1, picked: 1, askedBack: 0, late: 0 },
        ...{ notificationsSent: 1, notificationsFollowed: 1, messagesHeard: 1 },
      });
      expect(figures.turns).toBeGreaterThanOrEqual(9);
      expect(usage.picked.map(({ rule, ...counts }) => [rule, sum(counts)])).toEqual([['position', 1]]);
      const ends = usage.ended.map(({ question, how, ...counts }) => [how, question, sum(counts)]);
      expect(ends).toContainEqual(['silent', 'choices', 1]);
      expect(ends.filter(([how]) => how === 'answered').reduce((all, [, , count]) => all + Number(count), 0)).toBe(2);
      expect(usage.errors).toEqual([]);
      expect(usage.others).toEqual([]);

      const kept = await reported({ unmatched: true });
      expect(kept).toMatchObject({
        sealed: 0,
        offers: [{ labels: ['Lion', 'Tiger'], answers: [{ said: 'do you have parking downstairs', outcome: 'sent' }] }],
      });
    });

    test('erasing somebody takes away no count', async () => {
      stage = await simulatedStage({
        ...{ platform: 'botdistrikt', spoken: demoSpoken(), budgetMs: 4000, pki: testPki() },
        settings: { ...settings(), ALOUD_UNMATCHED_DAYS: '' },
      });
      const { simulated } = stage;
      const scope = { month: monthOf(Date.now()), skill: 'default' };
      const store = openStoreAt(placeOf(), { secret: SECRET });
      const before = (await store.counts(scope)).people ?? 0;
      const carla = stage.echo('CARLA', 'en-US');
      simulated?.bot.expect([[{ text: 'What is it about?' }], [{ text: 'I see.' }]]);
      await carla.hear(OPENING);
      await carla.hear('my xylophone is broken');
      await carla.skillEvent('AlexaSkillEvent.SkillDisabled', { userInformationPersistenceStatus: 'NOT_PERSISTED' });
      await stage.close();
      stage = undefined;
      expect((await store.counts(scope)).people).toBe(before + 1);
      expect(Object.keys(await store.counts(scope)).join()).not.toMatch(/xylophone|CARLA/i);
      await store.close();
    });
  });
}
