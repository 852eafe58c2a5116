import { isAskedBefore, isUseAsked, isYesNoAsked } from '../../../../lambda/conversation/answers/asked-of';
import { isWhetherAsked, mayAskWhether } from '../../../../lambda/conversation/answers/asked-whether';
import { isInquiry, isPolarQuestion } from '../../../../lambda/conversation/answers/inquiry';
import { lexiconOf } from '../lexicon-of';
import { type Marked, marked } from './marked';

const LEXICON = lexiconOf('en');

type Row = readonly [said: string, asked: string];
type Asking = Readonly<Record<string, (found: Marked) => boolean>>;

/** Which of some questions each utterance asks of the option that is marked. */
function asked(rows: readonly Row[], asking: Asking): readonly Row[] {
  return rows.map(([said]) => {
    const found = marked(said);
    const names = Object.entries(asking).flatMap(([name, isAsked]) => (isAsked(found) ? [name] : []));
    return [said, names.join(' ')];
  });
}

test('it may be asked what may be done with an option, what there is of it, or whether it is so', () => {
  const rows: Row[] = [
    ['can I take the [iron tablets] with orange juice', 'use'],
    ['can I take the [iron tablets] before breakfast', 'use'],
    ["can I take the [iron tablets] while I'm ill", 'use'],
    ['can I take the [iron tablets] please', ''],
    ['can I take the [iron tablets] with', ''],
    ['can I take the [iron tablets] or grapefruit', ''],
    ['can I take the [iron tablets] before', ''],
    ['please can I take the [iron tablets] with orange juice', 'use'],
    ['um can I take the [iron tablets] with orange juice', 'use'],
    ['can I take the [syrup] and the tablets together', 'use'],
    ['can I take the [syrup] and the tablets', ''],
    ['can I drink the [cola]', ''],
    ['can I drink the [cola] here', ''],
    ['can I crush small [tablets]', 'use'],
    ['could you send a towel up to the [suite]', 'use'],
    ['could you send me the [suite]', ''],
    ['would you put me down for a [small]', ''],
    ['can you get a pram into the [stalls]', 'use'],
    ['can you get a pram on to the [stalls]', 'use'],
    ['can you get into the [stalls]', ''],
    ['can I wear the [fox] over my glasses', 'use'],
    ['can I wear the [fox]', ''],
    ['could I get the [fox] for my son', ''],
    ['can I drink on the [painkillers]', 'use'],
    ['can I drink in the [bar]', 'use'],
    ['I can use the [card] abroad', ''],
    ['do they run [small]', 'before'],
    ['tell me how much legroom there is in [premium]', 'before'],
    ['tell me how much it is in [premium]', ''],
    ['I was wondering if I could have the [suite]', ''],
    ["I was wondering if there's parking so the [suite]", ''],
    ["I was wondering if there's parking please the [suite]", ''],
    ['how much is it [now]', ''],
    ['what [time] is it', ''],
    ['tell me if the parking [suite] is big', 'before'],
    ['the parking tell me [suite]', ''],
    ['is the [thin] crust gluten free', 'yes-no'],
    ['is the [thin] crust gluten free or wheat free', 'yes-no'],
    ['please is the [thin] crust gluten free', 'yes-no'],
    ['um is the [thin] crust gluten free', 'yes-no'],
    ['well the [thin] crust is gluten free', ''],
    ['are you open christmas eve for [returns]', ''],
    ['is the [red wine] dry', ''],
    ['would a sixty five inch even fit in a [hatchback]', 'yes-no'],
    ['would you squeeze tiny marlon into the [hatchback]', 'use'],
    ['can a little car tow a caravan [hatchback]', 'yes-no'],
    ['have one nice quiet room booked [suite]', ''],
    ['my son hated [snow queen]', ''],
    ['good morning could you put me through to [billing] please', ''],
    ['what do they do in fifth [grade]', ''],
    ['can I take the [syrup] more often', 'use'],
    ['can I take the [syrup] after meals', 'use'],
    ['can I take the [syrup] after', ''],
    ['can I crush the small [tablets]', 'use'],
    ['could I get a massive juicy [burger]', ''],
    ['can I crush big or small [tablets]', 'use'],
  ];
  const asking: Asking = {
    use: (found) => isUseAsked(found.heard, found, LEXICON),
    before: (found) => isAskedBefore(found.heard, found),
    'yes-no': ({ heard }) => isYesNoAsked(heard),
  };
  expect(asked(rows, asking)).toEqual(rows);
});

