//! Messages that leave the house: from the queue to the services that carry them.
//!
//! What is to be sent is queued in the transaction that says it ([`crate::store::Waiting`]). A worker
//! takes it from there, one message at a time and in order within a conversation, hands it to the
//! [`Carrier`] of its channel, and writes down what became of it with `Command::SetDelivery`. Nothing
//! waits for a carrier that there is not: such a message fails, and says why.
//!
//! A message is handed on at least once. After a crash between handing it on and writing that down
//! it is handed on again, under the same [`Letter::id`]: the folders then have the same file once
//! more in its place, so they have it exactly once; a mail server gets the same `Message-ID`, by
//! which programs recognise the second copy.

mod carrier;
mod letter;
mod mail;
mod message;
mod worker;

pub use carrier::{Carried, Carrier, CarryError, Carrying};
pub use letter::Letter;
pub use mail::{MailError, MailFolder, MailHeader, Smtp};
pub use message::MessageFolder;
pub use worker::{ATTEMPTS, Worker, retry_after, start};

use std::path::Path;

/// Writes a file as a whole or not at all: a reader of the folder never sees half of one.
async fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    tokio::fs::create_dir_all(folder).await?;
    // Hidden, and of this name alone: the same message is never written twice at a time.
    let draft = folder.join(format!(".{name}.part"));
    tokio::fs::write(&draft, bytes).await?;
    tokio::fs::rename(&draft, folder.join(name)).await
}
