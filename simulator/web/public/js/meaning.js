import { element } from './dom.js';

/** The rules by which the skill tells an option, in words. */
const RULES = {
  exact: 'The words are the option.',
  label: 'The option’s words stand in what was said.',
  synonym: 'What the data of the option call it was said.',
  part: 'Some of the option’s words stand in what was said.',
  number: 'A number was said that the option holds.',
  time: 'A time was said that the option holds.',
  position: 'It was named by its position.',
  letter: 'It was named by its letter.',
  'yes-no': 'A yes or no was said that one option stands for.',
  correction: 'It was said last, as a correction.',
  negation: 'The others were excluded.',
  clause: 'The last clause that names an option picks it.',
  outright: 'The option was named in full amid other words, and nothing shows that it was not meant.',
  weighed: 'Weighing the words around the options told which was meant.',
  both: 'Several were named.',
  sound: 'The words sound like the option.',
  command: 'A word of ours was said that one option stands for.',
  offer: 'What was said is about the options as a whole.',
};

/** What came of it. */
const ANSWERS = {
  picked: 'The option was picked.',
  'asked-which': 'Several options fit alike, so it was asked which of them was meant.',
  'asked-whether': 'It was asked whether this option was said.',
  confirmed: 'It had been asked whether this option was said, and it was.',
  listed: 'Options were to be read out.',
};

/** By which rule the skill told what was meant, what came of it, and how sure it was. */
export function meaningOf({ understood }) {
  if (!understood) {
    const text =
      'Nothing was said to an option in this turn: the bot offered none, or the words were for somebody else.';
    return [element('p', { class: 'nothing' }, text)];
  }
  const { rule, answer, confidence } = understood;
  const told = [element('p', {}, RULES[rule] ?? ''), element('p', {}, ANSWERS[answer] ?? '')];
  const by = element('span', { class: 'hint' }, 'rule: ', element('code', {}, rule));
  if (confidence === undefined) return [element('div', { class: 'total' }, by), ...told];
  const bar = element('i');
  bar.style.setProperty('--share', String(confidence));
  return [
    element(
      'div',
      { class: 'total' },
      element('b', {}, String(Math.round(confidence * 100)), element('small', {}, '% sure')),
      by,
    ),
    element('div', { class: 'limit', 'aria-hidden': 'true' }, bar),
    ...told,
  ];
}
