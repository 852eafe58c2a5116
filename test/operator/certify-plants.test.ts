import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { judge } from '../../operator/certify/judge';
import { RULES } from '../../operator/certify/rules';
import { shippedTexts } from '../../operator/certify/shipped';
import { subjectOf } from '../../operator/certify/subject';
import { timesAsLong } from '../support/processor-time';
import { type Draft, draftOf, type GoodBusiness } from '../support/skill-package-draft';

/** A fault that is planted into a good package: what somebody did, to whose package, how, and what is to be found. */
type Plant = readonly [what: string, on: GoodBusiness, change: (draft: Draft) => void, id: string];

const EN = 'interactionModels/custom/en-US.json';
const shipped = shippedTexts();
/** So many words. */
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const PACKAGE: readonly Plant[] = [
  ['notes beside it', 'bank', replace('notes.docx', () => 'what to do'), 'PACKAGE-FILE-UNKNOWN'],
  ['no manifest', 'clinic', ({ files }) => delete files['skill.json'], 'PACKAGE-MANIFEST-MISSING'],
  ['a manifest cut off', 'clinic', cut('skill.json'), 'PACKAGE-JSON'],
  ['a model cut off', 'clinic', cut(EN), 'PACKAGE-JSON'],
  ['a listing without its model', 'clinic', ({ files }) => delete files[EN], 'PACKAGE-MODEL-MISSING'],
  [
    'a model without a listing',
    'clinic',
    (draft) => draft.manifest('publishingInformation.locales.es-US', undefined),
    'PACKAGE-LISTING-MISSING',
  ],
  ['an icon that is not in it', 'bank', ({ files }) => delete files['assets/icon-108.png'], 'PACKAGE-ASSET-MISSING'],
  [
    'the settings of the server',
    'bank',
    ({ files }) => {
      files['assets/.env'] = 'ALOUD_SECRET=hush';
    },
    'PACKAGE-SECRET',
  ],
  [
    'a model for a locale that Alexa does not speak',
    'clinic',
    (draft) => {
      draft.files['interactionModels/custom/en-ZA.json'] = draft.files[EN] ?? '';
      draft.listing('en-ZA', 'name', 'Harbor Family Clinic');
    },
    'PACKAGE-LOCALE',
  ],
];

