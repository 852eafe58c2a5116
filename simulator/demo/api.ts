import { randomBytes, randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { PLATFORMS } from '../../lambda/platforms';
import type { PlatformName } from '../../lambda/platforms/platform';
import { PLATFORM_NAMES } from '../../lambda/settings';
import { type Models, modelOf } from '../echo/models';
import type { Echo } from '../echo/types';
import { boundedMap } from './bounded-map';
import { applySettings, mannersOf, readSettings, settingsSchema } from './settings';
import type { DemoSkill } from './skill';
import { suggestions } from './suggestions';

/** Open pages whose Echo is kept; a page whose Echo was dropped makes another one. */
const MAX_ECHOES = 100;

export interface DemoApiOptions {
  readonly models: Models;
  /** The platform of a page that names none. */
  readonly platform: PlatformName;
  /** Started when it is first asked for. */
  readonly skillOf: (platform: PlatformName) => Promise<DemoSkill>;
}

interface Page {
  readonly skill: DemoSkill;
  readonly echo: Echo;
  /** How many webhooks of the platform came before the page's next turn. */
  webhooks: number;
}

/** The JSON API of the demo's page. */
export function demoApi({ models, platform, skillOf }: DemoApiOptions): Router {
  const locales = [...models.keys()];
  const pages = boundedMap<string, Page>(MAX_ECHOES);
  const connectBody = z.object({
    locale: z.enum(locales).default('en-US'),
    platform: z.enum(PLATFORM_NAMES).default(platform),
    userId: z
      .string()
      .regex(/^amzn1\.ask\.account\.[A-Z0-9]{1,200}$/)
      .default(newUserId),
  });
  const hearBody = z.object({ utterance: z.string().trim().min(1).max(500) });

  const router = express.Router();
  router.use(express.json({ limit: '8kb' }));

  router.get('/options', (_request, response) => {
    response.json({
      locales: locales.map((value) => ({ value, label: languageName(value) })),
      platforms: PLATFORM_NAMES.map((value) => ({ value, label: PLATFORMS[value]?.title ?? value })),
    });
  });

  router.post('/echoes', async (request, response) => {
    const body = read(connectBody, request.body, response);
    if (!body) return;
    const id = randomUUID();
    const skill = await skillOf(body.platform);
    const manners = mannersOf(skill.platform, skill.vendor);
    pages.set(id, { skill, echo: skill.echo(body), webhooks: skill.webhooks.count });
    const { invocationName } = modelOf(models, body.locale).languageModel;
    response.status(201).json({
      id,
      ...body,
      suggestions: suggestions(invocationName),
      manners: manners.map(({ name, label, options }) => ({ name, label, options })),
      settings: readSettings(manners),
    });
  });

  router.post('/echoes/:id/hear', async (request, response) => {
    const page = find(request.params.id, response);
    const body = page && read(hearBody, request.body, response);
    if (!body) return;
    const { skill, echo } = page;
    const turn = await echo.hear(body.utterance);
    const webhooks = skill.webhooks.since(page.webhooks);
    page.webhooks = skill.webhooks.count;
    const settings = readSettings(mannersOf(skill.platform, skill.vendor));
    response.json({ ...(turn && { turn, webhooks, choices: skill.choicesIn(turn) }), settings });
  });

  router.post('/echoes/:id/silence', async (request, response) => {
    const page = find(request.params.id, response);
    if (!page) return;
    const result = await page.echo.silence();
    response.json(result && 'request' in result ? { turn: result } : { ...result });
  });

  router.put('/echoes/:id/settings', (request, response) => {
    const page = find(request.params.id, response);
    if (!page) return;
    const manners = mannersOf(page.skill.platform, page.skill.vendor);
    const body = read(settingsSchema(manners), request.body, response);
    if (!body) return;
    applySettings(body, manners);
    response.json({ settings: readSettings(manners) });
  });

  router.use((_request, response) => refuse(response, 404, 'The demo has no such address.'));
  router.use(onUnreadable);
  return router;

  function find(id: string, response: Response): Page | undefined {
    const page = pages.get(id);
    if (!page) refuse(response, 404, 'This Echo is not known any more.');
    return page;
  }
}

function newUserId(): string {
  return `amzn1.ask.account.${randomBytes(32).toString('hex').toUpperCase()}`;
}

function languageName(locale: string): string {
  return new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;
}

/** The body, checked; else it is refused and `undefined`. */
function read<T>(schema: z.ZodType<T>, body: unknown, response: Response): T | undefined {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  refuse(response, 400, `${issue?.path.join('.') || 'body'}: ${issue?.message}`);
  return undefined;
}

function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}

/** Of the body parser: not JSON, too large, an unknown charset. */
const onUnreadable: ErrorRequestHandler = (error, _request, response, next) => {
  if (error.status >= 400 && error.status < 500) refuse(response, error.status, 'The body cannot be read.');
  else next(error);
};
