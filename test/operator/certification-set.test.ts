import { join } from 'node:path';
import { PLATFORM_NAMES } from '../../lambda/platforms';
import { readConversations } from '../../operator/converse/read';
import { createTheatre, type Theatre } from '../../operator/converse/run';
import { demoSpoken } from '../../simulator/demo/business';
import { projectRoot } from '../../simulator/root';
import { testPki } from '../support/pki';

const { conversations } = readConversations(join(projectRoot(), 'operator/certify/conversations/session.yaml'));
const LOCALES = ['ar-SA', 'de-DE', 'en-US', 'es-ES', 'fr-FR', 'hi-IN', 'it-IT', 'ja-JP', 'nl-NL', 'pt-BR'];
/** Each language once, and each platform in English. */
const STAGES = [
  ...LOCALES.map((locale) => ['botdistrikt', locale] as const),
  ...PLATFORM_NAMES.slice(1).map((platform) => [platform, 'en-US'] as const),
];

let theatre: Theatre;
beforeAll(() => {
  theatre = createTheatre({ spoken: demoSpoken(), env: {}, locale: 'en-US', pki: testPki() });
});
afterAll(() => theatre.close());

test.each(STAGES)('what Amazon tries with every skill holds on %s in %s', async (platform, locale) => {
  for (const conversation of conversations) {
    const { steps } = await theatre.hold({ ...conversation, locale }, platform);
    const found = steps.flatMap(({ line, differences }) => differences.map((difference) => ({ line, ...difference })));
    expect([conversation.title, found]).toEqual([conversation.title, []]);
  }
});
