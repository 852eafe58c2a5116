import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { fromIni } from '@aws-sdk/credential-provider-ini';
import { OperatorProblem } from '../problem';

/** Where the settings go: an AWS account (the profile of `~/.aws`), a region, and the name of the secret. */
export interface SecretPlace {
  readonly awsProfile: string;
  readonly region: string;
  readonly name: string;
}

export interface SettingsSecret {
  /** Whether there are credentials; what is wrong otherwise, as a line. Makes no request. */
  check(): Promise<string | undefined>;
  /**
   * Keeps the settings, as JSON, as one secret, and tells its version: the one that is there when nothing has changed.
   *
   * @throws OperatorProblem when AWS refuses
   */
  keep(content: string): Promise<string>;
  close(): void;
}

/** The operator's settings, or those of one of several skills, in AWS Secrets Manager. They travel neither in a file nor as a parameter of the stack. */
export function openSettingsSecret({ awsProfile, region, name }: SecretPlace): SettingsSecret {
  // As the ASK CLI does it, so that both act for the same account.
  const credentials = fromIni({ profile: awsProfile });
  const client = new SecretsManagerClient({ region, credentials });

  return {
    async check() {
      try {
        await credentials();
      } catch {
        return `There are no AWS credentials for the profile "${awsProfile}": see  ~/.aws/credentials  or run  npx aloud ask configure`;
      }
    },
    async keep(SecretString) {
      try {
        const current = await currentSecret();
        if (current?.SecretString === SecretString && current.VersionId) return current.VersionId;
        const written = current
          ? await client.send(new PutSecretValueCommand({ SecretId: name, SecretString }))
          : await client.send(new CreateSecretCommand({ Name: name, SecretString, Description: 'Settings of Aloud' }));
        if (!written.VersionId) throw new Error('no version');
        return written.VersionId;
      } catch (error) {
        throw new OperatorProblem([reason(error)]);
      }
    },
    close: () => client.destroy(),
  };

  async function currentSecret() {
    try {
      return await client.send(new GetSecretValueCommand({ SecretId: name }));
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  /** By the name of the error alone: its text may repeat what was sent. */
  function reason(error: unknown): string {
    const kind = error instanceof Error ? error.name : 'Error';
    const what = `AWS does not keep the settings in the secret ${name} (${kind})`;
    switch (kind) {
      case 'AccessDeniedException':
        return `${what}: allow the AWS profile "${awsProfile}" secretsmanager:CreateSecret, GetSecretValue and PutSecretValue`;
      case 'UnrecognizedClientException':
      case 'InvalidSignatureException':
      case 'ExpiredTokenException':
        return `${what}: renew the credentials of the AWS profile "${awsProfile}"`;
      case 'InvalidRequestException':
        return `${what}: it is marked for deletion; restore it, or name another one in ask-resources.json`;
      default:
        return `${what}: see whether this machine reaches AWS in ${region}`;
    }
  }
}
