import { button, byId, element } from './dom.js';

/** What was said, line by line. A line of Alexa's opens its turn in the inspector. */
export function createDialogue({ onInspect }) {
  const log = byId('dialogue');
  log.tabIndex = 0; // it scrolls, so the keyboard must reach it
  let chosen;

  function add(line) {
    log.querySelector('.welcome')?.remove();
    log.append(line);
    log.scrollTop = log.scrollHeight;
    return line;
  }

  function line(who, label, text) {
    return element(
      'div',
      { class: `line ${who}` },
      element('p', { dir: 'auto' }, element('span', { class: 'visually-hidden' }, label), text),
    );
  }

  function tagged(text, tag) {
    const said = line('alexa', 'Alexa: ', text);
    said.append(element('span', { class: 'tag' }, tag));
    add(said);
  }

  function choose(next) {
    chosen?.classList.remove('chosen');
    next.classList.add('chosen');
    chosen = next;
  }

  return {
    welcome(title, text) {
      log.replaceChildren(element('p', { class: 'note welcome' }, element('strong', {}, title), text));
    },
    note: (text) => add(element('p', { class: 'note' }, text)),
    person: (text) => add(line('person', 'You: ', text)),
    /** What the Echo says by itself: no skill was asked. */
    device: (text) => tagged(text, 'said by the Echo, without the skill'),
    /** A note with something to do; then it tells what came of it. */
    ask(text, label, onClick) {
      const note = element('p', { class: 'note' }, text, ' ');
      const answer = async () => {
        act.disabled = true;
        note.replaceChildren(await onClick());
      };
      const act = button(label, { class: 'quiet' }, answer);
      note.append(act);
      add(note);
    },
    reprompt: (text) => tagged(text, 'said again after silence'),
    progress: (text) => tagged(text, 'said while waiting for the bot'),
    alexa(turn) {
      const said = line('alexa', 'Alexa: ', turn.speech || '(nothing)');
      if (turn.verdict) said.classList.add('bad');
      const inspect = button(`${Math.round(turn.ms)} ms · inspect`, { class: 'link' }, () => {
        choose(said);
        onInspect(turn);
      });
      said.append(inspect);
      choose(add(said));
    },
  };
}
