//! Conversation APIs as codecs.
//!
//! A dialect turns queries and commands into a [`Request`] and a [`Response`] into values of the
//! model; on the server it does the reverse. It never performs I/O and knows no clock, so the same
//! code runs in the browser, on the server and in a test.
//!
//! Vendors add fields and enum values without notice. What is unknown is kept or shown as a
//! neutral event, and never an error; only what a value cannot exist without is one.
//!
//! The feature `company` (on unless switched off) has what only the company's people do and are
//! told. Without it their commands cannot be written or read, lists cannot be narrowed down, and
//! nothing but text can be said: `Unsupported`, or nothing at all where there is no error to give.
//! Tags, priorities, teams, presence, attributes, the state of a bot, and of ratings whatever is not
//! the customer's own are passed over, and events that customers do not see are neutral ones. The
//! messenger is built like that.
//!
//! The feature `server` (on unless switched off) has the server's side of every dialect.

#[cfg(feature = "server")]
mod audience;
#[cfg(feature = "company")]
pub mod canned;
mod capabilities;
#[cfg_attr(
    not(feature = "server"),
    allow(dead_code, reason = "the server says more than clients do")
)]
mod contents;
#[cfg(feature = "crm")]
pub mod crm;
mod dialect;
#[cfg(feature = "company")]
pub mod earlier;
mod error;
mod extension;
#[cfg(feature = "featurebase")]
pub mod featurebase;
#[cfg_attr(
    not(feature = "server"),
    allow(dead_code, reason = "not every dialect has messages in HTML")
)]
mod html;
mod http;
#[cfg(feature = "server")]
pub mod ids;
#[cfg(feature = "intercom")]
pub mod intercom;
pub mod json;
pub mod live;
#[cfg(feature = "company")]
mod own;
pub mod portable;
mod rating;
#[cfg(feature = "company")]
pub mod saved;
#[cfg(feature = "server")]
mod sentence;
pub mod session;
#[cfg(feature = "stack-auth")]
pub mod stack_auth;
#[cfg(feature = "server")]
mod told;
#[cfg(feature = "company")]
mod upload;
mod url;
#[cfg(feature = "voicebot")]
pub mod voicebot;

#[cfg(feature = "server")]
pub use audience::Audience;
pub use capabilities::Capabilities;
pub use dialect::{Dialect, ListQuery, Outcome, Page, Who};
#[cfg(feature = "company")]
pub use dialect::{SavedViews, UPLOAD_FIELD, ViewCounts};
pub use error::DialectError;
pub use http::{Method, Request, Response};
#[cfg(feature = "server")]
pub use told::Told;
