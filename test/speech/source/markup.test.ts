import { CHOICE } from '../../../lambda/speech/signals';
import { asChoices, holdsChoices, namesChoice, withTaggedChoices } from '../../../lambda/speech/source/choices';
import { withoutShortCodes } from '../../../lambda/speech/source/codes';
import { inCommonMarkup } from '../../../lambda/speech/source/dialects';
import { inOneEncoding } from '../../../lambda/speech/source/encoding';
import { withoutDoubleEscapes } from '../../../lambda/speech/source/entities';
import { withoutGenderStars } from '../../../lambda/speech/source/gender-stars';
import { withWholeTags } from '../../../lambda/speech/source/torn-tags';
import { heardOf } from '../corpus/heard';

describe('codes of forums, page builders and chats', () => {
  test.each([
    // Around all that there is, what a model is told stands around what was meant to be said.
    ['[INST] We open at nine. [/INST]', 'We open at nine.'],
    ['[INST]We open at nine.[/INST]', 'We open at nine.'],
    [' [CONTEXT]\nWe open at nine.\n[/CONTEXT] ', 'We open at nine.'],
    ['We open at nine. [INST]Be kind.[/INST] Anything else?', 'We open at nine.   Anything else?'],
    ['[SYSTEM]Be kind.[/SYSTEM]We open at nine.', ' We open at nine.'],
    ['[CONTEXT]hours.pdf[/CONTEXT]We open at nine.', ' We open at nine.'],
    ['[INTERNAL]VIP[/INTERNAL]We open at nine.', ' We open at nine.'],
    ['We open at nine.[SYS][/SYS]', 'We open at nine. '],
    ['[INST]Be kind.[/SYS] We open.', ' Be kind.  We open.'],
    ['We open at nine. USER_ID=4711, ORDER_STATE_NOW=open;', 'We open at nine.  ,  ;'],
    ['We open at nine. MODEL_NAME=gpt-4 Anything else?', 'We open at nine.   Anything else?'],
    ['assistant: We open at nine.', 'We open at nine.'],
    ['assistant:We open at nine.', 'We open at nine.'],
    ['system:  We open at nine.', 'We open at nine.'],
    [' System:\nWe open at nine.', 'We open at nine.'],
  ])('what steers a chat: %j', (text, shown) => {
    expect(withoutShortCodes(text)).toBe(shown);
  });

  test.each([
    ['We sell [PRIVATE] rooms'],
    ['The set is A_B=4 and x_Y=2 for aUSER_ID=4'],
    ['Our assistant: Rosa.'],
    ['We open. assistant: nine'],
    ['Assistants: two of them.'],
    ['System of ours: none.'],
  ])('words like it are: %j', (text) => {
    expect(withoutShortCodes(text)).toBe(text);
  });

  test.each([
    ['See [url=https://x.example/menu]our menu[/url].', 'See [our menu](https://x.example/menu).'],
    ['See [URL="https://x.example/menu"]our menu[/URL].', 'See [our menu](https://x.example/menu).'],
    ["See [url='https://x.example/menu']our menu[/url].", 'See [our menu](https://x.example/menu).'],
    ['See [url]https://x.example[/url].', 'See  https://x.example .'],
    ['[img]https://x.example/a.png[/img]', ' https://x.example/a.png '],
    ['[quote=Rosa]We open at nine.[/quote]', ' We open at nine. '],
    ['[quote]We open at nine.[/quote]', ' We open at nine. '],
    ['[code]4711[/code] is yours', ' 4711  is yours'],
    ['[center]Sale[/center]', ' Sale '],
    ['[size=20]Sale[/size]', ' Sale '],
    ['[color=#ff0000]Sale[/color]', ' Sale '],
    ['[font=Arial]Sale[/font]', ' Sale '],
    ['[list][*]Soup[*]Bread[/list]', '  Soup Bread '],
    ['[b]Soup[/b] and [i]bread[/i], [u]now[/u], [s]never[/s]', ' Soup  and  bread ,  now ,  never '],
    ['[B]Soup[/B] and [I]bread[/I]', ' Soup  and  bread '],
    ['[U]Soup[/U] and [S]bread[/S]', ' Soup  and  bread '],
    ['Soup[/B] is on.', 'Soup  is on.'],
  ])('those of a forum: %j', (text, shown) => {
    expect(withoutShortCodes(text)).toBe(shown);
  });

  test.each([
    ['[A] Soup [B] Bread [I] Both'],
    ['[B] Soup [/X]'],
    ['[B] Soup\n[C] Bread'],
    ['Our [code](https://x.example) and [b](https://x.example/b)'],
    ['[x] Done and [quoted] words, [listing] too'],
  ])('answers and links are none: %j', (text) => {
    expect(withoutShortCodes(text)).toBe(text);
  });

  test.each([
    ['Our rooms: [gallery ids="1,2"]Book now.', 'Our rooms:  Book now.'],
    ['Our rooms: [gallery  ids="1,2"]Book now.', 'Our rooms:  Book now.'],
    ["Call [contact-form-7 id='12' title='Ask us']", 'Call  '],
    ['Our film: [video width=640 height=360 /]', 'Our film:  '],
    ['Our film: [Video_Player\tsrc=a.mp4]', 'Our film:  '],
    ['[button link="/book"]Book now[/button]', ' Book now '],
    ['[vc_row][vc_column]We open at nine.[/vc_column][/vc_row]', '  We open at nine.  '],
    ['[caption]Our shop[/caption] [one-half2]Soup[/one-half2]', ' Our shop   Soup '],
    ['Two columns[/one-half_2]', 'Two columns '],
  ])('those of a page builder: %j', (text, shown) => {
    expect(withoutShortCodes(text)).toBe(shown);
  });

  test.each([
    ['Our [big rooms] are [free=yes]'],
    ['a [b="2" c] d'],
    ['It is [2nd floor="3"]'],
    ['Rooms [/2] and [/a b]'],
    ['Pick [soup] or [bread]'],
    ['Our [menu](https://x.example) is [new]'],
    ['A room [for us a="b\nc"]'],
  ])('words in brackets are none: %j', (text) => {
    expect(withoutShortCodes(text)).toBe(text);
  });

  test.each([
    ...[
      ...['INST', 'SYS', 'BOS', 'EOS', 'PAD', 'UNK', 'SEP', 'CLS', 'END', 'HANDOFF', 'HANDOVER', 'TRANSFER'],
      ...['ESCALATE', 'TYPING', 'PAUSE', 'WAIT', 'STOP', 'DONE', 'NO_REPLY', 'NOREPLY', '/INST', 'END_OF_CHAT'],
      ...[
        'ORDER_STATUS_2',
        'SEND_IMAGE: shop 2.png',
        'MODEL: gpt-4',
        'MODEL=gpt-4',
        'INTENT: return_item',
        'CONFIDENCE=0.9',
        'LANG :en-GB',
      ],
      ...['intent: return item', 'Action=book', 'status : all good', 'state: 2', 'confidence: high', 'sentiment: calm'],
      ...['tool: hours()', 'function: hours', 'route: shop 2', 'slot= 9 am', 'entity: a room', 'emotion: glad'],
      ...['mood: so so', 'lang: English, UK', 'language: English', 'handoff: Rosa M.', 'AB: 1/2'],
    ].map((code) => [`One moment. [${code}]`, 'One moment.  '] as const),
  ])('what a program was to read: %j', (text, shown) => {
    expect(withoutShortCodes(text)).toBe(shown);
  });

  test.each([
    ...['NOTE: bring_it', 'NB: soup', 'INFO: soup', 'TIP=soup', 'NEW: soup', 'FAQ: soup', 'UPDATE :soup'],
    ...['ENDING', 'the INST', 'A: one', 'Room: 4', 'SOUP: of the day', 'NAME', 'A_B', 'AB_', 'AB_c', 'price: 4'],
    ...['a status: 2', 'X_MODE', 'PRICE: $4', 'INTENT: soup](x', 'intent: soup](x'],
  ])('words in brackets are none: [%s]', (words) => {
    expect(withoutShortCodes(`One moment. [${words}]`)).toBe(`One moment. [${words}]`);
  });

  test.each([
    ...['(^_^)', '(^.^)', '(＾＿＾)', '(T_T)', '(o_o)', '(O_O)', '(>_<)', '(>.<)', '(;_;)', '(；＿；)', '( ^_^ )'],
    ...[
      '(-_-)',
      '(－＿－)',
      '(-.-)',
      '(_ _)',
      '(__)',
      'm(_ _)m',
      '(^^)',
      '（＾＾）',
      '(^_^;)',
      '(^^;;)',
      '(^_^)/',
      '(^^)ノ',
    ],
    ...['(-_-)~', '(^_^’)', "(^_^')", '（^_^）', '(t_t)'.toUpperCase()],
  ])('a face is drawn: %s', (face) => {
    expect(withoutShortCodes(`Danke ${face} bis bald`)).toBe('Danke  ✨  bis bald');
  });

  test.each(['(T-shirt)', '(o.k.)', '(_id)', '(Tot)', '(- - -)', '(^2)', '(;)', '(^_^'])(
    'words are none: %s',
    (words) => {
      expect(withoutShortCodes(`Danke ${words} bis bald`)).toBe(`Danke ${words} bis bald`);
    },
  );

  test('the hands of one who bows are his, and no word is', () => {
    expect(withoutShortCodes('ごめんm(__)mね')).toBe('ごめん ✨ mね');
    expect(withoutShortCodes('Sorry m(__)m!')).toBe('Sorry  ✨ !');
    expect(withoutShortCodes('Sorry m(__)m2')).toBe('Sorry  ✨ m2');
  });

  test.each([
    ['Booked :thumbsup:', 'Booked 👍'],
    ['Booked :+1:', 'Booked 👍'],
    ['Failed :thumbsdown: :-1:', 'Failed 👎 👎'],
    ['Booked :white_check_mark:', 'Booked ✅'],
    ['Booked :heavy_check_mark:', 'Booked ✅'],
    ['Failed :x:', 'Failed ❌'],
    ['Rated :star::star::star:', 'Rated ⭐⭐⭐'],
    ['Thanks :heart:', 'Thanks ❤'],
    ['Thanks :tada: so much :smile_cat2:', 'Thanks ✨ so much ✨'],
    [':wave:, hello', '✨, hello'],
    ['Thanks :flag-us:', 'Thanks ✨'],
  ])('the short code of an emoji: %j', (text, shown) => {
    expect(withoutShortCodes(text)).toBe(shown);
  });

  test.each([
    ['At 10:30:00 or a:b:c'],
    ['https://x.example/:star:/a'],
    ['Rated :star:s'],
    ['Rated: star: 5'],
    ['It is :y: or :2: or :4th:'],
    [':star:/5'],
    ['urn:star: one'],
  ])('a time or address holds none: %j', (text) => {
    expect(withoutShortCodes(text)).toBe(text);
  });
});

