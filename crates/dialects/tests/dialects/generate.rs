//! Generated values of the model: every kind of part, content, event and person, words that the
//! vendor does not know included.
//!
//! What a customer must never see always contains [`SECRET`], so that a test can look for it.

mod command;
mod content;
mod csat;
mod handling;
mod part;
mod person;

use std::sync::Arc;

use inbox_model::conversation::{BotState, Initiator, ReadReceipt, Source};
use inbox_model::csat::{Csat, CsatRequest};
use inbox_model::tag::Tag;
use inbox_model::{Channel, Conversation, Part, PartId, Preview, Priority, State, Timestamp};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

pub(crate) use command::entry;
pub(crate) use content::content;
pub(crate) use csat::csat;
use handling::handling;
pub(crate) use part::part;
pub(crate) use person::colleague;
use person::{anybody, company_kind, contact, contact_kind, person_with};

/// In every text that stays inside the company.
pub(crate) const SECRET: &str = "zzsecretzz";

pub(crate) fn text() -> BoxedStrategy<String> {
    let typed = prop::sample::select(vec![
        "Hello",
        "**bold** [x](https://a/b)",
        "日本語",
        "مرحبا",
        "👩‍💻 hi",
        "a\n\nb",
        "<b>&amp;",
        " ",
        "",
        "![p](https://x/p.png)",
        "\\*_`~|",
        "\"quoted\"",
        "\u{0}\u{7f}",
    ]);
    prop_oneof![typed.prop_map(String::from), "\\PC{0,12}"].boxed()
}

/// A text that stays inside the company.
pub(crate) fn secret() -> BoxedStrategy<String> {
    text().prop_map(|text| format!("{SECRET} {text}")).boxed()
}

fn secret_id() -> BoxedStrategy<String> {
    "[a-f0-9]{4}".prop_map(|id| format!("{SECRET}{id}")).boxed()
}

fn id() -> BoxedStrategy<String> {
    "[a-f0-9]{24}".boxed()
}

pub(crate) fn time() -> BoxedStrategy<Timestamp> {
    let usual = 1_700_000_000_000_i64..1_800_000_000_000;
    let possible = -62_167_219_200_000_i64..253_402_300_799_999;
    prop_oneof![9 => usual, 1 => possible].prop_map(Timestamp::from_millis).boxed()
}

fn word(known: &'static [&'static str]) -> BoxedStrategy<String> {
    prop_oneof![4 => prop::sample::select(known).prop_map(String::from), 1 => Just("novel".into())]
        .boxed()
}

pub(crate) fn state() -> BoxedStrategy<State> {
    prop::sample::select(vec![State::Open, State::Pending, State::Snoozed, State::Closed]).boxed()
}

pub(crate) fn priority() -> BoxedStrategy<Priority> {
    use Priority::{High, Low, None, Normal, Urgent};
    prop::sample::select(vec![None, Low, Normal, High, Urgent]).boxed()
}

fn channel() -> BoxedStrategy<Channel> {
    use Channel::{Android, Email, Ios, Other, Phone, Sms, Unknown, Web, Whatsapp};
    let other = Other("pigeon".into());
    prop::sample::select(vec![Web, Android, Ios, Email, Sms, Whatsapp, Phone, Unknown, other])
        .boxed()
}

fn source() -> BoxedStrategy<Source> {
    let initiator = prop::sample::select(vec![Initiator::Customer, Initiator::Company]);
    (channel(), of(anybody()), of(initiator), (text(), text()), (of(text()), of(text())))
        .prop_map(|(channel, author, initiated_by, (markdown, html), (subject, url))| Source {
            channel,
            author,
            initiated_by,
            markdown,
            html,
            subject,
            url,
        })
        .boxed()
}

fn receipt() -> BoxedStrategy<ReadReceipt> {
    (secret_id(), prop_oneof![contact_kind(), company_kind()], id())
        .prop_map(|(participant, kind, part)| ReadReceipt {
            participant: participant.into(),
            kind,
            last_read_part: part.into(),
        })
        .boxed()
}

