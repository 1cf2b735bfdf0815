/**
 * The types of the rules. Written from Rust by a test of `crates/model-js`, comments included; change
 * them there: `UPDATE_TYPES=1 cargo test -p inbox-model-js`.
 */

/** An instant: milliseconds since 1970 as `Date.now()` counts them, or an RFC 3339 text. */
export type Instant = number | string;

/** One thing that is wrong with what was given: where, what, and with which numbers. */
export type Problem = {
  /** Where, as a path: `contents[2].caption`. Empty where it is about the whole. */
  field: string;
} & (Fault | RuleFault | InvalidInput);

/** A rule's own code, with nothing beside it. */
export interface RuleFault {
  /** Stable, in `snake_case`. */
  code: 'always_open' | 'out_of_range' | 'not_a_choice' | 'not_a_date' | 'closed' | FilterCode;
  data?: undefined;
}

/** What was given has another shape than its type says. */
export interface InvalidInput {
  code: 'invalid_input';
  data: {
    /** What was expected, for developers. */
    detail: string;
  };
}

/**
 * Which conversations a view shows. An object with several members means all of them; what nobody
 * here knows is kept and narrows nothing down.
 */
export interface Filter {
  /** Every one of these. */
  all?: Filter[];
  /** At least one of these. */
  any?: Filter[];
  /** Not this. */
  not?: Filter;
  /** In one of these states. */
  state?: State[];
  /** The agent's who asks, or everybody's. */
  scope?: 'mine' | 'team';
  /** This agent's, or nobody's. */
  assigned_to?: string | null;
  /** Somebody's, or nobody's. */
  assigned?: boolean;
  /** Of this team, or of none. */
  team?: string | null;
  /** With at least one of these tags, by id. */
  tags_any?: string[];
  /** With all of these tags. */
  tags_all?: string[];
  /** With none of these tags. */
  tags_none?: string[];
  /** By one of these channels. */
  channel?: Channel[];
  /** Of one of these priorities. */
  priority?: Priority[];
  /** With something unread, or without. */
  unread?: boolean;
  /** With a star, or without. */
  starred?: boolean;
  /** Put away, or not. */
  archived?: boolean;
  /** Late with an answer, or not. */
  overdue?: boolean;
  /** With all of these words somewhere in title, people, tags or preview. */
  text?: string;
  /** A condition of another system or of a newer version. */
  [other: string]: unknown;
}

/** What can be wrong with a filter. */
export type FilterCode =
  | 'filter_too_deep'
  | 'filter_too_large'
  | 'filter_empty'
  | 'filter_too_many_values'
  | 'filter_invalid_value'
  | 'filter_invalid_text';

/** The answer to a question: what was asked for, or all that is wrong with what was given. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/**
 * An instant: milliseconds since 1970-01-01T00:00:00Z, negative before it.
 * The first millisecond that 64 bits can count is held as the second, so that an instant that is not
 * there takes no room of its own.
 */
export type Timestamp = number;

/**
 * How messages travel.
 */
export type Channel = 'web' | 'android' | 'ios' | 'email' | 'sms' | 'whatsapp' | 'phone' | 'unknown' | string;

/**
 * Where a conversation stands.
 */
export type State = 'open' | 'pending' | 'snoozed' | 'closed';

/**
 * What is wrong with one value: a code, and the limits and measures behind it.
 */
