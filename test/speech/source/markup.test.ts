import { withoutShortCodes } from '../../../lambda/speech/source/codes';

describe('codes of forums, page builders and chats', () => {
  test.each([
    // Around all that there is, what a model is told stands around what was meant to be said.
    ['[INST] We open at nine. [/INST]', 'We open at nine.'],
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
    ["Call [contact-form-7 id='12' title='Ask us']", 'Call  '],
    ['Our film: [video width=640 height=360 /]', 'Our film:  '],
    ['Our film: [Video_Player\tsrc=a.mp4]', 'Our film:  '],
    ['[button link="/book"]Book now[/button]', ' Book now '],
    ['Two columns[/one-half_2]', 'Two columns '],
  ])('those of a page builder: %j', (text, shown) => {
    expect(withoutShortCodes(text)).toBe(shown);
  });

  test.each([
    ['Our [big rooms] are [free=yes]'],
    ['a [b="2" c] d'],
    ['It is [2nd floor="3"]'],
    ['Rooms [/2] and [/a b]'],
    ['A room [for us a="b\nc"]'],
  ])('words in brackets are none: %j', (text) => {
    expect(withoutShortCodes(text)).toBe(text);
  });

  test.each([
    ...[
      ...['INST', 'SYS', 'BOS', 'EOS', 'PAD', 'UNK', 'SEP', 'CLS', 'END', 'HANDOFF', 'HANDOVER', 'TRANSFER'],
      ...['ESCALATE', 'TYPING', 'PAUSE', 'WAIT', 'STOP', 'DONE', 'NO_REPLY', 'NOREPLY', '/INST', 'END_OF_CHAT'],
      ...['ORDER_STATUS_2', 'SEND_IMAGE: shop 2.png', 'INTENT: return_item', 'CONFIDENCE=0.9', 'LANG :en-GB'],
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
