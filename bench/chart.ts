import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../simulator/root';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** What stands behind it. Default: the value. */
  readonly label?: string;
}

const WIDTH = 720;
const NAMES_WIDTH = 260;
const LABELS_WIDTH = 110;
const ROW = 26;
const TOP = 40;

/** Horizontal bars from one scale, readable on light and dark pages. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const height = TOP + ROW * bars.length + 10;
  const rows = bars.flatMap(({ name, value, label = String(Math.round(value)) }, index) => {
    const y = TOP + ROW * index;
    const width = Math.max(1, Math.round((value / most) * (WIDTH - NAMES_WIDTH - LABELS_WIDTH)));
    return [
      `<text x="${NAMES_WIDTH - 10}" y="${y + 16}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${NAMES_WIDTH}" y="${y + 3}" width="${width}" height="${ROW - 8}" rx="2" fill="#2f81f7"/>`,
      `<text x="${NAMES_WIDTH + width + 8}" y="${y + 16}">${escaped(label)}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    '<style>text{font:13px system-ui,sans-serif;fill:#59636e}@media(prefers-color-scheme:dark){text{fill:#c9d1d9}}</style>',
    `<text x="10" y="22" font-weight="600">${escaped(title)}</text>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

/** Keeps a chart for the docs. */
export function writeChart(name: string, svg: string): void {
  writeFileSync(join(projectRoot(), 'docs/images', name), svg);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
