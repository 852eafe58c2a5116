const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[\p{L}]{2,}/gu;
/** Seven digits and more, with what is written between them. */
const PHONE = /\+?\d(?:[\s()./-]{0,2}\d){6,}/g;
const URL_IN_TEXT = /\b[a-z][a-z\d+.-]*:\/\/[^\s<>"']+/gi;
const LONG_CODE = /\b(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z\d]{16,}\b/g;

/** Words of the same shape: as many, as long, with the same signs between them. */
export function sameShape(text: string): string {
  return text
    .replace(/\p{M}/gu, '')
    .replace(/\p{Lu}|\p{Lt}/gu, 'X')
    .replace(/(?!X)\p{L}/gu, 'x')
    .replace(/\p{N}/gu, '0');
}

/** A text with its words, but without what leads to somebody. */
export function withoutContacts(text: string): string {
  return text
    .replace(URL_IN_TEXT, (address) => sameAddress(address))
    .replace(EMAIL, 'name@example.com')
    .replace(PHONE, (number) => number.replace(/\d/g, '0'))
    .replace(LONG_CODE, sameShape);
}

/** An address of the same form: its host is nobody's, and of the rest the ending is left. */
export function sameAddress(address: string): string {
  if (!URL.canParse(address)) return sameShape(address);
  const { protocol, pathname, search } = new URL(address);
  const ending = /\.[a-z\d]{1,5}$/i.exec(pathname)?.[0] ?? '';
  const path = sameShape(pathname.slice(0, pathname.length - ending.length)).replace(/%[xX0]{2}/g, 'x');
  if (!/^https?:$/.test(protocol)) return `${protocol}${sameShape(address.slice(protocol.length))}`;
  return `${protocol}//example.com${path}${ending}${search === '' ? '' : '?x=x'}`;
}

export function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(text.trim()) || /^(mailto|tel):\S+$/i.test(text.trim());
}

/** Whether a text can be nothing but an id or a token, whatever its member is called. */
export function looksLikeId(text: string): boolean {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return true;
  return /^[\w.~+/=-]{16,}$/.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text) && !isMoment(text);
}

/** A date with a time, as programs write it. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.test(text);
}
