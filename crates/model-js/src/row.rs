//! A conversation as JavaScript has it: what the rules of lists look at.

use inbox_model::conversation::{Preview, Source};
use inbox_model::participant::{Participant, ParticipantKind};
use inbox_model::sla::Sla;
use inbox_model::tag::Tag;
use inbox_model::{Channel, Conversation, Priority, State, Timestamp};
use serde::Deserialize;

use crate::border::{Instant, at, whole};

/// Somebody who takes part.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Person {
    /// Their id.
    id: Option<String>,
    /// What they are; `customer` where nothing is said.
    kind: Option<ParticipantKind>,
    /// The name to show.
    name: Option<String>,
    /// The e-mail address.
    email: Option<String>,
}

/// A tag.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TagOf {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
}

/// A conversation, as a row of a list has it. Everything but the id can be left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Conversation", optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Row {
    /// Its id.
    pub(crate) id: String,
    /// Its title.
    title: Option<String>,
    /// The subject line of the e-mail that began it.
    subject: Option<String>,
    /// The newest thing said, as plain text.
    preview: Option<String>,
    /// Who takes part.
    participants: Option<Vec<Person>>,
    /// Tags attached to it.
    tags: Option<Vec<TagOf>>,
    /// Where it stands; `open` where nothing is said.
    state: Option<State>,
    /// When a snoozed conversation comes back.
    snoozed_until: Option<Instant>,
    /// How urgent it is.
    priority: Option<Priority>,
    /// By which channel it is held; `web` where nothing is said.
    channel: Option<Channel>,
    /// The id of the agent responsible.
    assignee: Option<String>,
    /// The id of the team responsible.
    team: Option<String>,
    /// How many parts are not read.
    unread: Option<f64>,
    /// With a star.
    starred: Option<bool>,
    /// Put away.
    archived: Option<bool>,
    /// When it began.
    created_at: Option<Instant>,
    /// When something was last said or done in it.
    last_activity_at: Option<Instant>,
    /// Since when it has been waiting.
    waiting_since: Option<Instant>,
    /// The company waits for the customer.
    awaiting_customer_reply: Option<bool>,
    /// When the first answer is due.
    first_response_due_at: Option<Instant>,
    /// When an agent first answered.
    first_response_at: Option<Instant>,
    /// When the next answer is due.
    next_response_due_at: Option<Instant>,
}

impl From<Row> for Conversation {
    fn from(row: Row) -> Self {
        let (created, active) = (at(row.created_at), at(row.last_activity_at));
        let begun = created.or(active).unwrap_or(Timestamp::from_millis(0));
        let mut one = Self::new(row.id.into(), begun);
        let author = |person: &Participant| person.kind.is_contact();
        one.title = row.title;
        one.participants = row.participants.into_iter().flatten().map(Participant::from).collect();
        one.preview = row.preview.map(|text| Preview {
            part_id: "".into(),
            text,
            author: one.participants.iter().find(|person| author(person)).cloned(),
            at: active.unwrap_or(begun),
            content: None,
            note: false,
        });
        one.tags = row
            .tags
            .into_iter()
            .flatten()
            .map(|tag| Tag { id: tag.id.into(), name: tag.name })
            .collect();
        one.state = row.state.unwrap_or_default();
        one.snoozed_until = at(row.snoozed_until);
        one.priority = row.priority.unwrap_or_default();
        one.source = Some(Source {
            channel: row.channel.unwrap_or_default(),
            subject: row.subject,
            ..Source::default()
        });
        one.assignee = row.assignee.map(Into::into);
        one.team = row.team.map(Into::into);
        one.unread = row.unread.map(|unread| u32::try_from(whole(unread)).unwrap_or(u32::MAX));
        one.handling.starred = row.starred.unwrap_or_default();
        one.handling.archived = row.archived.unwrap_or_default();
        one.last_activity_at = active.or(created);
        one.waiting_since = at(row.waiting_since);
        one.awaiting_customer_reply = row.awaiting_customer_reply;
        one.handling.sla = Sla {
            first_response_due_at: at(row.first_response_due_at),
            first_response_at: at(row.first_response_at),
            next_response_due_at: at(row.next_response_due_at),
        };
        one
    }
}

impl From<Person> for Participant {
    fn from(person: Person) -> Self {
        Self {
            id: person.id.map(Into::into),
            kind: person.kind.unwrap_or(ParticipantKind::Customer),
            name: person.name,
            email: person.email,
            avatar_url: None,
        }
    }
}
