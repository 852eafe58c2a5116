import { isFileName } from './html';

const ENDING =
  /\.(?:jpe?g|png|gif|webp|avif|heic|svg|bmp|tiff?|pdf|docx?|xlsx?|pptx?|odt|ods|txt|csv|rtf|zip|mp[34]|m4[av]|mov|avi|webm|wav|ogg|ics|vcf|epub|html?)$/i;
/** A number, a copy or a version in one word: "scan0001", "document(1)", "a3f9c0". */
const COUNTED = /^\S*\d\S*$/;
/** Words of a person, who may write no space there: "Terms_and_conditions". */
const WORDS = /^\p{L}{2,}(?:[_-]+\p{L}{2,})+$/u;

/** What a thing is called by the name of its file: its words, if it has any. A title that names no file stays. */
export function titleOfFile(title: string): string {
  const name = title.trim();
  const words = name.replace(ENDING, '');
  if (words === name) return isFileName(name) ? '' : title;
  const isNamed = WORDS.test(words) || !(isFileName(words) || COUNTED.test(words));
  return isNamed ? words.replace(/[_-]+/g, ' ').trim() : '';
}
