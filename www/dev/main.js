// @ts-check
/** Signs both widgets of the development page in, each as its side of the demo. */

/** @param {'agent' | 'customer'} role */
async function tokenOf(role) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch('/demo/session', { method: 'POST', headers, body: JSON.stringify({ role }) });
  if (!response.ok) throw new Error(`There is no demo to sign in to: ${response.status}`);
  const { token } = await response.json();
  return String(token);
}

const desk = document.querySelector('inbox-desk');
const messenger = document.querySelector('inbox-messenger');
if (desk) desk.token = await tokenOf('agent');
if (messenger) messenger.token = await tokenOf('customer');
await desk?.ready();
