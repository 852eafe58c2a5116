import { saidIn } from '../operator/field-test/spoken';
import { STEPS } from '../operator/field-test/steps';

/** `docs/field-test.md`: how it is held, and its steps. */
export function fieldTestPage(): string {
  const rows = STEPS.map(({ id, say, doing = '', expect, fact, source, change }) => {
    const does = say === undefined ? doing : `say “${saidIn(say, '<name>')}”`;
    return `| \`${id}\` | ${[does, expect, fact, source, change].map(cell).join(' | ')} |`;
  });
  return [
    HEAD,
    '| step | what is done | what is to come | what we go by | where that is from | where it differs, change |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

const HEAD = `# Twenty minutes with a real Echo: \`aloud field-test\`

Some of what Alexa does stands on no page of Amazon's that we could read, and no simulator settles it. This settles it for your
skill, your Echo and your language:

\`\`\`
npx aloud field-test --list
npx aloud field-test
npx aloud field-test --steps yes,no,silence
npx aloud field-test --simulate
\`\`\`

You need an Echo on your developer account (it hears skills in development), the skill deployed with its endpoint at this machine
(\`npm run deploy -- --profile self-hosted\`, [deploy-self-hosted.md](deploy-self-hosted.md)), and \`ALOUD_PUBLIC_URL\` leading here: the
command starts the real server with the settings of \`.env\`, so stop one that runs already, and calls that address first to see
whether it leads to itself. It shows one step after the other and waits for the request that fits. Then it judges it. Enter: judge
what came; \`s\`: skip; \`r\`: repeat; \`q\`: end here. In other languages than English say the same in your own.

\`--simulate\` has the simulated Echo answer the steps, offline; it says nothing of a real one, and leaves unclear what only a person hears.

What it finds is in \`data/field-test\` (or \`--out\`), a folder for its owner only: \`findings.json\`, \`findings.md\`, and for each step the
requests and answers, with ids replaced and words masked, for tests. No word that anybody said is kept. Where reality differs it prints what to change.

Exit code: 0 all held or are unclear, 1 something differs or the machine is not reached, 2 the command is wrong, 3 nothing was tried.

## The steps
`;
