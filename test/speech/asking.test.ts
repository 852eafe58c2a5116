import { askLast } from '../../lambda/conversation/asking';
import { voiceFor } from '../../lambda/speech/voice';
import { message } from './messages';

const voice = voiceFor('en-US');

test.each([
  ['Shall I book the table? Please answer yes or no.', 'Shall I book the table? Please answer yes or no.'],
  ['Please tell me your order number.', 'Please tell me your order number.'],
  ['Continue (Y/N)', 'Continue (Y/N)'],
  ['Which day? We are closed on Monday.', 'Which day?'],
  ['Hi Dr. Smith. What is your name', 'What is your name'],
  ['Please say a number: 1. Opening hours 2. Tickets 3. Lost things.', 'Please say a number:'],
  ['Say the number: 1. Opening hours. 2. Change address.', 'Say the number:'],
  ['1. Opening hours. 2. New address. Answer with a number.', 'Answer with a number.'],
  ['We close at 6. Shall I book for 5?', 'Shall I book for 5?'],
  ['Would you like 1. Tea or 2. Coffee?', 'Would you like 1. Tea or 2. Coffee?'],
  ['To go on, please enter your postcode.', 'To go on, please enter your postcode.'],
  [
    'To check it, please have your card ready and tell me its last four digits.',
    'To check it, please have your card ready and tell me its last four digits.',
  ],
  ['We open at 9.30 a.m. Enter your PIN:', 'Enter your PIN:'],
  ['We have 11:30 and 2 PM. Pick whichever suits you best.', 'Pick whichever suits you best.'],
])('%j asks', (text, asked) => {
  expect(voice.asked(text)?.asked).toBe(asked);
});

test.each([
  // What leads to something stays before it.
  'You can send it back in two steps:\nStep 1: Fill in the form\nStep 2: Bring it to any branch\n\nWe answer within a week.',
  'Day 1: Walk to the lake. Day 2: Take the boat to the island.',
  'Why did the king go to the dentist? To get his crown fitted.',
  'What do you call a bear without teeth? A gummy bear.',
  'What time do you go to the dentist? At tooth-hurty.',
  'Pets: Q: Can I bring my dog? A: Dogs are welcome.',
  'Lost your card? Call us on 0800 496 0123.',
  'Not your order? Ignore this message.',
  'Changed your mind? No problem, returns are free.',
  'New here? Create an account first.',
  'Did you know? We deliver on Sundays.',
  'How does it work? You order by noon, and we deliver the same day.',
  'done: Verify email. not done: Invite your team.',
  'To make a claim, please have your order number and two photos ready, then fill in the form at x.example.',
  'To reset it, please visit the account page and click Reset.',
  'Flying with us? Our desk opens at five.',
  'First visit? The main entrance is behind the church.',
  'If nobody is at home, choose: 1. A neighbour 2. The garage',
])('%j answers itself', (text) => {
  expect(voice.asked(text)).toBeUndefined();
});

test.each([
  'Why do you want to leave? To help us, please say a few words.',
  'What time do you want to come? At weekends we are closed.',
  'What do you call your dog? Please say its name.',
  'Q: Can I bring my dog?',
  'Want me to book it? It takes an hour.',
  'Need anything else? We are here all day.',
  'Still want it? Please say yes or no.',
  'Do you have your order number? You can find it in your email.',
])('%j leaves the answer to the user', (text) => {
  expect(voice.asked(text)?.asked).toContain('?');
});

test.each(['Please bring your ID.', 'Enter through the side door.', 'We open at nine.', 'Call us on 555 0100.'])(
  '%j asks nothing',
  (text) => {
    expect(voice.asked(text)).toBeUndefined();
  },
);

test.each<[string, boolean]>([
  ['See you on Friday!', true],
  ['Your seat is kept. See you then.', true],
  ['Mr. Reed can see you on Friday.', false],
  ['The vet could see you at noon.', false],
  ['Good to see you again.', false],
])('%j takes leave: %j', (text, isFarewell) => {
  expect(voice.isFarewell(text)).toBe(isFarewell);
});

test.each<[string, string]>([
  ['en-US', 'Bring with you:\n\n* A passport or driving licence\n* Your membership number\n\nWe open at nine.'],
  ['en-US', '<p>To send it back:</p><ul><li>Fold it</li><li>Leave it or hand it over</li></ul><p>That is all.</p>'],
  ['en-US', 'You need:\n✅ A ticket or pass\n✅ Your seat number\n\nSee the map.'],
  ['de-DE', '**Ihre Kundennummer**\n\n- 20 GB im Monat\n- Telefonie in alle Netze\n\nGültig ab Mai.'],
  ['es-ES', '**Tu línea móvil**\n\n- 20 GB\n- Llamadas sin límite\n\nVálido desde mayo.'],
  ['hi-IN', 'आपका मोबाइल नंबर:\n\n1. डेटा 2 जीबी रोज़\n2. कॉल असीमित\n\nधन्यवाद।'],
])('an entry of a list, or the name of one, asks nothing: %s %j', (locale, text) => {
  const own = voiceFor(locale);
  const paragraphs = own.paragraphs(message({ text }));
  expect(askLast(paragraphs, own).asking).toBeUndefined();
});

test('an entry asks with a question mark', () => {
  const paragraphs = voice.paragraphs(message({ text: 'Tell me:\n- Your name or number\n- Which day?' }));
  expect(askLast(paragraphs, voice).asking).toContain('Which day?');
});

test.each<[string, string]>([
  ['de-DE', 'Paket beschädigt? Unser Team hilft Ihnen gern.'],
  ['fr-FR', "En voyage à l'étranger ? Notre agence reste ouverte."],
  ['es-ES', '¿De viaje? Nuestra oficina atiende también el domingo.'],
  ['it-IT', 'Pacco danneggiato? Il nostro team risponde dalle 9.'],
  ['nl-NL', 'Op reis? Ons kantoor is elke dag open.'],
  ['pt-BR', 'Pacote danificado? Nossa equipe atende das 9h às 17h.'],
  ['ja-JP', '海外旅行中ですか？緊急連絡先は24時間対応です。'],
  ['hi-IN', 'विदेश यात्रा पर? हमारी शाखा खुली है।'],
  ['ar-SA', 'مسافر للخارج؟ خط الطوارئ متاح دائما.'],
])('a question without a verb leads to what follows: %s %j', (locale, text) => {
  expect(voiceFor(locale).asked(text)).toBeUndefined();
});
