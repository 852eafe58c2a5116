import { asked, handsOver, isFarewell, namesWhatFollows, offersMore, seemsToAsk } from '../../../lambda/speech/asking';
import { LISTED, UNLISTED } from '../../../lambda/speech/listing-marks';
import { phrases } from '../../../lambda/speech/phrases';

const en = phrases('en-US');

/** What stands before what is asked, and behind it; `undefined` where nothing is. */
type Row = readonly [text: string, before: string, asked: string, after?: string];

/** What is found, in the form of the rows; with a text alone where nothing is asked. */
function found(rows: readonly (Row | readonly [text: string])[], locale = 'en-US') {
  return rows.map(([text, , , after]) => {
    const is = asked(text, phrases(locale));
    if (!is) return [text];
    return after === undefined && is.after === '' ? [text, is.before, is.asked] : [text, is.before, is.asked, is.after];
  });
}

test('what asks is taken out of what stands around it', () => {
  const rows: readonly (Row | readonly [string])[] = [
    [
      'Thanks. Which day suits you? We are closed on Monday.',
      'Thanks.',
      'Which day suits you?',
      'We are closed on Monday.',
    ],
    ['Which day?\n \nWhat time?', '', 'Which day?\n \nWhat time?'],
    ['Ready to order \nThanks', '', 'Ready to order', 'Thanks'],
    ['I’d like to know your name.', '', 'I’d like to know your name.'],
    ['We are open. Proof of address. Thank you.', 'We are open.', 'Proof of address.', 'Thank you.'],
    ['If you have pain, left or right:'],
    ['Shoulder pain, left or right:', '', 'Shoulder pain, left or right:'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a question mark may have signs behind it, and stands within a sentence', () => {
  const rows: readonly (Row | readonly [string])[] = [
    ['Continue?🙂', '', 'Continue?🙂'],
    ['Continue?❤️ \nWe are here.', '', 'Continue?❤️', 'We are here.'],
    ['Tea?” \nThanks.', '', 'Tea?”', 'Thanks.'],
    ['Tea?) Thanks.', '', 'Tea?)', 'Thanks.'],
    ['The key marked ?, then the green one, opens the help.'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('steps that are counted in words ask nothing, whatever they request', () => {
  const rows: readonly (Row | readonly [string])[] = [
    ['Step 1: Enter your order number.\nStep 2: Tell us your name.'],
    ['Step 1:Enter your name.\n  Step 2:Enter your address.'],
    ['Step 9: Enter your name.\nStep 10: Enter your address.'],
    ['Step 1 - Enter your name. Step 2 – Enter your address.'],
    ['Step 2: Enter your address.', '', 'Step 2: Enter your address.'],
    [
      'Question 1: Do you smoke? Question 2: How old are you?',
      '',
      'Question 1: Do you smoke? Question 2: How old are you?',
    ],
    [
      'You answered question 1: four. Question 2: How old are you?',
      'You answered question 1: four.',
      'Question 2: How old are you?',
    ],
    [
      'Step 1: Fill in the form.\nStep 2: Bring it to us.\nWhich day suits you?',
      'Step 1: Fill in the form.\nStep 2: Bring it to us.',
      'Which day suits you?',
    ],
  ];
  expect(found(rows)).toEqual(rows);
});

test('steps in Japanese, where no space stands before the number', () => {
  const rows: readonly (Row | readonly [string])[] = [
    ['手順1：お名前を入力してください。手順2：住所を入力してください。'],
    ['ステップ１：お名前を入力してください。\nステップ２：住所を入力してください。'],
    ['手順1、お名前をお話しください。 手順2、住所をお話しください。'],
    ['手順1：お名前を入力してください。', '', '手順1：お名前を入力してください。'],
  ];
  expect(found(rows, 'ja-JP')).toEqual(rows);
  const hindi = [['स्टेप 1: अपना नाम लिखें। स्टेप 2: अपना पता लिखें।']] as const;
  expect(found(hindi, 'hi-IN')).toEqual(hindi);
});

test.each([
  ['en-US', 'Question: Do you deliver? Answer: On weekdays.'],
  ['en-US', 'Q1: Do you deliver? A1: On weekdays.'],
  ['de-DE', 'Frage: Liefern Sie? Antwort: An Werktagen.'],
  ['fr-FR', 'Question: Livrez-vous? Réponse: En semaine.'],
  ['es-ES', 'Pregunta: ¿Hacen envíos? Respuesta: De lunes a viernes.'],
  ['it-IT', 'Domanda: Consegnate? Risposta: Nei giorni feriali.'],
  ['nl-NL', 'Vraag 2: Bezorgt u? Antwoord 2: Op werkdagen.'],
  ['pt-BR', 'Pergunta: Vocês entregam? Resposta: Em dias úteis.'],
  ['ja-JP', '質問：返品できますか？回答：30日以内なら可能です。'],
  ['ja-JP', 'Q. 返品できますか？ A. 30日以内なら可能です。'],
  ['hi-IN', 'सवाल 1: क्या आप डिलीवरी करते हैं? जवाब 1: सोमवार से शुक्रवार।'],
  ['ar-SA', 'سؤال: هل توصلون للمنازل؟ الجواب: من الأحد إلى الخميس.'],
])('in %s, %j answers itself', (locale, text) => {
  expect(asked(text, phrases(locale))).toBeUndefined();
});

test('what one letter asks and another answers is none of the user’s', () => {
  const rows: readonly (Row | readonly [string])[] = [
    ['Q: How do I book? A: Tell us your name and the day.'],
    [
      'Q: How do I book? A: Tell us your name and the day. Which day suits you?',
      'Q: How do I book? A: Tell us your name and the day.',
      'Which day suits you?',
    ],
    ['Why is it free? Because we’d love to have your feedback.'],
    ['Q: Do you deliver? Please say yes or no.', '', 'Q: Do you deliver? Please say yes or no.'],
    ['Question: Do you deliver? We ask everybody.', '', 'Question: Do you deliver?', 'We ask everybody.'],
    ['Which size? Size M: two left.', '', 'Which size?', 'Size M: two left.'],
    ['Size M: is that right? Size M: has two left.', '', 'Size M: is that right?', 'Size M: has two left.'],
    [
      'Have you booked train no. 12, coach B: the quiet one? It leaves from platform C: be early.',
      '',
      'Have you booked train no. 12, coach B: the quiet one?',
      'It leaves from platform C: be early.',
    ],
  ];
  expect(found(rows)).toEqual(rows);
  const german: readonly (Row | readonly [string])[] = [
    ['F: Möchten Sie Ihren Hund mitnehmen?\n  A: Gern.'],
    ['Haustiere: F: Möchten Sie Ihren Hund mitnehmen? A: Geben Sie ihn an.'],
    [
      'Unsere Fragen und Antworten zu Reisen mit Tieren: F: Möchten Sie Ihren Hund mitnehmen? A: Gern.',
      '',
      'Unsere Fragen und Antworten zu Reisen mit Tieren: F: Möchten Sie Ihren Hund mitnehmen?',
      'A: Gern.',
    ],
  ];
  expect(found(german, 'de-DE')).toEqual(german);
});

test('a name asks for what it names, but not with its value or among the items of a list', () => {
  const rows: readonly (Row | readonly [string])[] = [
    ['Membership number.', '', 'Membership number.'],
    ['You will need: your passport. Membership number.'],
    ['Last step: your phone number.', '', 'Last step: your phone number.'],
    ['Proof of address.', '', 'Proof of address.'],
    ['Proof of address. A valid ticket.'],
    ['A valid ticket. Proof of address.'],
    ['Your phone number:', '', 'Your phone number:'],
    ['Your phone number: 1. 20 GB a month 2. Calls to all networks'],
    ['Order number: \n4711'],
    ['Delivery address:\n12 Mill Lane, Leeds'],
    [
      'Delivery address:\nStreet, house number, postcode and town, please',
      '',
      'Delivery address:\nStreet, house number, postcode and town, please',
    ],
    ['Last step: phone number\nThank you', '', 'Last step: phone number', 'Thank you'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('entries of a list that counts ask nothing without a question mark', () => {
  const rows: readonly (Row | readonly [string])[] = [
    [
      'Please say a number: 1. Your name 2. Your order number',
      '',
      'Please say a number:',
      '1. Your name 2. Your order number',
    ],
    [
      'Please say a number: 1 - Your name 2 - Your order number',
      '',
      'Please say a number:',
      '1 - Your name 2 - Your order number',
    ],
    [
      'Please say a number: 1- Your name 2- Your order number',
      '',
      'Please say a number:',
      '1- Your name 2- Your order number',
    ],
    [
      'Please say a number: 1)  Your name 2)  Your order number',
      '',
      'Please say a number:',
      '1)  Your name 2)  Your order number',
    ],
    ['Hello. Please say a number: 1. Tea 2. Coffee', 'Hello.', 'Please say a number:', '1. Tea 2. Coffee'],
    [
      'Bring this: 1. Your ID 2. Your name 3. Your PIN 4. Your plate 5. Your size 6. Your age 7. Your weight 8. Your height 9. Your city 10. Your order number',
    ],
    ['1. Your name 2. Your order number'],
    ['1. Your name. 2. Your PIN. Please say a number.', '1. Your name. 2. Your PIN.', 'Please say a number.'],
    ['Choose. 1. Tea or cocoa? 2. Coffee. Say a number.', 'Choose. 1. Tea or cocoa? 2. Coffee.', 'Say a number.'],
    // These are no lists.
    ['We close at 6. Is 5 fine?', 'We close at 6.', 'Is 5 fine?'],
    ['1. Please tell me your name', '1.', 'Please tell me your name'],
    ['Which one? 1st or 2nd floor?', '', 'Which one? 1st or 2nd floor?'],
    [
      'Please tell us your size or 1 - your name 2 - your PIN',
      '',
      'Please tell us your size or 1 - your name 2 - your PIN',
    ],
  ];
  expect(found(rows)).toEqual(rows);
});

test('so do those of other scripts, and no day of a month is an entry', () => {
  const japanese: readonly Row[] = [
    [
      '番号をお選びください。 1、お名前を教えてください 2、電話番号を教えてください',
      '',
      '番号をお選びください。',
      '1、お名前を教えてください 2、電話番号を教えてください',
    ],
    [
      '番号をお選びください。 1） お名前を教えてください 2） 電話番号を教えてください',
      '',
      '番号をお選びください。',
      '1） お名前を教えてください 2） 電話番号を教えてください',
    ],
  ];
  expect(found(japanese, 'ja-JP')).toEqual(japanese);
  const german: readonly Row[] = [
    ['Der Tisch ist frei. 3. Mai oder 4. Mai?', 'Der Tisch ist frei.', '3. Mai oder 4. Mai?'],
    ['Wann kommen Sie? 1. Mai', '', 'Wann kommen Sie?', '1. Mai'],
  ];
  expect(found(german, 'de-DE')).toEqual(german);
});

test('a sentence goes on behind an abbreviation and behind a bracket', () => {
  const rows: readonly Row[] = [
    ['Please tell me when Dr. Reed saw you last', '', 'Please tell me when Dr. Reed saw you last'],
    ['Hours approx.\nWhat is your name?', 'Hours approx.', 'What is your name?'],
    ['Shall I add the spa (from 10 a.m.) to your booking', '', 'Shall I add the spa (from 10 a.m.) to your booking'],
    ['We have a table. which day suits you', 'We have a table.', 'which day suits you'],
    ['We open early (at 9 a.m.) Which day suits you', 'We open early (at 9 a.m.)', 'Which day suits you'],
  ];
  expect(found(rows)).toEqual(rows);
  const german: readonly Row[] = [
    ['Wie lautet z. B. Ihre Kundennummer', '', 'Wie lautet z. B. Ihre Kundennummer'],
    [
      'Guten Tag, hier ist Ihre Werkstatt in Bern. Haben Sie z. B. Fragen zur Rechnung',
      'Guten Tag, hier ist Ihre Werkstatt in Bern.',
      'Haben Sie z. B. Fragen zur Rechnung',
    ],
  ];
  expect(found(german, 'de-DE')).toEqual(german);
});

test('entries that are marked ask nothing, up to a line that is marked as none', () => {
  const rows: readonly (Row | readonly [string])[] = [
    [`Bring:\n${LISTED}Proof of address. Phone number`],
    [
      `Bring:\n${LISTED}Your ID\n${UNLISTED}Tell us your name`,
      `Bring:\n${LISTED}Your ID`,
      `${UNLISTED}Tell us your name`,
    ],
    [
      `Bring: ${LISTED}Your PIN ${UNLISTED}Tell us your name`,
      `Bring: ${LISTED}Your PIN`,
      `${UNLISTED}Tell us your name`,
    ],
  ];
  expect(found(rows)).toEqual(rows);
});

test('of a long text the end is looked at', () => {
  const long = 'Thank you for your patience. '.repeat(400);
  expect(asked(`${long}Which day suits you? Bye.`, en)).toEqual({
    before: long.trim(),
    asked: 'Which day suits you?',
    after: 'Bye.',
  });
  expect(asked(`Which day suits you? ${long}`, en)).toBeUndefined();
});

test('an entry would be taken for what is asked, were it none', () => {
  const long = `Please tell us your name${' and so on'.repeat(37)} today`;
  const rows: readonly (readonly [string, boolean])[] = [
    ['Your name', true],
    ['Please tell us your name.', true],
    ['Room 12. Please tell us your name', true],
    ['Tea! Please tell us your name', true],
    ['Tea', false],
    ['Room 12. Tea', false],
    // It would be, as an entry too.
    ['Your name?', false],
    [long, true],
    [`${long}s`, false],
  ];
  expect(rows.map(([entry]) => [entry, seemsToAsk(entry, en)])).toEqual(rows);
  expect(long).toHaveLength(400);
  expect(seemsToAsk('部屋12。お名前を教えてください', phrases('ja-JP'))).toBe(true);
  expect(seemsToAsk('कमरा 12। अपना नाम बताइए', phrases('hi-IN'))).toBe(true);
});

test('a line is the name of what follows it', () => {
  const rows: readonly (readonly [string, boolean])[] = [
    ['Your phone number', true],
    ['Our phone number. Your name', true],
    ['Opening hours', false],
    ['Which day suits you', false],
    ['We need your name', false],
    ['Your order number. Please tell us your name', false],
  ];
  expect(rows.map(([line]) => [line, namesWhatFollows(line, en)])).toEqual(rows);
});

test('a text ends with the offer to do more', () => {
  const offer = 'Let us know if you need anything else.';
  expect(offersMore(`Your order is on its way. ${offer} `, en)).toEqual({
    before: 'Your order is on its way.',
    asked: offer,
    after: '',
  });
  expect(offersMore(`${offer} Bye.`, en)).toBeUndefined();
  expect(offersMore('Your order is on its way.', en)).toBeUndefined();
  expect(offersMore('', en)).toBeUndefined();
});

test('a person takes over at the end of a text', () => {
  const long = 'Thank you for waiting so long. '.repeat(14);
  const rows: readonly (readonly [string, boolean])[] = [
    ['I’ll connect you to an agent now.', true],
    ['You are through to Tom.', true],
    ['Please ask an agent.', false],
    [`${long}A colleague will be with you.`, true],
    [`A colleague will be with you. ${long}`, false],
  ];
  expect(rows.map(([text]) => [text, handsOver(text, en)])).toEqual(rows);
});

test('a text takes its leave, or says within its last sentences that the talk is over', () => {
  const rows: readonly (readonly [string, boolean])[] = [
    ['See you soon!', true],
    ['Goodbye, and thanks. We open at nine.', false],
    ['This chat is closed.', true],
    ['This chat is closed. Thank you! Write to us again any time.', true],
    ['This chat is closed. Thank you! Write to us again. We are here.', false],
    ['', false],
  ];
  expect(rows.map(([text]) => [text, isFarewell(text, en)])).toEqual(rows);
});
