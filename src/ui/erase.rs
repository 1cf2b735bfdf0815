//! Dynamic pieces of a view behind one type.
//!
//! Every closure in a `view!` is a type of its own, and Leptos compiles its machinery anew for each:
//! about three kilobytes a piece. Behind a box they share one copy.

use leptos::prelude::*;

/// A piece of view that is built again whenever what it reads changes.
pub fn dynamic(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    erased(Box::new(view))
}

fn erased(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}

/// A piece of view that is there while a condition holds; it is built again only when that turns.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    choose(condition, view, || ().into_any())
}

/// One of two pieces of view, as a condition has it; built again only when that turns.
pub fn choose(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    yes: impl Fn() -> AnyView + Send + Sync + 'static,
    no: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let condition = settled(Box::new(condition));
    dynamic(move || if condition.get() { yes() } else { no() })
}

/// A condition that tells only when it turns.
pub fn settled(condition: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| condition())
}

/// A value that is computed when it is read, for an attribute or a text.
pub fn derived<T: Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<T> {
    Signal::derive(value)
}

/// Looks at a value. In place of a signal's `with`, which is compiled anew for every closure that
/// it is given, where the value is cheap to copy: `see(signal.get(), |value| …)`.
#[inline]
pub fn see<T, R>(value: T, look: impl FnOnce(&T) -> R) -> R {
    look(&value)
}
