//! Agents and contacts.

use inbox_model::{Participant, ParticipantId, ParticipantKind, Timestamp};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::{Result, Store, Write};
use crate::id;

/// Somebody whom the company serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who; the kind is customer, lead or guest. The id is this store's own.
    pub participant: Participant,
    /// The site's own id of a signed-in customer; unique.
    pub external_id: Option<String>,
}

const AGENT: &str = "SELECT id, name, email, avatar_url FROM agents";
/// The columns that [`contact`] reads.
pub(super) const CONTACT: &str =
    "SELECT id, name, email, avatar_url, kind, external_id FROM contacts";

fn agent(row: &SqliteRow) -> Result<Participant> {
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
    column: &'static str,
    value: &str,
) -> Result<Option<Participant>> {
    let sql = format!("{AGENT} WHERE {column} = $1 ORDER BY created_at, id LIMIT 1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(value).fetch_optional(tx).await?;
    row.as_ref().map(agent).transpose()
}

async fn find_contact(
    tx: &mut SqliteConnection,
    condition: &'static str,
    value: &str,
) -> Result<Option<Contact>> {
    let sql = format!("{CONTACT} WHERE {condition} ORDER BY created_at, id LIMIT 1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(value).fetch_optional(tx).await?;
    row.as_ref().map(contact).transpose()
}

pub(super) async fn save_agent(
    tx: &mut SqliteConnection,
    agent: &Participant,
    now: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO agents (id, name, email, avatar_url, created_at)
               VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
                                              avatar_url = excluded.avatar_url";
    sqlx::query(sql)
        .bind(agent.id.as_ref().map(ParticipantId::as_str))
        .bind(agent.name.as_deref().unwrap_or_default())
        .bind(agent.email.as_deref())
        .bind(agent.avatar_url.as_deref())
        .bind(now.as_millis())
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn save_contact(
    tx: &mut SqliteConnection,
    contact: &Contact,
    now: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO contacts
                   (id, external_id, kind, name, email, avatar_url, created_at, updated_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
               ON CONFLICT (id) DO UPDATE SET
                   external_id = excluded.external_id, kind = excluded.kind, name = excluded.name,
                   email = excluded.email, avatar_url = excluded.avatar_url,
                   updated_at = excluded.updated_at";
    let participant = &contact.participant;
    sqlx::query(sql)
        .bind(participant.id.as_ref().map(ParticipantId::as_str))
        .bind(contact.external_id.as_deref())
        .bind(kind_name(&participant.kind))
        .bind(participant.name.as_deref())
        .bind(participant.email.as_deref())
        .bind(participant.avatar_url.as_deref())
        .bind(now.as_millis())
        .execute(tx)
        .await?;
    Ok(())
}

impl Store {
    /// All agents, by name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agents(&self) -> Result<Vec<Participant>> {
        let sql = format!("{AGENT} ORDER BY name, id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(agent).collect()
    }

    /// The agent with this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agent(&self, id: &str) -> Result<Option<Participant>> {
        find_agent(&mut *self.readers().acquire().await?, "id", id).await
    }

    /// The first agent of this name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agent_named(&self, name: &str) -> Result<Option<Participant>> {
        find_agent(&mut *self.readers().acquire().await?, "name", name).await
    }

    /// The contact with this id of the store.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact(&self, id: &str) -> Result<Option<Contact>> {
        find_contact(&mut *self.readers().acquire().await?, "id = $1", id).await
    }

    /// The customer whom the site knows by this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact_by_external_id(&self, id: &str) -> Result<Option<Contact>> {
        find_contact(&mut *self.readers().acquire().await?, "external_id = $1", id).await
    }

    /// The customer who takes part in the most conversations.
    ///
    /// # Errors
    /// The database fails.
    pub async fn busiest_customer(&self) -> Result<Option<ParticipantId>> {
        let sql = "SELECT p.participant_id FROM conversation_participants p
                   JOIN contacts c ON c.id = p.participant_id WHERE c.kind = 'customer'
                   GROUP BY p.participant_id ORDER BY COUNT(*) DESC, p.participant_id LIMIT 1";
        let row = sqlx::query(sql).fetch_optional(self.readers()).await?;
        row.map(|row| Ok(row.try_get::<&str, _>(0)?.into())).transpose()
    }

    /// The customer whom the site knows by this id, made or brought up to date. `None` leaves a
    /// name or address as it is. Writes only if something is different.
    ///
    /// # Errors
    /// The database fails.
    pub async fn customer(
        &self,
        external_id: &str,
        name: Option<&str>,
        email: Option<&str>,
        now: Timestamp,
    ) -> Result<Contact> {
        if let Some(contact) = self.contact_by_external_id(external_id).await?
            && updated(&contact, name, email).is_none()
        {
            return Ok(contact);
        }
        let mut write = self.write(now).await?;
        // Another request may have made the contact meanwhile.
        let there = find_contact(write.connection(), "external_id = $1", external_id).await?;
        let contact = if let Some(contact) = there {
            updated(&contact, name, email).unwrap_or(contact)
        } else {
            let mut participant = Participant::new(ParticipantKind::Customer, id::participant()?);
            participant.name = name.map(str::to_owned);
            participant.email = email.map(str::to_owned);
            Contact { participant, external_id: Some(external_id.to_owned()) }
        };
        save_contact(write.connection(), &contact, now).await?;
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
    /// Adds an agent or brings one up to date.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_agent(&mut self, agent: &Participant) -> Result<()> {
        let now = self.now();
        save_agent(self.connection(), agent, now).await
    }

    /// Adds a contact or brings one up to date.
    ///
    /// # Errors
    /// The database fails, or the external id belongs to somebody else.
    pub async fn save_contact(&mut self, contact: &Contact) -> Result<()> {
        let now = self.now();
        save_contact(self.connection(), contact, now).await
    }

    /// The agent with this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agent(&mut self, id: &str) -> Result<Option<Participant>> {
        find_agent(self.connection(), "id", id).await
    }

    /// The contact with this id of the store.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact(&mut self, id: &str) -> Result<Option<Contact>> {
        find_contact(self.connection(), "id = $1", id).await
    }

    /// The customer whom the site knows by this id.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact_by_external_id(&mut self, id: &str) -> Result<Option<Contact>> {
        find_contact(self.connection(), "external_id = $1", id).await
    }

    /// The first customer with this e-mail address, without regard to case.
    ///
    /// # Errors
    /// The database fails.
    pub async fn customer_by_email(&mut self, email: &str) -> Result<Option<Contact>> {
        let condition = "kind = 'customer' AND LOWER(email) = LOWER($1)";
        find_contact(self.connection(), condition, email).await
    }
}
