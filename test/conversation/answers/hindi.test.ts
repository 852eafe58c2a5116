import { engineOf } from './engine-of';

const { decide } = engineOf('hi');

function decided(labels: readonly string[], said: string) {
  return decide({ labels, from: 0, to: labels.length }, said);
}

describe('what Hindi showed', () => {
  test('a time with a half, told with the word for hours', () => {
    const labels = ['3:00', '3:30', '4:00'];
    expect(decided(labels, 'साढ़े तीन बजे ठीक रहेगा')).toMatchObject({ kind: 'choose', index: 1 });
    expect(decided(labels, 'पौने चार बजे')).toMatchObject({ kind: 'words' });
  });

  test('a count in a unit before an option is told to the bot behind it', () => {
    const labels = ['आलू', 'प्याज', 'टमाटर'];
    expect(decided(labels, 'दो किलो प्याज दे दीजिए')).toMatchObject({ kind: 'choose', index: 1, rest: 'दो किलो' });
  });

  test('asked what the matter is, what is told of several words of an option reports it', () => {
    const labels = ['नेटवर्क नहीं है', 'सेट-टॉप बॉक्स खराब है', 'बिल ज़्यादा है'];
    const offered = { labels, from: 0, to: 3, question: 'क्या समस्या है?' };
    expect(decide(offered, 'बॉक्स खराब हो गया है')).toMatchObject({ kind: 'choose', index: 1 });
    expect(decide(offered, 'बॉक्स खराब नहीं हुआ है')).toMatchObject({ kind: 'words' });
  });

  test('"दो" is give behind a verb, and two elsewhere', () => {
    expect(decided(['2 लोग', '4 लोग'], 'चार लोगों का कर दो')).toMatchObject({ kind: 'choose', index: 1 });
    expect(decided(['2 लोग', '4 लोग'], 'दो लोग')).toMatchObject({ kind: 'choose', index: 0 });
  });
});
