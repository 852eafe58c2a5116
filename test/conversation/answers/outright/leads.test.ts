import { type Lead, leadTo } from '../../../../lambda/conversation/answers/lead';
import { lexicon, marked } from './marked';

type Row = readonly [said: string, lead: Lead, at?: string];

/** What leads to the option in brackets, and the word that does, if that matters. */
const found = (rows: readonly Row[], asked = '') =>
  rows.map(([said, , at]): Row => {
    const { heard, span } = marked(said);
    const led = leadTo(heard, span.from, new Set(asked.split(' ')), lexicon.language.pastEndings);
    return at === undefined ? [said, led.lead] : [said, led.lead, heard.texts[led.at] ?? ''];
  });

test('nothing leads to an option that begins an utterance', () => {
  const rows: readonly Row[] = [
    ['[latte]', 'start', ''],
    ['the [latte]', 'start', ''],
    ['with the [attic]', 'start'],
    ["i'm here about the [boiler]", 'start'],
    // what is said of it does not stand between
    ['a dirty great [pothole]', 'unclear', ''],
    ['my aunt [wool]', 'unclear', ''],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a pause, a change of mind or a conclusion leads to one', () => {
  const rows: readonly Row[] = [
    ['um [latte]', 'turn', ''],
    ['um the [latte]', 'turn', ''],
    ['oh [latte]', 'turn'],
    ['the thing is well [latte]', 'turn'],
    ['rabbit er the [latte]', 'turn', 'rabbit'],
    ['no [latte]', 'turn', 'no'],
    ['sorry the [latte]', 'turn', 'sorry'],
    ['but the [latte]', 'turn', 'but'],
    ['so the [latte]', 'turn', 'so'],
    ['please the [latte]', 'turn', 'please'],
    ['go on and [cancel]', 'turn', 'and'],
    ['okay please and [cancel]', 'turn', 'and'],
    // a thought that ends before it
    ["i'm no good with that just [phone]", 'turn', 'that'],
    ["i'm no good with that just the [phone]", 'turn', 'that'],
    ["i'm no good with it just [phone]", 'unclear', 'it'],
    ["i can't stand that just [phone]", 'turn', 'that'],
    ["i'm no good with that so [phone]", 'turn', 'so'],
    // a pause does not undo what leads to it otherwise
    ['my son likes er the [latte]', 'pick', 'likes'],
    ['we had er the [latte]', 'past', 'had'],
    ["it's um the [latte]", 'is'],
    // and what is said of it is no pause
    ['so a dirty great [pothole]', 'unclear', 'so'],
    ['rabbit just the [latte]', 'unclear'],
    // "that" ends no thought
    ['i really like that just [phone]', 'pick', 'like'],
    ['not that just [phone]', 'turn'],
    ['my mum and [dad]', 'turn'],
    ['my fish and the [chips]', 'unclear'],
    ["i'm here for a wee [trim]", 'start'],
    ['fish and the [chips]', 'unclear'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a verb that picks leads to one', () => {
  const rows: readonly Row[] = [
    ["i'll have [latte]", 'pick', 'have'],
    ["i'd like a [latte]", 'pick', 'like'],
    ['we will have a [twin]', 'pick', 'have'],
    ['my aunt prefers [wool]', 'pick', 'prefers'],
    ["i'll take a dirty great [pothole]", 'pick', 'take'],
    ["i'll take dirty great [potholes]", 'unclear'],
    ['we said [latte]', 'pick', 'said'],
    ['get me the [latte]', 'pick'],
    ['give it [polish]', 'pick'],
    ['it has to be the [latte]', 'there'],
    ['it must be the [latte]', 'pick', 'be'],
    ['headed to [leeds]', 'pick'],
    // somebody is put down for it
    ['put me down for [pilates]', 'pick'],
    ['put my daughter down for er [pilates]', 'pick', 'for'],
    ['take my daughter out for [pilates]', 'pick', 'for'],
    ['take my daughter abroad for [pilates]', 'unclear'],
    ['take a bit out for [repairs]', 'unclear'],
    ['take tiny children out for [pilates]', 'unclear'],
    ['my daughter out for [pilates]', 'unclear'],
    ['fetch my daughter out for [pilates]', 'unclear'],
    ['i have my daughter out for [pilates]', 'unclear'],
    ['take daughter out for [pilates]', 'unclear'],
    // what one has or does already picks nothing
    ['i have a [twin]', 'unclear'],
    ['he has a [twin]', 'unclear'],
    ["i've got a [twin]", 'past'],
    ['blue it [latte]', 'unclear'],
    ['what about it the [latte]', 'unclear'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('so does a verb of the question', () => {
  const rows: readonly Row[] = [
    ['amend my [address]', 'pick', 'amend'],
    ['amend it um my [address]', 'pick'],
    ['move my [address]', 'unclear'],
    ['on my [address]', 'start'],
  ];
  expect(found(rows, 'what would you like to amend on it')).toEqual(rows);
});

test('that it is one leads to it, and that there is one; not what somebody or something else is', () => {
  const rows: readonly Row[] = [
    ["it's [pilates]", 'is', "'s"],
    ["it's the [pilates]", 'is'],
    ["that's [pilates]", 'is'],
    ["she's [single]", 'is'],
    ['they are [single]', 'is'],
    ['it would be [latte]', 'is', 'be'],
    ['it really is the [latte]', 'is'],
    ["there's a [pothole]", 'there', "'s"],
    ["there's a dirty great [pothole]", 'there'],
    ["there's about a [hundred]", 'there'],
    ["there's a dirty ugly [pothole]", 'there'],
    ["there's a dirty ugly horrid muddy [pothole]", 'unclear', 'muddy'],
    ['there just are [delays]', 'is'],
    ['there are [delays]', 'there'],
    ["there's a really dirty great big [pothole]", 'unclear'],
    ["i'm [single]", 'unclear'],
    ["we're [single]", 'unclear'],
    ['my flat is [small]', 'unclear'],
    ['someone will be [small]', 'unclear'],
    ["who's [single]", 'unclear'],
    ['what is the [latte]', 'unclear'],
    ["it isn't the [latte]", 'unclear'],
    // through a preposition
    ["it's for [mum]", 'is', 'for'],
    ["it's to do with my [boiler]", 'pick'],
    ["we're on [premium]", 'is'],
    ["we're er on [premium]", 'is'],
    ["we're stuck in the [attic]", 'unclear'],
    ["we're all over in the [attic]", 'is'],
    ["we're sat in [leeds]", 'is'],
    ["they're waiting in the [attic]", 'is'],
    ['my sister is in the [attic]', 'unclear'],
    ['they were in the [attic]', 'past'],
    ['i live in the [attic]', 'unclear'],
    ["i'm allergic to [nuts]", 'unclear'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('what was, or was done, leads to one that is only told of', () => {
  const rows: readonly Row[] = [
    ['we had a [compact]', 'past', 'had'],
    ['we had the lovely [compact]', 'past'],
    ['it was the [latte]', 'past'],
    ['there was a [pothole]', 'past'],
    ['they lost my [suitcase]', 'past'],
    ['they cancelled my [flight]', 'past', 'cancelled'],
    ['cancelled [flight]', 'past'],
    ['move [flight]', 'unclear'],
    ["it wasn't the [latte]", 'unclear'],
    ['we travelled to [leeds]', 'past', 'to'],
    ['she was moved to [leeds]', 'past'],
    ["she's moved to [leeds]", 'past'],
    ['she went to [leeds]', 'past'],
    ['not the [latte]', 'unclear', 'not'],
    ['without [milk]', 'unclear'],
  ];
  expect(found(rows)).toEqual(rows);
});
