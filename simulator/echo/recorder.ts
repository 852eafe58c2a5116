import { stringify } from 'yaml';
import type { EchoTurn } from './types';

/** A step of a recorded conversation, in the form of a conversation file. */
export type RecordedStep = Readonly<Record<string, unknown>>;

/** What was said at an Echo and what was heard, as steps. */
export interface Recorder {
  /** @param opening how the skill is opened, so that a launch is written as one */
  heard(said: string, turn: EchoTurn, opening: string): void;
  silence(result: EchoTurn | { readonly reprompt: string }): void;
  agent(text: string, name?: string): void;
  broadcast(text: string): void;
  /** The conversation file; `undefined` where nothing was said. */
  file(about: { readonly title: string; readonly locale: string }): string | undefined;
}

/** Records a conversation at a simulated Echo. */
export function createRecorder(): Recorder {
  const steps: RecordedStep[] = [];
  const heard = (turn: EchoTurn): RecordedStep => ({
    ...(turn.progress.length > 0 && { progress: turn.progress.join(' ') }),
    hear: turn.speech,
    ...(turn.state === 'idle' && { ends: true }),
  });
  return {
    heard(said, turn, opening) {
      const isOpening = said.localeCompare(opening, undefined, { sensitivity: 'base' }) === 0;
      steps.push({ ...(isOpening ? { open: true } : { say: said }), ...heard(turn) });
    },
    silence(result) {
      if (!('said' in result)) steps.push({ silence: true, hear: result.reprompt });
      else steps.push({ silence: true, ends: result.state === 'idle' });
    },
    agent: (text, name) => void steps.push({ agent: name === undefined ? text : { name, says: text } }),
    broadcast: (text) => void steps.push({ broadcast: text }),
    file({ title, locale }) {
      return steps.length === 0 ? undefined : stringify({ title, locale, steps }, { lineWidth: 120 });
    },
  };
}
