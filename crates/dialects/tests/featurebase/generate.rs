//! Generated values of the model: every kind of part, content, event and person, words that the
//! vendor does not know included.
//!
//! What a customer must never see always contains [`SECRET`], so that a test can look for it.

use std::sync::Arc;

use inbox_model::content::{ContactCard, Location};
use inbox_model::conversation::{BotState, Initiator, ReadReceipt, Source};
use inbox_model::csat::{Csat, CsatEmail, CsatRequest, CsatStatus, CsatWorkflow, RatedAgent};
use inbox_model::part::{Call, Form, FormField, Message, QuickReply};
use inbox_model::tag::{Tag, TagApplication};
use inbox_model::{
    Channel, Content, Conversation, Delivery, Event, Media, Part, PartBody, PartId, Participant,
    ParticipantKind, Preview, Priority, State, Timestamp,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

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

fn contact_kind() -> BoxedStrategy<ParticipantKind> {
    use ParticipantKind::{Customer, Guest, Lead};
    prop::sample::select(vec![Customer, Lead, Guest]).boxed()
}

fn company_kind() -> BoxedStrategy<ParticipantKind> {
    use ParticipantKind::{Agent, Bot, Integration, Other, System, Workflow};
    let other = Other("hologram".into());
    prop::sample::select(vec![Agent, Agent, Agent, Bot, Integration, Workflow, System, other])
        .boxed()
}

fn person_with(
    kind: impl Strategy<Value = ParticipantKind> + 'static,
    id: impl Strategy<Value = Option<String>> + 'static,
) -> BoxedStrategy<Participant> {
    // A mail program makes a name of an address.
    let name = prop_oneof![4 => text().prop_map(|name| name.replace('@', "")), 1 => Just(format!("{SECRET}@example.com"))];
    (kind, id, of(name), of(secret()), of("https://x/[a-z]{3}"))
        .prop_map(|(kind, id, name, email, avatar_url)| Participant {
            id: id.map(Into::into),
            kind,
            name,
            email,
            avatar_url,
        })
        .boxed()
}

pub(crate) fn contact() -> BoxedStrategy<Participant> {
    person_with(contact_kind(), id().prop_map(Some)).boxed()
}

/// Somebody of the company, whose id customers do not learn.
pub(crate) fn colleague() -> BoxedStrategy<Participant> {
    person_with(company_kind(), of(secret_id())).boxed()
}

fn anybody() -> BoxedStrategy<Participant> {
    prop_oneof![person_with(contact_kind(), of(id())), colleague()].boxed()
}

fn media() -> BoxedStrategy<Media> {
    let size = (of(any::<u64>()), of(any::<u32>()), of(any::<u32>()), of(any::<u64>()));
    let words = (of(text()), of("[a-z]{2,5}/[a-z]{2,5}"), of(text()));
    (of(id()), "https://x/[a-z() ]{1,8}", words, size)
        .prop_map(|(id, url, (name, mime, caption), (bytes, width, height, duration_ms))| Media {
            id: id.map(Into::into),
            url,
            name,
            mime,
            bytes,
            width,
            height,
            duration_ms,
            caption,
        })
        .boxed()
}

/// Coordinates with four decimals, which JSON carries exactly.
fn place() -> BoxedStrategy<Location> {
    (-900_000..=900_000_i32, -1_800_000..=1_800_000_i32, of(text()), of(text()))
        .prop_map(|(latitude, longitude, name, address)| Location {
            latitude: f64::from(latitude) / 10_000.0,
            longitude: f64::from(longitude) / 10_000.0,
            name,
            address,
        })
        .boxed()
}

fn card() -> BoxedStrategy<ContactCard> {
    (text(), vec(text(), 0..3), vec(text(), 0..3), of(text()))
        .prop_map(|(name, phones, emails, organization)| ContactCard {
            name,
            phones,
            emails,
            organization,
        })
        .boxed()
}

/// One content of any of the seven kinds.
pub(crate) fn content() -> BoxedStrategy<Content> {
    prop_oneof![
        4 => text().prop_map(Content::text),
        1 => media().prop_map(Content::Image),
        1 => media().prop_map(Content::Video),
        1 => (media(), any::<bool>()).prop_map(|(media, voice)| Content::Audio { media, voice }),
        1 => media().prop_map(Content::Document),
        1 => place().prop_map(Content::Location),
        1 => card().prop_map(Content::ContactCard),
    ]
    .boxed()
}

fn message(
    contents: impl Strategy<Value = Vec<Content>> + 'static,
    html: impl Strategy<Value = String> + 'static,
) -> BoxedStrategy<Message> {
    let html = prop::option::weighted(0.1, html);
    (contents, html).prop_map(|(contents, html)| Message { contents, html, email: false }).boxed()
}

fn public_message() -> BoxedStrategy<Message> {
    let html = text().prop_map(|text| format!("<p>{text}</p>"));
    (message(vec(content(), 0..4), html), prop::bool::weighted(0.1))
        .prop_map(|(message, email)| Message { email, ..message })
        .boxed()
}

fn secret_message() -> BoxedStrategy<Message> {
    let first = secret().prop_map(Content::text);
    let contents = (first, vec(content(), 0..2)).prop_map(|(first, mut more)| {
        more.insert(0, first);
        more
    });
    message(contents, secret()).boxed()
}

fn word(known: &'static [&'static str]) -> BoxedStrategy<String> {
    prop_oneof![4 => prop::sample::select(known).prop_map(String::from), 1 => Just("novel".into())]
        .boxed()
}

