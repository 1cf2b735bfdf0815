//! Commands that sort, name, assign and close.

use super::{Change, Context, Refusal, timing};
use crate::conversation::{Priority, State};
use crate::id::{ParticipantId, TeamId};
use crate::part::{Event, PartBody};
use crate::participant::Participant;
use crate::tag::{Tag, TagApplication};
use crate::time::Timestamp;
use crate::validate::attributes::{self, AttributeLimits};
use crate::validate::{Fault, Problem, line, problem, snooze};

pub(super) fn assign(
    change: &mut Change,
    agent: Option<&Option<ParticipantId>>,
    team: Option<&Option<TeamId>>,
    context: &mut Context<'_>,
) {
    let conversation = change.conversation();
    let before = (conversation.assignee.clone(), conversation.team.clone());
    if let Some(agent) = agent {
        conversation.assignee.clone_from(agent);
    }
    if let Some(team) = team {
        conversation.team.clone_from(team);
    }
    let after = (conversation.assignee.clone(), conversation.team.clone());
    if before != after {
        let (agent, team) = after;
        let by = context.actor.id.clone();
        event(change, Event::Assigned { agent, team, by }, context);
    }
}

pub(super) fn close(change: &mut Change, context: &mut Context<'_>) {
    set_state(change, State::Closed, None, context);
    change.conversation().waiting_since = None;
}

pub(super) fn pend(change: &mut Change, context: &mut Context<'_>) {
    set_state(change, State::Pending, None, context);
}

pub(super) fn set_in_progress(change: &mut Change, on: bool, context: &Context<'_>) {
    change.conversation().handling.in_progress = on;
    change.touch(context.now);
}

pub(super) fn set_starred(change: &mut Change, on: bool, context: &Context<'_>) {
    change.conversation().handling.starred = on;
    change.touch(context.now);
}

pub(super) fn set_archived(change: &mut Change, on: bool, context: &Context<'_>) {
    change.conversation().handling.archived = on;
    change.touch(context.now);
}

pub(super) fn mark_unread(change: &mut Change, context: &Context<'_>) {
    let Some(id) = &context.actor.id else { return };
    let conversation = change.conversation();
    if !conversation.handling.marked_unread_by.contains(id) {
        conversation.handling.marked_unread_by.push(id.clone());
    }
    conversation.unread = Some(conversation.unread.unwrap_or_default().max(1));
}

/// A tag hangs on the newest message; where nothing was said yet, on the conversation alone.
pub(super) fn set_tags(
    change: &mut Change,
    tags: &[Tag],
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    let there = change.done.conversation.tags.clone();
    for tag in there.iter().filter(|tag| !tags.iter().any(|wanted| wanted.id == tag.id)) {
        detach_tag(change, tag, context)?;
    }
    for tag in tags.iter().filter(|tag| !there.iter().any(|known| known.id == tag.id)) {
        match attach_tag(change, tag, context) {
            Err(Refusal::NoTaggableMessage) => {
                change.conversation().tags.push(tag.clone());
                change.touch(context.now);
            }
            done => done?,
        }
    }
    Ok(())
}

pub(super) fn reopen(change: &mut Change, context: &mut Context<'_>) {
    set_state(change, State::Open, None, context);
}

pub(super) fn snooze(
    change: &mut Change,
    until: Timestamp,
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    let fault = snooze::check(until, context.now);
    Refusal::unless_none(fault.map(|fault| Problem::at("until", fault)).into_iter().collect())?;
    set_state(change, State::Snoozed, Some(until), context);
    Ok(())
}

fn set_state(
    change: &mut Change,
    state: State,
    snoozed_until: Option<Timestamp>,
    context: &mut Context<'_>,
) {
    let conversation = change.conversation();
    if conversation.state == state && conversation.snoozed_until == snoozed_until {
        return;
    }
    conversation.state = state;
    conversation.snoozed_until = snoozed_until;
    timing::turned(conversation, context.now);
    event(change, Event::StateChanged { state, snoozed_until }, context);
}

pub(super) fn set_title(
    change: &mut Change,
    title: &str,
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    let title = match line::normalize(title, line::TITLE) {
        Ok(title) => Some(title),
        // Nothing to see is no title.
        Err(faults) if faults == [Fault::Empty] => None,
        Err(faults) => return Err(Refusal::Invalid(problem::within("title", faults))),
    };
    change.conversation().title = title;
    change.touch(context.now);
    Ok(())
}

pub(super) fn set_priority(change: &mut Change, priority: Priority, context: &mut Context<'_>) {
    let conversation = change.conversation();
    if conversation.priority == priority {
        return;
    }
    conversation.priority = priority;
    conversation.priority_set_at = (priority != Priority::None).then_some(context.now);
    event(change, Event::PriorityChanged { priority }, context);
}

