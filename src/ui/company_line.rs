//! What the company did with a conversation, as one quiet line for its own people.

use inbox_model::{Event, Participant, ParticipantId, Priority};

use super::event_line::{FindName, actor, named};
use crate::i18n::{I18n, Text};

/// The words for an event; empty for what is told to everybody.
pub(super) fn words(
    event: &Event,
    author: Option<&Participant>,
    find: &FindName,
    i18n: I18n,
) -> String {
    let by = |by: Option<String>| by.unwrap_or_else(|| actor(author, find, i18n));
    match event {
        Event::StateChanged { .. } => String::new(),
        Event::Assigned { agent, team, by: who } => {
            let actor = by(who.as_ref().and_then(|who| find(who)));
            if agent.is_none() && team.is_none() {
                return i18n.with(Text::EventUnassigned, &[("actor", &actor)]);
            }
            let fallback = if agent.is_some() { Text::Someone } else { Text::TheTeam };
            let team = team.as_ref().map(|team| ParticipantId::from(team.as_str()));
            let name = agent.as_ref().or(team.as_ref()).and_then(|whom| find(whom));
            let name = name.unwrap_or_else(|| i18n.t(fallback).to_owned());
            i18n.with(Text::EventAssigned, &[("actor", &actor), ("name", &name)])
        }
        Event::TagChanged { added, tag_id, name, by: who, .. } => {
            let actor = by(who.as_ref().map(|who| named(who, find, i18n)));
            let text = if *added { Text::EventTagAdded } else { Text::EventTagRemoved };
            let tag = name.as_deref().unwrap_or(tag_id.as_str());
            i18n.with(text, &[("actor", &actor), ("tag", tag)])
        }
        Event::PriorityChanged { priority } => {
            let text = match priority {
                Priority::None => Text::EventPriorityCleared,
                _ => Text::EventPrioritySet,
            };
            i18n.with(text, &[("actor", &by(None))])
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
