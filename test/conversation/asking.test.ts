import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Message } from '../../lambda/conversation/message';
import type { Reply } from '../../lambda/conversation/reply';
import { pointingBack } from '../../lambda/speech/offers';
import { phrases } from '../../lambda/speech/phrases';
import { render } from '../../lambda/speech/render';
import { voiceFor } from '../../lambda/speech/voice';
import { heardSpeech } from '../../simulator/echo/speech';
import { anotherUser, botMessage, scriptedPlatform, startTalk, textsOf } from '../support/talk';

const voice = voiceFor('en-US');
const RUNS = 150;

const texts: readonly string[] = readFileSync(join(__dirname, '../corpus/bot-texts/en.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => (line.split('\t')[1] ?? '').replaceAll('\\n', '\n'));

const text = fc.constantFrom(...texts);
const labels = fc.subarray(['Monday', 'Friday', 'Yes', 'No', 'Talk to someone', 'Opening hours'], { maxLength: 5 });
const picture = { kind: 'image', title: 'Our rooms', url: 'https://shop.example/rooms.png' } as const;

/** A message as bots compose them: one or two texts of the corpus, a link, a picture, choices. */
const message: fc.Arbitrary<Message> = fc
  .record({
    texts: fc.array(text, { minLength: 1, maxLength: 2 }),
    gap: fc.constantFrom(' ', '\n', '\n\n'),
    link: fc.constantFrom('', '', ' https://shop.example/menu', '\n[Our menu](https://shop.example/menu)'),
    hasPicture: fc.boolean(),
    labels: fc.oneof(fc.constant([]), labels),
  })
  .map(({ texts, gap, link, hasPicture, labels }) => ({
    ...botMessage(texts.join(gap) + link, labels),
    media: hasPicture ? [picture] : [],
  }));
const answer = fc.array(message, { minLength: 1, maxLength: 3 });

async function replyTo(messages: readonly Message[]): Promise<Reply> {
  const numbered = messages.map((one, index) => ({ ...one, id: String(index) }));
  const { reply } = await startTalk(scriptedPlatform(() => numbered).platform, anotherUser()).say('hello');
  return reply;
}

function speechOf(reply: Reply): string {
  return heardSpeech({ type: 'SSML', ssml: render(reply, { locale: 'en-US' }).ssml });
}

const paragraphsOf = (messages: readonly Message[]) => messages.flatMap((one) => voice.paragraphs(one));
/** What led to a list ends in a full stop once it stands behind it. */
const wordsOf = (texts: readonly string[]) =>
  texts
    .join(' ')
    .replace(/[.:;,](?=\s|$)/g, '')
    .split(/\s+/)
    .sort();

describe('whatever a bot answers', () => {
  test('a reply keeps the session open only where its last sentence asks or requests something', async () => {
    await fc.assert(
      fc.asyncProperty(answer, async (messages) => {
        const reply = await replyTo(messages);
        if (reply.question === undefined) return;
        const speech = speechOf(reply);
        // Behind a list nothing leads to one any more.
        const plain = (text: string) =>
          pointingBack(text, phrases('en-US'))
            .replace(/\s+/g, ' ')
            .replace(/\s*[:;,.]$/, '');
        const asking = reply.asking === undefined ? undefined : plain(reply.asking);
        const isAsked = speech.endsWith('?') || (asking !== undefined && plain(speech).endsWith(asking));
        expect({ speech, isAsked }).toEqual({ speech, isAsked: true });
      }),
      { numRuns: RUNS },
    );
  });

  test('exactly one question stands last: the bot’s, where it has one', async () => {
    await fc.assert(
      fc.asyncProperty(answer, async (messages) => {
        const reply = await replyTo(messages);
        if (reply.question === 'go-on') return;
        const paragraphs = paragraphsOf(messages);
        // "Lost your card?", and in the next paragraph what to do then.
        const isAnswered = (asked: string, next: string | undefined) =>
          next !== undefined && [next, `${asked} ${next}`].every((text) => voice.asked(text) === undefined);
        const asks = paragraphs.some((paragraph, at) => {
          const found = voice.asked(paragraph);
          return found !== undefined && !(found.after === '' && isAnswered(found.asked, paragraphs[at + 1]));
        });
        const answered = paragraphs.filter((paragraph) => /\?\s/.test(paragraph) && !voice.asked(paragraph));
        // Among questions with their answers, one with something behind it is another.
        // "I'm here if you need me.": a bot that offers more itself is not spoken for.
        const isOffered = reply.question === 'anything-else' && paragraphs.some((one) => voice.offersMore(one));
        const isOurs = reply.question === 'anything-else' || reply.question === 'what';
        if (answered.length < 2) {
          expect(reply.asking !== undefined).toBe(asks || isOffered);
          expect(asks && isOurs).toBe(false);
        }
        const last = textsOf({ reply }).at(-1) ?? '';
        if (reply.asking !== undefined) expect(reply.asking.endsWith(last) || last.endsWith(reply.asking)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('the sentence that asks is moved, not repeated, and no word is lost', async () => {
    await fc.assert(
      fc.asyncProperty(answer, async (messages) => {
        const reply = await replyTo(messages);
        if (reply.question === 'go-on') return;
        expect(wordsOf(textsOf({ reply }))).toEqual(wordsOf(paragraphsOf(messages)));
      }),
      { numRuns: RUNS },
    );
  });
});
