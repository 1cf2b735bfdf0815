//! `POST /contacts/{contact_id}/conversations`.

use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::crm::server::{
    OpenRequest, WireError, read_open, wire, write_conversation, write_started,
};
use inbox_model::conversation::Source;
use inbox_model::{Channel, Command, Conversation, ConversationId, Participant, State};

use super::Call;
use super::fault::Fault;
use super::openapi::{Key, Missing, OfContact, Organisation};
use super::place::Person;
use super::thread::see;
use crate::http::{Opened, finish};
use crate::store::{Act, ListFilter, ListStart, Write};

/// How many of a contact's threads are looked through for one that is open, newest first.
const LOOKED_THROUGH: u32 = 100;

/// Open a conversation for a contact
///
/// One that is open on that channel is taken instead of a second one, as the vendor's inbox has one
/// for each contact. What our own client says with it is said at once.
#[utoipa::path(
    post,
    path = "/contacts/{contact_id}/conversations",
    operation_id = "openConversation",
    tag = "Threads",
    params(OfContact, Organisation, Key),
    request_body = Option<wire::OpenConversationRequest>,
    responses((status = 201, description = "The thread.", body = wire::Conversation), Missing),
)]
pub(super) async fn open(Person(contact): Person, call: Call) -> Result<Response, Fault> {
    let reader = &call.principal.reader;
    if !reader.is_agent() && contact != *reader.id() {
        return Err(WireError::forbidden("Customers open conversations of their own.").into());
    }
    let request = read_open(&call.body)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let contact = write.contact(contact.as_str()).await?.ok_or_else(WireError::not_found)?;
    let contact = contact.participant;
    // A customer writes from the messenger.
    let channel = request.channel.clone().filter(|_| reader.is_agent()).unwrap_or_default();
    let there = open_thread(&call, &contact, &channel).await?;
    let says = !request.contents.is_empty();
    let request = OpenRequest { channel: Some(channel), ..request };
    let id = match there {
        Some(id) if says => {
            let said = Act::new(&call.principal.participant, Command::reply_of(request.contents));
            write.apply(&id, call.command_id().as_ref(), &[said]).await?;
            id
        }
        Some(id) => id,
        None => begin(&call, &mut write, contact, request).await?,
    };
    let body = if says {
        let conversation = write.conversation(reader, &id, true).await?;
        let conversation = conversation.ok_or_else(WireError::not_found)?;
        write_started(&conversation, call.audience(), call.now)
    } else {
        let conversation = see(&call, &mut write, &id).await?;
        write_conversation(&conversation, false, call.audience(), call.now)
    };
    Ok(finish(*write, StatusCode::CREATED, &body).await?)
}

/// The newest thread with this contact on this channel that is neither closed nor put away.
async fn open_thread(
    call: &Call,
    contact: &Participant,
    channel: &Channel,
) -> Result<Option<ConversationId>, Fault> {
    let reader = &call.principal.reader;
    // Read beside the write, which has done nothing yet and whose turn it is.
    let filter = ListFilter {
        contact: contact.id.clone(),
        archived: reader.is_agent().then_some(false),
        ..ListFilter::default()
    };
    let store = call.app.store();
    let listed = store.list(reader, &filter, &ListStart::Top, LOOKED_THROUGH).await?;
    let is_it = |conversation: &Conversation| {
        let source = conversation.source.as_ref();
        conversation.state != State::Closed && source.is_some_and(|one| one.channel == *channel)
    };
    Ok(listed.conversations.into_iter().find(is_it).map(|conversation| conversation.id))
}

/// A new thread, in which something is said or not.
async fn begin(
    call: &Call,
    write: &mut Write,
    contact: Participant,
    request: OpenRequest,
) -> Result<ConversationId, Fault> {
    let id = write.new_conversation_id().await?;
    let mut blank = Conversation::new(id.clone(), write.now());
    let channel = request.channel.unwrap_or_default();
    blank.source = Some(Source { channel, ..Source::default() });
    blank.participants.push(contact);
    if request.contents.is_empty() {
        write.open(blank, &call.principal.participant).await?;
    } else {
        let contents = request.contents;
        let start = Act::new(&call.principal.participant, Command::Start { contents });
        write.start(blank, call.command_id().as_ref(), start).await?;
    }
    Ok(id)
}
