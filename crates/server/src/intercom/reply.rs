//! `POST /conversations/{id}/reply` and `…/parts`.

use axum::response::Response;
use inbox_dialects::intercom::server::{
    Deed, ReplyAuthor, ReplyRequest, WireError, read_reply, wire,
};
use inbox_model::command::Envelope;
use inbox_model::{Command, Content, Conversation, ConversationId, Participant};

use super::call::{Call, Opened};
use super::fault::Fault;
use super::openapi::{Headers, Id, Key, Refused};
use super::place::Place;
use super::{actor, conversation};
use crate::store::{Act, Write};

/// Reply to a conversation
///
/// A contact's reply, and whatever an admin says or does. The same as the endpoint beside it, which the
/// vendor keeps apart for what is done without a word.
#[utoipa::path(
    post,
    path = "/conversations/{id}/reply",
    operation_id = "replyConversation",
    tag = "Conversations",
    params(Id, Headers, Key),
    request_body = wire::ReplyBody,
    responses(
        (status = 200, description = "The conversation as it is now.", body = wire::Conversation),
        Refused,
    ),
)]
pub(super) async fn reply(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    act(&id, &call).await
}

/// Manage a conversation
///
/// Closes, opens, snoozes or assigns.
#[utoipa::path(
    post,
    path = "/conversations/{id}/parts",
    operation_id = "manageConversation",
    tag = "Conversations",
    params(Id, Headers, Key),
    request_body = wire::ReplyBody,
    responses(
        (status = 200, description = "The conversation as it is now.", body = wire::Conversation),
        Refused,
    ),
)]
pub(super) async fn manage(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    act(&id, &call).await
}

/// Says something, or moves the conversation.
async fn act(id: &str, call: &Call) -> Result<Response, Fault> {
    let id = ConversationId::from(id);
    let request = read_reply(&call.body)?;
    may_speak(call, &request)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let there = call.may_see(&mut write, &id, false).await?;
    let author = author(&mut write, &there, &request.author).await?;
    let commands = commands(&mut write, request, call.principal.is_agent()).await?;
    let speaks = commands.iter().any(Command::is_spoken);
    let acts: Vec<_> = commands.into_iter().map(|one| Act::new(&author, one)).collect();
    write.apply(&id, call.command_id().as_ref(), &acts).await?;
    let response = conversation::answer(call, *write, &id, true).await?;
    if speaks {
        call.app.hub().said(&id, &author);
    }
    Ok(response)
}

/// A customer speaks as themselves, named by any of their ids; the company as anybody.
fn may_speak(call: &Call, request: &ReplyRequest) -> Result<(), Fault> {
    let principal = &call.principal;
    let is_own = |named: Option<&str>, own: Option<&str>| named.is_none() || named == own;
    let allowed = principal.is_agent()
        || match &request.author {
            ReplyAuthor::Contact(named) => {
                let own = &principal.participant;
                is_own(named.id.as_deref(), Some(principal.reader.id().as_str()))
                    && is_own(named.user_id.as_deref(), principal.external_id.as_deref())
                    && is_own(named.email.as_deref(), own.email.as_deref())
            }
            ReplyAuthor::Admin(_) => false,
        };
    if allowed { Ok(()) } else { Err(WireError::forbidden("Customers reply as themselves").into()) }
}

async fn author(
    write: &mut Write,
    there: &Conversation,
    named: &ReplyAuthor,
) -> Result<Participant, Fault> {
    match named {
        ReplyAuthor::Admin(number) => actor::admin(write, number).await,
        ReplyAuthor::Contact(named) => {
            let contact = actor::contact(write, named).await?.participant;
            // Somebody who takes no part would speak and not hear the answer.
            let takes_part = there.participants.iter().any(|one| one.is_same(&contact));
            if takes_part { Ok(contact) } else { Err(WireError::not_found().into()) }
        }
    }
}

/// What is done, in order: what is said stands before what it leads to.
async fn commands(
    write: &mut Write,
    request: ReplyRequest,
    by_company: bool,
) -> Result<Vec<Command>, Fault> {
    // What a channel calls a message is the company's to say.
    let external_id = request.external_id.filter(|_| by_company);
    let say = |contents: Vec<Content>| Command::Reply {
        contents,
        envelope: Envelope { external_id, ..Envelope::default() },
    };
    let note = request.note.map(|contents| Command::Note { contents });
    let mut commands: Vec<_> = note.into_iter().collect();
    match request.deed {
        Deed::Comment(contents) => commands.push(say(contents)),
        Deed::Note(contents) => commands.push(Command::Note { contents }),
        Deed::Close(contents) => {
            commands.extend(contents.map(say));
            commands.push(Command::Close);
        }
        Deed::Open => commands.push(Command::Reopen),
        Deed::Snooze(until) => commands.push(Command::Snooze { until }),
        Deed::AssignAgent(number) => {
            let agent = match number {
                Some(number) => actor::admin(write, &number).await?.id,
                None => None,
            };
            commands.push(Command::Assign { agent: Some(agent), team: None });
        }
        Deed::AssignTeam(number) => {
            let team = match number {
                Some(number) => Some(actor::team(write, &number).await?),
                None => None,
            };
            commands.push(Command::Assign { agent: None, team: Some(team) });
        }
    }
    Ok(commands)
}
