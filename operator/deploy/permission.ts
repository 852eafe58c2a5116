import { fromIni } from '@aws-sdk/credential-provider-ini';
import { callSigned, endpointOf } from '../../lambda/secrets/signed-call';
import { OperatorProblem } from '../problem';

const ANSWER_MS = 20_000;

/** Who is to be let in where. */
export interface Invitation {
  readonly awsProfile: string;
  /** The ARN of the function that serves all skills. */
  readonly functionArn: string;
  readonly skillId: string;
}

/**
 * Lets Alexa call the function for a skill, as the stack does it for the first one
 * (https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html). Safe to repeat.
 *
 * @throws OperatorProblem when AWS refuses
 */
export async function letAlexaIn({ awsProfile, functionArn, skillId }: Invitation): Promise<void> {
  const [, , , region = '', , , name = ''] = functionArn.split(':');
  const path = `/2015-03-31/functions/${name}/policy`;
  const answer = await callSigned({
    ...{ service: 'lambda', region, url: new URL(path, endpointOf('lambda', region, process.env)) },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      // One for each skill: where it is there already, AWS says so.
      StatementId: `alexa-${skillId.replace(/[^\w-]/g, '-')}`,
      Action: 'lambda:InvokeFunction',
      Principal: 'alexa-appkit.amazon.com',
      EventSourceToken: skillId,
    }),
    keys: await fromIni({ profile: awsProfile })(),
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch(() => undefined);
  const [kind = 'no answer'] = String(answer?.headers['x-amzn-errortype'] ?? answer?.status ?? 'no answer').split(':');
  if (answer?.status === 201 || kind === 'ResourceConflictException') return;
  const what = `AWS does not let Alexa call the function for this skill (${kind})`;
  throw new OperatorProblem([
    kind === 'AccessDeniedException'
      ? `${what}: allow the AWS profile "${awsProfile}" lambda:AddPermission on ${functionArn}`
      : `${what}: see whether this machine reaches AWS in ${region}, and whether the stack is still there`,
  ]);
}
