//! The model's own JSON form, read and written without derived code.
//!
//! It is the form that serde derives for the model's types, member for member: the server writes
//! it with the derives, and a test holds the two together. The client goes by hand, because the
//! derives of these few types are a quarter of its code: whatever is told apart by a tag is
//! buffered in a form of serde's own, once for each type.
//!
//! Reading is tolerant, as everywhere here: an unknown member is passed over, and an optional one of
//! another type counts as absent. A value is `None` where what it cannot exist without is missing
//! or of a kind that this version does not know. So is a message with such a content in it: the
//! rest of it would say something else than what was meant.

mod body;
mod command;
mod content;
mod conversation;
mod csat;
mod entry;
mod event;
#[cfg(feature = "company")]
mod handling;
mod list;
#[cfg(feature = "company")]
mod part;
mod participant;
mod session;
mod words;

#[cfg(feature = "company")]
pub use body::write_delivery;
pub use body::{read_body, read_delivery};
pub use command::{read_command, read_readers, write_command, write_readers};
#[cfg(feature = "company")]
pub use command::{read_envelope, write_envelope};
#[cfg(feature = "company")]
pub(crate) use content::read_media;
pub use content::{read_content, read_contents, write_content, write_contents};
pub use conversation::{
    read_preview, read_receipts, read_tag, read_tag_applications, read_tags, write_tag,
};
pub use csat::read_csat;
pub use entry::{read_entry, write_entry};
pub use event::read_event;
#[cfg(feature = "company")]
pub use handling::{read_handling, read_tracking};
#[cfg(feature = "company")]
pub use part::read_part;
pub use participant::{read_participant, read_participants, write_participant};
pub use session::{read_presence, read_session};
pub use words::{
    read_channel, read_kind, read_priority, read_state, write_channel, write_kind, write_priority,
    write_state,
};
