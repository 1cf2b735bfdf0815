//! Leptos's signals behind one type.
//!
//! Leptos compiles a signal, a memo and everything around them anew for each type of value: two
//! dozen types were an eighth of the messenger. Here the value stands behind a pointer, and one copy
//! of the reactive system serves all. What reads, tracks and tells is Leptos's own, under the same
//! names.

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

use ::leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};
use leptos::prelude as leptos;
use leptos::{Get, GetUntracked, Set, Track};
use send_wrapper::SendWrapper;

/// A closure that gives a value, in a box. The standard library's traits bring two more ways of
/// calling along, which are compiled for every closure and never used.
pub trait Compute<T> {
    /// The value as it is now.
    fn now(&self) -> T;
}

impl<T, F: Fn() -> T> Compute<T> for F {
    fn now(&self) -> T {
        self()
    }
}

/// A closure that does something, in a box; see [`Compute`].
pub trait Act {
    /// Does it.
    fn act(&mut self);
}

impl<F: FnMut()> Act for F {
    fn act(&mut self) {
        self();
    }
}

/// A closure that computes a value from the last one, in a box; see [`Compute`].
trait Recompute {
    fn next(&self, before: Option<&Erased>) -> Erased;
}

impl<F: Fn(Option<&Erased>) -> Erased> Recompute for F {
    fn next(&self, before: Option<&Erased>) -> Erased {
        self(before)
    }
}

/// A value of any type. Widgets live on one thread, which the wrapper vouches for.
#[derive(Clone)]
struct Erased {
    value: SendWrapper<Rc<dyn Any>>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Erased {
    fn new<T: 'static>(value: T) -> Self {
        Self { value: SendWrapper::new(Rc::new(value)), same: |_, _| false }
    }

    fn comparable<T: PartialEq + 'static>(value: T) -> Self {
        let same =
            |one: &dyn Any, two: &dyn Any| match (one.downcast_ref::<T>(), two.downcast_ref()) {
                (Some(one), Some(two)) => one == two,
                _ => false,
            };
        Self { value: SendWrapper::new(Rc::new(value)), same }
    }

    fn of<T: 'static>(&self) -> Option<&T> {
        self.value.downcast_ref()
    }
}

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&**self.value, &**other.value)
    }
}

/// The value that a signal holds.
fn value<T: Clone + 'static>(erased: Option<Erased>) -> T {
    match erased.as_ref().and_then(Erased::of::<T>) {
        Some(value) => value.clone(),
        None => gone(),
    }
}

/// As Leptos does, only in one place: to read what has ended is a mistake in a view.
#[cold]
fn gone() -> ! {
    wasm_bindgen::throw_str("a signal outlived its view")
}

macro_rules! reading {
    ($name:ident) => {
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T: Clone + 'static> $name<T> {
            /// The value; whoever asks is told when it changes.
            pub fn get(self) -> T {
                value(self.0.try_get())
            }

            /// The value, and nothing more.
            pub fn get_untracked(self) -> T {
                value(self.0.try_get_untracked())
            }

            /// The value, whoever asks being told when it changes; `None` after the end of the view
            /// that it belonged to.
            pub fn try_get(self) -> Option<T> {
                self.0.try_get()?.of::<T>().cloned()
            }

            /// The value; `None` after the end of the view that it belonged to.
            pub fn try_get_untracked(self) -> Option<T> {
                self.0.try_get_untracked()?.of::<T>().cloned()
            }
        }

        impl<T: 'static> $name<T> {
            /// A look at the value; whoever looks is told when it changes.
            pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
                match self.0.try_get().as_ref().and_then(Erased::of) {
                    Some(value) => look(value),
                    None => gone(),
                }
            }

            /// A look at the value, and nothing more.
            pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
                match self.0.try_get_untracked().as_ref().and_then(Erased::of) {
                    Some(value) => look(value),
                    None => gone(),
                }
            }

            /// Whoever asks is told when the value changes.
            pub fn track(self) {
                self.0.track();
            }
        }
    };
}

/// A value that can be set. Copied freely; it ends with the owner that made it.
pub struct RwSignal<T>(leptos::RwSignal<Erased>, PhantomData<fn() -> T>);

reading!(RwSignal);

