import type { Captured, CaptureState } from '../capture/entry';
import { NO_RECORDER, type Recorder } from '../capture/recorder';
import type { Secret } from '../capture/replace';
import { watching } from '../capture/watch';
import type { CaptureStore } from '../conversation/ports/capture-store';
import { CAPTURE_LIMITS } from '../conversation/ports/capture-store';
import type { Config, SkillConfig } from './config';

/** How often it is looked whether an operator captures, in milliseconds. */
const LOOK_MS = 10_000;

/** What becomes of `aloud capture` in a process that serves. */
export interface Capture {
  /** Of one skill. */
  recorderOf(skill: string): Recorder;
  /** Looks in the store whether a capture is on, now and then. Never rejects. */
  look(): Promise<void>;
  /** Resolves when what was recorded is kept. Never rejects. */
  settled(): Promise<void>;
}

export interface CaptureOptions {
  readonly store: CaptureStore;
  readonly secrets: readonly Secret[];
  readonly now?: () => number;
}

/** What it is made of is loaded when a capture is on: no process needs it else. */
export function createCapture({ store, secrets, now = () => Date.now() }: CaptureOptions): Capture {
  let on:
    | (Pick<Recorder, 'call' | 'webhook'> & Pick<CaptureState, 'until' | 'skill'> & { readonly text: string })
    | undefined;
  let looked = now();
  let kept = { count: 0, size: 0 };
  const writing = new Set<Promise<unknown>>();

  function keep(state: string, captured: Captured): void {
    const entry = JSON.stringify(captured);
    if (kept.count >= CAPTURE_LIMITS.entries || kept.size + entry.length > CAPTURE_LIMITS.chars) return;
    kept = { count: kept.count + 1, size: kept.size + entry.length };
    const written = store.keepCaptured(state, entry).catch(() => {});
    writing.add(written);
    void written.then(() => writing.delete(written));
  }

  function begin(text: string): void {
    const state: CaptureState = JSON.parse(text);
    const { createRecording } = require('../capture/record') as typeof import('../capture/record');
    kept = { count: 0, size: 0 };
    const recording = createRecording({ state, secrets, now, watching, keep: (captured) => keep(text, captured) });
    on = { ...recording, until: state.until, skill: state.skill, text };
  }

  return {
    recorderOf: (skill) => ({
      get isOn() {
        return on !== undefined && now() < on.until && (on.skill === undefined || on.skill === skill);
      },
      call: (call) => (on ?? NO_RECORDER).call(call),
      webhook: (platform, request, received) => on?.webhook(platform, request, received),
    }),
    async look() {
      if (now() - looked < LOOK_MS) return;
      looked = now();
      try {
        const text = await store.capture();
        if (text === on?.text) return;
        on = undefined;
        if (text !== undefined) begin(text);
      } catch {
        // What ails the database is told by what needs it.
      }
    },
    async settled() {
      if (on) await new Promise(setImmediate);
      await Promise.all(writing);
    },
  };
}

/** What of the settings must not be in a capture: secrets, and what names the operator's own account and bot. */
export function secretsOf({ secret, metricsToken, skills }: Config): readonly Secret[] {
  return [
    { name: 'ALOUD_SECRET', value: secret },
    ...(metricsToken ? [{ name: 'ALOUD_METRICS_TOKEN', value: metricsToken }] : []),
    ...skills.flatMap(secretsOfSkill),
  ];
}

function secretsOfSkill({ secret, alexaClientId, alexaClientSecret, skillIds, platform }: SkillConfig): Secret[] {
  const own = [
    ['ALOUD_SECRET', secret],
    ['ALEXA_CLIENT_ID', alexaClientId],
    ['ALEXA_CLIENT_SECRET', alexaClientSecret],
    ...skillIds.map((id) => ['ALOUD_SKILL_ID', id] as const),
  ] as const;
  return [...own, ...platformSecrets(platform)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [{ name, value }] : [],
  );
}

/** What has a default says nothing of anybody. */
export function platformSecrets({ definition, values }: SkillConfig['platform']): (readonly [string, unknown])[] {
  return Object.entries(definition.settings).flatMap(([key, setting]) => {
    const { fallback, secret, name: variable } = setting as { fallback?: string; secret?: boolean; name: string };
    return secret || fallback === undefined ? [[variable, values[key]] as const] : [];
  });
}
