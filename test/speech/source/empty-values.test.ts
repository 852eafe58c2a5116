import { emptyIn, withoutEmpty } from '../../../lambda/speech/source/empty-values';

type Row = readonly [written: string, shown: string];

/** What is shown of each text, with a sign where a value is missing. */
function expectShown(rows: readonly Row[]) {
  const shown = rows.map(([written]) => [written, withoutEmpty(written, '▢')]);
  expect(shown).toEqual(rows);
}

function expectLeft(texts: readonly string[]) {
  expectShown(texts.map((text) => [text, text]));
}

describe('in braces', () => {
  test('a value of a template is missing', () => {
    expectShown([
      ['Hi {{first_name}}, your table is ready.', 'Hi ▢, your table is ready.'],
      ['Hi {{{first_name}}}, your table is ready.', 'Hi ▢, your table is ready.'],
      ['Your order {{}} is on its way.', 'Your order ▢ is on its way.'],
      ['Hi {{n}}!', 'Hi ▢!'],
      [`Total: \${order.total}`, 'Total: ▢'],
      [`Total: \${}`, 'Total: ▢'],
      [`Total: [[\${order.total}]]`, 'Total: ▢'],
      ['Hallo #{name}, Ihr Termin ist um %{uhrzeit} bei @{arzt}.', 'Hallo ▢, Ihr Termin ist um ▢ bei ▢.'],
      ['合計：＄{金額}', '合計：▢'],
      ['Hi {name}, your code is {0}.', 'Hi ▢, your code is ▢.'],
      ['Row{12} and Row{a}', 'Row▢ and Row▢'],
      ['Hi {!Contact.FirstName}, we have {$$count} offers.', 'Hi ▢, we have ▢ offers.'],
      ['Hi {first-name}, your {%plan%} ends on {date*}.', 'Hi ▢, your ▢ ends on ▢.'],
      ['Hi {_user}!', 'Hi ▢!'],
    ]);
  });

  test('a value has its format beside it', () => {
    expectShown([
      ['You owe {0:C} until {1:dd MMMM}.', 'You owe ▢ until ▢.'],
      ['You owe {12:C}.', 'You owe ▢.'],
      ['Seat {2,10} in row {3,-5}', 'Seat ▢ in row ▢'],
      ['You owe {2,-10:N2}.', 'You owe ▢.'],
      ['Hi {name:string}, bed {b:int} is yours.', 'Hi ▢, bed ▢ is yours.'],
    ]);
  });

  test('a value is taken from a list', () => {
    expectShown([
      ['Your parcel {items[0].name} has left.', 'Your parcel ▢ has left.'],
      ["Order {$order['id']} has left.", 'Order ▢ has left.'],
      ['Seat {rows[0][12]} is yours.', 'Seat ▢ is yours.'],
      ['Seat {r[0]} is yours.', 'Seat ▢ is yours.'],
    ]);
  });

  test('a value is named in words', () => {
    expectShown([
      ['Dear {Customer Name}, we have your order.', 'Dear ▢, we have your order.'],
      ['Dear { Guest’s Name }, we have your order.', 'Dear ▢, we have your order.'],
      ['Bonjour {Prénom}, à bientôt.', 'Bonjour ▢, à bientôt.'],
    ]);
  });

  test('words, patterns and sets are left', () => {
    expectLeft([
      'Bring your card {the blue one} along.',
      'The postcode is \\d{5,6} in most countries.',
      'The code is (ab){2,3} in our notation.',
      'The set {1, 2, 3} is closed.',
      'Reply with {"name": "Ann"}.',
    ]);
  });
});

