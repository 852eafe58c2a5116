import { asked } from '../../../lambda/speech/asking';
import { phrases } from '../../../lambda/speech/phrases';

const QUESTION_AT_END = /(?:[?？؟]|か。?)["'”’»」』\s]*$/u;

/** Whether somebody who hears it knows that it is their turn: it asks or requests something. */
export function asks(heard: string, locale: string): boolean {
  return isQuestion(heard) || asked(heard, phrases(locale)) !== undefined;
}

/** Whether it ends with a question in so many words. */
export function isQuestion(heard: string): boolean {
  return QUESTION_AT_END.test(heard);
}
