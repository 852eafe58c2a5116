import { element } from './dom.js';

/** The rules by which the skill tells an option, in words. */
const RULES = {
  exact: 'The words are the option.',
  label: 'The option’s words stand in what was said.',
  part: 'Some of the option’s words stand in what was said.',
  number: 'A number was said that the option holds.',
  time: 'A time was said that the option holds.',
  position: 'It was named by its position.',
  letter: 'It was named by its letter.',
  'yes-no': 'A yes or no was said that one option stands for.',
  correction: 'It was said last, as a correction.',
  negation: 'The others were excluded.',
  both: 'Several were named.',
  sound: 'The words sound like the option.',
  command: 'A word of ours was said that one option stands for.',
};

/** By which rule the skill told the option that was picked, and how sure it was. */
export function meaningOf({ understood }) {
  if (!understood) {
    const text = 'No option was picked in this turn: the bot offered none, or the words were for somebody else.';
    return [element('p', { class: 'nothing' }, text)];
  }
  const { rule, confidence } = understood;
  const bar = element('i');
  bar.style.setProperty('--share', String(confidence));
  return [
    element(
      'div',
      { class: 'total' },
      element('b', {}, String(Math.round(confidence * 100)), element('small', {}, '% sure')),
      element('span', { class: 'hint' }, 'rule: ', element('code', {}, rule)),
    ),
    element('div', { class: 'limit', 'aria-hidden': 'true' }, bar),
    element('p', {}, RULES[rule] ?? ''),
  ];
}