const MANIFEST: readonly Plant[] = [
  ['no version', 'bank', (draft) => draft.manifest('manifestVersion', undefined), 'MANIFEST-VERSION'],
  ['no endpoint', 'bank', (draft) => draft.manifest('apis.custom', { interfaces: [] }), 'MANIFEST-ENDPOINT-MISSING'],
  [
    'an ARN that is no function',
    'bank',
    (draft) => {
      draft.manifest('apis.custom.endpoint', { uri: 'arn:aws:s3:::our-bucket' });
      draft.manifest('events.endpoint', { uri: 'arn:aws:s3:::our-bucket' });
    },
    'MANIFEST-ENDPOINT-FORM',
  ],
  ['an endpoint without a host', 'bank', endpoint('https:///alexa'), 'MANIFEST-ENDPOINT-FORM'],
  [
    'an address in the description',
    'restaurant',
    (draft) =>
      draft.listing('en-GB', 'description', 'We cook Persian food in Hackney. See https://saffrontable.london/menu.'),
    'MANIFEST-LINKS',
  ],
  [
    'an interface that is none',
    'clinic',
    (draft) => draft.manifest('apis.custom.interfaces', [{ type: 'ALEXA_PRESENTATION_APPLE' }]),
    'MANIFEST-INTERFACE',
  ],
  [
    'more gadgets than there are',
    'clinic',
    (draft) =>
      draft.manifest('publishingInformation.gadgetSupport', {
        ...{ requirement: 'REQUIRED', minGadgetButtons: 9, maxGadgetButtons: 9 },
        ...{ numPlayersMax: 1, numPlayersMin: 1 },
      }),
    'MANIFEST-NUMBER',
  ],
  ['a misspelt key', 'clinic', (draft) => draft.manifest('permission', []), 'MANIFEST-PROPERTY-UNKNOWN'],
  ['no name', 'clinic', (draft) => draft.listing('en-US', 'name', undefined), 'MANIFEST-PROPERTY-MISSING'],
  [
    'a text in place of yes or no',
    'clinic',
    (draft) => draft.manifest('publishingInformation.isAvailableWorldwide', 'no'),
    'MANIFEST-DATA-TYPE',
  ],
  ['a version of its own', 'bank', (draft) => draft.manifest('manifestVersion', '2.0'), 'MANIFEST-ENUM'],
  [
    'a certificate that is none',
    'bank',
    (draft) =>
      draft.manifest('apis.custom.endpoint', { uri: 'https://bank.de/alexa', sslCertificateType: 'LetsEncrypt' }),
    'MANIFEST-ENUM',
  ],
  [
    'a permission that is none',
    'bank',
    (draft) => draft.manifest('permissions', [{ name: 'alexa::all:read' }]),
    'MANIFEST-ENUM',
  ],
  [
    'a summary of 161 characters',
    'clinic',
    (draft) => draft.listing('en-US', 'summary', 'Ask us. '.repeat(20).padEnd(161, '.')),
    'MANIFEST-LENGTH',
  ],
  [
    'testing instructions of 4,001 characters',
    'clinic',
    (draft) => draft.manifest('publishingInformation.testingInstructions', 'Say hi. '.repeat(501)),
    'MANIFEST-LENGTH',
  ],
  [
    '31 keywords',
    'clinic',
    (draft) =>
      draft.listing(
        'en-US',
        'keywords',
        Array.from({ length: 31 }, (_, at) => `doctor ${at}`),
      ),
    'MANIFEST-LIST-SIZE',
  ],
  ['a keyword twice', 'bank', (draft) => draft.listing('de-DE', 'keywords', ['Bank', 'Bank']), 'MANIFEST-LIST-TWICE'],
  [
    'an endpoint without TLS',
    'bank',
    (draft) => draft.manifest('apis.custom.endpoint', { uri: 'http://bank.de/alexa', sslCertificateType: 'Trusted' }),
    'MANIFEST-PATTERN',
  ],
  [
    'events that go elsewhere',
    'bank',
    (draft) => {
      draft.manifest('apis.custom.endpoint', { uri: 'https://alexa.bank.de/a', sslCertificateType: 'Trusted' });
      draft.manifest('events.endpoint', { uri: 'arn:aws:lambda:eu-west-1:123456789012:function:events' });
    },
    'MANIFEST-ENDPOINTS-DIFFER',
  ],
  ['an endpoint on this machine', 'bank', endpoint('https://localhost/alexa'), 'MANIFEST-ENDPOINT-DOMAIN'],
  ['an endpoint without a name', 'bank', endpoint('https://203.0.113.7/alexa'), 'MANIFEST-ENDPOINT-DOMAIN'],
  ['an endpoint on another port', 'bank', endpoint('https://alexa.bank.de:8443/alexa'), 'MANIFEST-ENDPOINT-PORT'],
  [
    'a certificate of its own making',
    'bank',
    endpoint('https://alexa.bank.de/alexa', 'SelfSigned'),
    'MANIFEST-CERTIFICATE',
  ],
  [
    'no kind of certificate',
    'bank',
    (draft) => draft.manifest('apis.custom.endpoint', { uri: 'https://alexa.bank.de/alexa' }),
    'MANIFEST-CERTIFICATE',
  ],
  ['no endpoint for events', 'bank', (draft) => draft.manifest('events.endpoint', undefined), 'MANIFEST-EVENTS'],
  ['no interface at all', 'bank', (draft) => draft.manifest('apis', {}), 'MANIFEST-API-MISSING'],
  [
    'the world and two countries',
    'bank',
    (draft) => draft.manifest('publishingInformation.isAvailableWorldwide', true),
    'MANIFEST-COUNTRIES-BOTH',
  ],
  [
    'no country',
    'bank',
    (draft) => draft.manifest('publishingInformation.distributionCountries', []),
    'MANIFEST-COUNTRIES-NONE',
  ],
  [
    'a country that is none',
    'bank',
    (draft) => draft.manifest('publishingInformation.distributionCountries', ['UK']),
    'MANIFEST-ENUM',
  ],
  [
    'a category of its own',
    'bank',
    (draft) => draft.manifest('publishingInformation.category', 'BANKING'),
    'MANIFEST-CATEGORY',
  ],
  ['no category', 'bank', (draft) => draft.manifest('publishingInformation.category', undefined), 'MANIFEST-CATEGORY'],
  ['no summary', 'bank', (draft) => draft.listing('de-DE', 'summary', undefined), 'MANIFEST-SUMMARY-MISSING'],
  ['a summary of a word', 'bank', (draft) => draft.listing('de-DE', 'summary', 'Bank.'), 'MANIFEST-SUMMARY-SHORT'],
  [
    'an empty description',
    'bank',
    (draft) => draft.listing('de-DE', 'description', ''),
    'MANIFEST-DESCRIPTION-MISSING',
  ],
  [
    'a description of four words',
    'bank',
    (draft) => draft.listing('de-DE', 'description', 'Fragen Sie uns alles.'),
    'MANIFEST-DESCRIPTION-SHORT',
  ],
  [
    'no testing instructions',
    'bank',
    (draft) => draft.manifest('publishingInformation.testingInstructions', undefined),
    'MANIFEST-INSTRUCTIONS-MISSING',
  ],
  [
    'HTML in the description',
    'restaurant',
    (draft) =>
      draft.listing('en-GB', 'description', 'We cook <b>Persian</b> food. Say "Alexa, open saffron table" to book.'),
    'MANIFEST-MARKUP',
  ],
  [
    'a text that is still to be written',
    'restaurant',
    (draft) => draft.listing('en-GB', 'summary', 'TODO: say what the skill does for our guests.'),
    'MANIFEST-PLACEHOLDER',
  ],
  [
    'a description that opens another skill',
    'restaurant',
    (draft) =>
      draft.listing('en-GB', 'description', 'We cook Persian food in Hackney. To begin, say "Alexa, open the grill".'),
    'MANIFEST-INVOCATION-DIFFERS',
  ],
  [
    'an empty privacy entry',
    'bank',
    (draft) => draft.manifest('privacyAndCompliance.locales.de-DE', {}),
    'MANIFEST-EMPTY',
  ],
  [
    'no export compliance',
    'bank',
    (draft) => draft.manifest('privacyAndCompliance.isExportCompliant', false),
    'MANIFEST-EXPORT',
  ],
  [
    'a skill for nobody',
    'bank',
    (draft) => draft.manifest('publishingInformation.distributionMode', 'PRIVATE'),
    'MANIFEST-PRIVATE',
  ],
  [
    'an English text for Germans',
    'bank',
    (draft) =>
      draft.listing(
        'de-DE',
        'description',
        'Our assistant answers what you ask about our branches and the opening hours, and it makes appointments for you.',
      ),
    'MANIFEST-LANGUAGE',
  ],
];

