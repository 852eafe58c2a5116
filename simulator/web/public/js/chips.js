import { button, byId, element } from './dom.js';

/** Things to say with one tap: what the bot offers, else suggestions. */
export function createChips({ onSay }) {
  const list = byId('chips');
  list.addEventListener('wheel', ({ deltaY }) => list.scrollBy({ left: deltaY }), { passive: true });
  return {
    show(texts, kind) {
      const items = texts.map((text) =>
        element(
          'li',
          {},
          button(text, { class: kind }, () => onSay(text)),
        ),
      );
      list.replaceChildren(...items);
      list.setAttribute('aria-label', kind === 'choice' ? 'What the bot offers' : 'Suggestions');
      list.scrollLeft = 0;
    },
  };
}
