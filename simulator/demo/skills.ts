import type { Store } from '../../lambda/conversation/ports/store';
import type { PlatformName } from '../../lambda/platforms';
import { openStoreAt } from '../../lambda/store/open';
import { SECRET } from './secret';
import { type DemoSkill, type DemoSkillOptions, startDemoSkill } from './skill';

export interface DemoSkillsOptions
  extends Pick<DemoSkillOptions, 'settings' | 'models' | 'business' | 'pki' | 'amazon' | 'bot'> {
  /** File of a platform's database, or `:memory:`. */
  readonly databaseOf: (platform: PlatformName) => string;
}

type Start = Pick<DemoSkillOptions, 'platform' | 'userId'> & Partial<Pick<DemoSkillOptions, 'port' | 'extend'>>;

/**
 * The skills of the demo's customers. Each customer has one of their own on each platform, with its own vendor and bot:
 * what one makes fail or wait is nobody else's. All of a platform share its database.
 */
export interface DemoSkills {
  /** The customer's skill; started when it is first asked for, with what is given besides. */
  of(start: Start): Promise<DemoSkill>;
  /** Nobody needs it any more: it ends once its running turns have ended. */
  release(skill: DemoSkill): void;
  close(): Promise<void>;
}

export function createDemoSkills({ databaseOf, ...common }: DemoSkillsOptions): DemoSkills {
  const stores = new Map<PlatformName, Store>();
  const skills = new Map<string, Promise<DemoSkill>>();
  const ending = new Set<Promise<void>>();

  function storeOf(platform: PlatformName): Store {
    const known = stores.get(platform);
    if (known) return known;
    const store = openStoreAt(`sqlite:${databaseOf(platform)}`, { secret: SECRET });
    stores.set(platform, store);
    return store;
  }

  return {
    of({ port = 0, ...start }) {
      const name = nameOf(start);
      const known = skills.get(name);
      if (known) return known;
      const starting = startDemoSkill({ ...common, ...start, port, store: storeOf(start.platform) });
      skills.set(name, starting);
      starting.catch(() => skills.delete(name));
      return starting;
    },
    release(skill) {
      skills.delete(nameOf(skill));
      const ended = skill.close().finally(() => ending.delete(ended));
      ending.add(ended);
    },
    async close() {
      const started = await Promise.allSettled(skills.values());
      await Promise.all(started.map((skill) => skill.status === 'fulfilled' && skill.value.close()));
      await Promise.all(ending);
      await Promise.all([...stores.values()].map((store) => store.close()));
    },
  };
}

function nameOf({ platform, userId }: Pick<DemoSkill, 'platform' | 'userId'>): string {
  return `${platform} ${userId}`;
}
