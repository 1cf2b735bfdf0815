//! Which files a message may carry. Whatever says something goes through here, so there is no route
//! that has to remember it: to know the id of a file is not to have it.

use inbox_model::{Content, ConversationId, MediaId, Refusal};
use sqlx::SqliteConnection;

use super::link::Links;
use super::{Act, OrganisationId, Result, media};

/// The commands with what the store knows of the files in them, in place of what was said of those.
///
/// The company may send every file of its own. A contact may send what came with the request
/// (`came_with`), and what everybody in the conversation can see there already.
///
/// # Errors
/// `MediaNotFound`, or the database fails.
pub(super) async fn settle(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    conversation: &ConversationId,
    came_with: &[MediaId],
    links: &Links,
    acts: &[Act],
) -> Result<Vec<Act>> {
    let mut settled = acts.to_vec();
    for Act { actor, command } in &mut settled {
        let Some(contents) = command.contents_mut() else { continue };
        for content in contents {
            let Some(said) = content.media() else { continue };
            // A client that knows no ids hands back the address.
            let id = said.id.clone().or_else(|| links.id_in(organisation, &said.url));
            let Some(id) = id else { continue };
            let known = media::known(tx, organisation, &id).await?;
            let may_send = !actor.kind.is_contact()
                || came_with.contains(&id)
                || is_seen_in(tx, conversation, &id).await?;
            let known = known.filter(|_| may_send).ok_or(Refusal::MediaNotFound)?;
            *content = std::mem::replace(content, Content::text("")).with_known(&known);
        }
    }
    Ok(settled)
}

/// Whether a message that contacts see carries the file.
async fn is_seen_in(
    tx: &mut SqliteConnection,
    conversation: &ConversationId,
    id: &MediaId,
) -> Result<bool> {
    let sql = "SELECT 1 FROM media_uses u
               JOIN parts p ON p.conversation_id = u.conversation_id AND p.id = u.part_id
               WHERE u.media_id = $1 AND u.conversation_id = $2 AND p.public = 1 LIMIT 1";
    let query = sqlx::query(sql).bind(id.as_str()).bind(conversation.as_str());
    Ok(query.fetch_optional(tx).await?.is_some())
}
