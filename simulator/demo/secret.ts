/** Public: the demo's databases hold no person's data. Always the same, so that a restarted demo can read them. */
export const SECRET = 'the demo keeps no secrets, only simulated customers';
