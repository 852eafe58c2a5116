import { phrases } from '../../lambda/speech/phrases';
import { SENTENCE_ENDS } from '../../lambda/speech/sentence-marks';
import { spokenName } from '../../lambda/speech/spoken-text';
import { heardOf } from './corpus/heard';

const ENDS = [...SENTENCE_ENDS].filter((end) => end !== '.' && end !== '…');

describe.each(ENDS)('a sentence that ends with "%s"', (end) => {
  it('has no number of a source behind it', () => {
    expect(heardOf(`दुकान खुली है${end}[1]`, 'hi-IN')).toEqual([`दुकान खुली है${end}`]);
  });

  it('has no hashtags behind it', () => {
    expect(heardOf(`दुकान खुली है${end} #offer #sale`, 'hi-IN')).toEqual([`दुकान खुली है${end}`]);
  });

  it('is a name without that sign', () => {
    expect(spokenName(`राजू${end}`, 40, phrases('hi-IN'))).toBe('राजू');
  });
});

test('signs of gender in German words are data of German', () => {
  expect(heardOf('Unsere Kund*innen, Berater:innen, Leser_innen und Köch·innen.', 'de-DE')).toEqual([
    'Unsere Kundinnen und Kunden, Beraterinnen und Berater, Leserinnen und Leser und Köchinnen.',
  ]);
});
