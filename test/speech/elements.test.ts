import { heardOf } from './corpus/heard';

/** What a bot's SSML sounds like; what Alexa does not know of it is left out, and its words are said. */
test.each([
  ['I <emphasis>really</emphasis> mean it.', 'I [moderate: really] mean it.'],
  ['I <emphasis level="strong">really</emphasis> <emphasis level="odd">do</emphasis>.', 'I [strong: really] do.'],
  ['Psst, <amazon:effect name="whispered">a secret</amazon:effect>.', 'Psst, [whispered: a secret].'],
  ['Psst, <amazon:effect name="sung">a secret</amazon:effect>.', 'Psst, a secret.'],
  ['One <break time="2s"/> two <break/> three.', 'One [pause 2000ms] two [pause 400ms] three.'],
  ['One <break strength="strong"/> two <break time="99s"/> three.', 'One [pause 700ms] two [pause 10000ms] three.'],
  ['One <break time="1.5s"/> two <break time="+250ms"/> three.', 'One [pause 1500ms] two [pause 250ms] three.'],
  ['<prosody rate="slow">Slowly</prosody> and <prosody pitch="odd">oddly</prosody>.', '[rate slow: Slowly] and oddly.'],
  ['Say <lang xml:lang="fr">bonjour</lang> and <lang xml:lang="xx-YY">hej</lang>.', 'Say [fr-FR: bonjour] and hej.'],
  ['Say <span lang="de_at">Servus</span>.', 'Say [de-DE: Servus].'],
  ['It is <say-as interpret-as="digits">42</say-as>, or <say-as>43</say-as>.', 'It is [digits: 42], or 43.'],
])('%s', (text, heard) => {
  expect(heardOf(`<speak>${text}</speak>`)).toEqual([heard]);
});
