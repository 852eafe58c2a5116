import { readText } from '../../../lambda/speech/markup';
import { linesOf } from './reading';

describe('lists', () => {
  test.each([
    ['<ol><li>Soup</li><li>Salad</li></ol>', [['1. Soup', '2. Salad']]],
    ['<ol start="3"><li>Soup</li><li>Salad</li></ol>', [['3. Soup', '4. Salad']]],
    ['<ol start="12"><li>Soup</li></ol>', [['12. Soup']]],
    ['<ol start="A"><li>Soup</li></ol>', [['1. Soup']]],
    ['<ol start="0"><li>Off</li><li>On</li></ol>', [['0. Off', '1. On']]],
    ['<ol start="-1"><li>Soup</li></ol>', [['1. Soup']]],
    ['<ol start="5th"><li>Soup</li></ol>', [['1. Soup']]],
    ['<ol><li value="7">Soup</li><li>Salad</li></ol>', [['7. Soup', '8. Salad']]],
    ['<ol><li value="1st">Soup</li></ol>', [['1. Soup']]],
    ['<ol><li value="No. 3">Soup</li></ol>', [['1. Soup']]],
    ['<ol><li value="123456789">Soup</li></ol>', [['123456789. Soup']]],
    ['<ul><li>Soup</li><li>Salad</li></ul>', [['Soup', 'Salad']]],
    ['<ul><li value="7">Soup</li><li>Salad</li></ul>', [['7. Soup', 'Salad']]],
    ['<li>Soup</li>', [['Soup']]],
    ['<menu><li>Soup</li></menu>', [['Soup']]],
    ['Today:<ul><li>Soup</li></ul>Come in', [['Today:'], ['Soup'], ['Come in']]],
    // One within another.
    [
      '<ol><li>Soup<ul><li>hot</li><li>cold</li></ul></li><li>Salad</li></ol>',
      [['1. Soup', 'hot', 'cold', '2. Salad']],
    ],
    [
      '<ol><li>Soup<ol><li>hot</li><li>cold</li></ol></li><li>Salad</li></ol>',
      [['1. Soup', '1. hot', '2. cold', '2. Salad']],
    ],
    ['<ul><li>Soup<ol><li>hot</li></ol>or not</li></ul>', [['Soup', '1. hot', 'or not']]],
    ['<ul><li>Soup<dl><dt>hot</dt></dl></li></ul>', [['Soup'], ['hot']]],
    ['<ul><li>Soup<section>hot</section></li></ul>', [['Soup'], ['hot']]],
    ['<ol><li>Soup<p>hot</p></li></ol>', [['1. Soup'], ['hot']]],
    ['<ol><li><div>Soup</div>hot</li></ol>', [['1. Soup'], ['hot']]],
    // Items without words, or without any of their own.
    ['<ol><li></li><li>Salad</li></ol>', [['1.', '2. Salad']]],
    ['<ol><li><b></b>Soup</li><li> <b>Salad</b></li></ol>', [['1. Soup', '2. Salad']]],
    ['<ul><li></li><li>Salad</li></ul>', [['Salad']]],
    ['<ol><li><ol><li>Soup</li></ol></li></ol>', [['1.', '1. Soup']]],
    ['<ol><li><ul><li>Soup</li></ul></li></ol>', [['1.', 'Soup']]],
    ['The year of our founding: *really*\n\n2026.', [['The year of our founding: really'], ['2026.']]],
    ['<ol><li>Soup</li></ol><ol><li>Tea</li></ol>', [['1. Soup'], ['1. Tea']]],
  ])('%s', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test.each([
    ['<ul><li>Soup</li><li>Salad</li></ul>', ['Soup', 'Salad']],
    ['<ol><li>Soup</li></ol>', []],
    ['<ol><li>Soup<ul><li>hot</li></ul></li></ol>', ['hot']],
    ['<ul><li><b>Soup</b> of the day<br>hot</li></ul>', ['Soup of the day']],
    ['- Soup\n- Salad', ['Soup', 'Salad']],
    // No markup tells them, but a sign that all of them have.
    ['Today:\n• Soup\n• Salad', ['• Soup', '• Salad']],
    ['– Soup\n– Salad', ['– Soup', '– Salad']],
    ['→ Soup\n» Salad', []],
    ['• Soup\nor tea\n• Salad', []],
    ['•Soup\n•Salad', ['•Soup', '•Salad']],
    ['✓ Soup\n✅ Salad\n❌ Fish', ['✓ Soup', '✅ Salad', '❌ Fish']],
    ['✔\ufe0f Soup\n✔\ufe0fSalad', ['✔\ufe0f Soup', '✔\ufe0fSalad']],
    ['🍲 Soup\n🍲 Salad\n🍵 Tea', ['🍲 Soup', '🍲 Salad']],
    ['🍲Soup\n🍲Salad', ['🍲Soup', '🍲Salad']],
    ['🍲 2 soups\n🍲 2 salads', ['🍲 2 soups', '🍲 2 salads']],
    ['☕\ufe0f Coffee\n☕\ufe0f Tea', ['☕\ufe0f Coffee', '☕\ufe0f Tea']],
    ['–5 °C\n–7 °C', []],
    ['•\n•', []],
    ['Soup • hot\nSalad • cold', []],
    ['Soup 🌶 hot\nSalad 🌶 hot', []],
    ['• Soup\n\n• Salad', []],
  ])('entries of %j', (text, entries) => {
    expect([...readText(text).entries]).toEqual(entries);
  });
});

/** @param head of the first row: th or td */
function table(head: 'th' | 'td', ...rows: readonly string[]): string {
  const [first = [], ...others] = rows.map((row) => row.split('|'));
  const row = (cells: readonly string[], cell: string) =>
    `<tr>${cells.map((each) => `<${cell}>${each}</${cell}>`).join('')}</tr>`;
  return `<table>${row(first, head)}${others.map((cells) => row(cells, 'td')).join('')}</table>`;
}

describe('tables', () => {
  test.each([
    // Of several columns, each value stands behind the name of its column, unless it says itself what it is.
    [
      table('th', 'Size|Price|Left', 'Small|$5|3', 'Large|$7|1'),
      ['Small, Price: $5, Left: 3', 'Large, Price: $7, Left: 1'],
    ],
    [
      table('th', 'Size|Price|Left', 'S|$5|3', '42|$7|1'),
      ['Size: S, Price: $5, Left: 3', 'Size: 42, Price: $7, Left: 1'],
    ],
    [table('th', '|Price|Left', 'Small|$5|3'), ['Small, Price: $5, Left: 3']],
    [table('th', 'Size|Price|Left', 'Small||3'), ['Small, Left: 3']],
    [table('th', 'Size|Price|Left', 'Small| |3'), ['Small, Left: 3']],
    [table('th', 'Size|Price|Left', 'Small|–|3', 'Large|$5|-'), ['Small, Left: 3', 'Large, Price: $5']],
    [table('th', 'Size|Price|Left', '—|$5|3'), ['Size: —, Price: $5, Left: 3']],
    [table('th', 'Size|Price', 'Small|–'), ['Size, Price', 'Small, –']],
    [table('th', 'Size |Price|Left', 'S|$5|3'), ['Size: S, Price: $5, Left: 3']],
    [table('th', 'Size|Price| ', 'Small|$5|new'), ['Size, Price', 'Small, $5, new']],
    [`${table('th', 'Size|Price|Left', 'S|$5|')}Bye`, ['Size: S, Price: $5', 'Bye']],
    [`${table('th', 'Size|Price|Left', 'S|$5|3').replace(/<.?table>/g, '')}`, ['Size: S, Price: $5, Left: 3']],
    [
      table('th', 'Our <b>size</b>|<b>Unit</b> <i>price</i>|Left', 'S|<b>$5</b> now|3'),
      ['Our size: S, Unit price: $5 now, Left: 3'],
    ],
    [table('th', 'Size|Price', 'Small|$5', 'Large|$7'), ['Size, Price', 'Small, $5', 'Large, $7']],
    [table('th', 'Size|Price', 'S|$5', 'L|$7'), ['Size: S, Price: $5', 'Size: L, Price: $7']],
    [table('th', 'Size|Price', 'S|$5', 'Large|$7'), ['Size: S, Price: $5', 'Large, Price: $7']],
    [table('th', 'Size|Price', 'Small|$5', 'L|$7'), ['Size, Price', 'Small, $5', 'L, $7']],
    [table('th', 'Size', 'S', 'L'), ['Size', 'S', 'L']],
    // Names that are marked as any other cell are known by the values below them.
    [
      table('td', 'Size|Price|Left', 'Small|$5|3', 'Large|$7|1'),
      ['Small, Price: $5, Left: 3', 'Large, Price: $7, Left: 1'],
    ],
    [table('td', 'Size|Price|Left', 'Small| €5|3'), ['Small, Price:  €5, Left: 3']],
    [table('td', 'Size|Price|Left', 'Small|£5|3'), ['Small, Price: £5, Left: 3']],
    [table('td', 'Size|Price|Left', 'Small|₹500|3'), ['Small, Price: ₹500, Left: 3']],
    [
      table('td', 'Our <b>size</b>|<b>Unit</b> <i>price</i>|Left', 'Small|5 now|3'),
      ['Small, Unit price: 5 now, Left: 3'],
    ],
    [table('td', 'Size|Price|Left', 'Small|red|3'), ['Size, Price, Left', 'Small, red, 3']],
    [table('td', 'Size|Price|Left', 'Small|red 5|3'), ['Size, Price, Left', 'Small, red 5, 3']],
    [
      table('td', 'Size|Price|Left', 'Small|red|3', 'Large|$5|3'),
      ['Size, Price, Left', 'Small, red, 3', 'Large, $5, 3'],
    ],
    [table('td', 'Size|Price|Top 3', 'Small|$5|3'), ['Size, Price, Top 3', 'Small, $5, 3']],
    [table('td', 'S|Price|Left', 'Small|$5|3'), ['S, Price, Left', 'Small, $5, 3']],
    [table('td', 'Size|Price', 'S|$5'), ['Size, Price', 'S, $5']],
    [table('td', 'Small|$5|3', 'Large|$7|1'), ['Small, $5, 3', 'Large, $7, 1']],
    // Of all the rows behind these its listener knows the columns.
    [
      table('th', 'Day|Opens|Closes', ...Array.from({ length: 14 }, (_, day) => `Day ${day + 1}|9|17`)),
      [
        ...Array.from({ length: 12 }, (_, day) => `Day ${day + 1}, Opens: 9, Closes: 17`),
        'Day 13, 9, 17',
        'Day 14, 9, 17',
      ],
    ],
    // A cell of several columns is of none of them.
    [
      '<table><tr><th>Day</th><th>Opens</th><th>Closes</th></tr><tr><td>Monday</td><td colspan="2">closed</td></tr><tr><td>Tuesday</td><td colspan="1">9</td><td colspan="x">17</td></tr></table>',
      ['Monday, closed', 'Tuesday, Opens: 9, Closes: 17'],
    ],
    [
      '<table><tr><th>Day</th><th>Opens</th><th>Closes</th><th>Phone</th></tr><tr><td>Mon</td><td colspan="2">closed</td><td>12</td></tr><tr><td>Tue</td><td colspan="0">9</td><td>17</td></tr></table>',
      ['Mon, closed, Phone: 12', 'Tue, Opens: 9, Closes: 17'],
    ],
    [
      '<table><tr><th colspan="2">Guest</th><th>Room</th><th>Paid</th></tr><tr><td>Ana</td><td>Ruiz</td><td>12</td><td>$5</td></tr></table>',
      ['Ana, Ruiz, Room: 12, Paid: $5'],
    ],
    // Names of rows are no names of columns.
    ['<table><tr><th>Soup</th><td>$5</td></tr><tr><th>Tea</th><td>$2</td></tr></table>', ['Soup, $5', 'Tea, $2']],
    ['<table><tr><th>Soup</th><td>S</td></tr><tr><td>M</td><td>$2</td></tr></table>', ['Soup, S', 'M, $2']],
    [
      '<table><tr><th>Day</th><th>Opens</th><th>Closes</th></tr><tr><th>Monday</th><td>9</td><td>17</td></tr></table>',
      ['Monday, Opens: 9, Closes: 17'],
    ],
    [
      '<table><caption>Menu</caption><thead><tr><th>Dish</th><th>Price</th><th>Size</th></tr></thead><tbody><tr><td>Soup</td><td>$5</td><td>L</td></tr></tbody></table>',
      ['Menu', 'Soup, Price: $5, Size: L'],
    ],
    [
      '<table><tr><th>Day</th><th>From</th><th>To</th></tr><tr><th>1</th><td>9</td><td>17</td></tr><tr><th>2</th><td>9</td><td>17</td></tr><tr><td>3</td><td>9</td><td>17</td></tr></table>',
      ['1, From: 9, To: 17', '2, From: 9, To: 17', 'Day: 3, From: 9, To: 17'],
    ],
    [
      '<table><tr><th>Size</th><th>Price</th><td>(net)</td></tr><tr><td>S</td><td>$5</td><td>$4</td></tr></table>',
      ['Size, Price, (net)', 'S, $5, $4'],
    ],
    ['<table><tr><td>Soup</td><td>hot</td></tr></table>', ['Soup, hot']],
    ['<table><tr><td>Soup</td></tr>$5</table>', ['Soup', '$5']],
  ])('%s', (text, lines) => {
    expect(linesOf(text).flat()).toEqual(lines);
  });

  test('each is read by itself', () => {
    const [first, second] = [table('th', 'Size|Price|Left', 'S|$5|3'), table('td', 'M|$6|2', 'L|$7|1')];
    expect(linesOf(`${first}${second}${first}`)).toEqual([
      ['Size: S, Price: $5, Left: 3'],
      ['M, $6, 2', 'L, $7, 1'],
      ['Size: S, Price: $5, Left: 3'],
    ]);
  });

  test.each([
    ['<table><tr><td>Soup </td><td> hot</td><td></td><td>$5</td></tr></table>', ['Soup,  hot, $5']],
    ['<table><tr><td>Soup.</td><td>Size:</td><td>お茶</td><td>$5</td></tr></table>', ['Soup. Size: お茶、$5']],
    ['<table><tr><td>Soup <b> </b> </td><td>$5</td></tr></table>', ['Soup, $5']],
    ['<table><tr><td> </td><td>Soup</td><td>$5</td></tr></table>', ['Soup, $5']],
    ['Soup<td>hot</td><td>$5</td>', ['Soup, hot, $5']],
  ])('between cells, in %s', (text, lines) => {
    expect(linesOf(text).flat()).toEqual(lines);
  });
});

describe('what says how words are said', () => {
  test.each([
    ['Wait <break time="2s"/> now', 'Wait  [break 2000: ]  now'],
    ['Wait<break/>now', 'Wait [break 400: ] now'],
    ['Wait <break strength="none" time="x"/> now', 'Wait  [break 0: ]  now'],
    ['<emphasis>Really</emphasis>!', '[emphasis moderate: Really]!'],
    ['Really<emphasis>!</emphasis>', 'Really!'],
    // The innermost element counts.
    [
      '<emphasis>a <prosody rate="slow">b</prosody> c</emphasis> d',
      '[emphasis moderate: a ][prosody rate slow: b][emphasis moderate:  c] d',
    ],
    ['<emphasis>a <b>b</b> c</emphasis> d', '[emphasis moderate: a ][emphasis moderate: b][emphasis moderate:  c] d'],
    [
      '<emphasis>a <emphasis level="strong">b</emphasis> c</emphasis>',
      '[emphasis moderate: a ][emphasis strong: b][emphasis moderate:  c]',
    ],
    ['<emphasis>a<prosody rate="slow">b</emphasis>c</prosody>d', '[emphasis moderate: a][prosody rate slow: b]cd'],
    ['<emphasis>a</b></emphasis>c', '[emphasis moderate: a]c'],
    ['<emphasis level="odd">a</emphasis> b', 'a b'],
    // A day in digits, in the order that is stated.
    ['<say-as interpret-as="date" format="mdy">05/12/2026</say-as>', '2026-05-12'],
    ['<say-as interpret-as="date" format="dmy">05/12/2026</say-as>, 05/12/2026', '2026-12-05, 05/12/2026'],
    ['<say-as interpret-as="date" format="dmy">05/12/<b>2026</b></say-as>', '05/12/2026'],
    ['<say-as interpret-as="date" format="dmy">05/12/2026</say-as> or <b>06/12/2026</b>', '2026-12-05 or 06/12/2026'],
    ['<say-as interpret-as="date">05/12/2026</say-as>', '05/12/2026'],
    ['<say-as interpret-as="digits" format="dmy">05/12/2026</say-as>', '[say-as digits: 05/12/2026]'],
    ['<say-as interpret-as="date" format="dmy"><b></b>05/12/2026</say-as>', '2026-12-05'],
    // Struck out.
    ['<s>$5</s> $4', '{struck: $5} $4'],
    ['<strike>$5</strike> $4', '{struck: $5} $4'],
    ['<del>$5</del> $4', '{struck: $5} $4'],
    ['<s>$5 <b>now</b></s> $4', '{struck: $5 }{struck: now} $4'],
    ['<s>$5 <del>$6</del> $7</s> $4', '{struck: $5 }{struck: $6}{struck:  $7} $4'],
    ['<span style="text-decoration: LINE-THROUGH">$5</span> $4', '{struck: $5} $4'],
    ['<span style="color: red">$5</span> $4', '$5 $4'],
    ['<s><emphasis>$5</emphasis></s> $4', '{struck: [emphasis moderate: $5]} $4'],
  ])('%s', (text, line) => {
    expect(linesOf(text)).toEqual([[line]]);
  });
});

describe('words beside each other', () => {
  test.each([
    ['<b>Menu</b>s', 'Menus'],
    ['<a href="https://acme.example/a">Menu</a>s', 'Menus'],
    // An address must not swallow what follows it.
    ['<a href="https://acme.example/a">https://acme.example/a</a>is new', 'https://acme.example/a is new'],
    ['<span>Soup</span> <span>Salad</span>', 'Soup Salad'],
    ['Your pass:<img src="a.png" alt="A square code">Show it', 'Your pass: A square code Show it'],
    ['Your pass:<img src="a.png" alt=" A square code ">Show it', 'Your pass:  A square code  Show it'],
  ])('%s', (text, line) => {
    expect(linesOf(text)).toEqual([[line]]);
  });

  test('in an address that is a link, no words but its own are its name', () => {
    const { links } = readText(
      '<a href="https://acme.example/a">Our <b>new</b> menu</a> is <a name="x">new</a>, <b>really</b>',
    );
    expect(links).toEqual([{ url: 'https://acme.example/a', words: 'Our new menu' }]);
  });
});

const LONG = 'We are happy to tell you that your table for four people is booked';

describe('lines that an editor has wrapped', () => {
  test.each([
    [`${LONG}\nfor tomorrow.`, [`${LONG} for tomorrow.`]],
    [`${LONG}\nFor tomorrow.`, [LONG, 'For tomorrow.']],
    [`${LONG}\n*for* tomorrow.`, [`${LONG} for tomorrow.`]],
    [`${LONG}.\nfor tomorrow.`, [`${LONG}.`, 'for tomorrow.']],
    [`${LONG}:\nfor tomorrow.`, [`${LONG}:`, 'for tomorrow.']],
    [`${LONG},\nfor tomorrow.`, [`${LONG}, for tomorrow.`]],
    [`${LONG}。\nfor tomorrow.`, [`${LONG}。`, 'for tomorrow.']],
    [`${LONG}\n4 people.`, [LONG, '4 people.']],
    ['Your table for four people is booked\nfor tomorrow', ['Your table for four people is booked', 'for tomorrow']],
    [`${LONG.replace('table', '*table*')}\nfor tomorrow`, [`${LONG} for tomorrow`]],
    // Of sixty characters, and of one more.
    [
      'The table that you asked for last week is free, so we booked\nit today',
      ['The table that you asked for last week is free, so we booked', 'it today'],
    ],
    [
      'The tables that you asked for last week are free, so I booked\none today',
      ['The tables that you asked for last week are free, so I booked one today'],
    ],
    [`${LONG}<br>for tomorrow`, [LONG, 'for tomorrow']],
    [`${LONG.slice(0, 40)}${' '.repeat(40)}\nfor tomorrow`, [LONG.slice(0, 40).trim(), 'for tomorrow']],
  ])('%j', (text, lines) => {
    expect(linesOf(text)).toEqual([lines]);
  });
});
