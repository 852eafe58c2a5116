import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const doctor: CommandDefinition = {
  name: 'doctor',
  summary: 'what is wrong with this set-up, and how to mend it',
  about: `Looks at settings, business file, store, webhook, Amazon's credentials, manifest, clock, certificate and Node, and changes
nothing. Exit code 1: something has to be mended. Only Voximplant Kit can be asked whether its credentials are right without a
trace; with --call the bot of another platform is sent one message by a visitor called aloud-doctor.`,
  options: [
    SKILL_OPTION,
    { flags: '--call', what: 'send the bot one message, after asking' },
    { flags: '--yes', what: 'do not ask' },
    { flags: '--offline', what: 'look at this machine only: no host is called' },
    { flags: '--where <place>', what: 'where it runs, if that is not told right', choices: ['aws', 'server'] },
    { flags: '--json', what: 'one JSON document' },
  ],
  examples: [
    ['doctor', 'everything that leaves no trace'],
    ['doctor --offline --json', 'what can be told without calling a host, for a program'],
    ['doctor --call --yes', 'the bot as well'],
  ],
};
