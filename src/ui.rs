//! Parts that both surfaces share. They take values and callbacks; none of them fetches anything
//! or knows where what it shows comes from.

mod announcer;
mod avatar;
mod bubble;
#[cfg(feature = "desk")]
mod call;
#[cfg(feature = "desk")]
mod company_line;
mod composer;
mod contents;
mod event_line;
mod icon;
mod link;
mod markdown;
#[cfg(feature = "desk")]
mod menu;
mod message;
mod moment;
mod names;
mod notices;
mod see;
mod thread;
mod typing;

pub use announcer::announcer;
pub use avatar::{avatar, avatar_stack};
pub use composer::{Composing, composer};
#[cfg(feature = "desk")]
pub use icon::icon_of;
pub use icon::{Glyph, icon};
#[cfg(feature = "desk")]
pub use menu::{MenuItem, menu};
pub use message::MessageActions;
pub use moment::{Clock, ago, provide_clock};
pub use names::{display_name, preview_line};
#[cfg(feature = "desk")]
pub use notices::empty_state;
pub use notices::{banner, failed_state, row_skeleton, thread_skeleton};
pub use see::see;
pub use thread::{ThreadPlace, thread_view};
pub use typing::typing;