describe('escapes and what other chats know', () => {
  test.each([
    ['Line one\\nline two', 'Line one\nline two'],
    ['Line one\\\\nline two', 'Line one\nline two'],
    ['Line one\\r\\nline two', 'Line one\nline two'],
    ['Line one\\\\r\\\\nline two', 'Line one\nline two'],
    ['Line one\\rLine two', 'Line one\nLine two'],
    ['Soup\\t5 dollars', 'Soup 5 dollars'],
    ['Soup\\\\t5 dollars', 'Soup 5 dollars'],
    ['Caf\\u00e9 \\u00DCber \\\\u00e9t\\\\u00e9', 'Café Über été'],
    ['Die Tür\\nHallo', 'Die Tür\nHallo'],
    // Words, and paths, in which such signs stand.
    ['C:\\new\\tables', 'C:\\new\\tables'],
    ['Copy it to D:\\reports\\new, please', 'Copy it to D:\\reports\\new, please'],
    ['ABC:\\nSoup', 'ABC:\nSoup'],
    ['Option A:\\nSoup', 'Option A:\nSoup'],
    ['an \\ruler, a \\table, an \\u12', 'an \\ruler, a \\table, an \\u12'],
    ['\\*not\\* bold', '\\*not\\* bold'],
  ])('an escape that was escaped once more: %j', (text, shown) => {
    expect(inCommonMarkup(text)).toBe(shown);
  });

  test.each([
    ['See <https://x.example/a|our menu> first', 'See [our menu](<https://x.example/a>) first'],
    ['See <HTTP://x.example|us>', 'See [us](<HTTP://x.example>)'],
    ['Write <mailto:a@x.example|to us>', 'Write [to us](<mailto:a@x.example>)'],
    ['Call <tel:+15551234567|us>', 'Call [us](<tel:+15551234567>)'],
    ['Text <sms:+15551234567|us>', 'Text [us](<sms:+15551234567>)'],
    ['<https://x.example|Our [big] room>', '[Our \\[big\\] room](<https://x.example>)'],
    ['Ask in <#C0AB12|general> or <@U012AB|Rosa B.>', 'Ask in general or Rosa B.'],
    ['Ask <!subteam^S12|the team>', 'Ask the team'],
    ['Hi <@U012AB>, see <#C012AB>!', 'Hi  , see  !'],
    ['Hi <@123456789> and <@!123456789> and <@&123456789>!', 'Hi   and   and  !'],
    ['<!here> We open. <!channel> <!everyone>', '  We open.    '],
  ])('a link or mention of Slack and Discord: %j', (text, shown) => {
    expect(inCommonMarkup(text)).toBe(shown);
  });

  test.each([
    ['<https://x.example>'],
    ['<ftp://x.example|us>'],
    ['<see http://x.example|us>'],
    ['Soup | Bread'],
    ['<b|c> and <@|>'],
    ['<@rosa> and <@U1> and <#12> and <!hello>'],
    ['<https://x.example|two\nlines>'],
  ])('anything else is none: %j', (text) => {
    expect(inCommonMarkup(text)).toBe(text);
  });

  test.each([
    ...[
      'image: photo_1.png',
      'img a.jpg',
      'photo: a.jpeg',
      'Picture : our shop (2).gif',
      'file: terms.pdf',
      'attachment: a.doc',
    ],
    ...['video: tour.mp4', 'audio: hello.mp3', 'gif: cat.webp', 'sticker: cat.svg', 'image:a.heic', 'image: a.bmp'],
    ...['video: a.mov', 'audio: a.wav', 'audio: a.ogg', 'file: my-terms.v2.docx', 'IMAGE: A.PNG'],
  ])('the name of a file that stands for it: [%s]', (name) => {
    expect(inCommonMarkup(`Our shop: [${name}] at noon`)).toBe('Our shop:   at noon');
  });

  test.each([
    ['[image: our shop]'],
    ['[terms.pdf]'],
    ['[image: a.png](https://x.example/a.png)'],
    ['[image: a.png, b]'],
    ['[the image: a.png]'],
    ['[image: a.xyz]'],
  ])('words in brackets are none: %j', (text) => {
    expect(inCommonMarkup(text)).toBe(text);
  });

  test.each([
    ['| Mo<br>Tue | 9 |', '| Mo, Tue | 9 |'],
    ['Hours:\n| Mo <br/> Tue<BR />early | 9<br>10 | \nThanks', 'Hours:\n| Mo, Tue early | 9, 10 | \nThanks'],
    ['\t| Größe<br>über alles |', '\t| Größe über alles |'],
    // Outside of a row it is a break of lines.
    ['Monday<br>Tuesday', 'Monday<br>Tuesday'],
    ['| Mo<br>Tue', '| Mo<br>Tue'],
    ['Mo<br>Tue |', 'Mo<br>Tue |'],
    ['| Mo\n<br> |', '| Mo\n<br> |'],
    ['Or | Mo<br>Tue |', 'Or | Mo<br>Tue |'],
    ['| Mo<br>Tue | or', '| Mo<br>Tue | or'],
  ])('a break of lines in a cell: %j', (text, shown) => {
    expect(inCommonMarkup(text)).toBe(shown);
  });

  test.each([
    ['Your account ES** **** **** 3391 is open', 'Your account ES ••••3391 is open'],
    ['GB** **** 12', 'GB ••••12'],
    ['DE** **** ****4711', 'DE ••••4711'],
    ['KIDS** **** 3391', 'KIDS** **** 3391'],
    ['es** **** 3391', 'es** **** 3391'],
    ['ES** **** 33917', 'ES** **** 33917'],
    ['ES** **** 3', 'ES** **** 3'],
    ['ES** **** now', 'ES** **** now'],
    ['**FAQ** *see 12*', '**FAQ** *see 12*'],
  ])('the hidden part of an account: %j', (text, shown) => {
    expect(inCommonMarkup(text)).toBe(shown);
  });
});

