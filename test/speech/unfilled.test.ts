import { createUnfilledReport } from '../../lambda/app/unfilled';
import type { AloudError } from '../../lambda/errors';
import { voicesOf } from '../../lambda/speech/voice';
import { message } from './messages';

function heardBy(texts: readonly string[]): readonly string[] {
  const reports: string[] = [];
  const voice = voicesOf({ onUnfilled: createUnfilledReport((error) => reports.push((error as AloudError).message)) })(
    'en-US',
  );
  for (const text of texts) voice.paragraphs(message({ text }));
  return reports;
}

test('a placeholder is told once, by its name', () => {
  expect(heardBy(['Hi {{first_name}}!', 'Bye {{first_name}}!', 'Hi.'])).toEqual([
    'a bot sent a template without its values: first_name',
  ]);
});

test('what was said is not told', () => {
  expect(heardBy(['Hi %NAME%, your PIN is 1234 and [object Object].']).join(' ')).not.toMatch(/PIN|1234/);
});

test('the log is not filled', () => {
  expect(heardBy(Array.from({ length: 500 }, (_, n) => `Hi {{name_${n}}}`)).length).toBeLessThanOrEqual(100);
});
