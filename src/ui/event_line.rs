//! What happened to a conversation, as one quiet line.

use inbox_model::{Event, Part, PartBody, Participant, ParticipantId, Priority, State};

use super::names::display_name;
use crate::i18n::{I18n, Text};

/// Finds the name of an agent by id.
pub(super) type FindName = std::sync::Arc<dyn Fn(&ParticipantId) -> Option<String> + Send + Sync>;

/// The words for a part that is an event or stands for one; `None` for what is said.
pub(super) fn words(part: &Part, find: &FindName, i18n: I18n) -> Option<String> {
    let actor = || match &part.author {
        Some(author) => named(author, find, i18n),
        None => i18n.t(Text::System).to_owned(),
    };
    Some(match &part.body {
        PartBody::Event(event) => event_words(event, part.author.is_some(), &actor, find, i18n),
        PartBody::Form(form) => {
            let fields: Vec<&str> = form.fields.iter().map(|field| field.name.as_str()).collect();
            format!("{}: {}", i18n.t(Text::FormAsked), fields.join(", "))
        }
        PartBody::FormCompleted => i18n.t(Text::FormCompleted).to_owned(),
        PartBody::RatingRequested(_) => i18n.t(Text::RatingAsked).to_owned(),
        PartBody::RatingSubmitted(rating) => {
            let score = rating.score.map(|score| score.to_string()).unwrap_or_default();
            let line = i18n.with(Text::RatingGiven, &[("score", &score)]);
            match &rating.remark {
                Some(remark) if !remark.is_empty() => format!("{line}: “{remark}”"),
                _ => line,
            }
        }
        PartBody::Message(_)
        | PartBody::Note(_)
        | PartBody::Suggestion(_)
        | PartBody::Call(_)
        | PartBody::QuickReplies { .. }
        | PartBody::QuickReplyChosen { .. } => return None,
    })
}

fn event_words(
    event: &Event,
    has_actor: bool,
    actor: &dyn Fn() -> String,
    find: &FindName,
    i18n: I18n,
) -> String {
    match event {
        Event::Assigned { agent, team, by } => {
            let by = by.as_ref().and_then(|by| find(by));
            let actor = by.unwrap_or_else(actor);
            let to = agent
                .as_ref()
                .map(|agent| find(agent).unwrap_or_else(|| i18n.t(Text::Someone).to_owned()));
            match to.or_else(|| team.as_ref().map(|_| i18n.t(Text::TheTeam).to_owned())) {
                Some(name) => i18n.with(Text::EventAssigned, &[("actor", &actor), ("name", &name)]),
                None => i18n.with(Text::EventUnassigned, &[("actor", &actor)]),
            }
        }
        Event::StateChanged { state, snoozed_until } => match state {
            State::Closed if has_actor => i18n.with(Text::EventClosed, &[("actor", &actor())]),
            State::Closed => i18n.t(Text::EventClosedBySelf).to_owned(),
            State::Snoozed => {
                let time = snoozed_until.map(|until| i18n.full(until)).unwrap_or_default();
                i18n.with(Text::EventSnoozed, &[("actor", &actor()), ("time", &time)])
            }
            State::Open | State::Pending if has_actor => {
                i18n.with(Text::EventReopened, &[("actor", &actor())])
            }
            State::Open | State::Pending => i18n.t(Text::EventReopenedBySelf).to_owned(),
        },
        Event::TagChanged { added, tag_id, name, by, .. } => {
            let text = if *added { Text::EventTagAdded } else { Text::EventTagRemoved };
            let actor = by.as_ref().map_or_else(actor, |by| named(by, find, i18n));
            let tag = name.as_deref().unwrap_or(tag_id.as_str());
            i18n.with(text, &[("actor", &actor), ("tag", tag)])
        }
        Event::PriorityChanged { priority } => {
            let cleared = *priority == Priority::None;
            let text = if cleared { Text::EventPriorityCleared } else { Text::EventPrioritySet };
            i18n.with(text, &[("actor", &actor())])
        }
        Event::ParticipantAdded { participant } => {
            i18n.with(Text::EventJoined, &[("name", &named(participant, find, i18n))])
        }
        Event::WorkflowWait { stage, label, workflow_name, .. } => {
            let label = label.as_deref().or(workflow_name.as_deref()).unwrap_or(stage);
            i18n.with(Text::EventWait, &[("label", label)])
        }
        Event::Other { name, .. } => name.replace('_', " "),
    }
}

/// The name given with a part, else the directory's, else what one calls such a person.
fn named(participant: &Participant, find: &FindName, i18n: I18n) -> String {
    if participant.name.is_none()
        && let Some(name) = participant.id.as_ref().and_then(|id| find(id))
    {
        return name;
    }
    display_name(Some(participant), i18n)
}