describe('in angle brackets', () => {
  test('a value is missing', () => {
    expectShown([
      ['Your <ClinicDesk> opens at nine.', 'Your ▢ opens at nine.'],
      ['Your <ClinicDeskOpening> is at nine.', 'Your ▢ is at nine.'],
      ['Hello <<First Name>>, welcome back.', 'Hello ▢, welcome back.'],
      ['Hello <<n>>, welcome back.', 'Hello ▢, welcome back.'],
      ['Your slot is <pickup_slot>, not <PICK_UP_SLOT>.', 'Your slot is ▢, not ▢.'],
      ['Hello <%= customer.name %>, welcome back.', 'Hello ▢, welcome back.'],
      ['Hello <%- customer.name %>, welcome back.', 'Hello ▢, welcome back.'],
      ['Your balance is (null).', 'Your balance is ▢.'],
      ['Your balance is <null>.', 'Your balance is ▢.'],
      ['Dear <Order Number>, see you at <Guest’s Hotel Name>.', 'Dear ▢, see you at ▢.'],
      ['Sehr geehrte <Kundin>, danke.', 'Sehr geehrte ▢, danke.'],
      ['Dear <guest>, reply YES to confirm.', 'Dear ▢, reply YES to confirm.'],
      ['Your driver comes at <time> today.', 'Your driver comes at ▢ today.'],
      ['Your parcel goes to <address> today.', 'Your parcel goes to ▢ today.'],
    ]);
  });

  test('elements, words and what is told to be written are left', () => {
    expectLeft([
      '<address>1 High Street</address>',
      'We meet at <time>nine</time>.',
      'The page has a <Title> and an <Address> at its top.',
      'We have a dog <Our Promise> for you.',
      'The placeholder is `<guest>` here.',
      'Text BOOK <date> to 60060.',
      'Your <neighbour> took the parcel in.',
      '<% code %> is no value.',
    ]);
  });

  test('what is told is told shortly before it', () => {
    const far =
      'Reply to the message that we sent to you this morning at nine with all the things that you wanted to know about us and <date>';
    expectShown([
      [far, far.replace('<date>', '▢')],
      ['Text us. Your appointment is on <date>.', 'Text us. Your appointment is on ▢.'],
      [
        'We have got the parcel that you wanted us to hold, and we will be glad to see you: text HOLD <date>',
        'We have got the parcel that you wanted us to hold, and we will be glad to see you: text HOLD <date>',
      ],
    ]);
  });
});

describe('what a program prints for a thing of its own', () => {
  test('is a missing value', () => {
    expectShown([
      ['Your order: <__main__.Order object at 0x7f3a2b1c5d60>', 'Your order: ▢'],
      ['Your order: #<Order:0x000055d0>', 'Your order: ▢'],
      ['Your order: #<Order:0x000055d0 id: 7>', 'Your order: ▢'],
      ['Your order: <O at 0x7f>', 'Your order: ▢'],
      ['Items: com.shop.Order@1b6d3586', 'Items: ▢'],
      ['Items: shop.Order@1b6d35', 'Items: ▢'],
      ['Items: [Ljava.lang.String;@1b6d3586.', 'Items: ▢.'],
      ['Items: [[Ljava.lang.String;@1b6d3586', 'Items: ▢'],
      ['Items: a.B@1b6d3', 'Items: ▢'],
      ['Items: System.String[]', 'Items: ▢'],
      ['Items: System.Collections.Item[]', 'Items: ▢'],
      ['Items: A.B[]', 'Items: ▢'],
      ['Items: [object Object], [object Array]', 'Items: ▢, ▢'],
    ]);
  });

  test('addresses and words are left', () => {
    expectLeft([
      'Write to anna.Meier@12345.de about it.',
      'Write to anna.Meier@decade1999 about it.',
      'The type is my.System.String[] here.',
      'The type is mySystem.String[] here.',
      'The type is String[] here.',
    ]);
  });
});

