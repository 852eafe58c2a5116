import { withCodes } from '../../../lambda/speech/codes';
import { phrases } from '../../../lambda/speech/phrases';
import { areHeard, bracketed } from './heard';

test('a phone number behind a word for one', () => {
  areHeard([
    'Call [phone: 12345].',
    'Call us at [phone: 555 0142 99] today.',
    'Phone: [phone: 020.7946.0000]',
    'Our fax is [phone: 030/901820], too.',
    'Text [phone: 98765] and wait.',
    'WhatsApp to [phone: +4915112345678] now',
    'Freephone “[phone: 0808 157 0192]”',
    'Mobile number: [phone: (0)20 7946 0958]',
    'Call us on [phone: 12 (345) 678].',
    'Call id [phone: 4711-22].',
    'Call Rosa to [phone: 12345]',
    'Ring [phone: 030-901820-0].',
    'Call [phone: 1-2-3-4-5] now',
    'Call [phone: 12) 345].',
    'Dial [phone: +1 23 45]',
    // Too few digits, or what is counted, measured, or part of something else.
    'Call 1234 today',
    'Call 1.2.3.4 today',
    'Phone 51.5074 degrees north',
    'The call lasted 12345 seconds',
    'Recall 12345 units',
    'call-12345',
    'Call ( 020) 7946.',
    'Call 12345é or 12345th',
    'Call Rosa and Ben to 12345',
    'Call rosa to 12345',
  ]);
});

test('the number of an emergency, and further ones for those in need', () => {
  areHeard([
    'Call [digits: 911].',
    'Call: [digits: 911]',
    'Dial [digits: 112] now',
    'Call NHS [digits: 111].',
    'Call [digits: 911] or [digits: 112].',
    'Call us or [digits: 911].',
    'Call [digits: 911] if it is serious, [digits: 311] for city services.',
    'Call [digits: 911] and [digits: 988] in a crisis; [digits: 211] otherwise.',
    'Call: [digits: 911] and, later, [digits: 311].',
    'Call [digits: 911]!\nOr, calmly, [digits: 311]? No',
    'Call [digits: 911], [digits: 311] when you can.',
    'Call [digits: 911], or [digits: 311]',
    // Things that are counted, and other numbers.
    'Call 311s of them',
    'Call 911 streets away',
    'Call 911,5 now',
    'Call 912.',
    'We have 911 rooms, 311 for you.',
    'Recall 911.',
    'Call [digits: 911] if needed, 511 of them',
    'Call [digits: 911], we have 311.5 or 3111.',
    'Call [digits: 911], see A311.',
    'Call [digits: 911], 311 forms',
    'Call 9112, we have 311.',
  ]);
});

test('the plate of a vehicle', () => {
  areHeard([
    'Your plate [spelled: AB12 CDE] is known.',
    'Registration number: [spelled: 7 ABC 123]',
    'Plate: [spelled: B-XY 1234]',
    'Plate is [spelled: B XY 1234 E]',
    'Car [spelled: 4X4] is here',
    'The car [spelled: A4] is red.',
    'Plate [spelled: AB12 CDE F]',
    'Plate [spelled: AB12CDE] is known.',
    'Plate: [spelled: M-AB123]',
    'Your car [spelled: 1ABC234], please',
    'Your car TOYOTA is here',
    'Your car AB12CDEFG is here',
    'Your car ABC is here',
    'Your car 12 is here',
    'Vehicle registration: AB 12 CD 34 EF',
    'Plate AB1é',
    'Plate AB12 CDEFG',
  ]);
});

