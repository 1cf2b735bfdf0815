//! Requests over `fetch`.

#[cfg(feature = "desk")]
use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;

use inbox_dialects::{Dialect, Method, Request, Response};
#[cfg(feature = "desk")]
use inbox_model::Timestamp;
#[cfg(feature = "desk")]
use inbox_model::clock::ServerClock;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortController;

#[cfg(feature = "desk")]
use super::clock::{date_of, now};
use super::task::later;

/// No answer came. Whether the request had an effect is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetError;

/// Sends requests to one server on behalf of one person.
pub struct Transport {
    base: String,
    dialect: Rc<dyn Dialect>,
    token: RefCell<String>,
    organisation: String,
    #[cfg(feature = "desk")]
    clock: Cell<ServerClock>,
    /// Told when the device's clock is set right by another amount than before.
    #[cfg(feature = "desk")]
    on_clock: Box<dyn Fn()>,
}

/// After this long without an answer a request is given up; it will be tried again.
const TIMEOUT_MS: u32 = 30_000;

impl Transport {
    /// `base` is the address below which the server speaks the dialect, without a slash at the end
    /// and without a host where that is the page's own. `organisation` is the id of the one that is
    /// meant; without it, it is the server's first, or the one that the agent has joined first.
    /// `on_clock` is told when [`server_now`](Self::server_now) has jumped.
    pub fn new(
        base: String,
        dialect: Rc<dyn Dialect>,
        token: &str,
        organisation: String,
        #[cfg(feature = "desk")] on_clock: Box<dyn Fn()>,
    ) -> Self {
        Self {
            base,
            dialect,
            token: RefCell::new(token.to_owned()),
            organisation,
            #[cfg(feature = "desk")]
            clock: Cell::new(ServerClock::new()),
            #[cfg(feature = "desk")]
            on_clock,
        }
    }

    /// The present instant by the server's clock, as far as its answers have told that.
    #[cfg(feature = "desk")]
    pub fn server_now(&self) -> Timestamp {
        self.clock.get().server_now(now())
    }

    /// Takes in when an answer was made.
    #[cfg(feature = "desk")]
    fn set_clock(&self, answer: &gloo_net::http::Response, sent: Timestamp) {
        let received = now();
        if let Some(date) = date_of(answer, received) {
            let mut clock = self.clock.get();
            let before = clock.correction_at(received);
            clock.observe(date, sent, received);
            self.clock.set(clock);
            if clock.correction_at(received) != before {
                (self.on_clock)();
            }
        }
    }

    /// Below which address it asks.
    #[cfg(feature = "desk")]
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// The headers that say who asks.
    #[cfg(feature = "desk")]
    pub(super) fn credentials(&self) -> Vec<(&'static str, String)> {
        let token = self.token.borrow();
        let mut headers = Vec::new();
        if !token.is_empty() {
            headers.push(self.dialect.authorization(&token));
        }
        if !self.organisation.is_empty() {
            headers.push(("X-Org-Id", self.organisation.clone()));
        }
        headers
    }

    /// Uses another token from now on. `false` if it is the one that is in use.
    pub fn set_token(&self, token: &str) -> bool {
        let before = self.token.replace(token.to_owned());
        before != token
    }

    /// Looks at the token.
    pub fn with_token<T>(&self, look: impl FnOnce(&str) -> T) -> T {
        look(&self.token.borrow())
    }

    /// Whether there is a token at all.
    pub fn has_token(&self) -> bool {
        !self.token.borrow().is_empty()
    }

    /// Opens the stream behind a path; the body is for the caller to read.
    pub(super) async fn open(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        abort: &AbortController,
    ) -> Result<gloo_net::http::Response, NetError> {
        let asked = self.asked(path, headers, Method::Get, None, abort)?;
        #[cfg(feature = "desk")]
        let sent = now();
        let answer = asked.send().await.map_err(|_| NetError)?;
        #[cfg(feature = "desk")]
        self.set_clock(&answer, sent);
        Ok(answer)
    }

    /// Sends a request: the dialect's, or one of the server's own beside it.
    ///
    /// # Errors
    /// [`NetError`] where no answer came.
    pub async fn send(&self, request: &Request) -> Result<Response, NetError> {
        let abort = AbortController::new().map_err(|_| NetError)?;
        let mut headers = Vec::new();
        for (name, value) in &request.headers {
            headers.push((*name, value.as_str()));
        }
        if request.body.is_some() {
            headers.push(("Content-Type", "application/json"));
        }
        let body = request.body.as_deref();
        let asked = self.asked(&request.path, &headers, request.method, body, &abort)?;
        let limit = later(TIMEOUT_MS, Box::new(move || abort.abort()));
        #[cfg(feature = "desk")]
        let sent = now();
        let answer = asked.send().await.map_err(|_| NetError)?;
        #[cfg(feature = "desk")]
        self.set_clock(&answer, sent);
        let status = answer.status();
        let body = answer.text().await.map_err(|_| NetError)?;
        drop(limit);
        Ok(Response { status, body })
    }

    /// What is to be fetched. The library's own builder takes every address apart for a query that
    /// is in it already; this is the form in which the browser takes it.
    fn asked(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        method: Method,
        body: Option<&str>,
        abort: &AbortController,
    ) -> Result<gloo_net::http::Request, NetError> {
        let url = [&self.base, path].concat();
        let fields = Object::new();
        for (name, value) in headers {
            put(&fields, name, &JsValue::from_str(value));
        }
        let token = self.token.borrow();
        if !token.is_empty() {
            let (name, value) = self.dialect.authorization(&token);
            put(&fields, name, &JsValue::from_str(&value));
        }
        if !self.organisation.is_empty() {
            put(&fields, "X-Org-Id", &JsValue::from_str(&self.organisation));
        }
        // Of no prototype: what a page has put into those of all objects is no option of ours.
        let init = Object::create(JsValue::NULL.unchecked_ref());
        put(&init, "method", &JsValue::from_str(method.as_str()));
        put(&init, "headers", &fields);
        put(&init, "cache", &JsValue::from_str("no-store"));
        put(&init, "signal", &abort.signal());
        if let Some(body) = body {
            put(&init, "body", &JsValue::from_str(body));
        }
        web_sys::Request::new_with_str_and_init(&url, init.unchecked_ref())
            .map(Into::into)
            .map_err(|_| NetError)
    }
}

fn put(object: &Object, name: &str, value: &JsValue) {
    // Setting a plain property of a fresh object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