describe('in square brackets', () => {
  test('a number is missing', () => {
    expectShown([
      ['We answer within [XX] hours.', 'We answer within ▢ hours.'],
      ['We answer within [xxx] hours.', 'We answer within ▢ hours.'],
      ['We answer within [X] hours.', 'We answer within ▢ hours.'],
      ['You have [N] messages.', 'You have ▢ messages.'],
    ]);
  });

  test('a key, a link and a choice are left', () => {
    expectLeft([
      'See [XX](https://x.example) for more.',
      'Text PAY [XX] to 60060.',
      'Press [X] when you are done.',
      'The sign [X] is on the door.',
      'Is that right? [Y] [N] please choose',
      'Is that right? [Y][N] please choose',
      'Is that right? [Y] / [N] please choose',
    ]);
  });

  test('a value is missing', () => {
    expectShown([
      ['Hello [[Kundenname]], welcome.', 'Hello ▢, welcome.'],
      ['Hello [[]], welcome.', 'Hello ▢, welcome.'],
      ['We have [[2 rooms]] left.', 'We have ▢ left.'],
      ['Hello [%offer%], [:offer:], [$offer.id] and [%%offer%%].', 'Hello ▢, ▢, ▢ and ▢.'],
      ['Gate [:g] is open.', 'Gate ▢ is open.'],
      ['Hello [@customer], your order is [#order_number].', 'Hello ▢, your order is ▢.'],
      ['Hello [*name*], your order is [=~number].', 'Hello ▢, your order is ▢.'],
      ['[missing "en.greeting" translation] Ann', '▢ Ann'],
      ['[missing en.greeting translation] Ann', '▢ Ann'],
      ['translation missing: en.greeting', '▢'],
      ['Dear [Customer Name], your visit is on [Date].', 'Dear ▢, your visit is on ▢.'],
      ['Hi @[name], your visit is near.', 'Hi ▢, your visit is near.'],
      ['Your visit is on [Date] at [Address].', 'Your visit is on ▢ at ▢.'],
      ['Bonjour [Prénom], à bientôt.', 'Bonjour ▢, à bientôt.'],
      ['Dear [Guest’s Name]!', 'Dear ▢!'],
    ]);
  });

  test('notes, links, choices and words are left', () => {
    expectLeft([
      'Two years [[1]] of warranty.',
      'Two years [[12]] of warranty.',
      'Two years [[123a]] of warranty.',
      'Two years [[^1]] of warranty.',
      'See [[Handbuch]](https://x.example) for more.',
      'See [:offers](https://x.example) for more.',
      'See [@name](https://x.example) for more.',
      'See [*name*](https://x.example) for more.',
      'This is [#urgent] today.',
      'What do you want to change? [Name] [Date]',
      'What do you want to change? [Name][Date]',
      'What do you want to change? [Name] | [Date]',
      'What do you want to change? [Yes], [Name]',
      'Please give us your [name], [address] and [phone].',
      'Gib uns bitte [Name], [Adresse], oder [Datum].',
      'See [Name](https://x.example) for more.',
      'See [Name][1] for more.',
      'The field is form[name] here.',
      'Shall we? [Yes]',
    ]);
  });
});

describe('between bars', () => {
  test('a value of a newsletter is missing', () => {
    expectShown([
      ['Hello *|FNAME|*, welcome.', 'Hello ▢, welcome.'],
      ['It is *|DATE:Y|* now.', 'It is ▢ now.'],
      ['Hello |*FNAME*|, welcome.', 'Hello ▢, welcome.'],
      ['Hello *|*FNAME*|*, welcome.', 'Hello ▢, welcome.'],
      ['Hello |FIRST_NAME|, welcome.', 'Hello ▢, welcome.'],
      ['Good news.\nDear |NAME|, welcome.\nYour team', 'Good news.\nDear ▢, welcome.\nYour team'],
    ]);
  });

  test('cells of a table and words are left', () => {
    expectLeft([
      'Bring these:\n|NAME|DATE|\nThank you',
      'Order |NAME| |DATE|',
      'Desk 1 | ask |NAME|, please',
      'Ask for |NAME|, or Anna | Ben',
      'This is |URGENT|, please',
    ]);
  });
});

describe('between signs of percent', () => {
  test('a value is missing', () => {
    expectShown([
      ['Hi %offer%, it is %%offer.id2%%.', 'Hi ▢, it is ▢.'],
      ['Hi %First Name%, bonjour %Prénom%.', 'Hi ▢, bonjour ▢.'],
      ['Hi %(user)s, you owe %(total).2f or %(total)05.12f for %(n)10d.', 'Hi ▢, you owe ▢ or ▢ for ▢.'],
      ['Hi %s, you have %d and %ld of %u.', 'Hi ▢, you have ▢ and ▢ of ▢.'],
      ['Hi %1$s and %12$s, you owe %.2f or %.10f.', 'Hi ▢ and ▢, you owe ▢ or ▢.'],
      ['Seat %-10s in row %05d is for %@.', 'Seat ▢ in row ▢ is for ▢.'],
      ['Hi %firstname, welcome.', 'Hi ▢, welcome.'],
    ]);
  });

  test('a share and words are left', () => {
    expectLeft([
      'That is 50%rabatt% today.',
      'That is %rabatt%code today.',
      'That is 50%First Name% today.',
      'That is %First Name%s today.',
      'That is 50 %Rabatt auf alles% today.',
      'That is 5%d and 5%s today.',
      'That is %start of it.',
      'That is 100%name of it.',
      'That is %2Fname%2 of it.',
      'That is 5 % of it, and 7 % of that.',
    ]);
  });
});