test('the number of a flight or train, and several of them', () => {
  areHeard([
    'Flight [spelled: VS 206] is on time.',
    'Flight [spelled: U2 8512].',
    'Flight [spelled: 9W 12].',
    'Flights [spelled: BA123] and [spelled: BA 2490]',
    'Flights [spelled: BA123], [spelled: BA124], [spelled: VS 206] or [spelled: 9W 12]',
    'Flights [spelled: BA1], [spelled: BA2] & [spelled: BA3], or [spelled: BA4]',
    'Train [spelled: ICE 579] is late',
    'Flight [spelled: 4U-123A] leaves',
    'Flight [spelled: VSX-1] & [spelled: VS-2]',
    'Flight 206 leaves',
    'Flight VS 20666 leaves',
    'Flight VS 206ers',
    'Flight V 206',
    'The flight BAAB 12',
  ]);
});

test('the short number that a word is sent to', () => {
  areHeard([
    'Send the word HELP to [digits: 4567]',
    'Text "Soup" to [digits: 45678]',
    'Reply YES to [digits: 1234567]',
    'Reply “Yes” to [digits: 12345], please',
    'text the keyword Win to [digits: 45678] today',
    'Text the word to [digits: 45678]',
    'Send STOP to 123',
    'Send STOP to 4567 friends now',
    'Send STOP to 4567.50',
    'Send soup to 45678',
    'Send STOP at 45678',
    'Resend STOP to 45678',
  ]);
});

test('the postal code behind a state', () => {
  areHeard([
    'Austin, Texas [digits: 78701]',
    'New York [spelled: 10001-1234].',
    'Texas [digits: 78701] is ours',
    'Texas 78701.5',
    'Texas 787012',
    'Texas 7870',
    'Texasville 78701',
  ]);
});

test('several codes behind one word, as long as its first', () => {
  areHeard([
    'Your codes are [digits: 4711], [digits: 4712] and [digits: 4713].',
    'Order numbers [digits: 10001], [digits: 10002], or [digits: 10003]',
    'Orders [digits: 1234] and [digits: 5678] are ready',
    'Codes: [digits: 4711], [digits: 4712]',
    'Codes [digits: 12345678] to [digits: 12345679]',
    'Orders [digits: 1234] & 567890 are ready',
    'Orders [digits: 1234], 12345, [digits: 5678] are ready',
    'Orders [digits: 1234], [digits: 5678], 9012.5',
    'Orders 123 and 456',
    'We have 1234 and 5678 rooms',
  ]);
});

