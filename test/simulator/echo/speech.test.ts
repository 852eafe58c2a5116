import { heardSpeech } from '../../../simulator/echo/speech';

describe('what is heard', () => {
  it.each([
    ['<speak>Hello <emphasis level="strong">there</emphasis>!</speak>', 'Hello there!'],
    ['<speak><p>One.</p><p>Two.</p></speak>', 'One. Two.'],
    ['<speak>wait<break time="1s"/>go</speak>', 'wait go'],
    ['<speak>Fish &amp; chips &lt; 5 &quot;euros&quot; &#x1F41F;</speak>', 'Fish & chips < 5 "euros" 🐟'],
    ['<speak>by <sub alias="aluminium">Al</sub> only</speak>', 'by aluminium only'],
    ['<speak>un<w role="amazon:VB">bro</w>ken</speak>', 'unbroken'],
    ['<speak>\n  spaced   out\n</speak>', 'spaced out'],
    ['<speak>listen<audio src="https://example.com/a.mp3"/>nice</speak>', 'listen ♪ nice'],
    ['<speak></speak>', ''],
  ])('of %j is %j', (ssml, heard) => {
    expect(heardSpeech({ type: 'SSML', ssml })).toBe(heard);
  });

  it('of plain text is the text, tags and all', () => {
    expect(heardSpeech({ type: 'PlainText', text: ' a <b> & c ' })).toBe('a <b> & c');
  });

  it('of nothing is nothing', () => {
    expect(heardSpeech(undefined)).toBe('');
  });
});
