import { CATEGORIES } from '../business/amazon';
import { localesOf } from '../business/locales';
import { FACTS, type FieldMeta, WORDS } from '../business/schema';
import { MODEL_LANGUAGES } from '../lambda/skill/wording';

/** `docs/business.md`: what stands in a business file, and what becomes of it. */
export function businessPage(): string {
  return [
    HEAD,
    table('Words, for all locales or for some', WORDS),
    '',
    table('Facts, the same everywhere', FACTS),
    '',
    TAIL,
    '',
    '## Locales and categories',
    '',
    `Interaction models can be made in ${MODEL_LANGUAGES.join(', ')}: ${MODEL_LANGUAGES.flatMap(localesOf).toSorted().join(', ')}.`,
    'Aloud speaks and understands the same languages.',
    '',
    `Categories of the store: ${CATEGORIES.map((category) => `\`${category}\``).join(', ')}.`,
    '',
  ].join('\n');
}

function table(title: string, fields: typeof WORDS | typeof FACTS): string {
  const rows = Object.entries(fields).map(([name, schema]) => {
    const { description, where, limits = '' } = (schema.meta() ?? {}) as Partial<FieldMeta>;
    return `| \`${name}\` | ${description} | ${where} | ${limits} |`;
  });
  return [
    `### ${title}`,
    '',
    '| field | what it is | where it is heard or seen | limits |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const HEAD = `# The business file

Everything that a business says of itself and its bot stands in one file, \`business.yaml\`. The interaction models, the manifest
and what the skill says first are made from it. Words are never settings: \`.env\` holds secrets and where it runs.

\`\`\`sh
npx aloud init        # writes one, question by question; business.example.yaml is a whole one
npx aloud doctor      # checks it: every fault in a line, with its number and what to do
npx aloud generate    # writes your skill package to dist/skill-package, to look at
npx aloud deploy
\`\`\`

Without the file Aloud is the template that it comes as, "Chat Companion". It works, but Amazon does not publish it, and
\`npm run deploy\` refuses it: its name, texts, addresses and icons have to be yours. \`npm run deploy -- --template\` lets them pass
for a test.

JSON does as well (\`business.json\`). \`ALOUD_BUSINESS\` names a file elsewhere. Editors that know JSON Schema complete and check the
file by [business.schema.json](business.schema.json); the example's first line tells them.

## Languages and locales

\`locales\` names what the skill is published in. A locale (\`en-GB\`) has its own words, else those of its language (\`en\`), else those
at the top of the file. A language alone is published in all its locales; where some of them are named, in these.

\`\`\`yaml
name: Bluebell Dental            # everywhere
locales:
  en:
    summary: Ask Bluebell Dental about opening hours and appointments.
  en-US:                         # nothing of its own
  en-GB:
    summary: Ask Bluebell Dental about opening times and appointments.
\`\`\`

A list or a table takes the place of the one above it; the two are not mixed.

## Fields
`;

const TAIL = `## Topics

A skill that only passes on what is said has one intent that means anything. Alexa recognises it worse than a model that knows what
people ask, and Amazon may reject it: an evangelist of Amazon's
wrote in 2021 ([MicrosoftDocs/bot-docs#2043](https://github.com/MicrosoftDocs/bot-docs/issues/2043)) that "single intent skills that bypass the NLU to
another system are not allowed", and there was a rejection for it; whether the rule is still applied, nobody could find out. So name
what your customers ask about, in their words:

\`\`\`yaml
topics:
  opening hours: [hours, "are you open on Sundays?"]
  whitening: [teeth whitening, how much is whitening]
\`\`\`

Each topic becomes an intent (\`OpeningHoursTopicIntent\`) with a slot type of its phrases. All of them lead to the same turn, and the
bot hears the words that were said. Capitals and punctuation do not matter; numbers are written in words.

Your words win: what you call a topic is the bot's, although it may be a command of Aloud's elsewhere ("my messages"). The check says
which command was lost. Words of Alexa's own ("help", "stop", "yes") never reach a skill, and are refused.

**Choices** are what the bot offers. \`npx aloud chat --labels\` keeps the labels of a conversation in \`business.choices.yaml\`; look
them over, take out what is of one customer alone, and copy the rest. Where \`ALOUD_PLATFORM\` is set, \`npm run chat\` talks with your
own bot, on this machine alone, with a database that is forgotten. What the platform brings by webhook reaches it where a tunnel
leads to the address that it prints.

## Before you publish

\`npx aloud certify\` looks at the package that is made of your file, talks with the skill as a tester at Amazon does, and lists what she
would reject, with what to do about it ([certify.md](certify.md)). With \`--bot own\` it talks with your own bot. What only you can
answer, trademarks and whether the privacy policy can be read, it asks at the end.

## What is heard first

A new user hears the \`greeting\`, and then what the bot begins with. Where the bot waits to be asked, two of the hints follow the
greeting, so that people know what to say; the help names three. Where your bot greets people itself, leave the greeting out.

## What is made of it

| file | made by | what it is |
|---|---|---|
| \`dist/lambda/business.json\`, \`dist/business.json\` | \`npm run build\`, \`npm start\`, \`npm run deploy\` | what is heard, beside the code that reads it once at a start |
| \`dist/skill-package/\` | \`npm run generate\` | your manifest, models and icons, to look at or to upload by hand |
| \`dist/aws/skill-package/\`, \`dist/self-hosted/skill-package/\` | \`npm run deploy\` | the same, with the endpoint in it |
| \`skill-package/\` | \`npm run generate\` | the template's, in the repository; your words are never in it |`;
