/**
 * The rules as functions. Each takes plain objects and instants, and answers with what was asked for
 * or with all that is wrong with the question; none throws, whatever it is given.
 */

import * as wasm from '#glue/model/model.js';
import { ask } from './ask.js';
import type {
  Assignment,
  Attachment,
  Channel,
  ClockSample,
  Countdown,
  Draft,
  DraftOptions,
  FormField,
  Instant,
  RatingRequest,
  RatingVerdict,
  Rating,
  ReplyVerdict,
  ReplyWindow,
  Result,
  Segments,
  Sla,
  SlaStanding,
  SlaTerms,
} from './types.js';

/**
 * Whether a message can be sent by a channel: it says something, and text, captions, subject and
 * files are within what the channel carries, counted in the channel's own units.
 */
export const validateDraft = (draft: Draft, options?: DraftOptions): Result<null> =>
  ask(wasm.validateDraft, draft, options);

/** Whether files can be sent by a channel: types, sizes, names, how many, and how large together. */
export const validateAttachments = (attachments: Attachment[], options?: DraftOptions): Result<null> =>
  ask(wasm.validateAttachments, attachments, options);

/** How many short messages a text takes, in which alphabet, and how much room is left in the last. */
export const smsSegments = (text: string): Result<Segments> => ask(wasm.smsSegments, text);

/** An e-mail address in its one form: without space around it, the domain in lower case. */
export const validateEmail = (text: string): Result<string> => ask(wasm.validateEmail, text);

/** A phone number in the form of E.164 (`+4915223567929`), from what people write. */
export const validatePhone = (text: string): Result<string> => ask(wasm.validatePhone, text);

/** A web address that can be kept and shown: `http` or `https`, without a user and a password. */
export const validateUrl = (text: string): Result<string> => ask(wasm.validateUrl, text);

/** To whom the company writes first: all addresses in their one form, none of them twice. */
export const validateRecipients = (recipients: string[], channel: Channel): Result<string[]> =>
  ask(wasm.validateRecipients, recipients, channel);

/** What was filled into a form, by the fields' identifiers: each answer read as what its field takes. */
export const validateForm = (
  fields: FormField[],
  answers: Record<string, string>,
): Result<Record<string, string | number | boolean | string[]>> => ask(wasm.validateForm, fields, answers);

/** A score from 1 to 5 with a remark, as it is kept. */
export const validateRating = (score: number, remark?: string | null): Result<Rating> =>
  ask(wasm.validateRating, score, remark);

/** Whether fields of the company's own can be kept: their names, types, sizes and number. */
export const validateAttributes = (attributes: Record<string, unknown>): Result<null> =>
  ask(([given]) => wasm.validateAttributes([jsonTexts(given)]), attributes);

/** Each value as JSON; what JSON has no form for is refused. */
function jsonTexts(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, JSON.stringify(value) ?? '']));
}

/** Whether a conversation can be put aside until then. */
export const validateSnooze = (until: Instant, now: Instant = Date.now()): Result<null> =>
  ask(wasm.validateSnooze, until, now);

/** Whether a conversation can go to an agent and a team: both are known. */
export const validateAssignment = (assignment: Assignment): Result<null> => ask(wasm.validateAssignment, assignment);

/** A conversation's title as it is kept: one line, without space around it, not too long. */
export const validateTitle = (text: string): Result<string> => ask(wasm.validateTitle, text);

/** Whether the company can reply now, until when, and what it can still send if not. */
export const replyWindow = (window: ReplyWindow, now: Instant = Date.now()): Result<ReplyVerdict> =>
  ask(wasm.replyWindow, window, now);

/**
 * How much time is left until an instant, or how long ago it was, in the terms of words, and when the
 * words next change. `coarse` has one unit, `fine` (the default) two, `exact` seconds in the end.
 */
export const countdown = (
  end: Instant,
  now: Instant = Date.now(),
  detail: 'coarse' | 'fine' | 'exact' = 'fine',
): Result<Countdown> => ask(wasm.countdown, end, now, detail);

/** Where a conversation stands with its answers: nothing due, paused, due, due soon or overdue. */
export const sla = (times: Sla, now: Instant = Date.now()): Result<SlaStanding> => ask(wasm.sla, times, now);

/** When the answer to something said at an instant is due, counting open hours alone; `null` for never. */
export const slaDueAt = (terms: SlaTerms, at: Instant = Date.now()): Result<number | null> =>
  ask(wasm.slaDueAt, terms, at);

/** What the customer may do about a request for a rating. */
export const csat = (request: RatingRequest, now: Instant = Date.now()): Result<RatingVerdict> =>
  ask(wasm.csat, request, now);

/**
 * The server's clock at a moment of the device's, as the `Date` headers of its answers tell it. A
 * device whose clock may well be right keeps its own time.
 */
export const serverNow = (samples: ClockSample[], now: Instant = Date.now()): Result<number> =>
  ask(wasm.serverNow, samples, now);