export type Fault =
  | { code: 'empty' }
  | { code: 'required' }
  | {
      code: 'too_long';
      data: {
        /**
         * What is counted.
         */
        unit: Unit;
        /**
         * Most that is possible.
         */
        max: number;
        /**
         * As given.
         */
        actual: number;
      };
    }
  | {
      code: 'too_short';
      data: {
        /**
         * What is counted.
         */
        unit: Unit;
        /**
         * Least that is needed.
         */
        min: number;
        /**
         * As given.
         */
        actual: number;
      };
    }
  | {
      code: 'too_many';
      data: {
        /**
         * Most that are possible.
         */
        max: number;
        /**
         * As given.
         */
        actual: number;
      };
    }
  | {
      code: 'too_few';
      data: {
        /**
         * Least that are needed.
         */
        min: number;
        /**
         * As given.
         */
        actual: number;
      };
    }
  | {
      code: 'duplicate';
      data: {
        /**
         * Its place in the list, from 0.
         */
        of: number;
      };
    }
  | {
      code: 'control_character';
      data: {
        /**
         * Which character of the text, from 0.
         */
        at: number;
      };
    }
  | {
      code: 'direction_character';
      data: {
        /**
         * Which character of the text, from 0.
         */
        at: number;
      };
    }
  | {
      code: 'path_separator';
      data: {
        /**
         * Which character of the text, from 0.
         */
        at: number;
      };
    }
  | {
      code: 'too_large';
      data: {
        /**
         * Largest possible, in bytes.
         */
        max: number;
        /**
         * As given, in bytes.
         */
        actual: number;
      };
    }
  | {
      code: 'total_too_large';
      data: {
        /**
         * Most that is possible, in bytes.
         */
        max: number;
        /**
         * As given, in bytes.
         */
        actual: number;
      };
    }
  | {
      code: 'unsupported_type';
      data: {
        /**
         * What the file would be sent as.
         */
        kind: FileKind;
      };
    }
  | { code: 'refused_type' }
  | { code: 'unsound' }
  | {
      code: 'not_in_future';
      data: {
        /**
         * The instant at which that was found.
         */
        now: Timestamp;
        /**
         * As given.
         */
        actual: Timestamp;
      };
    }
  | {
      code: 'too_far';
      data: {
        /**
         * The last one possible.
         */
        max: Timestamp;
        /**
         * As given.
         */
        actual: Timestamp;
      };
    }
  | { code: 'unknown' }
  | {
      code: 'not_an_email';
      data: {
        /**
         * Why.
         */
        reason: EmailFault;
      };
    }
  | {
      code: 'not_a_phone';
      data: {
        /**
         * Why.
         */
        reason: PhoneFault;
      };
    }
  | {
      code: 'not_a_url';
      data: {
        /**
         * Why.
         */
        reason: UrlFault;
      };
    }
  | { code: 'not_a_number' }
  | { code: 'not_an_integer' }
  | {
      code: 'too_small';
      data: {
        /**
         * Smallest possible.
         */
        min: number;
        /**
         * As given.
         */
        actual: number;
      };
    }
  | {
      code: 'too_big';
      data: {
        /**
         * Biggest possible.
         */
        max: number;
        /**
         * As given.
         */
        actual: number;
      };
    }
  | { code: 'not_a_date' }
  | { code: 'not_a_boolean' }
  | { code: 'not_a_choice' }
  | {
      code: 'key_character';
      data: {
        /**
         * Which character of the text, from 0.
         */
        at: number;
      };
    }
  | { code: 'reserved' }
  | { code: 'unsupported_value' };

/**
 * What is counted.
 */
export type Unit = 'characters' | 'bytes' | 'utf16' | 'segments';

/**
 * What a file is shown as, which decides how large it may be.
 */
export type FileKind = 'image' | 'video' | 'audio' | 'document';

/**
 * Why a text is no e-mail address.
 */
export type EmailFault =
  | 'missing_at'
  | 'several_at'
  | 'name_missing'
  | 'name_too_long'
  | 'name_dot'
  | 'name_character'
  | 'host_missing'
  | 'host_without_dot'
  | 'host_character'
  | 'label_empty'
  | 'label_too_long'
  | 'label_hyphen'
  | 'host_number';

/**
 * Why a text is no phone number.
 */
export type PhoneFault = 'character' | 'no_country' | 'leading_zero' | 'too_few_digits' | 'too_many_digits';

/**
 * Why a text is no address on the web.
 */
