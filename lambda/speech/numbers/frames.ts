import type { FoundNumber } from '../../conversation/answers/numbers';
import { normalize } from '../../conversation/normalize';

/** Whether the words around a number are nothing but one of the frames of a language, "option {{number}}". */
export type Frames = (tokens: readonly string[], number: FoundNumber) => boolean;

/** `courtesies` may stand before or after a frame: "option two, please". */
export function createFrames(frames: readonly string[], courtesies: readonly string[]): Frames {
  const known = new Set<string>();
  let longest = 0;
  for (const frame of frames) {
    for (const polite of [frame, ...courtesies.flatMap((words) => [`${words} ${frame}`, `${frame} ${words}`])]) {
      const [before = '', after = ''] = polite.split('{{number}}').map(normalize);
      known.add(`${before}|${after}`);
      longest = Math.max(longest, before.split(' ').length + after.split(' ').length);
    }
  }
  return (tokens, { from, to }) => {
    if (from + tokens.length - to > longest) return false;
    return known.has(`${tokens.slice(0, from).join(' ')}|${tokens.slice(to).join(' ')}`);
  };
}
