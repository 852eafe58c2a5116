import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { LoadedBusiness } from '../business/load';
import { PLATFORM_NAMES, type PlatformName } from '../lambda/platforms';
import { demoSpoken, spokenOf } from '../simulator/demo/business';
import { projectRoot } from '../simulator/root';
import { type Call, EXIT, isOn, type Run, textOf, textsOf } from './command';
import { type Conversation, type ConversationFile, readConversations } from './converse/read';
import { asJson, asJunit, told as toldOf } from './converse/report';
import { createTheatre, type Held, isGood } from './converse/run';
import { update } from './converse/update';
import { folderOf, ofOneSkill, ownBusiness } from './own-skill';
import { OperatorProblem, told } from './problem';
import { saveFile } from './save';

/** Where conversations are looked for when none are named, and where there are none yet. */
const FOLDER = 'conversations';
const OF_THE_DEMO = 'simulator/conversations';

/** `aloud converse` */
export const run: Run = ofOneSkill((call) =>
  told(call.screen, async () => {
    const loaded = ownBusiness(call);
    if ('problems' in loaded) throw new OperatorProblem(loaded.problems);
    const files = filesOf(call, loaded).map(readConversations);
    const all = await holdAll(call, loaded, files);
    const { options, screen } = call;
    const junit = textOf(options, 'junit');
    if (junit) saveFile(junit, asJunit(all));
    const changed = isOn(options, 'update') ? files.map((file) => update(file, all)) : [];
    const bad = all.filter((held) => !isGood(held)).length;
    if (isOn(options, 'json')) screen.print(JSON.stringify(asJson(all), null, 2));
    else {
      screen.print(`${all.length - bad} of ${all.length} went as written`);
      const steps = changed.reduce((sum, count) => sum + count, 0);
      if (isOn(options, 'update')) screen.print(`${steps} ${steps === 1 ? 'step was' : 'steps were'} written anew`);
    }
    return bad === 0 || isOn(options, 'update') ? EXIT.good : EXIT.bad;
  }),
);

async function holdAll(
  { env, screen, options }: Call,
  loaded: LoadedBusiness,
  files: readonly ConversationFile[],
): Promise<readonly Held[]> {
  // The demo's business has no words of its own in most languages.
  const spoken = loaded.isTemplate ? demoSpoken() : spokenOf(loaded);
  const locale = textOf(options, 'locale') ?? loaded.business.locales[0]?.locale ?? 'en-US';
  const isOwn = textOf(options, 'bot') === 'own';
  const theatre = createTheatre({ spoken, env, locale });
  const all: Held[] = [];
  const isTold = !isOn(options, 'json');
  if (isTold)
    screen.note(isOwn ? 'With your own bot, which is called' : 'With the simulated bot: nothing leaves this machine');
  try {
    for (const conversation of files.flatMap(({ conversations }) => conversations)) {
      for (const platform of isOwn ? [undefined] : platformsOf(conversation, textsOf(options, 'platform'))) {
        screen.progress(conversation.name);
        const held = await theatre.hold(conversation, platform);
        all.push(held);
        if (isTold) screen.print(toldOf(held, screen));
      }
    }
    return all;
  } finally {
    await theatre.close();
  }
}

/** Those that were asked for, of those that the conversation can be held on; else the first of these. */
function platformsOf({ platforms = PLATFORM_NAMES }: Conversation, wanted: readonly string[]): readonly PlatformName[] {
  if (wanted.length === 0) return platforms.slice(0, 1);
  return platforms.filter((name) => wanted.includes(name) || wanted.includes('all'));
}

function filesOf(call: Call, { isTemplate }: LoadedBusiness): readonly string[] {
  const { words, root } = call;
  if (words.length > 0) return words;
  const place = join(folderOf(call), FOLDER);
  const own = join(root, place);
  // What the demo's customers hear is not what a business of one's own says.
  const folder = existsSync(own) || !isTemplate ? own : join(projectRoot(), OF_THE_DEMO);
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length === 0) {
    throw new OperatorProblem([
      `There are no conversations in ${place}/ yet: have one with  npx aloud chat --record ${place}/first.yaml`,
    ]);
  }
  return files.map((name) => relative(process.cwd(), join(folder, name)));
}
