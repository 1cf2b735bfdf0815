//! The agents who are members of an organisation, and its contacts.

use inbox_model::search::folded;
use inbox_model::{Participant, ParticipantId, ParticipantKind, Timestamp};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::{OrganisationId, Result, Store, StoreError, Write, organisation};
use crate::id;

/// Somebody whom the company serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who; the kind is customer, lead or guest. The id is this store's own.
    pub participant: Participant,
    /// The site's own id of a signed-in customer; unique in an organisation.
    pub external_id: Option<String>,
}

/// The members of the organisation that is bound as `$1`.
pub(super) const AGENT: &str = "SELECT a.id, a.name, a.email, a.avatar_url FROM agents a
     JOIN memberships m ON m.agent_id = a.id AND m.organisation_id = $1";
/// The columns that [`contact`] reads, and whether they are blocked; the organisation is a condition
/// of its own.
pub(super) const CONTACT: &str =
    "SELECT id, name, email, avatar_url, kind, external_id, blocked FROM contacts";

pub(super) fn agent(row: &SqliteRow) -> Result<Participant> {
    let id: &str = row.try_get(0)?;
    let mut agent = Participant::new(ParticipantKind::Agent, id);
    agent.name = row.try_get(1)?;
    agent.email = row.try_get(2)?;
    agent.avatar_url = row.try_get(3)?;
    Ok(agent)
}

pub(super) fn contact(row: &SqliteRow) -> Result<Contact> {
    let kind = match row.try_get::<&str, _>(4)? {
        "customer" => ParticipantKind::Customer,
        "guest" => ParticipantKind::Guest,
        _ => ParticipantKind::Lead,
    };
    let participant = Participant { kind, ..agent(row)? };
    Ok(Contact { participant, external_id: row.try_get(5)? })
}

fn kind_name(kind: &ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::Customer => "customer",
        ParticipantKind::Guest => "guest",
        _ => "lead",
    }
}

async fn find_agent(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    condition: &'static str,
    value: &str,
) -> Result<Option<Participant>> {
    let sql = format!("{AGENT} WHERE {condition} ORDER BY a.created_at, a.id LIMIT 1");
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(organisation.as_str()).bind(value);
    let row = query.fetch_optional(tx).await?;
    row.as_ref().map(agent).transpose()
}

async fn find_contact(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    condition: &'static str,
    value: &str,
) -> Result<Option<Contact>> {
    let sql = format!(
        "{CONTACT} WHERE organisation_id = $1 AND {condition} ORDER BY created_at, id LIMIT 1"
    );
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(organisation.as_str()).bind(value);
    let row = query.fetch_optional(tx).await?;
    row.as_ref().map(contact).transpose()
}

/// What conditions are there, with the value bound as `$2`.
const AGENT_ID: &str = "a.id = $2";
const CONTACT_ID: &str = "id = $2";
const EXTERNAL_ID: &str = "external_id = $2";

async fn save_agent(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    agent: &Participant,
    now: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO agents (id, name, email, avatar_url, created_at)
               VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
                                              avatar_url = excluded.avatar_url
               WHERE EXISTS (SELECT 1 FROM memberships m
                             WHERE m.agent_id = agents.id AND m.organisation_id = $6)";
    let saved = sqlx::query(sql)
        .bind(agent.id.as_ref().map(ParticipantId::as_str))
        .bind(agent.name.as_deref().unwrap_or_default())
        .bind(agent.email.as_deref())
        .bind(agent.avatar_url.as_deref())
        .bind(now.as_millis())
        .bind(organisation.as_str())
        .execute(&mut *tx)
        .await?;
    if saved.rows_affected() == 0 {
        return Err(StoreError::Taken);
    }
    match &agent.id {
        Some(id) => organisation::join(tx, organisation, id, now).await,
        None => Ok(()),
    }
}

async fn save_contact(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    contact: &Contact,
    now: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO contacts
                   (id, external_id, kind, name, email, avatar_url, created_at, updated_at,
                    organisation_id, search)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)
               ON CONFLICT (id) DO UPDATE SET
                   external_id = excluded.external_id, kind = excluded.kind, name = excluded.name,
                   email = excluded.email, avatar_url = excluded.avatar_url,
                   updated_at = excluded.updated_at, search = excluded.search
               WHERE contacts.organisation_id = excluded.organisation_id";
    let participant = &contact.participant;
    let saved = sqlx::query(sql)
        .bind(participant.id.as_ref().map(ParticipantId::as_str))
        .bind(contact.external_id.as_deref())
        .bind(kind_name(&participant.kind))
        .bind(participant.name.as_deref())
        .bind(participant.email.as_deref())
        .bind(participant.avatar_url.as_deref())
        .bind(now.as_millis())
        .bind(organisation.as_str())
        .bind(folded(
            [&participant.name, &participant.email].into_iter().filter_map(Option::as_deref),
        ))
        .execute(tx)
        .await?;
    if saved.rows_affected() == 0 { Err(StoreError::Taken) } else { Ok(()) }
}

