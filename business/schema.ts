import * as z from 'zod';
import { CATEGORIES, COUNTRIES } from './amazon';

/** Where a field of the business file is heard or seen, and what Amazon makes of it: the table in docs/business.md. */
export interface FieldMeta {
  readonly description: string;
  readonly where: string;
  readonly limits?: string;
}

function field<T extends z.ZodType>(schema: T, meta: FieldMeta): T {
  return schema.meta({ ...meta }) as T;
}

const text = (most: number, least = 1) => z.string().trim().min(least).max(most);
const url = z.url({ protocol: /^https$/ });
/** What people say, as written: the same with and without a question mark. */
const said = text(200);

/** What is said and written in a language. A locale has what its language has, and that what the file has at its top. */
export const WORDS = {
  name: field(text(50, 2), {
    description: 'The name of the skill, which is the name of the business or of its bot.',
    where: 'said in the welcome; title of the skill in the store; sender of notifications',
    limits: '2 to 50 characters',
  }),
  invocationName: field(text(50, 2), {
    description: 'What people say to open the skill: "Alexa, open …". Lower case, numbers in words.',
    where: 'opens the skill; the example phrases of the store',
    limits: "Amazon's rules: two or more words, unless it is your brand; no launch word, no wake word",
  }),
  summary: field(text(160), {
    description: 'One sentence: what the skill does.',
    where: "the store's list of skills",
    limits: 'at most 160 characters',
  }),
  description: field(text(4000), {
    description: 'What people can do with the skill and how they begin.',
    where: "the skill's page in the store",
    limits: 'at most 4,000 characters',
  }),
  examplePhrases: field(z.array(text(200)).min(1).max(3), {
    description:
      'What to try, beginning with "Alexa, open …". Default: made of the invocation name and the first topics.',
    where: "the skill's page in the store",
    limits: '1 to 3; the model must understand each, which is checked',
  }),
  greeting: field(text(300), {
    description: 'What a new user hears first. Default: a greeting with the name.',
    where: 'said at the first launch',
    limits: 'at most 300 characters',
  }),
  hints: field(z.array(text(80)).min(1).max(5), {
    description: 'Things to say, as people would say them: "when are you open". Default: the first topics.',
    where: 'two of them are said at the first launch, three in the help',
    limits: '1 to 5 of at most 80 characters; the model must understand each, which is checked',
  }),
  topics: field(z.record(said, z.union([z.null(), said, z.array(said)])), {
    description:
      'What people ask about: by a short name of each topic, other words and whole sentences for it. They reach the bot as they were said.',
    where: 'an intent of its own in the interaction model for each',
    limits: 'at most 100 topics; phrases of at most 200 characters',
  }),
  choices: field(z.array(text(100)), {
    description:
      'What the bot offers: labels of its quick replies and buttons. `npx aloud chat --labels` collects them.',
    where: 'the interaction model, so that Alexa recognises them',
    limits: 'at most 500',
  }),
  keywords: field(z.array(text(150)).max(30), {
    description: 'Words by which the skill is found.',
    where: "the store's search",
    limits: 'at most 30 of 150 characters',
  }),
  privacyUrl: field(url, {
    description: 'Where the privacy policy stands. docs/privacy.md says what it has to mention.',
    where: "the skill's page in the store",
    limits: 'an https address',
  }),
  termsUrl: field(url, {
    description: 'Where the terms of use stand.',
    where: "the skill's page in the store",
    limits: 'an https address',
  }),
  icons: field(z.strictObject({ small: text(300), large: text(300) }), {
    description: 'Two PNG files, as paths from the business file.',
    where: 'the store, the Alexa app, Echos with a screen',
    limits: '108 × 108 and 512 × 512 pixels',
  }),
  pronunciations: field(
    z.array(z.strictObject({ written: text(100), spoken: text(200).optional(), ipa: text(200).optional() })).max(200),
    {
      description:
        'How names and words of the business are said: other words for them, or their sounds in IPA. A pattern stands between slashes, "/SKU-(\\d+)/"; "$1" in its words is what its first brackets hold.',
      where: 'whatever is said, not what is shown',
      limits: 'at most 200',
    },
  ),
} as const;

/** What is one for all locales. */
export const FACTS = {
  category: field(z.enum(CATEGORIES), {
    description: 'The category of the skill in the store. Default: ORGANIZERS_AND_ASSISTANTS.',
    where: 'the store',
    limits: "Amazon's list",
  }),
  countries: field(z.union([z.literal('worldwide'), z.array(z.enum(COUNTRIES)).min(1)]), {
    description: 'Where the skill can be had: country codes. Default: worldwide.',
    where: 'the store',
    limits: 'ISO 3166-1 alpha-2',
  }),
  contact: field(z.email(), {
    description: 'Whom the testers at Amazon may ask.',
    where: 'the testing instructions',
    limits: 'an e-mail address',
  }),
  testingInstructions: field(text(4000), {
    description: 'What the testers at Amazon should try. Default: a tour through what every skill of Aloud can do.',
    where: 'only Amazon sees them',
    limits: 'at most 4,000 characters',
  }),
} as const;

const words = z.strictObject(WORDS).partial();
const LOCALE_KEY = /^[a-z]{2}(?:-[A-Z]{2})?$/;

/** The business file: facts, words for all locales, and words by language (`en`) and locale (`en-GB`). */
export const BUSINESS_FILE = z
  .strictObject({ ...z.strictObject(FACTS).partial().shape, ...words.shape })
  .extend({ locales: z.record(z.string().regex(LOCALE_KEY), z.union([z.null(), words])) })
  .meta({ title: 'A business on Alexa', description: 'docs/business.md says more about each field.' });

export type BusinessFile = z.infer<typeof BUSINESS_FILE>;
export type WordsOfFile = z.infer<typeof words>;

/** The schema of the file for editors: JSON Schema, draft 2020-12. */
export function jsonSchema(): object {
  return z.toJSONSchema(BUSINESS_FILE, {
    io: 'input',
    override({ jsonSchema: node }) {
      // For docs/business.md alone.
      for (const key of ['where', 'limits']) delete node[key];
    },
  });
}
