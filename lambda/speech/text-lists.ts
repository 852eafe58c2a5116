import { ENTRY } from './signals';

/** The lists around the words of a text, and the number that stands before the item that is read next. */
export function createTextLists() {
  const lists: { next?: number }[] = [];
  let marker = '';
  return {
    isNested: () => lists.length > 0,
    /** @param start the number of the first item; absent: items have none */
    open(start?: number): void {
      lists.push(start === undefined ? {} : { next: start });
    },
    close(): void {
      lists.pop();
    },
    /** @param value the number that its author gave it */
    openItem(value?: string): void {
      const list = lists.at(-1);
      const number = value && /^\d{1,9}$/.test(value) ? value : list?.next;
      marker = number === undefined ? ENTRY : `${number}. `;
      if (list?.next !== undefined) list.next = Number(number) + 1;
    },
    /** What stands before the first words of an item, said once: its number, or a sign that it is one. */
    takeMarker(): string {
      const taken = marker;
      marker = '';
      return taken;
    },
  };
}