pub(crate) fn csat() -> BoxedStrategy<CsatRequest> {
    use CsatStatus::{Canceled, Expired, Pending, Rated};
    let status = prop::sample::select(vec![Pending, Rated, Canceled, Expired]);
    let score = prop_oneof![4 => (1..=5_i32).prop_map(f64::from), 1 => Just(7.5)];
    let words = (of(id()), of(word(&["desktop", "email"])), of(word(&["workflow"])), of(text()));
    let times = prop::array::uniform7(of(time()));
    let agent = (word(&["teammate", "fibi", "chatbot"]), of(secret_id()))
        .prop_map(|(kind, id)| RatedAgent { kind, id });
    let workflow =
        prop::array::uniform4(of(secret_id())).prop_map(|[action_id, id, run_id, step_id]| {
            CsatWorkflow { action_id, id, run_id, step_id }
        });
    let email = (word(&["pending", "sent", "failed"]), of(time()), of(secret()), of(secret_id()));
    let email = (email, of(time())).prop_map(
        |((status, failed_at, failure_reason, message_id), sent_at)| CsatEmail {
            status,
            failed_at,
            failure_reason,
            message_id,
            sent_at,
        },
    );
    let links = (of(agent), of(workflow), of(email), any::<bool>());
    (status, of(score), words, times, links)
        .prop_map(|(status, score, (request_id, channel, source, remark), times, links)| {
            let [requested_at, last_updated_at, rated_at, canceled_at, expired_at, lock, late] =
                times;
            let (rated_agent, workflow, email_delivery, is_latest_effective) = links;
            CsatRequest {
                request_id,
                status,
                channel,
                source,
                requested_at,
                last_updated_at,
                score,
                remark,
                rated_at,
                canceled_at,
                expired_at,
                change_lock_window_ends_at: lock,
                late_submit_window_ends_at: late,
                rated_agent,
                workflow,
                email_delivery,
                is_latest_effective,
            }
        })
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

pub(crate) fn event() -> BoxedStrategy<Event> {
    let assigned =
        (of(secret_id()), of(secret_id()), of(secret_id())).prop_map(|(agent, team, by)| {
            Event::Assigned {
                agent: agent.map(Into::into),
                team: team.map(Into::into),
                by: by.map(Into::into),
            }
        });
    let state_changed = (state(), of(time()))
        .prop_map(|(state, snoozed_until)| Event::StateChanged { state, snoozed_until });
    let tag_changed = (any::<bool>(), secret_id(), of(secret()), of(id()), of(anybody()), time())
        .prop_map(|(added, tag_id, name, target, by, at)| Event::TagChanged {
            added,
            tag_id: tag_id.into(),
            name,
            target: target.map(Into::into),
            by,
            at,
        });
    let wait_words = (of(secret()), of(secret_id()), of(secret()));
    let stage = word(&["started", "finished", "interrupted"]);
    let waited = (stage, time(), of(prop_oneof![contact_kind(), company_kind()]), wait_words);
    let waited =
        waited.prop_map(|(stage, at, interrupted_by, (label, workflow_id, workflow_name))| {
            Event::WorkflowWait { stage, at, interrupted_by, label, workflow_id, workflow_name }
        });
    let other = secret().prop_map(|data| Event::Other {
        name: "participant_blocked".into(),
        data: serde_json::json!({ "reason": data }).to_string(),
    });
    prop_oneof![
        assigned,
        state_changed,
        tag_changed,
        priority().prop_map(|priority| Event::PriorityChanged { priority }),
        anybody().prop_map(|mut participant| {
            participant.name = participant.name.map(|name| format!("{SECRET} {name}"));
            Event::ParticipantAdded { participant }
        }),
        waited,
        other,
    ]
    .boxed()
}

/// A body of any of the eleven kinds.
pub(crate) fn body() -> BoxedStrategy<PartBody> {
    let call = (any::<bool>(), 0..10_000_000_u64, of(secret()), of(secret())).prop_map(
        |(inbound, duration_ms, summary, recording_url)| Call {
            inbound,
            duration_ms,
            summary,
            recording_url,
        },
    );
    let field = (id(), text(), text()).prop_map(|(identifier, name, kind)| FormField {
        identifier,
        name,
        kind,
    });
    let form = (id(), vec(field, 0..3)).prop_map(|(id, fields)| Form { id, fields });
    let option = (id(), text()).prop_map(|(id, text)| QuickReply { id, text });
    prop_oneof![
        6 => public_message().prop_map(PartBody::Message),
        2 => secret_message().prop_map(PartBody::Note),
        1 => secret_message().prop_map(PartBody::Suggestion),
        1 => call.prop_map(PartBody::Call),
        5 => event().prop_map(PartBody::Event),
        1 => form.prop_map(PartBody::Form),
        1 => Just(PartBody::FormCompleted),
        1 => vec(option, 0..3).prop_map(|options| PartBody::QuickReplies { options }),
        1 => (id(), text()).prop_map(|(option_id, text)| PartBody::QuickReplyChosen { option_id, text }),
        1 => csat().prop_map(PartBody::RatingRequested),
        1 => csat().prop_map(PartBody::RatingSubmitted),
    ]
    .boxed()
}

fn delivery() -> BoxedStrategy<Delivery> {
    let failed = text().prop_map(|code| Delivery::Failed { code });
    let known = vec![Delivery::Created, Delivery::Sent, Delivery::Delivered, Delivery::Read];
    prop_oneof![4 => prop::sample::select(known), 1 => failed].boxed()
}

fn tag_application() -> BoxedStrategy<TagApplication> {
    (secret_id(), of(secret()), time(), of(anybody()), of(time()), of(anybody()))
        .prop_map(|(tag_id, name, applied_at, applied_by, removed_at, removed_by)| TagApplication {
            tag_id: tag_id.into(),
            name,
            applied_at,
            applied_by,
            removed_at,
            removed_by,
        })
        .boxed()
}

pub(crate) fn part() -> BoxedStrategy<Part> {
    let about = (of(anybody()), time(), time(), of(channel()), any::<bool>());
    let more = (vec(tag_application(), 0..3), of(id()), of(delivery()));
    (id(), body(), about, more)
        .prop_map(|(id, body, (author, created_at, updated_at, channel, redacted), more)| Part {
            id: id.into(),
            body,
            author,
            created_at,
            updated_at,
            channel,
            redacted,
            tag_applications: more.0,
            command_id: more.1.map(Into::into),
            delivery: more.2,
        })
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
    let parts = vec(part(), 0..8);
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
            made.csat = csat;
            (made.preview, made.unread, made.version) = own;
            made.parts = in_order(parts);
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