export type UrlFault = 'scheme' | 'character' | 'credentials' | 'host' | 'port';

/**
 * In which alphabet a text is sent.
 */
export type Encoding = 'gsm7' | 'ucs2';

/**
 * Whom a chat can mention, and whose images it shows.
 */
export type ChatOptions = {
  /**
   * The names that can be mentioned, which may have spaces in them; other names stay text. Where
   * nothing is said, every `@name` is a mention.
   */
  mentions?: Array<string> | null;
  /**
   * The servers whose images are shown: `media.shop.example`, `localhost:8080`, `self` for addresses
   * without a server, `*` for all. Others are links. Where nothing is said, all are links.
   */
  images?: Array<string> | null;
};

/**
 * A file that is to be sent.
 */
export type Attachment = {
  /**
   * Its name.
   */
  name?: string | null;
  /**
   * Its type, as declared: `image/png`.
   */
  mime?: string | null;
  /**
   * Its size in bytes.
   */
  bytes?: number | null;
  /**
   * What it is to be shown as; by its type where that is not said.
   */
  kind?: FileKind | null;
  /**
   * What stands under it.
   */
  caption?: string | null;
};

/**
 * A message that is being written.
 */
export type Draft = {
  /**
   * What it says, as markdown.
   */
  text?: string | null;
  /**
   * The subject, of an e-mail.
   */
  subject?: string | null;
  /**
   * What is attached.
   */
  attachments?: Array<Attachment> | null;
};

/**
 * How much of something there may be.
 */
export type Longest = {
  /**
   * What is counted.
   */
  unit: Unit;
  /**
   * How many there may be.
   */
  max: number;
};

/**
 * Which files of a kind there may be.
 */
export type FilesOfKind = {
  /**
   * Which types, as patterns: `image/png`, or `image/*` for all pictures.
   */
  types: Array<string>;
  /**
   * The largest, in bytes.
   */
  bytes: number;
};

/**
 * By which channel a message goes, and where it is allowed something else than the channel allows.
 * What is left out is the channel's.
 */
export type DraftOptions = {
  /**
   * The channel; `web` where nothing is said.
   */
  channel?: Channel | null;
  /**
   * The text of a message.
   */
  text?: Longest | null;
  /**
   * What stands under a file.
   */
  caption?: Longest | null;
  /**
   * The subject.
   */
  subject?: Longest | null;
  /**
   * How many files.
   */
  files?: number | null;
  /**
   * How many bytes all files have together.
   */
  totalBytes?: number | null;
  /**
   * Pictures.
   */
  image?: FilesOfKind | null;
  /**
   * Films.
   */
  video?: FilesOfKind | null;
  /**
   * Sound.
   */
  audio?: FilesOfKind | null;
  /**
   * All other files.
   */
  document?: FilesOfKind | null;
};

/**
 * What a text takes as short messages.
 */
export type Segments = {
  /**
   * In which alphabet.
   */
  encoding: Encoding;
  /**
   * How many messages; 0 for an empty text.
   */
  count: number;
  /**
   * How many units the text has: septets, or UTF-16 units.
   */
  units: number;
  /**
   * How many units still fit before another message is needed.
   */
  room: number;
  /**
   * The different characters for which the text is in UCS-2.
   */
  forcing: Array<string>;
  /**
   * The text of each message. Together they are the text.
   */
  pieces: Array<string>;
};

/**
 * One field of a form, and what it demands.
 */
export type FormField = {
  /**
   * What its value is stored under.
   */
  identifier: string;
  /**
   * What it takes: `text`, `number`, `integer`, `email`, `phone`, `url`, `date`, `boolean`,
   * `choice`, `list`, or a vendor's word for one of these. A word that is not known is a text.
   */
  kind: string;
  /**
   * Whether it has to be filled in.
   */
  required?: boolean | null;
  /**
   * Shortest text, in characters.
   */
  minLength?: number | null;
  /**
   * Longest text, in characters.
   */
  maxLength?: number | null;
  /**
   * Smallest number.
   */
  min?: number | null;
  /**
   * Biggest number.
   */
  max?: number | null;
  /**
   * What there is to choose from.
   */
  options?: Array<string> | null;
};

