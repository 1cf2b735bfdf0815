//! Parts that both surfaces share. They take values and callbacks; none of them fetches anything
//! or knows where what it shows comes from.

#[cfg(feature = "desk")]
mod alarm;
mod announcer;
mod avatar;
#[cfg(feature = "desk")]
mod beginning;
mod bubble;
#[cfg(feature = "desk")]
mod call;
mod cards;
#[cfg(feature = "desk")]
mod company;
#[cfg(feature = "desk")]
mod company_line;
mod composer;
mod contents;
mod dialog;
#[cfg(feature = "desk")]
mod drafts;
#[cfg(feature = "desk")]
mod emoji;
mod event_line;
#[cfg(feature = "desk")]
mod events;
#[cfg(feature = "desk")]
mod heights;
mod icon;
#[cfg(feature = "desk")]
mod jump;
#[cfg(feature = "desk")]
mod jumps;
mod lightbox;
mod link;
#[cfg(feature = "desk")]
mod long_thread;
mod markdown;
#[cfg(feature = "desk")]
mod marks;
#[cfg(feature = "desk")]
mod menu;
mod message;
mod moment;
mod names;
mod notices;
#[cfg(feature = "desk")]
mod quote;
#[cfg(feature = "desk")]
mod reactions;
#[cfg(feature = "desk")]
mod reader;
#[cfg(feature = "desk")]
mod refusals;
mod see;
mod thread;
#[cfg(feature = "desk")]
mod tools;
#[cfg(feature = "desk")]
mod tracked;
mod typing;
#[cfg(feature = "desk")]
mod windowed;

pub use announcer::announcer;
pub use avatar::{avatar, avatar_stack};
#[cfg(feature = "desk")]
pub use company::{CompanySide, DraftAct};
pub use composer::{Composing, composer};
#[cfg(feature = "desk")]
pub use composer::{Offer, Tools};
#[cfg(feature = "desk")]
pub use dialog::{dialog, dialog_head, work};
#[cfg(feature = "desk")]
pub use emoji::{USUAL as USUAL_EMOJI, step as step_in_grid};
#[cfg(feature = "desk")]
pub use icon::icon_of;
pub use icon::{Glyph, icon};
pub use lightbox::{Picture, Viewing, lightbox};
#[cfg(feature = "desk")]
pub use link::outward_link;
#[cfg(feature = "desk")]
pub use long_thread::long_thread;
#[cfg(feature = "desk")]
pub use markdown::{Teammates, markdown_now};
#[cfg(feature = "desk")]
pub use menu::{MenuItem, menu};
pub use message::MessageActions;
#[cfg(feature = "desk")]
pub use moment::ago_of;
pub use moment::{Clock, ago, provide_clock};
pub use names::{display_name, preview_line};
#[cfg(feature = "desk")]
pub use notices::empty_state;
pub use notices::{banner, failed_state, row_skeleton, thread_skeleton};
#[cfg(feature = "desk")]
pub use quote::part_words;
#[cfg(feature = "desk")]
pub use refusals::refusal;
pub use see::see;
pub use thread::{ThreadPlace, thread_view};
#[cfg(feature = "desk")]
pub use tracked::channel_word;
pub use typing::typing;
