/** What a picture of the documentation shows, in words: the text for who cannot see it. */
export const PICTURES = {
  'demo.png': 'The demo: a simulated Echo in the browser, the dialogue, and where the milliseconds went',
  'chat.svg': 'A conversation with the bot of the demo in the terminal',
  'init.svg': 'aloud init asks for the platform, the settings and the business, and writes two files',
  'doctor.svg': 'aloud doctor says what is good, what is missing, and what mends it',
  'certify.svg': 'aloud certify says what Amazon would reject, and what to do',
} as const;

export type PictureName = keyof typeof PICTURES;

/** What `docs/images` holds beside them: it is drawn by hand. */
export const DRAWN = ['icon.svg'];
/** And what `npm run bench -- <name> --write` draws of what it measured. */
export const MEASURED = ['bench-flood.svg', 'bench-scale.svg'];
/** No picture is larger, in bytes. */
export const LARGEST = 150_000;
