import { type ClockTime, findTimes } from '../../../../lambda/conversation/answers/clock';
import { lexiconOf } from '../lexicon-of';

/** "10:30 pm, half past ten": with a mark where nothing but numbers tells it. */
function written({ hour, minute, half, from, to, sure }: ClockTime, texts: readonly string[]): string {
  const digits = minute === undefined ? `${hour}` : `${hour}:${String(minute).padStart(2, '0')}`;
  return `${digits}${half ? ` ${half}` : ''}${sure ? '' : '?'}, ${texts.slice(from, to).join(' ')}`;
}

type Row = readonly [said: string, ...times: readonly string[]];

const found = (rows: readonly Row[], language = 'en'): readonly Row[] => {
  const lexicon = lexiconOf(language);
  return rows.map(([said]) => {
    const { texts } = lexicon.tokenize(said);
    return [said, ...findTimes(texts, lexicon).map((time) => written(time, texts))];
  });
};

test('an hour is said with its minutes before it', () => {
  const rows: readonly Row[] = [
    ['half past ten', '10:30, half past ten'],
    ['half ten', '10:30, half ten'],
    ['half past'],
    ['half to'],
    ['a quarter to nine', '8:45, quarter to nine'],
    ['quarter of one', '0:45, quarter of one'],
    ['quarter past twenty four', '12:15 am, quarter past twenty four'],
    ['one past two', '2:01, one past two'],
    ['fifty nine past two', '2:59, fifty nine past two'],
    ['sixty past two', '2?, two'],
    ['zero past two', '0?, zero', '2?, two'],
    ['ten past twenty five', '10?, ten'],
    ['ten past nineteen', '7:10 pm, ten past nineteen'],
    ['ten past first', '10?, ten'],
    ['third past two', '2?, two'],
    ['two point five past three', '3?, three'],
    ['noon to two', '12:00 pm, noon', '2?, two'],
    ['at twenty past eight for an hour', '8:20, twenty past eight'],
    ['twenty past eight no ten past ten', '8:20, twenty past eight', '10:10, ten past ten'],
    ['ten minutes past three', '3:10, ten minutes past three'],
    ['twenty minutes to four in the afternoon', '3:40 pm, twenty minutes to four in the afternoon'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('an hour and minutes are said as numbers', () => {
  const rows: readonly Row[] = [
    ['ten', '10?, ten'],
    ['1', '1?, 1'],
    ['ten thirty', '10:30?, ten thirty'],
    ['ten thirty five', '10:35?, ten thirty five'],
    ['10:30', '10:30?, 10 30'],
    ['930', '9:30?, 930'],
    ['ten fifty nine', '10:59?, ten fifty nine'],
    ['ten sixty', '10?, ten'],
    ['thirteen oh five', '1:05 pm?, thirteen oh five'],
    ['twenty four', '12 am?, twenty four'],
    ['twenty four thirty', '12:30 am?, twenty four thirty'],
    ['twenty five'],
    ['twenty five thirty'],
    ['the third'],
    ['the tenth at ten', '10?, ten'],
    ['a quarter'],
    ['two point five'],
    ['half'],
    ['one point five'],
    ['12345'],
    ["ten o'clock", '10:00, ten oclock'],
    ['nine on the dot', '9:00, nine on the dot'],
    ['nine on the boat', '9?, nine'],
    ['eleven thirty sharp', '11:30, eleven thirty sharp'],
    ['fourteen hundred hours', '2:00 pm, fourteen hundred hours'],
    ['at six hundred hours', '6:00, six hundred hours'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('what counts something else is no hour', () => {
  const rows: readonly Row[] = [
    ['one night'],
    ['six kilos at ten', '10?, ten'],
    ['ten minutes'],
    ['twenty four hours'],
    ['six people', '6?, six'],
    ['seven p m', '7 pm, seven p m'],
    ['seven p'],
    ['seven pence'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('the half of the day stands behind the hour or anywhere before it', () => {
  const rows: readonly Row[] = [
    ['ten am', '10 am, ten am'],
    ['ten a m or ten p m', '10 am, ten a m', '10 pm, ten p m'],
    ['ten in the morning', '10 am, ten in the morning'],
    ['tomorrow morning at ten', '10 am, ten'],
    ['ten tomorrow morning', '10 am, ten tomorrow morning'],
    ['in the afternoon at three', '3 pm, three'],
    ['this evening at quarter to six', '5:45 pm, quarter to six'],
    ['twenty to six in the evening', '5:40 pm, twenty to six in the evening'],
    ['three in the afternoon or three in the morning', '3 pm, three in the afternoon', '3 am, three in the morning'],
    ['three on friday afternoon', '3 pm, three'],
    ['half past ten at night', '10:30 pm, half past ten at night'],
    ['thirteen in the morning', '1 pm?, thirteen in the morning'],
    ['twelve in the afternoon', '12 pm, twelve in the afternoon'],
    ['twelve pm', '12 pm, twelve pm'],
    ['twelve in the afternoon not at night', '12 pm, twelve in the afternoon'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('the night goes on behind midnight', () => {
  const rows: readonly Row[] = [
    ['twelve at night', '12 am, twelve at night'],
    ['twelve thirty at night', '12:30 am, twelve thirty at night'],
    ['at night at twelve', '12 am, twelve'],
    ['twelve in the evening', '12 am, twelve in the evening'],
    ['eleven at night', '11 pm, eleven at night'],
    ['one at night', '1 am, one at night'],
    ['half past three at night', '3:30 am, half past three at night'],
    ['four at night', '4 pm, four at night'],
    ['three in the evening', '3 pm, three in the evening'],
    ['one in the afternoon', '1 pm, one in the afternoon'],
    ['two pm', '2 pm, two pm'],
    ['tomorrow night one in the morning', '1 am, one in the morning'],
  ];
  expect(found(rows)).toEqual(rows);
  const german: readonly Row[] = [
    ['zwölf uhr nachts', '12:00 am, zwolf uhr nachts'],
    ['zwei uhr nachts', '2:00 am, zwei uhr nachts'],
    ['elf uhr nachts', '11:00 pm, elf uhr nachts'],
    ['zwei uhr in der nacht', '2:00 am, zwei uhr in der nacht'],
    ['zwölf uhr mittags', '12:00 pm, zwolf uhr mittags'],
    ['ein uhr mittags', '1:00 pm, ein uhr mittags'],
  ];
  expect(found(german, 'de')).toEqual(german);
  const hindi: readonly Row[] = [
    ['रात के दो बजे', '2:00 am, दो बजे'],
    ['रात के नौ बजे', '9:00 pm, नौ बजे'],
    ['दोपहर के दो बजे', '2:00 pm, दो बजे'],
  ];
  expect(found(hindi, 'hi')).toEqual(hindi);
});

test('noon and midnight have names, and minutes beside them', () => {
  const rows: readonly Row[] = [
    ['noon', '12:00 pm, noon'],
    ['at midday', '12:00 pm, midday'],
    ['midnight', '12:00 am, midnight'],
    ['midnight or noon', '12:00 am, midnight', '12:00 pm, noon'],
    ['noon or ten past two', '12:00 pm, noon', '2:10, ten past two'],
    ['ten past two or noon', '2:10, ten past two', '12:00 pm, noon'],
    ['quarter to noon', '11:45 am, quarter to noon'],
    ['half past midnight', '12:30 am, half past midnight'],
    ['five to midnight', '11:55 pm, five to midnight'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('no more times than twelve are looked for, the first of them', () => {
  const hours = 'one two three four five six seven eight nine ten eleven twelve one two'.split(' ');
  const said = hours.map((hour) => `at ${hour} sharp`).join(' or ');
  const [[, ...times] = []] = found([[said]]);
  expect(times).toHaveLength(12);
  expect(times[0]).toBe('1:00, one sharp');
});

test.each<[language: string, rows: readonly Row[]]>([
  [
    'it',
    [
      ['otto e mezza', '8:30, otto e mezza'],
      ['alle otto e mezza di sera', '8:30 pm, otto e mezza di sera'],
      ['stasera alle otto', '8 pm, otto'],
      ['alle tre e venti', '3:20, tre e venti'],
      ['mezzogiorno', '12:00 pm, mezzogiorno'],
      ['mezzogiorno e un quarto', '12:15, mezzogiorno e un quarto'],
      ['12,50'],
      ['otto virgola trentaquattro'],
      ['otto virgola due'],
      ["mezz'ora"],
      ["un'ora e mezza"],
    ],
  ],
  [
    'hi',
    [
      ['साढ़े तीन बजे', '3:30, साढे तीन बजे'],
      ['सवा तीन', '3:15, सवा तीन'],
      ['पौने तीन बजे शाम', '2:45 pm, पौने तीन बजे शाम'],
      ['डेढ़', '1:30, डेढ'],
      ['तीन बजे', '3:00, तीन बजे'],
      ['साढ़े चौबीस', '12:30 am, साढे चौबीस'],
      ['साढ़े पच्चीस'],
      ['सवा एक', '1:15, सवा एक'],
      ['12.5'],
    ],
  ],
  [
    'ar',
    [
      ['الساعة العاشرة', '10?, العاشره'],
      ['العاشرة'],
      ['الساعة العاشرة والنصف', '10:30, العاشره والنصف'],
      ['ثمانية ونص وخمس', '8:35, ثمانيه ونص وخمس'],
      ['خمسة وثلث', '5:20, خمسه وثلث'],
      ['ثمانية الا ثلث', '7:40, ثمانيه الا ثلث'],
      ['الساعة الثالثة مساء', '3 pm, الثالثه مساء'],
      ['الساعة واحدة بالليل', '1 am, واحده بالليل'],
    ],
  ],
  [
    'ja',
    [
      ['午後3時', '3:00 pm, 午後 3 時'],
      ['明日の午後3時', '3:00 pm, 午後 3 時'],
      ['3時', '3:00, 3 時'],
      ['午前10時半', '10:30 am, 午前 10 時半'],
      ['夜の12時', '12:00 am, 夜 の 12 時'],
    ],
  ],
  [
    'fr',
    [
      ['midi et demi', '12:30, midi et demi'],
      ['vers midi ou deux heures', '12:00 pm, midi', '2:00, deux heures'],
      ['deux heures ou midi', '2:00, deux heures', '12:00 pm, midi'],
      ['dix heures moins le quart', '9:45, dix heures moins le quart'],
      ['trois heures moins dix minutes', '2:50, trois heures moins dix minutes'],
      ['midi moins dix', '11:50, midi moins dix'],
      ['deux heures de la nuit', '2:00 am, deux heures de la nuit'],
      ['dix heures pile', '10:00, dix heures pile'],
      ["deux heures de l'après-midi", '2:00 pm, deux heures de le aprem'],
    ],
  ],
  [
    'es',
    [
      ['las cinco menos cinco', '4:55, cinco menos cinco'],
      ['las cinco menos veinte', '4:40, cinco menos veinte'],
      ['diez minutos para las tres', '2:50, diez minutos para las tres'],
      ['las diez y media', '10:30, diez y media'],
      ['las doce de la noche', '12 am, doce de la noche'],
      ['mediodía y cuarto', '12:15 pm, mediodia y cuarto'],
    ],
  ],
  [
    'de',
    [
      ['zehn vor halb sieben', '6:20, zehn vor halb sieben'],
      ['halb sieben', '6:30, halb sieben'],
      ['vierzehn uhr dreißig', '2:30 pm, vierzehn uhr dreissig'],
      ['zehn morgens früh', '10 am, zehn morgens fruh'],
      ['viertel nach mitternacht', '12:15 am, viertel nach mitternacht'],
      ['siebten'],
    ],
  ],
])('times are said in %s', (language, rows) => {
  expect(found(rows, language)).toEqual(rows);
});
