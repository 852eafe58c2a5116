import { languageOf } from '../../lambda/business/words';
import type { Environment } from '../../lambda/config/environment';
import { LANGUAGES } from '../../lambda/languages';
import type { PlatformName } from '../../lambda/platforms';
import type { Spoken } from '../../simulator/demo/business';
import type { Routing } from '../../simulator/echo/nlu';
import { ownPki, type Pki } from '../../simulator/pki';
import { type Happened, hold } from './hold';
import { type Difference, differences } from './judge';
import { wordingsIn } from './pattern';
import type { Conversation } from './read';
import { ownStage, type Stage, simulatedStage } from './stage';

/** Where answers come too late they are not waited for long; elsewhere a busy machine must not make them late. */
const BUDGET_MS = { late: 1000, usual: 6000 } as const;

export interface RunOptions {
  /** What the skill says of its business, and its models. */
  readonly spoken: Spoken;
  readonly env: Environment;
  /** Of an Echo where the conversation does not say. */
  readonly locale: string;
  readonly pki?: Pki;
}

/** What came of a conversation. */
export interface Held {
  readonly conversation: Conversation;
  /** Absent with one's own bot. */
  readonly platform?: PlatformName;
  readonly steps: readonly HeldStep[];
  readonly ms: number;
}

export interface HeldStep {
  /** The line of the step in the file. */
  readonly line: number;
  readonly happened: Happened;
  readonly differences: readonly Difference[];
}

/** Whether everything came as it is written. */
export function isGood({ steps }: Held): boolean {
  return steps.every(({ differences }) => differences.length === 0);
}

/** Holds conversations, one after the other, on stages that are set when they are first needed. */
export interface Theatre {
  /** @param platform the simulated bot is on; absent: the operator's own bot is called */
  hold(conversation: Conversation, platform: PlatformName | undefined, routing?: Routing): Promise<Held>;
  close(): Promise<void>;
}

export function createTheatre({ spoken, env, locale, ...options }: RunOptions): Theatre {
  const stages = new Map<string, Promise<Stage>>();
  const pki = () => options.pki ?? ownPki();
  const stageOf = (conversation: Conversation, platform: PlatformName | undefined): Promise<Stage> => {
    const budgetMs = conversation.steps.some(({ late }) => late) ? BUDGET_MS.late : BUDGET_MS.usual;
    const settings = conversation.settings ?? {};
    const name = JSON.stringify([platform, budgetMs, Object.entries(settings).sort()]);
    const known = stages.get(name);
    if (known) return known;
    const setting = platform
      ? simulatedStage({ platform, spoken, settings, budgetMs, pki: pki() })
      : ownStage({ ...env, ...settings }, spoken);
    stages.set(name, setting);
    return setting;
  };
  return {
    async hold(conversation, platform, routing) {
      const stage = await stageOf(conversation, platform);
      const spoken = conversation.locale ?? locale;
      const wordings = wordingsOf(spoken);
      const start = performance.now();
      const steps: HeldStep[] = [];
      for await (const happened of hold(conversation, stage, { locale: spoken, routing })) {
        const step = conversation.steps[steps.length];
        if (!step) break;
        steps.push({
          line: conversation.lines[steps.length] ?? 1,
          happened,
          differences: differences(step, happened, wordings, platform),
        });
      }
      return { conversation, ...(platform && { platform }), steps, ms: performance.now() - start };
    },
    async close() {
      const set = await Promise.allSettled(stages.values());
      await Promise.all(set.map((stage) => stage.status === 'fulfilled' && stage.value.close()));
    },
  };
}

function wordingsOf(locale: string) {
  const language = languageOf(locale);
  return wordingsIn({ ...(Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language]?.words() : {}) });
}
