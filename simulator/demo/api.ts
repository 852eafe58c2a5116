import { randomBytes, randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { PLATFORM_NAMES, PLATFORMS, type PlatformName } from '../../lambda/platforms';
import type { ProactiveEventsService } from '../amazon/proactive-events';
import { type Models, modelOf } from '../echo/models';
import type { Echo } from '../echo/types';
import type { AlexaApp } from './alexa-app';
import { boundedMap } from './bounded-map';
import { applySettings, mannersOf, readSettings, settingsSchema } from './settings';
import type { DemoSkill } from './skill';
import type { DemoSkills } from './skills';
import { suggestions } from './suggestions';

/** Open pages whose Echo is kept; a page whose Echo was dropped makes another one. */
const MAX_ECHOES = 100;

export interface DemoApiOptions {
  readonly models: Models;
  /** The platform of a page that names none. */
  readonly platform: PlatformName;
  readonly skills: DemoSkills;
  readonly alexaApp: AlexaApp;
  /** The notifications that a customer has not heard. */
  readonly pendingNotifications: ProactiveEventsService['pending'];
}

interface Page {
  readonly skill: DemoSkill;
  readonly echo: Echo;
  /** How many webhooks of the platform came before the page's next turn. */
  webhooks: number;
}

/** The JSON API of the demo's page. */
export function demoApi({ models, platform, skills, alexaApp, pendingNotifications }: DemoApiOptions): Router {
  const locales = [...models.keys()];
  const pages = boundedMap<string, Page>(MAX_ECHOES);
  const connectBody = z.object({
    locale: z.enum(locales).default('en-US'),
    platform: z.enum(PLATFORM_NAMES).default(platform),
    userId: z
      .string()
      .regex(/^amzn1\.ask\.account\.[A-Z0-9]{1,200}$/)
      .default(newUserId),
    /** What the customer has allowed before, for a demo that was started again. */
    notifications: z.boolean().default(false),
  });
  const words = z.string().trim().min(1).max(500);
  const hearBody = z.object({ utterance: words });
  const agentBody = z.object({ text: words, name: z.string().trim().min(1).max(100) });
  const broadcastBody = z.object({ text: words });
  const notificationsBody = z.object({ allowed: z.boolean() });

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
    const skill = await skills.of(body);
    const manners = mannersOf(skill.platform, skill.vendor);
    if (body.notifications) alexaApp.recall(body.userId);
    const page = { skill, echo: skill.echo(body), webhooks: skill.webhooks.count };
    leave(pages.set(id, page));
    const { invocationName } = modelOf(models, body.locale).languageModel;
    response.status(201).json({
      id,
      ...body,
      suggestions: suggestions(invocationName),
      manners: manners.map(({ name, label, options }) => ({ name, label, options })),
      settings: readSettings(manners),
      broadcasts: skill.desk.broadcasts,
      ...notificationsOf(page),
    });
  });

  // A line of JSON for each word that is spoken before the answer, when it is spoken; the last line is the answer.
  router.post('/echoes/:id/hear', async (request, response) => {
    const page = find(request.params.id, response);
    const body = page && read(hearBody, request.body, response);
    if (!body) return;
    const { skill, echo } = page;
    const write = streamLines(response);
    const turn = await echo.hear(body.utterance, { bargeIn: true, onProgress: (progress) => write({ progress }) });
    const webhooks = skill.webhooks.since(page.webhooks);
    page.webhooks = skill.webhooks.count;
    const settings = readSettings(mannersOf(skill.platform, skill.vendor));
    const isOpen = turn?.state === 'listening' && !turn.interrupted;
    const choices = isOpen ? await skill.offered() : [];
    const answer = turn && (turn.request ? { turn, webhooks, choices } : { spoken: turn.speech });
    write({ ...answer, settings, ...notificationsOf(page) });
    response.end();
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

  router.get('/echoes/:id/notifications', (request, response) => {
    const page = find(request.params.id, response);
    if (page) response.json(notificationsOf(page));
  });

  router.put('/echoes/:id/notifications', async (request, response) => {
    const page = find(request.params.id, response);
    const body = page && read(notificationsBody, request.body, response);
    if (!body) return;
    await alexaApp.allow(page.skill.userId, body.allowed, page.echo);
    response.json(notificationsOf(page));
  });

  router.post('/echoes/:id/agent', async (request, response) => {
    const page = find(request.params.id, response);
    const body = page && read(agentBody, request.body, response);
    if (body) tell(response, await page.skill.desk.agent(body.text, body.name));
  });

  router.post('/echoes/:id/broadcast', async (request, response) => {
    const page = find(request.params.id, response);
    const body = page && read(broadcastBody, request.body, response);
    if (!body) return;
    if (page.skill.desk.broadcasts) tell(response, await page.skill.desk.broadcast(body.text));
    else refuse(response, 404, 'This platform has no broadcasts.');
  });

  router.use((_request, response) => refuse(response, 404, 'The demo has no such address.'));
  router.use(onUnreadable);
  return router;

  function find(id: string, response: Response): Page | undefined {
    const page = pages.get(id);
    if (!page) refuse(response, 404, 'This Echo is not known any more.');
    return page;
  }

  /** The skill of a page that was dropped ends with its last page. */
  function leave(page: Page | undefined): void {
    const isNeeded = pages.values().some(({ skill }) => skill === page?.skill);
    if (page && !isNeeded) skills.release(page.skill);
  }

  function notificationsOf({ skill: { userId } }: Page) {
    return { allowed: alexaApp.allows(userId), notifications: pendingNotifications(userId).map(({ at }) => ({ at })) };
  }
}

/** Begins an answer of lines of JSON; each is sent when it is written. */
function streamLines(response: Response): (line: object) => void {
  response.type('application/x-ndjson');
  return (line) => void response.write(`${JSON.stringify(line)}\n`);
}

/** What our webhook answered to something that the business wrote. */
function tell(response: Response, webhook: number | undefined): void {
  if (webhook !== undefined) response.json({ webhook });
  else refuse(response, 409, 'The platform does not know this customer yet: say something to the bot first.');
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
