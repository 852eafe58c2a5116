import type { ErrorRequestHandler, Response } from 'express';
import { z } from 'zod';

/** What somebody says or writes. */
export const words = z.string().trim().min(1).max(500);

/** The body, checked; else it is refused and `undefined`. */
export function read<T>(schema: z.ZodType<T>, body: unknown, response: Response): T | undefined {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  refuse(response, 400, `${issue?.path.join('.') || 'body'}: ${issue?.message}`);
  return undefined;
}

export function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}

/** Of the body parser: not JSON, too large, an unknown charset. */
export const onUnreadable: ErrorRequestHandler = (error, _request, response, next) => {
  if (error.status >= 400 && error.status < 500) refuse(response, error.status, 'The body cannot be read.');
  else next(error);
};
