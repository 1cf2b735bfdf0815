//! What carries messages of one channel.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use inbox_model::Channel;
use thiserror::Error;

use super::letter::Letter;

/// A service that carries messages of one channel. Another channel is another of these, given to
/// [`super::start`].
pub trait Carrier: Debug + Send + Sync {
    /// The channel.
    fn channel(&self) -> Channel;

    /// Hands a message on. It may be handed on again under the same [`Letter::id`]; a service that
    /// can recognise that should.
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carrying<'a>;
}

/// Handing a message on, as it goes on.
pub type Carrying<'a> = Pin<Box<dyn Future<Output = Result<Carried, CarryError>> + Send + 'a>>;

/// A message was handed on. That it arrives is told later, by whoever hears of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// What the service said, for the company's people.
    pub info: Option<String>,
}

/// A message was not handed on.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CarryError {
    /// It never will be.
    #[error("{code}: {info}")]
    Refused {
        /// Stable code of the reason, in `snake_case`: `no_address`, `bad_address`, `rejected` …
        code: &'static str,
        /// What the service said.
        info: String,
    },
    /// It may be, later.
    #[error("{0}")]
    Later(String),
}

impl CarryError {
    /// Nobody knows where to send it.
    pub fn no_address(what: &str) -> Self {
        Self::Refused { code: "no_address", info: format!("The contact has no {what}.") }
    }
}
