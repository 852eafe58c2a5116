import { pngFault } from '../../../business/icons';
import { MANIFEST_FILE } from '../manifest/view';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { assetOf, iconUris } from './uris';

export const ICON_RULES: readonly Rule[] = [
  {
    id: 'ICONS-MISSING',
    severity: 'error',
    finds: 'A listing without its small or its large icon.',
    remedy: 'Name two PNG files of your own under icons: in business.yaml',
    source: source('functional', '3.2'),
    look: ({ manifest }) =>
      (manifest?.listings ?? []).flatMap(({ locale, path, smallIcon, largeIcon }) =>
        [
          { icon: smallIcon, at: `${path}.smallIconUri` },
          { icon: largeIcon, at: `${path}.largeIconUri` },
        ]
          .filter(({ icon }) => icon === undefined)
          .map(({ at }) => ({ file: MANIFEST_FILE, locale, at, what: 'There is no icon' })),
      ),
  },
  {
    id: 'ICONS-ADDRESS',
    severity: 'error',
    finds: 'An icon that is neither in the package nor at an https address.',
    remedy: 'Put the file into assets/ and name it  file://assets/…',
    source: source('smapi', 'INVALID_URL_FORMAT'),
    look: ({ manifest }) =>
      iconUris(manifest)
        .filter(({ uri }) => assetOf(uri) === undefined && !/^https:\/\/[^/]/.test(uri))
        .map(({ uri, size: _, ...place }) => ({ ...place, what: `"${uri}" is no https address` })),
  },
  {
    id: 'ICONS-FORMAT',
    severity: 'error',
    finds: 'An icon that is no PNG picture.',
    remedy: 'Export it as PNG',
    source: source('smapi', 'INVALID_CONTENT_TYPE'),
    look: (subject) => faulty(subject, 'format'),
  },
  {
    id: 'ICONS-SIZE',
    severity: 'error',
    finds: 'An icon that is not 108 × 108, or 512 × 512 pixels.',
    remedy: 'Export it in the size that Amazon wants',
    source: source('smapi', 'INVALID_IMAGE_ATTRIBUTES'),
    look: (subject) => faulty(subject, 'size'),
  },
  {
    id: 'ICONS-RIGHTS',
    severity: 'question',
    finds: 'Whether the icons are your own, and show no mark of anybody else.',
    remedy: 'Use a picture that is yours',
    source: source('policy', '1'),
    asksAlways: true,
    look: ({ manifest }) =>
      manifest
        ? [{ file: MANIFEST_FILE, what: "Are both icons yours, without anybody else's mark, and alike in both sizes?" }]
        : [],
  },
];

function faulty({ manifest, files }: Subject, code: 'format' | 'size'): readonly Spot[] {
  return iconUris(manifest).flatMap(({ uri, size, ...place }) => {
    const content = files[assetOf(uri) ?? ''];
    const fault = content === undefined ? undefined : pngFault(Buffer.from(content), size);
    return fault?.code === code ? [{ ...place, what: `The icon ${fault.message}` }] : [];
  });
}
