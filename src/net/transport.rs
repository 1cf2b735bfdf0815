//! Requests over `fetch`.

use std::cell::RefCell;

use gloo_net::http::{Method as FetchMethod, RequestBuilder};
use gloo_timers::future::TimeoutFuture;
use inbox_dialects::{Method, Request, Response};
use web_sys::AbortController;

use super::task::spawn;

/// No answer came. Whether the request had an effect is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetError;

/// Sends requests to one server on behalf of one person.
pub struct Transport {
    endpoint: String,
    mount: &'static str,
    token: RefCell<String>,
}

/// After this long without an answer a request is given up; it will be tried again.
const TIMEOUT_MS: u32 = 30_000;

impl Transport {
    /// `endpoint` is the server's base address (empty: the page's own), `mount` the path under
    /// which it serves the dialect.
    pub fn new(endpoint: &str, mount: &'static str, token: &str) -> Self {
        Self {
            endpoint: endpoint.trim_end_matches('/').to_owned(),
            mount,
            token: RefCell::new(token.to_owned()),
        }
    }

    /// Uses another token from now on. `false` if it is the one that is in use.
    pub fn set_token(&self, token: &str) -> bool {
        let before = self.token.replace(token.to_owned());
        before != token
    }

    /// Whether there is a token at all.
    pub fn has_token(&self) -> bool {
        !self.token.borrow().is_empty()
    }

    /// Sends a request of the dialect.
    ///
    /// # Errors
    /// [`NetError`] where no answer came.
    pub async fn send(&self, request: &Request) -> Result<Response, NetError> {
        let url = format!("{}{}{}", self.endpoint, self.mount, request.path);
        self.fetch(&url, request).await
    }

    /// Sends a request to the server itself, beside the dialect.
    ///
    /// # Errors
    /// [`NetError`] where no answer came.
    pub async fn send_plain(&self, request: &Request) -> Result<Response, NetError> {
        let url = format!("{}{}", self.endpoint, request.path);
        self.fetch(&url, request).await
    }

    /// Opens the stream behind a path; the body is for the caller to read.
    pub(super) async fn open(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        abort: &AbortController,
    ) -> Result<gloo_net::http::Response, NetError> {
        let url = format!("{}{path}", self.endpoint);
        let mut builder = self.authorized(RequestBuilder::new(&url));
        for (name, value) in headers {
            builder = builder.header(name, value);
        }
        builder
            .cache(web_sys::RequestCache::NoStore)
            .abort_signal(Some(&abort.signal()))
            .send()
            .await
            .map_err(|_| NetError)
    }

    async fn fetch(&self, url: &str, request: &Request) -> Result<Response, NetError> {
        let abort = AbortController::new().map_err(|_| NetError)?;
        let mut builder = self
            .authorized(RequestBuilder::new(url).method(fetch_method(request.method)))
            .cache(web_sys::RequestCache::NoStore)
            .abort_signal(Some(&abort.signal()));
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        let sent = match &request.body {
            Some(body) => builder.header("Content-Type", "application/json").body(body.as_str()),
            None => builder.build(),
        };
        let sent = sent.map_err(|_| NetError)?;
        // Aborting a request that was answered long ago does nothing, so nobody needs to stop this.
        spawn(async move {
            TimeoutFuture::new(TIMEOUT_MS).await;
            abort.abort();
        });
        let answer = sent.send().await.map_err(|_| NetError)?;
        let status = answer.status();
        let body = answer.text().await.map_err(|_| NetError)?;
        Ok(Response { status, body })
    }

    fn authorized(&self, builder: RequestBuilder) -> RequestBuilder {
        let token = self.token.borrow();
        if token.is_empty() {
            builder
        } else {
            builder.header("Authorization", &format!("Bearer {token}"))
        }
    }
}

fn fetch_method(method: Method) -> FetchMethod {
    match method {
        Method::Get => FetchMethod::GET,
        Method::Post => FetchMethod::POST,
        Method::Put => FetchMethod::PUT,
        Method::Patch => FetchMethod::PATCH,
        Method::Delete => FetchMethod::DELETE,
    }
}
