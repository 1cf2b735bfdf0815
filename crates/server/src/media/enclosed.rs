//! Files that came inside a request: they are kept with the write that sends them, or not at all.

use axum::body::Bytes;
use inbox_model::MediaId;
use object_store::{Error, ObjectStoreExt};

use super::{Files, Incoming, MediaError, place};
use crate::id;
use crate::store::{Answer, StoreError, Write};

/// A file that came inside a request. It has an id, and lies nowhere yet.
#[derive(Debug)]
pub struct Enclosed {
    id: String,
    incoming: Incoming,
    bytes: Bytes,
}

impl Enclosed {
    /// This file, under an id of ours.
    ///
    /// # Errors
    /// It is too long or empty, or the system's random source fails.
    pub fn new(incoming: Incoming, bytes: Bytes) -> Result<Self, MediaError> {
        incoming.fits(bytes.len() as u64)?;
        let id = id::hex(&id::random::<12>().map_err(StoreError::from)?);
        Ok(Self { id, incoming, bytes })
    }

    /// Under which id messages carry it.
    pub fn id(&self) -> MediaId {
        MediaId::from(self.id.as_str())
    }

    /// Notes it in the write that sends it, whose end must be [`Files::finish`].
    ///
    /// # Errors
    /// The database fails.
    pub async fn note(&self, write: &mut Write) -> Result<(), StoreError> {
        let (name, mime) = (self.incoming.name(), self.incoming.mime());
        let media = write.save_media(&self.id, name, mime, self.bytes.len() as u64).await?;
        write.bring(media.id);
        Ok(())
    }
}

impl Files {
    /// Keeps the files that a write has noted, and ends the write as [`Write::finish`] does. Nobody
    /// else writes meanwhile. Where either fails, neither has happened.
    ///
    /// # Errors
    /// The database fails, or where files lie.
    pub async fn finish(
        &self,
        write: Write,
        answer: Answer,
        enclosed: Vec<Enclosed>,
    ) -> Result<(), MediaError> {
        if enclosed.is_empty() || write.is_replay() {
            return Ok(write.finish(Some(&answer)).await?);
        }
        // A task of its own: a client that hangs up in between must leave no file that nobody
        // knows of, and take none away that was sent.
        let files = self.clone();
        let finished = tokio::spawn(async move {
            let finished = async {
                for file in &enclosed {
                    files.put(file).await?;
                }
                Ok(write.finish(Some(&answer)).await?)
            };
            let finished = finished.await;
            if finished.is_err() {
                files.drop_all(&enclosed).await;
            }
            finished
        });
        finished.await.map_err(|_| StoreError::Stopping)?
    }

    async fn put(&self, file: &Enclosed) -> Result<(), MediaError> {
        self.objects().await?.put(&place(&file.id), file.bytes.clone().into()).await?;
        Ok(())
    }

    async fn drop_all(&self, enclosed: &[Enclosed]) {
        let Ok(objects) = self.objects().await else { return };
        for file in enclosed {
            match objects.delete(&place(&file.id)).await {
                Ok(()) | Err(Error::NotFound { .. }) => {}
                Err(error) => tracing::warn!(%error, "a file that nobody knows of stays"),
            }
        }
    }
}
