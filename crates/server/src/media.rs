//! Stored files: how they come in, where they lie, how they are read.
//!
//! A file lies under an id of ours, never under a name of somebody's. Its type is what was declared,
//! taken from a list, and nobody guesses at it; it is only ever given out to be saved.

mod enclosed;
mod limits;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Bytes;
use inbox_model::{Media, MediaId, Timestamp};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path as Place;
use object_store::{GetOptions, GetRange, GetResult, ObjectStore, ObjectStoreExt, WriteMultipart};
use thiserror::Error;
use tokio::sync::OnceCell;

use crate::id;
use crate::store::{OrganisationId, Store, StoreError};

pub use enclosed::Enclosed;
pub use limits::{FILE_BYTES, Incoming, Refused};

/// Why a file is not kept or read.
#[derive(Debug, Error)]
pub enum MediaError {
    /// It is not one that is kept.
    #[error(transparent)]
    Refused(#[from] Refused),
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
    place: Arc<Lies>,
}

#[derive(Debug)]
struct Lies {
    folder: Option<PathBuf>,
    /// Made with the first file, so that who sends none has no folder for them.
    objects: OnceCell<Arc<dyn ObjectStore>>,
}

impl Files {
    /// In a folder, which is made with the first file. Without one, in memory: for tests.
    pub fn new(folder: Option<&Path>) -> Self {
        let folder = folder.map(Path::to_owned);
        Self { place: Arc::new(Lies { folder, objects: OnceCell::new() }) }
    }

    async fn objects(&self) -> Result<&Arc<dyn ObjectStore>, MediaError> {
        self.place.objects.get_or_try_init(|| open(self.place.folder.as_deref())).await
    }

    /// Begins to take in a file.
    ///
    /// # Errors
    /// Where files lie fails.
    pub async fn receive(&self, incoming: Incoming) -> Result<Receiving, MediaError> {
        let id = id::hex(&id::random::<12>().map_err(StoreError::from)?);
        let upload = self.objects().await?.put_multipart(&place(&id)).await?;
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
            && let Err(error) = self.objects().await?.delete(&place(&kept.id)).await
        {
            tracing::warn!(%error, "a file that nobody knows of stays");
        }
        Ok(noted?)
    }

    /// Deletes the files that came in a day ago or longer, and that no message carries. A file goes
    /// before what is known of it, so none is left that nobody knows of; one that cannot be deleted
    /// stays known. Returns how many are gone.
    ///
    /// # Errors
    /// The database fails, or where files lie cannot be reached.
    pub async fn forget_unsent(&self, store: &Store, now: Timestamp) -> Result<usize, MediaError> {
        let mut count = 0;
        loop {
            let unsent = store.unsent_media(now).await?;
            let mut gone = Vec::new();
            for id in unsent.ids() {
                match self.objects().await?.delete(&place(id.as_str())).await {
                    Ok(()) | Err(object_store::Error::NotFound { .. }) => gone.push(id.clone()),
                    Err(error) => tracing::warn!(%error, "a file that nobody has sent stays"),
                }
            }
            if gone.is_empty() {
                return Ok(count);
            }
            count += gone.len();
            unsent.forget(&gone).await?;
        }
    }

    /// Reads a file, or some of its bytes.
    ///
    /// # Errors
    /// It is not there, or where files lie fails.
    pub async fn read(
        &self,
        id: &MediaId,
        bytes: Option<Range<u64>>,
    ) -> Result<GetResult, MediaError> {
        let options = GetOptions { range: bytes.map(GetRange::Bounded), ..GetOptions::default() };
        Ok(self.objects().await?.get_opts(&place(id.as_str()), options).await?)
    }
}

async fn open(folder: Option<&Path>) -> Result<Arc<dyn ObjectStore>, MediaError> {
    let Some(folder) = folder else { return Ok(Arc::new(InMemory::new())) };
    let unusable =
        |error| object_store::Error::Generic { store: "LocalFileSystem", source: Box::new(error) };
    tokio::fs::create_dir_all(folder).await.map_err(unusable)?;
    Ok(Arc::new(LocalFileSystem::new_with_prefix(folder)?))
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
        let fits = incoming.fits(bytes);
        if let Some(writer) = writer {
            if fits.is_ok() {
                writer.finish().await?;
            } else {
                writer.abort().await?;
            }
        }
        fits?;
        Ok(Kept { id, incoming, bytes })
    }
}
