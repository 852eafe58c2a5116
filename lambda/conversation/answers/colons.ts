import type { AnswerLanguage } from './language';

const TIME = String.raw`(?<![\d.,])([01]?\d|2[0-4])\.([0-5]\d)(?![\d.,])`;
const RANGE = new RegExp(`${TIME}(?=\\s*[-–]\\s*\\d)|(?<=\\d\\s*[-–]\\s*)${TIME}`, 'gu');

/** Labels with times as others write them, where a language writes "9.30 Uhr", "11.45–12.30". */
export function withColons(labels: readonly string[], { clock }: Pick<AnswerLanguage, 'clock'>): readonly string[] {
  // Most labels hold no time, and the pattern is made for each offer.
  if (!clock.dotted || !labels.some((label) => label.includes('.'))) return labels;
  const full = new RegExp(`${TIME}(?=\\s*(?:${clock.full.join('|')})(?!\\p{L}))`, 'giu');
  const toColon = (_: string, hour?: string, minute?: string, lastHour?: string, lastMinute?: string) =>
    `${hour ?? lastHour}:${minute ?? lastMinute}`;
  return labels.map((label) => label.replace(RANGE, toColon).replace(full, '$1:$2'));
}
