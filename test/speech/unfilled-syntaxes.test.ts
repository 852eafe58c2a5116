import { basename } from 'node:path';
import { voicesOf } from '../../lambda/speech/voice';
import { type Case, casesOf } from './corpus/cases';
import { message } from './messages';

const casesIn = (file: string): readonly Case[] =>
  casesOf('en').filter(({ place }) => basename(place).startsWith(`${file}:`));

function reportedOf(text: string): readonly string[] {
  const reported: string[] = [];
  const voice = voicesOf({ onUnfilled: (names) => reported.push(...names) })('en-US');
  voice.paragraphs(message({ text }));
  return reported;
}

// What names what is used in its place is filled, and a condition is no value.
const isFilled = (text: string) => /\|there|\{\{#if|\{%/.test(text);

test.each(
  casesIn('template-syntaxes.txt')
    .filter(({ message: text }) => !isFilled(text))
    .map(({ message: text }) => text),
)('is told to the operator: %s', (text) => {
  expect(reportedOf(text)).not.toEqual([]);
});

test.each(casesIn('template-look-alikes.txt').map(({ message: text }) => text))('is not told: %s', (text) => {
  expect(reportedOf(text)).toEqual([]);
});