describe('what was escaped for HTML more than once', () => {
  test.each([
    ['Tom &amp;amp; Co', 'Tom &amp; Co'],
    ['Tom &amp;amp;amp; Co', 'Tom &amp; Co'],
    ['It&amp;#39;s &amp;#x27;on&amp;#x27;', 'It&#39;s &#x27;on&#x27;'],
    ['&amp;eacute; &amp;frac12; &amp;NBSP;', '&eacute; &frac12; &NBSP;'],
    ['Tom &amp; Co; &amp;amp', 'Tom &amp; Co; &amp;amp'],
    ['One&lt;br&gt;two&lt;br/&gt;three&lt;BR /&gt;four', 'One<br>two<br>three<BR />four'],
    ['One&amp;lt;br&amp;gt;two', 'One<br>two'],
    ['One &lt;brand&gt; two', 'One &lt;brand&gt; two'],
    ['<p>One&lt;br&gt;two</p>', '<p>One<br>two</p>'],
  ])('entities and breaks of lines: %j', (text, shown) => {
    expect(withoutDoubleEscapes(text)).toBe(shown);
  });

  test.each([
    ['&lt;p&gt;We open.&lt;/p&gt;', '<p>We open.</p>'],
    ['&lt;P&gt;We &lt;b class=&quot;x&quot;&gt;open.&lt;/b&gt;&lt;/P&gt;', '<P>We <b class="x">open.</b></P>'],
    ['&lt;h2 id=a&gt;Hours&lt;/h2&gt;&lt;br&gt;', '<h2 id=a>Hours</h2><br>'],
    ['&lt;b&gt;Hi&lt;/b&gt; &lt;name&gt;', '<b>Hi</b> &lt;name&gt;'],
    ['&amp;lt;b&amp;gt;Hi&amp;lt;/b&amp;gt;', '<b>Hi</b>'],
    // One alone, one beside tags or code, or none of an element.
    ['Write &lt;b&gt; for it', 'Write &lt;b&gt; for it'],
    ['Write &lt;b&gt; for &lt;name&gt;', 'Write &lt;b&gt; for &lt;name&gt;'],
    ['Write &lt;name&gt; or &lt;order&gt;', 'Write &lt;name&gt; or &lt;order&gt;'],
    ['<p>&lt;b&gt;Hi&lt;/b&gt;</p>', '<p>&lt;b&gt;Hi&lt;/b&gt;</p>'],
    ['`&lt;b&gt;Hi&lt;/b&gt;`', '`&lt;b&gt;Hi&lt;/b&gt;`'],
    ['&lt;b &lt;i&gt; or 3 &lt; 4 &gt; 2', '&lt;b &lt;i&gt; or 3 &lt; 4 &gt; 2'],
    ['&lt;b\n&gt;Hi&lt;/b\n&gt;', '<b\n>Hi</b\n>'],
    ['&lt;b\nc\nd&gt;Hi&lt;/b&gt;', '&lt;b\nc\nd&gt;Hi&lt;/b&gt;'],
  ])('tags: %j', (text, shown) => {
    expect(withoutDoubleEscapes(text)).toBe(shown);
  });

  test.each([
    ['%3Cp%3EWe%20open%3C%2Fp%3E', '<p>We open</p>'],
    ['%3c/p%3e', '</p>'],
    ['%7B%22text%22%3A%22Caf%C3%A9%22%7D', '{"text":"Café"}'],
    ['%3Cp%3EHalf%FF%3C/p%3E', '<p>Half%FF%3C/p>'],
    ['100%25 and 20%20off', '100%25 and 20%20off'],
    ['%3C5 and %7Bx', '%3C5 and %7Bx'],
  ])('those of an address: %j', (text, shown) => {
    expect(withoutDoubleEscapes(text)).toBe(shown);
  });
});

