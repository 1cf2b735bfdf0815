//! `PATCH /conversations/{id}` and `POST /conversations/{id}/mark-read`.

use axum::response::Response;
use inbox_dialects::voicebot::server::{WireError, read_mark_read, read_update};
use inbox_model::Command;
use inbox_model::command::Readers;

use super::conversation::told;
use super::fault::Fault;
use super::place::{Conversation, user};
use super::{Call, agents_only};
use crate::http::Opened;
use crate::store::Act;

/// Changes status and user, both or neither.
pub(super) async fn update(Conversation(id): Conversation, call: Call) -> Result<Response, Fault> {
    agents_only(&call)?;
    let request = read_update(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let now = write.conversation(&call.principal.reader, &id, false).await?;
    let now = now.ok_or_else(WireError::conversation_not_found)?;
    let mut commands = request.commands(now.state, now.handling.in_progress);
    if let Some(number) = request.user_id {
        let agent = match number {
            Some(number) => user(&mut write, number).await?.id,
            None => None,
        };
        commands.push(Command::Assign { agent: Some(agent), team: None });
    }
    let actor = &call.principal.participant;
    let acts: Vec<_> = commands.into_iter().map(|command| Act::new(actor, command)).collect();
    if !acts.is_empty() {
        write.apply(&id, call.command_id().as_ref(), &acts).await?;
    }
    told(&call, *write, &id, true).await
}

/// Everything is read by whoever asks. A customer's own receipt is a customer's to move, and the
/// messenger's badge goes by it.
pub(super) async fn mark_read(
    Conversation(id): Conversation,
    call: Call,
) -> Result<Response, Fault> {
    // That the channel is told is accepted; none of ours takes receipts.
    read_mark_read(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let seen = write.conversation(&call.principal.reader, &id, false).await?;
    seen.ok_or_else(WireError::conversation_not_found)?;
    let readers = Readers { me: true, ..Readers::default() };
    let act = Act::new(&call.principal.participant, Command::MarkRead { readers });
    write.apply(&id, call.command_id().as_ref(), &[act]).await?;
    told(&call, *write, &id, false).await
}
