import { once } from '../../conversation/answers/once';
import type { Written } from '../../languages/written';
import { plainLetters } from '../line/letters';
import { memoize } from '../memoize';
import type { Phrases } from '../phrases';
import { abbreviationStage } from './abbreviations';
import { airportStage } from './airports';
import { inAlphabet, type Table } from './alphabet';
import type { SignStage } from './around';
import { arrowStage } from './arrows';
import { capitalStage } from './capitals';
import { concernsOf } from './concerns';
import { signContext } from './context';
import { contrastStage } from './contrast';
import { dateStage } from './dates';
import { dayStage } from './days';
import { drawnStage } from './drawn';
import { forbiddenStage } from './forbidden';
import { mayBeIn } from './guess';
import { leftOutStage } from './left-out';
import { legendStage, pointedStage } from './legend';
import { moneyStage } from './money';
import { nameStage } from './names';
import { pairStage } from './pairs';
import { placeStage } from './places';
import { powerStage } from './powers';
import { rangeStage } from './ranges';
import { regionStage } from './regions';
import { anyOf, formStage, listOf, type Stage, signFormStage } from './rules';
import { scaleStage } from './scales';
import { taskStage } from './tasks';
import { unitStage } from './units';

/** How the written signs of one text are said in words of its language. */
export interface Wording {
  /** Whether there may be anything in a line that is said in other words. */
  concerns(line: string): boolean;
  /** Signs and emoji that mean something, before all others are taken away. */
  signs(line: string): string;
  /** Abbreviations, units, dates and the like. */
  words(line: string): string;
  /** Last: words in capitals. */
  capitals(line: string, source: string): string;
}

/** The wording of a text; `undefined` where the text is of another language, or nothing is known of how its language writes. */
export function wordingOf(text: string, words: Phrases): Wording | undefined {
  const table = tableOf(words);
  if (!table?.concerns(text) || !mayBeIn(words.language, plainLetters(text), !words.isForeign)) return undefined;
  const stages = table.stages();
  const context = signContext(text, stages.written);
  return {
    concerns: table.concerns,
    signs: (line) => stages.signs.reduce((said, stage) => stage(said, context), line),
    words: (line) => stages.words.reduce((said, stage) => stage(said, context), line),
    capitals: stages.capitals,
  };
}

/** What is made of the table of a language. */
interface Made {
  readonly concerns: (line: string) => boolean;
  readonly stages: () => Stages;
}

interface Stages {
  readonly written: Table;
  readonly signs: readonly SignStage[];
  readonly words: readonly SignStage[];
  readonly capitals: (line: string, source: string) => string;
}

/** Code in words, as a sentence of its own or a part of one. */
function codeStage({ code }: Written): Stage {
  return (line) =>
    code === ''
      ? line
      : line.replace(/\ufdd1/g, (_sign, at: number) =>
          at === 0 ? code.charAt(0).toUpperCase() + code.slice(1) : ` ${code} `,
        );
}

/** Text that is struck out needs no cross before it, nor what takes its place a check: "❌ ~~£12~~ ✅ £9". */
function struckSignStage({ checks, forbidden, pattern }: Table): Stage {
  const signs = anyOf(listOf([forbidden.crosses, ...checks.map((one) => one.signs)].join(' ')));
  const before = pattern(`${signs}\ufe0f?\\s{0,3}(?=\ufdd2)`, 'gu');
  const behind = pattern(`(?<=\ufdd3)\\s{0,3}${signs}\ufe0f?\\s{0,3}`, 'gu');
  return (line) => (line.includes('\ufdd2') ? line.replace(before, '').replace(behind, ' ') : line);
}

const made = memoize((words: Phrases): { readonly table?: Made } => {
  const { written } = words;
  return written ? { table: { concerns: concernsOf(written), stages: once(() => createStages(written, words)) } } : {};
});

function tableOf(words: Phrases): Made | undefined {
  return made(words).table;
}

function createStages(table: Written, words: Phrases): Stages {
  const written = inAlphabet(table);
  const { checks, lights, thumbs, pluses } = written;
  return {
    written,
    signs: [
      formStage(written.blank, /\ufdd0|null|None/),
      leftOutStage(written),
      struckSignStage(written),
      formStage(written.struck, /\ufdd2/),
      formStage(written.choices, /\ufdd4/),
      codeStage(written),
      taskStage(written),
      pointedStage(words, written),
      scaleStage(words, written),
      drawnStage(words, written),
      forbiddenStage(words, written),
      ...[checks, lights, thumbs, pluses].map((group) => contrastStage(group, written)),
      legendStage(words, written),
      arrowStage(written),
    ],
    words: [
      placeStage(written),
      airportStage(written),
      powerStage(written),
      signFormStage(written.early),
      pairStage(written),
      moneyStage(written, words.language),
      dateStage(written, words.language),
      dayStage(written, words),
      rangeStage(written),
      nameStage(written),
      regionStage(written),
      unitStage(written, words.language),
      abbreviationStage(written),
      signFormStage(written.late),
    ],
    capitals: capitalStage(written),
  };
}
