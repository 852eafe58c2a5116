import type { Look, Span } from './screen';

/** Of one sign in a monospaced font, in pixels. */
const WIDTH = 8.4;
const HEIGHT = 19;
const SIZE = 14;
const MARGIN = 16;
const BACKGROUND = '#15171c';
const INK = '#d8dce4';
/** As terminals number them: eight colours, and the same brighter. */
const COLOURS = [
  ...['#5c6370', '#ef7b85', '#93cf8a', '#e5c07b', '#6fb3f2', '#cf8fe0', '#5fc3cf', '#d8dce4'],
  ...['#8b93a1', '#ff9aa2', '#b0e8a8', '#f5d99a', '#93cbff', '#e3aef2', '#86e0ea', '#ffffff'],
];

/**
 * A terminal as a picture. Each piece of text is told how wide it is, so that columns stay columns in whatever monospaced font the
 * reader has.
 *
 * @param title what the picture shows, for who cannot see it
 */
export function svgOf(lines: readonly (readonly Span[])[], cols: number, title: string): string {
  const width = round(cols * WIDTH + 2 * MARGIN);
  const height = lines.length * HEIGHT + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${SIZE}" fill="${INK}">`,
    ...lines.flatMap((spans, row) => textsOf(spans, MARGIN + row * HEIGHT + SIZE)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function textsOf(spans: readonly Span[], y: number): readonly string[] {
  let column = 0;
  return spans.flatMap(({ text, look }) => {
    const from = column;
    column += [...text].length;
    // What is blank is not drawn.
    const blank = text.length - text.trimStart().length;
    const words = text.trim();
    if (words === '') return [];
    const x = round(MARGIN + (from + blank) * WIDTH);
    const length = round([...words].length * WIDTH);
    return `<text x="${x}" y="${y}" textLength="${length}"${styleOf(look)}>${escaped(words).replaceAll(' ', '\u00a0')}</text>`;
  });
}

function styleOf({ colour, isBold, isDim, isInverse }: Look): string {
  const fill = isInverse ? undefined : colour;
  return [
    fill !== undefined && ` fill="${COLOURS[fill]}"`,
    isBold && ' font-weight="bold"',
    isDim && ' fill-opacity="0.65"',
    isInverse && ' text-decoration="underline"',
  ]
    .filter(Boolean)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