describe('tags without their ends', () => {
  test.each([
    ['<b>Hi</b you', '<b>Hi</b> you'],
    ['<B>Hi</B, you', '<B>Hi</B>, you'],
    ['<h2>Hours</h2 \nNine', '<h2>Hours</h2> \nNine'],
    ['<p>Hi</p><p>you</p', '<p>Hi</p><p>you</p>'],
    ['<b>Hi</b > you</b   >', '<b>Hi</b > you</b   >'],
    ['Hi </name you', 'Hi </name you'],
    ['Hi </b-2 and </b:c', 'Hi </b-2 and </b:c'],
    ['Nine<br\nten<BR \neleven<hr/\ntwelve<br', 'Nine<br>\nten<br>\neleven<br>\ntwelve<br>'],
    ['Nine<br Ten<br<b>x</b>', 'Nine<br>Ten<br><b>x</b>'],
    ['Nine <br of it <brand', 'Nine <br of it <brand'],
    ['We open at nine.<str', 'We open at nine.<str'],
    ['We open at nine.<strong', 'We open at nine.'],
    ['We open at nine.</div', 'We open at nine.</div>'],
    ['We open at nine. <img src="https://x.example/a.p', 'We open at nine. '],
    ['We open at nine. <a href="https://x.exa', 'We open at nine. '],
    ['We open at nine. <SPAN class', 'We open at nine. '],
    ['It is 4 <b', 'It is 4 <b'],
    ['It is a <b and c', 'It is a <b and c'],
    ['<img src="a" > is a tag', '<img src="a" > is a tag'],
    ['Your <order of today', 'Your <order of today'],
    ['Look: <img src="a\nb', 'Look: <img src="a\nb'],
    ['It is 4 < 5', 'It is 4 < 5'],
  ])('are whole, or left out where the text was cut off: %j', (text, shown) => {
    expect(withWholeTags(text)).toBe(shown);
  });
});

