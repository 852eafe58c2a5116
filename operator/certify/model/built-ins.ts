/** Amazon's standard intents (https://developer.amazon.com/docs/custom-skills/standard-built-in-intents.html). */
export const BUILT_IN_INTENTS: ReadonlySet<string> = new Set(
  [
    ...['Cancel', 'Fallback', 'Help', 'LoopOff', 'LoopOn', 'More', 'NavigateHome', 'NavigateSettings', 'Next', 'No'],
    ...['PageDown', 'PageUp', 'Pause', 'Previous', 'Repeat', 'Resume', 'ScrollDown', 'ScrollLeft', 'ScrollRight'],
    ...['ScrollUp', 'Select', 'ShuffleOff', 'ShuffleOn', 'StartOver', 'Stop', 'Yes'],
  ].map((name) => `AMAZON.${name}Intent`),
);

/**
 * Slot types of Amazon's that are not lists of things (https://developer.amazon.com/docs/custom-skills/slot-type-reference.html).
 * Those that are have capitals inside, "AMAZON.Actor", and are too many to be kept here.
 */
const TYPES: ReadonlySet<string> = new Set(
  [
    ...['DATE', 'DURATION', 'FOUR_DIGIT_NUMBER', 'NUMBER', 'Ordinal', 'PhoneNumber', 'TIME', 'SearchQuery'],
    ...['US_STATE', 'US_CITY', 'US_FIRST_NAME', 'EUROPE_CITY', 'GB_CITY', 'GB_FIRST_NAME', 'DE_CITY', 'DE_FIRST_NAME'],
    ...['DE_REGION', 'GB_REGION', 'EUROPE_REGION', 'AT_CITY', 'AT_REGION', 'LITERAL'],
  ].map((name) => `AMAZON.${name}`),
);
const LIST_TYPE = /^AMAZON\.[A-Z][a-z]\w*$/;

export function isAmazonType(type: string): boolean {
  return TYPES.has(type) || LIST_TYPE.test(type);
}
