const PARTS = /^\s*(\d{1,4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,4})\s*$/;

/** A day in digits in the order that its author states, "mdy", as machines write it: in words it is put like any other of those. */
export function isoDate(words: string, format: string): string {
  const [, ...parts] = PARTS.exec(words) ?? [];
  const part = (name: string) => parts[format.indexOf(name)] ?? '';
  const [year, month, day] = [part('y'), part('m').padStart(2, '0'), part('d').padStart(2, '0')];
  const isDay = year.length === 4 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return /^(?:mdy|dmy|ymd)$/.test(format) && isDay ? `${year}-${month}-${day}` : words;
}