/**
 * A rating as it is kept.
 */
export type Rating = {
  /**
   * 1 (worst) to 5 (best).
   */
  score: number;
  /**
   * What was added; nothing where nothing can be seen of it.
   */
  remark: string | null;
};

/**
 * To whom a conversation goes, and who is known. `null` takes it from whoever has it; what is left
 * out stays as it is.
 */
export type Assignment = {
  /**
   * The agent's id.
   */
  agent?: string | null;
  /**
   * The team's id.
   */
  team?: string | null;
  /**
   * The ids of all agents.
   */
  agents?: Array<string> | null;
  /**
   * The ids of all teams.
   */
  teams?: Array<string> | null;
};

/**
 * How urgent a conversation is. Systems with a flag only use `None` and `High`.
 */
export type Priority = 'none' | 'low' | 'normal' | 'high' | 'urgent';

/**
 * What a participant is.
 */
export type ParticipantKind =
  'customer' | 'lead' | 'guest' | 'agent' | 'bot' | 'integration' | 'workflow' | 'system' | string;

/**
 * Somebody who takes part.
 */
export type Person = {
  /**
   * Their id.
   */
  id?: string | null;
  /**
   * What they are; `customer` where nothing is said.
   */
  kind?: ParticipantKind | null;
  /**
   * The name to show.
   */
  name?: string | null;
  /**
   * The e-mail address.
   */
  email?: string | null;
};

/**
 * A tag.
 */
export type TagOf = {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
};

/**
 * A conversation, as a row of a list has it. Everything but the id can be left out.
 */
export type Conversation = {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its title.
   */
  title?: string | null;
  /**
   * The subject line of the e-mail that began it.
   */
  subject?: string | null;
  /**
   * The newest thing said, as plain text.
   */
  preview?: string | null;
  /**
   * Who takes part.
   */
  participants?: Array<Person> | null;
  /**
   * Tags attached to it.
   */
  tags?: Array<TagOf> | null;
  /**
   * Where it stands; `open` where nothing is said.
   */
  state?: State | null;
  /**
   * When a snoozed conversation comes back.
   */
  snoozedUntil?: Instant | null;
  /**
   * How urgent it is.
   */
  priority?: Priority | null;
  /**
   * By which channel it is held; `web` where nothing is said.
   */
  channel?: Channel | null;
  /**
   * The id of the agent responsible.
   */
  assignee?: string | null;
  /**
   * The id of the team responsible.
   */
  team?: string | null;
  /**
   * How many parts are not read.
   */
  unread?: number | null;
  /**
   * With a star.
   */
  starred?: boolean | null;
  /**
   * Put away.
   */
  archived?: boolean | null;
  /**
   * When it began.
   */
  createdAt?: Instant | null;
  /**
   * When something was last said or done in it.
   */
  lastActivityAt?: Instant | null;
  /**
   * Since when it has been waiting.
   */
  waitingSince?: Instant | null;
  /**
   * The company waits for the customer.
   */
  awaitingCustomerReply?: boolean | null;
  /**
   * When the first answer is due.
   */
  firstResponseDueAt?: Instant | null;
  /**
   * When an agent first answered.
   */
  firstResponseAt?: Instant | null;
  /**
   * When the next answer is due.
   */
  nextResponseDueAt?: Instant | null;
};

/**
 * Who asks, and when.
 */
export type Asker = {
  /**
   * The id of the agent who asks.
   */
  me?: string | null;
  /**
   * When; now where nothing is said.
   */
  now?: Instant | null;
};

/**
 * By what a list is sorted.
 */
