import { readFileSync } from 'node:fs';
import type { IntentRequest } from 'ask-sdk-model';
import { inputOf } from '../../lambda/skill/input';
import { demoModels } from '../../simulator/demo/business';
import { addressOf } from '../../simulator/echo/hearing';
import { modelOf } from '../../simulator/echo/models';
import { understandOneShot } from '../../simulator/echo/nlu';

const model = modelOf(demoModels(), 'en-US');
const [, ...lines] = readFileSync('test/corpus/one-shots/demo.tsv', 'utf8').trim().split('\n');
const oneShots = lines.map((line) => line.split('\t') as [said: string, meant: string]);
const reached = oneShots.map(([said, meant]) => ({ said, meant, reached: reaching(said) }));
const wrong = reached.filter((shot) => shot.reached !== shot.meant);

describe("what is said in one breath to the demo's business", () => {
  it('is a list to be reckoned with', () => {
    expect(oneShots.length).toBeGreaterThanOrEqual(200);
  });

  it('reaches the bot whole, in 95 of 100 cases', () => {
    expect(wrong.length / oneShots.length).toBeLessThanOrEqual(0.05);
  });

  it('loses no word: what does not reach it whole is not understood at all, and asked for again', () => {
    expect(wrong.filter((shot) => shot.reached !== undefined)).toEqual([]);
  });
});

/** The words that reach the turn; `undefined` where Alexa found none. */
function reaching(said: string): string | undefined {
  const address = addressOf(`alexa ${said}`, 'bluebell dental');
  if (address.to !== 'one-shot') throw new Error(`"${said}" is no one-shot`);
  const understood = understandOneShot(model, address.words);
  const input = inputOf({ type: 'IntentRequest', locale: 'en-US', ...understood } as IntentRequest, {
    isOneShot: true,
  });
  return input?.kind === 'words' ? input.text : undefined;
}
