import { LONGEST_TEXT } from '../../conversation/message';
import { withoutSignals } from '../signals';
import { withFencedCode } from './bare-code';
import { withoutShortCodes } from './codes';
import { inCommonMarkup } from './dialects';
import { inOneEncoding } from './encoding';
import { withoutDoubleEscapes } from './entities';
import { withoutGenderStars } from './gender-stars';
import { withoutLeftovers } from './generated-text';
import { withoutData } from './json';
import { withoutPlaceholders } from './placeholders';
import { withoutProgramOutput } from './program-output';
import { withRuledTables } from './spaced-tables';
import { withWholeTags } from './torn-tags';

export { placeholdersIn } from './placeholders';

const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** What is done to a text before its markup is read: each takes away what the machines before us have left in it. */
const STAGES: readonly ((text: string) => string)[] = [
  withoutSignals,
  inOneEncoding,
  withoutDoubleEscapes,
  withWholeTags,
  withoutLeftovers,
  withoutProgramOutput,
  withFencedCode,
  withRuledTables,
  withoutData,
  withoutPlaceholders,
  withoutShortCodes,
  withoutGenderStars,
  inCommonMarkup,
];

/** A text as its author meant it to be shown: markdown, HTML or plain. */
export function shownText(source: string): string {
  const text = STAGES.reduce((result, stage) => stage(result), source.slice(0, LONGEST_TEXT));
  return text.replace(LINE_BREAK, '\n');
}
