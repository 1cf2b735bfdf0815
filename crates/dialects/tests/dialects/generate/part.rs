//! Parts of all eleven kinds, events among them.

use inbox_model::part::{Call, Form, FormField, QuickReply};
use inbox_model::suggestion::{Suggestion, SuggestionStatus};
use inbox_model::tag::TagApplication;
use inbox_model::tracking::{Seen, Tracking};
use inbox_model::{Delivery, Event, Part, PartBody};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::content::{public_message, secret_message};
use super::person::{anybody, company_kind, contact_kind};
use super::{SECRET, channel, csat, id, priority, secret, secret_id, state, text, time, word};

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
        1 => (secret_message(), suggestion_status(), of(id())).prop_map(
            |(message, status, based_on)| {
                let based_on = based_on.map(Into::into);
                PartBody::Suggestion(Suggestion { message, status, based_on })
            },
        ),
        1 => call().prop_map(PartBody::Call),
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

pub(super) fn call() -> BoxedStrategy<Call> {
    (any::<bool>(), 0..10_000_000_u64, of(secret()), of(secret()))
        .prop_map(|(inbound, duration_ms, summary, recording_url)| Call {
            inbound,
            duration_ms,
            summary,
            recording_url,
        })
        .boxed()
}

fn suggestion_status() -> BoxedStrategy<SuggestionStatus> {
    prop_oneof![
        Just(SuggestionStatus::Pending),
        Just(SuggestionStatus::Dismissed),
        id().prop_map(|part| SuggestionStatus::Sent(part.into())),
        id().prop_map(|part| SuggestionStatus::Replaced(part.into())),
    ]
    .boxed()
}

/// What is known of a part's way. Reactions and what it refers to are for everybody, all else stays
/// inside the company.
fn tracking() -> BoxedStrategy<Tracking> {
    let seen = (secret_id(), time()).prop_map(|(agent, at)| Seen { agent: agent.into(), at });
    let reaction = || of(prop::sample::select(vec!["👍", "❤️"]).prop_map(str::to_owned));
    let secrets = (of(secret_id()), of(secret()), of(secret()), of(secret()));
    let whole = (secrets, of(time()), vec(seen, 0..2), of(id()), reaction(), reaction());
    let whole = whole.prop_map(|(secrets, delivery_at, seen_by, reply_to, company, contact)| {
        let (external_id, subject, delivery_info, campaign) = secrets;
        Tracking {
            external_id,
            subject,
            delivery_info,
            delivery_at,
            seen_by,
            reply_to: reply_to.map(Into::into),
            company_reaction: company,
            contact_reaction: contact,
            campaign,
        }
    });
    prop_oneof![2 => Just(Tracking::default()), 1 => whole].boxed()
}

pub(super) fn delivery() -> BoxedStrategy<Delivery> {
    let failed = text().prop_map(|code| Delivery::Failed { code });
    let known = vec![Delivery::Created, Delivery::Sent, Delivery::Delivered, Delivery::Read];
    prop_oneof![4 => prop::sample::select(known), 1 => failed].boxed()
}

pub(super) fn tag_application() -> BoxedStrategy<TagApplication> {
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
    let more = (vec(tag_application(), 0..3), of(id()), of(delivery()), tracking());
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
            tracking: more.3,
        })
        .boxed()
}
