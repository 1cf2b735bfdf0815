//! Field by field, what each dialect's form can carry. It is measured: values are written by the
//! server, the extension object is taken out, and what the client reads is compared.
//!
//! A field that the model gets needs a row, or this does not compile.

mod contents;
mod conversation;
mod events;
mod held;
mod kept;
mod parts;
mod people;
mod ratings;

use std::fmt::Write;
use std::sync::Arc;

use inbox_model::conversation::{Initiator, Source};
use inbox_model::part::Message;
use inbox_model::{Channel, Conversation, Part, PartBody, Participant, ParticipantKind, Timestamp};

use crate::codecs::{CODECS, Codec};
use crate::page;

/// A field, or a kind of something.
struct Row {
    /// The type, as a heading.
    of: &'static str,
    field: String,
    /// Conversations in which it has different values; in the first it has its usual one.
    samples: Vec<Conversation>,
    /// Whether it is a kind: then the samples are all of it, and have to be read as it.
    is_kind: bool,
    /// The field's value in a conversation as a text.
    shown: Box<dyn Fn(&Conversation) -> String>,
}

impl Row {
    /// Another sample: the second one in another surrounding.
    fn also(&mut self, change: impl FnOnce(&mut Conversation)) {
        let mut sample = self.samples[1].clone();
        change(&mut sample);
        self.samples.push(sample);
    }

    /// The name that a failing test tells.
    fn name(&self) -> String {
        format!("{}.{}", self.of, self.field)
    }
}

/// What becomes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Carried {
    /// Every value comes back.
    Yes,
    /// Every value comes back, times as whole seconds.
    Seconds,
    /// Some values come back different.
    Partly,
    /// What is read has nothing to do with the value.
    No,
}

impl Carried {
    const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Seconds => "seconds",
            Self::Partly => "partly",
            Self::No => "–",
        }
    }
}

/// Measures one field in one dialect.
fn carried(row: &Row, codec: &Codec) -> Carried {
    let shown = |conversation: &Conversation| (row.shown)(conversation);
    let pairs: Vec<(String, String)> = row
        .samples
        .iter()
        .map(|sample| {
            (shown(&(codec.named)(sample)), shown(&codec.through_the_vendors_form(sample)))
        })
        .collect();
    let all = |same: &dyn Fn(&str, &str) -> bool| pairs.iter().all(|(one, two)| same(one, two));
    let is_constant = pairs.iter().all(|(_, read)| *read == pairs[0].1);
    if is_constant && (!row.is_kind || pairs[0].1 == "false") {
        Carried::No
    } else if all(&|one, two| one == two) {
        Carried::Yes
    } else if all(&|one, two| in_seconds(one) == in_seconds(two)) {
        Carried::Seconds
    } else {
        Carried::Partly
    }
}

/// A value with its times as whole seconds.
fn in_seconds(shown: &str) -> String {
    let mut pieces = shown.split("Timestamp(");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (millis, rest) = piece.split_once(')').unwrap();
        let millis: i64 = millis.trim().trim_end_matches(',').parse().unwrap();
        write!(out, "Timestamp({}){rest}", millis.div_euclid(1000)).unwrap();
    }
    out
}

/// Rows for all fields of a struct, found by `$at` in `$base`, with values that are not the usual
/// ones.
macro_rules! fields {
    ($base:expr, $at:expr, $type:ident { $($field:ident: [$($value:expr),+ $(,)?]),+ $(,)? }) => {{
        // A field without a row fails here.
        let _ = |value: $type| { let $type { $($field: _),+ } = value; };
        let at: fn(&mut inbox_model::Conversation) -> Option<&mut $type> = $at;
        vec![$({
            let base: inbox_model::Conversation = $base;
            let mut samples = vec![base.clone()];
            $({
                let mut sample = base.clone();
                at(&mut sample).unwrap().$field = $value;
                samples.push(sample);
            })+
            $crate::fields::Row {
                of: stringify!($type),
                field: stringify!($field).to_owned(),
                samples,
                is_kind: false,
                shown: Box::new(move |conversation| {
                    let mut conversation = conversation.clone();
                    at(&mut conversation)
                        .map_or_else(|| "absent".to_owned(), |value| format!("{:?}", value.$field))
                }),
            }
        }),+]
    }};
}

/// Rows for all kinds of an enum: whether values of the kind are read as it. `$put` puts a value into
/// a conversation, `$at` finds it again.
macro_rules! kinds {
    ($of:literal, $put:expr, $at:expr, $type:ty; $($name:literal: $pattern:pat => [$($value:expr),+ $(,)?]),+ $(,)?) => {{
        // A kind without a row fails here.
        let name: fn(&$type) -> &'static str = |value| match value { $($pattern => $name),+ };
        let at: fn(&inbox_model::Conversation) -> Option<&$type> = $at;
        vec![$($crate::fields::Row {
            of: $of,
            field: $name.to_owned(),
            samples: vec![$($put($value)),+],
            is_kind: true,
            shown: Box::new(move |conversation| {
                at(conversation).is_some_and(|value| name(value) == $name).to_string()
            }),
        }),+]
    }};
}