describe('a text that was read in another encoding', () => {
  test.each([
    ['CafÃ© und ThÃ¼r', 'Café und Thür'],
    ['Weâ€™re â€œopenâ€\u009d â€“ alwaysâ€¦', 'We’re “open” – always…'],
    ['Weâ€œopenâ€, or closed', 'We“open”, or closed'],
    ['â€œopenâ€', '“open”'],
    ['Itâ€™s â€œopenâ€ now', 'It’s “open” now'],
    ['ï»¿Hello', 'Hello'],
    ['Price: 12\u00a0â‚¬ or Â£4, Â°C', 'Price: 12\u00a0€ or £4, °C'],
    ['Thanks ðŸ˜€!', 'Thanks 😀!'],
    ['ãƒ†', 'ãƒ†'],
    ['ï¼ˆ2ï¼‰', '（2）'],
    ['CafÃ© Â 9Â am', 'Café  9 am'],
    ['Lettres : Â Ê Î', 'Lettres : Â Ê Î'],
    // Twice over.
    ['CafÃƒÂ©', 'Café'],
    ['WeÃ¢â‚¬â„¢re Ã¢â‚¬Å“openÃ¢â‚¬Â\u009d, or Ã¢â‚¬Å“closedÃ¢â‚¬Â, now', 'We’re “open”, or “closed”, now'],
    ['Booked Ã°Å¸Ëœâ‚¬ Ã°Å¸â€˜Â\u008d', 'Booked 😀 👍'],
    ['Weâ\u0080\u0099re', 'We’re'],
    ['SÃ£o Paulo, Å½', 'São Paulo, Å½'],
    // Words of languages that have these letters.
    ['Crème brûlée, Âge, âme, ðan', 'Crème brûlée, Âge, âme, ðan'],
    ['MAÇÃ – FRUTA, MAÇÃ… FRUTA', 'MAÇÃ – FRUTA, MAÇÃ… FRUTA'],
    ['AMANHÃ– SIM, AMANHÃ— SIM, AMANHÃ’, AMANHÃ”', 'AMANHÃ– SIM, AMANHÃ— SIM, AMANHÃ’, AMANHÃ”'],
    ['PÅ“, Ë† og Å¸', 'PÅ“, Ë† og Å¸'],
    ['„Hvað…”– og þá', '„Hvað…”– og þá'],
    ['Hello', 'Hello'],
  ])('is read in its own: %j', (text, shown) => {
    expect(inOneEncoding(text)).toBe(shown);
  });
});

