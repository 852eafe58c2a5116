import { BLANK } from '../../../lambda/speech/signals';
import { placeholdersIn, withoutPlaceholders } from '../../../lambda/speech/source/placeholders';
import { isBareName, isFieldName, isSingleName, isValueName } from '../../../lambda/speech/source/template-names';

type Row = readonly [written: string, shown: string];

/** What is shown of each text, with "▢" for the sign of a missing value. */
function expectShown(rows: readonly Row[]) {
  const shown = rows.map(([written]) => [written, withoutPlaceholders(written).replaceAll(BLANK, '▢')]);
  expect(shown).toEqual(rows);
}

function expectLeft(texts: readonly string[]) {
  expectShown(texts.map((text) => [text, text]));
}

describe('a template that was not filled in', () => {
  test('each sign of a missing value is seen where it is the only one', () => {
    expectShown([
      ['Hi {name}', 'Hi ▢'],
      ['Hi %name%', 'Hi ▢'],
      ['Hi [Name]', 'Hi ▢'],
      ['Hi <Name>', 'Hi ▢'],
      ['Hi @@firma', 'Hi ▢'],
      ['Hi «Name»', 'Hi ▢'],
      ['Hi ‹Name›', 'Hi ▢'],
      ['Hi ~name~', 'Hi ▢'],
      ['Hi ^name^', 'Hi ▢'],
      ['Hi $name', 'Hi ▢'],
      ['Hi $Name', 'Hi ▢'],
      ['Hi $$name', 'Hi ▢'],
      ['Hi $(name)', 'Hi ▢'],
      ['Hi #name#', 'Hi ▢'],
      ['Hi FIRST_NAME', 'Hi ▢'],
      ['Hi __NAME__', 'Hi ▢'],
      ['Hi *|FNAME|*', 'Hi ▢'],
      ['Hi |*FNAME*|', 'Hi ▢'],
      ['Hi :name', 'Hi ▢'],
      ['Hi !name!', 'Hi ▢'],
      ['Hi ((name))', 'Hi ▢'],
      ['Call XXX-XXXX', 'Call ▢'],
      ['Call XX.XX', 'Call ▢'],
      ['It ends on xx/xx', 'It ends on ▢'],
      ['You owe $XX', 'You owe $▢'],
      ['Sie zahlen € X', 'Sie zahlen € ▢'],
      ['Sie zahlen €X', 'Sie zahlen €▢'],
      ['You owe NaN', 'You owe ▢'],
      ['Hi NULL', 'Hi ▢'],
      ['Hi (null)', 'Hi ▢'],
      ['Hi undefined', 'Hi ▢'],
      ['Visit: Invalid Date', 'Visit: ▢'],
      ['translation missing: en.hi', '▢'],
      ['It came on 0000-00-00', 'It came on ▢'],
      ['It came on 1970-01-01T00:00:00Z', 'It came on ▢'],
      ['It came on --/--/--', 'It came on ▢'],
    ]);
  });

  test('without a sign of one a text is left', () => {
    expectLeft([
      'Hello Ann, your table is ready at 7:30.',
      'Size XL, not XX',
      'It costs $5 or 7 €.',
      'Hi there: name it.',
    ]);
  });

  test('what is used in the place of a value is said', () => {
    expectShown([
      ['Hi {{ name | default: "there" }}!', 'Hi there!'],
      ['Hi {{name|friend}}!', 'Hi friend!'],
      ['Hi {{user.name||dear friend}}!', 'Hi dear friend!'],
      [`Hi \${name ?? 'friend'}!`, 'Hi friend!'],
      [`Hi \${name??“friend”}!`, 'Hi friend!'],
      ["Hi {{ name|default('dear guest') }}!", 'Hi dear guest!'],
      ['Hi {{ name|default ( "guest" ) }}!', 'Hi guest!'],
      ['Hi {{name | default_if_none : "guest"}}!', 'Hi guest!'],
      ['Hi {{name | default_if_none:guest}}!', 'Hi guest!'],
      ['Hi {name|friend}!', 'Hi friend!'],
      ['Hallo {{n|Ü}}!', 'Hallo Ü!'],
      ['We open the {{ day | first day }}.', 'We open the first day.'],
      ['We sent the {{ title | job title }}.', 'We sent the job title.'],
    ]);
  });

  test('a filter is no word to say', () => {
    expectShown([
      ['Hi {{ name | capitalize }}!', 'Hi ▢!'],
      ['Hi {{ name|Upper }}!', 'Hi ▢!'],
      ['Hi {{name | trim}}!', 'Hi ▢!'],
    ]);
  });

  test('what steers it is gone', () => {
    expectShown([
      ['{% if vip %}Welcome.{% endif %}', ' Welcome. '],
      ['{{#each items}}Milk{{/each}}', ' Milk '],
      ['{{! a note }}Milk {{> footer}}', ' Milk  '],
      ['<% if vip %>Welcome.<% end %>', ' Welcome. '],
      ['{if}Welcome.{/if}', '▢Welcome. '],
      ['{color:#ff0000}Important{color} news', ' Important  news'],
      ['The {color} is yours.', 'The ▢ is yours.'],
      ['{{with .User}}Welcome.{{ end }}', ' Welcome. '],
      ['{{- if  .Vip }}Welcome.{{- end }}', ' Welcome. '],
      ['{{if not  .Vip}}Hello.{{end}}{{ range $one := .Items }}Milk{{end}}', ' Hello.  Milk '],
      ['We have it from {{range start}} on.', 'We have it from ▢ on.'],
      ['{{#if vip}}Welcome.{{end }}', ' Welcome. '],

      ['It goes on until {{end}} o’clock.', 'It goes on until ▢ o’clock.'],
      ['It goes on until {{ending}}, if you like.', 'It goes on until ▢, if you like.'],
    ]);
  });

  test('of an unknown number there are others', () => {
    expectShown([
      ['You have {count, plural, one {# message} other {# messages}}.', 'You have ▢ messages.'],
      ['You have { n ,plural,=0 {none} one{# message} other{# messages} }.', 'You have ▢ messages.'],
      ['You are {n, selectordinal, other {#th}} in line.', 'You are ▢th in line.'],
      ['You have {count, plural, other {messages}}.', 'You have messages.'],
      ['{gender, select, male {His} female {Her}} parcel is here.', '▢ parcel is here.'],
      ['You owe {total, number, currency}.', 'You owe ▢.'],
      ['We open on { d ,date,short}.', 'We open on ▢.'],
      ['We open at {t, time}.', 'We open at ▢.'],
    ]);
  });

  test('parts of one value are one', () => {
    expectShown([
      ['Your visit is on NaN/NaN/NaN.', 'Your visit is on ▢.'],
      ['Your visit is on {{dd}}.{{mm}}.{{yyyy}} at {{hh}}:{{mm}}.', 'Your visit is on ▢ at ▢.'],
      ['Hi {{first}} {{last}}.', 'Hi ▢ ▢.'],
    ]);
  });
});

