import { createAnswerEngine } from '../../../lambda/conversation/answers/engine';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';
import { phrases } from '../../../lambda/speech/phrases';

const { answers, numbers, numberWords } = phrases('en');

/** The engine, in English. */
export const english = createAnswerEngine(answers, createNumberReader(numbers, numberWords));
