//! The wire: requests over `fetch`, and the live stream.
//!
//! Knows addresses, credentials and bytes; nothing of conversations beyond the dialect it was
//! given to speak.

mod live;
mod task;
mod transport;

pub use live::{LiveStream, Pulse};
pub use task::{later, spawn};
pub use transport::{NetError, Transport};

use std::rc::Rc;

use inbox_dialects::Dialect;
#[cfg(feature = "featurebase")]
use inbox_dialects::featurebase::Featurebase;

/// The dialect of this name with the path under which the server mounts it; `None` if there is no
/// such dialect.
pub fn dialect(name: &str) -> Option<(Rc<dyn Dialect>, &'static str)> {
    match name {
        #[cfg(feature = "featurebase")]
        "" | "featurebase" => Some((Rc::new(Featurebase::new()), "/featurebase")),
        _ => None,
    }
}