describe('a label without its value', () => {
  test('is left out beside other sentences', () => {
    expectShown([
      ['Refund approved. Note: null. It takes a day.', 'Refund approved. It takes a day.'],
      ['Refund approved! Your own note here: (null)! It takes a day.', 'Refund approved! It takes a day.'],
      ['Refund approved. Note: null  \nIt takes a day.', 'Refund approved.  \nIt takes a day.'],
      ['Refund approved. Note : undefined', 'Refund approved. '],
      ['Refund approved. Note:undefined\nIt takes a day.', 'Refund approved. It takes a day.'],
      ['返金しました。備考：null。一日かかります。', '返金しました。一日かかります。'],
      ['返金しました。備考： null。 一日かかります。', '返金しました。一日かかります。'],
      ['Thank you. Your choice: [object Object]. See you soon.', 'Thank you. See you soon.'],
      ['Choice:[object Object]! See you soon.', 'See you soon.'],
      ['Your own two items: [object Object], [object Object],[object Object]  See you soon.', 'See you soon.'],
      ['Thank you! Your choice: [object Object]', 'Thank you! '],
    ]);
  });

  test('is kept alone, within a sentence and where it says something', () => {
    expectShown([
      ['Your choice: [object Object]', 'Your choice: ▢'],
      ['Your choice: [object Object]. 👍', 'Your choice: ▢. 👍'],
      ['The room of your choice today: [object Object]', 'The room of your choice today: ▢'],
      [
        'Thank you for your choice, it was: [object Object] See you soon.',
        'Thank you for your choice, it was: ▢ See you soon.',
      ],
      ['Note: undefined', 'Note: ▢'],
      ['Done. The note of your visit today: undefined.', 'Done. The note of your visit today: ▢.'],
      ['Done. Note: undefined behaviour', 'Done. Note: ▢ behaviour'],
      ['Thank you. Your choice: [object Object]?', 'Thank you. Your choice: ▢?'],
    ]);
  });

  test('has no value where a program wrote null', () => {
    expectShown([
      ['null', '▢'],
      ['Driver: null', 'Driver: ▢'],
      ['Driver:null', 'Driver:▢'],
      ['Betrag: null €\nPreis: null EUR \nTotal: null$', 'Betrag: ▢ €\nPreis: ▢ EUR \nTotal: ▢$'],
      ['Driver =   null  \nDate =null', 'Driver =   ▢  \nDate =▢'],
    ]);
    expectLeft(['The contract is null and void', 'It is null', 'Es steht null: null zu null']);
  });
});

