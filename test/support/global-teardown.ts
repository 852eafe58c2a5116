import './global-setup';

export default async function tearDown() {
  await globalThis.stopDynamoDbLocal?.();
}
