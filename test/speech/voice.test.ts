import fc from 'fast-check';
import type { InputRequest, Sender } from '../../lambda/conversation/message';
import type { Introduction } from '../../lambda/conversation/ports/voice';
import { voiceFor } from '../../lambda/speech/voice';
import { anyText, markupSoup } from './arbitraries';
import { message } from './messages';

const said = (text: string, locale = 'en-US') => voiceFor(locale).paragraphs(message({ text }));

type Row = [text: string, ...paragraphs: string[]];

describe('a text becomes paragraphs', () => {
  const tables: Record<string, Row[]> = {
    'plain words': [
      ['We open at nine.', 'We open at nine.'],
      ['We open at nine', 'We open at nine.'],
      ['Is that all?', 'Is that all?'],
      ['Here is our menu:', 'Here is our menu:'],
      ['Hello\nHow are you?', 'Hello. How are you?'],
      ['Hello.\n\nHow are you?', 'Hello.', 'How are you?'],
      ['Hello.\r\n\r\nHow are you?', 'Hello.', 'How are you?'],
      ['  Hello \t  there  ', 'Hello there.'],
      ['She said "hello."', 'She said "hello."'],
      ['', ...[]],
      ['   \n ', ...[]],
      ['...', ...[]],
    ],
    'what is written for the eye': [
      ['Shall we ring you? (Y/N)', 'Shall we ring you? Yes or no?'],
      ['Do you want a receipt (yes/no)?', 'Do you want a receipt, yes or no?'],
      ['Shall we ring you? [Y/N]', 'Shall we ring you? Yes or no?'],
      ['Is it urgent, y/n?', 'Is it urgent, yes or no?'],
      ['Please type your surname.', 'Please say your surname.'],
      ['Enter your PIN code', 'Say your PIN code.'],
      ['You can say or type a city.', 'You can say a city.'],
      ['Tell me a street or type SKIP.', 'Tell me a street or say SKIP.'],
      ['Type your question in the box below.', 'Say your question.'],
      ['When were you born (DD/MM/YYYY)?', 'When were you born?'],
      ['Please enter the date in DD-MM-YYYY format.', 'Please say the date.'],
      ['When does it expire? (MM/YY)', 'When does it expire?'],
      ['Please enter the building by the side door.', 'Please enter the building by the side door.'],
      ['You can type your wish or say it.', 'You can say your wish.'],
      ['Please write the date on the form.', 'Please write the date on the form.'],
      ['Which type of room is it?', 'Which type of room is it?'],
      ['Type A plugs fit here.', 'Type A plugs fit here.'],
      ['You may enter the car park from Mill Lane.', 'You may enter the car park from Mill Lane.'],
    ],
    'a line that an editor wrapped goes on; a short one ends': [
      [
        'We are open every day of the week from nine in the morning\nto eleven at night.',
        'We are open every day of the week from nine in the morning. to eleven at night.',
      ],
      [
        'We are open every day of the week, from nine in the morning onwards,\nto eleven at night.',
        'We are open every day of the week, from nine in the morning onwards, to eleven at night.',
      ],
      ['soup\nsalad', 'soup. salad.'],
    ],
    markdown: [
      ['**Hello** *my* __dear__ _friend_', 'Hello my dear friend.'],
      ['***Very*** ~~old~~ new', 'Very new.'],
      ['# Opening hours\nNine to five', 'Opening hours.', 'Nine to five.'],
      ['Opening hours\n---\nNine to five', 'Opening hours.', 'Nine to five.'],
      ['We have:\n- soup\n- salad\n* bread\n+ wine', 'We have:', 'soup. salad.', 'bread.', 'wine.'],
      ['1. First\n2. Second', '1. First. 2. Second.'],
      ['4) Fourth\n7) Seventh', '4. Fourth. 7. Seventh.'],
      ['1. First\n\n2. Second', '1. First.', '2. Second.'],
      ['- fish\n  - cod\n  - hake\n- meat', 'fish. cod. hake. meat.'],
      ['2026.', '2026.'],
      ['42. <ul><li>hello</li></ul>', '42. hello.'],
      ['code \u1fefis\u1fef here', 'code is here.'],
      ['> as they say\n> here', 'as they say. here.'],
      ['Over\n\n***\n\nand out', 'Over.', 'and out.'],
      ['Type `open sesame` now', 'Type open sesame now.'],
      ['Use the `<div>` tag', 'Use the div tag.'],
      ['```js\nlet a = 1;\nlet b\n```', "Some code, it's in your Alexa app."],
      ['```\nrun this', 'run this.'],
      ['~~~ this is no language\nrun this', 'this is no language. run this.'],
      ['See [our menu](https://x.example/menu "Menu") first', 'See our menu first.'],
      ['[Call us](tel:+4930123)', 'Call us.'],
      ['[click](javascript:alert(1)) me', 'click me.'],
      ['![The *big* room](https://x.example/a.png)', 'The big room.'],
      ['| Day | Hours |\n|:---|---:|\n| Monday | 9 to 5 |\n| Sunday | |', 'Day, Hours. Monday, 9 to 5. Sunday.'],
      ['Day|Hours|\n---|---\nMonday|9 to 5|and later', 'Day, Hours. Monday, 9 to 5, and later.'],
      ['[terms]: our terms\n\nSee [terms]', 'terms: our terms.', 'See terms.'],
      ['    indented', 'indented.'],
      ['Only *today', 'Only today.'],
      ['**Note:**bring it', 'Note: bring it.'],
      ['\\*not bold\\*', 'not bold.'],
    ],
    HTML: [
      ['<p>Hello <b>you</b></p><p>Welcome</p>', 'Hello you.', 'Welcome.'],
      ['Hello<br>there<br/>you', 'Hello. there. you.'],
      ['<ul>\n  <li>Soup</li>\n  <li>Salad</li>\n</ul>', 'Soup. Salad.'],
      ['<ol start="3"><li>Third</li><li>Fourth</li></ol>', '3. Third. 4. Fourth.'],
      ['<div>One</div><div>Two</div>', 'One.', 'Two.'],
      [
        '<table><tr><th>Day</th><th>Hours</th></tr><tr><td>Mon</td><td>9-5</td></tr></table>',
        'Day, Hours. Monday, 9 to 5.',
      ],
      ['<p>one\ntwo\nthree</p>', 'one two three.'],
      ['<a href="https://x.example" title="a tip">Our menu</a>', 'Our menu.'],
      ['<img src="https://x.example/a.png" alt="Fish &amp; chips">', 'Fish and chips.'],
      ['<script>var a = "<b>x</b>";</script>Hello', 'Hello.'],
      ['<style>p { color: red }</style>Hello<!-- a note -->', 'Hello.'],
      ['<head><title>Shop</title></head><body>Hello</body>', 'Hello.'],
      ['<video src="https://x.example/v.mp4">No video here</video>Hello', 'Hello.'],
      ['The <script> of this play', 'The of this play.'],
      ['Hello &lt;b&gt;you&lt;/b&gt;', 'Hello you.'],
      ['Caf&eacute;&nbsp;&#8364; 5 &amp;c', 'Café € 5 &c.'],
      ['<SPAN STYLE="x">Hello</SPAN>', 'Hello.'],
      [
        '<speak>Hello <mark name="x"/> you <amazon:domain name="news">there</amazon:domain></speak>',
        'Hello you there.',
      ],
      ['<p>**Hello**</p>', 'Hello.'],
      ['<p class="a > b" hidden>Hello</p>', 'Hello.'],
      ["<a href='https://x.example'target='_blank'>Menu</a>", 'Menu.'],
    ],
    'brackets that are no markup': [
      ['Dear <neighbour>, hello', 'Dear neighbour, hello.'],
      ['Give me your <order number>, please', 'Give me your order number, please.'],
      ['A <table for two>?', 'A table for two?'],
      ['Say <yes, please>', 'Say yes, please.'],
      ['Привет, <имя>!', 'Привет, имя!'],
      ['List<String>', 'List String.'],
      ['a < b', 'a < b.'],
      ['5 > 3', '5 is greater than 3.'],
      ['if a<b and c>d', 'if a b and c d.'],
      ['Hello {{first_name}} [you]', 'Hello you.'],
    ],
    'signs that mean something': [
      ['AT&T, Q&A and R&amp;D', 'AT&T, Q&A and R&D.'],
      ['Fish & chips', 'Fish and chips.'],
      ['2*3*4 = 24', '2 times 3 times 4 equals 24.'],
      ['2 * 3', '2 times 3.'],
      ['A 4* hotel', 'A 4-star hotel.'],
      ['Dial *123#', 'Dial star 123 hash.'],
      ['snake_case_name', 'snake_case_name.'],
      ['C#, C++ and #1', 'C#, C++ and number 1.'],
      ['~5 minutes', 'about 5 minutes.'],
      ['+49 30 1234567', '+49 30 1234567.'],
      ['(030) 123-45', '(030) 123-45.'],
      ['10:30-11:00', '10:30 to 11:00.'],
      ['From $5.99, or 5,99 €, -10 %', 'From $5.99, or €5.99, minus 10 percent.'],
      ['It is -5 °C', 'It is minus 5 degrees Celsius.'],
      ['-5 °C', 'minus 5 degrees Celsius.'],
      ['Write to jane_doe@x.example.com.', 'Write to jane_doe@x.example.com.'],
      ['mailto:jane@x.example', 'jane@x.example.'],
      ['<jane@x.example>', 'jane@x.example.'],
      ['km/h, and/or, 24/7, Node.js/Express', 'km/h, and or, 24/7, Node.js/Express.'],
      ['Tel.:030 123', 'Telephone:030 123.'],
      ['© 2026 Acme™ ®', 'Copyright 2026 Acme.'],
      ['½ litre, 5 m², №5', 'half a litre, 5 square metres, number 5.'],
      ["It's “fine” — isn't it…", "It's “fine” — isn't it…"],
    ],
    'drawings and left-over signs': [
      ['• Soup\n• Salad', 'Soup. Salad.'],
      ['Choose: • Soup • Salad', 'Choose: Soup, Salad.'],
      ['Settings > Account > Name', 'Settings, Account, Name.'],
      ['Berlin → Rome', 'Berlin to Rome.'],
      ['=====\nMenu\n-----', 'Menu.'],
      ['Card ****1234', 'Card ending in 1234.'],
      ['Great :-) Thanks ;)', 'Great. Thanks.'],
      ['Mon | Tue | Wed', 'Monday, Tuesday, Wednesday.'],
      ['★★★ Best ✓ offer ■', 'Three stars: Best offer.'],
      ['Hello <!-- open', 'Hello open.'],
    ],
    addresses: [
      ['See https://x.example/y.', 'See the link in your Alexa app.'],
      ['See www.example.com/a?b=1&c=2#d for more', 'See the link in your Alexa app for more.'],
      ['Try bit.ly/3xYz!', 'Try the link in your Alexa app!'],
      ['We are at example.com', 'We are at example.com.'],
      ['https://x.example/y', 'The link is in your Alexa app.'],
      ['Book here: https://x.example/y', 'Book at the link in your Alexa app.'],
      ['Our menu (https://x.example/y) changes', 'Our menu changes.'],
      ['(See https://x.example/a_(b).)', '(See the link in your Alexa app.)'],
      ['<https://x.example/_a_/*b>', 'The link is in your Alexa app.'],
      ['https://x.example/_a_/*b*/c', 'The link is in your Alexa app.'],
      ['[https://x.example/y](https://x.example/y)', 'The link is in your Alexa app.'],
      ['<a href="https://x.example">https://x.example</a>', 'The link is in your Alexa app.'],
      ['HTTPS://X.EXAMPLE/Y or http://x.example:80/', 'the link in your Alexa app or the link in your Alexa app.'],
      ['A picture data:image/png;base64,iVBORw0KGgo= here', 'A picture here.'],
      ['Open myapp://go/1 now', 'Open now.'],
      ['詳細はhttps://x.example/zをご覧ください', '詳細はthe link in your Alexa appをご覧ください。'],
    ],
    emoji: [
      ['Hello 😀', 'Hello.'],
      ['Hello😀!', 'Hello!'],
      ['👋 Hello 👋🏽 you 👩‍👩‍👧 and 🇩🇪 flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'Hello you and flag.'],
      ['1️⃣ Book 2️⃣ Cancel', '1. Book 2. Cancel.'],
      ['ℹ️ Info ❤ ❤️ ☎️ ✔️', 'Info.'],
      ['Yes 👍, sure', 'Yes, sure.'],
      ['Thanks!\n\n🎉🎉', 'Thanks!'],
      ['Rate us: 1. ⭐ 2. ⭐⭐', 'Rate us: 1. one star 2. two stars.'],
      ['1️⃣ 😀\n2️⃣ 😐', '1 grinning face. 2 neutral face.'],
      ['1. Soup 🍲 2. Salad', '1. Soup 2. Salad.'],
      ['👍', 'Thumbs up.'],
      ['👍🏽👍🏻', 'Thumbs up.'],
      ['❤️ <b>🎉</b>!', 'Red heart, party popper.'],
      ['⭐⭐⭐', 'Three stars.'],
      ['★★★★☆', 'Four stars.'],
      ['☆☆☆☆☆', 'Empty star.'],
      ['👩🏽‍🔬', 'Woman.'],
      ['🇩🇪 🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'Germany, Scotland.'],
      [':-)', 'Smiling face.'],
      ['&#128077;', 'Thumbs up.'],
      ['🪐', 'An emoji.'],
      ['👇', 'An emoji.'],
    ],
    'characters that no voice can say': [
      ['a\u0000b\u0007c', 'a b c.'],
      ['a\ud800b \udc00c', 'ab c.'],
      ['a\ufffeb\uffffc\u{1ffff}', 'abc.'],
      ['\ufeffHello\u200b \u202eyou\u2066\u00ad', 'Hello you.'],
      ['\ue000a\u{f0000}', 'a.'],
      ['a&#0;&#x202e;b', 'ab.'],
      ['cafe\u0301', 'caf\u00e9.'],
      ['a\u00a0b\u2003c\u3000d', 'a b c d.'],
      ['a\u2028b\u0085c', 'a. b. c.'],
      ['a\u200db', 'ab.'],
    ],
    'every alphabet': [
      ['Öffnungszeiten: größer, ø, ñ', 'Öffnungszeiten: größer, ø, ñ.'],
      ['**Привет**, мир', 'Привет, мир.'],
      ['مرحبا بك', 'مرحبا بك.'],
      ['كيف حالك؟', 'كيف حالك؟'],
      ['می\u200cخواهم', 'می\u200cخواهم.'],
      ['नमस्ते दुनिया', 'नमस्ते दुनिया।'],
      ['क्\u200dष', 'क्\u200dष।'],
      ['*こんにちは* 世界', 'こんにちは 世界。'],
      ['ありがとう。', 'ありがとう。'],
      ['สวัสดี <b>ชาวโลก</b>', 'สวัสดี ชาวโลก.'],
      ['안녕하세요 세계', '안녕하세요 세계.'],
      ['שלום עולם', 'שלום עולם.'],
      ['Γειά σου Κόσμε', 'Γειά σου Κόσμε.'],
    ],
  };

  describe.each(Object.entries(tables))('%s', (_name, rows) => {
    test.each(rows)('%j', (text, ...paragraphs) => {
      expect(said(text)).toEqual(paragraphs);
      expect(said(text, 'en-GB')).toEqual(paragraphs);
    });
  });
});

describe('what is not text', () => {
  test.each([
    ['image', undefined, 'There is a picture in your Alexa app.'],
    ['image', 'Our **menu**', 'There is a picture in your Alexa app: Our menu.'],
    ['image', 'What a view!', 'There is a picture in your Alexa app: What a view!'],
    ['image', '📷', 'There is a picture in your Alexa app.'],
    ['image', '{{kind}} $& $t(goodbye)', 'There is a picture in your Alexa app: $& $t(goodbye).'],
    ['video', 'The tour', 'There is a video in your Alexa app: The tour.'],
    ['audio', undefined, 'There is a recording in your Alexa app.'],
    ['file', 'Terms', 'There is a document in your Alexa app: Terms.'],
    ['location', 'Main Street 5', 'There is a place on the map in your Alexa app: Main Street 5.'],
    ['link', 'Book now', 'There is a link in your Alexa app: Book now.'],
  ] as const)('%s %j is announced', (kind, title, sentence) => {
    const media = [{ kind, title, url: 'https://x.example/y' }];
    expect(voiceFor('en-US').paragraphs(message({ media }))).toEqual([sentence]);
  });

  test('comes after the text: cards without their choices, then media', () => {
    const sent = message({
      text: 'Look:',
      choices: [{ label: 'Pay' }],
      media: [{ kind: 'image', title: 'The room' }],
      cards: [
        { title: 'Soup', text: '<b>Hot</b>', choices: [{ label: 'Order' }] },
        { imageUrl: 'https://x.example/i.png', choices: [] },
      ],
    });
    expect(voiceFor('en-GB').paragraphs(sent)).toEqual([
      'Look:',
      'Soup. Hot.',
      'There is a picture in your Alexa app.',
      'There is a picture: The room.',
    ]);
  });
});

describe('an input request', () => {
  const heard = (inputRequest: InputRequest) => voiceFor('en-US').paragraphs(message({ inputRequest }));

  test.each<[InputRequest, string]>([
    [{ kind: 'number', min: 0, max: 100 }, 'Tell me a number from 0 to 100.'],
    [{ kind: 'number', min: -2.5, max: 1000 }, 'Tell me a number from -2.5 to 1000.'],
    [{ kind: 'number', min: 0.1 + 0.2 }, 'Tell me a number, 0.3 or more.'],
    [{ kind: 'number', max: 5 }, 'Tell me a number, 5 or less.'],
    [{ kind: 'number' }, 'Tell me a number.'],
    [{ kind: 'number', min: 5, max: 5 }, 'Tell me a number.'],
    [{ kind: 'number', min: 7, max: 5 }, 'Tell me a number.'],
    [{ kind: 'number', min: Number.NaN, max: Number.POSITIVE_INFINITY }, 'Tell me a number.'],
    [{ kind: 'number', min: 0, max: 1e300 }, 'Tell me a number.'],
    [{ kind: 'date' }, 'Just tell me the day and the time.'],
    [{ kind: 'location' }, 'It asks where you are. Just tell me the place.'],
    [{ kind: 'file' }, "It asks for a file, which I can't send by voice. Just go on in your own words."],
    [
      { kind: 'form', fields: ['Name', '**E-mail**', '', '<b>Phone</b>:'] },
      'This is a form. It asks for Name, E-mail and Phone. Tell me in your own words.',
    ],
    [{ kind: 'form', fields: ['Age'] }, 'This is a form. It asks for Age. Tell me in your own words.'],
    [
      { kind: 'form', fields: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] },
      'This is a form. It asks for a, b, c, d, e, f and more. Tell me in your own words.',
    ],
    [{ kind: 'form', fields: ['😀'] }, 'This is a form. Tell me in your own words what it asks for.'],
    [{ kind: 'form' }, 'This is a form. Tell me in your own words what it asks for.'],
  ])('%j is asked for in words', (inputRequest, sentence) => {
    expect(heard(inputRequest)).toEqual([sentence]);
  });

  test('for code that no voice can run is not heard', () => {
    expect(heard({ kind: 'script', option: 'alert(1)' })).toEqual([]);
  });

  test('is what a message ends with', () => {
    const sent = message({
      text: 'How many?',
      media: [{ kind: 'image' }],
      cards: [{ title: 'Soup', choices: [] }],
      inputRequest: { kind: 'number', min: 1, max: 9 },
    });
    expect(voiceFor('en-GB').paragraphs(sent)).toEqual([
      'How many?',
      'Soup.',
      'There is a picture.',
      'Tell me a number from 1 to 9.',
    ]);
  });

  test('takes no longer than a listener has patience for, whatever the fields are', () => {
    const fields = Array.from({ length: 1000 }, () => 'really '.repeat(1000));
    expect(heard({ kind: 'form', fields })[0]?.length).toBeLessThan(500);
  });
});

describe('an introduction', () => {
  const said = (introduction: Introduction) => voiceFor('en-US').introduce(introduction);
  const from = (kind: Sender['kind'], name?: string) => said({ kind: 'from', sender: { kind, name } });

  test.each<[Introduction, string]>([
    [{ kind: 'late' }, 'Here is the answer to your earlier question.'],
    [{ kind: 'more' }, 'Something more came in for you.'],
    [{ kind: 'unsure' }, 'An answer just came in.'],
    [{ kind: 'now' }, 'And now to what you just said.'],
    [{ kind: 'again' }, 'In case you missed it.'],
  ])('%j', (introduction, sentence) => {
    expect(said(introduction)).toBe(sentence);
  });

  test('names whoever speaks, where the name is known', () => {
    expect(from('agent', 'Jane Doe')).toBe('Jane Doe says:');
    expect(from('agent')).toBe('Someone from the team says:');
    expect(from('broadcast', 'Bella & Co')).toBe('An announcement from Bella and Co:');
    expect(from('broadcast')).toBe('An announcement:');
    expect(from('bot', 'Bella')).toBe('Bella says:');
    expect(from('bot')).toBe('A message for you:');
  });

  test.each([
    ['<b>Jane</b>\n', 'Jane says:'],
    ['👩‍💼 *Jane*!', 'Jane says:'],
    ['{{name}} $t(goodbye)', '$t(goodbye) says:'],
    ['', 'Someone from the team says:'],
    ['\u0000 …', 'Someone from the team says:'],
    ['| سارة | علي |\n|---|\n| منى |', 'سارة، علي، منى says:'],
    [`${'سارة '.repeat(9)}، ، ${'علي '.repeat(9)}`, `${'سارة '.repeat(9).trim()}، ${'علي '.repeat(3).trim()} says:`],
    ['| Anne |\n\n| 安娜 |\n|---|\n| 小林 |', 'Anne, 安娜、小林 says:'],
    ['Jane '.repeat(10_000), `${'Jane '.repeat(12).trim()} says:`],
  ])('makes the name %j harmless', (name, sentence) => {
    expect(from('agent', name)).toBe(sentence);
  });
});

describe('a label', () => {
  test.each([
    ['Table for two', 'Table for two'],
    ['🍕 *Pizza*!', 'Pizza'],
    ['<b>Fish &amp; chips</b>', 'Fish and chips'],
    ['Is it open?', 'Is it open'],
    ['Yes,\nplease', 'Yes, please'],
    ['#1', 'number 1'],
    ['👍', 'thumbs up'],
    ['⭐⭐⭐⭐', 'four stars'],
    ['👇', 'option 3'],
    ['', 'option 3'],
    ['...', 'option 3'],
  ])('%j is said as %j', (label, spoken) => {
    expect(voiceFor('en-US').label({ label }, 2)).toBe(spoken);
  });

  test('is cut to one breath, at a word', () => {
    const spoken = voiceFor('en-US').label({ label: 'really '.repeat(1000) }, 0);
    expect(spoken).toMatch(/^(really )+really$/);
    expect(spoken.length).toBeLessThanOrEqual(120);
    expect([...voiceFor('en-US').label({ label: '字'.repeat(1000) }, 0)]).toHaveLength(120);
    expect([...voiceFor('en-US').label({ label: '𠮷'.repeat(1000) }, 0)]).toHaveLength(120);
  });
});

describe('a text too long for any listener', () => {
  test('is cut, and the user is told so', () => {
    const paragraphs = said('word '.repeat(20_000));
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0]?.split('word')).toHaveLength(10_001);
    expect(paragraphs[1]).toBe('The rest of this message is too long to read out.');
  });
});

