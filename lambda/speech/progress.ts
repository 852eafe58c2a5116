import { phrases } from './phrases';
import { toSsml } from './ssml';

/** What is said while the bot thinks: complete SSML. The wording depends on the turn. */
export function progressSsml(locale: string, turn: number): string {
  return toSsml([phrases(locale).say('progress', { turn })]);
}
