import fc from 'fast-check';
import { clip, cost, SPEECH_ROOM, SSML_LIMIT, toSsml } from '../../lambda/speech/ssml';
import { anyText } from './arbitraries';
import { heard, xmlFault } from './xml';

const total = (texts: readonly string[]) => texts.reduce((sum, text) => sum + cost(text), 0);

test('paragraphs are escaped', () => {
  expect(toSsml([`Q&A <b> "it's"`, 'Bye.'])).toBe(
    '<speak><p>Q&amp;A &lt;b&gt; &quot;it&apos;s&quot;</p> <p>Bye.</p></speak>',
  );
});

test('what XML forbids is left out', () => {
  const ssml = toSsml(['a\u0000b\u001fc\ud800d\udc00e\ufffe\uffff\u{1f600}\t']);
  expect(ssml).toBe('<speak><p>abcde\u{1f600}\t</p></speak>');
});

test('nothing to say is still a document', () => {
  expect(toSsml([])).toBe('<speak></speak>');
});

test('a text costs what it takes in the document', () => {
  const texts = ['Hello.', `&<>"'`, ''];
  expect(toSsml(texts)).toHaveLength('<speak></speak>'.length + total(texts) - 1);
});

describe('clip', () => {
  test('keeps what fits', () => {
    expect(clip(['One.', 'Two.'], 24, 'en-US')).toEqual(['One.', 'Two.']);
  });

  test('ends with a whole sentence', () => {
    expect(clip(['One.', 'Two is here. Three is here.', 'Four.'], 40, 'en-US')).toEqual(['One.', 'Two is here.']);
  });

  test('or else with a whole word', () => {
    expect(clip(['One sentence that goes on and on.'], 30, 'en-US')).toEqual(['One sentence that goes']);
  });

  test('or else with a whole character', () => {
    expect(clip(['𠮷'.repeat(20)], 15, 'en-US')).toEqual(['𠮷𠮷𠮷']);
  });

  test('counts escapes', () => {
    expect(clip(['&&&&'], 8 + 14, 'en-US')).toEqual(['&&']);
  });

  test('says nothing rather than too much', () => {
    expect(clip(['One.'], 8, 'en-US')).toEqual([]);
    expect(clip(['One.'], -5, 'en-US')).toEqual([]);
  });
});

test('for any texts: cost is what they take, the document is well-formed and no longer than allowed', () => {
  const long = fc.tuple(anyText, fc.nat(200)).map(([text, times]) => text.repeat(times));
  fc.assert(
    fc.property(fc.array(long, { maxLength: 5 }), (texts) => {
      const clipped = clip(texts, SPEECH_ROOM, 'en-US');
      const ssml = toSsml(clipped);
      expect(xmlFault(ssml)).toBeUndefined();
      expect(ssml.length).toBeLessThanOrEqual(SSML_LIMIT);
      expect(total(clipped)).toBeLessThanOrEqual(SPEECH_ROOM);
      if (total(texts) <= SPEECH_ROOM) expect(clipped).toEqual(texts.filter((text) => text !== ''));
    }),
  );
});

test('for any text: what is heard is the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const legal = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
      expect(heard(toSsml([text]))).toBe(legal.replace(/\s+/g, ' ').trim());
    }),
  );
});
