// @ts-check
/**
 * What a shop does beside embedding the messenger: it tells it who is signed in, and opens it from
 * its own buttons. Everything here is the public interface of `<inbox-messenger>`.
 */

const messenger = document.querySelector('inbox-messenger');
const form = /** @type {HTMLFormElement} */ (document.getElementById('who'));
const note = /** @type {HTMLElement} */ (document.getElementById('who-note'));
const account = /** @type {HTMLElement} */ (document.getElementById('account'));

// The demo's other conversation APIs: /?dialect=crm
const dialect = new URLSearchParams(location.search).get('dialect');
if (dialect) messenger?.setAttribute('dialect', dialect);

/** Where the choice is kept for as long as the tab is open. */
const KEY = 'fjord-and-fern:who';

function remembered() {
  try {
    return sessionStorage.getItem(KEY) ?? 'lena';
  } catch {
    return 'lena'; // storage is blocked; the choice lasts until the page is left
  }
}

/** @param {string} who */
function remember(who) {
  try {
    sessionStorage.setItem(KEY, who);
  } catch {
    // see above
  }
}

/** A real shop's server would sign this token; the demo gives one to anybody on this machine. */
async function sessionOfLena() {
  const response = await fetch('/demo/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ role: 'customer' }),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  const { token } = await response.json();
  return String(token);
}

/** @param {string} who */
async function visitAs(who) {
  const radio = form.elements.namedItem('who');
  if (radio instanceof RadioNodeList) radio.value = who;
  let token = '';
  note.textContent = '';
  if (who === 'lena') {
    try {
      token = await sessionOfLena();
    } catch {
      note.textContent = 'Lena is at home only in the demo on this machine; you are a guest.';
    }
  }
  account.hidden = token === '';
  if (messenger) messenger.token = token;
}

form.addEventListener('change', () => {
  const who = String(new FormData(form).get('who'));
  remember(who);
  void visitAs(who);
});

for (const button of document.querySelectorAll('[data-ask], [data-open]')) {
  button.addEventListener('click', () => {
    const text = button.getAttribute('data-ask');
    void (text === null ? messenger?.show() : messenger?.showNewMessage(text));
  });
}

// Pages elsewhere count what is unread in their title, too; so does this one.
const title = document.title;
messenger?.addEventListener('inbox:unread', ({ detail }) => {
  document.title = detail.count > 0 ? `(${detail.count}) ${title}` : title;
});

await visitAs(remembered());