const ICONS: readonly Plant[] = [
  [
    'a large icon as the small one',
    'bank',
    replace('assets/icon-108.png', (files) => files['assets/icon-512.png'] ?? ''),
    'ICONS-SIZE',
  ],
  ['an icon of one pixel', 'bank', replace('assets/icon-512.png', () => PIXEL), 'ICONS-SIZE'],
  [
    'an icon that is no picture',
    'bank',
    replace('assets/icon-512.png', () => Buffer.from('GIF89a, so to say')),
    'ICONS-FORMAT',
  ],
  ['no icon', 'bank', (draft) => draft.listing('de-DE', 'largeIconUri', undefined), 'ICONS-MISSING'],
  [
    'an icon without TLS',
    'bank',
    (draft) => draft.listing('de-DE', 'smallIconUri', 'http://bank.de/icon.png'),
    'ICONS-ADDRESS',
  ],
];

const MODEL: readonly Plant[] = [
  [
    'the English model for Germans',
    'bank',
    replace('interactionModels/custom/de-DE.json', () => draftOf('clinic').files[EN] ?? ''),
    'MODEL-LANGUAGE',
  ],
  [
    'a type twice',
    'clinic',
    (draft) => draft.types('en-US', ([first, ...others]) => (first ? [first, first, ...others] : [])),
    'MODEL-TYPE-TWICE',
  ],
  [
    'a value twice',
    'clinic',
    (draft) =>
      draft.types('en-US', ([first, ...others]) =>
        first ? [{ ...first, values: [...first.values, ...first.values] }, ...others] : [],
      ),
    'MODEL-VALUE-TWICE',
  ],
  [
    'a slot declared twice',
    'clinic',
    (draft) =>
      add(draft, {
        samples: ['see me on {day}'],
        slots: [
          { name: 'day', type: 'AMAZON.DayOfWeek' },
          { name: 'day', type: 'AMAZON.DayOfWeek' },
        ],
      }),
    'MODEL-SLOT-DECLARED-TWICE',
  ],
  [
    'a sample with the wake word',
    'clinic',
    (draft) => draft.sample('en-US', 'alexa tell me the hours'),
    'MODEL-SAMPLE-ADDRESSES',
  ],
  [
    'a sample that opens the skill',
    'clinic',
    (draft) => draft.sample('en-US', 'open harbor family clinic and say hello'),
    'MODEL-SAMPLE-ADDRESSES',
  ],
  [
    'audio that nobody can pause',
    'clinic',
    (draft) => draft.manifest('apis.custom.interfaces', [{ type: 'AUDIO_PLAYER' }]),
    'MODEL-AUDIO-MISSING',
  ],
  [
    'a sensitivity that is none',
    'clinic',
    (draft) => draft.model('en-US', 'modelConfiguration.fallbackIntentSensitivity.level', 'EXTREME'),
    'MODEL-ENUM',
  ],
  ['an intent without a name', 'clinic', (draft) => draft.model('en-US', 'intents.0.name', ''), 'MODEL-LENGTH'],
  ['a list of no intents', 'clinic', (draft) => draft.intents('en-US', () => []), 'MODEL-LIST-SIZE'],
  [
    'a model of two megabytes',
    'clinic',
    values(14_000, (at) => `value ${'abcdefghij'.repeat(12)} ${at}`),
    'MODEL-FILE-SIZE',
  ],
  ['50,001 values', 'clinic', values(50_001, (at) => `v${at}`), 'MODEL-VALUES-MANY'],
  ['values all of two words', 'clinic', values(9, (at) => `value ${at}`), 'MODEL-VALUES-ALIKE'],
  [
    'samples all of two words',
    'clinic',
    (draft) =>
      draft.intents('en-US', (all) => [
        {
          name: 'HoursIntent',
          slots: [],
          samples: ['opening hours', 'weekend hours', 'flu shots', 'lab results', 'blood work'],
        },
        ...all.filter(({ name }) => name.startsWith('AMAZON.')),
      ]),
    'MODEL-SAMPLES-ALIKE',
  ],
  ['no stop', 'clinic', without('AMAZON.StopIntent'), 'MODEL-STOP-MISSING'],
  ['no cancel', 'clinic', without('AMAZON.CancelIntent'), 'MODEL-CANCEL-MISSING'],
  ['no help', 'clinic', without('AMAZON.HelpIntent'), 'MODEL-HELP-MISSING'],
  ['no way home', 'clinic', without('AMAZON.NavigateHomeIntent'), 'MODEL-HOME-MISSING'],
  ['nothing for what is not understood', 'clinic', without('AMAZON.FallbackIntent'), 'MODEL-FALLBACK-MISSING'],
  ['no intents', 'clinic', (draft) => draft.intents('en-US', () => []), 'MODEL-INTENTS-MISSING'],
  ['one intent', 'clinic', (draft) => draft.intents('en-US', (all) => all.slice(0, 1)), 'MODEL-INTENTS-FEW'],
  [
    'four samples in all',
    'clinic',
    (draft) =>
      draft.intents('en-US', (all) => [
        { name: 'HoursIntent', slots: [], samples: ['opening hours', 'hours', 'when are you open', 'weekend hours'] },
        ...all.filter(({ name }) => name.startsWith('AMAZON.')),
      ]),
    'MODEL-SAMPLES-FEW',
  ],
  ['an intent that nobody can say', 'clinic', (draft) => draft.sample('en-US'), 'MODEL-SAMPLES-MISSING'],
  ['a slot that is not there', 'clinic', (draft) => draft.sample('en-US', 'a visit on {day}'), 'MODEL-SLOT-UNDECLARED'],
  [
    'a type that is not there',
    'clinic',
    (draft) => add(draft, { samples: ['a visit on {day}'], slots: [{ name: 'day', type: 'DayType' }] }),
    'MODEL-TYPE-UNDECLARED',
  ],
  [
    'a type of Amazon that is none',
    'clinic',
    (draft) => add(draft, { samples: ['a visit on {day}'], slots: [{ name: 'day', type: 'AMAZON.DAY' }] }),
    'MODEL-TYPE-UNDECLARED',
  ],
  [
    'an intent of Amazon that is none',
    'clinic',
    (draft) => draft.intents('en-US', (all) => [...all, { name: 'AMAZON.HelpMeIntent', slots: [], samples: [] }]),
    'MODEL-BUILT-IN',
  ],
  [
    'a type without values',
    'clinic',
    (draft) => draft.types('en-US', ([first, ...others]) => [...(first ? [{ ...first, values: [] }] : []), ...others]),
    'MODEL-TYPE-EMPTY',
  ],
  [
    'a type that nothing uses',
    'clinic',
    (draft) =>
      draft.types('en-US', (all) => [
        ...all,
        { name: 'Spare', values: [{ name: { value: 'spare', synonyms: ['left'] } }] },
      ]),
    'MODEL-TYPE-UNUSED',
  ],
  [
    'a slot twice in a sample',
    'clinic',
    (draft) => add(draft, { samples: ['from {day} to {day}'], slots: [{ name: 'day', type: 'AMAZON.DayOfWeek' }] }),
    'MODEL-SLOT-TWICE',
  ],
  [
    'a slot that no sample fills',
    'clinic',
    (draft) => add(draft, { samples: ['come and see me'], slots: [{ name: 'day', type: 'AMAZON.DayOfWeek' }] }),
    'MODEL-SLOT-UNUSED',
  ],
  [
    'one slot name for two types',
    'clinic',
    (draft) => {
      add(draft, { samples: ['see me on {day}'], slots: [{ name: 'day', type: 'AMAZON.DayOfWeek' }] });
      add(draft, { name: 'OtherIntent', samples: ['not before {day}'], slots: [{ name: 'day', type: 'AMAZON.DATE' }] });
    },
    'MODEL-SLOT-TYPES',
  ],
  [
    'a slot named with a number',
    'clinic',
    (draft) => add(draft, { samples: ['see me on {day-1}'], slots: [{ name: 'day-1', type: 'AMAZON.DayOfWeek' }] }),
    'MODEL-SLOT-NAME',
  ],
  [
    'a sample that begins with a connecting word',
    'clinic',
    (draft) => draft.sample('en-US', 'for my grandmother'),
    'MODEL-SAMPLE-CONNECTING',
  ],
  [
    'a sample of two intents',
    'clinic',
    (draft) => {
      add(draft, { name: 'OneIntent', samples: ['ring the bell'] });
      add(draft, { name: 'OtherIntent', samples: ['ring the bell'] });
    },
    'MODEL-SAMPLE-TWICE',
  ],
  [
    'samples alike but for the name of a slot',
    'clinic',
    (draft) => {
      add(draft, { name: 'OneIntent', samples: ['see me {day}'], slots: [{ name: 'day', type: 'AMAZON.DATE' }] });
      add(draft, { name: 'OtherIntent', samples: ['see me {date}'], slots: [{ name: 'date', type: 'AMAZON.DATE' }] });
    },
    'MODEL-SAMPLE-TWICE',
  ],
  [
    'an abbreviation with spaces',
    'clinic',
    (draft) => draft.sample('en-US', 'the T. V. in the waiting room'),
    'MODEL-ABBREVIATION',
  ],
  [
    'a sample with a question mark',
    'clinic',
    (draft) => draft.sample('en-US', 'is the doctor in?'),
    'MODEL-SAMPLE-CHARACTERS',
  ],
  ['a sample with a digit', 'clinic', (draft) => draft.sample('en-US', 'the 2 doctors'), 'MODEL-SAMPLE-CHARACTERS'],
  [
    'a sample in the old form',
    'clinic',
    (draft) => draft.sample('en-US', 'see me {tomorrow|day}'),
    'MODEL-SAMPLE-FORM',
  ],
  ['a brace that is not closed', 'clinic', (draft) => draft.sample('en-US', 'see me {day'), 'MODEL-SAMPLE-FORM'],
  [
    'free speech without a word',
    'clinic',
    (draft) => add(draft, { samples: ['{said}'], slots: [{ name: 'said', type: 'AMAZON.SearchQuery' }] }),
    'MODEL-CARRIER-MISSING',
  ],
  [
    'free speech beside another slot',
    'clinic',
    (draft) =>
      add(draft, {
        samples: ['find {said} on {day}'],
        slots: [
          { name: 'said', type: 'AMAZON.SearchQuery' },
          { name: 'day', type: 'AMAZON.DATE' },
        ],
      }),
    'MODEL-SEARCH-SHARED',
  ],
  [
    'an intent named with a space',
    'clinic',
    (draft) => add(draft, { name: 'Ring Bell', samples: ['ring the bell'] }),
    'MODEL-INTENT-NAME',
  ],
  [
    'two intents of a name',
    'clinic',
    (draft) => {
      add(draft, { name: 'BellIntent', samples: ['ring the bell'] });
      add(draft, { name: 'bellIntent', samples: ['sound the bell'] });
    },
    'MODEL-INTENT-TWICE',
  ],
  [
    'a value of 141 characters',
    'clinic',
    (draft) =>
      draft.types('en-US', ([first, ...others]) => [
        ...(first
          ? [{ ...first, values: [...first.values, { name: { value: 'a'.repeat(141), synonyms: ['x'] } }] }]
          : []),
        ...others,
      ]),
    'MODEL-VALUE-LENGTH',
  ],
  ['a sample of 201 characters', 'clinic', (draft) => draft.sample('en-US', words(41)), 'MODEL-SAMPLE-LENGTH'],
  [
    '251 intents',
    'clinic',
    (draft) => {
      const letter = (at: number) => String.fromCharCode(97 + at);
      draft.intents('en-US', (all) => [
        ...all,
        ...Array.from({ length: 251 }, (_, at) => {
          const name = `${letter(Math.floor(at / 26))}${letter(at % 26)}`;
          return { name: `Planted${name}Intent`, slots: [], samples: [`planted ${name}`] };
        }),
      ]);
    },
    'MODEL-INTENTS-MANY',
  ],
  [
    'nothing but free speech',
    'clinic',
    (draft) => {
      draft.intents('en-US', (all) =>
        all.filter(
          ({ name, slots = [] }) =>
            name.startsWith('AMAZON.') || slots.some(({ type }) => type === 'AMAZON.SearchQuery'),
        ),
      );
      draft.types('en-US', () => []);
    },
    'MODEL-PASS-THROUGH',
  ],
  ['a misspelt key', 'clinic', (draft) => draft.model('en-US', 'invocation', 'x'), 'MODEL-PROPERTY-UNKNOWN'],
  [
    'no invocation name',
    'clinic',
    (draft) => draft.model('en-US', 'invocationName', undefined),
    'MODEL-PROPERTY-MISSING',
  ],
  [
    'samples that are no list',
    'clinic',
    (draft) => draft.model('en-US', 'intents.0.samples', 'hours'),
    'MODEL-DATA-TYPE',
  ],
  [
    'a dialog about an intent that is not there',
    'clinic',
    (draft) => draft.intents('en-US', (all) => all.filter(({ name }) => name !== 'ChatIntent')),
    'MODEL-DIALOG',
  ],
];