describe('a code', () => {
  test('of digits behind a word that has one behind it', () => {
    areHeard([
      'Your code is [digits: 482].',
      'Your code is [digits: 482 913].',
      'code “[digits: 4711]”',
      "PIN '[digits: 4711]'",
      'PIN [spelled: 4-8-2]',
      'PIN: [spelled: 12-34-56]',
      'code [spelled: 12.34.56]',
      'Code [spelled: 4711/2]',
      'number [digits: 123] of them',
      'ending in [digits: 4711]',
      'card ending [digits: 4711]',
      'star [digits: 123]',
      'id hash [digits: 4711]',
      'Code no. [digits: 4711]',
      'Zip [spelled: 78701-1234]',
      'Zip：[digits: 78701]',
      'Your code is 48.',
      'Code 4711a',
      'number 4711th, code 4711a',
      'number 12 times',
      'your code and 482913',
      'code (4711)',
      'barcode 4711, a_code 4711, a-code 4711',
      'code2 4711',
    ]);
  });

  test('of letters and digits', () => {
    areHeard([
      'code [spelled: ABCD]',
      'code [spelled: A1B]',
      'The code is "[spelled: SAVE20]".',
      'Code [spelled: SAVE20-NOW/4]',
      'code [spelled: WELCOME]',
      'SKU [spelled: AB-12-C]',
      'password [spelled: k9Tb4W]',
      'password [spelled: 4711K9Tb]',
      'Password is [spelled: aB3!x]',
      'Password is [spelled: B3a%$x]',
      'Password is [spelled: !aB3&x]',
      'reference [spelled: a81f-77c0]',
      'reference [spelled: a1b2c]',
      'reference [spelled: 4a5b6]',
      'reference [spelled: abc12d]',
      'id [spelled: 550e8400-e29b]',
      'reference [spelled: ab12-cd34-ef56-gh78]',
      'code ABC',
      'code ABé1',
      'password k9Tb4Wx-',
      'password Soup4You',
      'password aBcdE',
      'password ABC!1',
      'password abc!1',
      'password kT9',
      'reference abcd1e',
      'reference abcd-12',
      'reference ab-cd-12',
      'reference a1-b2-é3',
      'reference a1',
      'reference 12ab',
      'password pass',
    ]);
  });

  test('in groups, of a bank or a post', () => {
    areHeard([
      'Reference [spelled: JD0146 0009 8127 3345]',
      'tracking [spelled: JD0146 7731 02]',
      'reference [spelled: RT 5519 2740 8DE]',
      'tracking [spelled: R 551 2740 8]',
      'serial [spelled: H00 7Q2 4471]',
      'serial [spelled: H00 7Q2 4471 AB1C2]',
      'IBAN [spelled: DE89 3704 0044 0532 0130 00]',
      'IBAN [spelled: NO9386011117947]',
      'ZIP [spelled: SE15 4NX]',
      'postcode [spelled: M5V 2T6]',
      'postcode [spelled: T12 XY34]',
      'postcode [spelled: D6W XY00]',
      'postcode [spelled: W1A 1HQ]',
      'Reference [spelled: AB 123456]',
      'Reference [spelled: ABC 1234]',
      'Reference [spelled: ABCD] 123456',
      'tracking [spelled: JD0146] 7731 022.5',
      'reference AB 123',
    ]);
  });

  test('behind a word that may have one behind it', () => {
    areHeard([
      'Order [digits: 4711]. It is ready',
      'Order [digits: 47110] items',
      'Order [digits: 4711] Items',
      'Your order is [digits: 4711]',
      'Order no: [spelled: 4711-22]',
      'Order [spelled: AB12] items',
      'Order [spelled: WELCOME]',
      'order [spelled: JD0146 7731 02]',
      'account [digits: 1234 5678]',
      'Invoice [spelled: INV 2026/0417] is paid.',
      'Ticket [spelled: AB 12-34]',
      'Ticket [spelled: AB 12-34/56-78]',
      'Case [spelled: 00-4471-A7] was closed.',
      'Booking id: [spelled: QX7-44-LP2].',
      'Your order [digits: 4711] is ready.',
      'Booking [digits: 2841] has been cancelled, ticket [digits: 1234] wasn’t.',
      'Order [digits: 4711] will arrive',
      // What is counted, and what is none.
      'Order 4711 issues',
      'Order 4711 items',
      'Order 471 is ready.',
      'Order AB1',
      'Invoice INV 2026',
      'Ticket A 12-34',
      'Ticket AB 1-34',
      'Ticket AB 12-34x',
      'Order 2 to go',
      'Claim #4711',
      'order abc4711',
      'An order-4711',
      'preorder 4711',
      'Case 1234é',
    ]);
  });
});