describe('between other signs', () => {
  test('a value is missing', () => {
    expectShown([
      ['Hi @firma@, it is @@firma@@, not @offer@@.', 'Hi ▢, it is ▢, not ▢.'],
      ['Your visit is on @visit@. It is with @@guide@@.', 'Your visit is on ▢. It is with ▢.'],
      ['Hi @@firma, welcome.', 'Hi ▢, welcome.'],
      ['Hi @Model.User, you owe @Model.Order.Total.', 'Hi ▢, you owe ▢.'],
      ['Hi @(Model.User), you owe @(Model.Order.Total).', 'Hi ▢, you owe ▢.'],
      ['Hi ##firma##, it is ###FIRMA###.', 'Hi ▢, it is ▢.'],
      ['Hi #name#, welcome.', 'Hi ▢, welcome.'],
      ['Hi $(user.first), $[user.first], $$user.first$$ and $user$.', 'Hi ▢, ▢, ▢ and ▢.'],
      ['Hi $(u), $[u] and $$u$$.', 'Hi ▢, ▢ and ▢.'],
      ['Hi $name, you owe $$total or $order->total.', 'Hi ▢, you owe ▢ or ▢.'],
      ['Hi $customer.first.name and $pickup_slot.', 'Hi ▢ and ▢.'],
      ['Hi !name!, it is ~order_no~ or ^date^.', 'Hi ▢, it is ▢ or ▢.'],
      ['Hi ((name)), it is (((order_no))).', 'Hi ▢, it is ▢.'],
      [':name, your order (:order_no) is ready.', '▢, your order (▢) is ready.'],
      ['Welcome.\n:name your order is ready.', 'Welcome.\n▢ your order is ready.'],
      ['Hi __NAME__, it is __PICKUP_SLOT__ and __BIG_PICKUP_SLOT__.', 'Hi ▢, it is ▢ and ▢.'],
      ['Hi FIRST_NAME, it is _ORDER_ID_ for GUEST_FIRST_NAME.', 'Hi ▢, it is ▢ for ▢.'],
      ['Hi ADDRESS_NAME2.', 'Hi ▢.'],
      ['Code «pickupSlot», «pickup_slot», «PICKUP_SLOT» or «Nom».', 'Code ▢, ▢, ▢ or ▢.'],
      ['Code ‹pickupSlot›, ‹pickup_slot›, ‹PICKUP_SLOT› or ‹Nom›.', 'Code ▢, ▢, ▢ or ▢.'],
    ]);
  });

  test('addresses, tags, prices and words are left', () => {
    expectLeft([
      'Write to me@name@ or .@name@ here.',
      'Write to @firma@web.de or @firma@.de about it.',
      'Write to me@@firma about it.',
      'Write to me@Model.Order about it.',
      'Write a##firma## or ##firma##a here.',
      'Write a#name#, /#name# or #name#a here.',
      'We are #urlaub# today.',
      'That is US$(five) or US$[five] here.',
      'That is US$name here.',
      'That is $user$s here.',
      'That is $five today.',
      'That is «Le Monde», «mon iPhone», «iPhone rouge» and «L’Équipe».',
      'That is ‹Le Monde›, ‹mon iPhone› and ‹iPhone rouge›.',
      'Well!name! and !name!a and !super! here.',
      'Only 5 :name and :name: and a:name here.',
      'So :happy today.',
      'Write a~name~, ~name~a or ~genau~ here.',
      'Write a^name^, ^name^a or ^genau^ here.',
      'Well ((really)), it is.',
      'Write a__NAME__ or __NAME__a here.',
      'Open /ORDER_ID, ORDER_ID=5, ORDER_ID.pdf, ORDER_ID/5 or `ORDER_ID` here.',
      'We call it TWO_FACTOR or ORDER_IDEA here.',
    ]);
  });
});