const PHRASES: readonly Plant[] = [
  ['none', 'clinic', phrases(), 'PHRASES-MISSING'],
  ['one alone', 'clinic', phrases('Alexa, open harbor family clinic'), 'PHRASES-FEW'],
  [
    'four',
    'clinic',
    phrases(
      'Alexa, open harbor family clinic',
      ...['flu shots', 'test results', 'insurance'].map((topic) => `Alexa, ask harbor family clinic about ${topic}`),
    ),
    'PHRASES-MANY',
  ],
  [
    'without the wake word',
    'clinic',
    phrases(
      'Open harbor family clinic',
      'Alexa, ask harbor family clinic about flu shots',
      'Alexa, ask harbor family clinic about insurance',
    ),
    'PHRASES-WAKE-WORD',
  ],
  [
    'of another skill',
    'clinic',
    phrases(
      'Alexa, open harbor clinic',
      'Alexa, ask harbor family clinic about flu shots',
      'Alexa, ask harbor family clinic about insurance',
    ),
    'PHRASES-INVOCATION-NAME',
  ],
  [
    'the first with a request',
    'clinic',
    phrases(
      'Alexa, ask harbor family clinic about flu shots',
      'Alexa, open harbor family clinic',
      'Alexa, ask harbor family clinic about insurance',
    ),
    'PHRASES-FIRST',
  ],
  [
    'one that the model does not know',
    'clinic',
    phrases(
      'Alexa, open harbor family clinic',
      'Alexa, ask harbor family clinic about flu shots',
      'Alexa, ask harbor family clinic zeppelins',
    ),
    'PHRASES-UNKNOWN',
  ],
  [
    'one that enables the skill',
    'clinic',
    phrases(
      'Alexa, enable harbor family clinic',
      'Alexa, ask harbor family clinic about flu shots',
      'Alexa, ask harbor family clinic about insurance',
    ),
    'PHRASES-ENABLE',
  ],
  [
    'one with an emoji',
    'clinic',
    phrases(
      'Alexa, open harbor family clinic 🩺',
      'Alexa, ask harbor family clinic about flu shots',
      'Alexa, ask harbor family clinic about insurance',
    ),
    'PHRASES-CHARACTERS',
  ],
  [
    'one twice',
    'clinic',
    phrases(
      'Alexa, open harbor family clinic',
      'Alexa, ask harbor family clinic about flu shots',
      'Alexa, ask harbor family clinic about flu shots',
    ),
    'PHRASES-TWICE',
  ],
];

