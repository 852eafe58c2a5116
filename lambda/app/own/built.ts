import { AloudError } from '../../errors';
import type { PlatformDefinition } from '../../platforms/definition';
import { ownDefinition } from '../../platforms/own/definition';
import type { Named } from '../../platforms/own/name';
import { plainBot } from '../../platforms/plain';
import type { Description } from '../../platforms/plain/description';
import { notBuilt } from '../own-bot';
import { unreadable } from './unreadable';

/** What an artifact has of bots of one's own, by their files: modules, and descriptions that were checked when it was built. */
export interface BuiltBots {
  readonly modules?: Readonly<Record<string, () => unknown>>;
  readonly descriptions?: Readonly<Record<string, Description>>;
}

/** Takes the place of `loadBot` in an artifact. */
export function builtBots({ modules = {}, descriptions = {} }: BuiltBots): (named: Named) => PlatformDefinition {
  return (named) => {
    const { file } = named;
    const description = Object.hasOwn(descriptions, file) ? descriptions[file] : undefined;
    if (description) return plainBot(description, file);
    const load = Object.hasOwn(modules, file) ? modules[file] : undefined;
    if (!load) throw new AloudError('ALOUD_BOT_UNREADABLE', notBuilt(file));
    return ownDefinition(loaded(load, file), named);
  };
}

function loaded(load: () => unknown, file: string): unknown {
  try {
    return load();
  } catch {
    throw unreadable(file, 'it throws while it is loaded');
  }
}
