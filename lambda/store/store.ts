import type { Conversation } from '../conversation/conversation';

/** What Amazon's services need to reach a user. */
export interface AlexaIdentity {
  /** `context.System.user.userId`, at most 255 characters; always the same for a key. Sealed at rest. */
  readonly userId: string;
  /** `context.System.apiEndpoint`: the region of the user. */
  readonly apiEndpoint?: string;
  readonly locale: string;
}

/** A user as the store knows it, with the conversation document. */
export interface StoredUser {
  readonly key: string;
  readonly conversation: Conversation;
  /** Counts the saves of the conversation; `save` is refused when it is not the newest. */
  readonly version: number;
}

/**
 * What a database must be. Rejects only with `ALOUD_STORE_…` errors. A promise that resolves means: it is on disk.
 */
export interface Store {
  /** The user, created with an empty conversation if unknown. Two racing calls create one user. */
  user(key: string, identity: AlexaIdentity): Promise<StoredUser>;
  /** The Alexa identity as it was last seen, or `undefined` for an unknown user. */
  identity(key: string): Promise<AlexaIdentity | undefined>;
  /** Saves the conversation read at `version`. `false`: somebody saved in between, nothing was written. */
  save(key: string, conversation: Conversation, version: number): Promise<boolean>;
  /** Removes everything kept of the user. Unknown users are no error. */
  erase(key: string): Promise<void>;
  /** Resolves when the database can be read. */
  ready(): Promise<void>;
  /** Waits for what is being written, then lets go of the database. Safe to repeat. */
  close(): Promise<void>;
}
