import type { Echo } from '../../simulator/echo/types';
import type { Screen } from '../screen';
import type { Holder } from './hold';
import { nameOf } from './seen';
import { doingOf, saidIn } from './spoken';
import type { Step } from './step';

type Act = (echo: Echo) => Promise<unknown>;

/** What is done where nothing is said. */
const ACTS: Readonly<Record<string, Act>> = {
  async silence(echo) {
    // The reprompt, then the end.
    await echo.silence();
    await echo.silence();
  },
  async events(echo) {
    await echo.skillEvent('AlexaSkillEvent.SkillDisabled', { userInformationPersistenceStatus: 'NOT_PERSISTED' });
    await echo.skillEvent('AlexaSkillEvent.SkillEnabled');
  },
  subscription: (echo) =>
    echo.skillEvent('AlexaSkillEvent.ProactiveSubscriptionChanged', {
      subscriptions: [{ eventName: 'AMAZON.MessageAlert.Activated' }],
    }),
};

/** The simulated Echo in a person's place: it does what the steps say, and cannot tell what was heard. */
export function createSimulated(echo: Echo, screen: Screen, name: string): Holder {
  async function standAt({ from }: Step): Promise<void> {
    if (from === 'open' && echo.state !== 'listening') await echo.hear(saidIn('open', name));
    if (from === 'closed' && echo.state === 'listening') await echo.hear(saidIn('stop', name));
  }

  async function act(step: Step): Promise<void> {
    const act = ACTS[step.id];
    if (act) await act(echo);
    else if (step.say) await echo.hear(saidIn(step.say, name));
  }

  return {
    prepare: standAt,
    async begin(step, place) {
      screen.print(`\n${screen.style('bold', `${place} ${step.title}`)}\n${doingOf(step, name)}`);
      await act(step);
    },
    came: (seen) => screen.print(screen.style('dim', `   came: ${nameOf(seen)}`)),
    key: () => new Promise(() => {}),
    late: async () => 'done',
    // Nobody listens.
    ask: async () => undefined,
    judged: ({ verdict, observed }) => screen.print(`   ${verdict}: ${observed}`),
  };
}