test('what is missing is told by its names, a few of them', () => {
  const far = 'We open at nine. '.repeat(300);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Hello Ann.', []],
    ['Hi {{ user.first_name }}, you are at {{site}}.', ['user.first_name', 'site']],
    ['Hi {{name}} and {{name}}.', ['name']],
    ['You have {count, plural, one {# message} other {# messages}}.', ['count']],
    ['It is {when, date, short}.', ['when']],
    ['Hi {{a1}}{{b2}}{{c3}}{{d4}}{{e5}}{{f6}}', ['a1', 'b2', 'c3', 'd4', 'e5']],
    ['Hallo {{}}!', []],
    [`${far}Hi {{name}}.`, []],
    [`Hi {{name}}. ${far}`, ['name']],
    ['こんにちは、{{名前}}さん', []],
  ];
  expect(rows.map(([text]) => [text, placeholdersIn(text)])).toStrictEqual(rows);
});

describe('names of values', () => {
  type Names = readonly (readonly [name: string, isOne: boolean])[];
  const expectNames = (is: (name: string) => boolean, rows: Names) =>
    expect(rows.map(([name]) => [name, is(name)])).toEqual(rows);

  test('between signs', () => {
    expectNames(isValueName, [
      ['name', true],
      ['firstName', true],
      ['FIRST_NAME', true],
      ['FIRSTName', true],
      ['URLTitle', true],
      ['order  no', true],
      ['order--no', true],
      ['customer.address', true],
      ['customer/address', true],
      ['order->total', true],
      ['Guest’s Name', true],
      ["Guest's Name", true],
      ['Day of Week', true],
      ['address2', true],
      ['address12', true],
      ['item2Name', true],
      ['2', false],
      ['2name', false],
      ['orderno', true],
      ['customername', true],
      ['pretotal', false],
      ['in the next', false],
      ['our name is', false],
      ['Super', false],
      ['Yes', false],
      ['', false],
      ['Guest is Name', false],
      ['your first and last', false],
      ['enter your name of customer here', true],
      ['enter the name of our new customer', false],
    ]);
  });

  test('between no signs', () => {
    expectNames(isBareName, [
      ['ORDER_ID', true],
      ['FIRST_NAME', true],
      ['CUSTOMER_ORDERNO', false],
      ['CUSTOMER_NAME_TITLE', false],
      ['NAME', false],
      ['ORDER_PLAN', false],
      ['SUPER_ID', false],
      ['', false],
    ]);
  });

  test('in square brackets', () => {
    expectNames(isFieldName, [
      ['Name', true],
      ['orderno', true],
      ['Order', false],
      ['', false],
      ['Order Number', true],
      ['Day of Week', true],
      ['Plan Product', false],
      ['Super Name', false],
      ['Book Name', false],
    ]);
  });

  test('in small letters', () => {
    expectNames(isSingleName, [
      ['guest', true],
      ['seat', true],
      ['our', false],
      ['neighbour', false],
    ]);
  });
});