describe('answers to pick from', () => {
  const choices = (...names: string[]) => names.map((name) => CHOICE + name).join('');

  test.each([
    ['Well?<quick_replies>Yes|No</quick_replies>', `Well?\n\n${choices('Yes', 'No')}\n\n`],
    ['<quickreplies>Yes; No</quickreplies>Thanks', `\n\n${choices('Yes', 'No')}\n\nThanks`],
    ['<Quick-Replies>Yes\nNo\n\n</quick-replies>', `\n\n${choices('Yes', 'No')}\n\n`],
    ['<buttons>Book | Call us | </buttons>', `\n\n${choices('Book', 'Call us')}\n\n`],
    ['<suggestions>One</suggestions>', `\n\n${choices('One')}\n\n`],
    ['<chips>A|B</chips><choices>C|D</choices>', `\n\n${choices('A', 'B')}\n\n\n\n${choices('C', 'D')}\n\n`],
    ['<button>Book</button>', '<button>Book</button>'],
    ['<chips>A<b>B</b></chips>', '<chips>A<b>B</b></chips>'],
    ['<chips>A|B</choices>', '<chips>A|B</choices>'],
  ])('between tags: %j', (text, shown) => {
    expect(withTaggedChoices(text)).toBe(shown);
  });

  test('no more than ten of them', () => {
    const many = [...'ABCDEFGHIJKL'];
    expect(asChoices(many)).toBe(choices(...many.slice(0, 10)));
  });

  test('what data call them, and what one of them is called', () => {
    expect(['quick_replies', 'buttons', 'optionen', 'opções', '選択肢', 'title', ''].filter(holdsChoices)).toEqual([
      'quick_replies',
      'buttons',
      'optionen',
      'opções',
      '選択肢',
    ]);
    expect(['', 'title', 'label', 'text', 'name', 'caption', 'payload', 'buttons'].filter(namesChoice)).toEqual([
      '',
      'title',
      'label',
      'text',
      'name',
      'caption',
    ]);
  });
});

