import { ofText } from './answers/kept';
import type { Voice } from './ports/voice';

/** Keeps what a pure function finds in a text of a few sentences, for each voice. */
export function ofSource<Found>(
  find: (source: string, voice: Voice) => Found,
): (source: string, voice: Voice) => Found {
  const byVoice = new WeakMap<Voice, (source: string) => Found>();
  return (source, voice) => {
    const known = byVoice.get(voice) ?? ofText((text) => find(text, voice));
    byVoice.set(voice, known);
    return known(source);
  };
}
