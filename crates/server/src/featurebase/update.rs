//! `PATCH /v2/conversations/{id}` and `POST /v2/conversations/redact`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::featurebase::server::{
    UpdateRequest, WireError, read_redact, read_update, wire, write_conversation,
};
use inbox_model::validate::assignment;
use inbox_model::{Command, ConversationId, Participant, ParticipantId, State, TeamId};

use super::actor;
use super::call::{self, Call, Opened};
use super::fault::Fault;
use super::openapi::{Faults, Key, Version};
use super::place::Place;
use crate::store::{Act, Write};

/// Update a conversation
///
/// Changes what is given, all or none. Customers can mark as read, for themselves.
#[utoipa::path(
    patch,
    path = "/v2/conversations/{id}",
    operation_id = "updateConversation",
    tag = "Conversations",
    params(("id" = String, Path, description = "The conversation."), Version, Key),
    request_body = wire::UpdateConversationRequest,
    responses(
        (status = 200, description = "The conversation after the change, with its parts where some are new or different.", body = wire::Conversation),
        (status = 400, description = "`invalid_request`, `invalid_parameter`, `missing_parameter` or `invalid_content`.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: the caller or the acting admin may not do this.", body = wire::ErrorResponse),
        (status = 404, description = "`conversation_not_found`, or another thing that the request names is not there.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn update(Place(id): Place<String>, call: Call) -> Result<Response, Fault> {
    let id = ConversationId::from(id);
    let request = read_update(&call.body)?;
    if !call.principal.is_agent() {
        only_reads(&call, &request)?;
    }
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let conversation = actor::may_see(&call, &mut write, &id).await?;
    let mut request = request;
    if let Some(until) = request.snoozed_until {
        if conversation.state != State::Snoozed {
            let message = "snoozedUntil goes with the state snoozed.";
            return Err(WireError::invalid_request(message).with_param("snoozedUntil").into());
        }
        request.commands.insert(0, Command::Snooze { until });
    }
    let acts = acts(&call, &mut write, request).await?;
    let written = write.apply(&id, call.command_id().as_ref(), &acts).await?;
    // The parts come along where there are new ones: marking as read is too frequent for them.
    let with_parts = !written.added.is_empty() || !written.changed.is_empty();
    answer(&call, *write, &id, with_parts).await
}

/// Whoever is to be responsible has to be there.
async fn check_assignment(
    write: &mut Write,
    agent: Option<&Option<ParticipantId>>,
    team: Option<&Option<TeamId>>,
) -> Result<(), Fault> {
    let (agent, team) = (agent.map(Option::as_ref), team.map(Option::as_ref));
    let is_agent = match agent.flatten() {
        Some(id) => actor::admin(write, id).await?.is_some(),
        None => true,
    };
    let is_team = match team.flatten() {
        Some(id) => write.has_team(id.as_str()).await?,
        None => true,
    };
    let problems = assignment::check(agent, team, |_| is_agent, |_| is_team);
    let Some(first) = problems.first() else { return Ok(()) };
    let error = if first.field == "agent" {
        WireError::admin_not_found().with_param("adminAssigneeId")
    } else {
        let message = "No team exists with this ID.";
        WireError::invalid_request(message).with_param("teamAssigneeId")
    };
    Err(error.with_details(&problems).into())
}

/// What is done, and in whose name.
async fn acts(call: &Call, write: &mut Write, request: UpdateRequest) -> Result<Vec<Act>, Fault> {
    let reader = if call.principal.is_agent() {
        let admin = actor::acting_admin(write, request.acting_admin.as_ref()).await?;
        let reader = match &request.acting_admin {
            Some(_) => admin.clone(),
            // Reading is attributed to nobody, so the bot has no part in it.
            None => call.principal.participant.clone(),
        };
        (admin, reader)
    } else {
        (call.principal.participant.clone(), call.principal.participant.clone())
    };
    let (actor, reader): (Participant, Participant) = reader;
    let request = match &reader.id {
        Some(id) => request.seen_by(id),
        None => request,
    };
    let mut acts = Vec::new();
    for command in request.commands {
        if let Command::Assign { agent, team } = &command {
            check_assignment(write, agent.as_ref(), team.as_ref()).await?;
        }
        let who = if matches!(command, Command::MarkRead { .. }) { &reader } else { &actor };
        acts.push(Act::new(who, command));
    }
    Ok(acts)
}

/// A customer may mark as read, for themselves.
fn only_reads(call: &Call, request: &UpdateRequest) -> Result<(), Fault> {
    let own = call.principal.reader.id();
    let is_own = |command: &Command| match command {
        Command::MarkRead { readers } => {
            !readers.all_agents
                && !readers.all_contacts
                && readers.agents.is_empty()
                && readers.contacts.iter().all(|contact| contact == own)
        }
        _ => false,
    };
    let changes = request.acting_admin.is_some() || request.snoozed_until.is_some();
    if !changes && request.commands.iter().all(is_own) {
        return Ok(());
    }
    Err(WireError::forbidden("Customers can mark as read, for themselves.").into())
}

/// Redact a conversation part
///
/// Removes what a message says for good; the part stays as a mark. Agents only.
#[utoipa::path(
    post,
    path = "/v2/conversations/redact",
    operation_id = "redactConversationPart",
    tag = "Conversations",
    params(Version, Key),
    request_body = wire::RedactConversationPartRequest,
    responses(
        (status = 200, description = "The conversation after it.", body = wire::Conversation),
        (status = 400, description = "`invalid_request`, `invalid_parameter`, `missing_parameter` or `invalid_content`.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: the caller or the acting admin may not do this.", body = wire::ErrorResponse),
        (status = 404, description = "`conversation_not_found`, or another thing that the request names is not there.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn redact(call: Call) -> Result<Response, Fault> {
    call.agents_only()?;
    let request = read_redact(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let admin = actor::acting_admin(&mut write, request.acting_admin.as_ref()).await?;
    let redact = Act::new(&admin, Command::Redact { part: request.part });
    write.apply(&request.conversation, call.command_id().as_ref(), &[redact]).await?;
    answer(&call, *write, &request.conversation, true).await
}

/// Ends a write with the conversation as it is now.
pub(super) async fn answer(
    call: &Call,
    mut write: Write,
    id: &ConversationId,
    with_parts: bool,
) -> Result<Response, Fault> {
    let conversation = write.conversation(&call.principal.reader, id, with_parts).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    let body = write_conversation(&conversation, with_parts, call.audience());
    Ok(call::finish(write, StatusCode::OK, &body).await?)
}
