//! The wire: requests over `fetch`, and the live stream.
//!
//! Knows addresses, credentials and bytes; nothing of conversations beyond the dialect it was
//! given to speak.

mod clock;
mod live;
mod task;
mod transport;
#[cfg(feature = "desk")]
mod upload;

pub use clock::now;
pub use live::{LiveStream, Pulse};
pub use task::{later, spawn};
pub use transport::{NetError, Transport};
#[cfg(feature = "desk")]
pub use upload::{Sent, Upload};

use std::rc::Rc;

use inbox_dialects::Dialect;
#[cfg(feature = "crm")]
use inbox_dialects::crm::Crm;
#[cfg(feature = "featurebase")]
use inbox_dialects::featurebase::Featurebase;
#[cfg(feature = "intercom")]
use inbox_dialects::intercom::Intercom;
#[cfg(feature = "stack-auth")]
use inbox_dialects::stack_auth::StackAuth;
#[cfg(feature = "voicebot")]
use inbox_dialects::voicebot::Voicebot;

/// The dialect of this name with the path under which the server mounts it; `None` if there is no
/// such dialect, or if this widget was built without it.
pub fn dialect(name: &str) -> Option<(Rc<dyn Dialect>, &'static str)> {
    Some(match name {
        #[cfg(feature = "featurebase")]
        "" | "featurebase" => (Rc::new(Featurebase::new()), "/featurebase"),
        #[cfg(feature = "intercom")]
        "intercom" => (Rc::new(Intercom::new()), "/intercom"),
        #[cfg(feature = "stack-auth")]
        "stack-auth" => (Rc::new(StackAuth::default()), "/stack-auth/api/v1"),
        #[cfg(feature = "crm")]
        "crm" => (Rc::new(Crm::new()), "/crm/api/v1"),
        #[cfg(feature = "voicebot")]
        "voicebot" => (Rc::new(Voicebot::new()), "/voicebot/third-party/v1"),
        _ => return None,
    })
}