const NAMES: readonly Plant[] = [
  [
    'a title of 51 characters',
    'bank',
    (draft) => draft.listing('de-DE', 'name', 'Volksbank Seetal und Umgebung'.padEnd(51, 'x')),
    'NAMES-LENGTH',
  ],
  ['the name of a trial', 'clinic', invocation('harbor clinic beta'), 'NAMES-TRIAL'],
  [
    'a claim to speak for Amazon',
    'clinic',
    (draft) => draft.listing('en-US', 'summary', 'The official Alexa skill of Harbor Family Clinic.'),
    'NAMES-ENDORSED',
  ],
  [
    'a request for stars',
    'bank',
    (draft) => draft.listing('de-DE', 'summary', 'Der Assistent der Volksbank Seetal. Geben Sie uns fünf Sterne!'),
    'NAMES-RATING',
  ],
  ['a title with Alexa', 'bank', (draft) => draft.listing('de-DE', 'name', 'Seetal für Alexa'), 'NAMES-AMAZON'],
  ['a wake word', 'clinic', invocation('harbor computer clinic'), 'NAMES-INVOCATION-WAKE-WORD'],
  ['a launch word', 'clinic', invocation('open harbor clinic'), 'NAMES-INVOCATION-LAUNCH-WORD'],
  [
    'a launch word of another language',
    'bank',
    (draft) => draft.model('de-DE', 'invocationName', 'starte seetal bank'),
    'NAMES-INVOCATION-LAUNCH-WORD',
  ],
  ['a connecting word', 'clinic', invocation('clinic for families'), 'NAMES-INVOCATION-CONNECTING-WORD'],
  ['the word skill', 'clinic', invocation('harbor clinic skill'), 'NAMES-INVOCATION-SKILL-WORD'],
  ['a capital', 'clinic', invocation('Harbor Family Clinic'), 'NAMES-INVOCATION-CAPITALS'],
  ['a digit', 'clinic', invocation('harbor clinic 24'), 'NAMES-INVOCATION-DIGITS'],
  ['a sign', 'clinic', invocation('harbor & clinic'), 'NAMES-INVOCATION-CHARACTERS'],
  ['an article and a word', 'clinic', invocation('the clinic'), 'NAMES-INVOCATION-SMALL-WORD'],
  ['one word', 'clinic', invocation('harborclinic'), 'NAMES-INVOCATION-ONE-WORD'],
  ['five words', 'clinic', invocation('harbor family clinic port townsend'), 'NAMES-INVOCATION-LONG'],
  ['a letter', 'clinic', invocation('a'), 'NAMES-INVOCATION-LENGTH'],
  [
    'a vendor in the summary',
    'bank',
    (draft) => draft.listing('de-DE', 'summary', 'Der Assistent der Volksbank Seetal, gemacht mit BotDistrikt.'),
    'NAMES-VENDOR',
  ],
  ['a vendor in the invocation', 'clinic', invocation('harbor wotnot clinic'), 'NAMES-VENDOR'],
  [
    'a rude word',
    'restaurant',
    (draft) => draft.listing('en-GB', 'summary', 'Book a table for a fucking good dinner at The Saffron Table.'),
    'NAMES-RUDE',
  ],
];

