import { inLanguage } from '../in-language';

test('where the verb comes last nothing but how many may be told with an option, elsewhere what is led to', () => {
  const rows: readonly (readonly [language: string, labels: readonly string[], said: string, picked: string])[] = [
    ['de', ['Brezel', 'Brot'], 'zwei brezeln', 'Brezel + zwei'],
    ['de', ['Brezel', 'Brot'], 'ich möchte die brezel mit butter', 'Brezel + mit butter'],
    ['de', ['Brezel', 'Brot'], 'ich möchte zwei brezeln', 'Brezel + zwei'],
    ['de', ['Brezel', 'Brot'], 'zwei brezeln mit butter', 'words'],
    ['de', ['Brezel', 'Brot'], 'nein die brezel mit butter', 'Brezel + mit butter'],
    ['de', ['Brezel', 'Brot'], 'die brezel mit butter', 'words'],
    ['de', ['Brezel', 'Brot'], 'die brezel', 'Brezel'],
    ['de', ['Große Brezel', 'Brot'], 'zwei große brezeln', 'Große Brezel + zwei'],
    ['de', ['Brezel', 'Brot'], 'das zweite mit butter', 'words'],
    ['de', ['Brezel', 'Brot'], 'das zweite', 'Brot'],
    ['de', ['Karte', 'Bar'], 'die karte wurde mir gestohlen', 'words'],
    ['hi', ['आलू', 'प्याज'], 'दो किलो आलू', 'आलू + दो किलो'],
    ['hi', ['आलू', 'प्याज'], 'आलू', 'आलू'],
    ['hi', ['आलू', 'प्याज'], 'मुझे दो किलो आलू चाहिए', 'आलू + दो किलो'],
    ['hi', ['आलू', 'प्याज'], 'आलू ताज़े', 'words'],
    ['hi', ['आलू', 'प्याज'], 'नहीं आलू कल', 'words'],
    ['hi', ['आलू', 'प्याज'], 'मुझे आलू चाहिए पर ताज़े', 'words'],
  ];
  const found = rows.map(([language, labels, said]) => {
    const decision = inLanguage.decide(language, { labels, from: 0, to: labels.length }, said);
    const rest = decision.kind === 'choose' && decision.rest !== undefined ? ` + ${decision.rest}` : '';
    return [language, labels, said, decision.kind === 'choose' ? `${labels[decision.index]}${rest}` : decision.kind];
  });
  expect(found).toEqual(rows);
});
