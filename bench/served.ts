/** What a server of its own process says of itself, and what it can be asked. */
export interface Served {
  readonly url: string;
  /** Where a vendor's webhooks go. */
  readonly webhookUrl?: string;
  /** The settings that connect Aloud to a vendor. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, (value: unknown) => unknown>>;
}
