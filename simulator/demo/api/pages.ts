import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Recorder } from '../../echo/recorder';
import type { Echo } from '../../echo/types';
import { boundedMap } from '../bounded-map';
import type { DemoSkill } from '../skill';
import { refuse } from './bodies';

/** Open pages whose Echo is kept; a page whose Echo was dropped makes another one. */
const MAX_ECHOES = 100;

/** An open page of a browser. */
export interface Page {
  readonly skill: DemoSkill;
  readonly echo: Echo;
  readonly locale: string;
  /** How the skill is opened. */
  readonly opening: string;
  /** What was said on it. */
  readonly recorder: Recorder;
  /** How many webhooks of the platform came before the page's next turn. */
  webhooks: number;
}

/** Answers a request of a page. */
export type PageHandler = (page: Page, request: Request<{ id: string }>, response: Response) => void | Promise<void>;

export interface Pages {
  /** Keeps a page. Gives the id by which its requests name it. */
  add(page: Page): string;
  /** Answers requests whose path names a page; refuses those of a page that is not kept any more. */
  handler(handle: PageHandler): RequestHandler<{ id: string }>;
}

/** @param release told of a skill whose last page was dropped */
export function createPages(release: (skill: DemoSkill) => void): Pages {
  const pages = boundedMap<string, Page>(MAX_ECHOES);

  return {
    add(page) {
      const id = randomUUID();
      const dropped = pages.set(id, page);
      const isNeeded = pages.values().some(({ skill }) => skill === dropped?.skill);
      if (dropped && !isNeeded) release(dropped.skill);
      return id;
    },
    handler: (handle) => (request, response) => {
      const page = pages.get(request.params.id);
      return page ? handle(page, request, response) : refuse(response, 404, 'This Echo is not known any more.');
    },
  };
}
