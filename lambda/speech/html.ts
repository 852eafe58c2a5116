import type { Handler, Parser } from 'htmlparser2';
import { withoutEntities } from './entities';
import { BLOCKS, HIDDEN, STRIKES } from './html-elements';
import type { TextBuilder } from './text-builder';

/** Reads the tags that stand in a text, one after the other, into a text builder. */
export interface TagReader {
  read(tag: string): void;
  /** Within an element whose content is not shown. */
  isHidden(): boolean;
  /** Something that keeps its content from being said was never closed. */
  isOpen(): boolean;
  /** Within a block element, where a line break of the source is a space. */
  inBlock(): boolean;
}

const ENDING = /^\S*\.(?:jpe?g|png|gif|webp|avif|heic|svg|bmp|tiff?)$/i;
/** A name as programs and cameras give it, without its ending: "menu_final_v3", "IMG_2041", "DSC00123", "hero-banner-2x". */
const NAME_ONLY =
  /^(?:(?=\S*_\S*_|\S*_\S*\d|\S*\d\S*_)[\w.-]+|(?:img|dsc|pxl|image|photo|screenshot|untitled)[-_ ]?\d+|(?=\S*\d)[a-z\d]+(?:-[a-z\d]+){2,})$/i;

/** What programs write where nobody has named it. */
const UNNAMED = /^(?:image|img|photo|picture|screenshot|untitled|alt(?: text)?)$/i;

/** Whether a picture has only the name of its file. */
export function isFileName(words: string): boolean {
  const name = words.trim();
  return ENDING.test(name) || NAME_ONLY.test(name) || UNNAMED.test(name);
}

/** What tells its sender that a mail was opened, and is not seen. */
function isPixel({ width, height }: Readonly<Record<string, string>>): boolean {
  return /^[01](?:px)?$/.test(width ?? '') || /^[01](?:px)?$/.test(height ?? '');
}

/** `hiding: false` ignores the elements that hide their content: one of them is never closed. */
export function createTagReader(builder: TextBuilder, hiding: boolean): TagReader {
  let hidden = 0;
  let blocks = 0;
  let isSpeech = false;
  /** A `<sub>` whose content its alias stands for. */
  let aliased = false;
  /** Words were, in an element that hides its content and was not closed. */
  let isLost = false;
  let parser: Parser | undefined;

  /** Most texts hold no tag: the parser is loaded when the first one needs it. */
  function createParser(): Parser {
    const { Parser } = require('htmlparser2') as typeof import('htmlparser2');
    const handler: Partial<Handler> = {
      onopentag(tag, written) {
        const attributes = decoded(written);
        if (attributes.src && tag !== 'script' && !isPixel(attributes))
          builder.link(attributes.src, attributes.alt ?? '');
        if (attributes.src && tag === 'img' && !isPixel(attributes)) {
          const { alt = '' } = attributes;
          builder.image(attributes.src, isFileName(alt) ? '' : alt);
        }
        if (HIDDEN.has(tag)) hidden += 1;
        if (hidden > 0) return;
        // In SSML an `<s>` is a sentence.
        if (tag === 'speak') isSpeech = true;
        if (tag === 's' && isSpeech) return builder.open('br');
        if (tag === 'sub' && attributes.alias && hiding) {
          builder.text(attributes.alias);
          aliased = true;
          hidden += 1;
          return;
        }
        if (BLOCKS.has(tag)) blocks += 1;
        builder.open(tag, attributes);
        if (attributes.alt && !isFileName(attributes.alt)) builder.picture(attributes.alt);
      },
      onclosetag(tag, isImplied) {
        if (hidden > 0) {
          // Its parent ended before it did.
          if (isImplied && HIDDEN.has(tag) && tag !== 'head') isLost = true;
          if (HIDDEN.has(tag) || (aliased && tag === 'sub')) hidden -= 1;
          if (tag === 'sub') aliased = false;
          return;
        }
        if (tag === 's' && isSpeech) return builder.open('br');
        if (BLOCKS.has(tag)) blocks -= 1;
        builder.close(tag);
      },
    };
    return new Parser(handler, { decodeEntities: false });
  }

  return {
    read(tag) {
      const name = /^<\/?([a-z]+)/i.exec(tag)?.[1]?.toLowerCase();
      if (!hiding && name && (HIDDEN.has(name) || STRIKES.has(name))) return;
      parser ??= createParser();
      parser.write(tag);
      // Of SSML and XHTML: HTML has none of these that hold nothing, and so it would hold all that follows.
      if (name && HIDDEN.has(name) && tag.endsWith('/>')) parser.write(`</${name}>`);
    },
    isHidden: () => hidden > 0,
    isOpen: () => hidden > 0 || isLost || builder.isStruck(),
    inBlock: () => blocks > 0,
  };
}

function decoded(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, withoutEntities(value)]));
}