impl<T: 'static> RwSignal<T> {
    /// Holds a value.
    pub fn new(value: T) -> Self {
        Self(leptos::RwSignal::new(Erased::new(value)), PhantomData)
    }

    /// Sets the value and tells everybody. After the end it does nothing.
    pub fn set(self, value: T) {
        let _ = self.0.try_set(Erased::new(value));
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// Changes the value and tells everybody. After the end it does nothing.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(mut value) = self.try_get_untracked() {
            change(&mut value);
            self.set(value);
        }
    }
}

impl<T: Clone + PartialEq + 'static> RwSignal<T> {
    /// Sets the value and tells everybody, unless it is the same.
    pub fn set_if_new(self, value: T) {
        if self.try_get_untracked().is_some_and(|before| before != value) {
            self.set(value);
        }
    }
}

impl<T: Default + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

/// A value that can be set, and lives as long as somebody holds it.
pub struct ArcRwSignal<T>(leptos::ArcRwSignal<Erased>, PhantomData<fn() -> T>);

impl<T> Clone for ArcRwSignal<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T: 'static> ArcRwSignal<T> {
    /// Holds a value.
    pub fn new(value: T) -> Self {
        Self(leptos::ArcRwSignal::new(Erased::new(value)), PhantomData)
    }
}

impl<T: Clone + PartialEq + 'static> ArcRwSignal<T> {
    /// The value; whoever asks is told when it changes.
    pub fn get(&self) -> T {
        value(self.0.try_get())
    }

    /// Sets the value and tells everybody, unless it is the same.
    pub fn set_if_new(&self, new: T) {
        if value::<T>(self.0.try_get_untracked()) != new {
            self.0.set(Erased::new(new));
        }
    }
}

impl<T> From<ArcRwSignal<T>> for RwSignal<T> {
    fn from(signal: ArcRwSignal<T>) -> Self {
        Self(signal.0.into(), PhantomData)
    }
}

/// A value that is computed from others, and tells only when it has become another one.
pub struct Memo<T>(leptos::Memo<Erased>, PhantomData<fn() -> T>);

reading!(Memo);

impl<T: PartialEq + 'static> Memo<T> {
    /// Computes a value; `compute` is given the last one.
    pub fn new(compute: impl Fn(Option<&T>) -> T + 'static) -> Self {
        let next =
            move |before: Option<&Erased>| Erased::comparable(compute(before.and_then(Erased::of)));
        Self(memo(Box::new(next)), PhantomData)
    }
}

fn memo(next: Box<dyn Recompute>) -> leptos::Memo<Erased> {
    let next = SendWrapper::new(next);
    let memo = leptos::ArcMemo::new(move |before| next.next(before));
    leave_at_end(memo.to_any_subscriber());
    memo.into()
}

/// Takes what ends off the lists of those whom its sources tell. Leptos leaves it there, and the list
/// of a signal that outlives many views would grow for as long as the page is open.
#[inline(never)]
pub(crate) fn leave(ending: &AnySubscriber) {
    ending.clear_sources(ending);
}

fn leave_at_end(subscriber: AnySubscriber) {
    leptos::on_cleanup(move || leave(&subscriber));
}

/// A value to read, wherever it comes from.
pub struct Signal<T>(leptos::Signal<Erased>, PhantomData<fn() -> T>);

reading!(Signal);

impl<T: 'static> Signal<T> {
    /// Computes the value each time somebody reads it.
    pub fn derive(compute: impl Fn() -> T + 'static) -> Self {
        Self(derived(Box::new(move || Erased::new(compute()))), PhantomData)
    }

    /// Stays as it is.
    pub fn stored(value: T) -> Self {
        RwSignal::new(value).into()
    }
}

fn derived(compute: Box<dyn Compute<Erased>>) -> leptos::Signal<Erased> {
    let compute = SendWrapper::new(compute);
    leptos::Signal::derive(move || compute.now())
}

impl<T> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self(signal.0.into(), PhantomData)
    }
}

impl<T> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self(memo.0.into(), PhantomData)
    }
}

/// Runs soon, and again whenever something that it read has changed, for as long as its owner lives.
pub fn effect(act: impl FnMut() + 'static) {
    run(Box::new(act));
}

fn run(mut act: Box<dyn Act>) {
    let effect = leptos::Effect::new(move |_| act.act());
    // In the messenger these last as long as what they read.
    if cfg!(feature = "desk") {
        leave_at_end(effect.to_any_subscriber());
    }
}
