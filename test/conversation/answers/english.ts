import { createAnswerEngine } from '../../../lambda/conversation/answers/engine';
import { answerLanguage } from '../../../lambda/speech/answers';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';
import { phrases } from '../../../lambda/speech/phrases';

const { numbers, understood } = phrases('en');

/** The engine, in English. */
export const english = createAnswerEngine(answerLanguage('en'), createNumberReader(numbers, understood.numbers));
