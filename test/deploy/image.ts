import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { contextFiles, execForm, type Instruction, parseDockerfile } from '../support/dockerfile';
import { emptyFolder, runToEnd } from '../support/packed';

/** What a Dockerfile's steps made, in folders in the place of its stages' roots. */
export interface Image {
  /** In the place of `/`. */
  readonly root: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  /** What is started, and what Docker asks whether it is healthy. */
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  /** Which paths were given to whom. */
  readonly owners: Readonly<Record<string, string>>;
}

interface Stage {
  readonly root: string;
  folder: string;
  env: Record<string, string>;
  user: string;
  entrypoint: readonly string[];
  command: readonly string[];
  healthcheck: readonly string[];
  owners: Record<string, string>;
}

/** Paths of an image as they stand in a step, apart from those of the machine that runs it. */
const OF_THE_IMAGE = /(?<=^|[\s:=])\/(?=(?:build|data|opt|usr)\b)/g;

/** Runs the steps of a Dockerfile on this machine, whose Node and shell stand in for those of its base. @throws Error for a step that fails */
export async function runSteps(dockerfile: string, context: string, top: string): Promise<Image> {
  const stages: Stage[] = [];
  const names = new Map<string, Stage>();
  for (const instruction of parseDockerfile(dockerfile)) {
    if (instruction.keyword === 'FROM') {
      const stage = newStage(join(top, `stage-${stages.length}`));
      stages.push(stage);
      names.set(instruction.text.split(/ AS /i)[1] ?? '', stage);
    } else {
      const stage = stages.at(-1);
      if (stage) await take(instruction, stage, { context, names, shims: join(top, 'shims') });
      // Before the first stage stands what it is made from: the machine's Node.
      else if (instruction.keyword !== 'ARG') throw new Error(`${instruction.keyword} before FROM`);
    }
  }
  const image = stages.at(-1);
  if (!image) throw new Error('no stage');
  return image;
}

/** A program's words with the paths of the image where they are here. */
export function placed(image: Pick<Image, 'root'>, words: readonly string[]): readonly string[] {
  return words.map((word) => word.replace(OF_THE_IMAGE, `${image.root}/`));
}

function newStage(root: string): Stage {
  mkdirSync(join(root, 'usr/local/bin'), { recursive: true });
  return { root, folder: root, env: {}, user: 'root', entrypoint: [], command: [], healthcheck: [], owners: {} };
}

interface Surroundings {
  readonly context: string;
  readonly names: ReadonlyMap<string, Stage>;
  /** Programs that go before the machine's. */
  readonly shims: string;
}

async function take({ keyword, flags, text }: Instruction, stage: Stage, around: Surroundings): Promise<void> {
  switch (keyword) {
    case 'WORKDIR':
      stage.folder = join(stage.root, text);
      mkdirSync(stage.folder, { recursive: true });
      return;
    case 'ENV':
      for (const [, name = '', value = ''] of text.matchAll(/(\w+)=(\S+)/g)) {
        stage.env[name] = placed(stage, [value])[0] ?? '';
      }
      return;
    case 'COPY':
      return copy(
        text.split(/\s+/),
        stage,
        flags.from === undefined ? undefined : around.names.get(flags.from),
        around,
      );
    case 'RUN':
      return runStep(text, stage, around);
    case 'USER':
      stage.user = text;
      return;
    case 'HEALTHCHECK':
      stage.healthcheck = execForm(text.replace(/^CMD /, ''));
      return;
    case 'ENTRYPOINT':
      stage.entrypoint = execForm(text);
      return;
    case 'CMD':
      stage.command = execForm(text);
      return;
    case 'ARG':
    case 'LABEL':
    case 'EXPOSE':
    case 'VOLUME':
      return;
    default:
      throw new Error(`${keyword} is not known here`);
  }
}

function copy(words: readonly string[], stage: Stage, from: Stage | undefined, { context }: Surroundings): void {
  const target = words.at(-1) ?? '';
  const files = contextFiles(context);
  for (const source of words.slice(0, -1)) {
    if (from) {
      cpSync(join(from.root, source), join(stage.root, target), { recursive: true, verbatimSymlinks: true });
      continue;
    }
    const found = files.filter((file) => source === '.' || file === source);
    if (found.length === 0) throw new Error(`COPY ${source}: nothing of that name is let in by .dockerignore`);
    for (const file of found) {
      const place = resolve(stage.folder, target, file);
      mkdirSync(dirname(place), { recursive: true });
      cpSync(join(context, file), place);
    }
  }
}

async function runStep(text: string, stage: Stage, { shims }: Surroundings): Promise<void> {
  // Nobody but root may give files away: it is noted, and done when the image is started.
  mkdirSync(shims, { recursive: true });
  writeFileSync(join(shims, 'chown'), '#!/bin/sh\necho "CHOWN $1 $2"\n');
  chmodSync(join(shims, 'chown'), 0o755);
  const [script = ''] = placed(stage, [text]);
  const { code, output } = await runToEnd(['sh', '-c', script], {
    cwd: stage.folder,
    env: { PATH: `${shims}:${process.env.PATH}`, HOME: process.env.HOME, ...stage.env },
  });
  if (code !== 0) throw new Error(`RUN ${text}\n${output}`);
  for (const [, owner = '', path = ''] of output.matchAll(/^CHOWN (\S+) (\S+)$/gm)) {
    stage.owners[path.slice(stage.root.length)] = owner;
  }
}

/** The user `node` of the image, where this machine lets us be somebody else: only root may. */
export const NODE_USER = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : undefined;

/** Where a container may write. */
export function giveAway(folder: string): void {
  if (NODE_USER) chownSync(folder, NODE_USER.uid, NODE_USER.gid);
}

/** A folder that everybody may look into, as `/`. */
export function openFolder(): string {
  const folder = emptyFolder();
  chmodSync(folder, 0o755);
  return folder;
}

/** When each file and folder was written last, by its path, but for those below `except`. */
export function written(root: string, except: string): ReadonlyMap<string, number> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isSymbolicLink()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.filter((path) => !path.startsWith(except)).map((path) => [path, statSync(path).mtimeMs]));
}
