import { lettersIn, repliesIn } from '../../../lambda/conversation/menu-replies';
import { namedIn } from '../../../lambda/conversation/named-replies';
import { leaves } from '../../../lambda/speech/leaving';
import { isBare, isOwn, onlyChoice, withoutComma } from '../../../lambda/speech/only-choice';
import { phrases } from '../../../lambda/speech/phrases';
import { command, number } from '../../../lambda/speech/recognition';
import { voiceFor } from '../../../lambda/speech/voice';

const en = phrases('en-US');
const voice = voiceFor('en-US');

describe('an only choice', () => {
  test.each<[locale: string, label: string, question: string]>([
    ['en-US', 'Tea', 'Would you like Tea?'],
    ['en-US', 'Opening hours', 'Would you like Opening hours?'],
    ['en-US', 'Order status', 'Would you like Order status?'],
    // What is to be done begins with a small letter, and so does what has an article.
    ['en-US', 'Talk to an agent', 'Would you like to talk to an agent?'],
    ['en-US', 'TALK to an agent', 'Would you like to TALK to an agent?'],
    ['en-US', 'Pay my bill', 'Would you like to pay your bill?'],
    ['en-US', 'Change MY order, not my bill', 'Would you like to change your order, not your bill?'],
    ['en-US', 'A table by the window', 'Would you like a table by the window?'],
    ['en-US', 'The red one', 'Would you like the red one?'],
    ['en-US', 'Thermal socks', 'Would you like Thermal socks?'],
    ['en-US', 'My order', 'Would you like your order?'],
    // The user's own words stay as they are.
    ['en-US', 'I need my order', 'Shall I say I need my order?'],
    ['en-US', 'Show me my orders', 'Shall I say Show me my orders?'],
    ['en-US', 'Thanks', 'Shall I say Thanks?'],
    ['en-US', 'What is new', 'Shall I say What is new?'],
    // Ways through the chat.
    ['en-US', ' Menu ', 'Would you like to go to the main menu?'],
    ['en-US', 'BACK', 'Would you like to go back?'],
    ['en-US', 'Back to the menu', 'Would you like to go back to the menu?'],
    ['en-US', 'Back to my order', 'Would you like to go back to your order?'],
    ['en-US', 'Next', 'Would you like to go on?'],
    ['de-DE', 'Tee', 'Tee, möchten Sie das?'],
    ['de-DE', 'Meine Bestellung', 'Ihre Bestellung, möchten Sie das?'],
    ['de-DE', 'Zurück zu meiner Bestellung', 'zurück zu Ihrer Bestellung, möchten Sie das?'],
    ['de-DE', 'Ein anderer Tag', 'ein anderer Tag, möchten Sie das?'],
    ['fr-FR', 'Réserver une table', 'Vous voulez réserver une table ?'],
    ['fr-FR', 'Un café', 'Vous voulez un café ?'],
    ['nl-NL', 'Terug naar mijn bestelling', 'Wil je teruggaan naar je bestelling?'],
    ['ja-JP', '私の予約', '「お客様の予約」をご希望ですか？'],
    ['ja-JP', '予約する', '「予約する」でよろしいですか？'],
  ])('%s: %j', (locale, label, question) => {
    expect(onlyChoice(label, phrases(locale))).toBe(question);
  });

  test('is a yes or a no alone', () => {
    const bare = ['Yes', 'no', 'OK.', ' Yes please ', 'No, thank you!', 'Y'];
    expect(bare.filter((label) => !isBare(label, en))).toEqual([]);
    const others = ['Yes, book it', 'Yes we can', 'Maybe', 'A no', 'Yesterday'];
    expect(others.filter((label) => isBare(label, en))).toEqual([]);
  });

  test('is what the user says of themselves', () => {
    expect(["I'm here", 'I’ve paid', 'I paid'].filter((label) => !isOwn(label, en))).toEqual([]);
    expect(["i'm here", 'Ian', 'I', 'Am I late', 'ID card'].filter((label) => isOwn(label, en))).toEqual([]);
  });

  test('is said without the comma behind its yes', () => {
    const rows = [
      ['Yes, book it', 'Yes book it'],
      ['SURE, do it, now', 'SURE do it, now'],
      ['No, thanks', 'No, thanks'],
      ['Tea, yes, please', 'Tea, yes, please'],
    ];
    expect(rows.map(([label = '']) => [label, withoutComma(label, en)])).toEqual(rows);
  });
});