pub(super) fn set_attributes(
    change: &mut Change,
    given: &[(String, String)],
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    let pairs = given.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    Refusal::unless_none(attributes::check(pairs, &AttributeLimits::default()))?;
    change.conversation().custom_attributes.extend(given.iter().cloned());
    change.touch(context.now);
    Ok(())
}

pub(super) fn attach_tag(
    change: &mut Change,
    tag: &Tag,
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    let index = newest_taggable(change).ok_or(Refusal::NoTaggableMessage)?;
    let parts = &change.done.conversation.parts;
    let hangs = parts
        .iter()
        .flat_map(|part| &part.tag_applications)
        .any(|application| application.tag_id == tag.id && application.is_current());
    if hangs {
        return Ok(());
    }
    let application = TagApplication {
        tag_id: tag.id.clone(),
        name: Some(tag.name.clone()),
        applied_at: context.now,
        applied_by: Some(context.actor.clone()),
        removed_at: None,
        removed_by: None,
    };
    change.alter(index, |part| part.tag_applications.push(application));
    let conversation = change.conversation();
    if !conversation.tags.iter().any(|there| there.id == tag.id) {
        conversation.tags.push(tag.clone());
    }
    tag_event(change, tag, index, true, context);
    Ok(())
}

/// The newest message on which a tag can be hung: what both hanging one and taking one off are told
/// of.
fn newest_taggable(change: &Change) -> Option<usize> {
    let mut parts = change.done.conversation.parts.iter();
    parts.rposition(|part| part.is_taggable() && !part.redacted)
}

/// Takes a tag off wherever it hangs. That is told of the newest message, as hanging it is
/// (Featurebase: "records the tag removal against that part"), and only where there is none of the
/// one on which it hung; who took it off stands where it hung.
pub(super) fn detach_tag(
    change: &mut Change,
    tag: &Tag,
    context: &mut Context<'_>,
) -> Result<(), Refusal> {
    if !change.done.conversation.tags.iter().any(|there| there.id == tag.id) {
        return Err(Refusal::TagNotAttached);
    }
    let is_it =
        |application: &TagApplication| application.tag_id == tag.id && application.is_current();
    let parts = &change.done.conversation.parts;
    let hanging: Vec<usize> = (0..parts.len())
        .filter(|&at| parts.get(at).is_some_and(|part| part.tag_applications.iter().any(is_it)))
        .collect();
    let (now, actor) = (context.now, context.actor.clone());
    for &index in &hanging {
        change.alter(index, |part| {
            for application in part.tag_applications.iter_mut().filter(|one| is_it(one)) {
                application.removed_at = Some(now);
                application.removed_by = Some(actor.clone());
            }
        });
    }
    change.conversation().tags.retain(|there| there.id != tag.id);
    let target = newest_taggable(change).or(hanging.last().copied()).unwrap_or(usize::MAX);
    tag_event(change, tag, target, false, context);
    Ok(())
}

fn tag_event(
    change: &mut Change,
    tag: &Tag,
    target: usize,
    added: bool,
    context: &mut Context<'_>,
) {
    let target = change.done.conversation.parts.get(target).map(|part| part.id.clone());
    let happened = Event::TagChanged {
        added,
        tag_id: tag.id.clone(),
        name: Some(tag.name.clone()),
        target,
        by: Some(context.actor.clone()),
        at: context.now,
    };
    event(change, happened, context);
}

pub(super) fn add_participant(
    change: &mut Change,
    participant: &Participant,
    context: &mut Context<'_>,
) {
    let conversation = change.conversation();
    if conversation.participants.iter().any(|there| there.is_same(participant)) {
        return;
    }
    conversation.participants.push(participant.clone());
    event(change, Event::ParticipantAdded { participant: participant.clone() }, context);
}

pub(super) fn remove_participant(
    change: &mut Change,
    participant: &ParticipantId,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let participants = &mut change.done.conversation.participants;
    let is_it = |one: &Participant| one.id.as_ref() == Some(participant) && one.kind.is_contact();
    if !participants.iter().any(is_it) {
        return Err(Refusal::ParticipantNotFound);
    }
    if participants.iter().filter(|one| one.kind.is_contact()).count() == 1 {
        return Err(Refusal::LastParticipant);
    }
    participants.retain(|one| !is_it(one));
    change.touch(context.now);
    Ok(())
}

/// Adds an event by the actor.
fn event(change: &mut Change, event: Event, context: &mut Context<'_>) {
    let author = Some(context.actor.clone());
    change.add(PartBody::Event(event), author, context);
}