impl Store {
    /// All agents of an organisation, by name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agents(&self, organisation: &OrganisationId) -> Result<Vec<Participant>> {
        let sql = format!("{AGENT} ORDER BY a.name, a.id");
        let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(organisation.as_str());
        query.fetch_all(self.readers()).await?.iter().map(agent).collect()
    }

    /// The agent of an organisation with this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agent(
        &self,
        organisation: &OrganisationId,
        id: &str,
    ) -> Result<Option<Participant>> {
        find_agent(&mut *self.readers().acquire().await?, organisation, AGENT_ID, id).await
    }

    /// The first agent of an organisation of this name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agent_named(
        &self,
        organisation: &OrganisationId,
        name: &str,
    ) -> Result<Option<Participant>> {
        find_agent(&mut *self.readers().acquire().await?, organisation, "a.name = $2", name).await
    }

    /// The contact of an organisation with this id of the store.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact(
        &self,
        organisation: &OrganisationId,
        id: &str,
    ) -> Result<Option<Contact>> {
        find_contact(&mut *self.readers().acquire().await?, organisation, CONTACT_ID, id).await
    }

    /// The customer whom the organisation's site knows by this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact_by_external_id(
        &self,
        organisation: &OrganisationId,
        id: &str,
    ) -> Result<Option<Contact>> {
        find_contact(&mut *self.readers().acquire().await?, organisation, EXTERNAL_ID, id).await
    }

    /// The customer of an organisation who takes part in the most conversations.
    ///
    /// # Errors
    /// The database fails.
    pub async fn busiest_customer(
        &self,
        organisation: &OrganisationId,
    ) -> Result<Option<ParticipantId>> {
        let sql = "SELECT p.participant_id FROM conversation_participants p
                   JOIN contacts c ON c.id = p.participant_id
                   WHERE c.organisation_id = $1 AND c.kind = 'customer'
                   GROUP BY p.participant_id ORDER BY COUNT(*) DESC, p.participant_id LIMIT 1";
        let query = sqlx::query(sql).bind(organisation.as_str());
        let row = query.fetch_optional(self.readers()).await?;
        row.map(|row| Ok(row.try_get::<&str, _>(0)?.into())).transpose()
    }

    /// The customer whom the organisation's site knows by this id, made or brought up to date. `None` leaves a
    /// name or address as it is. Writes only if something is different.
    ///
    /// # Errors
    /// The database fails.
    pub async fn customer(
        &self,
        organisation: &OrganisationId,
        external_id: &str,
        name: Option<&str>,
        email: Option<&str>,
        now: Timestamp,
    ) -> Result<Contact> {
        if let Some(contact) = self.contact_by_external_id(organisation, external_id).await?
            && updated(&contact, name, email).is_none()
        {
            return Ok(contact);
        }
        let mut write = self.write(organisation, now).await?;
        // Another request may have made the contact meanwhile.
        let there = write.contact_by_external_id(external_id).await?;
        let contact = if let Some(contact) = there {
            updated(&contact, name, email).unwrap_or(contact)
        } else {
            let mut participant = Participant::new(ParticipantKind::Customer, id::participant()?);
            participant.name = name.map(str::to_owned);
            participant.email = email.map(str::to_owned);
            Contact { participant, external_id: Some(external_id.to_owned()) }
        };
        write.save_contact(&contact).await?;
        write.finish(None).await?;
        Ok(contact)
    }
}

/// The contact with a new name or address; `None` if it is as it was.
fn updated(contact: &Contact, name: Option<&str>, email: Option<&str>) -> Option<Contact> {
    let mut after = contact.clone();
    if let Some(name) = name {
        after.participant.name = Some(name.to_owned());
    }
    if let Some(email) = email {
        after.participant.email = Some(email.to_owned());
    }
    (&after != contact).then_some(after)
}

impl Write {
    /// Adds an agent, who is a member of the organisation from then on, or brings a member up to
    /// date.
    ///
    /// # Errors
    /// `Taken` if the id is that of somebody who is no member (see [`Write::add_member`]), or the
    /// database fails.
    pub async fn save_agent(&mut self, agent: &Participant) -> Result<()> {
        let now = self.now();
        let (tx, organisation) = self.scope();
        save_agent(tx, organisation, agent, now).await
    }

    /// Adds a contact or brings one up to date.
    ///
    /// # Errors
    /// `Taken` if the id is that of another organisation's contact; the database fails, or the
    /// external id belongs to somebody else.
    pub async fn save_contact(&mut self, contact: &Contact) -> Result<()> {
        let now = self.now();
        let (tx, organisation) = self.scope();
        save_contact(tx, organisation, contact, now).await
    }

    /// The agent with this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agent(&mut self, id: &str) -> Result<Option<Participant>> {
        let (tx, organisation) = self.scope();
        find_agent(tx, organisation, AGENT_ID, id).await
    }

    /// The contact with this id of the store.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact(&mut self, id: &str) -> Result<Option<Contact>> {
        let (tx, organisation) = self.scope();
        find_contact(tx, organisation, CONTACT_ID, id).await
    }

    /// The customer whom the site knows by this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact_by_external_id(&mut self, id: &str) -> Result<Option<Contact>> {
        let (tx, organisation) = self.scope();
        find_contact(tx, organisation, EXTERNAL_ID, id).await
    }

    /// The first customer with this e-mail address, without regard to case.
    ///
    /// # Errors
    /// The database fails.
    pub async fn customer_by_email(&mut self, email: &str) -> Result<Option<Contact>> {
        let condition = "kind = 'customer' AND LOWER(email) = LOWER($2)";
        let (tx, organisation) = self.scope();
        find_contact(tx, organisation, condition, email).await
    }
}
