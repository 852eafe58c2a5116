import { byId } from './dom.js';

/** Where a live agent writes to this Echo's customer; broadcasts too, where the platform has them. */
export function createDesk({ echo }) {
  const [form, broadcast, status] = ['desk-form', 'broadcast', 'desk-status'].map(byId);
  const { name, text } = form.elements;

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const words = text.value.trim();
    const from = name.value.trim();
    if (!words || !from) return;
    const isBroadcast = event.submitter === broadcast;
    text.value = '';
    status.textContent = '';
    try {
      const { webhook } = await (isBroadcast ? echo.broadcast(words) : echo.write(from, words));
      status.textContent = `${isBroadcast ? 'Broadcast' : 'Sent'}: the webhook was answered ${webhook || 'by nobody'}.`;
    } catch (error) {
      status.textContent = error.message;
      // What was not sent need not be written again.
      text.value ||= words;
    }
  });

  return {
    showEcho({ broadcasts }) {
      broadcast.hidden = !broadcasts;
      status.textContent = '';
    },
  };
}
