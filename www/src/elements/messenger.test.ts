import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { WidgetConfig, WidgetEmit } from '../internal.js';
import { defineMessenger, type InboxMessenger } from './messenger.js';

const widget = vi.hoisted(() => ({
  calls: [] as unknown[][],
  emit: undefined as WidgetEmit | undefined,
  config: undefined as WidgetConfig | undefined,
}));

vi.mock('../widgets/messenger-widget.js', () => ({
  init: () => Promise.resolve(),
  reset: () => undefined,
  styles: '',
  adopted: undefined,
  mount: (_root: HTMLElement, config: WidgetConfig, emit: WidgetEmit) => {
    widget.calls.push(['mount']);
    widget.config = config;
    widget.emit = emit;
    return 1;
  },
  update: (_handle: number, patch: unknown) => widget.calls.push(['update', patch]),
  command: (_handle: number, name: string, argument: unknown) => widget.calls.push([name, argument]),
  unmount: () => widget.calls.push(['unmount']),
}));

defineMessenger();

const MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

beforeEach(() => {
  const headers = { 'content-type': 'application/wasm' };
  vi.stubGlobal('fetch', async () => new Response(MODULE, { headers }));
});

afterEach(async () => {
  document.body.replaceChildren();
  await Promise.resolve();
  widget.calls.length = 0;
});

function messenger(attributes: Record<string, string> = {}): InboxMessenger {
  const element = document.createElement('inbox-messenger');
  for (const [name, value] of Object.entries({ defer: 'manual', ...attributes })) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

const launcherOf = (element: InboxMessenger): HTMLElement => {
  const launcher = element.shadowRoot?.getElementById('launcher');
  if (!launcher) throw new Error('no launcher');
  return launcher;
};

test('the launcher is there at once, and nothing is loaded', async () => {
  const element = messenger();
  expect(launcherOf(element).ariaLabel).toBe('Open chat');
  expect(launcherOf(element).ariaExpanded).toBe('false');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(widget.calls).toEqual([]);
});

test('the configuration is what attributes and properties say, whichever came first', async () => {
  const early = document.createElement('div');
  early.lang = 'de-AT';
  early.dir = 'rtl';
  const element = document.createElement('inbox-messenger');
  element.token = 'secret';
  element.setAttribute('endpoint', 'https://inbox.example/');
  element.theme = 'dark';
  early.append(element);
  document.body.append(early);
  await element.ready();
  expect(widget.config).toEqual({
    endpoint: 'https://inbox.example/',
    dialect: '',
    organisation: '',
    token: 'secret',
    lang: 'de-AT',
    theme: 'dark',
    dir: 'rtl',
    open: false,
    strings: {},
  });
  expect(element.getAttributeNames()).toEqual(['endpoint', 'theme']);
  expect(launcherOf(element).ariaLabel).toBe('Chat öffnen');
});

test('a move keeps the widget, a removal takes it down, and putting it back starts anew', async () => {
  const element = messenger();
  await element.ready();
  const elsewhere = document.createElement('section');
  document.body.append(elsewhere);
  elsewhere.append(element);
  await Promise.resolve();
  expect(widget.calls).toEqual([['mount']]);
  element.remove();
  await Promise.resolve();
  expect(widget.calls).toEqual([['mount'], ['unmount']]);
  document.body.append(element);
  await element.ready();
  expect(widget.calls).toEqual([['mount'], ['unmount'], ['mount']]);
  await element.destroy();
  expect(element.isConnected).toBe(false);
  expect(widget.calls.at(-1)).toEqual(['unmount']);
});

test('what is unread is in the badge and in the name', async () => {
  const element = messenger();
  await element.ready();
  const heard: number[] = [];
  document.body.addEventListener('inbox:unread', ({ detail }) => heard.push(detail.count), { once: true });
  widget.emit?.('unread', { count: 12 });
  await Promise.resolve();
  expect(heard).toEqual([12]);
  expect(launcherOf(element).ariaLabel).toBe('Open chat, unread: 12');
  expect(launcherOf(element).textContent).toBe('9+');
  widget.emit?.('unread', { count: 0 });
  await Promise.resolve();
  expect(launcherOf(element).ariaLabel).toBe('Open chat');
});

test('opening and closing is an attribute, a method, a click, and the widget’s own wish', async () => {
  const element = messenger();
  const seen: string[] = [];
  for (const name of ['inbox:show', 'inbox:hide'] as const) element.addEventListener(name, () => seen.push(name));
  await element.show();
  expect(element.open).toBe(true);
  expect(widget.config?.open).toBe(true);
  launcherOf(element).click();
  expect(element.open).toBe(false);
  element.setAttribute('open', '');
  await Promise.resolve();
  widget.emit?.('close', {});
  await Promise.resolve();
  expect(element.open).toBe(false);
  expect(seen).toEqual(['inbox:show', 'inbox:hide', 'inbox:show', 'inbox:hide']);
});

test('methods called at once wait for the widget', async () => {
  const element = messenger();
  await Promise.all([element.showNewMessage('Hello'), element.showConversation('7')]);
  expect(widget.calls.slice(1)).toEqual([
    ['showNewMessage', { text: 'Hello' }],
    ['showConversation', { id: '7' }],
  ]);
  expect(element.open).toBe(true);
});

test('changed attributes reach the widget together', async () => {
  const element = messenger();
  await element.ready();
  element.token = 'other';
  element.setAttribute('theme', 'light');
  await Promise.resolve();
  expect(widget.calls.slice(1)).toEqual([['update', { token: 'other', theme: 'light' }]]);
});

test('the organisation reaches the widget, and another one is another widget', async () => {
  const element = messenger({ organisation: '5d1f0000-0000-4000-8000-000000000001' });
  await element.ready();
  expect(widget.config?.organisation).toBe('5d1f0000-0000-4000-8000-000000000001');
  element.organisation = '5d1f0000-0000-4000-8000-000000000002';
  await Promise.resolve();
  await element.ready();
  expect(widget.calls).toEqual([['mount'], ['unmount'], ['mount']]);
  expect(widget.config?.organisation).toBe('5d1f0000-0000-4000-8000-000000000002');
});

test('a button of the page opens and closes the panel, also one that comes later', async () => {
  const element = messenger({ launcher: '.help' });
  const button = document.createElement('button');
  button.className = 'help';
  button.append(document.createElement('i'));
  document.body.append(button);
  button.querySelector('i')?.click();
  expect(element.open).toBe(true);
  await vi.waitFor(() => expect(button.ariaExpanded).toBe('true'));
  button.click();
  expect(element.open).toBe(false);
  expect(button.ariaExpanded).toBe('false');
  element.launcher = 'none';
  button.click();
  expect(element.open).toBe(false);
  element.launcher = '.help';
  element.remove();
  await Promise.resolve();
  button.click();
  expect(element.open).toBe(false);
});

test('the widget opens and closes the panel', async () => {
  const element = messenger();
  await element.ready();
  widget.emit?.('open', {});
  await vi.waitFor(() => expect(element.open).toBe(true));
  widget.emit?.('close', {});
  await vi.waitFor(() => expect(element.open).toBe(false));
});
