import { capitalStage } from '../../../lambda/speech/written/capitals';
import { staged } from './staged';

const said = staged((written) => {
  const stage = capitalStage(written);
  return (line) => stage(line, line);
});

describe('in a line with small letters', () => {
  test.each([
    ['The POOL is CLOSED today.', 'The POOL is Closed today.'],
    ['Your ORDER is in', 'Your Order is in'],
    ['Please bring your ID and a PHOTO.', 'Please bring your ID and a Photo.'],
    ['Sale today! HURRY up', 'Sale today! Hurry up'],
    ["DON'T miss it, the DON’T PANIC sale", "Don't miss it, the Don’t Panic sale"],
    ['"CLOSED" is on the door', '"Closed" is on the door'],
    ['ÄNDERUNG for MÜLLER and ÉCLAIR', 'Änderung for Müller and Éclair'],
    ['x'.repeat(9).concat(' CLOSED'), 'x'.repeat(9).concat(' Closed')],
  ])('long words are words: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    'NASA and the YMCA share it',
    'Ask UNHCR or RSPCA for help',
    'Write to AMAZON-UK, user_NAME1, #SUMMER or @SUPPORT',
    'SUMMER-SALE is on',
    'MODEL2 is out, and 2MODEL too',
    'SUMMER_SALE is on',
    'Call US today',
    'Ask DR Who about MRS Peel',
    'A B',
  ])('what is letters, a part of something or short stays: %s', (text) => expect(said(text)).toBe(text));

  test.each([
    ['Please note: THE POOL IS CLOSED until May.', 'Please note: THE POOL IS Closed until May.'],
    ['Please note: DO NOT CALL US at night.', 'Please note: DO NOT CALL us at night.'],
    ['NEW: CALL US NOW on the app', 'NEW: CALL us NOW on the app'],
    ['Please note: THEY ALL LED the way', 'Please note: THEY ALL LED the way'],
    ['Come and join US NOW', 'Come and join US NOW'],
    ['Hello, OUR IT TEAM can help', 'Hello, OUR IT TEAM can help'],
    ['Our POOL AND BAR is open', 'Our POOL AND BAR is open'],
    ['Visit US in May', 'Visit US in May'],
    ['He said CALL US NOW or never', 'He said CALL us NOW or never'],
    ['He said CALL US now', 'He said CALL US now'],
    ['He said GO CALL US now', 'He said GO CALL us now'],
    ['He said CALL US now or NOT at all', 'He said CALL US now or NOT at all'],
    ['Then CALL US I said', 'Then CALL US I said'],
    ['NASA and US LAW agree', 'NASA and US LAW agree'],
    ['The BIG SALE in our NEW US store', 'The BIG SALE in our NEW US store'],
    ['Phase A NEW US store opens', 'Phase A NEW US store opens'],
  ])('amid words in capitals: %s', (text, words) => expect(said(text)).toBe(words));
});

describe('where all is in capitals', () => {
  test.each([
    ['OUR SHOP IS CLOSED TODAY', 'Our shop is closed today'],
    ['OPEN NOW', 'Open now'],
    ['BIG SALE', 'Big sale'],
    ['(OPEN NOW)', '(Open now)'],
    ['ALL IN ONE GO OK', 'All in one go OK'],
    ['WE ARE AT THE BAR', 'We are at the bar'],
    ['A TABLE FOR TWO AT A PRICE OF TEN', 'A table for two at a price of ten'],
    ['THIS IS A TEST. A NEW LINE STARTS!', 'This is a test. A new line starts!'],
    ['WE ARE CLOSED. PLEASE COME BACK? YES! THANKS', 'We are closed. Please come back? Yes! Thanks'],
    ['THE POOL IS CLOSED. "SORRY" TO ALL', 'The pool is closed. "Sorry" to all'],
    ['SHOP CLOSED', 'Shop closed'],
    ['MAIL US AT info@shop.example TODAY', 'Mail us at info@shop.example today'],
    ['GET A DRINK AND A SNACK', 'Get a drink and a snack'],
    ['TEL 0800 123 4567 PLEASE CALL', 'Tel 0800 123 4567 please call'],
  ])('words are words: %s', (text, words) => expect(said(text)).toBe(words));

  test.each(['SALE', 'GO UP', 'I DO IT MY WAY', '9 AM TO 5 PM'])('a few short ones may be letters: %s', (text) =>
    expect(said(text)).toBe(text),
  );

  test.each([
    ['THE ATM IS IN THE CAR PARK', 'The ATM is in the car park'],
    ['ALL PDFS AND ATMS ARE FREE', 'All PDFs and ATMs are free'],
    ['TXT US YOUR CRTFC NOW', 'TXT us your CRTFC now'],
    ['THE BCDFGH FILE IS READY', 'The bcdfgh file is ready'],
    ['THE NHSX APP IS DOWN', 'The NHSX app is down'],
    ['SHH PSST IT IS A SECRET', 'Shh Psst it is a secret'],
    ['MR SMITH AND DR JONES WILL SEE YOU', 'Mr smith and Dr jones will see you'],
    ["LET'S GO TO THE MOVIES'", "Let's go to the movies'"],
    ['WE HAD ALL ODDS AND ENDS', 'We had all odds and ends'],
  ])('letters are letters: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['CALL US NOW', 'Call us now'],
    ['THE US OFFICE IS CLOSED, SO CALL US', 'The US office is closed, so call us'],
    ['OUR IT TEAM WILL FIX IT', 'Our IT team will fix it'],
    ['IT IS HERE. IT HELPS', 'It is here. It helps'],
    ['OPEN 9 AM TO 5 PM DAILY', 'Open 9 AM to 5 PM daily'],
    ['I AM HERE', 'I am here'],
    ['SHE LED THE WAY TO THE RED LED', 'She led the way to the red LED'],
  ])('letters that are a word as well, by what stands beside them: %s', (text, words) =>
    expect(said(text)).toBe(words),
  );
});

