import { foundBy } from './alone';
import type { Offer } from './decided';

test('words that an option holds tell which of those at a time is meant', () => {
  const offers: readonly Offer[] = [
    {
      labels: ['Friday 10:00', 'Friday 11:00', 'Saturday 10:00'],
      answers: [
        ['ten on friday', 'Friday 10:00, by time'],
        ['ten on saturday', 'Saturday 10:00, by time'],
        ['saturday at ten', 'Saturday 10:00, by time'],
        ['ten', 'which Friday 10:00 | Saturday 10:00, by time'],
        ['friday', 'open'],
        ["ten o'clock", 'which Friday 10:00 | Saturday 10:00, by time'],
        ['eleven', 'Friday 11:00, by time'],
        ['friday at eleven', 'Friday 11:00, by time'],
        ['saturday at eleven', 'words'],
        ['not saturday at eleven', 'open'],
        ['eleven on saturday', 'words'],
        ["saturday eleven o'clock", 'words'],
        ['sunday at ten', 'open'],
        ['sunday at eleven', 'open'],
        ['friday at twelve', 'open'],
        ['friday at half past three', 'words'],
        ['ten on friday please and bring the kids', 'Friday 10:00 + bring the kids, by time'],
        ['ten with my dog', 'open'],
        ['ten for my mum', 'open'],
        ['ten on friday morning', 'Friday 10:00, by time'],
        ['ten on friday night', 'Friday 10:00, by time'],
        ['friday morning at ten', 'Friday 10:00, by time'],
      ],
    },
    {
      labels: ['Yoga 10:00', 'Pilates 10:00', 'Spin 11:00', 'Another day'],
      answers: [
        ['yoga at ten', 'Yoga 10:00, by time'],
        ['pilates at eleven', 'words'],
        ['spin at ten', 'words'],
        ['spin at eleven', 'Spin 11:00, by time'],
        ['ten', 'which Yoga 10:00 | Pilates 10:00, by time'],
        ['eleven', 'Spin 11:00, by time'],
        ['the one at one', 'open'],
        ['one', 'open'],
        ['yoga', 'open'],
        ['the yoga one', 'open'],
      ],
    },
    {
      labels: ['11 June at 10:00', '12 June at 10:00', '12 June at 11:00'],
      answers: [
        ['the twelfth at eleven', '12 June at 11:00, by time'],
        ['the twelfth at ten', '12 June at 10:00, by time'],
        ['ten on the eleventh', '11 June at 10:00, by time'],
        ['ten on the twelfth', '12 June at 10:00, by time'],
        ['ten on the thirteenth', 'open'],
        ['the tenth at ten', 'open'],
        ['the twelfth at twelve', 'open'],
        ['ten', 'which 11 June at 10:00 | 12 June at 10:00, by time'],
        ['ten on the twelfth please', '12 June at 10:00, by time'],
      ],
    },
    {
      labels: ['Today 2 PM', 'Today 4 PM', 'Tomorrow 2 PM'],
      answers: [
        ['two this afternoon', 'Today 2 PM, by time'],
        ['this afternoon at two', 'Today 2 PM, by time'],
        ['two', 'which Today 2 PM | Tomorrow 2 PM, by time'],
        ['two tomorrow', 'Tomorrow 2 PM, by time'],
        ['tomorrow afternoon at two', 'Tomorrow 2 PM, by time'],
        ['today at two', 'Today 2 PM, by time'],
        ['four', 'Today 4 PM, by time'],
        ['four this morning', 'words'],
        ['this morning at four', 'words'],
        ['two pm', 'which Today 2 PM | Tomorrow 2 PM, by time'],
        ['tonight at two', 'words'],
        ['three this afternoon', 'words'],
        ['half past two', 'words'],
      ],
    },
    {
      labels: ['Monday 2 PM', 'Tuesday 2 PM'],
      answers: [
        ['two this afternoon', 'which Monday 2 PM | Tuesday 2 PM, by time'],
        ['monday at two', 'Monday 2 PM, by time'],
        ['two', 'which Monday 2 PM | Tuesday 2 PM, by time'],
      ],
    },
  ];
  expect(foundBy('byTime', offers)).toEqual(offers);
});

