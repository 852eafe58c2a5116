import { closed, separatorBehind, stopBehind, tidyPunctuation } from '../../../lambda/speech/line/punctuation';
import { marked } from '../../../lambda/speech/marks';

describe('after all that went, a line reads as a sentence', () => {
  test.each([
    // Brackets and quotation marks around nothing.
    ['Your table () is free', 'Your table is free'],
    ['Your table (  ) is free', 'Your table is free'],
    ['席（）は空いています', '席 は空いています'],
    ['席【 】は空いています', '席 は空いています'],
    ['We call it “” here', 'We call it here'],
    ['We call it "" here', 'We call it here'],
    ['Your table  is   free', 'Your table is free'],
    ['Your table is free ', 'Your table is free'],
    ['( today )', '(today)'],
    ['Your table (, see below)', 'Your table (see below)'],
    ['Your table (see below, ) is free', 'Your table (see below) is free'],
    ['“، شاي، ”', '“شاي”'],
    ['“ today ”', '“today”'],
    ['Open (today ) or “ tomorrow”', 'Open (today) or “tomorrow”'],
    // Spaces before what ends a part.
    ['Yes , please', 'Yes, please'],
    ['Yes  ; please', 'Yes; please'],
    ['Yes ! Please ?', 'Yes! Please?'],
    ['Yes .', 'Yes.'],
    ['Your code : 5', 'Your code: 5'],
    ['It takes .5 litres', 'It takes .5 litres'],
    ['Prefix it with :smile', 'Prefix it with :smile'],
    ['نعم ، شكرا ؟', 'نعم، شكرا؟'],
    ['はい 。', 'はい。'],
    // Commas that met.
    ['Soup, , salad', 'Soup, salad'],
    ['Soup,,, salad', 'Soup, salad'],
    ['حساء، ، سلطة', 'حساء، سلطة'],
    ['茶、、水', '茶、水'],
    ['Soup!, salad', 'Soup! salad'],
    ['Soup:, salad', 'Soup: salad'],
    ['Soup, ! Salad', 'Soup! Salad'],
    ['Soup,. Salad', 'Soup. Salad'],
    ['Soup…, salad', 'Soup…, salad'],
    ['Soup.,salad', 'Soup.,salad'],
    ['Soup,… salad', 'Soup,… salad'],
    ['Soup, salad, ', 'Soup, salad'],
    ['Soup, salad,', 'Soup, salad,'],
    ['お茶、', 'お茶'],
    ['お茶、 ', 'お茶'],
    ['お茶，', 'お茶'],
    ['شاي،', 'شاي'],
    ['Note:: today', 'Note: today'],
    ['Note: : : today', 'Note: today'],
    // What begins no line.
    ['- Today', 'Today'],
    ['– Today', 'Today'],
    ['— Today', 'Today'],
    ['> Today', 'Today'],
    ['. , ; Today', 'Today'],
    ['?! Today', 'Today'],
    ['، اليوم', 'اليوم'],
    ['؛اليوم', 'اليوم'],
    ['، ؛ اليوم', 'اليوم'],
    ['、今日', '今日'],
    ['：今日', '今日'],
    ['-5 degrees', '-5 degrees'],
    ['.NET and more', '.NET and more'],
    ['Today - no, tomorrow', 'Today - no, tomorrow'],
  ])('%j', (line, heard) => {
    expect(tidyPunctuation(line)).toBe(heard);
  });
});

describe('a comma is that of the script in which it stands', () => {
  test.each([
    ['شاي, قهوة', 'شاي، قهوة'],
    ['شاي, tea', 'شاي، tea'],
    ['Tea, شاي', 'Tea، شاي'],
    ['مُحَمَّدٌ, tea', 'مُحَمَّدٌ، tea'],
    ['お茶, コーヒー', 'お茶、コーヒー'],
    ['コーヒー, tea', 'コーヒー、tea'],
    ['Tea, 茶', 'Tea、茶'],
    ['「お茶」, tea', '「お茶」、tea'],
    ['(お茶), tea', '(お茶)、tea'],
    ['Tea, coffee', 'Tea, coffee'],
    ['चाय, कॉफ़ी', 'चाय, कॉफ़ी'],
  ])('%s', (line, heard) => {
    expect(tidyPunctuation(line)).toBe(heard);
  });
});

