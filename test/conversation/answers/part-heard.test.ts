import { written } from './corpus';
import { english } from './english';

describe('positions where only a part of the options was read out', () => {
  const labels = ['Oak', 'Ash', 'Elm', 'Larch', 'Yew', 'Beech', 'Rowan'];
  const first = { labels, from: 0, to: 3 };
  const second = { labels, from: 3, to: 6 };

  test.each([
    ['the last one', first, 'which Elm | Rowan'],
    ['that last one you said', first, 'Elm'],
    ['the last one sounds lovely', second, 'which Beech | Rowan'],
    ['the one at the end', first, 'which Elm | Rowan'],
    ['the middle one', first, 'which Ash | Larch'],
    ["the middle one's nearest", second, 'which Larch | Yew'],
    ['second to last', first, 'which Ash | Beech'],
    ['we fancy the second from last', second, 'which Yew | Beech'],
    ['the first one there', second, 'Larch'],
    ['the very last one on your list', first, 'Rowan'],
    ['the very last thing on the whole list', second, 'Rowan'],
    ['the one at the very bottom of your list', first, 'Rowan'],
    ['the last one of all', first, 'Rowan'],
    ['number five', first, 'Yew'],
    ['can i have the sixth', first, 'Beech'],
    ['the last one on my list of worries', first, 'words'],
    ['the end of the list price', first, 'words'],
  ])('%s', (said, offered, meant) => {
    expect(written(english.decide(offered, said), offered)).toBe(meant);
  });

  test('an article that several labels hold names none of them', () => {
    const offered = { labels: ['Under the Sink', 'In the Sink', 'Hidden in Cupboard'], from: 0, to: 3 };
    expect(written(english.decide(offered, 'the first one'), offered)).toBe('Under the Sink');
    expect(written(english.decide(offered, 'the last one please'), offered)).toBe('Hidden in Cupboard');
    expect(written(english.decide(offered, 'in the sink'), offered)).toBe('In the Sink');
  });
});
