import type { Candidate } from '../../../../lambda/conversation/answers/candidate';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { withoutPondering } from '../../../../lambda/conversation/answers/pondering';
import { isSaidBy, withoutPutAside } from '../../../../lambda/conversation/answers/put-aside';
import { asWished } from '../../../../lambda/conversation/answers/under-way';
import { lexicon, marked, offerOf } from '../outright/marked';

type Row = readonly [said: string, left: string];

test('what one asks of oneself is left out right before an option', () => {
  const rows: readonly Row[] = [
    ['what does she like tulips', 'tulips'],
    ['oh what does she like tulips', 'oh tulips'],
    ['it was what was her name rosie', 'it was rosie'],
    ['i like what was her name rosie', 'i like rosie'],
    ['what was her name the rosie', 'the rosie'],
    ['what was her name um rosie', 'um rosie'],
    ['what does she like tulips please', 'tulips please'],
    ['what was her name rosie and what does she like tulips', 'rosie and tulips'],
    ['what was it again jain meal', 'jain meal'],
    ['what was it again the jain one', 'the jain one'],
    ['what was it again jain my tulips', 'jain my tulips'],
    ['which one rosie or tulips', 'rosie or tulips'],
    ['which one rosie no tulips', 'rosie no tulips'],
    ['which one rosie and tulips', 'rosie and tulips'],
    ['which one rosie she did well', 'rosie she did well'],
    ["you know what's it called tulips", 'you know tulips'],
    // a question that no option follows, or of which more is told
    ['what does she want', ''],
    ['what was her name mandy', ''],
    ['what was her name the mandy', ''],
    ['what was her name rosie to bring', ''],
    ['which one rosie in time', ''],
    ['which one rosie would', ''],
    ['which one rosie had it', ''],
    ['which one rosie costs', ''],
    ['which one jain to costs', ''],
    ['which one with rosie', ''],
    ['rosie what was her name', ''],
    ['rosie i like tulips', ''],
    ['tulips', ''],
    ['just the tulips', ''],
  ];
  const offer = offerOf('Rosie|Tulips|Jain meal|Home with care');
  const left = (said: string) => withoutPondering(hear(said, lexicon), offer, lexicon)?.texts.join(' ') ?? '';
  expect(rows.map(([said]) => [said, left(said)])).toEqual(rows);
  expect(withoutPondering(hear('oh what does she like tulips please', lexicon), offer, lexicon)?.wordOf).toEqual([
    0, 5, 6,
  ]);
});

test('what the question asks for may follow the option, unless it is a verb', () => {
  const rows: readonly Row[] = [
    ['who was it rosie trained', ''],
    ['who was it rosie trainer', 'rosie trainer'],
    ['who was it rosie carer', ''],
  ];
  const offer = offerOf('Rosie|Tulips', 'Which trainer trained you?');
  const left = (said: string) => withoutPondering(hear(said, lexicon), offer, lexicon)?.texts.join(' ') ?? '';
  expect(rows.map(([said]) => [said, left(said)])).toEqual(rows);
});

test('what somebody is about to do is what they want to do', () => {
  const rows: readonly Row[] = [
    ["i'm returning something", 'i want returning something'],
    ["we're returning a parcel", 'we want returning a parcel'],
    ['well yes i am returning one', 'well yes i want returning one'],
    ["it's late and i'm returning something", "it 's late and i want returning something"],
    ["i'm tracking my order", 'i want tracking my order'],
    // neither what they did, nor what others do
    ['i was returning something', ''],
    ["she's returning something", ''],
    ["i'm just returning something", ''],
    ["i'm here returning something", ''],
    ['i keep returning something', ''],
    ['returning something', ''],
    ["i'm sending something", ''],
    ["i'm return something", ''],
    ["i'm returned something", ''],
    ["i'm cancelling something", ''],
    ["i'm browsing something", ''],
  ];
  const wished = (said: string, labels: string) =>
    asWished(hear(said, lexicon), offerOf(labels), lexicon)?.texts.join(' ') ?? '';
  expect(rows.map(([said]) => [said, wished(said, 'Track order|Return an item|Browsing books|Cancel')])).toEqual(rows);
  const prepared = { ...offerOf('Return an item|Track order'), labels: [] };
  expect(asWished(hear("i'm returning something", lexicon), prepared, lexicon)).toBeUndefined();
});

