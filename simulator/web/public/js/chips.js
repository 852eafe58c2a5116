import { button, byId, element } from './dom.js';

/**
 * Things to say with one tap: what the bot offers, else suggestions.
 * @param {{ onSay: (text: string, byKeyboard: boolean) => void }} listener
 */
export function createChips({ onSay }) {
  const list = byId('chips');
  // A mouse wheel turns vertically, and the list runs sideways.
  list.addEventListener('wheel', ({ deltaY }) => list.scrollBy({ left: deltaY }), { passive: true });

  function chip(text, kind) {
    return element(
      'li',
      {},
      button(text, { class: kind }, ({ detail }) => onSay(text, detail === 0)),
    );
  }

  return {
    /** @param {'choice' | 'suggestion'} kind */
    show(texts, kind) {
      list.replaceChildren(...texts.map((text) => chip(text, kind)));
      list.setAttribute('aria-label', kind === 'choice' ? 'What the bot offers' : 'Suggestions');
      list.scrollLeft = 0;
    },
  };
}
