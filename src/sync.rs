//! The widget's copy of the conversations, kept true: the engine that carries out what the model's
//! reducer asks for, the reactive store that views read, and what is kept on the device.
//!
//! Views read [`Store`] and call [`Engine`]. Nobody else talks to the network.

#[cfg(feature = "desk")]
mod attribute;
mod by_key;
mod clock;
mod drafts;
mod engine;
mod identity;
#[cfg(feature = "desk")]
mod listing;
mod lists;
mod rows;
mod storage;
mod store;

#[cfg(feature = "desk")]
pub use crate::net::Upload;
pub use crate::net::spawn;
#[cfg(feature = "desk")]
pub use attribute::Attribute;
pub use clock::{minutes_ahead_of_utc, new_command_id, now};
#[cfg(feature = "desk")]
pub use drafts::SeenBy;
pub use drafts::{DraftMode, Drafts};
pub use engine::{Engine, Setup, Surface};
#[cfg(feature = "desk")]
pub use engine::{HeldReply, StoppedReply};
#[cfg(feature = "desk")]
pub use engine::{SORTED, Uploaded};
#[cfg(feature = "desk")]
pub use listing::Listing;
pub use lists::ListFilter;
pub use rows::Rows;
pub use storage::{keep_at_once, kept_at_once};
pub use store::{Arrival, Loading, Store, Thread};
