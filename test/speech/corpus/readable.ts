const NAMES: Readonly<Record<string, string>> = { characters: 'spelled', 'spell-out': 'spelled', telephone: 'phone' };
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** SSML as a person reads it: a paragraph a line, elements as "[digits: 42]" and "[pause 300ms]". */
export function readable(ssml: string): readonly string[] {
  return [...ssml.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inner = '']) =>
    inner
      .replace(/<break time="([^"]*)"\/>/g, '[pause $1]')
      .replace(/<say-as interpret-as="([^"]*)">/g, (_tag, way: string) => `[${NAMES[way] ?? way}: `)
      .replace(
        /<emphasis level="([^"]*)">|<lang xml:lang="([^"]*)">/g,
        (_tag, level, language) => `[${level ?? language}: `,
      )
      .replace(/<prosody (\w+)="([^"]*)">/g, '[$1 $2: ')
      .replace(/<amazon:effect [^>]*>/g, '[whispered: ')
      .replace(/<\/[^>]*>/g, ']')
      .replace(/&(\w+);/g, (_entity, name: string) => ENTITIES[name] ?? ''),
  );
}
