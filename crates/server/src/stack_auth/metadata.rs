//! The metadata update: who is responsible, how urgent it is, which tags it has, who has read it.

use inbox_dialects::ids::text_of_uuid;
use inbox_dialects::stack_auth::server::{Assignment, WireError};
use inbox_model::command::Readers;
use inbox_model::tag::Tag;
use inbox_model::{Command, ParticipantId, Priority};

use super::call::Call;
use super::fault::Fault;
use crate::id;
use crate::store::{Act, StoreError, Write};

/// What is to be different; what is not given stays as it is.
pub(super) struct Wanted {
    pub(super) assignee: Assignment,
    pub(super) priority: Option<Priority>,
    pub(super) tags: Option<Vec<String>>,
    pub(super) read: Option<Readers>,
}

/// What is done, all by the caller.
pub(super) async fn acts(
    call: &Call,
    write: &mut Write,
    wanted: Wanted,
) -> Result<Vec<Act>, Fault> {
    let mut commands = Vec::new();
    if let Some(assignee) = wanted.assignee {
        let agent = match assignee {
            Some(id) => Some(agent(write, &id).await?),
            None => None,
        };
        commands.push(Command::Assign { agent: Some(agent), team: None });
    }
    if let Some(priority) = wanted.priority {
        commands.push(Command::SetPriority { priority });
    }
    if let Some(names) = wanted.tags {
        commands.push(Command::SetTags { tags: tags(write, names).await? });
    }
    if let Some(readers) = wanted.read {
        commands.push(Command::MarkRead { readers: own_ids(readers) });
    }
    let actor = &call.principal.participant;
    Ok(commands.into_iter().map(|command| Act::new(actor, command)).collect())
}

/// An agent of the project. The vendor keeps whatever it is told; here somebody has to be there.
async fn agent(write: &mut Write, uuid: &str) -> Result<ParticipantId, Fault> {
    let agent = match text_of_uuid(uuid) {
        Some(id) => write.agent(&id).await?,
        None => None,
    };
    Ok(agent.and_then(|agent| agent.id).ok_or_else(WireError::user_does_not_exist)?)
}

/// The workspace's tags of these names; those that it has not are made.
async fn tags(write: &mut Write, names: Vec<String>) -> Result<Vec<Tag>, Fault> {
    let mut there = write.tags().await?;
    let mut wanted = Vec::new();
    for name in names {
        let known = there.iter().position(|tag| tag.name == name);
        let tag = if let Some(index) = known {
            there.swap_remove(index)
        } else {
            let id = id::participant().map_err(StoreError::from)?;
            let tag = Tag { id: id.as_str().into(), name };
            write.save_tag(&tag).await?;
            tag
        };
        wanted.push(tag);
    }
    Ok(wanted)
}

/// Readers by the store's own ids. Whom there cannot be has no receipt that could move.
fn own_ids(readers: Readers) -> Readers {
    let own = |ids: Vec<ParticipantId>| {
        let ids = ids.iter().filter_map(|id| text_of_uuid(id.as_str()));
        ids.map(ParticipantId::from).collect()
    };
    Readers { agents: own(readers.agents), contacts: own(readers.contacts), ..readers }
}