export type Order = {
  /**
   * By what; `last_activity` where nothing is said.
   */
  by?: SortKey | null;
  /**
   * The greatest first, which it is unless told otherwise: the newest, the most urgent, the unread.
   */
  descending?: boolean | null;
};

/**
 * By what a view is sorted.
 */
export type SortKey = 'last_activity' | 'created' | 'waiting_since' | 'priority' | 'sla_due' | 'unread';

/**
 * A conversation that was found.
 */
export type Hit = {
  /**
   * Its id.
   */
  id: string;
  /**
   * How the worst of the query's words meets it.
   */
  meeting: Meeting;
  /**
   * The texts in which something was found.
   */
  found: Array<Found>;
};

/**
 * A text in which something was found.
 */
export type Found = {
  /**
   * What it is.
   */
  field: SearchField;
  /**
   * The text. Untrusted.
   */
  text: string;
  /**
   * What to highlight in it: `text.slice(start, end)`.
   */
  spans: Array<Span>;
};

/**
 * A stretch of a text, in UTF-16 units as JavaScript counts them.
 */
export type Span = {
  /**
   * Where it begins.
   */
  start: number;
  /**
   * Where it ends, behind its last character.
   */
  end: number;
};

/**
 * Where in a conversation a text stands.
 */
export type SearchField = 'title' | 'subject' | 'person' | 'tag' | 'preview';

/**
 * How a word of a query meets a word of a text. The better ones are smaller.
 */
export type Meeting = 'exact' | 'prefix' | 'typo';

/**
 * What is known about the window in which the company may write.
 */
export type ReplyWindow = {
  /**
   * By which channel the conversation is held; `web` where nothing is said.
   */
  channel?: Channel | null;
  /**
   * The source's own verdict. Where there is one it decides alone.
   */
  possible?: boolean | null;
  /**
   * Until when, as the source says it.
   */
  until?: Instant | null;
  /**
   * When the customer last wrote: what the end is worked out from where the source says none.
   */
  lastInboundAt?: Instant | null;
  /**
   * The company has begun, and the customer must write first.
   */
  customerMustWrite?: boolean | null;
  /**
   * How long the company may answer after the customer has written, in minutes; where nothing is
   * said, what the channel itself gives: 24 hours on `WhatsApp`, for ever elsewhere.
   */
  minutes?: number | null;
};

/**
 * Whether the company can reply.
 */
export type ReplyVerdict = {
  /**
   * `open`, `closed` or `waiting_for_customer`.
   */
  state: 'open' | 'closed' | 'waiting_for_customer';
  /**
   * Why it is closed.
   */
  reason: Reason | null;
  /**
   * The first instant at which it is no longer open, or at which the wait for the customer ends.
   */
  until: number | null;
  /**
   * What can still be sent: whatever one likes, an approved message alone, or nothing.
   */
  allows: Possible;
  /**
   * The first instant at which time alone makes this another verdict.
   */
  changesAt: number | null;
};

/**
 * Why a window is closed.
 */
export type Reason = 'expired' | 'replies_disabled' | 'blocked' | 'not_connected' | 'not_possible';

/**
 * What the company can still send.
 */
export type Possible = 'reply' | 'restart' | 'nothing';

/**
 * What to say about an instant that comes, or that has passed.
 */
export type Countdown = {
  /**
   * The instant has come: the amounts say how long ago.
   */
  over: boolean;
  /**
   * What `amount` counts.
   */
  unit: CountdownUnit;
  /**
   * How many whole ones, rounded down.
   */
  amount: number;
  /**
   * How many whole ones of the next smaller unit beyond those.
   */
  rest: number;
  /**
   * The first instant at which something else is to be said: set one timer.
   */
  changesAt: number | null;
};

/**
 * What is counted.
 */
export type CountdownUnit = 'days' | 'hours' | 'minutes' | 'seconds' | 'less_than_a_minute';

/**
 * When answers were due in a conversation, and when they came.
 */