describe('an option', () => {
  interface More {
    readonly use?: string;
    readonly others?: readonly string[];
    readonly said?: string;
  }

  test.each<[locale: string, label: string, leaves: boolean, more: More]>([
    ['en-US', 'Cancel', true, {}],
    ['en-US', 'NEVER mind!', true, {}],
    ['en-US', 'Cancel order', false, {}],
    ['en-US', 'Back', true, { use: 'RETURN to the menu' }],
    ['en-US', 'Back', false, { use: 'Return the parcel for free' }],
    ['en-US', 'Back', true, { said: 'Shall I cancel it?', others: ['Keep it'] }],
    ['en-US', 'Cancel', false, { said: 'Shall I CANCEL it?' }],
    ['en-US', 'Cancel', true, { said: 'There is a cancellation fee.' }],
    ['en-US', 'Cancel', true, { others: ['Help', 'Tea for keeps'] }],
    ['en-US', 'Cancel', false, { others: ['Help', 'KEEP it'] }],
    ['en-US', 'Cancel', false, { use: 'stop this chat', others: ['Reschedule'] }],
    ['de-DE', 'Abbrechen', true, {}],
    ['de-DE', 'Zurück', true, { use: 'Den Chat verlassen' }],
    ['de-DE', 'Zurück', false, { use: 'Das Paket zurücksenden' }],
    ['ja-JP', 'キャンセル', true, { said: 'キャンセル料はかかりません。' }],
    ['ja-JP', 'キャンセル', false, { said: '予約をキャンセルしますか？' }],
    ['ja-JP', 'キャンセル', false, { others: ['そのまま続ける'] }],
    ['ja-JP', 'キャンセル', true, { others: ['ヘルプ'] }],
  ])('%s: %j only leaves what the bot is at: %j, with %j', (locale, label, isLeaving, more) => {
    expect(leaves({ label, others: [], said: 'What would you like?', ...more }, phrases(locale))).toBe(isLeaving);
  });
});

describe('what is said', () => {
  test.each<[locale: string, said: string, number: number | undefined]>([
    ['en-US', '30', 30],
    ['en-US', 'thirty please', 30],
    ['en-US', '10k', 10_000],
    ['en-US', '10 K please', 10_000],
    ['en-US', '1.5 bn', 1_500_000_000],
    ['en-US', '10kg', undefined],
    ['en-US', '10k2', undefined],
    ['en-US', '10kä', undefined],
    ['en-US', 'k', undefined],
    ['en-US', '5constructor', undefined],
    ['en-US', '- 5', -5],
    ['en-US', ' −  5', -5],
    ['en-US', '5 - 3', undefined],
    ['en-US', '30 tables', undefined],
    ['en-US', '3rd', undefined],
    ['en-US', '9007199254740991', Number.MAX_SAFE_INTEGER],
    ['en-US', '-9007199254740991', Number.MIN_SAFE_INTEGER],
    ['en-US', '9007199254740992', undefined],
    ['en-US', `30${' '.repeat(198)}`, 30],
    ['en-US', `30${' '.repeat(199)}`, undefined],
    ['de-DE', '10 Tsd', 10_000],
    ['de-DE', '3 Mio.', 3_000_000],
    ['de-DE', 'dreißig bitte', 30],
    ['de-AT', 'das sind dreißig', 30],
    ['fr-CA', 'trente', 30],
  ])('in %s, %j is the number %j', (locale, said, is) => {
    expect(number(said, phrases(locale))).toBe(is);
  });

  test.each([
    ['en-US', 'say that again', 'repeat'],
    ['en-GB', 'goodbye', 'goodbye'],
    ['de-DE', 'noch einmal bitte', 'repeat'],
    ['en-US', 'noch einmal bitte', undefined],
    ['en-US', 'two teas', undefined],
  ])('in %s, %j is the command %j', (locale, said, is) => {
    expect(command(said, phrases(locale))).toBe(is);
  });

  test('answers in one language in all of its locales', () => {
    expect(voiceFor('de-AT').answers).toBe(voiceFor('de-DE').answers);
    expect(voiceFor('fr-FR').answers).not.toBe(voiceFor('de-DE').answers);
  });
});

