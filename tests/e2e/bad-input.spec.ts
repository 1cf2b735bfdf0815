/** What makes no sense is refused in the contract's words, and changes nothing. */

import { Api, CONVERSATIONS } from './support/api.js';
import { expect, test } from './support/test.js';

interface Refusal {
  error: { type: string; code: string; message: string; status: number; param?: string };
}

test('bad requests are refused, and the store is as it was', async ({ server }) => {
  const token = server.agentToken('Vera Examiner');
  const agent = new Api(server.origin, token);
  const [conversation] = await agent.list('?limit=1');
  const path = `${CONVERSATIONS}/${conversation!.id}`;
  const { me } = await agent.session();
  const reply = { type: 'admin', id: me.id, messageType: 'reply', bodyMarkdown: 'x' };
  const page = await agent.call('GET', `${CONVERSATIONS}?limit=1`);
  const cursor = new URLSearchParams({ cursor: (JSON.parse(page.text) as { nextCursor: string }).nextCursor });
  const other = server.agentToken('Somebody Else');
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();

  const bad: Record<string, { status: number; request: () => Promise<Response> }> = {
    'malformed JSON': { status: 400, request: () => send('POST', `${path}/reply`, '{"type": "admin", ') },
    'another kind of JSON': { status: 400, request: () => send('POST', `${path}/reply`, '[1, 2, 3]') },
    'ten megabytes': { status: 413, request: () => send('POST', `${path}/reply`, body('x'.repeat(10 * 2 ** 20))) },
    'a message that is too long': {
      status: 400,
      request: () => send('POST', `${path}/reply`, body('x'.repeat(500_000))),
    },
    'an empty message': { status: 400, request: () => send('POST', `${path}/reply`, body('  ')) },
    'a version that does not exist': {
      status: 400,
      request: () => send('GET', path, undefined, { 'Featurebase-Version': '1999-01-01' }),
    },
    'an unknown conversation': { status: 404, request: () => send('GET', `${CONVERSATIONS}/nosuchone`) },
    'an unknown agent': {
      status: 404,
      request: () => send('POST', `${path}/reply`, JSON.stringify({ ...reply, id: 'nobody' })),
    },
    'an invented cursor': { status: 400, request: () => send('GET', `${CONVERSATIONS}?cursor=bm90IGEgY3Vyc29y`) },
    'a cursor of another list': { status: 400, request: () => send('GET', `${CONVERSATIONS}?state=closed&${cursor}`) },
    'a cursor of somebody else': {
      status: 400,
      request: () => send('GET', `${CONVERSATIONS}?${cursor}`, undefined, {}, other),
    },
    'a snooze in the past': {
      status: 400,
      request: () => send('PATCH', path, JSON.stringify({ state: 'snoozed', snoozedUntil: yesterday })),
    },
    'a state that does not exist': {
      status: 400,
      request: () => send('PATCH', path, JSON.stringify({ state: 'asleep' })),
    },
    'no token': { status: 401, request: () => send('GET', path, undefined, {}, '') },
  };

  const before = [await agent.list('?limit=100'), await agent.conversation(conversation!.id)];
  for (const [what, { status, request }] of Object.entries(bad)) {
    await test.step(what, async () => {
      const response = await request();
      expect(response.status).toBe(status);
      const { error } = (await response.json()) as Refusal;
      expect(error).toMatchObject({ status, type: expect.any(String), code: expect.any(String) });
      expect(error.message.length).toBeGreaterThan(10);
    });
  }
  expect([await agent.list('?limit=100'), await agent.conversation(conversation!.id)]).toEqual(before);

  function body(bodyMarkdown: string): string {
    return JSON.stringify({ ...reply, bodyMarkdown });
  }

  function send(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
    bearer = token,
  ): Promise<Response> {
    const authorization: Record<string, string> = bearer ? { Authorization: `Bearer ${bearer}` } : {};
    return fetch(`${server.origin}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...authorization, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  }
});