use {fields, kinds};

/// Rows under another heading.
fn called(of: &'static str, rows: Vec<Row>) -> Vec<Row> {
    rows.into_iter().map(|row| Row { of, ..row }).collect()
}

/// The row of a field among those of its type.
fn of<'a>(rows: &'a mut [Row], field: &str) -> &'a mut Row {
    rows.iter_mut().find(|row| row.field == field).unwrap()
}

fn rows() -> Vec<Row> {
    let mut rows = conversation::rows();
    rows.extend(people::rows());
    rows.extend(kept::rows());
    rows.extend(ratings::rows());
    rows.extend(parts::rows());
    rows.extend(contents::rows());
    rows.extend(events::rows());
    rows
}

/// An instant, with milliseconds.
fn at(minute: i64) -> Timestamp {
    Timestamp::from_millis(1_750_000_000_123 + minute * 60_000)
}

fn contact() -> Participant {
    let mut contact = Participant::new(ParticipantKind::Customer, "a0a0a0a0a0a0a0a0a0a0a0a0");
    contact.name = Some("Ana".into());
    contact.email = Some("ana@home.example".into());
    contact
}

fn agent() -> Participant {
    let mut agent = Participant::new(ParticipantKind::Agent, "aaaaaaaaaaaaaaaaaaaaaaaa");
    agent.name = Some("Ada".into());
    agent.email = Some("ada@company.example".into());
    agent
}

/// A message of Ada's.
fn part(id: &str, minute: i64, body: PartBody) -> Arc<Part> {
    Arc::new(Part::new(id.into(), body, Some(agent()), at(minute)))
}

/// The usual conversation: Ana has written and Ada has answered.
fn base() -> Conversation {
    let mut base = Conversation::new("k3x9a1b2c4".into(), at(0));
    base.participants = vec![contact()];
    base.source = Some(Source {
        channel: Channel::Web,
        author: Some(contact()),
        initiated_by: Some(Initiator::Customer),
        markdown: "Hello".into(),
        ..Source::default()
    });
    let hello = PartBody::Message(Message::text("Hello"));
    let opening = Part::new("000000001zzzzz".into(), hello, Some(contact()), at(0));
    let answer = part("000000002zzzzz", 1, PartBody::Message(Message::text("Hi")));
    base.parts = vec![Arc::new(opening), answer];
    base
}

/// The usual conversation, in which Ada's answer is something else.
fn with_body(body: PartBody) -> Conversation {
    let mut conversation = base();
    *conversation.parts.last_mut().unwrap() = part("000000002zzzzz", 1, body);
    conversation
}

/// The newest part.
fn last(conversation: &mut Conversation) -> Option<&mut Part> {
    conversation.parts.last_mut().map(Arc::make_mut)
}

/// Fields that have a table of their own.
const BELOW: [&str; 23] = [
    "Conversation.source",
    "Conversation.participants",
    "Conversation.tags",
    "Conversation.read_receipts",
    "Conversation.csat",
    "Conversation.handling",
    "Conversation.parts",
    "Conversation.preview",
    "Handling.sla",
    "Handling.reply_window",
    "Handling.account",
    "Handling.profile",
    "Handling.entry_points",
    "Csat.summary",
    "Csat.history",
    "Csat.debug",
    "Part.body",
    "Part.author",
    "Part.tag_applications",
    "Part.tracking",
    "Tracking.seen_by",
    "ContactCard.details",
    "CardDetails.addresses",
];

/// The tables as they stand in the docs.
fn tables() -> String {
    let mut out = String::new();
    let mut of = "";
    for row in rows() {
        if row.of != of {
            of = row.of;
            let names = CODECS.map(|codec| codec.name);
            writeln!(out, "\n### {of}\n\n| | {} |", names.join(" | ")).unwrap();
            writeln!(out, "| --- |{}", " --- |".repeat(names.len())).unwrap();
        }
        let is_whole = BELOW.contains(&row.name().as_str());
        let cell = |codec| if is_whole { "below" } else { carried(&row, &codec).word() };
        let cells = CODECS.map(cell);
        writeln!(out, "| `{}` | {} |", row.field, cells.join(" | ")).unwrap();
    }
    out
}

#[test]
fn the_page_says_what_is_carried() {
    page::assert_section("docs/dialects.md", "fields", &tables());
}

/// A row whose samples are all the same would say nothing.
#[test]
fn every_row_has_different_values() {
    for row in rows() {
        let shown = |sample| (row.shown)(sample);
        let usual = shown(&row.samples[0]);
        assert_ne!(usual, "absent", "{}", row.name());
        assert!(row.is_kind || row.samples.iter().any(|one| shown(one) != usual), "{}", row.name());
    }
}

#[test]
fn times_are_compared_by_the_second() {
    let shown = format!("{:?}", (Some(at(0)), "x", Timestamp::from_millis(-1)));
    assert_eq!(in_seconds(&shown), "(Some(Timestamp(1750000000)), \"x\", Timestamp(-1))");
}
