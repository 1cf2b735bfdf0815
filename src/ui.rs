//! Parts that both surfaces share. They take values and callbacks; none of them fetches anything
//! or knows where what it shows comes from.

mod announcer;
mod avatar;
mod bubble;
mod composer;
mod contents;
mod erase;
mod event_line;
mod icon;
mod link;
mod markdown;
mod menu;
mod message;
mod moment;
mod names;
mod notices;
mod thread;
mod typing;

pub use announcer::Announcer;
pub use avatar::{Avatar, AvatarStack};
pub use composer::{Composer, Placeholder};
pub use erase::{choose, derived, dynamic, see, when};
pub use icon::{Glyph, Icon};
pub use menu::{Menu, MenuItem};
pub use message::MessageActions;
pub use moment::{Ago, Clock, provide_clock};
pub use names::{display_name, preview_line};
pub use notices::{Banner, EmptyState, FailedState, RowSkeleton, ThreadSkeleton};
pub use thread::{ThreadPlace, ThreadView};
pub use typing::Typing;
