/** Where the rules are from: how a page is called, and its address. */
export const PAGES = {
  validator: ['Skill Validator', 'https://github.com/jezmck/alexa-skills-kit-skill-validator'],
  smapi: ['SMAPI', 'https://developer.amazon.com/docs/smapi/error-codes.html'],
  manifest: ['Skill manifest', 'https://developer.amazon.com/docs/smapi/skill-manifest.html'],
  requirements: [
    'Certification requirements',
    'https://developer.amazon.com/docs/custom-skills/certification-requirements-for-custom-skills.html',
  ],
  functional: [
    'Functional testing',
    'https://developer.amazon.com/docs/custom-skills/functional-testing-for-a-custom-skill.html',
  ],
  voice: [
    'Voice interface and user experience',
    'https://developer.amazon.com/docs/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html',
  ],
  policy: ['Policy testing', 'https://developer.amazon.com/docs/custom-skills/policy-testing-for-an-alexa-skill.html'],
  security: [
    'Security testing',
    'https://developer.amazon.com/docs/custom-skills/security-testing-for-an-alexa-skill.html',
  ],
  invocation: [
    'Choose the invocation name',
    'https://developer.amazon.com/docs/custom-skills/choose-the-invocation-name-for-a-custom-skill.html',
  ],
  response: [
    'Request and response reference',
    'https://developer.amazon.com/docs/custom-skills/request-and-response-json-reference.html',
  ],
  hosting: [
    'Host a custom skill as a web service',
    'https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html',
  ],
  scanner: ['SkillScanner', 'https://github.com/CUSecLab/SkillScanner'],
  passThrough: ['MicrosoftDocs/bot-docs#2043', 'https://github.com/MicrosoftDocs/bot-docs/issues/2043'],
  rejection: [
    'gregstewart/alexa-gadgetzan-gazette#11',
    'https://github.com/gregstewart/alexa-gadgetzan-gazette/issues/11',
  ],
  refused: ['What the model builder refuses', 'https://github.com/k4l1sh/alexa-gpt/issues/2'],
} as const satisfies Readonly<Record<string, readonly [name: string, address: string]>>;

/** A source, as a report names it: "SMAPI: INVALID_ENUM_VALUE". */
export function source(page: keyof typeof PAGES, detail?: string): string {
  const [name] = PAGES[page];
  return detail === undefined ? name : `${name}: ${detail}`;
}