test.each([
  [
    'de-DE',
    [
      'Ihr Code lautet [digits: 482913].',
      '[digits: 482913] ist Ihr Code.',
      '[digits: 1234] ist Ihre PIN, [digits: 5678] ist Ihr Code',
      '[spelled: AB-4711] ist Ihr Code',
      '"[digits: 4711]" lautet Ihr Code',
      '„[digits: 4711]” lautet Ihr Code',
      'Es ist so: [digits: 4711] lautet Ihr Code',
      '5 4711 ist Ihr Code',
      '12.4711 ist Ihr Code',
      '123 ist Ihr Code',
      'x4711 ist Ihr Code, a-4711 ist Ihr Code, 1/4711 ist Ihr Code',
      'Ende 482913 ist Ihres',
      'Bestellnummer [digits: 4711]',
      'Die Kundennummer: [digits: 471199]',
      'Vorgangs-ID [digits: 4711]',
      'Promocode [spelled: SAVE20]',
      'Gäste-WLAN-Passwort [spelled: k9Tb4W]',
      'Karten-PIN [digits: 4711], Kunden-Nummer [digits: 815], WLAN-Code: [digits: 4711]',
      'Rufen Sie [phone: 12345] an',
      'Kennzeichen [spelled: B-XY 1234]',
      'Flug [spelled: LH 2040] und [spelled: LH 2041]',
      'Senden Sie STOP an [digits: 45678]',
      'Notruf [digits: 112]',
      'Notruf [digits: 112], Zimmer 110.',
      'Wählen Sie 110 oder [digits: 112]',
      'Telefon 48,12345 Grad',
      'Bestellung [digits: 4711] und [digits: 4712]',
      'Ihre Rechnung ist 1500 Euro hoch',
      'Die Bestellung ist 30000 Stück',
      'Bestellung [digits: 4711] Eurobox',
      'Unter der Nummer [phone: 0800 123]',
      'SMS an [digits: 45678]',
    ],
  ],
  [
    'es-ES',
    [
      'Su código de reserva es [spelled: ABC123].',
      '[digits: 482913] es su código',
      'Vuelo [spelled: IB 3170] y [spelled: IB 3171]',
      'Envíe BAJA al [digits: 25000]',
    ],
  ],
  [
    'fr-FR',
    [
      '[digits: 482913] est votre code',
      'Commande n° [digits: 4711]',
      'Envoyez STOP au [digits: 36180]',
      'Composez le [digits: 3919]',
    ],
  ],
  ['it-IT', ['[digits: 482913] è il suo codice', 'Chiami il [digits: 118]', 'Invia STOP al [digits: 48000]']],
  [
    'nl-NL',
    [
      '[digits: 482913] is uw code',
      'Bel naar [digits: 112]',
      'sms het woord STOP naar [digits: 4567]',
      'Bestelnummer [digits: 4711]',
    ],
  ],
  ['pt-BR', ['[digits: 482913] é seu código', 'Ligue para [digits: 190]', 'Envie SAIR para [digits: 28000]']],
  [
    'ja-JP',
    [
      '確認コードは[digits: 482913]です。',
      '[digits: 482913]が認証コードです',
      '注文番号「[digits: 4711]」',
      '便名 [spelled: JL 123] と [spelled: NH 456]',
      '電話：[phone: 0120-444-444]へ',
      '予約番号 [spelled: AB1234]',
    ],
  ],
  [
    'hi-IN',
    [
      'आपका ओटीपी [digits: 482913] है',
      '[digits: 482913] आपका ओटीपी है',
      'पुलिस [digits: 100] पर कॉल करें',
      'START लिखकर [digits: 56767] पर भेजें',
    ],
  ],
  [
    'ar-SA',
    [
      'رمز التحقق هو [digits: 482913]',
      '[digits: 482913] هو رمزك',
      'اتصل على الطوارئ [digits: 911]',
      'أرسل كلمة STOP إلى [digits: 45678]',
    ],
  ],
])('in the words of each language: %s', (locale, texts) => {
  areHeard(texts, locale);
});

test('a zero that is not dialled behind the code of a country', () => {
  expect(bracketed(withCodes('Call +44 (0)20 7946 0958.', phrases('en-GB')))).toBe('Call [phone: +44 20 7946 0958].');
});

