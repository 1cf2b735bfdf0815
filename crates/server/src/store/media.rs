//! What is known of stored files, and who may read them. The files themselves are elsewhere.

use inbox_model::time::DAY;
use inbox_model::{Content, ConversationId, Media, MediaId, Part, Timestamp};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::save::Outcome;
use super::turn::Common;
use super::{OrganisationId, Reader, Result, Store, Write};

pub(super) const MEDIA: &str =
    "SELECT m.id, m.name, m.mime, m.bytes, m.organisation_id FROM media m";

/// Not one whose last message was removed for good: that is nobody's any more.
pub(super) const KEPT: &str = "m.dropped_at IS NULL";

/// Where a file is read, below the server's own address. Readers are told more, see [`super::link`].
pub(super) fn url_of(id: &str) -> String {
    format!("/media/{id}")
}

pub(super) fn media(row: &SqliteRow) -> Result<Media> {
    let id: &str = row.try_get(0)?;
    let bytes: i64 = row.try_get(3)?;
    Ok(Media {
        id: Some(MediaId::from(id)),
        url: url_of(id),
        name: row.try_get(1)?,
        mime: row.try_get(2)?,
        bytes: u64::try_from(bytes).ok(),
        ..Media::default()
    })
}

/// Notes in which messages files are, so that whoever may see a message may read its files.
pub(super) async fn note_uses(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    outcome: &Outcome,
) -> Result<()> {
    let id = &outcome.conversation.id;
    for part in &outcome.conversation.parts {
        if outcome.added.contains(&part.id) {
            note_uses_in(tx, organisation, id, part).await?;
        }
    }
    Ok(())
}

/// A file of an organisation, as messages carry it.
pub(super) async fn known(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    id: &MediaId,
) -> Result<Option<Media>> {
    let sql = format!("{MEDIA} WHERE m.id = $1 AND m.organisation_id = $2 AND {KEPT}");
    let query = sqlx::query(sqlx::AssertSqlSafe(sql));
    let query = query.bind(id.as_str()).bind(organisation.as_str());
    query.fetch_optional(tx).await?.as_ref().map(media).transpose()
}

/// Notes which files are in a message.
pub(super) async fn note_uses_in(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    conversation: &ConversationId,
    part: &Part,
) -> Result<()> {
    let sql = "INSERT INTO media_uses (media_id, conversation_id, part_id)
               SELECT id, $2, $3 FROM media WHERE id = $1 AND organisation_id = $4
               ON CONFLICT DO NOTHING";
    let files = part.contents().iter().filter_map(Content::media);
    for id in files.filter_map(|media| media.id.as_ref()) {
        sqlx::query(sql)
            .bind(id.as_str())
            .bind(conversation.as_str())
            .bind(part.id.as_str())
            .bind(organisation.as_str())
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

/// How long a file waits for a message that carries it, in milliseconds.
pub(crate) const UNSENT_MILLIS: i64 = DAY;

/// How many files are forgotten in one turn; others may write in between.
const FORGOTTEN_AT_ONCE: i64 = 50;

/// Files that no message carries. While they are held none can: nobody else writes.
#[derive(Debug)]
pub struct Unsent {
    common: Common,
    ids: Vec<MediaId>,
}

impl Unsent {
    /// The files, the oldest first.
    pub fn ids(&self) -> &[MediaId] {
        &self.ids
    }

    /// Forgets those that are gone.
    ///
    /// # Errors
    /// The database fails; then nothing is forgotten.
    pub async fn forget(mut self, gone: &[MediaId]) -> Result<()> {
        for id in gone {
            let query = sqlx::query("DELETE FROM media WHERE id = $1").bind(id.as_str());
            query.execute(self.common.connection()).await?;
        }
        self.common.commit().await
    }
}

impl Store {
    /// A stored file that a reader may read: an agent any of the organisation's, a contact one in a
    /// message that they may see. `None` if there is none.
    ///
    /// # Errors
    /// The database fails.
    pub async fn media(&self, reader: &Reader, id: &str) -> Result<Option<Media>> {
        let seen = match reader {
            Reader::Agent { .. } => "",
            Reader::Contact { .. } => {
                " AND EXISTS (SELECT 1 FROM media_uses u
                    JOIN conversation_participants own
                      ON own.conversation_id = u.conversation_id AND own.participant_id = $3
                    JOIN parts p ON p.conversation_id = u.conversation_id AND p.id = u.part_id
                    WHERE u.media_id = m.id AND p.public = 1)"
            }
        };
        let sql = format!("{MEDIA} WHERE m.id = $1 AND m.organisation_id = $2 AND {KEPT}{seen}");
        let mut query =
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id).bind(reader.organisation().as_str());
        if !reader.is_agent() {
            query = query.bind(reader.id().as_str());
        }
        query.fetch_optional(self.readers()).await?.as_ref().map(media).transpose()
    }
}

impl Store {
    /// Files of any organisation that no message carries: that came in a day ago or longer and were
    /// never sent, or whose message was redacted or its conversation deleted. Some of them, oldest
    /// first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn unsent_media(&self, now: Timestamp) -> Result<Unsent> {
        let mut common = self.common().await?;
        let sql = "SELECT m.id FROM media m
                   WHERE (m.created_at <= $1 OR m.dropped_at IS NOT NULL)
                     AND NOT EXISTS (SELECT 1 FROM media_uses u WHERE u.media_id = m.id)
                   ORDER BY m.created_at, m.id LIMIT $2";
        let query = sqlx::query(sql).bind(now.plus(-UNSENT_MILLIS).as_millis());
        let rows = query.bind(FORGOTTEN_AT_ONCE).fetch_all(common.connection()).await?;
        let ids = rows.iter().map(|row| Ok(row.try_get::<&str, _>(0)?.into()));
        let ids = ids.collect::<Result<_>>()?;
        Ok(Unsent { common, ids })
    }
}

impl Write {
    /// Notes a file that was stored. Returns it as its reader is told of it.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_media(
        &mut self,
        id: &str,
        name: Option<&str>,
        mime: &str,
        bytes: u64,
    ) -> Result<Media> {
        let (now, links) = (self.now(), self.links());
        let sql = "INSERT INTO media (id, organisation_id, name, mime, bytes, created_at)
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let (tx, organisation) = self.scope();
        sqlx::query(sql)
            .bind(id)
            .bind(organisation.as_str())
            .bind(name)
            .bind(mime)
            .bind(i64::try_from(bytes).unwrap_or(i64::MAX))
            .bind(now.as_millis())
            .execute(tx)
            .await?;
        let id = MediaId::from(id);
        Ok(Media {
            url: links.url(organisation, &id),
            id: Some(id),
            name: name.map(str::to_owned),
            mime: Some(mime.to_owned()),
            bytes: Some(bytes),
            ..Media::default()
        })
    }

    /// A stored file of the organisation.
    ///
    /// # Errors
    /// The database fails.
    pub async fn media(&mut self, id: &MediaId) -> Result<Option<Media>> {
        let (tx, organisation) = self.scope();
        known(tx, organisation, id).await
    }
}
