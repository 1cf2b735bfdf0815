//! `inbox-server organisation …`, and how other commands name an organisation.

use inbox_model::{ParticipantId, Timestamp};

use super::arguments::OrganisationAction;
use super::{CliError, filled, say};
use crate::clock;
use crate::store::{Organisation, Store, StoreError};

pub(super) async fn organisation(url: &str, action: OrganisationAction) -> Result<(), CliError> {
    let store = Store::open(url).await?;
    let now = clock::now();
    let done = match action {
        OrganisationAction::Create { name } => create(&store, &name, now).await,
        OrganisationAction::List => list(&store).await,
        OrganisationAction::Rename { organisation, name } => {
            rename(&store, &organisation, &name, now).await
        }
        OrganisationAction::Agents { organisation } => agents(&store, &organisation).await,
        OrganisationAction::AddAgent { organisation, agent } => {
            change(&store, &organisation, &agent, true, now).await
        }
        OrganisationAction::RemoveAgent { organisation, agent } => {
            change(&store, &organisation, &agent, false, now).await
        }
    };
    store.close().await;
    done
}

/// The organisation that is meant: by its id, or by its name if only one is called so. Without
/// either, the first.
pub(super) async fn named(store: &Store, text: Option<&str>) -> Result<Organisation, CliError> {
    let Some(text) = text else { return Ok(store.first_organisation().await?) };
    if let Some(organisation) = store.organisation(text).await? {
        return Ok(organisation);
    }
    let mut called = store.organisations().await?;
    called.retain(|one| !text.is_empty() && one.name == text);
    let found = called.pop();
    let message = if called.is_empty() { "there is no such organisation" } else { AMBIGUOUS };
    found.filter(|_| called.is_empty()).ok_or_else(|| CliError::Failed(message.to_owned()))
}

const AMBIGUOUS: &str = "several organisations are called so; name one by its id";

async fn create(store: &Store, name: &str, now: Timestamp) -> Result<(), CliError> {
    let name = filled(Some(name), "the name")?;
    say(store.create_organisation(name, now).await?.id.as_str())
}

async fn list(store: &Store) -> Result<(), CliError> {
    for Organisation { id, name, created_at } in store.organisations().await? {
        say(&format!("{id}\t{created_at}\t{name}"))?;
    }
    Ok(())
}

async fn rename(
    store: &Store,
    organisation: &str,
    name: &str,
    now: Timestamp,
) -> Result<(), CliError> {
    let name = filled(Some(name), "the name")?;
    let organisation = named(store, Some(organisation)).await?.id;
    let mut write = store.write(&organisation, now).await?;
    write.rename_organisation(name).await?;
    Ok(write.finish(None).await?)
}

async fn agents(store: &Store, organisation: &str) -> Result<(), CliError> {
    let organisation = named(store, Some(organisation)).await?.id;
    for agent in store.agents(&organisation).await? {
        let id = agent.id.as_ref().map_or("", ParticipantId::as_str);
        say(&format!("{id}\t{}", agent.name.as_deref().unwrap_or_default()))?;
    }
    Ok(())
}

async fn change(
    store: &Store,
    organisation: &str,
    agent: &str,
    joins: bool,
    now: Timestamp,
) -> Result<(), CliError> {
    let organisation = named(store, Some(organisation)).await?.id;
    let agent = ParticipantId::from(agent);
    let mut write = store.write(&organisation, now).await?;
    let done =
        if joins { write.add_member(&agent).await } else { write.remove_member(&agent).await };
    match done {
        Ok(()) => Ok(write.finish(None).await?),
        Err(StoreError::NoAgent) if !joins => {
            Err(CliError::Failed("this organisation has no such agent".to_owned()))
        }
        Err(error) => Err(error.into()),
    }
}
