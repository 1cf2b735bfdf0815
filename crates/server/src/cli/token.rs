//! `inbox-server token …`.

use inbox_model::time::DAY;
use inbox_model::{Participant, ParticipantId, ParticipantKind, Timestamp};

use super::arguments::{CreateToken, RoleName, TokenAction};
use super::organisation::named;
use super::{CliError, filled, say};
use crate::store::{NewToken, OrganisationId, Store};
use crate::{clock, id};

pub(super) async fn token(url: &str, action: TokenAction) -> Result<(), CliError> {
    let store = Store::open(url).await?;
    let now = clock::now();
    let done = match action {
        TokenAction::Create(new) => create(&store, &new, now).await,
        TokenAction::Revoke { token } => {
            if store.revoke_token(&token, now).await? {
                Ok(())
            } else {
                let message = "there is no such token, or it is revoked already";
                Err(CliError::Failed(message.to_owned()))
            }
        }
        TokenAction::List => list(&store, now).await,
    };
    store.close().await;
    done
}

async fn create(store: &Store, new: &CreateToken, now: Timestamp) -> Result<(), CliError> {
    let organisation = named(store, new.within.organisation.as_deref()).await?.id;
    let (name, subject) = match new.role {
        RoleName::Agent => {
            let name = filled(new.name.as_deref(), "--name")?;
            (name, agent(store, &organisation, name, now).await?)
        }
        RoleName::Customer => {
            let contact = filled(new.contact.as_deref(), "--contact")?;
            (contact, customer(store, &organisation, contact, now).await?)
        }
    };
    let token = NewToken {
        role: new.role.into(),
        subject: &subject,
        name,
        expires_at: now.plus(i64::from(new.expires_in_days) * DAY),
    };
    say(&store.create_token(&token, now).await?)
}

/// The agent of this name, or a new one.
async fn agent(
    store: &Store,
    organisation: &OrganisationId,
    name: &str,
    now: Timestamp,
) -> Result<ParticipantId, CliError> {
    if let Some(id) = store.agent_named(organisation, name).await?.and_then(|agent| agent.id) {
        return Ok(id);
    }
    let id = id::participant().map_err(|error| CliError::Failed(error.to_string()))?;
    let agent = Participant::new(ParticipantKind::Agent, id.clone()).named(name);
    let mut write = store.write(organisation, now).await?;
    write.save_agent(&agent).await?;
    write.finish(None).await?;
    Ok(id)
}

/// The contact with this id, or the customer whom the site knows by it, made if need be.
async fn customer(
    store: &Store,
    organisation: &OrganisationId,
    id: &str,
    now: Timestamp,
) -> Result<ParticipantId, CliError> {
    let there = store.contact(organisation, id).await?;
    let contact = match there {
        Some(contact) => contact,
        None => store.customer(organisation, id, None, None, now).await?,
    };
    let id = contact.participant.id;
    id.ok_or_else(|| CliError::Failed("the contact has no id".to_owned()))
}

async fn list(store: &Store, now: Timestamp) -> Result<(), CliError> {
    for token in store.tokens().await? {
        let state = match token.revoked_at {
            Some(_) => "revoked",
            None if token.is_valid_at(now) => "valid",
            None => "expired",
        };
        let (role, until) = (token.role.as_str(), token.expires_at);
        say(&format!("{}\t{role}\t{}\t{until}\t{state}\t{}", token.id, token.subject, token.name))?;
    }
    Ok(())
}
