import type { Decision, Offered, QuestionKind } from '../../lambda/conversation/answers/decision';
import { voiceFor } from '../../lambda/speech/voice';
import { mutateText } from '../mutate';
import { fail, type Surface } from '../surface';

interface Answer {
  readonly labels: readonly string[];
  readonly question: string;
  readonly said: string;
}

const LABELS = [
  'Yes',
  'No',
  'Tea',
  'Coffee with milk',
  'Light blue',
  'Blue',
  '10:30',
  'Half past two',
  'March 15',
  '$19.99',
  'Third floor',
  '2 nights',
  'Under 10',
  '10 to 20',
  'Talk to us',
  'Checking account',
  'Size XL',
  'A4',
  'Zürich',
  'Option B',
];
const WORDS =
  'the a first second last one two three twenty hundred half past ten no not yes please and or with of in at blue light tea coffee milk march fifteenth floor nights under over between account size option b zurich never mind cancel actually sorry i would like want both all none more what which is it that them never thousand million point dollars quarter to'.split(
    ' ',
  );
const QUESTIONS = ['', 'Which one?', 'Shall I book it?', 'How many nights would you like?'];
const KINDS: readonly QuestionKind[] = ['confirmation', 'offer', 'anything-else', 'go-on', 'delete'];
const VOICE = voiceFor('en-US');

/** What people say to what was offered or asked, as it is heard. */
export const spokenAnswers: Surface = {
  make(random) {
    const labels = Array.from({ length: random.pick([1, 2, 3, 5, 12, 60]) }, () => {
      const label = random.pick(LABELS);
      return random.chance(0.2) ? mutateText(label, random).slice(0, 300) : label;
    });
    const length = random.pick([1, 2, 3, 5, 8, 15, 60, 400, 4000]);
    const words = Array.from({ length }, () => random.pick(random.chance(0.8) ? WORDS : labels));
    const said = words.join(' ');
    const heard = random.chance(0.3) ? mutateText(said, random) : said.toLowerCase();
    return JSON.stringify({ labels, question: random.pick(QUESTIONS), said: heard } satisfies Answer);
  },
  async open() {
    return {
      async run(input) {
        const { labels = [], question = '', said = '' } = JSON.parse(input) as Partial<Answer>;
        if (!Array.isArray(labels) || !labels.every((label) => typeof label === 'string')) return;
        if (typeof said !== 'string' || typeof question !== 'string') return;
        // As the core offers them: what cannot be said in one breath is cut.
        const spoken = labels.map((label, index) => VOICE.label({ label }, index));
        const offered = { labels: spoken, from: 0, to: labels.length, question };
        const decision = VOICE.answers.decide(offered, said);
        checkDecision(decision, offered);
        if (JSON.stringify(VOICE.answers.decide(offered, said)) !== JSON.stringify(decision)) fail('decided otherwise');
        for (const kind of KINDS) VOICE.answers.yesNo(said, kind, question);
        VOICE.answers.code(said, question);
        VOICE.command(said);
        const number = VOICE.number(said);
        if (number !== undefined && Number.isNaN(number)) fail('a number that is none');
      },
      close: async () => {},
    };
  },
};

function checkDecision(decision: Decision, { labels }: Offered): void {
  const indexes = decision.kind === 'which' ? decision.indexes : 'index' in decision ? [decision.index] : [];
  if (indexes.some((index) => !Number.isInteger(index) || index < 0 || index >= labels.length)) {
    fail(`an option that was not offered: ${JSON.stringify(decision)}`);
  }
  if (decision.kind === 'which' && indexes.length < 2) fail('"which" of less than two');
  if (decision.kind === 'choose' && !(decision.confidence >= 0 && decision.confidence <= 1)) fail('a confidence');
}
