//! Putting the demo's world into a store.

use inbox_model::Timestamp;

use super::{DEMO_CUSTOMER, DemoWorld, generate};
use crate::http;
use crate::store::{Contact, Import, Result, Store};

/// Fills the store if nothing was ever said in it.
///
/// # Errors
/// The database fails.
pub async fn fill_if_empty(store: &Store, now: Timestamp) -> Result<()> {
    if !store.is_empty().await? {
        return Ok(());
    }
    let world = generate(now);
    // Who is signed in comes first: a store is only full once its conversations are there, so a
    // run that is cut short is made good by the next.
    let customer = world
        .contacts
        .iter()
        .find(|contact| contact.external_id.as_deref() == Some(DEMO_CUSTOMER))
        .and_then(|contact| contact.participant.id.clone());
    let mut write = store.write(now).await?;
    write.save_setting(http::DEMO_AGENT, world.demo_agent.as_str()).await?;
    if let Some(customer) = customer {
        write.save_setting(http::DEMO_CUSTOMER, customer.as_str()).await?;
    }
    write.finish(None).await?;
    store.import(&as_import(world), now).await
}

fn as_import(world: DemoWorld) -> Import {
    let contacts = world.contacts.into_iter().map(|contact| Contact {
        participant: contact.participant,
        external_id: contact.external_id,
    });
    Import {
        workspace: Some(world.workspace),
        agents: world.agents,
        contacts: contacts.collect(),
        teams: world.teams,
        tags: world.tags,
        conversations: world.conversations,
    }
}
