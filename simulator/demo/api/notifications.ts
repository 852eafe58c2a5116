import { z } from 'zod';
import type { ProactiveEventsService } from '../../amazon/proactive-events';
import type { AlexaApp } from '../alexa-app';
import { read } from './bodies';
import type { Page, PageHandler } from './pages';

/** Where customers allow notifications, and where those wait. */
export interface NotificationOptions {
  readonly alexaApp: AlexaApp;
  /** The notifications that a customer has not heard. */
  readonly pendingNotifications: ProactiveEventsService['pending'];
}

/** What a page shows of notifications. */
export interface ShownNotifications {
  readonly allowed: boolean;
  readonly notifications: readonly { readonly at: number }[];
}

const allowBody = z.object({ allowed: z.boolean() });

export function notificationsOf(
  { skill: { userId } }: Page,
  { alexaApp, pendingNotifications }: NotificationOptions,
): ShownNotifications {
  return { allowed: alexaApp.allows(userId), notifications: pendingNotifications(userId).map(({ at }) => ({ at })) };
}

export function showNotifications(options: NotificationOptions): PageHandler {
  return (page, _request, response) => void response.json(notificationsOf(page, options));
}

/** The customer allows notifications, or no longer. */
export function allowNotifications(options: NotificationOptions): PageHandler {
  return async (page, request, response) => {
    const body = read(allowBody, request.body, response);
    if (!body) return;
    await options.alexaApp.allow(page.skill.userId, body.allowed, page.echo);
    response.json(notificationsOf(page, options));
  };
}
