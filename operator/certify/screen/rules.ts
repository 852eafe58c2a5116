import { MANIFEST_FILE } from '../manifest/view';
import { record, text, at as valueAt } from '../reading';
import type { Rule } from '../rule';
import { source } from '../sources';
import { eachExchange, type Heard, heardIn, placeOf } from '../talk/spots';

const MOST_ON_CARD = 8000;
const CARDS = source('functional', '3.3');
const SCREENS = source('functional', '3.6');
const APL = 'Alexa.Presentation.APL';
/** By the beginning of a directive, what a device and a manifest call the interface. */
const INTERFACES: Readonly<Record<string, string>> = {
  [APL]: 'ALEXA_PRESENTATION_APL',
  AudioPlayer: 'AUDIO_PLAYER',
  VideoApp: 'VIDEO_APP',
};

export const SCREEN_RULES: readonly Rule[] = [
  {
    id: 'SCREEN-CARD-EMPTY',
    severity: 'error',
    finds: 'A card with nothing on it.',
    remedy: 'Leave the card out',
    source: CARDS,
    needsTalk: true,
    look: eachExchange((exchange) => {
      const card = cardOf(exchange);
      const isEmpty = card?.texts.every((line) => line.trim() === '') && card.images.length === 0;
      return isEmpty ? 'A card has nothing on it' : undefined;
    }),
  },
  {
    id: 'SCREEN-CARD-MARKUP',
    severity: 'error',
    finds: 'A card with tags, Markdown or a value that nobody filled in.',
    remedy: 'Write plain text',
    source: CARDS,
    needsTalk: true,
    look: eachExchange((exchange) => {
      const [found] = CARD_MARKUP.exec(cardOf(exchange)?.texts.join('\n') ?? '') ?? [];
      return found === undefined ? undefined : `A card shows markup: "${found}"`;
    }),
  },
  {
    id: 'SCREEN-CARD-LONG',
    severity: 'error',
    finds: 'A card of more than 8,000 characters.',
    remedy: 'Shorten it',
    source: source('response', 'card'),
    needsTalk: true,
    look: eachExchange((exchange) => {
      const length = cardOf(exchange)?.texts.join('').length ?? 0;
      return length > MOST_ON_CARD ? `A card has ${length} characters` : undefined;
    }),
  },
  {
    id: 'SCREEN-CARD-IMAGE',
    severity: 'error',
    finds: 'A picture on a card that is not at an https address.',
    remedy: 'Serve the picture by https',
    source: source('response', 'card'),
    needsTalk: true,
    look: eachExchange((exchange) => {
      const image = cardOf(exchange)?.images.find((url) => !url.startsWith('https://'));
      return image === undefined ? undefined : `A card shows ${image}, which is no https address`;
    }),
  },
  {
    id: 'SCREEN-CARD-ACCOUNT',
    severity: 'question',
    finds: 'A card that asks to link an account.',
    remedy: 'Write the user name and password of a test account into testingInstructions',
    source: source('functional', '3.4'),
    needsTalk: true,
    look: eachExchange(({ response }) =>
      record(response?.response?.card).type === 'LinkAccount'
        ? 'Do the testers have an account to link? A card asks for one'
        : undefined,
    ),
  },
  {
    id: 'SCREEN-DIRECTIVE-UNSUPPORTED',
    severity: 'error',
    finds: 'A directive for a screen to a device that has none.',
    remedy: 'Look at supportedInterfaces of each request',
    source: SCREENS,
    needsTalk: true,
    look: eachExchange((exchange) => {
      const found = exchange.hasScreen
        ? undefined
        : directivesOf(exchange).find(({ type }) => type.startsWith(`${APL}.`));
      return found && `A device without a screen is sent ${found.type}`;
    }),
  },
  {
    id: 'SCREEN-INTERFACE-MISSING',
    severity: 'error',
    finds: 'A directive of an interface that the manifest does not name.',
    remedy: 'Name the interface under apis.custom.interfaces',
    source: SCREENS,
    needsTalk: true,
    look: (subject) =>
      eachExchange((exchange) => {
        const missing = directivesOf(exchange)
          .map(({ type }) => interfaceOf(type))
          .find((name) => name !== undefined && !subject.manifest?.interfaces.includes(name));
        return missing && `The manifest does not name ${missing}`;
      })(subject),
  },
  {
    id: 'SCREEN-INTERFACE-UNUSED',
    severity: 'warning',
    finds: 'An interface that the manifest names, and of which the skill made nothing.',
    remedy: 'Take it out of apis.custom.interfaces: testers look for what it promises',
    source: SCREENS,
    needsTalk: true,
    look: ({ manifest, talk }) => {
      const used = new Set(
        heardIn(talk?.conversations ?? []).flatMap((exchange) =>
          directivesOf(exchange).map(({ type }) => interfaceOf(type)),
        ),
      );
      return (manifest?.interfaces ?? [])
        .filter((name) => Object.values(INTERFACES).includes(name) && !used.has(name))
        .map((name) => ({
          file: MANIFEST_FILE,
          at: 'apis.custom.interfaces',
          what: `Nothing was shown or played by ${name}`,
        }));
    },
  },
  {
    id: 'SCREEN-DOCUMENT',
    severity: 'error',
    finds: 'A document (APL) without its token, type, version or template.',
    remedy: 'Give the directive a token, and the document a type, a version and a mainTemplate',
    source: SCREENS,
    needsTalk: true,
    look: eachExchange((exchange) => {
      const document = directivesOf(exchange).find(({ type }) => type === `${APL}.RenderDocument`);
      const missing = document && missingIn(document.content);
      return missing && `A document has no ${missing}`;
    }),
  },
  {
    id: 'SCREEN-DIFFERS',
    severity: 'error',
    finds: 'An answer that fails on a device with a screen, and not on one without.',
    remedy: 'Look at the log of the server for the request',
    source: SCREENS,
    needsTalk: true,
    look: ({ talk }) => {
      const all = heardIn(talk?.conversations ?? []);
      const works = (one: Heard) =>
        all.some(
          (other) => !other.hasScreen && other.locale === one.locale && other.said === one.said && !other.verdict,
        );
      return all
        .filter((one) => one.hasScreen && one.verdict && works(one))
        .map((one) => ({
          locale: one.locale,
          at: placeOf(one),
          what: `With a screen the answer fails: ${one.verdict?.message}`,
        }));
    },
  },
];

