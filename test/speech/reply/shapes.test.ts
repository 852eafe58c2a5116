import { areClear, behindName, withNamedColumns } from '../../../lambda/speech/columns';

describe('each value of a table stands behind the name of its column', () => {
  test.each<[what: string, lines: string, said: string]>([
    [
      'between other lines',
      `Our prices:
| Parcel | Time | Price |
|---|---|---|
| Express | 1 day | £9 |
|  Standard|3 days |£5|
All with tracking.`,
      `Our prices:
Express|Time: 1 day|Price: £9
Standard|Time: 3 days|Price: £5
All with tracking.`,
    ],
    [
      'to the end',
      'Name | Age | City\n--- | :---: | ---\nJane | 30 | Rome\nJoe | 41 | Paris',
      'Jane|Age: 30|City: Rome\nJoe|Age: 41|City: Paris',
    ],
    ['with a rule of plusses', 'Name | Age | City\n----+-----|-----\nJane | 30 | Rome', 'Jane|Age: 30|City: Rome'],
    ['of two columns it is clear', '| Plan | Price |\n|---|---|\n| Basic | £9 |\n| Plus | £5 |', ''],
    [
      'of two columns it is not, where the first tells nothing',
      '| Size | Price |\n|---|---|\n| S | £9 |\n| M | £5 |',
      'Size: S|Price: £9\nSize: M|Price: £5',
    ],
    [
      'one of them tells nothing',
      '| Size | Price |\n|---|---|\n| Small | £9 |\n| M | £5 |',
      'Size: Small|Price: £9\nSize: M|Price: £5',
    ],
    [
      'with numbered rows',
      '| No. | Dish | Price |\n|---|---|---|\n| 1 | Soup | £9 |\n| 2 | Salad | £5 |',
      'No.: 1|Dish: Soup|Price: £9\nNo.: 2|Dish: Salad|Price: £5',
    ],
    ['of one column', '| Size |\n|---|\n| S |\n| M |', ''],
    ['without names', '|---|---|---|\n| Jane | 30 | Rome |', ''],
    ['without rows', '| Plan | Price | Users |\n|---|---|---|', ''],
    ['without rows, but with a line', '| Plan | Price | Users |\n|---|---|---|\nNone yet.', ''],
    ['without a rule', '| Plan | Price | Users |\n| Basic | £9 | 5 |\n| Plus | £19 | 9 |', ''],
    ['with a rule in its midst that has words', '| Plan | Price | Users |\n|---|new|---|\n| Basic | £9 | 5 |', ''],
    ['with a rule that has none', '| Plan | Price | Users |\n| : | : | : |\n| Basic | £9 | 5 |', ''],
    ['with a line that is no rule of a table', 'Plan, price, users\n---\nBasic, £9, 5', ''],
    ['with more values than names', '| Plan | Price | Users |\n|---|---|---|\n| Basic | £9 | 5 | monthly |', ''],
    ['with fewer values than names', '| Plan | Price | Users |\n|---|---|---|\n| Basic | £9 |', 'Basic|Price: £9'],
    [
      'without what is not there',
      '| Name | Mon | Tue | Wed |\n|---|---|---|---|\n| Rosa | | – | 9:30 - 10 |\n| Joe | - | -- | — |',
      'Rosa|||Wed: 9:30 - 10\nJoe|||',
    ],
    [
      'with columns that have no name, or more than one',
      `| | Mon | ${'a'.repeat(41)} | ${'b'.repeat(40)} |\n|---|---|---|---|\n| Rosa | 9:00 | 10:00 | 11:00 |`,
      `Rosa|Mon: 9:00|10:00|${'b'.repeat(40)}: 11:00`,
    ],
    [
      'in a row that goes on with the one above',
      '| Name | Mon | Tue |\n|---|---|---|\n| Rosa | 9:00 | 10:00 |\n| | 14:00 | 15:00 |\n| – | 17:00 | 18:00 |',
      'Rosa|Mon: 9:00|Tue: 10:00\n|Mon: 14:00|Tue: 15:00\n|Mon: 17:00|Tue: 18:00',
    ],
    [
      'within a frame',
      ' |---|---|---|\n | Name | Mon | Tue |\n |---|---|---|\n | Rosa | 9:00 | 10:00 |\n |---|---|---|\n | All | 9:00 | 18:00 |\n |---|---|---|',
      ' |---|---|---|\nRosa|Mon: 9:00|Tue: 10:00\nAll|Mon: 9:00|Tue: 18:00',
    ],
    [
      'with more values than names in one row',
      '| Plan | Price | Users |\n|---|---|---|\n| Plus | £5 | 3 |\n| Basic | £9 | 5 | monthly |',
      '',
    ],
    [
      'where a day is not said in one word',
      '| Day | Opens | Closes | For |\n|---|---|---|---|\n| Monday | 9:00 | 17:00 | 8 |\n| Sunday | closed | closed | staff |',
      'Monday|Opens: 9:00|Closes: 17:00|For: 8\nSunday|Opens: closed|Closes: closed|For: staff',
    ],
    [
      'where not all other rows have times',
      '| Day | Opens | Closes |\n|---|---|---|\n| Monday | 9:00 | 17:00 |\n| Friday | 9:00 | late |\n| Sunday | closed | closed |',
      'Monday|Opens: 9:00|Closes: 17:00\nFriday|Opens: 9:00|Closes: late\nSunday|Opens: closed|Closes: closed',
    ],
    [
      'in Japanese',
      '| 店 | 開店 | 閉店 |\n|---|---|---|\n| 銀座 | 9時 | 17時 |\n| 渋谷 | 10時 | 20時 |',
      '銀座|開店: 9時|閉店: 17時\n渋谷|開店: 10時|閉店: 20時',
    ],
    [
      'and it is known behind a year',
      `| Month | Rain | Snow |\n|---|---|---|\n${'| January | 9 | 4 |\n'.repeat(14).trim()}`,
      `${'January|Rain: 9|Snow: 4\n'.repeat(12)}January|9|4\nJanuary|9|4`,
    ],
  ])('%s', (_what, lines, said) => {
    expect(withNamedColumns(lines.split('\n')).join('\n')).toBe(said === '' ? lines : said);
  });

  const hours = (rows: string) => withNamedColumns(`| Day | Opens | Closes |\n|---|---|---|\n${rows}`.split('\n'));

  test.each<[rows: string, said: string]>([
    ['| Monday | 9:00 | 17:00 |\n| Sunday | closed | closed |', 'Monday|Opens: 9:00|Closes: 17:00\nSunday|closed'],
    ['| Monday | 9 | 17 |\n| Sunday | closed | |', 'Monday|Opens: 9|Closes: 17\nSunday|closed'],
    ['| Monday | 9.30am | 5 P.M. |\n| Sunday | closed | - |', 'Monday|Opens: 9.30am|Closes: 5 P.M.\nSunday|closed'],
    ['| Monday | 10 a.m | 12 pm |\n| Sunday | closed | – |', 'Monday|Opens: 10 a.m|Closes: 12 pm\nSunday|closed'],
    // Not all of the day.
    [
      '| Monday | 9:00 | 17:00 |\n| Sunday | closed | 17:00 |',
      'Monday|Opens: 9:00|Closes: 17:00\nSunday|Opens: closed|Closes: 17:00',
    ],
    [
      '| Monday | 9:00 | 17:00 |\n| Sunday | closed | later |',
      'Monday|Opens: 9:00|Closes: 17:00\nSunday|Opens: closed|Closes: later',
    ],
    [
      '| Monday | 9:00 | 17:00 |\n| Sunday | 9:00 | 9:00 |',
      'Monday|Opens: 9:00|Closes: 17:00\nSunday|Opens: 9:00|Closes: 9:00',
    ],
    ['| Monday | 9:00 | 17:00 |\n| Sunday | closed |', 'Monday|Opens: 9:00|Closes: 17:00\nSunday|Opens: closed'],
    // The others have no times.
    [
      '| Monday | 9:00 | late |\n| Sunday | closed | closed |',
      'Monday|Opens: 9:00|Closes: late\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Monday | 9:000 | 17:00 |\n| Sunday | closed | closed |',
      'Monday|Opens: 9:000|Closes: 17:00\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Monday | at 9 | 17:00 |\n| Sunday | closed | closed |',
      'Monday|Opens: at 9|Closes: 17:00\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Monday | 9:00 | 17:00 or later |\n| Sunday | closed | closed |',
      'Monday|Opens: 9:00|Closes: 17:00 or later\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Monday | 900 | 1700 |\n| Sunday | closed | closed |',
      'Monday|Opens: 900|Closes: 1700\nSunday|Opens: closed|Closes: closed',
    ],
    [
      '| Saturday | closed | closed |\n| Sunday | closed | closed |',
      'Saturday|Opens: closed|Closes: closed\nSunday|Opens: closed|Closes: closed',
    ],
    // It has to be told what "closed" is of.
    [
      '| 1 | 9:00 | 17:00 |\n| 2 | closed | closed |',
      'Day: 1|Opens: 9:00|Closes: 17:00\nDay: 2|Opens: closed|Closes: closed',
    ],
  ])('a word amid times is of all columns: %j', (rows, said) => {
    expect(hours(rows).join('\n')).toBe(said);
  });

  test('as its own reader says it', () => {
    expect(
      ['Express', 'Go!', 'S', '12', 'XL 2', 'Zoë', '東', '東京', 'あさ', 'カメ', ''].filter((name) =>
        areClear([[name]]),
      ),
    ).toEqual(['Express', 'Zoë', '東京', 'あさ', 'カメ', '']);
    expect([behindName('£9', 'Price'), behindName('£9', ''), behindName('£9')]).toEqual(['Price: £9', '£9', '£9']);
  });
});
