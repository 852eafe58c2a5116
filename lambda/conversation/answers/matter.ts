import { type Heard, hasAny } from './heard';
import { MARK } from './lexicon';

/** Whether a question asks what the matter is, so that facts answer it. */
export function isAboutMatter(question: Heard): boolean {
  return hasAny(question, MARK.matters);
}
