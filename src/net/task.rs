//! Work that goes on while nobody waits for it.

use std::future::Future;
use std::pin::Pin;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

/// Starts work. All kinds of it share one copy of what drives a future.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(work));
}

fn spawn_boxed(work: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(work);
}

/// Does something after a while, unless what is returned is dropped before.
pub fn later(millis: u32, act: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(millis, act)
}
