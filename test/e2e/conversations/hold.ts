import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadTemplate } from '../../../business/load';
import type { PlatformName } from '../../../lambda/platforms';
import { type Conversation, readConversations } from '../../../operator/converse/read';
import { createTheatre, type Theatre } from '../../../operator/converse/run';
import { spokenOf } from '../../../simulator/demo/business';
import { testPki } from '../../support/pki';

const FILES = readdirSync(__dirname)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readConversations(join(__dirname, name)).conversations] as const);

const TEMPLATE = spokenOf(loadTemplate());

/** The tests that hold all conversations on a platform. */
export function holdConversations(platform: PlatformName): void {
  let theatre: Theatre;
  beforeAll(() => {
    theatre = createTheatre({ spoken: TEMPLATE, env: {}, locale: 'en-US', pki: testPki() });
  });
  afterAll(() => theatre.close());

  const files = FILES.map(
    ([file, all]) => [file, all.filter(({ platforms }) => platforms?.includes(platform) ?? true)] as const,
  );
  describe.each(files.filter(([, held]) => held.length > 0))('%s', (_file, held) => {
    test.each(held.map((conversation) => [conversation.name, conversation]))('%s', async (_name, conversation) => {
      for (const yesNo of waysOfYesAndNo(conversation)) {
        const { steps } = await theatre.hold(conversation, platform, { yesNo });
        expect(steps.flatMap(({ line, differences }) => differences.map((found) => ({ line, ...found })))).toEqual([]);
      }
    });
  });
}

/** "Yes" and "no" reach the skill by Amazon's intents or in the slot, as Alexa likes. */
function waysOfYesAndNo({ steps }: Conversation): readonly ('intent' | 'slot')[] {
  return steps.some(({ say }) => /^(?:yes|no)\b/.test(say ?? '')) ? ['intent', 'slot'] : ['intent'];
}
