import says from './says.json';
import type { Step } from './step';

/** What is said or done in a step, with the name of the skill. */
export function doingOf({ say, doing = '' }: Step, name: string): string {
  if (say === undefined) return doing;
  return `Say: “${saidIn(say, name)}”`;
}

/** What is said, in English: elsewhere it is said in one's own language. */
export function saidIn(say: string, name: string): string {
  return ((says as Readonly<Record<string, string>>)[say] ?? say).replaceAll('{name}', name);
}

/** What a person does first, so that the Echo is where the step begins. */
export function placeOf({ from }: Step): string | undefined {
  if (from === 'open') return 'The skill is open and Alexa listens (else open it first).';
  return from === 'closed' ? 'The skill is closed (else say “Alexa, stop” first).' : undefined;
}
