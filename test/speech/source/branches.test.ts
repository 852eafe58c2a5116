import { LONGEST_TEXT } from '../../../lambda/conversation/message';
import { BLANK } from '../../../lambda/speech/signals';
import { shownText } from '../../../lambda/speech/source';
import { withoutBranches } from '../../../lambda/speech/source/branches';

describe('what a template says in one of two cases', () => {
  test.each([
    ['{{#if open}}We are open.{{else}}We are closed.{{/if}} Call us.', '  Call us.'],
    ['Hi! {{#unless open}}We are closed. {{ else }}We are open. {{/unless}}Call us.', 'Hi!  Call us.'],
    ['Hi! {{#ifEquals plan "gold"}}Thanks!{{else}}Hello!{{/ifEquals}}', 'Hi!  '],
    ['Hi! {% if open %}We are open.{% else %}We are closed.{% endif %} Call us.', 'Hi!   Call us.'],
    ['{%- unless open %}Closed! {%- else -%}Open! {%- endunless -%}', ' '],
    ['{% if a %}One? {% elif b %}Two? {% endif %}', ' '],
    ['{%if a%}One? {%else%}Two? {%endif%}', ' '],
    ['{% if a %}One. {% elsif b %}Two. {% endif %}', ' '],
    // Within a sentence a blank stands for it.
    ['Your table is {{#if inside}}inside{{else}}outside{{/if}}, Rosa.', `Your table is ${BLANK}, Rosa.`],
    ['We open at {% if weekend %}ten{% else %}nine{% endif %} today', `We open at ${BLANK} today`],
    ['Version {% if new %}2.5{% else %}2.4{% endif %}', `Version ${BLANK}`],
    ['Your status: {{#if vip}}You are VIP.{{else}}Standard.{{/if}}', `Your status: ${BLANK}`],
    ['Your status:{{#if vip}}You are VIP.{{else}}Standard.{{/if}}', `Your status:${BLANK}`],
    // Two of them, one in another, and one in a case of another.
    ['{{#if a}}One{{else}}Two{{/if}} and {{#if b}}three{{else}}four{{/if}}.', `${BLANK} and ${BLANK}.`],
    ['Hi {{#if a}}{{#if b}}One{{else}}Two{{/if}}{{else}}Three{{/if}}.', `Hi ${BLANK}.`],
    ['Hi! {{#if a}}{{#if b}}One. {{else}}Two{{/if}}now{{else}}Three{{/if}}Bye.', 'Hi!  Bye.'],
    ['Hi! {{#if a}}One{{else}}{{#if b}}Two{{else}}Three{{/if}} of it{{/if}} Bye', `Hi! ${BLANK} Bye`],
    [
      'Hi {{#if a}}Mr {{#if b}}One{{else}}Two{{/if}}, {{#if c}}three{{else}}four{{/if}}{{else}}five{{/if}}.',
      `Hi ${BLANK}.`,
    ],
    [
      '{{#if a}}One{{else}}Two{{/if}} and {{#if b}}{{#if c}}three{{else}}four{{/if}}s{{else}}five{{/if}}.',
      `${BLANK} and ${BLANK}.`,
    ],
    ['Hi {{#if a}}Mr {{#if b}}One{{else}}Two{{/if}}{{/if}}.', `Hi {{#if a}}Mr ${BLANK}{{/if}}.`],
  ])('is left out: %j', (text, said) => {
    expect(withoutBranches(text)).toBe(said);
  });

  test.each([
    ['{{#if open}}We are open.{{/if}} Call us.'],
    ['{% if open %}We are open.{% endif %} Call us.'],
    ['We are {{else}} closed {{/if}} now.'],
    ['We are {{#if open}}open{{else}} or closed.'],
    ['{{#iffy}}a{{elsewhere}}b{{/iffy}} {% iffy %}c{% elsewhere %}d{% endiffy %}'],
    ['{#if a}b{else}c{/if} {{#each a}}b{{else}}c{{/each}}'],
    ['Hi {{name}}, it is {%open%}.'],
  ])('what it says in one case or none stays: %j', (text) => {
    expect(withoutBranches(text)).toBe(text);
  });
});

describe('a text as its author meant it to be shown', () => {
  test.each([
    ['One\rtwo\r\nthree\u2028four\u2029five\u0085six\vseven\feight', 'One\ntwo\nthree\nfour\nfive\nsix\nseven\neight'],
    // Each stage, and what one leaves for the next.
    ['So\ufdd0up', 'Soup'],
    ['CafÃ©', 'Café'],
    ['Tom &amp;amp; Co', 'Tom &amp; Co'],
    ['<b>Soup</b', '<b>Soup</b>'],
    ['<think>Hm.</think>Soup', ' Soup'],
    ['Sorry.\nTypeError: order is null', 'Sorry.\n '],
    ['Type:\nnpm install shop', 'Type:\n\n```code\nnpm install shop\n```\n'],
    ['Soup     4', 'Soup, 4'],
    ['Soup :thumbsup:', 'Soup 👍'],
    ['Kund*innen', 'Kund:innen'],
    ['Soup\\nBread', 'Soup\nBread'],
    ['{"text": "Soup"}', '\n\nSoup\n\n'],
    ['Hi {{#if a}}Rosa{{else}}Ben{{/if}}', `Hi ${BLANK}`],
  ])('%j', (source, shown) => {
    expect(shownText(source)).toBe(shown);
  });

  test('no more of it than a message may hold', () => {
    const text = shownText('Soup '.repeat(100_000));
    expect(text.length).toBe(LONGEST_TEXT);
  });
});
