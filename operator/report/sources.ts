import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SkillConfig } from '../../lambda/app/config';
import { DEFAULT_SKILL } from '../../lambda/config/config';
import type { Store } from '../../lambda/conversation/ports/store';
import { PLATFORM_NAMES } from '../../lambda/platforms';
import { openStoreAt } from '../../lambda/store/open';
import { DEMO_DATABASE, databaseOf } from '../../simulator/demo/database';
import { SECRET } from '../../simulator/demo/secret';
import type { Call } from '../command';
import { openStore } from '../erase';
import { configOf } from '../own-skill';
import { OperatorProblem } from '../problem';

/** A skill of which there is to report. */
export interface Source {
  /** Its name in the store. */
  readonly skill: string;
  /** What its business is called. */
  readonly name: string;
  /** For how many days unmatched answers are kept. */
  readonly days: number | null;
  readonly store: Store;
}

/**
 * The skill of the settings; without a platform those of the demo, each on a database of its own.
 *
 * @param ownName what the business file says
 * @throws AloudError ALOUD_CONFIG_INVALID, ALOUD_STORE_UNAVAILABLE
 */
export function openSources(call: Call, ownName: string | undefined): readonly Source[] {
  if (isDemo(call)) return demoSources(call);
  const config = configOf(call);
  const store = openStore(config);
  return config.skills.map((skill) => ({
    ...{ skill: skill.name, name: nameOf(skill, ownName), days: skill.unmatchedDays ?? null, store },
  }));
}

export async function closeSources(sources: readonly Source[]): Promise<void> {
  await Promise.all([...new Set(sources.map(({ store }) => store))].map((store) => store.close()));
}

/** As `aloud start` decides it. */
function isDemo({ env }: Call): boolean {
  return !['ALOUD_PLATFORM', 'ALOUD_SKILL_ID', 'ALOUD_SECRET', 'ALOUD_SETTINGS'].some((name) => env[name]?.trim());
}

function demoSources({ root, screen }: Call): readonly Source[] {
  const found = PLATFORM_NAMES.map((platform) => ({
    platform,
    path: join(root, databaseOf(DEMO_DATABASE, platform)),
  })).filter(({ path }) => existsSync(path));
  if (found.length === 0) {
    throw new OperatorProblem(['ALOUD_PLATFORM is not set, and the demo has not run yet: try npx aloud start']);
  }
  screen.note('ALOUD_PLATFORM is not set: this is the demo, whose bot and customers are simulated');
  return found.map(({ platform, path }) => ({
    ...{ skill: DEFAULT_SKILL, name: `Demo (${platform})`, days: null },
    store: openStoreAt(`sqlite:${path}`, { secret: SECRET }),
  }));
}

/** The business file says what the business is called. */
function nameOf({ name, businessName }: SkillConfig, ownName: string | undefined): string {
  return ownName ?? businessName ?? (name === DEFAULT_SKILL ? 'Aloud' : name);
}
