//! The types of TypeScript, written from ours. `UPDATE_TYPES=1 cargo test -p inbox-model-js` writes
//! the file; without it the test holds the file to the types.

use std::fs;

use inbox_model::validate::files::FileKind;
use inbox_model::{countdown, csat, reply_window, search, sla, validate, view};
use ts_rs::{Config, TS};

use crate::{draft, lists, row, text, timing, validation};

const FILE: &str = "../../www/src/model/types.ts";

const HEAD: &str = "\
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
";

/// One type with its comment, as other modules see it.
fn declared<T: TS + 'static + ?Sized>(config: &Config) -> String {
    let text = T::export_to_string(config).unwrap();
    // Without what ts-rs puts on top, a note and imports: all types are in one file.
    let start = text.find("/**").or_else(|| text.find("export type")).unwrap();
    text[start..].to_owned()
}

#[test]
fn the_types_are_those_of_rust() {
    let config = Config::default().with_large_int("number");
    let types = [
        declared::<inbox_model::Timestamp>(&config),
        declared::<inbox_model::Channel>(&config),
        declared::<inbox_model::State>(&config),
        declared::<validate::Fault>(&config),
        declared::<validate::Unit>(&config),
        declared::<FileKind>(&config),
        declared::<validate::email::EmailFault>(&config),
        declared::<validate::phone::PhoneFault>(&config),
        declared::<validate::url::UrlFault>(&config),
        declared::<validate::sms::Encoding>(&config),
        declared::<text::ChatOptions>(&config),
        declared::<draft::Attachment>(&config),
        declared::<draft::Draft>(&config),
        declared::<draft::Longest>(&config),
        declared::<draft::FilesOfKind>(&config),
        declared::<draft::DraftOptions>(&config),
        declared::<validation::Segments>(&config),
        declared::<validation::FormField>(&config),
        declared::<validation::Rating>(&config),
        declared::<validation::Assignment>(&config),
        declared::<inbox_model::Priority>(&config),
        declared::<inbox_model::ParticipantKind>(&config),
        declared::<row::Person>(&config),
        declared::<row::TagOf>(&config),
        declared::<row::Row>(&config),
        declared::<lists::Asker>(&config),
        declared::<lists::Order>(&config),
        declared::<view::SortKey>(&config),
        declared::<lists::Hit>(&config),
        declared::<lists::Found>(&config),
        declared::<lists::Span>(&config),
        declared::<search::Field>(&config),
        declared::<search::Meeting>(&config),
        declared::<timing::ReplyWindow>(&config),
        declared::<timing::ReplyVerdict>(&config),
        declared::<reply_window::Reason>(&config),
        declared::<reply_window::Possible>(&config),
        declared::<timing::Countdown>(&config),
        declared::<countdown::Unit>(&config),
        declared::<timing::Sla>(&config),
        declared::<timing::SlaStanding>(&config),
        declared::<sla::SlaState>(&config),
        declared::<timing::OpeningHours>(&config),
        declared::<timing::LocalTime>(&config),
        declared::<timing::SlaTerms>(&config),
        declared::<timing::RatingRequest>(&config),
        declared::<timing::RatingVerdict>(&config),
        declared::<csat::CsatStatus>(&config),
        declared::<csat::Unrateable>(&config),
        declared::<timing::ClockSample>(&config),
    ];
    let wanted = format!("{HEAD}\n{}", types.join("\n"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/src/model/types.ts");
    if std::env::var_os("UPDATE_TYPES").is_some() {
        fs::write(path, &wanted).unwrap();
    }
    let held = fs::read_to_string(path).unwrap_or_default();
    let how = "UPDATE_TYPES=1 cargo test -p inbox-model-js && npm run format";
    assert_eq!(bare(&held), bare(&wanted), "{FILE} is not what the types are: {how}");
}

/// A text without what a formatter may change.
fn bare(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace() && !"\"',;|*".contains(*one)).collect()
}