export type Sla = {
  /**
   * When the first answer is due.
   */
  firstResponseDueAt?: Instant | null;
  /**
   * When an agent first answered.
   */
  firstResponseAt?: Instant | null;
  /**
   * When the next answer is due.
   */
  nextResponseDueAt?: Instant | null;
  /**
   * Where the conversation stands; `open` where nothing is said. Nothing is due in what is closed.
   */
  state?: State | null;
  /**
   * The company waits for the customer: nothing is due.
   */
  awaitingCustomerReply?: boolean | null;
  /**
   * Put away: nothing is due.
   */
  archived?: boolean | null;
  /**
   * How long before a deadline it counts as soon, in minutes; 15 where nothing is said.
   */
  dueSoonMinutes?: number | null;
};

/**
 * Where a conversation stands with its answers.
 */
export type SlaStanding = {
  /**
   * How its next answer stands.
   */
  state: SlaState;
  /**
   * When that is due.
   */
  dueAt: number | null;
  /**
   * The first instant at which `state` is another, as long as nothing happens.
   */
  changesAt: number | null;
  /**
   * Whether the first answer came late; nothing while there is none.
   */
  firstWasLate: boolean | null;
};

/**
 * How an answer stands.
 */
export type SlaState = 'none' | 'paused' | 'due' | 'due_soon' | 'overdue';

/**
 * One stretch of open time in every week, in minutes since Monday 00:00 by local time.
 */
export type OpeningHours = {
  /**
   * The first open minute, 0 to 10,079.
   */
  from: number;
  /**
   * The first minute that is closed again: after `from`, at most 10,080.
   */
  to: number;
};

/**
 * From an instant on the local time is so far ahead of UTC.
 */
export type LocalTime = {
  /**
   * The first instant at which it holds.
   */
  at: Instant;
  /**
   * Minutes ahead of UTC; negative: behind.
   */
  utcOffsetMinutes: number;
};

/**
 * How soon an organisation means to answer, and when it is open.
 */
export type SlaTerms = {
  /**
   * Minutes to the answer.
   */
  minutes: number;
  /**
   * The openings of every week; without them every hour is an open one.
   */
  weekly?: Array<OpeningHours> | null;
  /**
   * Days, by local time, on which it is closed: `2026-12-25`.
   */
  holidays?: Array<string> | null;
  /**
   * Minutes by which the local time is ahead of UTC, before the first change.
   */
  utcOffsetMinutes?: number | null;
  /**
   * When that changes.
   */
  offsetChanges?: Array<LocalTime> | null;
};

/**
 * A request for a rating.
 */
export type RatingRequest = {
  /**
   * Where it stands.
   */
  status: CsatStatus;
  /**
   * From then on a first rating is no longer accepted.
   */
  lateSubmitWindowEndsAt?: Instant | null;
  /**
   * From then on an existing rating can no longer be changed.
   */
  changeLockWindowEndsAt?: Instant | null;
};

/**
 * What the customer may do about a request for a rating.
 */
export type RatingVerdict = {
  /**
   * Rate for the first time, change what they have rated, or nothing.
   */
  allows: 'first' | 'change' | null;
  /**
   * Why nothing.
   */
  reason: Unrateable | null;
  /**
   * The first instant at which that is no longer possible.
   */
  until: number | null;
};

/**
 * Where a request for a rating stands.
 */
export type CsatStatus = 'pending' | 'rated' | 'canceled' | 'expired';

/**
 * Why the customer cannot rate.
 */
export type Unrateable = 'canceled' | 'expired' | 'locked' | 'window_over';

/**
 * What one answer of a server says about its clock.
 */
export type ClockSample = {
  /**
   * The answer's header `Date`, or an instant.
   */
  date: string;
  /**
   * When its request left, by the device's clock.
   */
  sent: Instant;
  /**
   * When it came, by the device's clock.
   */
  received: Instant;
};
