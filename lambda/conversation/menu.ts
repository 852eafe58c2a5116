import { listIn } from './menu-list';
import type { MenuOption } from './menu-option';
import { repliesIn } from './menu-replies';
import { ofSource } from './of-source';
import type { Voice } from './ports/voice';

/** Longer texts are stories, and longer entries are sentences. */
export const LONGEST_TEXT = 2000;
/** With its markup. */
const LONGEST_SOURCE = 10_000;
/** A text without a number or a second letter holds no list. Items of an HTML list have their numbers only once they are read. */
const MAY_COUNT = /[\p{Nd}①-⑳]|<ol|(?<![\p{L}\p{N}])b(?![\p{L}\p{N}])/iu;

/**
 * The options of a menu written into a text: a list that counts ("1. Balance 2. Block card", "A) Apples B) Pears"), or numbers to
 * reply with ("Reply 1 for yes, 2 for no"). None where it is no menu.
 */
export const menuIn = ofSource((source, voice): readonly MenuOption[] => {
  if (source.length > LONGEST_SOURCE || !MAY_COUNT.test(source)) return [];
  const text = voice.lines(source).join('\n');
  if (text.length > LONGEST_TEXT) return [];
  const options = optionsIn(text, voice);
  return options.map(({ label, reply }, index) => ({ label: voice.label({ label }, index), reply }));
});

function optionsIn(text: string, voice: Voice): readonly MenuOption[] {
  const told = repliesIn(text, voice);
  if (told.length > 1) return told;
  // "1. Prices 2. Hours. Reply 0 for the main menu."
  const [way] = told;
  const listed = listIn(text, way?.at ?? text.length, voice);
  return listed.length > 0 ? [...listed, ...told] : [];
}
