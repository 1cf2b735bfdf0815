//! The live stream over `fetch`: `EventSource` cannot carry a bearer token, and a token never goes
//! into an address.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_timers::future::TimeoutFuture;
use inbox_dialects::live::{LiveEvent, SseParser};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader};

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
        mut tell: impl FnMut(Pulse) + 'static,
    ) -> Pin<Box<dyn Future<Output = ()>>> {
        let state = Rc::clone(&self.state);
        Box::pin(async move {
            let mut last_id = None;
            let mut backoff = FIRST_BACKOFF_MS;
            while !state.closed.get() {
                let nudges = state.nudges.get();
                let was_up = read(&state, &transport, &mut last_id, &mut tell).await;
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
        self.state.nudges.set(self.state.nudges.get().wrapping_add(1));
        if let Some(abort) = self.state.abort.take() {
            abort.abort();
        }
        if let Some(waker) = self.state.waiting.take() {
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
    tell: &mut impl FnMut(Pulse),
) -> Option<bool> {
    let Ok(abort) = AbortController::new() else { return Some(false) };
    state.abort.replace(Some(abort.clone()));
    let mut headers = vec![("Accept", "text/event-stream")];
    if let Some(id) = last_id.as_deref() {
        headers.push(("Last-Event-ID", id));
    }
    let response = or_silence(transport.open("/live", &headers, &abort)).await;
    let Some(Ok(response)) = response else {
        abort.abort();
        return Some(false);
    };
    if matches!(response.status(), 401 | 403) {
        return None;
    }
    let Some(body) = response.body().filter(|_| response.ok()) else { return Some(false) };
    let Ok(reader) = body.get_reader().dyn_into::<ReadableStreamDefaultReader>() else {
        return Some(false);
    };
    tell(Pulse::Up { resumed: last_id.is_some() });
    let mut parser = SseParser::default();
    while let Some(Some(bytes)) = or_silence(next(&reader)).await {
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
async fn next(reader: &ReadableStreamDefaultReader) -> Option<Vec<u8>> {
    let chunk = JsFuture::from(reader.read()).await.ok()?;
    let value = Reflect::get(&chunk, &JsValue::from_str("value")).ok()?;
    value.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

/// The outcome of a future, or `None` if it takes longer than a live connection may be silent.
async fn or_silence<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut timeout = pin!(TimeoutFuture::new(SILENCE_MS));
    std::future::poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => timeout.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// Waits, unless a nudge came since `nudges` was read, or comes meanwhile.
async fn wait(state: &State, nudges: u32, millis: u32) {
    let mut timer = pin!(TimeoutFuture::new(millis));
    std::future::poll_fn(|context| {
        if state.nudges.get() != nudges {
            return Poll::Ready(());
        }
        state.waiting.replace(Some(context.waker().clone()));
        timer.as_mut().poll(context)
    })
    .await;
}

/// Half to all of it, so that a thousand clients do not come back in the same instant.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to millis")]
fn jittered(millis: u32) -> u32 {
    let half = millis / 2;
    half + (f64::from(half) * js_sys::Math::random()) as u32
}
