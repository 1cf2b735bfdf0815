// @ts-check
/**
 * Signs an agent in and shows the desk: at once in the demo on this machine, otherwise with a token
 * that the server's operator has made. The token stays in this tab.
 */

const form = /** @type {HTMLFormElement} */ (document.getElementById('sign-in'));
const refusal = /** @type {HTMLElement} */ (document.getElementById('refusal'));
const main = /** @type {HTMLElement} */ (document.getElementById('main'));

const KEY = 'inbox-desk:token';

function keptToken() {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return ''; // storage is blocked; the token lasts until the page is left
  }
}

/** @param {string} token */
function keep(token) {
  try {
    if (token) sessionStorage.setItem(KEY, token);
    else sessionStorage.removeItem(KEY);
  } catch {
    // see above
  }
}

/** @returns {Promise<string>} empty where there is no demo */
async function demoToken() {
  const response = await fetch('/demo/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ role: 'agent' }),
  }).catch(() => undefined);
  if (!response?.ok) return '';
  const { token } = await response.json();
  return String(token);
}

/** Whether the server takes the token as an agent's. @param {string} token */
async function isAgent(token) {
  const response = await fetch('/session', { headers: { Authorization: `Bearer ${token}` } });
  if (response.status === 401 || response.status === 403) return false;
  if (!response.ok) throw new Error(`The server answers with ${response.status}.`);
  const { me } = await response.json();
  return me.kind === 'agent';
}

/** @param {string} token */
function open(token) {
  form.hidden = true;
  main.hidden = false;
  const desk = document.createElement('inbox-desk');
  desk.setAttribute('endpoint', '/');
  // The demo's other conversation APIs: /desk?dialect=crm
  desk.setAttribute('dialect', new URLSearchParams(location.search).get('dialect') ?? 'featurebase');
  // It is all that this page is.
  desk.setAttribute('page', '');
  desk.token = token;
  main.replaceChildren(desk);
}

/** @param {string} [reason] */
function ask(reason = '') {
  keep('');
  refusal.textContent = reason;
  main.hidden = true;
  form.hidden = false;
  document.getElementById('token')?.focus();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const token = String(new FormData(form).get('token')).trim();
  try {
    if (!(await isAgent(token))) return ask('This is no valid token of an agent. It may have expired.');
    keep(token);
    open(token);
  } catch (error) {
    refusal.textContent = `The server could not be asked. ${error instanceof Error ? error.message : ''}`;
  }
});

const kept = keptToken();
const token = kept && (await isAgent(kept).catch(() => true)) ? kept : await demoToken();
if (token) open(token);
else ask(kept && 'Your token has expired.');