/** What to reply with, and what it stands for. */
const told = (options: readonly { readonly reply: string; readonly label: string }[]) =>
  options.map(({ reply, label }) => `${reply}=${label}`);

test.each<[locale: string, text: string, ...replies: string[]]>([
  // The number first.
  ['en-US', 'Reply 1 for yes, 2 to go back.', '1=yes', '2=go back'],
  ['en-US', 'Press 1 for sales or 2 for support', '1=sales', '2=support'],
  ['en-US', 'PRESS 1 if you’d like to pay; press 2 if you need a receipt!', '1=pay', '2=a receipt'],
  ['en-US', 'Press "1" for sales and ‘2’ for support\nOr wait.', '1=sales', '2=support'],
  ['en-US', 'Press 1 (sales), 2 (support) or 3 (billing).', '1=sales', '2=support', '3=billing'],
  ['en-US', 'Press 12 for platform twelve', '12=platform twelve'],
  ['en-US', 'Press 123 for sales'],
  ['en-US', 'Press 1 or call 0800 45 for sales'],
  ['en-US', 'Press 1 or call 0800-45 for sales'],
  ['en-US', 'Press 1 now. We are open from 9 to 12'],
  ['en-US', '1 for sales, 2 for support'],
  // The number behind what it is for.
  ['en-US', 'To pay, press 1.', '1=pay'],
  ['en-US', 'To pay press 1 and to wait press 2', '1=pay', '2=wait'],
  ['en-US', 'For sales, please press 1; for support, just press 2.', '1=sales', '2=support'],
  ['en-US', 'If you want to pay: type 2', '2=pay'],
  ['en-US', 'If you’d like to pay – type “2”', '2=pay'],
  ['en-US', 'Thanks! (For sales, dial 1)', '1=sales'],
  ['en-US', 'For sales press 1 for support press 2', '1=sales', '2=support'],
  ['en-US', 'Sales: press 1', '1=Sales'],
  ['en-US', 'Sales (press 1), support (please press 2)', '1=Sales', '2=support'],
  ['en-US', 'Sales - dial 1 and support - dial 2', '1=Sales', '2=support'],
  ['en-US', 'Sales - dial 1\nSupport – dial 2', '1=Sales', '2=Support'],
  ['en-US', 'Auto pay: press 1', '1=Auto pay'],
  ['en-US', 'Press 1 for read…and…write, 2 for neither', '1=read…and…write', '2=neither'],
  ['en-US', 'Sales: press 100'],
  ['en-US', 'Sales: press 1 twice'],
  ['de-DE', 'Drücken Sie 1 für Termine, 2 für Rezepte.', '1=Termine', '2=Rezepte'],
  ['de-DE', 'Für Termine drücken Sie 1, für Rezepte bitte drücken Sie 2.', '1=Termine', '2=Rezepte'],
  ['de-DE', 'Drücken Sie die 1 für Termine oder die 2 für Rezepte.', '1=Termine', '2=Rezepte'],
  ['de-DE', 'Für Termine drücken Sie bitte die 1.', '1=Termine'],
  // What asks is not said again.
  [
    'de-DE',
    'Für Termine drücken Sie bitte die 1, für Rezepte die 2 und für Fragen die 3.',
    '1=Termine',
    '2=Rezepte',
    '3=Fragen',
  ],
  ['en-US', 'For sales, press 1; for support, 2; and for billing, 3.', '1=sales', '2=support', '3=billing'],
  ['es-ES', 'Para ventas, pulse el 1; para ayuda, el 2.', '1=ventas', '2=ayuda'],
  ['fr-FR', 'Pour les ventes, tapez 1, pour le service, 2.', '1=les ventes', '2=le service'],
  ['en-US', 'Press 1 to pay, for groups of 2.', '1=pay'],
  ['en-US', 'Press 1 to pay. For groups, 2.', '1=pay'],
  ['en-US', 'Press 1 for sales, for support, 2 for billing', '1=sales', '2=billing'],
  ['de-DE', 'Um zu bezahlen, schreiben Sie 1.', '1=bezahlen'],
  ['de-DE', 'Drücken Sie 1. Geöffnet von 1 bis 6 Uhr'],
  ['es-ES', 'Pulse 1 para citas o 2 para recetas.', '1=citas', '2=recetas'],
  ['fr-FR', 'Tapez 1 pour les ventes, 2 pour le service.', '1=les ventes', '2=le service'],
  ['fr-FR', 'Tapez le 1 pour les ventes, le 2 pour le service.', '1=les ventes', '2=le service'],
  ['es-ES', 'Pulse el 1 para ventas y el 2 para ayuda.', '1=ventas', '2=ayuda'],
  ['it-IT', 'Prema il tasto 1 per le vendite o il tasto 2 per assistenza.', '1=le vendite', '2=assistenza'],
  ['pt-BR', 'Aperte o 1 para vendas ou o 2 para ajuda.', '1=vendas', '2=ajuda'],
  ['nl-NL', 'Druk op de 1 voor verkoop of de 2 voor hulp.', '1=verkoop', '2=hulp'],
  ['nl-NL', 'Als u wilt betalen, toets 2.', '2=betalen'],
  ['en-US', 'Reply with the number 1 for sales', '1=sales'],
  ['nl-NL', 'Druk op 1 voor verkoop of 2 voor hulp.', '1=verkoop', '2=hulp'],
  ['ja-JP', '予約は1を、変更は2を押してください。', '1=予約', '2=変更'],
  ['ja-JP', 'ご予約の方は「1」を、変更の方は「2」を入力してください。', '1=ご予約', '2=変更'],
  ['ja-JP', '予約は1番、変更は2番を押してください。', '1=予約', '2=変更'],
  ['hi-IN', 'बुकिंग के लिए 1 दबाएँ, मदद के लिए 2 दबाएँ।', '1=बुकिंग', '2=मदद'],
  ['hi-IN', 'बुकिंग के लिए "1" और मदद के लिए "2" लिखें।', '1=बुकिंग', '2=मदद'],
  ['ar-SA', 'اضغط 1 للحجز أو 2 للتعديل.', '1=حجز', '2=تعديل'],
  ['ar-SA', 'أرسل الرقم ١ للحجز و٢ للتعديل.', '1=حجز', '2=تعديل'],
  ['ar-SA', 'للحجز اضغط 1 وللتعديل اضغط 2.', '1=حجز', '2=تعديل'],
  ['ar-SA', 'السعر 10 للكبار أو 5 للأطفال.'],
  ['ar-SA', 'للحجز اضغط 1، للتعديل اضغط 2.', '1=حجز', '2=تعديل'],
])('numbers to reply with, in %s: %j', (locale, text, ...replies) => {
  expect(told(repliesIn(text, voiceFor(locale)))).toEqual(replies);
});

