import { webhookPath } from '../../lambda/webhooks/webhooks';
import type { Screen } from '../screen';

export interface WebhookAddress {
  /** The function URL of the stack. */
  readonly functionUrl: string | undefined;
  readonly secret: string;
  readonly platform: string;
  /** Also where nobody looks at a terminal. */
  readonly isAsked: boolean;
  /** The command that prints it. */
  readonly again: string;
}

/** Prints the address to enter in the vendor's dashboard. It is a secret, so a pipe, which may be a log, has it only when asked. */
export function tellWebhook({ print }: Pick<Screen, 'print'>, address: WebhookAddress): void {
  const { functionUrl, secret, platform, isAsked, again } = address;
  const url = `${functionUrl?.replace(/\/$/, '')}${webhookPath(secret, platform)}`;
  print(
    isAsked || process.stdout.isTTY
      ? `Enter this address as the webhook in the dashboard of ${platform}; it is a secret:\n${url}`
      : `${again}  prints the address of the webhook, which is a secret.`,
  );
}
