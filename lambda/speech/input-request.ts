import type { InputRequest } from '../conversation/message';
import { inDigits } from './numbers/spelled';
import type { Phrases } from './phrases';
import { spokenName } from './spoken-text';

const LONGEST_FIELD = 60;
/** More of a form's fields only tire a listener; the card lists them all. */
const SPOKEN_FIELDS = 6;
/** No form that people fill in has more. */
const READ_FIELDS = 50;
/** What is larger is a vendor's word for "no bound". */
const LARGEST_BOUND = 1e9;

/** What an input request asks for and how to answer it; `undefined` where the user is to hear nothing of it. */
export function spokenInputRequest(inputRequest: InputRequest, words: Phrases): string | undefined {
  switch (inputRequest.kind) {
    case 'script':
      return undefined;
    case 'number':
      return spokenNumber(inputRequest, words);
    case 'form':
      return spokenForm(formFields(inputRequest, words), words);
    case 'date':
    case 'email':
    case 'phone':
    case 'file':
    case 'location':
      return words.say(`input-request.${inputRequest.kind}`);
  }
}

/** What a form asks for, field by field, as it can be said. */
export function formFields({ fields = [] }: InputRequest, words: Phrases): string[] {
  const names = fields.slice(0, READ_FIELDS).map((field) => spokenName(field, LONGEST_FIELD, words));
  return names.filter((name) => name !== '');
}

function spokenForm(fields: readonly string[], words: Phrases): string {
  const spoken = fields.slice(0, SPOKEN_FIELDS);
  const items = fields.length > spoken.length ? [...spoken, words.say('list.more')] : spoken;
  if (items.length === 0) return words.say('input-request.form');
  return words.say('input-request.form', { context: 'listed', values: { fields: words.listed(items, 'and') } });
}

function spokenNumber({ min, max }: InputRequest, words: Phrases): string {
  const from = bound(min, words);
  const to = bound(max, words);
  if (from !== undefined && to !== undefined && Number(min) < Number(max)) {
    return words.say('input-request.number', { context: 'between', values: { min: from, max: to } });
  }
  if (from !== undefined && max === undefined) {
    return words.say('input-request.number', { context: 'from', values: { min: from } });
  }
  if (to !== undefined && min === undefined) {
    return words.say('input-request.number', { context: 'to', values: { max: to } });
  }
  return words.say('input-request.number');
}

function bound(value: number | undefined, { language }: Phrases): string | undefined {
  if (value === undefined || !(Math.abs(value) <= LARGEST_BOUND)) return undefined;
  return inDigits(value, language);
}