describe('what is announced as a code stays', () => {
  test.each([
    'Your code is SUMMER',
    'Use code WINTER today',
    'Your reference: GARDEN',
    'The password is APPLES.',
    'Your car TOYOTA is ready',
    'Its registration number is TOYOTA',
    'IBAN GB82 WESTM 1234',
    'GB82 WESTM 1234 is your account',
  ])('%s', (text) => expect(said(text)).toBe(text));

  test.each([
    ['The SUMMER code is out', 'The Summer code is out'],
    ['Your code for the pool is SUMMER', 'Your code for the pool is Summer'],
    ['Your booking BK YELLOW', 'Your booking BK Yellow'],
    ['Our model AGB82 GARDEN', 'Our model AGB82 Garden'],
    ['Our model GB825 GARDEN', 'Our model GB825 Garden'],
    ['Our model GB82 (GARDEN)', 'Our model GB82 (Garden)'],
    ['THE CAR PARK IS FULL', 'The car park is full'],
    ['THE OFFICE IN THE VEHICLE TESTING YARD', 'The office in the vehicle testing yard'],
  ])('no code: %s', (text, words) => expect(said(text)).toBe(words));
});

describe('other languages', () => {
  test.each([
    ['de', 'WIR HABEN HEUTE GESCHLOSSEN', 'Wir haben heute geschlossen'],
    ['de', 'BITTE ÖFFNEN SIE DIE APP DER KFZ AG', 'Bitte öffnen sie die app der KFZ AG'],
    ['de', 'Der LADEN ist ab MORGEN offen', 'Der Laden ist ab Morgen offen'],
    ['es', 'LA TIENDA ESTÁ CERRADA HOY Y MAÑANA', 'La tienda está cerrada hoy y mañana'],
    ['fr', 'LE MAGASIN EST FERMÉ À MIDI', 'Le magasin est fermé à midi'],
    ['fr', "L'EAU EST COUPÉE AUJOURD'HUI", "L'eau est coupée aujourd'hui"],
    ['ja', '本日は CLOSED です', '本日は Closed です'],
    ['hi', 'आज OFFICE बंद है', 'आज Office बंद है'],
  ])('%s: %s', (language, text, words) => expect(said(text, language)).toBe(words));

  test.each([
    ['ja', 'JCB と VISA が使えます', 'JCB と VISA が使えます'],
    ['ja', 'お支払いは JCB、VISA、AMEX、DINERS です', 'お支払いは JCB、VISA、AMEX、Diners です'],
    ['hi', 'AXIS और BHIM से भुगतान करें', 'AXIS और BHIM से भुगतान करें'],
    ['ar', 'ادفع عبر STC أو MADA الآن', 'ادفع عبر STC أو MADA الآن'],
    ['ja', 'NO SMOKING IN ALL ROOMS', 'No smoking in all rooms'],
    ['es', 'OFICINA EN EL 1º PISO DE LA TORRE', 'Oficina en el 1º piso de la torre'],
    ['es', 'OFICINA EN LA 2ª PLANTA', 'Oficina en la 2ª planta'],
  ])('names amid letters without small ones are not shouted, %s: %s', (language, text, words) =>
    expect(said(text, language)).toBe(words),
  );
});
