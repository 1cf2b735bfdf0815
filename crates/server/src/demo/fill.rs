//! Putting the demo's worlds into a store.

use inbox_model::Timestamp;
use inbox_model::canned::CannedReply;

use super::texts::CANNED;
use super::world::SLA;
use super::{DEMO_CUSTOMER, DemoWorld, SISTER, generate, generate_sister};
use crate::http;
use crate::store::{Contact, Import, OrganisationId, Result, Store};

/// Fills the store's first organisation if nothing was ever said in it, and gives it a sister.
///
/// # Errors
/// The database fails.
pub async fn fill_if_empty(store: &Store, now: Timestamp) -> Result<()> {
    let organisation = store.first_organisation().await?.id;
    if !store.is_empty(&organisation).await? {
        return Ok(());
    }
    let world = generate(now);
    // A store is only full once the shop's conversations are there, which come last: a run that is
    // cut short is made good by the next.
    let customer = world
        .contacts
        .iter()
        .find(|contact| contact.external_id.as_deref() == Some(DEMO_CUSTOMER))
        .and_then(|contact| contact.participant.id.clone());
    let mut write = store.write(&organisation, now).await?;
    write.save_setting(http::DEMO_AGENT, world.demo_agent.as_str()).await?;
    if let Some(customer) = customer {
        write.save_setting(http::DEMO_CUSTOMER, customer.as_str()).await?;
    }
    for agent in &world.agents {
        write.save_agent(agent).await?;
    }
    write.set_sla(&SLA).await?;
    for (at, (name, text)) in CANNED.iter().enumerate() {
        let (id, name, text) = (format!("demo{at}"), (*name).to_owned(), (*text).to_owned());
        write.save_canned(CannedReply { id, name, text }).await?;
    }
    write.finish(None).await?;
    let sister = sister(store, now).await?;
    store.import(&sister, &as_import(generate_sister(now)), now).await?;
    store.import(&organisation, &as_import(world), now).await
}

async fn sister(store: &Store, now: Timestamp) -> Result<OrganisationId> {
    let there = store.organisations().await?.into_iter().find(|one| one.name == SISTER);
    match there {
        Some(organisation) => Ok(organisation.id),
        None => Ok(store.create_organisation(SISTER, now).await?.id),
    }
}

fn as_import(world: DemoWorld) -> Import {
    let contacts = world.contacts.into_iter().map(|contact| Contact {
        participant: contact.participant,
        external_id: contact.external_id,
    });
    Import {
        workspace: Some(world.workspace),
        agents: world.agents,
        members: world.members,
        contacts: contacts.collect(),
        teams: world.teams,
        tags: world.tags,
        conversations: world.conversations,
    }
}

#[cfg(test)]
mod tests {
    use inbox_model::State;

    use super::*;
    use crate::store::{ListFilter, ListStart, Reader};

    #[tokio::test]
    async fn an_empty_store_is_filled_once() {
        let file = std::env::temp_dir().join(format!("inbox-demo-{}.db", std::process::id()));
        let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
        let now = Timestamp::parse("2026-03-04T12:00:00Z").unwrap();
        fill_if_empty(&store, now).await.unwrap();
        fill_if_empty(&store, now.plus(1)).await.unwrap();

        let organisation = store.first_organisation().await.unwrap().id;
        let maya = store.setting(http::DEMO_AGENT).await.unwrap().unwrap();
        let maya = store.agent(&organisation, &maya).await.unwrap().unwrap();
        let reader = Reader::Agent { id: maya.id.unwrap(), organisation: organisation.clone() };
        let counts = store.counts(&reader).await.unwrap();
        let world = generate(now);
        let of = |state| world.conversations.iter().filter(|one| one.state == state).count() as u64;
        assert_eq!(counts.open, of(State::Open));
        assert_eq!(counts.snoozed, of(State::Snoozed));
        assert_eq!(counts.closed, of(State::Closed));
        assert!((20..=30).contains(&counts.unread), "{counts:?}");

        let canned = store.canned(&organisation).await.unwrap();
        assert_eq!(canned.len(), CANNED.len());
        assert!(canned.iter().all(|one| one.check().is_empty()));

        let all = store.organisations().await.unwrap();
        let [_, sister] = all.as_slice() else { panic!("{all:?}") };
        let maya = reader.id().clone();
        assert_eq!(store.organisations_of(&maya).await.unwrap(), all);
        let reader = Reader::Agent { id: maya, organisation: sister.id.clone() };
        let listed =
            store.list(&reader, &ListFilter::default(), &ListStart::Top, 100).await.unwrap();
        assert_eq!(listed.conversations.len(), generate_sister(now).conversations.len());

        let lena =
            store.contact_by_external_id(&organisation, DEMO_CUSTOMER).await.unwrap().unwrap();
        let lena = lena.participant.id.unwrap();
        assert_eq!(store.setting(http::DEMO_CUSTOMER).await.unwrap().unwrap(), lena.as_str());
        let reader = Reader::Contact { id: lena, organisation };
        let own = store
            .list(&reader, &ListFilter::default(), &ListStart::Top, 10)
            .await
            .unwrap()
            .conversations;
        assert_eq!(own.len(), 3);
        assert!(own.iter().any(|one| one.state == State::Open && one.unread > Some(0)));
        store.close().await;
        std::fs::remove_file(file).unwrap();
    }
}
