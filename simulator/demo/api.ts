import { randomBytes, randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { type Models, modelOf } from '../echo/models';
import type { Echo, EchoTurn } from '../echo/types';
import type { Behaviour } from '../platforms/botdistrikt';
import { boundedMap } from './bounded-map';
import { applySettings, DELAYS, demoSettings, FAULTS, readSettings } from './settings';
import { suggestions } from './suggestions';

/** Open pages whose Echo is kept; a page whose Echo was dropped makes another one. */
const MAX_ECHOES = 100;

export interface DemoApiOptions {
  readonly models: Models;
  readonly createEcho: (options: { locale: string; userId: string }) => Echo;
  /** What a customer may choose from after a turn, as it would be said. */
  readonly choices: (userId: string, turn: EchoTurn) => readonly string[];
  readonly behaviour: Behaviour;
}

interface Page {
  readonly userId: string;
  readonly echo: Echo;
}

/** The JSON API of the demo's page. */
export function demoApi({ models, createEcho, choices, behaviour }: DemoApiOptions): Router {
  const locales = [...models.keys()];
  const pages = boundedMap<string, Page>(MAX_ECHOES);
  const connectBody = z.object({
    locale: z.enum(locales).default('en-US'),
    userId: z
      .string()
      .regex(/^amzn1\.ask\.account\.[A-Z0-9]{1,200}$/)
      .default(newUserId),
  });
  const hearBody = z.object({ utterance: z.string().trim().min(1).max(500) });

  const router = express.Router();
  router.use(express.json({ limit: '8kb' }));

  router.post('/echoes', (request, response) => {
    const body = read(connectBody, request.body, response);
    if (!body) return;
    const id = randomUUID();
    pages.set(id, { userId: body.userId, echo: createEcho(body) });
    const { invocationName } = modelOf(models, body.locale).languageModel;
    response.status(201).json({ id, ...body, suggestions: suggestions(invocationName) });
  });

  router.post('/echoes/:id/hear', async (request, response) => {
    const page = find(request.params.id, response);
    const body = page && read(hearBody, request.body, response);
    if (!body) return;
    const turn = await page.echo.hear(body.utterance);
    response.json({ ...(turn && { turn, choices: choices(page.userId, turn) }), settings: readSettings(behaviour) });
  });

  router.post('/echoes/:id/silence', async (request, response) => {
    const page = find(request.params.id, response);
    if (!page) return;
    const result = await page.echo.silence();
    response.json(result && 'request' in result ? { turn: result } : { ...result });
  });

  router.get('/settings', (_request, response) => {
    const names = locales.map((value) => ({ value, label: languageName(value) }));
    response.json({ locales: names, delays: DELAYS, faults: FAULTS, settings: readSettings(behaviour) });
  });

  router.put('/settings', (request, response) => {
    const body = read(demoSettings, request.body, response);
    if (!body) return;
    applySettings(body, behaviour);
    response.json({ settings: readSettings(behaviour) });
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
