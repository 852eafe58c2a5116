import { core, type Heard, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { createPatterns, patternFinder } from './patterns';
import type { Phrases } from './phrases';

export type OfferCommand = 'list' | 'more' | 'none' | 'all' | 'both';

export function createCommands(lexicon: Lexicon): Phrases<OfferCommand> {
  const { list, more, none, all, both } = lexicon.language.commands;
  return createPatterns<OfferCommand>(
    [
      ['list', list],
      ['more', more],
      ['none', none],
      ['all', all],
      ['both', both],
    ],
    lexicon,
  );
}

/** What is said of the offer as a whole: "what were they?", "none of them". */
export function byCommand(
  heard: Heard,
  prepared: Prepared,
  commands: Phrases<OfferCommand>,
  lexicon: Lexicon,
): OfferCommand | undefined {
  const { to } = core(heard);
  const find = patternFinder(commands, heard, prepared.generic, lexicon.language.positions);
  const around = CLASS.courtesies | CLASS.hesitations;
  for (let begin = 0; begin === 0 || is(heard, begin - 1, around | CLASS.corrections); begin++) {
    const found = find(begin);
    if (!found) continue;
    let end = found.to;
    while (end < heard.texts.length && is(heard, end, around)) end++;
    if (end >= Math.max(to, found.to) && end === heard.texts.length) return found.meaning;
  }
  return undefined;
}
