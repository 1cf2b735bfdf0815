//! In whose name something is done, and whom a request means.

use inbox_dialects::featurebase::server::WireError;
use inbox_model::{Conversation, ConversationId, Participant, ParticipantId};

use super::call::Call;
use super::fault::Fault;
use crate::store::{Contact, Write, bot};

/// The acting admin; without one, the bot.
pub(super) async fn acting_admin(
    write: &mut Write,
    id: Option<&ParticipantId>,
) -> Result<Participant, Fault> {
    match id {
        None => Ok(bot()),
        Some(id) => member(write, id).await,
    }
}

/// The admin in whose name something is done. An agent's token may name any agent of the workspace.
/// Who is no member (any more), and who is nobody, get the same 403, as the contract has it of those
/// who are no members: who works elsewhere is not for the caller to know.
pub(super) async fn member(write: &mut Write, id: &ParticipantId) -> Result<Participant, Fault> {
    let message = "Acting admin is not a member of this organization.";
    Ok(admin(write, id).await?.ok_or_else(|| WireError::forbidden(message))?)
}

/// An agent by id.
pub(super) async fn admin(
    write: &mut Write,
    id: &ParticipantId,
) -> Result<Option<Participant>, Fault> {
    Ok(write.agent(id.as_str()).await?)
}

/// A contact: by our id (customer or lead), else by the company's id (customer), else by address
/// (customer). The first that is given decides, and what comes after it only counts where the
/// earlier names nobody.
pub(super) async fn contact(
    write: &mut Write,
    id: Option<&ParticipantId>,
    user_id: Option<&str>,
    email: Option<&str>,
) -> Result<Contact, Fault> {
    if let Some(id) = id
        && let Some(contact) = write.contact(id.as_str()).await?
    {
        return Ok(contact);
    }
    if let Some(user_id) = user_id
        && let Some(contact) = write.contact_by_external_id(user_id).await?
    {
        return Ok(contact);
    }
    if let Some(email) = email
        && let Some(contact) = write.customer_by_email(email).await?
    {
        return Ok(contact);
    }
    Err(WireError::contact_not_found().into())
}

/// The conversation, if the caller may know of it. What is another customer's looks exactly like
/// what does not exist.
pub(super) async fn may_see(
    call: &Call,
    write: &mut Write,
    id: &ConversationId,
) -> Result<Conversation, Fault> {
    let conversation = write.conversation(&call.principal.reader, id, false).await?;
    Ok(conversation.ok_or_else(WireError::conversation_not_found)?)
}
