import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of a Dockerfile: `RUN`, and all behind it but its flags. */
export interface Instruction {
  readonly keyword: string;
  readonly flags: Readonly<Record<string, string>>;
  readonly text: string;
}

export function parseDockerfile(text: string): readonly Instruction[] {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, keyword = '', flags = '', rest = ''] = /^(\w+)\s+((?:--[\w-]+=\S+\s+)*)(.*)$/.exec(line) ?? [];
    const pairs = [...flags.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value] as const);
    return { keyword, flags: Object.fromEntries(pairs), text: rest.trim() };
  });
}

/** The program that a line starts as it is, without a shell. @throws SyntaxError for one in a shell's form */
export function execForm(text: string): readonly string[] {
  return JSON.parse(text);
}

/** Whether a path of the build's context is kept out. The last line that fits decides, also for what is below it. */
export function ignoredBy(dockerignore: string): (path: string) => boolean {
  const rules = dockerignore
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ keepsOut: !line.startsWith('!'), form: formOf(line.replace(/^!/, '')) }));
  return (path) => rules.findLast(({ form }) => form.test(path))?.keepsOut ?? false;
}

function formOf(pattern: string): RegExp {
  const source = pattern
    .split('**/')
    .map((part) => part.replaceAll('.', '\\.').replaceAll('*', '[^/]*'))
    .join('(?:.*/)?');
  return new RegExp(`^${source}(?:/.*)?$`);
}

/** The files of a checkout that a build is given. What is large and kept out anyway is not looked into. */
export function contextFiles(root: string): readonly string[] {
  const isOut = ignoredBy(readFileSync(join(root, '.dockerignore'), 'utf8'));
  const below = (folder: string): readonly string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (!entry.isDirectory()) return entry.isFile() && !isOut(path) ? [path] : [];
      return LARGE.has(entry.name) ? [] : below(path);
    });
  return below('');
}

const LARGE = new Set(['.git', 'node_modules', 'dist', 'coverage']);
