import { corrected } from './changes';
import { kindsOf } from './context';
import type { Decision } from './decision';
import { type Ending, endingOf, isContrasted } from './ending';
import { type Evidence, findEvidence } from './evidence';
import { asSaid, type Heard, heardTokens, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import { isNumberOrShared, named, plain } from './naming';
import type { Prepared } from './offer';
import { openedWith } from './opening';
import { rank } from './ranking';
import { isEndOfStory } from './story';

/** What the words that options are named with mean; `undefined` where they name none. */
export function byName(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const evidence = findEvidence(heard, prepared, lexicon);
  if (evidence.size === 0) return undefined;
  const ending = endingOf(heard, evidence, (only) => plain(only, prepared, lexicon), lexicon);
  const decision =
    corrected(heard, prepared, lexicon, evidence, ending) ??
    contrasted(heard, prepared, lexicon, ending) ??
    named(heard, prepared, lexicon, evidence, 0);
  if (decision?.kind !== 'words') return decision;
  return (
    concluded(heard, prepared, lexicon) ??
    (ending && isEndOfStory(heard, evidence, ending, lexicon) ? ending.decision : undefined) ??
    opened(heard, prepared, lexicon, evidence) ??
    numbered(heard, prepared, lexicon) ??
    decision
  );
}

/** "not the double if I can help it, the single": the option that the utterance comes to. */
function contrasted(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  ending: Ending | undefined,
): Decision | undefined {
  if (!ending || !isContrasted(heard, prepared, lexicon, ending)) return undefined;
  return { ...ending.decision, rule: 'correction' };
}

/** "my wife loves the sea so the sea view I guess", "but compact it is": what a story comes to, and nothing more. */
function concluded(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const end = heard.texts.length;
  for (let at = end - 2; at > 0; at--) {
    if (!is(heard, at, CLASS.conclusions | CLASS.contrasts)) continue;
    const evidence = findEvidence(heard, prepared, lexicon, at + 1);
    const own = new Set([...evidence.values()].flatMap((hit) => [...hit.content, ...hit.light]));
    const kinds = kindsOf(heard, prepared, own);
    const tail = Array.from({ length: end - at - 1 }, (_, index) => at + 1 + index);
    const isMore = tail.some((token) => kinds(token) === 'unknown' && !is(heard, token, CLASS.approvals));
    const isAsked = tail.some((token) => is(heard, token, CLASS.questions) && !is(heard, token, CLASS.being));
    // "but" alone begins what limits the story.
    const isSettled = is(heard, end - 1, CLASS.settlements);
    if (isMore || isAsked || is(heard, at + 1, CLASS.being)) return undefined;
    const decision = named(heard, prepared, lexicon, evidence, at + 1);
    if (decision?.kind !== 'choose' || decision.rest !== undefined || decision.rule === 'negation') return undefined;
    const before = rank(findEvidence(heard, prepared, lexicon, 0, at))?.best ?? [];
    const isOther = before.length > 0 && !before.some(({ label }) => label.index === decision.index);
    return isSettled || (is(heard, at, CLASS.conclusions) && !isOther) ? decision : undefined;
  }
  return undefined;
}

function opened(heard: Heard, prepared: Prepared, lexicon: Lexicon, evidence: Evidence): Decision | undefined {
  const own = new Set([...evidence.values()].flatMap((hit) => [...hit.content, ...hit.light]));
  const content = new Set([...evidence.values()].flatMap((hit) => [...hit.content]));
  const kinds = kindsOf(heard, prepared, own);
  return openedWith(heard, content, kinds, (only) => plain(only, prepared, lexicon), lexicon);
}

/** "two for the last train", "three tickets for snow white": how many is the rest. */
function numbered(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { texts, words, wordOf, numerals } = heard;
  let from = 0;
  while (is(heard, from, CLASS.hesitations)) from++;
  const numeral = numerals.find((one) => one.from === from && one.parts === 1 && !one.ordinal);
  const areNumbers = prepared.labels.some(({ number, items }) => number !== undefined && items.every(isNumberOrShared));
  if (!numeral || areNumbers || prepared.holdsTimes) return undefined;
  const link = numeral.to + (is(heard, numeral.to, CLASS.prepositions) ? 0 : 1);
  if (!is(heard, link, CLASS.prepositions)) return undefined;
  const only = heardTokens(words, texts.slice(link + 1), wordOf.slice(link + 1), lexicon);
  const evidence = findEvidence(only, prepared, lexicon);
  const named = new Set([...evidence.values()].flatMap(({ content, light }) => [...content, ...light]));
  const isMore = only.texts.some((_, at) => !named.has(at) && !is(only, at, CLASS.determiners | CLASS.courtesies));
  const decision = plain(only, prepared, lexicon);
  if (isMore || decision?.kind !== 'choose' || decision.rest !== undefined || decision.rule === 'negation')
    return undefined;
  return { ...decision, confidence: 0.8, rest: asSaid(heard, from, link) };
}