describe('marks of gender', () => {
  test.each([
    ['Ein*e Ärzt*in ruft Sie an.', 'Eine Ärztin ruft Sie an.'],
    ['Jede:r Kund:in bekommt eine_n Berater·in.', 'Jede Kundin bekommt eine Beraterin.'],
    ['Liebe*r Kund*in, Ihr*e neue*r Berater*in ist da.', 'Liebe Kundin, Ihre neue Beraterin ist da.'],
    ['Jede:rmann nimmt a:e und de_en.', 'Jede:rmann nimmt a:e und de_en.'],
  ])('are heard in one form, with the words before it: %j', (text, heard) => {
    expect(heardOf(text, 'de-DE')).toEqual([heard]);
  });

  test.each([
    ['Liebe Kund*innen und Mitarbeiter*innen', 'Liebe Kund:innen und Mitarbeiter:innen'],
    ['Ein*e Ärzt*in', 'Ein:e Ärzt:in'],
    ['Ihr*e neue*r Berater*in', 'Ihr:e neue:r Berater:in'],
    ['Fragen Sie eine*n Berater*in', 'Fragen Sie eine:n Berater:in'],
    ['m*n, a*e, 2*e, max*n', 'm*n, a*e, 2*e, max*n'],
    ['*innen* und Kund*innenraum', '*innen* und Kund*innenraum'],
    ['2*in und A*in', '2*in und A*in'],
    ['viel*innen*', 'viel*innen*'],
    ['Alle Kunden', 'Alle Kunden'],
  ])('are none of markup: %j', (text, shown) => {
    expect(withoutGenderStars(text)).toBe(shown);
  });
});
