import { LOCALES, type Locale } from '../../business/locales';
import { languageOf } from '../../lambda/business/words';
import { OperatorProblem } from '../problem';
import type { Prompts } from '../prompts';
import { draftFaults, fieldFault, invocationFault, spokenName } from './business-faults';
import type { BusinessDraft } from './business-text';
import type { Given } from './given';

export interface Place {
  /** What the file is called. */
  readonly file: string;
  readonly folder: string;
  /** What whoever answers speaks themselves. */
  readonly locale?: Locale;
}

const DEFAULT_LOCALE: Locale = 'en-US';

/** Asks for what the command line does not say of the business. */
export async function askBusiness(prompts: Prompts, given: Given, place: Place): Promise<BusinessDraft> {
  const faultIn = (draft: BusinessDraft, field: string) => fieldFault(draft, field, place.folder);
  const empty = { ...EMPTY, locales: given.locales.length > 0 ? given.locales : [DEFAULT_LOCALE] };
  const name =
    given.name ??
    (await prompts.text({
      message: 'What is the business, or its bot, called?',
      placeholder: 'such as Hotel Adler',
      fault: (answer) => faultIn({ ...empty, name: answer }, 'name'),
    }));
  const locales = given.locales.length > 0 ? given.locales : await askLocales(prompts, place.locale ?? DEFAULT_LOCALE);
  const named = { ...EMPTY, name, locales };
  const [invocation, otherInvocations] = await askInvocation(prompts, given, named);
  const draft = { ...named, invocation, otherInvocations };
  const summary =
    given.summary ??
    (await prompts.text({
      message: `What does it do, in one sentence? In the language of ${locales[0]}; Enter alone leaves it for later.`,
      placeholder: 'such as Ask Hotel Adler about rooms, breakfast and parking.',
      fallback: '',
      fault: (answer) => (answer === '' ? undefined : faultIn({ ...draft, summary: answer }, 'summary')),
    }));
  const topics = given.topics.length > 0 ? given.topics : await askTopics(prompts, { ...draft, summary }, place);
  return { ...draft, summary: summary || undefined, topics };
}

const EMPTY: BusinessDraft = {
  name: '',
  invocation: 'the name',
  otherInvocations: {},
  locales: [DEFAULT_LOCALE],
  summary: undefined,
  topics: [],
};

async function askLocales(prompts: Prompts, begin: Locale): Promise<readonly Locale[]> {
  const language = new Intl.DisplayNames(['en'], { type: 'language' });
  const choices = LOCALES.map((locale) => ({ value: locale, label: `${locale}  ${language.of(locale) ?? ''}` }));
  const first = await prompts.choose('Which locale of Alexa does it speak first?', choices, begin);
  const more = await prompts.confirm('Does it speak others as well?', false);
  if (!more) return [first];
  const all = await prompts.chooseSome('Which ones, with the first?', choices, [first]);
  return [first, ...all.filter((locale) => locale !== first)];
}

/** One name for all languages, and one of its own for each in which that cannot be said. */
async function askInvocation(
  prompts: Prompts,
  given: Given,
  { name, locales }: BusinessDraft,
): Promise<readonly [string, Readonly<Record<string, string>>]> {
  const [first = DEFAULT_LOCALE] = locales;
  const language = languageOf(first);
  const alike = locales.filter((locale) => languageOf(locale) === language);
  const offered = spokenName(name, first);
  const invocation =
    given.invocation ??
    (await prompts.text({
      message: 'How is it opened? "Alexa, open …": two or three words that are easy to say, in lower case.',
      initial: invocationFault(offered, alike) === undefined ? offered : undefined,
      placeholder: 'such as hotel adler',
      fault: (answer) => withIt(invocationFault(answer, alike)),
    }));
  const others: Record<string, string> = {};
  for (const other of new Set(locales.map(languageOf))) {
    const own = locales.filter((locale) => languageOf(locale) === other);
    const wrong = other === language ? undefined : invocationFault(invocation, own);
    if (wrong === undefined) continue;
    others[other] = await prompts.text({
      message: `In ${own.join(', ')} the name ${wrong}. What is it there?`,
      fault: (answer) => withIt(invocationFault(answer, own)),
    });
  }
  return [invocation, others];
}

async function askTopics(prompts: Prompts, draft: BusinessDraft, place: Place): Promise<readonly string[]> {
  const typed = await prompts.text({
    message: `What do people ask about? A few topics, with commas between, in the language of ${draft.locales[0]}.`,
    placeholder: 'such as opening hours, prices, parking',
    fallback: '',
    fault: (answer) => {
      const [fault] = draftFaults(
        { ...draft, summary: draft.summary || undefined, topics: topicsIn(answer) },
        place.file,
        place.folder,
      );
      return fault;
    },
  });
  return topicsIn(typed);
}

function topicsIn(typed: string): readonly string[] {
  return [...new Set(typed.split(/[,;،、\n]/).map((topic) => topic.trim()))].filter((topic) => topic !== '');
}

/** The business of the command line alone; `undefined` where it does not say its name. @throws OperatorProblem */
export function businessOf(given: Given): BusinessDraft | undefined {
  const { name, summary, topics } = given;
  if (name === undefined) return undefined;
  const locales = given.locales.length > 0 ? given.locales : [DEFAULT_LOCALE];
  const invocation = given.invocation ?? spokenName(name, locales[0] ?? DEFAULT_LOCALE);
  const fault = invocationFault(invocation, locales);
  if (fault) {
    const whose = given.invocation === undefined ? 'the name of the business is not one to be said' : 'the name';
    throw new OperatorProblem([`--invocation: ${whose}: "${invocation}" ${fault}`]);
  }
  return { name, invocation, otherInvocations: {}, locales, summary, topics };
}

function withIt(fault: string | undefined): string | undefined {
  return fault && `It ${fault}`;
}