describe('what was to be replaced by digits', () => {
  test('is a missing value', () => {
    expectShown([
      ['You owe $XX, € XXX or £X.', 'You owe $▢, € ▢ or £▢.'],
      ['You owe $X,XXX.XX or ₹XX,XXX,XXX.', 'You owe $▢ or ₹▢.'],
      ['You owe $XX.XX or $xx.xx.', 'You owe $▢ or $▢.'],
      ['Call XXX-XXX-XXXX or xxx.xxx.xxxx.', 'Call ▢ or ▢.'],
      ['Call (XXX) XXX-XXXX or (xxx) xxx-xxxx.', 'Call ▢ or ▢.'],
      ['Call (XXX)XXX-XXXX or (xxx)xxx-xxxx.', 'Call ▢ or ▢.'],
      ['Call +XX XXX-XXXX, +x xxx-xxxx or XXX XXX-XXXX.', 'Call ▢, ▢ or ▢.'],
      ['Call XXX XXX XXXX or XXX XXXX XXX.', 'Call ▢ or ▢.'],
      ['It ends on XX/XX/XXXX or xx/xx.', 'It ends on ▢ or ▢.'],
    ]);
  });

  test('sizes and words are left', () => {
    expectLeft([
      'The size is XXL or XX, not X-ray.',
      'That is $X-ray or $XXa here.',
      'That is a-XXX-XXX or XXX-XXX-a here.',
    ]);
  });
});

describe('what programs write for nothing', () => {
  test('is a missing value', () => {
    expectShown([
      ['Your driver is NULL today.', 'Your driver is ▢ today.'],
      ['Hi undefined, you owe undefinedUSD.', 'Hi ▢, you owe ▢USD.'],
      ['Undefined, your visit is near.', '▢, your visit is near.'],
      ['You owe NaN or NaNEUR.', 'You owe ▢ or ▢EUR.'],
      ['Your visit: Invalid Date', 'Your visit: ▢'],
      ['合計はNaN円です。', '合計は▢円です。'],
      ['It came on 0000-00-00 or 0000-00-00 00:00:00.', 'It came on ▢ or ▢.'],
      ['It came on 0000-00-00T00:00.', 'It came on ▢.'],
      ['It came on 1970-01-01T00:00:00Z or 1970-01-01T00:00:00.000Z.', 'It came on ▢ or ▢.'],
      ['It came on 1970-01-01T00:00:00+00:00.', 'It came on ▢.'],
      ['It came on --/--/-- or --/--/----.', 'It came on ▢ or ▢.'],
      ['The end is undefined in your plan.', 'The end is ▢ in your plan.'],
    ]);
  });

  test('an author’s words are left', () => {
    expectLeft([
      'The table NULLABLE, NULL-OP, op-NULL and NULL2 exist.',
      'It was left undefined by the contract.',
      'The term is undefined in the contract.',
      'That is undefinedly vague, xundefined and undefined-ish.',
      'That is NaNo, BaNaN, NaN-free and NaN2.',
      'It is 10000-00-00 and 0000-00-001.',
      'It is 1970-01-01 today.',
    ]);
  });
});

test('missing values are told as they are written', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Hello Ann, your table is ready.', []],
    ['Hi %firstname, you have [XX] messages.', ['[XX]', '%firstname']],
    ['Hi $customer, see <Order Number>.', ['<Order Number>', '$customer']],
    ['You owe $XXX until 0000-00-00.', ['XXX', '0000-00-00']],
    ['Your driver is NULL and NULL.', ['NULL', 'NULL']],
    ['Text BOOK <date>. We see you on <date>.', ['<date>']],
    ['This is $five, #urlaub# and [Yes].', []],
    ['It was left undefined by undefined.', ['undefined']],
  ];
  expect(rows.map(([text]) => [text, emptyIn(text)])).toEqual(rows);
});
