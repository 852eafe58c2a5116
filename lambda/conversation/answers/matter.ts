import { type Heard, has } from './heard';
import { MARK } from './lexicon';

/** Whether a question asks what the matter is, so that facts answer it. */
export function isAboutMatter(question: Heard): boolean {
  return question.texts.some((_, at) => has(question, at, MARK.matters));
}
