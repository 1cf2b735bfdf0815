//! Stored files: how they come in, where they lie, how they are read.
//!
//! A file lies under an id of ours, never under a name of somebody's. Its type is what was declared,
//! taken from a list, and nobody guesses at it; it is only ever given out to be saved.

mod limits;

use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;
use inbox_model::{Media, MediaId, Timestamp};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path as Place;
use object_store::{GetResult, ObjectStore, ObjectStoreExt, WriteMultipart};
use thiserror::Error;

use crate::id;
use crate::store::{OrganisationId, Store, StoreError};

pub use limits::{FILE_BYTES, Incoming, Problem, TYPES};

/// Why a file is not kept or read.
#[derive(Debug, Error)]
pub enum MediaError {
    /// It is not one that is kept.
    #[error(transparent)]
    Refused(#[from] Problem),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Where files lie failed.
    #[error("the files failed: {0}")]
    Objects(#[from] object_store::Error),
}

/// How many pieces of a file may wait to be written.
const PIECES: usize = 4;

/// Where files lie. Clones share it.
#[derive(Clone, Debug)]
pub struct Files {
    objects: Arc<dyn ObjectStore>,
}

impl Files {
    /// In a folder, which is made where it is missing. Without one, in memory: for tests.
    ///
    /// # Errors
    /// The folder cannot be made or used.
    pub fn open(folder: Option<&Path>) -> Result<Self, MediaError> {
        let objects: Arc<dyn ObjectStore> = match folder {
            None => Arc::new(InMemory::new()),
            Some(folder) => {
                let unusable = |error| object_store::Error::Generic {
                    store: "LocalFileSystem",
                    source: Box::new(error),
                };
                std::fs::create_dir_all(folder).map_err(unusable)?;
                Arc::new(LocalFileSystem::new_with_prefix(folder)?)
            }
        };
        Ok(Self { objects })
    }

    /// Begins to take in a file.
    ///
    /// # Errors
    /// Where files lie fails.
    pub async fn receive(&self, incoming: Incoming) -> Result<Receiving, MediaError> {
        let id = id::hex(&id::random::<12>().map_err(StoreError::from)?);
        let upload = self.objects.put_multipart(&place(&id)).await?;
        let writer = Some(WriteMultipart::new(upload));
        Ok(Receiving { id, incoming, writer, bytes: 0 })
    }

    /// Notes a file that was taken in, so that messages can carry it. What nobody notes is deleted.
    ///
    /// # Errors
    /// The database fails.
    pub async fn note(
        &self,
        store: &Store,
        organisation: &OrganisationId,
        kept: Kept,
        now: Timestamp,
    ) -> Result<Media, MediaError> {
        let noted = async {
            let mut write = store.write(organisation, now).await?;
            let name = kept.incoming.name();
            let mime = kept.incoming.mime();
            let media = write.save_media(&kept.id, name, mime, kept.bytes).await?;
            write.finish(None).await?;
            Ok(media)
        };
        let noted: Result<Media, StoreError> = noted.await;
        if noted.is_err()
            && let Err(error) = self.objects.delete(&place(&kept.id)).await
        {
            tracing::warn!(%error, "a file that nobody knows of stays");
        }
        Ok(noted?)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// It is not there, or where files lie fails.
    pub async fn read(&self, id: &MediaId) -> Result<GetResult, MediaError> {
        Ok(self.objects.get(&place(id.as_str())).await?)
    }
}

/// Where a file lies: not all in one folder.
fn place(id: &str) -> Place {
    let folder = id.get(..2).unwrap_or("00");
    Place::from(format!("{folder}/{id}"))
}

/// A file that is coming in.
#[derive(Debug)]
pub struct Receiving {
    id: String,
    incoming: Incoming,
    /// `None` once the file is too long: what still comes is thrown away.
    writer: Option<WriteMultipart>,
    bytes: u64,
}

/// A file that is there, and that no message knows of yet.
#[derive(Debug)]
pub struct Kept {
    id: String,
    incoming: Incoming,
    bytes: u64,
}

impl Receiving {
    /// Takes in a piece.
    ///
    /// # Errors
    /// Where files lie fails.
    pub async fn write(&mut self, piece: Bytes) -> Result<(), MediaError> {
        self.bytes = self.bytes.saturating_add(piece.len() as u64);
        if self.bytes > FILE_BYTES {
            if let Some(writer) = self.writer.take() {
                writer.abort().await?;
            }
        } else if let Some(writer) = &mut self.writer {
            writer.wait_for_capacity(PIECES).await?;
            writer.put(piece);
        }
        Ok(())
    }

    /// Forgets what has come in.
    pub async fn abort(self) {
        if let Some(writer) = self.writer
            && let Err(error) = writer.abort().await
        {
            tracing::warn!(%error, "part of a file stays");
        }
    }

    /// The file is there as a whole.
    ///
    /// # Errors
    /// It is too long or empty, or where files lie fails.
    pub async fn finish(self) -> Result<Kept, MediaError> {
        let Self { id, incoming, writer, bytes } = self;
        let Some(writer) = writer else { return Err(Problem::TooLarge.into()) };
        if bytes == 0 {
            writer.abort().await?;
            return Err(Problem::Empty.into());
        }
        writer.finish().await?;
        Ok(Kept { id, incoming, bytes })
    }
}
