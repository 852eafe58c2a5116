import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { findExclusions } from '../../../../lambda/conversation/answers/exclusion';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { mentionsIn } from '../../../../lambda/conversation/answers/mention';
import { plain } from '../../../../lambda/conversation/answers/named';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { byReport } from '../../../../lambda/conversation/answers/reported';
import { lexiconOf } from '../lexicon-of';

/** What was said, and what is found in it. */
type Row = readonly [said: string, found: string];
type Offer = readonly [labels: readonly string[], question: string, rows: readonly Row[]];

function offered(labels: readonly string[], question: string, language = 'en') {
  const offer = { labels, from: 0, to: labels.length, ...(question !== '' && { question }) };
  return prepareOffer(offer, lexiconOf(language));
}

/** The option that is reported, where it is asked what the matter is. */
function reportIn(said: string, labels: readonly string[], question: string, language = 'en') {
  const lexicon = lexiconOf(language);
  const prepared = offered(labels, question, language);
  const heard = hear(said, lexicon);
  return byReport(heard, prepared, lexicon, () => findEvidence(heard, prepared, lexicon));
}

function reports([labels, question, rows]: Offer, language?: string): readonly Row[] {
  return rows.map(([said]) => {
    const decision = reportIn(said, labels, question, language);
    return [said, decision?.kind === 'choose' ? (labels[decision.index] ?? '') : 'nothing'];
  });
}

const REPORTS: readonly Offer[] = [
  [
    ['Broken streetlight', 'Blocked drain', 'Stray dog'],
    'What would you like to report?',
    [
      ["there's a blocked drain outside the school", 'Blocked drain'],
      ['there was a blocked drain', 'Blocked drain'],
      ['they had a blocked drain', 'Blocked drain'],
      ['the drain is blocked', 'Blocked drain'],
      ['the drain is blocked again', 'Blocked drain'],
      ['the drain got blocked', 'Blocked drain'],
      ['the drain is blocked by a van', 'nothing'],
      ['drain is blocked', 'nothing'],
      ['the drain I saw blocked', 'nothing'],
      ['a blocked drain', 'nothing'],
      ['where is the blocked drain', 'nothing'],
      ['is there a blocked drain', 'nothing'],
      ["there's a blocked drain can you come", 'nothing'],
      ["there's no blocked drain", 'nothing'],
      ["there's a blocked drain but it's fine", 'nothing'],
      ["there's a stray dog and a blocked drain", 'nothing'],
    ],
  ],
  [
    ['Wrong item', 'Damaged', 'Never arrived'],
    "What's wrong with your order?",
    [
      ['you sent the wrong item', 'Wrong item'],
      ['you sent the wrong item please', 'Wrong item'],
      ['you sent the wrong item to my mum', 'nothing'],
      ['you send the wrong item', 'nothing'],
      ['they have sent the wrong item', 'Wrong item'],
      ['it came damaged', 'Damaged'],
      ['it was damaged', 'Damaged'],
      ['it is damaged', 'Damaged'],
      ['it never arrived', 'nothing'],
      ['the item sent was wrong', 'Wrong item'],
    ],
  ],
  [
    ['Brakes', 'Clutch', 'Exhaust'],
    'What do you need fixed?',
    [
      ['the brakes are squealing', 'Brakes'],
      ['my clutch is slipping', 'Clutch'],
      ['he thinks my clutch is slipping', 'nothing'],
      ['my clutch keeps slipping', 'Clutch'],
      ['he knows my clutch keeps slipping', 'nothing'],
      ['my clutch is new', 'nothing'],
      ['my brakes are looking good', 'nothing'],
      ['my brakes before parking', 'nothing'],
      ['you sent the exhaust', 'nothing'],
    ],
  ],
  [['Brakes', 'Clutch', 'Exhaust'], 'Which part would you like?', [['my clutch is slipping', 'nothing']]],
  [
    ['Clutch pedal', 'Brake pads'],
    'What do you need fixed?',
    [
      ['my clutch is slipping', 'nothing'],
      ["there's a clutch", 'nothing'],
      ['you broke the clutch', 'nothing'],
    ],
  ],
  [
    ['Lost or stolen card', 'Card limits'],
    'What is the problem?',
    [
      ['my card was stolen', 'Lost or stolen card'],
      ['my card was not stolen', 'nothing'],
    ],
  ],
  [['Lost or stolen card', 'Stolen card abroad'], 'What is the problem?', [['my card was stolen', 'nothing']]],
  [['Line 2 broken', 'Line 3 broken'], 'What is the problem?', [['the line two is broken', 'Line 2 broken']]],
  [
    ['Screen', 'Battery', 'Camera'],
    "What's wrong with your phone?",
    [
      ['my screen is broken', 'Screen'],
      ["screen's broken", 'Screen'],
      ['um my screen is really stuck', 'Screen'],
      ['my screen is broken again', 'Screen'],
      ['my screen was broken', 'nothing'],
      ['my screen is broken in the corner', 'nothing'],
      ["he says the battery's dead", 'nothing'],
      ['the screen is really flickering', 'Screen'],
      ['my screen broken', 'nothing'],
    ],
  ],
  [['Soup', 'Salad'], 'What was wrong with your meal?', [['the soup was cold', 'Soup']]],
];