test.each<[text: string, ...replies: string[]]>([
  ['To swap it, reply B', 'B=swap it'],
  ['To swap it, reply “B”. To keep it: please reply ‘C’!', 'B=swap it', 'C=keep it'],
  ['Swap it (reply B), keep it (reply C)', 'B=Swap it', 'C=keep it'],
  ['To swap it, reply BB'],
  ['To swap it, reply b'],
  ['Reply B'],
])('letters to reply with: %j', (text, ...replies) => {
  expect(told(lettersIn(text, voice))).toEqual(replies);
});

test.each<[locale: string, text: string, ...replies: string[]]>([
  ['en-US', 'Reply YES to confirm or STOP to cancel.', 'YES=yes (confirm)', 'STOP=stop (cancel)'],
  ['en-US', 'TYPE "Confirm", if you want to go on. Bye', 'Confirm=confirm (go on)'],
  ['en-US', 'Please type “confirm” or the word STOP', 'confirm=confirm', 'STOP=stop'],
  ['en-US', 'Hi Ann, kindly Send «menu», HELP or either STOP!', 'menu=menu', 'HELP=help', 'STOP=stop'],
  ['en-US', '>> reply MENU', 'MENU=menu'],
  ['en-US', 'To end: text STOP_ALL or HELP2', 'STOP_ALL=stop_all', 'HELP2=help2'],
  ['en-US', 'To end it just text STOP', 'STOP=stop'],
  ['en-US', 'Reply A for tea and B for coffee', 'A=tea', 'B=coffee'],
  ['en-US', 'Reply A'],
  ['en-US', 'Dear John or ANN, please reply OK', 'OK=ok'],
  ['en-US', 'We reply YES'],
  ['en-US', 'Reply Yes'],
  ['en-US', 'Reply to Ann'],
  ['en-US', 'Reply "a word that nobody would type"'],
  ['en-US', 'Our reply: US parcels arrive on Friday'],
  ['en-US', 'Reply STOPped'],
  ['de-DE', 'Tippen Sie WEITER, um fortzufahren, oder STOPP.', 'WEITER=weiter (fortzufahren)', 'STOPP=stopp'],
  ['de-DE', 'Bitte schreiben Sie WEITER.', 'WEITER=weiter'],
  ['de-DE', 'bitte schreibe „weiter“ oder das Wort STOPP', 'weiter=weiter', 'STOPP=stopp'],
  ['de-DE', 'Tippen Sie WEITER, wenn Sie zahlen möchten.', 'WEITER=weiter (zahlen möchten)'],
  ['de-DE', 'BITTE SCHREIBEN SIE WEITER', 'WEITER=weiter'],
  ['fr-FR', 'Répondez SUITE pour continuer ou STOP pour arrêter.', 'SUITE=suite (continuer)', 'STOP=stop (arrêter)'],
  ['es-ES', 'Escriba SEGUIR para continuar o PARAR para salir.', 'SEGUIR=seguir (continuar)', 'PARAR=parar (salir)'],
  ['fr-FR', 'Tapez « suite » pour continuer ou «\u00a0stop\u00a0».', 'suite=suite (continuer)', 'stop=stop'],
  // A yes and a no, whatever else is told.
  ['en-US', 'Shall we renew it? (Y/N)', 'Y=yes', 'N=no'],
  ['en-US', 'Answer with Yes or No', 'Yes=yes', 'No=no'],
])('words to reply with, in %s: %j', (locale, text, ...replies) => {
  const options = namedIn(text, voiceFor(locale));
  const said = options.map(({ reply, label, synonym }) => `${reply}=${label}${synonym ? ` (${synonym})` : ''}`);
  expect(said).toEqual(replies);
});

