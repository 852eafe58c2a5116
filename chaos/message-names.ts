import type { Vendor } from '../simulator/platforms/vendor';

/** Whether a vendor's messages can be told apart by an id or a time. The pages of some vendors show neither. */
export type MessageNames = 'named' | 'nameless';

/** The members that decide it, in the two forms that simulated vendors have. */
const FORMS: Readonly<Record<MessageNames, Readonly<Record<'messageIds' | 'ids', object>>>> = {
  named: { messageIds: { messageIds: true, time: 'zoneless' }, ids: { ids: 'unique', times: 'milliseconds' } },
  nameless: { messageIds: { messageIds: false, time: 'none' }, ids: { ids: 'none', times: 'none' } },
};

/** Makes a vendor's messages so, where it leaves a choice. */
export function nameMessages(vendor: Vendor, names: MessageNames): void {
  const events = 'events' in vendor ? vendor.events : undefined;
  if (typeof events !== 'object' || events === null) return;
  Object.assign(events, FORMS[names]['messageIds' in events ? 'messageIds' : 'ids']);
}
