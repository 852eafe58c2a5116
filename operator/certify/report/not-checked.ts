/** What no rule looks at, and why: told in each report and in docs/certify.md. */
export const NOT_CHECKED: readonly string[] = [
  'Whether addresses answer: nothing leaves this machine. The report asks you to open them.',
  'Trademarks, account linking and test accounts: only you can know. The report asks.',
  "What Amazon checks beside what she documents: agreements, features that are not for everybody, what she knows of other skills (SMAPI's EXPECTED_COMPLIANCE_AGREEMENT, DENIED_FEATURE_ACCESS, PRECONDITION_NOT_MET, PARAMETER_EXPIRED, RESOURCE_NOT_FOUND).",
  'How a real Echo hears and speaks: the one here goes by samples and is generous where Alexa is not, and the reverse.  aloud field-test  says what to try on one.',
  'Audio, video, gadgets and device locations (3.5, 3.7, 3.9, 3.10): a skill of Aloud has none.',
  'The certificate of the server as the internet sees it:  aloud doctor  looks at that.',
  'Whether example phrases end with a punctuation mark, as the old validator wanted: those on the pages of Amazon today do not.',
];

/** Left out where the bot is the operator's own. */
export const NOT_CHECKED_WITH_OWN_BOT: readonly string[] = [
  'What the platform brings by webhook, where no tunnel leads to this machine: the bot seems to be silent then.',
  'What the skill says while your bot is down: nobody here may take it down. The stand-in is tried.',
  'Every state and region of a language: your bot is sent few messages. The stand-in is sent all.',
];