describe('for any text', () => {
  const unspeakable =
    /[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Variation_Selector}\p{Emoji_Presentation}\p{Bidi_Control}]|\u20e3|\u200b|\ufeff|[`[\]{}\\]|[a-z]{2}:\/\/|\bwww\.| {2}|<\/?(?:b|p|div|script)>/u;

  test('every word is heard, in order', () => {
    fc.assert(
      fc.property(markupSoup, ({ text, words }) => {
        const spoken = said(text).join('\n');
        let from = 0;
        for (const word of words) {
          const at = spoken.indexOf(word, from);
          expect({ word, heard: at >= 0, spoken }).toEqual({ word, heard: true, spoken });
          from = at + word.length;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('no word is lost, doubled or out of its place', () => {
    const word = fc.string({ unit: fc.constantFrom('q', 'w', 'z', 'k'), minLength: 5, maxLength: 9 });
    const wrap = fc.constantFrom(
      (inner: string) => inner,
      (inner: string) => `**${inner}**`,
      (inner: string) => `<b>${inner}</b>`,
      (inner: string) => `\n- ${inner}\n`,
      (inner: string) => `\n| ${inner} | ${inner} |\n`,
      (inner: string) => `{"text": "${inner}", "id": 7}`,
      (inner: string) => `<emphasis level="strong">${inner}</emphasis>`,
      (inner: string) => `[${inner}](https://x.example/a)`,
      (inner: string) => `{{first_name}} ${inner} 👍`,
      (inner: string) => `<sub alias="${inner}">x</sub>`,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, wrap), { maxLength: 12 }), (pieces) => {
        const written = pieces.map(([inner, around]) => around(inner));
        const spoken =
          said(written.join(' '))
            .join(' ')
            .match(/[qwzk]{5,}/gi) ?? [];
        const meant = pieces.flatMap(([inner], at) => Array(written[at]?.startsWith('\n|') ? 2 : 1).fill(inner));
        expect(spoken.map((each) => each.toLowerCase())).toEqual(meant);
      }),
      { numRuns: 150 },
    );
  });

  test('nothing is left that cannot be said', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const paragraph of said(text)) {
          expect(paragraph).not.toMatch(unspeakable);
          expect(paragraph).toMatch(/[\p{L}\p{N}]/u);
          expect(paragraph).toBe(paragraph.trim().normalize('NFC'));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a label is speakable, and never empty', () => {
    fc.assert(
      fc.property(anyText, fc.nat(99), (label, position) => {
        expect(voiceFor('en-US').label({ label }, position)).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  test('whoever speaks is introduced in one short sentence', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('bot', 'agent', 'broadcast'), (name, kind) => {
        const sentence = voiceFor('en-US').introduce({ kind: 'from', sender: { kind, name } });
        expect(sentence).not.toMatch(unspeakable);
        expect(sentence).toMatch(/:$/);
        expect([...sentence].length).toBeLessThan(100);
      }),
    );
  });
});

describe('a hostile text neither hangs nor overflows the stack', () => {
  const million = (unit: string) => unit.repeat(1_000_000 / unit.length);
  test.each(
    [
      '<',
      '*',
      '[',
      '![',
      '`',
      '"',
      '> ',
      '- ',
      '1. ',
      '<b>',
      '<!--',
      '<a "',
      '&',
      '|',
      '[a](',
      'http://',
      '\ud83d',
      '<td>a',
    ].map((unit) => [unit]),
  )('a million characters of %j', (unit) => {
    expect(said(`${million(unit)}x`).at(-1)).toBe('The rest of this message is too long to read out.');
  });

  test('lists and quotes deeper than any parser goes keep their words', () => {
    const list = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- item${depth}`).join('\n');
    expect(said(list).join(' ')).toContain('item199');
    expect(said(`${'> '.repeat(500)}deep`)).toEqual(['deep.']);
  });
});
