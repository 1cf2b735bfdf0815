//! What is not needed to begin with, and comes while home is looked at: a thread with all that can
//! stand in one.

#[cfg(not(feature = "split"))]
use std::future::{Ready, ready};

use leptos::prelude::*;

use super::thread::customer_thread;
use super::{back_button, close_button};
use crate::dom::{El, el, group};
use crate::reactive::{RwSignal, Signal, effect};
use crate::sync::{Engine, spawn};
use crate::ui::{failed_state, thread_skeleton};

/// The ways into it.
#[derive(Clone, Copy, Debug)]
struct Parts {
    thread: fn(Engine, RwSignal<bool>) -> El,
}

/// It could not be had.
#[derive(Clone, Copy, Debug)]
struct Missing;

#[derive(Clone, Copy, Debug)]
enum Had {
    /// Nobody has asked for it.
    No,
    Coming,
    Missing,
    Here(Parts),
}

/// What comes later, as far as it is here.
#[derive(Clone, Copy)]
pub(super) struct More {
    had: RwSignal<Had>,
    engine: Engine,
    open: RwSignal<bool>,
}

impl More {
    /// Asks for it once the messenger is open.
    pub(super) fn once_open(engine: Engine, open: RwSignal<bool>) -> Self {
        let more = Self { had: RwSignal::new(Had::No), engine, open };
        effect(move || {
            if open.get() {
                more.ask();
            }
        });
        more
    }

    fn ask(self) {
        if matches!(self.had.get_untracked(), Had::Coming | Had::Here(_)) {
            return;
        }
        self.had.set(Had::Coming);
        spawn(async move {
            let had = match parts().await {
                Ok(parts) => Had::Here(parts),
                Err(Missing) => Had::Missing,
            };
            self.had.set(had);
        });
    }

    /// The conversation that is open, or what stands for it until it can be shown.
    pub(super) fn thread(self) -> El {
        let Self { had, engine, open } = self;
        // One is opened from outside, too, and by whoever was quicker than the network.
        if !matches!(had.get_untracked(), Had::Missing) {
            self.ask();
        }
        group().live(move || match had.get() {
            Had::Here(parts) => (parts.thread)(engine, open),
            Had::Missing => {
                let again = Callback::new(move |()| self.ask());
                bar(engine).child(failed_state(Signal::stored(String::new()), again))
            }
            Had::No | Had::Coming => bar(engine).child(thread_skeleton()),
        })
    }
}

/// The ways out.
fn bar(engine: Engine) -> El {
    group().child(
        el("header")
            .class("bar")
            .child(back_button().on_click(move || engine.open(None)))
            .child(el("span").class("bar-title"))
            .child(close_button(engine)),
    )
}

#[cfg(not(feature = "split"))]
fn parts() -> Ready<Result<Parts, Missing>> {
    ready(Ok(all()))
}

#[cfg(feature = "split")]
use split::parts;

fn all() -> Parts {
    #[cfg(not(feature = "desk"))]
    crate::i18n::words_are_here();
    Parts { thread: customer_thread }
}

/// Where a module is divided: what only `parts` leads to is in the other one.
#[cfg(feature = "split")]
mod split {
    #![expect(clippy::unnecessary_wraps, reason = "the macro asks for it: there may be no module")]

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Missing, Parts, all};

    impl From<SplitLoaderError> for Missing {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split(more, fallible)]
    pub(super) fn parts() -> Result<Parts, Missing> {
        Ok(all())
    }
}