test('what is left of a time when it is not told in full fits several', () => {
  const offers: readonly Offer[] = [
    {
      labels: ['1:15', '1:45', '2:15'],
      answers: [
        ['one', 'which 1:15 | 1:45, by time'],
        ['one please', 'which 1:15 | 1:45, by time'],
        ['twenty five', 'open'],
      ],
    },
    {
      labels: ['1:30', '2:30', '3:00'],
      answers: [
        ['half past one', '1:30, by time'],
        ['half past', 'which 1:30 | 2:30, by time'],
        ['half past one please', '1:30, by time'],
      ],
    },
    {
      labels: ['0:15', '0:45', '1:15'],
      answers: [
        ['twenty four', 'which 0:15 | 0:45, by time'],
        ['zero', 'open'],
      ],
    },
    {
      labels: ['3:15', '4:15', '4:45'],
      answers: [
        ['quarter', 'open'],
        ['quarter past', 'which 3:15 | 4:15, by time'],
        ['a quarter to', '4:45, by time'],
      ],
    },
    {
      labels: ['9:30', '10:15', 'Another time'],
      answers: [
        ['half past', '9:30, by time'],
        ['half past please', '9:30, by time'],
        ['the half past one', '9:30, by time'],
        ['nine', 'open'],
        ['quarter past', 'open'],
      ],
    },
    {
      labels: ['13:15', '13:45', '14:15'],
      language: 'es',
      answers: [
        ['la una', 'which 13:15 | 13:45, by time'],
        ['las dos', '14:15, by time'],
      ],
    },
    {
      labels: ['9 am', '3 pm'],
      answers: [
        ['one in the afternoon', 'open'],
        ['the one in the afternoon', 'open'],
        ['one thirty', 'words'],
        ['one thirty in the afternoon', 'words'],
        ['after six', 'open'],
        ['after three', 'words'],
        ["before nine o'clock", 'words'],
        ['nine fifteen grapes', 'words'],
        ['nine grapes', 'open'],
        ['nine of us at three', 'open'],
        ['nine seventy', 'open'],
        ['three in the morning', 'words'],
        ['three in the afternoon please', '3 pm, by time'],
      ],
    },
    {
      labels: ['1 pm', '2 pm'],
      answers: [
        ['one', '1 pm, by time'],
        ['one please', '1 pm, by time'],
        ['at one', '1 pm, by time'],
        ['the two one', '2 pm, by time'],
        ["one o'clock", '1 pm, by time'],
        ['two of us', 'open'],
        ['one of us at two', '2 pm, by time'],
      ],
    },
    {
      labels: ['Yoga 10:00', 'Pilates 10:00', 'Spin 11:00', 'Another day'],
      answers: [
        ['another day at eleven', 'open'],
        ['yoga or pilates at ten', 'open'],
        ['yoga pilates or spin at ten', 'open'],
        ['spin at ten', 'words'],
        ['spin not at ten', 'open'],
        ['spin at three', 'open'],
        ['yoga at half past ten', 'words'],
      ],
    },
    {
      labels: ['Yoga, 12 June at 10:00', 'Spin, 12 June at 10:00', 'Spin, 11 June at 10:00'],
      answers: [
        ['the twelfth at ten', 'open'],
        ['the eleventh at ten', 'Spin, 11 June at 10:00, by time'],
        ["the twelfth ten o'clock", 'open'],
        ["ten o'clock the eleventh", 'Spin, 11 June at 10:00, by time'],
        ["ten o'clock eleventh of june", 'Spin, 11 June at 10:00, by time'],
        ['the thirteenth at ten', 'open'],
      ],
    },
    {
      labels: ['9:15', '10:15'],
      answers: [
        ['not nine fifteen and not ten fifteen', 'open'],
        ['nine fifteen not half past seven', '9:15, by correction'],
        ['nine fifteen no not ten fifteen', '9:15, by correction'],
        ['nine fifteen not half past seven and do you have parking', '9:15 + do you have parking, by correction'],
      ],
    },
    {
      labels: ['9 am', '10 am', '11 am', 'Another day'],
      answers: [
        ['nine no ten', 'open'],
        ["nine sorry ten o'clock", 'open'],
      ],
    },
    {
      labels: ['9 am', '10 am', '11 am'],
      answers: [
        ['nine no ten', '10 am, by correction'],
        ['nine sorry make it ten', '10 am, by correction'],
        ['nine no ten or eleven', 'which 9 am | 10 am | 11 am, by time'],
        ['nine ten no eleven', '11 am, by correction'],
        ['nine sorry twelve', 'words'],
        ['is nine okay', 'open'],
        ['nine please sorry', '9 am, by time'],
        ['no nine', '9 am, by time'],
        ['ten no wait', '10 am, by time'],
      ],
    },
    {
      labels: ['Tea', 'Coffee'],
      answers: [
        ['nine', 'open'],
        ["ten o'clock", 'open'],
      ],
    },
    {
      labels: ['10 Uhr', '11 Uhr', '12 Uhr'],
      language: 'de',
      answers: [
        ['um zehn muss ich zum zahnarzt', 'words'],
        ['um zehn kommt meine tochter', 'open'],
        ['um zehn bitte', '10 Uhr, by time'],
        ['um zehn und ich brauche einen parkplatz', '10 Uhr + ich brauche einen parkplatz, by time'],
        ['nach zehn', 'words'],
        ['um elf', '11 Uhr, by time'],
        ['um elf uhr bitte mit meiner tochter', '11 Uhr + mit meiner tochter, by time'],
        ['um zehn ist mir lieber', '10 Uhr, by time'],
        ['um zehn habe ich zeit', '10 Uhr, by time'],
        ['um zehn habe ich zeit und brauche einen parkplatz', 'words'],
        ['um zehn uhr mit parkplatz', '10 Uhr + mit parkplatz, by time'],
      ],
    },
    {
      labels: ['10:30', '11:30', '12:00'],
      language: 'de',
      answers: [
        ['halb', 'which 10:30 | 11:30, by time'],
        ['halb elf', '10:30, by time'],
        ['halb zehn', 'words'],
      ],
    },
    {
      labels: ['الساعة 3 يوم 5', 'الساعة 4 يوم 5'],
      language: 'ar',
      answers: [
        ['الساعة الثالثة', 'open'],
        ['الساعة الرابعة', 'open'],
      ],
    },
    { labels: ['3:00', '4:00', '5:00'], language: 'ar', answers: [['الساعة الثالثة', '3:00, by time']] },
    {
      labels: ['9:30', '10:00', '11:30'],
      answers: [
        ['the half', 'open'],
        ['half please', 'which 9:30 | 11:30, by time'],
        ['well half', 'which 9:30 | 11:30, by time'],
      ],
    },
    {
      labels: ['正午ごろ', '17時ごろ', '20時ごろ'],
      language: 'ja',
      answers: [['お昼の十二時ごろがありがたいです', '正午ごろ, by time']],
    },
  ];
  expect(foundBy('byTime', offers)).toEqual(offers);
});
