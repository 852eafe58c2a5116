import { scaleStage } from '../../../lambda/speech/written/scales';
import { stageOf, wordsOf } from './stage';

const scales = stageOf((written, words) => scaleStage(words, written));

// Spaces before and between what is said go later.
describe('rows of signs that count something', () => {
  test('stars', () => {
    const rows = {
      'Rated ⭐⭐⭐⭐': 'Rated : four stars',
      '⭐⭐⭐⭐ Great stay': ' Four stars:  Great stay',
      'Great stay ⭐⭐⭐⭐☆': 'Great stay : four stars',
      'Great stay: ⭐⭐⭐⭐☆': 'Great stay:  four stars',
      'Hotel ⭐⭐⭐. Nice': 'Hotel : three stars. Nice',
      '“⭐⭐⭐” he wrote': '“ three stars” he wrote',
      '★☆☆☆☆ Bad': ' One star:  Bad',
      '⭐☆ 2 rooms': ' One star:  2 rooms',
      'Suite ★☆☆☆☆☆☆☆☆☆': 'Suite : one star',
      'Suite ★★☆☆☆☆☆☆☆☆☆': 'Suite : two stars',
      '🌟🌟🌟 hotel': ' Three stars:  hotel',
      'Ten: ★★★★★★★★★★': 'Ten:  ten stars',
      '4/7 ★★★★': '4/7 : four stars',
      '3 ⭐⭐⭐': '3 : three stars',
    };
    expect(scales.said('en-US', rows)).toEqual(rows);
  });

  test('stars of several things', () => {
    const rows = {
      'Food ★★★★, service ★★': 'Food , four stars, service , two stars',
      'Food ★★★★ Service ★ Room ★★': 'Food , four stars:  Service , one star:  Room , two stars',
      '⭐ ⭐⭐ ⭐⭐⭐': ' One star , two stars , three stars',
      '⭐ ⭐⭐': ' One star , two stars',
      'Food ★, service ★★': 'Food ★, service : two stars',
      '☆★ Food ★★★★, service ★★': '☆★ Food , four stars, service , two stars',
    };
    expect(scales.said('en-US', rows)).toEqual(rows);
  });

  test('signs that are full and empty', () => {
    const rows = {
      'Progress ●●●○○': 'Progress  3 of 5 ',
      '●○': ' 1 of 2 ',
      '■■■□□ done': ' 3 of 5  done',
      'Level ▮▮▯, ▓░░, █░, ◼◼◻': 'Level  2 of 3 ,  1 of 3 ,  1 of 2 ,  2 of 3 ',
      'Level ●●●●●●●●●●○○○○○○○○○○': 'Level  10 of 20 ',
      'Level ●●● or ○○': 'Level ●●● or ○○',
      'Level ●■□': 'Level ● 1 of 2 ',
    };
    expect(scales.said('en-US', rows)).toEqual(rows);
    expect(scales.heard('de-DE', ['Fortschritt ●●●○○', 'Essen ★★★★, Service ★★'])).toEqual([
      'Fortschritt  3 von 5 ',
      'Essen , vier Sterne, Service , zwei Sterne',
    ]);
    expect(scales.heard('ja-JP', ['●●●○○'])).toEqual([' 5のうち3 ']);
    expect(scales.heard('hi-IN', ['प्रगति ●●●○○'])).toEqual(['प्रगति  5 में से 3 ']);
    expect(scales.heard(wordsOf('tr', {}), ['Aşama ●●●○○'])).toEqual(['Aşama ●●●○○']);
  });

  test('what only draws the number beside it', () => {
    const rows = {
      '60% ▓▓▓░░': '60% ',
      '60% ▓▓▓░░ done': '60%  done',
      '60 % ●●●○○ Done today': '60 %. Done today',
      '60%   ▓▓▓░░   Done': '60%. Done',
      '60% ▓▓▓░░ A': '60%  A',
      'Sent 60% ▓▓▓░░, read 80% ▓▓▓▓░': 'Sent 60% , read 80% ',
      '60% ▓▓▓░░ Sent 80% ▓▓▓▓░ Read': '60%. Sent 80%. Read',
      '▓▓▓░░ 60%': '  60%',
      '▓▓▓░░   100 %': '    100 %',
      '4/5 ⭐⭐⭐⭐': '4/5  ',
      '4 / 10 ★★★★☆☆': '4 / 10  ',
      'Rated 5/5   ★★★★★★★★★★☆☆☆☆☆☆☆☆☆ well': 'Rated 5/5     well',
      '4/5★': '4/5 ',
      '60%▓ or ▓ 60%': '60%▓ or ▓ 60%',
    };
    expect(scales.said('en-US', rows)).toEqual(rows);
  });

  test('signs that count nothing', () => {
    const texts = [
      '⭐⭐⭐⭐',
      '★★★★★★★★★★',
      '★☆★ Sale ★★ ★☆★',
      '⭐☆⭐ Sale ⭐⭐ ⭐☆⭐',
      '★ Sale ★',
      '⭐ Sale',
      '☆☆☆',
      'nothing',
    ];
    expect(scales.heard('en-US', texts)).toEqual(texts);
  });
});
