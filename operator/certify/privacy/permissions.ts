import { MESSAGE_ALERT, NOTIFICATIONS } from '../../../lambda/amazon/permission';
import { once } from '../manifest/spots';
import { MANIFEST_FILE } from '../manifest/view';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';

/** Permissions of which a skill of Aloud's makes something: each that it learns to use has to be here. */
const USED: readonly string[] = [NOTIFICATIONS];

/** What users are asked to allow, and what the skill is told of them. */
export const PERMISSION_RULES: readonly Rule[] = [
  {
    id: 'PRIVACY-PERMISSION-UNUSED',
    severity: 'error',
    finds: 'A permission that the manifest asks for, and of which the skill makes nothing.',
    remedy: 'Take it out of permissions',
    source: source('scanner', 'permission asked, not used'),
    look: ({ manifest }) =>
      (manifest?.permissions ?? [])
        .filter((permission) => !USED.includes(permission))
        .map((permission) => ({
          ...{ file: MANIFEST_FILE, at: 'permissions' },
          what: `${permission} is asked for, and nothing uses it`,
        })),
  },
  {
    id: 'PRIVACY-PERMISSION-MISSING',
    severity: 'error',
    finds:
      'Notifications that are sent, or a permission that a card asks for, without that permission in the manifest.',
    remedy: `Add the permission to the manifest; for notifications ${NOTIFICATIONS}`,
    source: source('scanner', 'permission used, not asked'),
    look: permissionsMissing,
  },
  {
    id: 'PRIVACY-PUBLICATION-MISSING',
    severity: 'error',
    finds: 'The permission to send notifications, without the event that they are.',
    remedy: `Name ${MESSAGE_ALERT} under events.publications, or take the permission out`,
    source: source('smapi', 'EXPECTED_RELATED_INSTANCE'),
    look: once(
      ({ permissions, publications }) => permissions.includes(NOTIFICATIONS) && publications.length === 0,
      'events.publications',
      'Notifications are asked for, and no event is published',
    ),
  },
  {
    id: 'PRIVACY-DISABLED-UNHEARD',
    severity: 'warning',
    finds: 'A skill that is not told when somebody disables it, whose data it has to delete then.',
    remedy: 'Name SKILL_DISABLED under events.subscriptions',
    source: source('policy', 'deletion of data'),
    look: once(
      ({ subscriptions }) => !subscriptions.includes('SKILL_DISABLED'),
      'events.subscriptions',
      'Nobody learns when a user disables the skill, and has to be forgotten',
    ),
  },
];

function permissionsMissing({ manifest, talk }: Subject): readonly Spot[] {
  if (!manifest) return [];
  const { permissions, publications } = manifest;
  const published = publications.length > 0 && !permissions.includes(NOTIFICATIONS);
  const asked = (talk?.conversations ?? []).flatMap(({ exchanges }) =>
    exchanges.flatMap(({ response }) => {
      const card = response?.response.card;
      return card?.type === 'AskForPermissionsConsent' ? card.permissions : [];
    }),
  );
  return [
    ...(published ? [`Notifications are sent, and ${NOTIFICATIONS} is not asked for`] : []),
    ...[...new Set(asked)]
      .filter((permission) => !permissions.includes(permission))
      .map((permission) => `A card asks for ${permission}, which the manifest does not name`),
  ].map((what) => ({ file: MANIFEST_FILE, at: 'permissions', what }));
}
