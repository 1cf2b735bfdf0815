//! Finding what systems whose ids are numbers mean: people, teams and tags by the end of their ids,
//! parts by the beginning.
//!
//! An id of 24 hexadecimal digits has no place in a number that JavaScript can hold (below 2^53), its
//! last 13 digits have. Two that end alike are as likely as a collision of 52 random bits; then the
//! number names nobody, because naming the wrong one would be worse.

use inbox_dialects::session::Team;
use inbox_model::tag::Tag;
use inbox_model::{ConversationId, PartId, Participant};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::people::{self, AGENT, CONTACT};
use super::read::OWN_JOIN;
use super::{Contact, OrganisationId, Reader, Result, Store, Write, directory};

/// How many digits of an id make the number.
const SUFFIX_DIGITS: usize = 13;

/// How many characters of a part's id carry its time, in which it differs from the other parts of
/// its conversation.
const PREFIX_DIGITS: usize = 9;

/// What can stand at the place of the rest of a part's id, and sorts last.
const LAST: &str = "zzzzzzz";

fn is_suffix(text: &str) -> bool {
    text.len() == SUFFIX_DIGITS
        && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_prefix(text: &str) -> bool {
    text.len() == PREFIX_DIGITS
        && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'z'))
}

/// The only row whose suffix is this one. `sql` asks for the organisation as `$1` and ends in the
/// indexed expression of the suffix.
async fn only(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    sql: &str,
    suffix: &str,
) -> Result<Option<SqliteRow>> {
    if !is_suffix(suffix) {
        return Ok(None);
    }
    let query = sqlx::query(sqlx::AssertSqlSafe(format!("{sql} = $2 LIMIT 2")));
    let query = query.bind(organisation.as_str()).bind(suffix);
    let mut rows = query.fetch_all(tx).await?;
    Ok(rows.pop().filter(|_| rows.is_empty()))
}

async fn agent(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    suffix: &str,
) -> Result<Option<Participant>> {
    let sql = format!("{AGENT} WHERE SUBSTR(a.id, 12)");
    only(tx, organisation, &sql, suffix).await?.as_ref().map(people::agent).transpose()
}

async fn contact(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    suffix: &str,
) -> Result<Option<Contact>> {
    let sql = format!("{CONTACT} WHERE organisation_id = $1 AND SUBSTR(id, 12)");
    only(tx, organisation, &sql, suffix).await?.as_ref().map(people::contact).transpose()
}

async fn team(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    suffix: &str,
) -> Result<Option<Team>> {
    let sql = "SELECT id, name FROM teams WHERE organisation_id = $1 AND SUBSTR(id, 12)";
    only(tx, organisation, sql, suffix).await?.as_ref().map(directory::team).transpose()
}

async fn tag(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    suffix: &str,
) -> Result<Option<Tag>> {
    let sql = "SELECT id, name FROM tags WHERE organisation_id = $1 AND SUBSTR(id, 12)";
    only(tx, organisation, sql, suffix).await?.as_ref().map(directory::tag).transpose()
}

impl Store {
    /// The agent of an organisation whose id ends in these 13 hexadecimal digits, in small letters.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agent_by_suffix(
        &self,
        organisation: &OrganisationId,
        suffix: &str,
    ) -> Result<Option<Participant>> {
        agent(&mut *self.readers().acquire().await?, organisation, suffix).await
    }

    /// The same for a contact.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact_by_suffix(
        &self,
        organisation: &OrganisationId,
        suffix: &str,
    ) -> Result<Option<Contact>> {
        contact(&mut *self.readers().acquire().await?, organisation, suffix).await
    }

    /// The same for a team.
    ///
    /// # Errors
    /// The database fails.
    pub async fn team_by_suffix(
        &self,
        organisation: &OrganisationId,
        suffix: &str,
    ) -> Result<Option<Team>> {
        team(&mut *self.readers().acquire().await?, organisation, suffix).await
    }

    /// The same for a tag.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tag_by_suffix(
        &self,
        organisation: &OrganisationId,
        suffix: &str,
    ) -> Result<Option<Tag>> {
        tag(&mut *self.readers().acquire().await?, organisation, suffix).await
    }

    /// The part of a conversation whose id begins with these nine characters, if there is one that
    /// the reader may know of.
    ///
    /// # Errors
    /// The database fails.
    pub async fn part_id_by_prefix(
        &self,
        reader: &Reader,
        conversation: &ConversationId,
        prefix: &str,
    ) -> Result<Option<PartId>> {
        let mut tx = self.readers().acquire().await?;
        part_id_by_prefix(&mut tx, reader, conversation, prefix).await
    }
}

async fn part_id_by_prefix(
    tx: &mut SqliteConnection,
    reader: &Reader,
    conversation: &ConversationId,
    prefix: &str,
) -> Result<Option<PartId>> {
    if !is_prefix(prefix) {
        return Ok(None);
    }
    let (own, public) = match reader {
        Reader::Agent { .. } => (String::new(), ""),
        Reader::Contact { .. } => (format!("{OWN_JOIN}$5"), "AND p.public = 1"),
    };
    let sql = format!(
        "SELECT p.id FROM parts p JOIN conversations c ON c.id = p.conversation_id {own}
         WHERE p.conversation_id = $1 AND p.id >= $2 AND p.id <= $3 AND c.organisation_id = $4
         {public} LIMIT 1"
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(conversation.as_str())
        .bind(prefix)
        .bind(format!("{prefix}{LAST}"))
        .bind(reader.organisation().as_str());
    if let Reader::Contact { id, .. } = reader {
        query = query.bind(id.as_str());
    }
    let row = query.fetch_optional(tx).await?;
    row.map(|row| Ok(row.try_get::<&str, _>(0)?.into())).transpose()
}

impl Write {
    /// The agent of the organisation whose id ends in these 13 hexadecimal digits, in small letters.
    ///
    /// # Errors
    /// The database fails.
    pub async fn agent_by_suffix(&mut self, suffix: &str) -> Result<Option<Participant>> {
        let (tx, organisation) = self.scope();
        agent(tx, organisation, suffix).await
    }

    /// The same for a contact.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contact_by_suffix(&mut self, suffix: &str) -> Result<Option<Contact>> {
        let (tx, organisation) = self.scope();
        contact(tx, organisation, suffix).await
    }

    /// The same for a team.
    ///
    /// # Errors
    /// The database fails.
    pub async fn team_by_suffix(&mut self, suffix: &str) -> Result<Option<Team>> {
        let (tx, organisation) = self.scope();
        team(tx, organisation, suffix).await
    }

    /// The same for a tag.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tag_by_suffix(&mut self, suffix: &str) -> Result<Option<Tag>> {
        let (tx, organisation) = self.scope();
        tag(tx, organisation, suffix).await
    }

    /// The part of a conversation whose id begins with these nine characters, if there is one that
    /// the reader may know of. Whoever reads for another organisation knows of none.
    ///
    /// # Errors
    /// The database fails.
    pub async fn part_id_by_prefix(
        &mut self,
        reader: &Reader,
        conversation: &ConversationId,
        prefix: &str,
    ) -> Result<Option<PartId>> {
        if reader.organisation() != self.organisation() {
            return Ok(None);
        }
        part_id_by_prefix(self.connection(), reader, conversation, prefix).await
    }
}
