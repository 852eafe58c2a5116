import { GENDER_MARKS } from '../../languages/gender';

/** "Kund*innen": two such stars in a text would be taken for emphasis. */
const STARS = GENDER_MARKS.filter(({ signs }) => signs.includes('*') && signs.includes(':')).map(
  ({ endings, dropped }) =>
    new RegExp(`(?<=\\p{Ll})\\*(?=(?:${[...endings, ...dropped].join('|')})(?![\\p{L}\\p{N}*]))`, 'gu'),
);

/** A text whose marks of gender are none of markup. */
export function withoutGenderStars(text: string): string {
  return text.includes('*') ? STARS.reduce((result, star) => result.replace(star, ':'), text) : text;
}
