//! The partial update: commands that change fields of a conversation.

use inbox_model::command::Readers;
use inbox_model::{Command, ParticipantId, TeamId};

use crate::dialect::Who;
use crate::error::DialectError;
use crate::json::{self, Map, Value};

/// Adds the fields of the partial update.
pub(super) fn fields(change: &Command, to: &mut Map) -> Result<(), DialectError> {
    match change {
        Command::Assign { agent, team } => {
            if let Some(agent) = agent {
                to.set("adminAssigneeId", agent.as_ref().map(ParticipantId::as_str));
            }
            if let Some(team) = team {
                to.set("teamAssigneeId", team.as_ref().map(TeamId::as_str));
            }
        }
        Command::Close => to.set("state", "closed"),
        Command::Reopen => to.set("state", "open"),
        Command::Snooze { until } => {
            to.set("state", "snoozed");
            to.set("snoozedUntil", until.to_rfc3339());
        }
        Command::SetTitle { title } => to.set("title", title.as_str()),
        Command::SetAttributes { attributes } => {
            let mut members = Map::default();
            for (name, text) in attributes {
                // A value is a JSON text; one that is none is meant as it stands.
                let value = json::parse(text, name);
                members.set(name, value.unwrap_or_else(|_| text.as_str().into()));
            }
            to.set("customAttributes", members);
        }
        _ => return Err(DialectError::Unsupported),
    }
    Ok(())
}

/// Whose receipts move, the actor's own among those of their side.
pub(super) fn mark_as_read(who: &Who<'_>, readers: &Readers) -> Result<Map, DialectError> {
    let me = if readers.me { who.actor.id.clone() } else { None };
    if readers.me && me.is_none() {
        return Err(DialectError::Unsupported);
    }
    let by_contact = who.actor.kind.is_contact();
    let mut body = Map::default();
    for (name, listed, mine) in
        [("adminIds", &readers.agents, !by_contact), ("contactIds", &readers.contacts, by_contact)]
    {
        let me = me.as_ref().filter(|me| mine && !listed.contains(me));
        if me.is_some() || !listed.is_empty() {
            let ids = me.into_iter().chain(listed).map(ParticipantId::as_str);
            body.set(name, ids.collect::<Value>());
        }
    }
    for (name, all) in [("allAdmins", readers.all_agents), ("allContacts", readers.all_contacts)] {
        if all {
            body.set(name, true);
        }
    }
    Ok(body)
}
