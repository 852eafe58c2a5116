import { distance } from '../lambda/conversation/answers/sounds';

/** Codes of two letters are all alike. */
const SHORTEST = 3;

/** The known name that an unknown one was probably meant to be. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length < SHORTEST) return undefined;
  const flat = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [best] = known
    .map((candidate) => ({ candidate, away: distance(flat(name), flat(candidate), name.length) }))
    .toSorted((one, other) => one.away - other.away);
  return best && best.away <= Math.max(1, Math.floor(name.length / 3)) ? best.candidate : undefined;
}
