import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { PLATFORM_NAMES, PLATFORMS, type PlatformName } from '../../../lambda/platforms';
import { openingOf } from '../../echo/invocation';
import { type Models, modelOf } from '../../echo/models';
import { createRecorder } from '../../echo/recorder';
import { mannersOf, readSettings } from '../settings';
import type { DemoSkills } from '../skills';
import { suggestions } from '../suggestions';
import { read } from './bodies';
import { type NotificationOptions, notificationsOf } from './notifications';
import type { Pages } from './pages';

export interface ConnectOptions extends NotificationOptions {
  readonly models: Models;
  /** The platform of a page that names none. */
  readonly platform: PlatformName;
  readonly skills: DemoSkills;
}

/** What a page may choose from before it connects. */
export function showOptions({ models }: Pick<ConnectOptions, 'models'>): RequestHandler {
  return (_request, response) => {
    response.json({
      locales: [...models.keys()].map((value) => ({ value, label: languageName(value) })),
      platforms: PLATFORM_NAMES.map((value) => ({ value, label: PLATFORMS[value]?.title ?? value })),
    });
  };
}

/** Opens a page: it gets an Echo, and its customer a skill on the platform. */
export function connect(options: ConnectOptions, pages: Pages): RequestHandler {
  const { models, skills, alexaApp } = options;
  const schema = bodySchema(options);

  return async (request, response) => {
    const body = read(schema, request.body, response);
    if (!body) return;
    const skill = await skills.of(body);
    const manners = mannersOf(skill.platform, skill.vendor);
    if (body.notifications) alexaApp.recall(body.userId);
    const { invocationName } = modelOf(models, body.locale).languageModel;
    const page = {
      skill,
      echo: skill.echo(body),
      locale: body.locale,
      opening: openingOf(models, body.locale),
      recorder: createRecorder(),
      webhooks: skill.webhooks.count,
    };
    const id = pages.add(page);
    response.status(201).json({
      id,
      ...body,
      suggestions: suggestions(body.locale, invocationName),
      manners: manners.map(({ name, label, options }) => ({ name, label, options })),
      settings: readSettings(manners),
      broadcasts: skill.desk.broadcasts,
      ...notificationsOf(page, options),
    });
  };
}

function bodySchema({ models, platform }: ConnectOptions) {
  return z.object({
    locale: z.enum([...models.keys()]).default('en-US'),
    platform: z.enum(PLATFORM_NAMES).default(platform),
    userId: z
      .string()
      .regex(/^amzn1\.ask\.account\.[A-Z0-9]{1,200}$/)
      .default(newUserId),
    /** What the customer has allowed before, for a demo that was started again. */
    notifications: z.boolean().default(false),
  });
}

function newUserId(): string {
  return `amzn1.ask.account.${randomBytes(32).toString('hex').toUpperCase()}`;
}

function languageName(locale: string): string {
  return new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;
}
