import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../../lambda/speech/render';
import { voiceFor } from '../../lambda/speech/voice';
import { heardSpeech } from '../../simulator/echo/speech';
import { anotherUser, botMessage, command, scriptedPlatform, startTalk } from '../support/talk';

/** What people say of a text: whether it asks, and with which sentence. The skill is not asked. */
interface Row {
  readonly kind: string;
  readonly text: string;
  readonly asked: string;
}

const rows = readFileSync(join(__dirname, '../corpus/asking/en.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Row => {
    const [kind = '', text = '', asked = ''] = line.split('\t');
    return { kind, text, asked };
  });

const voice = voiceFor('en-US');
const OURS: readonly unknown[] = ['anything-else', 'what', 'person', 'go-on'];

/** What is heard, however it is written. */
const heard = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
const heardOf = (ssml: string) => heard(heardSpeech({ type: 'SSML', ssml }));

/** What a user hears of a text and of the "no" that follows. */
async function hear(text: string) {
  const { platform, sent } = scriptedPlatform(() => [botMessage(sent.length > 1 ? 'That is noted.' : text)]);
  const talk = startTalk(platform, anotherUser());
  const { reply } = await talk.say('hello');
  const { ssml, reprompt } = render(reply, { locale: 'en-US' });
  const isOpen = reply.question !== undefined;
  const { reply: answer } = isOpen ? await talk.say(command('no')) : { reply };
  return {
    isOpen,
    isOurs: OURS.includes(reply.question),
    isOfChoices: reply.question === 'choices',
    asking: heard(reply.asking ?? ''),
    speech: heardOf(ssml),
    reprompt: reprompt === undefined ? '' : heardOf(reprompt),
    isNoPassedOn: sent.length > 1,
    endsAtNo: answer.question === undefined,
  };
}

type Heard = Awaited<ReturnType<typeof hear>>;

/** What is wrong with what is heard. */
const FAULTS: Readonly<Record<string, (row: Row, heard: Heard) => readonly (string | false)[]>> = {
  asks: ({ asked }, { isOurs, isOfChoices, asking, speech, reprompt, isNoPassedOn, endsAtNo }) => {
    const sentence = heard(voice.paragraphs(botMessage(asked)).join(' '));
    return [
      isOurs && 'a question of ours is added',
      asking !== sentence && `it is not what asks: ${asking}`,
      // What the text offers to choose from may be said behind it.
      !isOfChoices && !speech.endsWith(sentence) && `it is not last: ${speech}`,
      !isOfChoices && !reprompt.includes(sentence) && `it is not asked again: ${reprompt}`,
      !isNoPassedOn && 'a "no" is kept from the bot',
      endsAtNo && 'a "no" ends the session',
    ];
  },
  says: (_row, { isOpen, isOurs, isNoPassedOn, endsAtNo }) => [
    !isOpen && 'the session ends',
    isOpen && !isOurs && 'no question of ours is added',
    isNoPassedOn && 'a "no" goes to the bot',
    !endsAtNo && 'a "no" does not end the session',
  ],
  farewell: (_row, { isOpen }) => [isOpen && 'the session goes on'],
};

/** A machine that others use too is slow. */
const BUSY_MS = 120_000;

test.each([
  ['asks', 'those that ask are asked last and again, and the answer is the bot’s', 0.97],
  ['says', 'those that ask nothing are followed by a question of ours', 0.92],
  ['farewell', 'those that say that the talk is over end it', 0.95],
])(
  'of the texts that one may mistake, %s: %s',
  async (kind, _what, least) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const wrong: string[] = [];
    for (const row of ofKind) {
      const faults = FAULTS[kind]?.(row, await hear(row.text)).filter((fault) => fault !== false) ?? [];
      if (faults.length > 0) wrong.push(`${row.text}: ${faults.join('; ')}`);
    }
    const isEnough = ofKind.length - wrong.length >= least * ofKind.length;
    expect({ wrong: isEnough ? [] : wrong }).toEqual({ wrong: [] });
  },
  BUSY_MS,
);
