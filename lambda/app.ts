import type { Skill } from 'ask-sdk-core';
import type { Config, PlatformConfig } from './config';
import { createTurn } from './conversation/turn';
import { AloudError } from './errors';
import { PLATFORMS } from './platforms';
import type { Platform } from './platforms/platform';
import { createSkill } from './skill/skill';
import { render } from './speech/render';
import { voice } from './speech/voice';
import { openSqlite } from './store/sqlite';
import type { Store } from './store/store';
import type { Telemetry } from './telemetry';

/** A running skill, whatever brings it its requests. */
export interface App {
  readonly skill: Skill;
  /** Does once, now, what the first bot text would otherwise have to wait for: loading parsers takes tens of milliseconds. */
  warmUp(): void;
  /** Resolves when requests can be served. */
  ready(): Promise<void>;
  /** Lets go of the database and of connections. Running turns must have ended. */
  close(): Promise<void>;
}

/** Puts the rooms together. */
export function createApp(config: Config, telemetry: Telemetry): App {
  const store = openStore(config);
  const platform = createPlatform(config.platform, telemetry);
  const turn = createTurn({ platform, store, voice, onError: telemetry.error });
  const skill = createSkill({
    secret: config.secret,
    turnBudgetMs: config.turnBudgetMs,
    turn,
    speak: (reply, locale) => render(reply, { locale, name: config.name }),
    telemetry,
  });
  return {
    skill,
    warmUp() {
      const text = '**Hello** &amp; <b>welcome</b>! Shall we?';
      voice.paragraphs({ id: '', from: { kind: 'bot' }, text, choices: [], media: [], cards: [], sentAt: 0 }, 'en-US');
    },
    ready: () => store.ready(),
    async close() {
      await platform.close();
      await store.close();
    },
  };
}

function openStore({ store, secret }: Config): Store {
  return openSqlite(store.slice('sqlite:'.length), secret);
}

function createPlatform({ name, values }: PlatformConfig, telemetry: Telemetry): Platform {
  const definition = PLATFORMS[name];
  if (!definition) throw new AloudError('ALOUD_CONFIG_INVALID', `there is no platform ${name}`);
  return definition.create(values, telemetry);
}
