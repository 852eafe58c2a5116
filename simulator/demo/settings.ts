import { z } from 'zod';
import type { Behaviour } from '../platforms/botdistrikt';
import type { Fault } from '../platforms/faults';

interface Option<T> {
  readonly value: T;
  readonly label: string;
}

/** How long the bot platform takes, in milliseconds. */
export const DELAYS: readonly Option<number>[] = [
  { value: 0, label: 'answers at once' },
  { value: 500, label: 'takes half a second' },
  { value: 2000, label: 'takes two seconds' },
  { value: 5000, label: 'takes five seconds' },
  { value: 9000, label: 'takes nine seconds, more than Alexa gives' },
];

/** What may happen to the next message that is sent to the bot. */
export const FAULTS: readonly Option<Fault | 'none'>[] = [
  { value: 'none', label: 'is answered' },
  { value: 401, label: 'finds the customer forgotten (401)' },
  { value: 429, label: 'is one too many (429)' },
  { value: 500, label: 'hits an error (500)' },
  { value: 'html-502', label: 'hits a bad gateway (502, an HTML page)' },
  { value: 'not-json', label: 'is answered with something that is not JSON' },
  { value: 'half', label: 'is answered by half' },
  { value: 'reset', label: 'loses its connection' },
  { value: 'hang', label: 'is never answered' },
];

/** The simulated platform's manners, as the page shows and changes them. */
export const demoSettings = z.object({
  delayMs: z.literal(DELAYS.map(({ value }) => value)),
  fault: z.literal(FAULTS.map(({ value }) => value)),
});
export type DemoSettings = z.infer<typeof demoSettings>;

export function readSettings({ delayMs, faults }: Behaviour): DemoSettings {
  return { delayMs, fault: faults.send[0] ?? 'none' };
}

export function applySettings({ delayMs, fault }: DemoSettings, behaviour: Behaviour): void {
  behaviour.delayMs = delayMs;
  const { send } = behaviour.faults;
  send.splice(0, send.length, ...(fault === 'none' ? [] : [fault]));
}