test('what follows an amount may only say that it is so', () => {
  const saidBy: readonly string[] = [
    '[thirty six] last i checked',
    '[thirty six] these days',
    '[thirty six] now',
    '[thirty six] now that i checked',
    "[fifteen]'s fair",
    '[fifteen] is plenty',
    '[fifteen] would be enough for me thanks',
    '[fifteen] is fine it is plenty',
  ];
  const more: readonly string[] = [
    '[thirty six]',
    '[thirty six] nowhere near',
    'fine it is [fifteen]',
    '[thirty six] dogs now',
    '[fifteen] is good',
    '[fifteen] is it',
    "[fifteen]'s fair on dogs",
    '[fifteen] dogs is plenty',
    '[fifteen] dogs last i checked',
  ];
  const isSaid = (said: string) => {
    const { heard, span } = marked(said);
    return isSaidBy(heard, span.to, lexicon);
  };
  expect(saidBy.filter((said) => !isSaid(said))).toEqual([]);
  expect(more.filter(isSaid)).toEqual([]);
});

test('of several amounts those are left that are not put aside', () => {
  const left = (said: string) => {
    const parts = said.split(/[[\]]/);
    const heard = hear(parts.join(''), lexicon);
    const lengthOf = (upTo: number) => lexicon.tokenize(parts.slice(0, upTo).join('')).texts.length;
    const candidates = parts.flatMap((_, at) =>
      at % 2 === 1 ? [{ quantity: { from: lengthOf(at), to: lengthOf(at + 1) } } as Candidate] : [],
    );
    return withoutPutAside(heard, candidates, lexicon)
      .map(({ quantity: { from, to } }) => heard.texts.slice(from, to).join(' '))
      .join(', ');
  };
  const rows: readonly Row[] = [
    ["[twenty]'s a bit much [eighteen]", 'eighteen'],
    ['[twenty] is too many [eighteen]', 'eighteen'],
    ['[twenty] looks too dear to me [eighteen]', 'eighteen'],
    ['[eighteen] [twenty] is too many', 'eighteen'],
    ['i was a [thirty four] now [thirty six]', 'thirty six'],
    ["i was a [thirty four] these days i'm a [thirty six]", 'thirty six'],
    ["i was a [thirty four] and i'm a [thirty six] now", 'thirty six'],
    ['it was [ten] then [twelve] and today [fourteen]', 'twelve, fourteen'],
    ['it was [ten] last year but it was [twelve] today', 'twelve'],
    // all that is not
    ['i was a [thirty four] these are a [thirty six]', 'thirty four, thirty six'],
    ['[twenty]', 'twenty'],
    ['[twenty] is too many', 'twenty'],
    ['[twenty] is too many [eighteen] is too few', 'twenty, eighteen'],
    ['[twenty] is plenty [eighteen] is too many', 'twenty'],
    ['[twenty] a bit much [eighteen]', 'twenty, eighteen'],
    ['[twenty] is good [eighteen] too', 'twenty, eighteen'],
    ['i was a [thirty four] and a [thirty six]', 'thirty four, thirty six'],
    ['now i was a [thirty four] and a [thirty six]', 'thirty four, thirty six'],
    ["i'm a [thirty four] and now [thirty six]", 'thirty four, thirty six'],
    ["it's a [thirty four] and i was now [thirty six]", 'thirty four, thirty six'],
    ['these [thirty four] days it was a [thirty four] and a [thirty six]', 'thirty four, thirty four, thirty six'],
  ];
  expect(rows.map(([said]) => [said, left(said)])).toEqual(rows);
});