fn preview() -> BoxedStrategy<Preview> {
    let said =
        prop_oneof![secret().prop_map(|text| (true, text)), text().prop_map(|text| (false, text))];
    (id(), said, of(anybody()), time(), of(word(&["image", "location"])))
        .prop_map(|(part_id, (note, text), author, at, content)| Preview {
            part_id: part_id.into(),
            text,
            author,
            at,
            content,
            note,
        })
        .boxed()
}

pub(crate) fn tag() -> BoxedStrategy<Tag> {
    (secret_id(), secret()).prop_map(|(id, name)| Tag { id: id.into(), name }).boxed()
}

fn attribute() -> BoxedStrategy<(String, String)> {
    let value = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        secret().prop_map(|text| serde_json::Value::String(text).to_string()),
        Just("{\"a\":[1,null,true]}".to_owned()),
    ];
    (secret(), value).boxed()
}

pub(crate) fn conversation() -> BoxedStrategy<Conversation> {
    let state = (state(), of(time()), priority(), of(time()), of(secret_id()), of(secret_id()));
    let times = (time(), time(), of(time()), of(time()), of(time()));
    let bot = prop::sample::select(vec![
        BotState::Active,
        BotState::HandedOffToHuman,
        BotState::Resolved,
    ]);
    let flags = (of(any::<bool>()), any::<bool>(), any::<bool>(), of(any::<bool>()));
    let words = (of(text()), of(id()), of(source()), text(), of(bot));
    let people =
        (vec(contact(), 0..3), vec(person_with(company_kind(), secret_id().prop_map(Some)), 0..2));
    let marks = (vec(tag(), 0..3), vec(receipt(), 0..3), vec(attribute(), 0..3));
    let debug_id = secret_id().prop_map(Some);
    let debug =
        (csat(), debug_id).prop_map(|(csat, request_id)| CsatRequest { request_id, ..csat });
    let ratings = (of(csat()), vec(csat(), 0..3), of(debug))
        .prop_map(|(summary, history, debug)| Csat { summary, history, debug });
    let own = (of(preview()), of(any::<u32>()), of(any::<u64>()));
    let parts = (vec(part(), 0..8), handling());
    ((id(), state, times), (flags, words), (people, marks), (ratings, own, parts))
        .prop_map(|((id, state, times), (flags, words), (people, marks), (csat, own, parts))| {
            let mut made = Conversation::new(id.into(), times.0);
            made.updated_at = times.1;
            (made.last_activity_at, made.waiting_since, made.bot_state_changed_at) =
                (times.2, times.3, times.4);
            (made.state, made.snoozed_until, made.priority, made.priority_set_at) =
                (state.0, state.1, state.2, state.3);
            made.assignee = state.4.map(Into::into);
            made.team = state.5.map(Into::into);
            (made.awaiting_customer_reply, made.blocked, made.language_overridden) =
                (flags.0, flags.1, flags.2);
            made.replies_disabled = flags.3;
            (made.title, made.brand_id, made.source, made.language, made.bot_state) = words;
            made.participants = people.0.into_iter().chain(people.1).collect();
            (made.tags, made.read_receipts) = (marks.0, marks.1);
            made.custom_attributes = marks.2.into_iter().collect();
            made.csat = csat.into();
            (made.preview, made.unread, made.version) = own;
            made.parts = in_order(parts.0);
            made.handling = parts.1.into();
            made
        })
        .boxed()
}

/// In the order of a thread, under ids that are unique.
fn in_order(mut parts: Vec<Part>) -> Vec<Arc<Part>> {
    parts.sort_by_key(|part| part.created_at);
    for (index, part) in parts.iter_mut().enumerate() {
        part.id = PartId::from(format!("p{index}"));
    }
    parts.into_iter().map(Arc::new).collect()
}
