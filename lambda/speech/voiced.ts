import { ofText } from '../conversation/answers/kept';
import { withCodes } from './codes';
import { withoutListing } from './listing-marks';
import { memoize } from './memoize';
import { withPauses } from './pauses';
import type { Phrases } from './phrases';
import { cost, SSML_LIMIT } from './ssml';

const voicedIn = memoize((words: Phrases) => ofText((text) => withCodes(withPauses(withoutListing(text)), words)));

/** A speakable text with marks on how a voice is to say its parts: lists with pauses, codes sign by sign. */
export function voiced(text: string, words: Phrases): string {
  return voicedIn(words)(text);
}

/** How many characters a speakable text takes in a reply. What is longer than a reply takes its length at least. */
export function voicedCost(text: string, words: Phrases): number {
  return text.length > SSML_LIMIT ? cost('') + text.length : cost(voiced(text, words));
}
