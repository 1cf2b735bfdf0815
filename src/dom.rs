//! Elements, put together piece by piece.
//!
//! Leptos compiles its machinery anew for every shape of view, every attribute's type and every
//! closure: two thirds of the messenger's interface were such copies. Here an element is made at
//! once, what is fixed is set once, and what follows signals is a boxed closure in one kind of
//! effect, so that all views share one copy of the code. Signals, effects, owners and mounting are
//! Leptos's own, and an [`El`] can stand wherever Leptos takes a view.
//!
//! Nothing here takes HTML as a string.

mod each;
mod el;
#[cfg(feature = "desk")]
mod frames;
mod in_sight;
mod live;
#[cfg(feature = "desk")]
mod pause;
mod resize;
mod view;
mod words;

pub use el::{El, Spot, el, group, plain, svg};
#[cfg(feature = "desk")]
pub use frames::after_paint;
pub use in_sight::in_sight;
#[cfg(feature = "desk")]
pub use pause::Pause;
pub use resize::on_resize;
pub use words::{Said, Words};