test.each(REPORTS)('of %j, asked %j, the one that a statement reports', (...offer) => {
  expect(reports(offer)).toEqual(offer[2]);
});

const BEHIND: Offer = [
  ['सेट-टॉप बॉक्स खराब है', 'बिल ज़्यादा आया है'],
  'क्या समस्या आ रही है?',
  [
    ['बॉक्स खराब हो गया है', 'सेट-टॉप बॉक्स खराब है'],
    ['मेरा बॉक्स खराब हो गया है', 'सेट-टॉप बॉक्स खराब है'],
    ['कल बॉक्स खराब हो गया है', 'nothing'],
    ['बॉक्स खराब हो गया है कल', 'सेट-टॉप बॉक्स खराब है'],
    ['बॉक्स खराब कल', 'सेट-टॉप बॉक्स खराब है'],
    ['बॉक्स खराब मशीन', 'nothing'],
    ['नीला बॉक्स खराब हो गया है', 'nothing'],
    ['मेरा नीला बॉक्स खराब हो गया है', 'nothing'],
    ['बिल ज़्यादा हो गया है', 'बिल ज़्यादा आया है'],
    ['बिल ज़्यादा', 'बिल ज़्यादा आया है'],
    ['बॉक्स है', 'nothing'],
    ['बॉक्स खराब', 'सेट-टॉप बॉक्स खराब है'],
  ],
];

test('where the verb comes last, it stands behind several words of what is reported', () => {
  expect(reports(BEHIND, 'hi')).toEqual(BEHIND[2]);
});

test('what is reported is likely, as a clause', () => {
  const decision = reportIn('my clutch is slipping', ['Brakes', 'Clutch'], 'What do you need fixed?');
  expect(decision).toEqual({ kind: 'choose', index: 1, rule: 'clause', confidence: 0.7 });
});

/** Where options are named: what would be picked by that alone, whether it is excluded, and whether all of it was said. */
function mentions([labels, question, rows]: Offer): readonly Row[] {
  const lexicon = lexiconOf('en');
  const prepared = offered(labels, question);
  return rows.map(([said]) => {
    const heard = hear(said, lexicon);
    const evidence = findEvidence(heard, prepared, lexicon);
    const exclusion = findExclusions(heard, evidence, 0, lexicon.language.polarity.objects);
    const found = mentionsIn(heard, evidence, exclusion, (only) => plain(only, prepared, lexicon), lexicon);
    const written = found.map(({ from, to, decision, isExcluded, isFull }) => {
      const indexes = decision.kind === 'choose' ? [decision.index] : decision.indexes;
      const names = indexes.map((index) => labels[index]).join(' | ');
      return `${heard.texts.slice(from, to).join(' ')}: ${isExcluded ? 'not ' : ''}${names}${isFull ? ' in full' : ''}`;
    });
    return [said, written.join('; ')];
  });
}

