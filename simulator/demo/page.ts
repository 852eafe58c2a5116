import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import { projectRoot } from '../root';

/** Nothing but what this server serves, and no inline code: a bot's text can never become script. */
const POLICY = [
  "default-src 'none'",
  "connect-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The files of the demo's page. */
export function demoPage(): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.setHeader('Content-Security-Policy', POLICY);
      next();
    },
    express.static(join(projectRoot(), 'simulator/web/public'), { cacheControl: false }),
  ];
}
