import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConversations } from '../../operator/converse/read';
import { createTheatre, type Theatre } from '../../operator/converse/run';
import { demoSpoken } from '../../simulator/demo/business';
import { projectRoot } from '../../simulator/root';
import { testPki } from '../support/pki';

const FOLDER = join(projectRoot(), 'simulator/conversations');
const ALL = readdirSync(FOLDER).flatMap((name) => readConversations(join(FOLDER, name)).conversations);

let theatre: Theatre;
beforeAll(() => {
  theatre = createTheatre({ spoken: demoSpoken(), env: {}, locale: 'en-US', pki: testPki() });
});
afterAll(() => theatre.close());

test('there are some in each language', () => {
  const languages = new Set(ALL.map(({ locale = '' }) => locale.slice(0, 2)));
  expect([...languages].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ja', 'nl', 'pt']);
});

test.each(ALL.map((conversation) => [conversation.name, conversation]))('%s', async (_name, conversation) => {
  const { steps } = await theatre.hold(conversation, 'botdistrikt');
  expect(steps.flatMap(({ line, differences }) => differences.map((found) => ({ line, ...found })))).toEqual([]);
});