const MENTIONS: readonly Offer[] = [
  [
    ['Quick rinse $8', 'Deluxe $15', 'The Works $24'],
    '',
    [
      ['do the works', 'the works: The Works $24 in full'],
      ['the quick rinse and the deluxe', 'quick rinse: Quick rinse $8 in full; deluxe: Deluxe $15 in full'],
      ['the rinse', 'rinse: Quick rinse $8'],
    ],
  ],
  [
    ['Spin', 'Boxing', 'Yoga flow'],
    '',
    [
      ['no more yoga thanks boxing', 'yoga: not Yoga flow; boxing: Boxing in full'],
      ['yoga flow or the boxing please', 'yoga flow: Yoga flow in full; boxing: Boxing in full'],
      ['a spin in the yoga', 'spin: Spin in full; yoga: Yoga flow'],
    ],
  ],
  [
    ["It doesn't fit", 'It arrived damaged', "I just don't like it"],
    '',
    [
      ["I don't like it", "do not: I just don't like it"],
      ["it doesn't fit", "it does not fit: It doesn't fit in full"],
    ],
  ],
  [
    ['6:30 PM – 2 seats', '7:00 PM – 4 seats', '8:30 PM – 6 seats'],
    '',
    [['six seats', 'six seats: 8:30 PM – 6 seats']],
  ],
  [
    ['7 AM – 10 AM', '10 AM – 1 PM', '1 PM – 5 PM'],
    '',
    [['seven to ten', 'seven: 7 AM – 10 AM in full; ten: 7 AM – 10 AM | 10 AM – 1 PM']],
  ],
  [
    ['Start over', 'Go back', 'More options'],
    '',
    [
      ['back', ''],
      ['go back', 'go back: Go back in full'],
    ],
  ],
  [
    ['Red wine', 'White wine'],
    'Red or white?',
    [
      ['not white red', ''],
      ['red or white', 'red: Red wine in full; white: White wine in full'],
      ['wine', 'wine: Red wine | White wine'],
      ['the red wine', 'red wine: Red wine in full'],
    ],
  ],
  [
    ['Apple Pay', 'Card', 'Cash'],
    '',
    [
      ['pay', ''],
      ['apple pay', 'apple pay: Apple Pay in full'],
      ['I pay by card', 'card: Card in full'],
      ['apple', 'apple: Apple Pay'],
    ],
  ],
  [
    ['Light blue', 'Dark blue', 'Green'],
    '',
    [
      ['blue and green', 'blue: Light blue | Dark blue; green: Green in full'],
      ['the light blue', 'light blue: Light blue in full'],
    ],
  ],
  [
    ['Gluten free (+$2)', 'Dairy free', 'Nut free'],
    '',
    [['gluten and nut free', 'gluten: Gluten free (+$2); nut free: Nut free in full']],
  ],
  [
    ['Less than 24 hours ago', '1–6 days ago', '1–4 weeks ago'],
    '',
    [['four days ago', 'days ago: 1–6 days ago in full']],
  ],
  [
    ['Beauty treatment', 'Best Western', 'Fine dining'],
    '',
    [
      ['best', ''],
      ['the best western', 'best western: Best Western in full'],
      ['treatment', 'treatment: Beauty treatment'],
    ],
  ],
  [
    ['Fish and chips', 'Chicken and chips'],
    '',
    [
      ['fish the chips', 'fish the chips: Fish and chips in full'],
      ['chips', 'chips: Fish and chips | Chicken and chips'],
      ['chicken fish', ''],
    ],
  ],
  [
    ['Single room', 'Double room with a view'],
    '',
    [
      ['the double with a view', 'double with a view: Double room with a view in full'],
      ['the double room', 'double room: Double room with a view'],
      ['single room please and a coffee', 'single room: Single room in full'],
    ],
  ],
  [
    ['No sugar', 'Milk', 'Lemon'],
    '',
    [
      ['no milk', 'milk: not Milk in full'],
      ['no sugar milk', ''],
    ],
  ],
];

test.each(MENTIONS)('words of %j, asked %j, name what they would alone', (...offer) => {
  expect(mentions(offer)).toEqual(offer[2]);
});
