import type { PlatformName } from '../../../lambda/platforms';
import { setStage } from '../stage';
import { type Dialogue, dialoguesFor, readDialogues } from './dialogue';
import { createScriptedBot, expected, play, type Scene } from './play';

const SCRIPTS = readDialogues();
/** Where answers come too late they should not be waited for long; elsewhere a busy machine must not make them late. */
const SHORT_MS = 1000;
const LONG_MS = 6000;

/** The tests that hold all conversations on a platform. */
export function holdConversations(platform: PlatformName): void {
  const bot = createScriptedBot();
  let scenes: { readonly short: Scene; readonly long: Scene };
  let customers = 0;

  const setScene = async (budgetMs: number): Promise<Scene> => {
    const stage = await setStage(bot, { platform, settings: { ALOUD_TURN_BUDGET_MS: String(budgetMs) } });
    return { stage, budgetMs };
  };
  beforeAll(async () => {
    scenes = { short: await setScene(SHORT_MS), long: await setScene(LONG_MS) };
    // The first turns of a process take longer.
    const echo = scenes.long.stage.echo();
    for (const words of ['Alexa, open chat companion', 'hello', 'stop']) await echo.hear(words);
    await scenes.long.stage.vendor.idle();
  });
  afterAll(() => Promise.all([scenes.short, scenes.long].map(({ stage }) => stage.close())));

  const scripts = SCRIPTS.map(([file, dialogues]) => [file, dialoguesFor(dialogues, platform)] as const);
  describe.each(scripts.filter(([, held]) => held.length > 0))('%s', (_file, held) => {
    test.each(held.map((dialogue) => [dialogue.title, dialogue]))('%s', async (_title, dialogue) => {
      const scene = dialogue.turns.some(({ late }) => late) ? scenes.short : scenes.long;
      for (const yesNo of waysOfYesAndNo(dialogue)) {
        customers++;
        const echo = scene.stage.echo(`customer${customers}`, 'en-US', { yesNo });
        expect(await play(dialogue, echo, bot, scene)).toEqual(expected(dialogue));
      }
    });
  });
}

/** "Yes" and "no" reach the skill by Amazon's intents or in the slot, as Alexa likes. */
function waysOfYesAndNo({ turns }: Dialogue): readonly ('intent' | 'slot')[] {
  return turns.some(({ you }) => /^(?:yes|no)\b/.test(you)) ? ['intent', 'slot'] : ['intent'];
}
