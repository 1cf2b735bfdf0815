//! Whether what somebody gives can be taken: one function for each kind of input.
//!
//! Every rule answers in the same way: with all [`Problem`]s at once, never the first only, so that a
//! form can mark every field that needs a second look. A problem says where (a path such as
//! `contents[2].caption`), what (a stable code), and with which numbers. Where something is read or
//! put into one form, the answer is that or the problems. No rule panics, whatever it is given.
//!
//! | rule | of |
//! |---|---|
//! | [`draft`](crate::draft) | a message anywhere: it says something, and is not too long |
//! | [`message`] | a message by a channel, with captions, files and subject; [`Limits`] has the numbers |
//! | [`sms`] | how many short messages a text takes |
//! | [`files`] | a file's type, size and name |
//! | [`email`], [`phone`], [`url`] | addresses |
//! | [`recipients`] | to whom the company writes first |
//! | [`line`](mod@line) | titles, subjects, tags, names |
//! | [`attributes`] | fields of the company's own |
//! | [`form`] | what a customer fills in |
//! | [`rating`] | a score and a remark |
//! | [`snooze`], [`assignment`] | until when, and to whom |
//!
//! Numbers come from the vendors where they give one, from the specifications where there are any, and
//! are our choice where there is neither; each module says which.

pub mod assignment;
pub mod attributes;
pub mod email;
pub mod files;
pub mod form;
pub(crate) mod letters;
#[cfg(feature = "company")]
mod limits;
pub mod line;
#[cfg(feature = "company")]
pub mod message;
pub mod phone;
pub(crate) mod problem;
pub mod rating;
pub mod recipients;
#[cfg(feature = "company")]
pub mod sms;
pub mod snooze;
pub(crate) mod unit;
pub mod url;

#[cfg(feature = "company")]
pub use limits::{FILE_BYTES, LimitChanges, Limits, SEGMENTS, text_limit, upload};
pub use problem::{Fault, Problem};
pub use unit::{TextLimit, Unit};
