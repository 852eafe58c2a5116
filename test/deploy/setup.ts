import { installAskCli } from '../../scripts/deploy/ask-cli';

/** Once before all deployment tests: the ASK CLI, which only a deployment needs. */
export default function setup(): void {
  installAskCli();
}