test('it may be asked what an option can do, or whether one may have it', () => {
  const rows: Row[] = [
    ['I did [beginners] twice', ''],
    ["won't a [large] be a nightmare to park", 'may whether'],
    ['would a [large] be a nightmare to park', 'may whether'],
    ['will the [large] do', 'may'],
    ['well will a [large] fit in the lift', 'may whether'],
    ['it would a [large] fit in the lift', 'may'],
    ['he will the [large] fit in the lift', 'may'],
    ['would not a [large] fit in the lift', 'may whether'],
    ["[student] since I'm at the college", ''],
    ['am I too old for a [facial]', 'may whether'],
    ['am I allowed a [facial]', 'may whether'],
    ["I've a pacemaker can I still have a [scan]", 'may whether'],
    ['I can still have a [scan]', ''],
    ["can I have a [facial] if I'm pregnant", 'may whether'],
    ["can I have a [facial] one if I'm pregnant", 'may whether'],
    ["I have a [facial] if I'm pregnant", ''],
    ['can I have a [facial] please', 'may'],
    ['how does the [locker] work', 'may'],
    ['do [delivery]', 'may'],
    ['do [roses] last', 'may whether'],
    ['do [lilies] make cats poorly', 'may whether'],
    ['so do [lilies] make cats poorly', ''],
    ['um do [lilies] make cats poorly', 'may whether'],
    ['please do [lilies] make cats poorly', 'may whether'],
    ['do the [lilies]', 'may'],
    ['do [roses] please', 'may'],
    ['do [roses] for my wife', 'may'],
    ['is the [bar] open', 'may'],
    ['is [welsh] hard', 'may whether'],
    ['can [welsh] wait', 'may'],
    ['can I [book] it', 'may'],
    ['would you [book] it', ''],
    ['would like a [large]', 'may'],
    ['could a [large] fit', 'may whether'],
    ['could I have a [large]', 'may'],
    ['well does a [large] fit', 'may whether'],
    ['tell me if a [large] fits', 'may'],
    ['okay the [large]', ''],
    ['where would the [large] go', 'may'],
    ['should the [large] ever break', 'may whether'],
    ["can I have a [facial] for two hours if he's late", 'may'],
    ['am I allowed to lift things so a [facial]', 'may'],
    ['can I still drive but a [facial]', 'may'],
  ];
  const asking: Asking = {
    may: ({ heard }) => mayAskWhether(heard),
    whether: (found) => isWhetherAsked(found.heard, found, LEXICON),
  };
  expect(asked(rows, asking)).toEqual(rows);
});

test('an inquiry is no wish for an option', () => {
  const rows: Row[] = [
    ['is the [chilli] hot', 'inquiry'],
    ['where do I park', 'inquiry'],
    ['where is it', 'inquiry'],
    ['what I want is the [chilli]', ''],
    ['what the wife wants is [heather]', ''],
    ['the [chilli] where do I park', 'inquiry'],
    ['the [chilli] please where do I park', 'inquiry'],
    ['the [chilli] and where do I park', 'inquiry'],
    ['the [chilli] sorry where do I park', 'inquiry'],
    ['the [chilli] um is it hot', 'inquiry'],
    ["who's [rosie]", 'inquiry'],
    ['can mackerel be frozen', 'inquiry polar'],
    ['can kids play [squash]', 'inquiry polar'],
    ['um can mackerel be frozen', 'inquiry polar'],
    ['can mackerel', 'inquiry'],
    ['can mackerel swim', 'inquiry polar'],
    ['can the mackerel be frozen', 'inquiry'],
    ['can you give me the [chilli]', ''],
    ['can you please please give me the [chilli]', ''],
    ['could you please put me down for the [chilli]', ''],
    ['can you freeze it', 'inquiry'],
    ['can you maybe one day at some point in summer give me it', 'inquiry'],
    ['can I get a [burger]', ''],
    ['can I park', 'inquiry'],
    ['[may]', ''],
    ['is [may]', 'inquiry'],
    ['is', ''],
    ['book us the [suite] would you', ''],
    ["the [helicopter] I don't care what it costs", ''],
    ['do you know the [suite]', 'inquiry'],
    ['tell me how much the [suite] is', 'inquiry'],
    ['so is it hot', 'inquiry'],
    ['okay is it hot', 'inquiry'],
    ['excuse me is it hot', 'inquiry'],
    ['excuse me the [chilli]', ''],
    ['no is it hot', 'inquiry'],
    ['could you', ''],
    ['would you please the [chilli]', ''],
    ['it is hot', ''],
    ['have the [chilli]', ''],
    ['has the [chilli] nuts', 'inquiry'],
    ['that is what I want', ''],
    ['why my [order]', ''],
  ];
  const asking: Asking = {
    inquiry: ({ heard }) => isInquiry(heard),
    polar: ({ heard }) => isPolarQuestion(heard),
  };
  expect(asked(rows, asking)).toEqual(rows);
});
