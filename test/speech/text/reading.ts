import { markedParts } from '../../../lambda/speech/marks';
import { readText } from '../../../lambda/speech/markup';

const SIGNALS: Readonly<Record<string, string>> = {
  '\ufdd0': '{blank}',
  '\ufdd1': '{code}',
  '\ufdd2': '{struck: ',
  '\ufdd3': '}',
  '\ufdd4': '{or}',
};

/** The lines of each paragraph of a text: what stands under a mark in brackets, "[break 300: ]", and our signals in braces. */
export function linesOf(text: string): readonly (readonly string[])[] {
  return readText(text).paragraphs.map((lines) => lines.map(shown));
}

function shown(line: string): string {
  return markedParts(line)
    .map(({ name, text }) => (name === undefined ? text : `[${name}: ${text}]`))
    .join('')
    .replace(/[\ufdd0-\ufdd4]/g, (sign) => SIGNALS[sign] ?? sign);
}