test.each([
  ['Tables. Press', 'Tables'],
  ['Tables or', 'Tables'],
  ['Tables, and please type (', 'Tables'],
  ['Tables. Option', 'Tables'],
  ['Tables and number [', 'Tables'],
  ['Tables; <', 'Tables'],
  ['Tables - ', 'Tables -'],
  ['Tables', 'Tables'],
  ['Expresso', 'Expresso'],
  ['For', 'For'],
  ['Press on', 'Press on'],
])('%j leads on to the next entry', (entry, label) => {
  expect(entry.replace(voice.menu.leadsOn, '')).toBe(label);
});

test('what asks for the number of an entry, to choose, and tells of lists that are no menus', () => {
  const { asksForEntry, asksToChoose, lists, steps } = voice.menu;
  const isOf = (patterns: readonly RegExp[], texts: readonly string[]) =>
    texts.filter((text) => patterns.some((pattern) => pattern.test(text)));
  const texts = [
    'PLEASE REPLY WITH THE NUMBER OF YOUR CHOICE',
    'Which one suits you',
    'YOU WILL NEED:',
    'TAP SETTINGS',
    'Tap another',
    'We are open',
  ];
  expect({
    asksForEntry: isOf(asksForEntry, texts),
    asksToChoose: isOf(asksToChoose, texts),
    lists: isOf(lists, texts),
    steps: isOf(steps, texts),
  }).toEqual({
    asksForEntry: ['PLEASE REPLY WITH THE NUMBER OF YOUR CHOICE'],
    asksToChoose: ['Which one suits you'],
    lists: ['YOU WILL NEED:'],
    steps: ['TAP SETTINGS'],
  });
});
