//! `POST /v2/conversations`.

use axum::response::Response;
use inbox_dialects::featurebase::server::{
    CreateRequest, Recipients, WireError, read_create, wire, write_conversation,
};
use inbox_model::conversation::Source;
use inbox_model::time::MINUTE;
use inbox_model::validate::line;
use inbox_model::{
    Channel, Command, Content, Conversation, Participant, ParticipantKind, Timestamp,
};

use super::call::{Call, Opened};
use super::fault::Fault;
use super::openapi::{Faults, Key, Version};
use super::{actor, pictures};
use crate::id;
use crate::store::{Act, Contact, StoreError, Write};

/// Create a conversation
///
/// A contact's, or an outreach of the company. Customers begin their own.
#[utoipa::path(
    post,
    path = "/v2/conversations",
    operation_id = "createConversation",
    tag = "Conversations",
    params(Version, Key),
    request_body = wire::CreateConversationRequest,
    responses(
        (status = 201, description = "It has begun.", body = wire::Conversation),
        (status = 400, description = "`invalid_request`, `invalid_parameter`, `missing_parameter` or `invalid_content`.", body = wire::ErrorResponse),
        (status = 403, description = "`forbidden`: the caller or the acting admin may not do this.", body = wire::ErrorResponse),
        (status = 404, description = "`contact_not_found`.", body = wire::ErrorResponse),
        Faults,
    ),
)]
pub(super) async fn create(call: Call) -> Result<Response, Fault> {
    let mut request = read_create(&call.body)?;
    may_create(&call, &request)?;
    let (CreateRequest::Contact { contents, .. } | CreateRequest::Admin { contents, .. }) =
        &mut request;
    let files = pictures::take(contents)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let (actor, contents, blank) = blank(&mut write, request).await?;
    for file in &files {
        file.note(&mut write).await?;
    }
    let id = blank.id.clone();
    let start = Act::new(&actor, Command::Start { contents });
    write.start(blank, call.command_id().as_ref(), start).await?;
    let conversation = write.conversation(&call.principal.reader, &id, true).await?;
    let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
    let body = write_conversation(&conversation, true, call.audience());
    pictures::finish(&call, *write, &body, files).await
}

/// A customer begins their own conversations, now; the company any.
fn may_create(call: &Call, request: &CreateRequest) -> Result<(), Fault> {
    let (CreateRequest::Contact { created_at, .. } | CreateRequest::Admin { created_at, .. }) =
        request;
    // A minute, for a clock that is ahead.
    if created_at.is_some_and(|at| at > call.now.plus(MINUTE)) {
        let message = "createdAt lies in the future.";
        return Err(WireError::invalid_parameter("createdAt", message).into());
    }
    if call.principal.is_agent() {
        return Ok(());
    }
    match request {
        CreateRequest::Contact { id, created_at: None, .. } if id == call.principal.reader.id() => {
            Ok(())
        }
        _ => Err(WireError::forbidden("Customers begin conversations of their own, now.").into()),
    }
}

/// Who begins, with what, and the conversation before anything is said.
async fn blank(
    write: &mut Write,
    request: CreateRequest,
) -> Result<(Participant, Vec<Content>, Conversation), Fault> {
    match request {
        CreateRequest::Contact { id, contents, channel, created_at, .. } => {
            let contact = actor::contact(write, Some(&id), None, None).await?.participant;
            let blank = conversation(write, created_at, channel).await?;
            Ok((contact, contents, blank))
        }
        CreateRequest::Admin {
            id, contents, channel, subject, to, cc, bcc, created_at, ..
        } => {
            if !bcc.is_empty() {
                let message = "Recipients see each other in a conversation: bcc is not possible.";
                return Err(WireError::invalid_parameter("recipients.bcc", message).into());
            }
            let admin = actor::member(write, &id).await?;
            let mut blank = conversation(write, created_at, channel).await?;
            if let Some(source) = &mut blank.source {
                source.subject.clone_from(&subject);
            }
            // A conversation's title is shorter than a subject may be.
            blank.title = subject.as_deref().map(line::title_of);
            for recipients in [&to, &cc] {
                invite(write, &mut blank, recipients).await?;
            }
            Ok((admin, contents, blank))
        }
    }
}

async fn conversation(
    write: &mut Write,
    created_at: Option<Timestamp>,
    channel: Channel,
) -> Result<Conversation, Fault> {
    let (id, now) = (write.new_conversation_id().await?, write.now());
    let mut blank = Conversation::new(id, created_at.unwrap_or(now).min(now));
    blank.source = Some(Source { channel, ..Source::default() });
    Ok(blank)
}

/// Makes recipients participants. An address that nobody has becomes a lead.
async fn invite(
    write: &mut Write,
    blank: &mut Conversation,
    recipients: &Recipients,
) -> Result<(), Fault> {
    let mut invited = Vec::new();
    for id in &recipients.ids {
        invited.push(actor::contact(write, Some(id), None, None).await?.participant);
    }
    for email in &recipients.emails {
        let known = write.customer_by_email(email).await?;
        if let Some(contact) = known {
            invited.push(contact.participant);
            continue;
        }
        let id = id::participant().map_err(StoreError::from)?;
        let mut participant = Participant::new(ParticipantKind::Lead, id);
        participant.email = Some(email.clone());
        let contact = Contact { participant, external_id: None };
        write.save_contact(&contact).await?;
        invited.push(contact.participant);
    }
    for participant in invited {
        if !blank.participants.iter().any(|there| there.is_same(&participant)) {
            blank.participants.push(participant);
        }
    }
    Ok(())
}
