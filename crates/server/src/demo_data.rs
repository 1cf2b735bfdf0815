//! Filling an empty store for `--demo`.

use inbox_model::{Command, Content, Conversation, Participant, ParticipantKind, Timestamp};

use crate::id;
use crate::store::{Act, Contact, Result, Store};

/// Fills the store if nothing was ever said in it.
///
/// # Errors
/// The database fails.
pub async fn fill_if_empty(store: &Store, now: Timestamp) -> Result<()> {
    if !store.is_empty().await? {
        return Ok(());
    }
    let agent = |name: &str| -> Result<Participant> {
        Ok(Participant::new(ParticipantKind::Agent, id::participant()?).named(name))
    };
    let mut write = store.write(now).await?;
    write.save_agent(&agent("Ada")?).await?;
    write.save_agent(&agent("Ben")?).await?;
    let ana = Participant::new(ParticipantKind::Customer, id::participant()?).named("Ana");
    let contact = Contact { participant: ana.clone(), external_id: Some("demo".to_owned()) };
    write.save_contact(&contact).await?;
    let blank = Conversation::new(id::conversation()?, now);
    let start = Command::Start { contents: vec![Content::text("Hello! Is anybody there?")] };
    write.start(blank, None, Act::new(&ana, start)).await?;
    write.finish(None).await
}