const PRIVACY: readonly Plant[] = [
  [
    'no word on children',
    'bank',
    (draft) => draft.manifest('privacyAndCompliance.isChildDirected', undefined),
    'PRIVACY-UNANSWERED',
  ],
  ['nothing about privacy', 'bank', (draft) => draft.manifest('privacyAndCompliance', undefined), 'PRIVACY-UNANSWERED'],
  ['advertising', 'bank', (draft) => draft.manifest('privacyAndCompliance.containsAds', true), 'PRIVACY-ADS'],
  ['a shop', 'bank', (draft) => draft.manifest('privacyAndCompliance.allowsPurchases', true), 'PRIVACY-PURCHASES'],
  [
    'health records',
    'clinic',
    (draft) => draft.manifest('privacyAndCompliance.usesHealthInfo', true),
    'PRIVACY-HEALTH-INFO',
  ],
  [
    'a text for children',
    'restaurant',
    (draft) => draft.listing('fr-FR', 'summary', 'Un jeu pour enfants, et le menu de La Table Safran.'),
    'PRIVACY-CHILDREN-TEXT',
  ],
  [
    'medicine at the bank',
    'bank',
    (draft) => draft.listing('de-DE', 'summary', 'Nennen Sie Ihre Symptome, und die Bank nennt Ihr Medikament.'),
    'PRIVACY-HEALTH-TEXT',
  ],
  ['no policy', 'clinic', (draft) => draft.privacy('en-US', 'privacyPolicyUrl', undefined), 'PRIVACY-POLICY-MISSING'],
  [
    'no policy in one language',
    'clinic',
    (draft) => draft.manifest('privacyAndCompliance.locales.es-US', undefined),
    'PRIVACY-POLICY-MISSING',
  ],
  [
    'a policy that is no address',
    'clinic',
    (draft) => draft.privacy('en-US', 'privacyPolicyUrl', 'harborfamily.clinic'),
    'PRIVACY-ADDRESS',
  ],
  [
    'a policy of nobody',
    'clinic',
    (draft) => draft.privacy('en-US', 'privacyPolicyUrl', 'https://www.example.com/privacy'),
    'PRIVACY-ADDRESS-NOBODYS',
  ],
  [
    'terms on this machine',
    'clinic',
    (draft) => draft.privacy('en-US', 'termsOfUseUrl', 'https://127.0.0.1/terms'),
    'PRIVACY-ADDRESS-NOBODYS',
  ],
  [
    'personal data that is not told of',
    'clinic',
    (draft) => draft.manifest('privacyAndCompliance.usesPersonalInfo', false),
    'PRIVACY-UNDECLARED',
  ],
  [
    'data of children',
    'clinic',
    (draft) => draft.manifest('privacyAndCompliance.isChildDirected', true),
    'PRIVACY-CHILDREN-DATA',
  ],
  [
    'a category of children alone',
    'clinic',
    (draft) => draft.manifest('publishingInformation.category', 'CHILDRENS_GAMES'),
    'PRIVACY-CHILDREN-CATEGORY',
  ],
  [
    'health without a word that it is no advice',
    'clinic',
    (draft) =>
      draft.listing(
        'en-US',
        'description',
        'Harbor Family Clinic looks after families. Say "Alexa, open harbor family clinic" to begin, and ask.',
      ),
    'PRIVACY-HEALTH-DISCLAIMER',
  ],
  [
    'the same in another language',
    'clinic',
    (draft) =>
      draft.listing(
        'es-US',
        'description',
        'La Clínica Harbor atiende a familias. Di "Alexa, abre clínica familiar harbor" y pregunta.',
      ),
    'PRIVACY-HEALTH-DISCLAIMER',
  ],
  [
    'a permission for nothing',
    'bank',
    (draft) =>
      draft.manifest('permissions', [
        { name: 'alexa::devices:all:notifications:write' },
        { name: 'alexa::devices:all:address:full:read' },
      ]),
    'PRIVACY-PERMISSION-UNUSED',
  ],
  [
    'notifications without their permission',
    'bank',
    (draft) => draft.manifest('permissions', []),
    'PRIVACY-PERMISSION-MISSING',
  ],
  [
    'a permission without its events',
    'bank',
    (draft) => draft.manifest('events.publications', []),
    'PRIVACY-PUBLICATION-MISSING',
  ],
  [
    'nobody is told who disables it',
    'bank',
    (draft) => draft.manifest('events.subscriptions', [{ eventName: 'SKILL_ENABLED' }]),
    'PRIVACY-DISABLED-UNHEARD',
  ],
];