test.each([
  [
    'de-DE',
    [
      'Ihre Bestellnummern sind [digits: 4711] und [digits: 4712].',
      'Ihre Codes lauten [digits: 4711] und [digits: 4712].',
      'Kundennummern: [digits: 4711] und [digits: 4712]',
      'Ihre Codes sind [digits: 4711] sowie [digits: 4712].',
      'Die WLAN-Codes sind [digits: 4711] oder [digits: 4712].',
      'Die Bestellungen [digits: 10001] und [digits: 10002] sind da.',
    ],
  ],
  [
    'fr-FR',
    [
      'Vos numéros de commande sont [digits: 4711] et [digits: 4712].',
      'Vos codes sont [digits: 4711] et [digits: 4712].',
      'Les commandes [digits: 10001] et [digits: 10002] sont arrivées.',
    ],
  ],
  [
    'it-IT',
    [
      'I codici sono [digits: 4711] e [digits: 4712].',
      'I suoi numeri d’ordine sono [digits: 4711] e [digits: 4712].',
      'Gli ordini [digits: 10001] e [digits: 10002] sono arrivati.',
    ],
  ],
  [
    'nl-NL',
    [
      'Uw bestelnummers zijn [digits: 4711] en [digits: 4712].',
      'Uw codes zijn [digits: 4711] en [digits: 4712].',
      'De bestellingen [digits: 10001] en [digits: 10002] zijn er.',
    ],
  ],
  [
    'es-ES',
    ['Sus códigos son [digits: 4711] y [digits: 4712].', 'Los pedidos [digits: 10001] y [digits: 10002] han llegado.'],
  ],
  [
    'pt-BR',
    ['Seus códigos são [digits: 4711] e [digits: 4712].', 'Os pedidos [digits: 10001] e [digits: 10002] chegaram.'],
  ],
  ['hi-IN', ['आपके ऑर्डर नंबर [digits: 4711] और [digits: 4712] हैं']],
  ['ar-SA', ['رقم الطلب هو [digits: 4711] أو [digits: 4712]', 'رقم الطلب هو [digits: 4711] و[digits: 4712]']],
  [
    'ja-JP',
    [
      '注文番号は[digits: 4711]と[digits: 4712]です。',
      'コードは[digits: 4711]、[digits: 4712]または[digits: 4713]です。',
      '便名は[spelled: JL123]と[spelled: NH456]です。',
    ],
  ],
])('several of them in the words of each language: %s', (locale, texts) => {
  areHeard(texts, locale);
});

test.each([
  [
    'de-DE',
    ['Ihre Bestellung [digits: 4711] ist da, Buchung [digits: 2841] wurde storniert.', 'Bestellung 4711 weitere'],
  ],
  [
    'fr-FR',
    ['Votre commande [digits: 4711] est prête.', 'Le colis [digits: 2841] a été livré.', 'Une commande 1500 pièces'],
  ],
  [
    'es-ES',
    ['Su pedido [digits: 4711] está listo.', 'La reserva [digits: 2841] ha sido cancelada.', 'Pedido 1500 piezas'],
  ],
  [
    'it-IT',
    ['Il suo ordine [digits: 4711] è pronto.', 'La prenotazione [digits: 2841] non è valida.', 'Ordine 1500 pezzi'],
  ],
  [
    'nl-NL',
    ['Uw bestelling [digits: 4711] is klaar.', 'Boeking [digits: 2841] werd geannuleerd.', 'Bestelling 1500 stuks'],
  ],
  ['pt-BR', ['Seu pedido [digits: 4711] está pronto.', 'A reserva [digits: 2841] foi cancelada.', 'Pedido 1500 peças']],
])('a short one with what is said of it behind it: %s', (locale, texts) => {
  areHeard(texts, locale);
});

test.each([
  [
    'fr-FR',
    [
      'Votre code de vérification est [digits: 482 913].',
      'Le code promo [spelled: SPRING25] est valable.',
      'Votre code d’accès : [digits: 4711]',
      'Composez le [digits: 112] ou le [digits: 15].',
    ],
  ],
  ['it-IT', ['Il codice di verifica è [digits: 482 913].', 'Il codice sconto [spelled: SPRING25] è valido.']],
  ['es-ES', ['Llame al [digits: 112] o al [digits: 091].', 'El [digits: 016] atiende siempre.']],
  ['pt-BR', ['A placa [spelled: ABC1D23] foi registrada.']],
])('words of more than one: %s', (locale, texts) => {
  areHeard(texts, locale);
});
