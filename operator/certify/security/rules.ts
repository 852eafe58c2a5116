import type { Rule } from '../rule';
import { source } from '../sources';

const REFUSED = 400;

export const SECURITY_RULES: readonly Rule[] = [
  {
    id: 'SECURITY-FORGED',
    severity: 'error',
    finds:
      'A request that is not of Alexa, and is not answered with 400: without a signature, with that of another request, with a certificate from elsewhere, ten minutes old, for another skill.',
    remedy: 'Serve /alexa by Aloud itself: nothing in front of it may change a request or answer in its place',
    source: source('security', 'requests that are not of Alexa'),
    needsTalk: true,
    look: ({ talk }) =>
      (talk?.refusals ?? [])
        .filter(({ status }) => status !== REFUSED)
        .map(({ forgery, status }) => ({
          at: forgery,
          what:
            status === 0 ? `A request ${forgery} was not answered` : `A request ${forgery} was answered with ${status}`,
        })),
  },
];
