import type { PlatformName } from '../../../lambda/platforms';
import { type Stage, setStage } from '../stage';
import { isFor, readDialogues } from './dialogue';
import { createScriptedBot, expected, play } from './play';

const PLATFORMS: readonly PlatformName[] = ['botdistrikt', 'voximplant', 'klaunch', 'wotnot', 'chataibot'];
const SCRIPTS = readDialogues();
const BUDGET_MS = 1000;

describe.each(PLATFORMS)('on %s', (platform) => {
  const bot = createScriptedBot();
  let stage: Stage;
  let customers = 0;
  beforeAll(async () => {
    stage = await setStage(bot, { platform, settings: { ALOUD_TURN_BUDGET_MS: String(BUDGET_MS) } });
    // The first turns of a process take longer.
    const echo = stage.echo('first');
    for (const words of ['Alexa, open chat companion', 'hello', 'stop']) await echo.hear(words);
    await stage.vendor.idle();
  });
  afterAll(() => stage.close());

  describe.each(SCRIPTS)('%s', (_file, dialogues) => {
    test.each(dialogues.filter((dialogue) => isFor(dialogue, platform)).map((dialogue) => [dialogue.title, dialogue]))(
      '%s',
      async (_title, dialogue) => {
        // "Yes" and "no" reach the skill by Amazon's intents or in the slot, as she likes.
        for (const yesNo of dialogue.turns.some(({ you }) => /^(?:yes|no)\b/.test(you))
          ? (['intent', 'slot'] as const)
          : (['intent'] as const)) {
          customers++;
          const echo = stage.echo(`customer${customers}`, 'en-US', { yesNo });
          expect(await play(dialogue, echo, bot, { stage, budgetMs: BUDGET_MS })).toEqual(expected(dialogue));
        }
      },
    );
  });
});
