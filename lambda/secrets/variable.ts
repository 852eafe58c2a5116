/** The variable by which a deployment says that there are several skills: what the names of their secrets begin with. */
export const SKILL_SECRETS = 'ALOUD_SKILL_SECRETS';
