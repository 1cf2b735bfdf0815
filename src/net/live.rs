//! The live stream over `fetch`: `EventSource` cannot carry a bearer token, and a token never goes
//! into an address.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_timers::callback::Timeout;
use inbox_dialects::live::{LiveEvent, SseParser};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader};

use super::task::later;
use super::transport::Transport;

/// What a stream tells its owner.
#[derive(Clone, Debug, PartialEq)]
pub enum Pulse {
    /// It is open; `resumed` where it goes on from the last event that was seen.
    Up {
        /// Nothing was missed.
        resumed: bool,
    },
    /// An event.
    Event(LiveEvent),
    /// It broke; another attempt follows by itself.
    Down,
    /// The server does not accept the token; no other attempt follows.
    Unauthenticated,
}

/// The server sends at least a comment every 15 seconds; a connection that is silent for longer
/// than this is dead, whatever the browser believes.
const SILENCE_MS: u32 = 40_000;
const FIRST_BACKOFF_MS: u32 = 500;
const LONGEST_BACKOFF_MS: u32 = 20_000;

/// A stream that reopens itself until it is dropped; [`LiveStream::run`] drives it.
#[derive(Default)]
pub struct LiveStream {
    state: Rc<State>,
}

#[derive(Default)]
struct State {
    closed: Cell<bool>,
    /// Counts up whenever a wait should end early.
    nudges: Cell<u32>,
    waiting: RefCell<Option<Waker>>,
    abort: RefCell<Option<AbortController>>,
}

impl LiveStream {
    /// Reads the stream until the [`LiveStream`] is dropped or the token is refused.
    pub fn run(
        &self,
        transport: Rc<Transport>,
        tell: Box<dyn Fn(Pulse)>,
    ) -> Pin<Box<dyn Future<Output = ()>>> {
        let state = Rc::clone(&self.state);
        Box::pin(async move {
            let mut last_id = None;
            let mut backoff = FIRST_BACKOFF_MS;
            while !state.closed.get() {
                let nudges = state.nudges.get();
                let was_up = read(&state, &transport, &mut last_id, &tell).await;
                match was_up {
                    Some(true) => backoff = FIRST_BACKOFF_MS,
                    Some(false) => backoff = (backoff * 2).min(LONGEST_BACKOFF_MS),
                    None => return tell(Pulse::Unauthenticated),
                }
                if state.closed.get() {
                    return;
                }
                tell(Pulse::Down);
                wait(&state, nudges, jittered(backoff)).await;
            }
        })
    }

    /// Reconnects at once: the network is back, or the page was asleep and the old connection is
    /// not to be trusted.
    pub fn reconnect(&self) {
        self.state.nudge();
    }
}

impl State {
    /// Ends the connection or the wait for the next one.
    fn nudge(&self) {
        self.nudges.set(self.nudges.get().wrapping_add(1));
        if let Some(abort) = self.abort.take() {
            abort.abort();
        }
        if let Some(waker) = self.waiting.take() {
            waker.wake();
        }
    }
}

impl Drop for LiveStream {
    fn drop(&mut self) {
        self.state.closed.set(true);
        self.reconnect();
    }
}

/// One connection from start to end: whether it ever was up, or `None` if the token is refused.
async fn read(
    state: &State,
    transport: &Transport,
    last_id: &mut Option<String>,
    tell: &dyn Fn(Pulse),
) -> Option<bool> {
    let Ok(abort) = AbortController::new() else { return Some(false) };
    state.abort.replace(Some(abort.clone()));
    let mut headers = vec![("Accept", "text/event-stream")];
    if let Some(id) = last_id.as_deref() {
        headers.push(("Last-Event-ID", id));
    }
    let limit = silence(&abort);
    let response = transport.open("/live", &headers, &abort).await;
    drop(limit);
    let Ok(response) = response else { return Some(false) };
    if matches!(response.status(), 401 | 403) {
        return None;
    }
    let Some(body) = response.body().filter(|_| response.ok()) else { return Some(false) };
    // Of the two kinds of reader this is the one that is had without asking for the other.
    let reader = body.get_reader().unchecked_into::<ReadableStreamDefaultReader>();
    tell(Pulse::Up { resumed: last_id.is_some() });
    let mut parser = SseParser::default();
    while let Some(bytes) = next(&reader, &abort).await {
        if state.closed.get() {
            break;
        }
        for event in parser.push(&bytes) {
            if event.id.is_some() {
                last_id.clone_from(&event.id);
            }
            if let Some(event) = LiveEvent::decode(&event) {
                tell(Pulse::Event(event));
            }
        }
    }
    abort.abort();
    Some(true)
}

/// The next bytes; `None` at the end.
async fn next(reader: &ReadableStreamDefaultReader, abort: &AbortController) -> Option<Vec<u8>> {
    let limit = silence(abort);
    let chunk = JsFuture::from(reader.read()).await.ok()?;
    drop(limit);
    let value = Reflect::get(&chunk, &JsValue::from_str("value")).ok()?;
    value.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

/// Ends a connection that is silent for too long, unless what is returned is dropped before: all
/// that waits for it then fails.
fn silence(abort: &AbortController) -> Timeout {
    let abort = abort.clone();
    later(SILENCE_MS, Box::new(move || abort.abort()))
}

/// Waits, unless a nudge came since `nudges` was read, or comes meanwhile.
async fn wait(state: &Rc<State>, nudges: u32, millis: u32) {
    let nudged = Rc::clone(state);
    let timer = later(millis, Box::new(move || nudged.nudge()));
    std::future::poll_fn(|context| {
        if state.nudges.get() != nudges {
            return Poll::Ready(());
        }
        state.waiting.replace(Some(context.waker().clone()));
        Poll::Pending
    })
    .await;
    drop(timer);
}

/// Half to all of it, so that a thousand clients do not come back in the same instant.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to millis")]
fn jittered(millis: u32) -> u32 {
    let half = millis / 2;
    half + (f64::from(half) * js_sys::Math::random()) as u32
}
