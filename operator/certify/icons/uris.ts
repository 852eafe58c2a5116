import { ICON_SIZES } from '../../../business/icons';
import { MANIFEST_FILE, type ManifestView } from '../manifest/view';

/** An icon that a listing names. */
export interface IconUri {
  readonly file: string;
  readonly locale: string;
  readonly at: string;
  readonly uri: string;
  readonly size: number;
}

export function iconUris(manifest: ManifestView | undefined): readonly IconUri[] {
  return (manifest?.listings ?? []).flatMap(({ locale, path, smallIcon, largeIcon }) => {
    const place = { file: MANIFEST_FILE, locale };
    return [
      ...(smallIcon === undefined
        ? []
        : [{ ...place, at: `${path}.smallIconUri`, uri: smallIcon, size: ICON_SIZES.small }]),
      ...(largeIcon === undefined
        ? []
        : [{ ...place, at: `${path}.largeIconUri`, uri: largeIcon, size: ICON_SIZES.large }]),
    ];
  });
}

/** The path in the package; `undefined` for an icon that stands elsewhere. */
export function assetOf(uri: string): string | undefined {
  return /^file:\/\/(?:\.?\/)?(.+)$/.exec(uri)?.[1];
}
