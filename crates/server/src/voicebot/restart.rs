//! `POST /conversations/{id}/restart`.

use axum::response::Response;
use inbox_dialects::voicebot::server::{WireError, wire};
use inbox_model::{Command, Content};

use super::fault::Fault;
use super::message::told;
use super::openapi::Key;
use super::place::Conversation;
use super::{Call, agents_only};
use crate::http::Opened;
use crate::store::Act;

/// What the customer is asked, by the language of the conversation: a service approves such texts one
/// by one, so nobody types them. The first is for every other language.
const TEMPLATES: &[(&str, &str)] = &[
    ("en", "Hello! We would like to continue our conversation. Is that all right with you?"),
    ("de", "Hallo! Wir würden unser Gespräch gern fortsetzen. Ist das für Sie in Ordnung?"),
    ("fr", "Bonjour ! Nous aimerions poursuivre notre conversation. Êtes-vous d'accord ?"),
    ("es", "¡Hola! Nos gustaría continuar nuestra conversación. ¿Le parece bien?"),
    ("ar", "مرحبًا! نود متابعة محادثتنا. هل يناسبك ذلك؟"),
    ("ja", "こんにちは。前回のお話の続きをさせていただいてもよろしいでしょうか。"),
];

/// Restart an expired conversation
///
/// Sends the approved message, which asks whether to go on. Possible where there is a window and it
/// has run out.
#[utoipa::path(
    post,
    path = "/conversations/{id}/restart",
    operation_id = "restartConversation",
    tag = "Conversations",
    params(("id" = i64, Path, description = "The conversation."), Key),
    responses(
        (status = 200, description = "The approved message.", body = wire::MessageAnswer),
        (status = 400, description = "`X-Org-Id` is not a UUID.", body = wire::ErrorAnswer),
        (status = 401, description = "No token, or none that is valid.", body = wire::ErrorAnswer),
        (status = 403, description = "The caller may not do this.", body = wire::ErrorAnswer),
        (status = 404, description = "There is no such thing, or none that the caller may know of.", body = wire::ErrorAnswer),
        (status = 409, description = "The Idempotency-Key was used for another request.", body = wire::ErrorAnswer),
        (status = 422, description = "A field or parameter has a value that it cannot have, or a rule refuses.", body = wire::ErrorAnswer),
    ),
)]
pub(super) async fn restart(Conversation(id): Conversation, call: Call) -> Result<Response, Fault> {
    agents_only(&call)?;
    let mut write = match call.begin().await? {
        Opened::Fresh(write) => write,
        Opened::Done(response) => return Ok(response),
    };
    let now = write.conversation(&call.principal.reader, &id, false).await?;
    let now = now.ok_or_else(WireError::conversation_not_found)?;
    let contents = vec![Content::text(template(&now.language))];
    let act = Act::new(&call.principal.participant, Command::Restart { contents });
    let written = write.apply(&id, call.command_id().as_ref(), &[act]).await?;
    let said = written.added.first().map(|part| part.id.clone());
    told(&call, *write, &id, said).await
}

fn template(language: &str) -> &'static str {
    let language = language.split(['-', '_']).next().unwrap_or_default();
    let known = TEMPLATES.iter().find(|(code, _)| code.eq_ignore_ascii_case(language));
    known.or(TEMPLATES.first()).map_or("", |(_, text)| text)
}