const TEMPLATE: readonly Plant[] = [
  ['our name', 'restaurant', (draft) => draft.listing('en-GB', 'name', 'Chat Companion'), 'TEMPLATE-NAME'],
  [
    'our invocation name',
    'restaurant',
    (draft) => draft.model('en-GB', 'invocationName', 'chat companion'),
    'TEMPLATE-NAME',
  ],
  [
    'the name of the example',
    'restaurant',
    (draft) => draft.listing('en-GB', 'name', 'Bluebell Dental'),
    'TEMPLATE-NAME',
  ],
  [
    'our name in a text',
    'restaurant',
    (draft) =>
      draft.listing(
        'en-GB',
        'description',
        'The Saffron Table cooks Persian food; Chat Companion books a table for you.',
      ),
    'TEMPLATE-NAME',
  ],
  [
    'our summary',
    'restaurant',
    (draft) => draft.listing('en-GB', 'summary', ours('en-GB').summary),
    'TEMPLATE-SUMMARY',
  ],
  [
    'our description with another name in it',
    'restaurant',
    (draft) =>
      draft.listing(
        'en-GB',
        'description',
        ours('en-GB')
          .description.replaceAll('Chat Companion', 'The Saffron Table')
          .replaceAll('chat companion', 'saffron table'),
      ),
    'TEMPLATE-DESCRIPTION',
  ],
  [
    'our description behind a sentence',
    'restaurant',
    (draft) =>
      draft.listing(
        'fr-FR',
        'description',
        `La Table Safran. ${ours('fr-FR').description.replaceAll('compagnon de chat', 'table safran')}`,
      ),
    'TEMPLATE-DESCRIPTION',
  ],
  [
    'our icons',
    'restaurant',
    replace('assets/icon-108.png', () => readFileSync('skill-package/assets/icon-108.png')),
    'TEMPLATE-ICONS',
  ],
  [
    'our policy',
    'restaurant',
    (draft) => draft.privacy('en-GB', 'privacyPolicyUrl', 'https://example.com/privacy'),
    'TEMPLATE-POLICY',
  ],
  [
    'our model',
    'restaurant',
    replace('interactionModels/custom/en-GB.json', () =>
      readFileSync('skill-package/interactionModels/custom/en-GB.json', 'utf8').replaceAll(
        'chat companion',
        'saffron table',
      ),
    ),
    'TEMPLATE-MODEL',
  ],
  [
    'our keywords',
    'restaurant',
    (draft) => draft.listing('en-GB', 'keywords', ours('en-GB').keywords),
    'TEMPLATE-KEYWORDS',
  ],
  [
    "the name of Amazon's own example",
    'restaurant',
    (draft) => draft.model('en-GB', 'invocationName', 'space facts'),
    'TEMPLATE-SAMPLE',
  ],
];

const GROUPS = { PACKAGE, MANIFEST, ICONS, MODEL, PHRASES, NAMES, PRIVACY, TEMPLATE };

describe.each(Object.entries(GROUPS))('%s', (_group, plants) => {
  it.each(plants)('finds %s (%s)', (_what, on, change, id) => {
    const draft = draftOf(on);
    change(draft);
    const { findings } = judge(subjectOf({ files: draft.files, shipped }));
    const found = findings.filter((finding) => finding.id === id);
    expect([...new Set(findings.map((finding) => finding.id))]).toContain(id);
    for (const finding of found) {
      expect(finding.what).toMatch(/\S/);
      expect(finding.remedy).toMatch(/\S/);
      expect(finding.source).toMatch(/\S/);
    }
  });
});

describe.each(['clinic', 'bank', 'restaurant', 'bicycles'] as const)('the good package of the %s', (name) => {
  it('has nothing that Amazon would reject, and nothing to warn of', () => {
    const { findings } = judge(subjectOf({ files: draftOf(name).files, shipped }));
    expect(findings.filter(({ severity }) => severity !== 'question')).toEqual([]);
  });

  it('is asked nothing but what a person alone can answer', () => {
    const { findings } = judge(subjectOf({ files: draftOf(name).files, shipped }));
    const always = new Set(RULES.filter(({ asksAlways }) => asksAlways).map(({ id }) => id));
    expect(findings.filter(({ id }) => !always.has(id)).map(({ id, what }) => `${id} ${what}`)).toEqual([]);
  });
});

test.each([
  [{ uri: 'https://alexa.volksbank-seetal.de/alexa', sslCertificateType: 'Trusted' }],
  [{ uri: 'https://alexa.volksbank-seetal.de/alexa', sslCertificateType: 'Wildcard' }],
  [{ uri: 'arn:aws:lambda:eu-west-1:123456789012:function:aloud-skill' }],
])('a package that was deployed to %j is as good', (deployed) => {
  const draft = draftOf('bank');
  draft.manifest('apis.custom.endpoint', deployed);
  draft.manifest('events.endpoint', deployed);
  const { findings } = judge(subjectOf({ files: draft.files, shipped }));
  expect(findings.filter(({ severity }) => severity !== 'question')).toEqual([]);
});

