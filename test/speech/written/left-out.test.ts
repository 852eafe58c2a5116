import { BLANK } from '../../../lambda/speech/signals';
import { leftOutStage } from '../../../lambda/speech/written/left-out';
import { stageOf, wordsOf } from './stage';

const leftOut = stageOf((written) => leftOutStage(written));
/** With "{}" for what was left out. */
const said = (of: Parameters<typeof leftOut.heard>[0], rows: Readonly<Record<string, string>>) => {
  const texts = Object.keys(rows);
  const lines = leftOut.heard(
    of,
    texts.map((text) => text.replaceAll('{}', BLANK)),
  );
  return Object.fromEntries(texts.map((text, at) => [text, lines[at]?.replaceAll(BLANK, '{}')]));
};

describe('what is left of a line where values were left out', () => {
  test('a sentence that stands without them', () => {
    const rows = {
      'Hello {}!': 'Hello!',
      'Hi {}, your order is ready.': 'Hi, your order is ready.',
      'Your order #{} is ready.': 'Your order is ready.',
      'Your order {} is ready. Your table {} too.': 'Your order is ready. Your table too.',
    };
    expect(said('en-US', rows)).toEqual(rows);
  });

  test('a word for them', () => {
    const rows = {
      'Your {} is ready.': 'It is ready.',
      'The {} costs ${}.': 'It costs an unknown amount.',
      'It costs £ {} now.': 'It costs an unknown amount now.',
      'Your total is {} {}.': 'Your total is unknown.',
      'Your total is € {} {}{}.': 'Your total is unknown.',
      'Your {} and your {} are ready.': 'They are ready.',
      'Hello! Your {} is ready.\nPress {} to pay.': 'Hello! It is ready.\nPress a key to pay.',
    };
    expect(said('en-US', rows)).toEqual(rows);
  });

  test('no clause that needs them, where others stand', () => {
    const rows = {
      'It is ready, and your {} will come.': 'It is ready.',
      'It is ready; ask {} at the desk!': 'It is ready!',
      'We are closed – ask {} at night': 'We are closed',
      'Ask {} at night – we are closed!”': 'We are closed!”',
      'Ask {} at night; we are closed, but you can write…': 'We are closed, but you can write…',
      'We are closed; ask {} at night; you can write?': 'We are closed; you can write?',
      'Ask {} at 9.30; we are closed': 'We are closed',
      'We are closed; ask {} at night; you can write; we will reply!': 'We are closed; you can write; we will reply!',
      'We are closed (now) – ask {} at night.)': 'We are closed (now).)',
    };
    expect(said('en-US', rows)).toEqual(rows);
  });

  test('no sentence that needs them, where others stand', () => {
    const rows = {
      'Bring {} to {}. Thank you!': ' Thank you!',
      'Nothing is left here. Ask {} at night.': 'Nothing is left here. ',
      '“Ask {} at night.” We know.': ' We know.',
      '(Ask {} at night.)  We know.': '  We know.',
      'Ask {} at night! Or now? We know… Ask {} again.': ' Or now? We know… ',
      // What is left cannot begin a sentence.
      'Ask {} at night; tomorrow. We know.': ' We know.',
      // Its clauses depend on each other.
      'If {} at night leaks; we come. We know.': ' We know.',
    };
    expect(said('en-US', rows)).toEqual(rows);
  });

  test('all that a line says', () => {
    const rows = {
      'Ask {} at night.': 'Ask something at night.',
      'Ask ${} or €{} at night': 'Ask something or something at night',
      'Bring {} to {} and your ID.': 'Bring something to something and your ID.',
      'Ask {} at night; ask {} by day.': 'Ask something at night; ask something by day.',
      'Ask {} at night. 10.': 'Ask something at night. 10.',
      'Ask {} at night. Ask {} by day.': 'Ask something at night. Ask something by day.',
    };
    expect(said('en-US', rows)).toEqual(rows);
  });

  test('lines that are left alone', () => {
    const texts = ['{}', '{} {}', '"{}"', '{}: 10', 'Nothing was left out.'];
    expect(said('en-US', Object.fromEntries(texts.map((text) => [text, text])))).toEqual(
      Object.fromEntries(texts.map((text) => [text, text])),
    );
    const unknown = { 'Merhaba {}, {} hazır.': 'Merhaba {}, {} hazır.' };
    expect(said(wordsOf('tr', {}), unknown)).toEqual(unknown);
  });

  test('in other languages', () => {
    const german = {
      'Hallo {}!': 'Hallo!',
      'Ihre Bestellung {} ist fertig.': 'Ihre Bestellung ist fertig.',
      'Ihr Fahrer {} kommt um neun.': 'Ihr Fahrer kommt um neun.',
      'Der Termin {} wurde verlegt.': 'Der Termin wurde verlegt.',
      'Fragen Sie {} nachts.': 'Fragen Sie etwas nachts.',
      '{} ist fertig.': 'Das ist fertig.',
    };
    expect(said('de-DE', german)).toEqual(german);
    const french = {
      'Votre commande {} est prête.': 'Votre commande est prête.',
      "Votre colis {} n'est pas là.": "Votre colis n'est pas là.",
      '{} est prêt.': 'Cela est prêt.',
    };
    expect(said('fr-FR', french)).toEqual(french);
    const dutch = {
      'Uw bestelling {} is klaar.': 'Uw bestelling is klaar.',
      'De trein {} vertrekt.': 'De trein vertrekt.',
    };
    expect(said('nl-NL', dutch)).toEqual(dutch);
    const arabic = { 'طلبك {} جاهز.': 'طلبك جاهز.', 'اسأل {} غدا.': 'اسأل شيء غدا.' };
    expect(said('ar-SA', arabic)).toEqual(arabic);
    const japanese = { '{}は準備できました。': 'それは準備できました。', '「{}」をご予約です。': 'をご予約です。' };
    expect(said('ja-JP', japanese)).toEqual(japanese);
  });

  test('forms of a language that has one kind of them', () => {
    const goes = wordsOf('tr', { leftOut: { goes: [[` ${BLANK}`, '']], thing: 'bir şey' } });
    const says = wordsOf('tr', { leftOut: { said: [[BLANK, 'bir şey']] } });
    const listed = wordsOf('tr', {
      leftOut: { lists: { verbs: 'geldi' }, said: [[`${BLANK} (?={verbs}|{others})`, 'O ']] },
    });
    expect(said(goes, { 'Merhaba {}!': '' })).toEqual({ 'Merhaba {}!': 'Merhaba!' });
    expect(said(says, { 'Merhaba {}!': '' })).toEqual({ 'Merhaba {}!': 'Merhaba bir şey!' });
    expect(said(listed, { '{} geldi.': '' })).toEqual({ '{} geldi.': 'O geldi.' });
    expect(said(listed, { '{} gitti.': '' })).toEqual({ '{} gitti.': '{} gitti.' });
  });
});