const CARD_MARKUP = /<\/?[a-z][^<>]*>|\*\*[^*\n]+\*\*|\]\(|\{\{|\bundefined\b|\[object |&(?:amp|lt|gt|nbsp|quot);/i;

interface CardView {
  readonly texts: readonly string[];
  readonly images: readonly string[];
}

/** A card that shows something; others ask for a permission or a login. */
function cardOf({ response }: Heard): CardView | undefined {
  const card = record(response?.response?.card);
  if (card.type !== 'Simple' && card.type !== 'Standard') return undefined;
  const { smallImageUrl, largeImageUrl } = record(card.image);
  return {
    texts: [card.title, card.content, card.text].flatMap((line) => (typeof line === 'string' ? [line] : [])),
    images: [smallImageUrl, largeImageUrl].flatMap((url) => text(url) ?? []),
  };
}

interface DirectiveView {
  readonly type: string;
  readonly content: unknown;
}

function directivesOf({ response }: Heard): readonly DirectiveView[] {
  return (response?.response?.directives ?? []).map((content) => ({ type: String(record(content).type), content }));
}

function interfaceOf(type: string): string | undefined {
  const [prefix] = Object.keys(INTERFACES).filter((name) => type.startsWith(`${name}.`));
  return prefix === undefined ? undefined : INTERFACES[prefix];
}

function missingIn(directive: unknown): string | undefined {
  if (text(record(directive).token) === undefined) return 'token';
  const document = record(valueAt(directive, 'document'));
  if (document.type === 'Link') return text(document.src) === undefined ? 'src' : undefined;
  return ['type', 'version', 'mainTemplate'].find((key) => document[key] === undefined);
}