/** What is said for the same fault in each language. */
const ABROAD = [
  ['it-IT', 'ciclofficina verde app', 'NAMES-INVOCATION-SKILL-WORD'],
  ['it-IT', 'apri ciclofficina verde', 'NAMES-INVOCATION-LAUNCH-WORD'],
  ['pt-BR', 'abrir pedal verde', 'NAMES-INVOCATION-LAUNCH-WORD'],
  ['nl-NL', 'open fietsatelier groen', 'NAMES-INVOCATION-LAUNCH-WORD'],
  ['nl-NL', 'fietsatelier van groen', 'NAMES-INVOCATION-CONNECTING-WORD'],
  ['hi-IN', 'अलेक्सा साइकिल', 'NAMES-INVOCATION-WAKE-WORD'],
  ['ja-JP', 'みどり自転車24', 'NAMES-INVOCATION-DIGITS'],
  ['ar-SA', 'أليكسا دراجات الواحة', 'NAMES-INVOCATION-WAKE-WORD'],
] as const;

it.each(ABROAD)("Amazon's rules for names are those of the language: %s %s", (locale, name, id) => {
  const draft = draftOf('bicycles');
  draft.model(locale, 'invocationName', name);
  const { findings } = judge(subjectOf({ files: draft.files, shipped }));
  expect(findings.map((finding) => finding.id)).toContain(id);
});

test('what the console itself writes is no fault: values without synonyms', () => {
  const draft = draftOf('bank');
  const path = 'interactionModels/custom/de-DE.json';
  draft.files[path] = String(draft.files[path]).replace(/,\s*"synonyms":\s*\[[^\]]*\]/g, '');
  const { findings } = judge(subjectOf({ files: draft.files, shipped }));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('whatever stands anywhere in a package, it is judged', () => {
  const good = draftOf('bank').files;
  const path = 'interactionModels/custom/de-DE.json';
  const at = (content: string | Buffer | undefined) => pathsOf(JSON.parse(String(content)));
  const places = [
    ...at(good['skill.json']).map((place) => ['skill.json', place] as const),
    ...at(good[path])
      .filter((_, index) => index % 40 === 0)
      .map((place) => [path, place] as const),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), ([file, place], value) => {
      const content = JSON.parse(String(good[file]));
      put(content, place, value);
      const { findings } = judge(subjectOf({ files: { ...good, [file]: JSON.stringify(content) }, shipped }));
      expect(findings.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

test.each(['[', '<your ', '{', '"a ', '**', 'a-', '! '])(
  'ten times the text, %j, takes ten times as long',
  async (sign) => {
    const subjectWith = (length: number) => {
      const draft = draftOf('bank');
      draft.listing('de-DE', 'description', sign.repeat(length / sign.length));
      return subjectOf({ files: draft.files, shipped });
    };
    const [short, long] = [subjectWith(30_000), subjectWith(300_000)];
    expect(
      await timesAsLong(
        () => judge(short),
        () => judge(long),
        25,
      ),
    ).toBeLessThan(25);
  },
);

test('at least sixty faults are planted, and each rule that a plant names is there', () => {
  const plants = Object.values(GROUPS).flat();
  expect(plants.length).toBeGreaterThanOrEqual(60);
  const known = new Set<string>(RULES.map(({ id }) => id));
  expect(plants.map(([, , , id]) => id).filter((id) => !known.has(id))).toEqual([]);
});

function cut(path: string): (draft: Draft) => void {
  return ({ files }) => {
    files[path] = String(files[path]).slice(0, 200);
  };
}

function replace(path: string, content: (files: Draft['files']) => string | Buffer): (draft: Draft) => void {
  return ({ files }) => {
    files[path] = content(files);
  };
}

/** Every place in a document, by the keys that lead to it. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))].filter(
    (one) => one.length > 0,
  );
}

function put(data: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) data[key] = value;
  else put(data[key] as Record<string, unknown>, rest, value);
}

/** Another type, with so many values. */
function values(count: number, write: (at: number) => string): (draft: Draft) => void {
  return (draft) =>
    draft.types('en-US', (all) => [
      ...all,
      {
        name: 'PlantedType',
        values: [{ name: { value: write(0), synonyms: Array.from({ length: count - 1 }, (_, at) => write(at + 1)) } }],
      },
    ]);
}

function endpoint(uri: string, sslCertificateType = 'Trusted'): (draft: Draft) => void {
  return (draft) => {
    draft.manifest('apis.custom.endpoint', { uri, sslCertificateType });
    draft.manifest('events.endpoint', { uri, sslCertificateType });
  };
}

function without(name: string): (draft: Draft) => void {
  return (draft) => draft.intents('en-US', (all) => all.filter((intent) => intent.name !== name));
}

function phrases(...list: readonly string[]): (draft: Draft) => void {
  return (draft) => draft.listing('en-US', 'examplePhrases', list);
}

function invocation(name: string): (draft: Draft) => void {
  return (draft) => draft.model('en-US', 'invocationName', name);
}

function add(
  draft: Draft,
  intent: { name?: string; samples: string[]; slots?: { name: string; type: string }[] },
): void {
  draft.intents('en-US', (all) => [...all, { name: 'PlantedIntent', slots: [], ...intent }]);
}

/** What the template's package says in a locale. */
function ours(locale: string): { summary: string; description: string; keywords: string[] } {
  const { manifest } = JSON.parse(readFileSync('skill-package/skill.json', 'utf8'));
  return manifest.publishingInformation.locales[locale];
}
