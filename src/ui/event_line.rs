//! What happened to a conversation, as one quiet line.

use inbox_model::{Event, Part, PartBody, Participant, ParticipantId, Priority, State};

use super::names::display_name;
use crate::i18n::{I18n, Text};

/// Finds the name of an agent by id.
pub(super) type FindName = std::sync::Arc<dyn Fn(&ParticipantId) -> Option<String> + Send + Sync>;

/// The words for a part that is an event or stands for one; `None` for what is said.
pub(super) fn words(part: &Part, find: &FindName, i18n: I18n) -> Option<String> {
    Some(match &part.body {
        PartBody::Event(event) => event_words(event, part.author.as_ref(), find, i18n),
        PartBody::Form(form) => {
            let fields: Vec<&str> = form.fields.iter().map(|field| field.name.as_str()).collect();
            [i18n.t(Text::FormAsked), ": ", &fields.join(", ")].concat()
        }
        PartBody::FormCompleted => i18n.t(Text::FormCompleted).to_owned(),
        PartBody::RatingRequested(_) => i18n.t(Text::RatingAsked).to_owned(),
        PartBody::RatingSubmitted(rating) => {
            let score = rating.score.map(inbox_dialects::json::decimal).unwrap_or_default();
            let line = i18n.with(Text::RatingGiven, &[("score", &score)]);
            match &rating.remark {
                Some(remark) if !remark.is_empty() => [&line, ": “", remark, "”"].concat(),
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

fn event_words(event: &Event, author: Option<&Participant>, find: &FindName, i18n: I18n) -> String {
    let mut actor = author.map(|author| named(author, find, i18n));
    let by_itself = author.is_none();
    // All are filled by one call, whatever each text makes use of.
    let mut value = String::new();
    let text = match event {
        Event::Assigned { agent, team, by } => {
            actor = by.as_ref().and_then(|by| find(by)).or(actor);
            let fallback = if agent.is_some() { Text::Someone } else { Text::TheTeam };
            let name = agent.as_ref().and_then(|agent| find(agent));
            value = name.unwrap_or_else(|| i18n.t(fallback).to_owned());
            let to_nobody = agent.is_none() && team.is_none();
            if to_nobody { Text::EventUnassigned } else { Text::EventAssigned }
        }
        Event::StateChanged { state, snoozed_until } => match state {
            State::Closed if by_itself => Text::EventClosedBySelf,
            State::Closed => Text::EventClosed,
            State::Snoozed => {
                value = snoozed_until.map(|until| i18n.full(until)).unwrap_or_default();
                Text::EventSnoozed
            }
            State::Open | State::Pending if by_itself => Text::EventReopenedBySelf,
            State::Open | State::Pending => Text::EventReopened,
        },
        Event::TagChanged { added, tag_id, name, by, .. } => {
            actor = by.as_ref().map(|by| named(by, find, i18n)).or(actor);
            name.as_deref().unwrap_or(tag_id.as_str()).clone_into(&mut value);
            if *added { Text::EventTagAdded } else { Text::EventTagRemoved }
        }
        Event::PriorityChanged { priority: Priority::None } => Text::EventPriorityCleared,
        Event::PriorityChanged { .. } => Text::EventPrioritySet,
        Event::ParticipantAdded { participant } => {
            value = named(participant, find, i18n);
            Text::EventJoined
        }
        Event::WorkflowWait { stage, label, workflow_name, .. } => {
            let label = label.as_deref().or(workflow_name.as_deref());
            label.unwrap_or(stage).clone_into(&mut value);
            Text::EventWait
        }
        Event::Other { name, .. } => return name.replace('_', " "),
    };
    let actor = actor.unwrap_or_else(|| i18n.t(Text::System).to_owned());
    let value = value.as_str();
    let actor = ("actor", actor.as_str());
    i18n.with(text, &[actor, ("name", value), ("time", value), ("tag", value), ("label", value)])
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