describe('two sentences between which markup stood', () => {
  test.each([
    ['Your order is ready.Come and get it', 'Your order is ready. Come and get it'],
    ['Your order is ready!Come and get it', 'Your order is ready! Come and get it'],
    ['Alles fertig?Über uns', 'Alles fertig? Über uns'],
    // They are one word.
    ['Node.Js', 'Node.Js'],
    ['Mr.Dee', 'Mr.Dee'],
    ['Our PDF.Here', 'Our PDF.Here'],
    ['See acme.Co', 'See acme.Co'],
    ['Version four.two', 'Version four.two'],
    ['Version four.TWO', 'Version four.TWO'],
  ])('%s', (line, heard) => {
    expect(tidyPunctuation(line)).toBe(heard);
  });
});

/** A text as a line, the full stop that is its script's, and what stands between it and another part. */
const ends = (text: string) => [closed(text), stopBehind(text), separatorBehind(text)];

describe('the end of a line, of a text, and of a part', () => {
  test.each([
    ['Today', 'Today.', '.', ', '],
    ['Today.', 'Today.', '.', ' '],
    ['Today:', 'Today:', '.', ' '],
    ['Yes, today. At 5', 'Yes, today. At 5.', '.', ', '],
    ['Today;', 'Today;', '.', ' '],
    ['Today,', 'Today,', '.', ' '],
    ['Today…', 'Today…', '.', ' '],
    ['Today!', 'Today!', '.', ' '],
    ['(today)', '(today).', '.', ', '],
    ['(Today.)', '(Today.)', '.', ', '],
    ['“Today!”', '“Today!”', '.', ', '],
    ['"Today?"', '"Today?"', '.', ', '],
    ["'Today.'", "'Today.'", '.', ', '],
    ['It costs 5 €', 'It costs 5 €.', '.', ', '],
    ['Ein Café', 'Ein Café.', '.', ', '],
    ['お茶', 'お茶。', '。', '、'],
    ['コーヒー', 'コーヒー。', '。', '、'],
    ['中文', '中文。', '。', '、'],
    ['「お茶」', '「お茶」。', '。', '、'],
    ['“お茶”', '“お茶”。', '。', '、'],
    ['お茶。', 'お茶。', '。', ' '],
    ['お茶：', 'お茶：', '.', ' '],
    ['お茶はtea', 'お茶はtea.', '.', ', '],
    ['चाय', 'चाय।', '।', ', '],
    ['"मैं"', '"मैं"।', '।', ', '],
    ['चाय।', 'चाय।', '.', ' '],
    ['चाय tea', 'चाय tea.', '.', ', '],
    ['شاي', 'شاي.', '.', '، '],
    ['مُحَمَّدٌ', 'مُحَمَّدٌ.', '.', '، '],
    ['«شاي»', '«شاي».', '.', '، '],
    ['شاي؟', 'شاي؟', '.', ' '],
    ['شاي،', 'شاي،', '.', ' '],
    ['شاي tea', 'شاي tea.', '.', ', '],
    ['', '', '.', ', '],
  ])('%s', (text, line, stop, separator) => {
    expect(ends(text)).toEqual([line, stop, separator]);
  });

  test('a full stop stands behind what is under a mark', () => {
    const [code, secret] = [marked('say-as digits', '42'), marked('whispered', 'Psst!')];
    expect([closed(`Your code is ${code}`), closed(secret), closed(marked('break 300', ''))]).toEqual([
      `Your code is ${code}.`,
      secret,
      `${marked('break 300', '')}.`,
    ]);
  });
});
