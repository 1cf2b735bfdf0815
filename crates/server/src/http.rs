//! The HTTP server: what lies beneath every route, and the routes that are no vendor's.

mod assets;
mod body;
mod call;
mod canned;
mod counts;
mod cursor;
mod date;
mod demo_session;
mod docs;
mod earlier;
mod fault;
mod health;
mod key;
mod live;
mod log;
mod media;
pub(crate) mod openapi;
mod origin;
mod own;
mod page;
mod problem;
mod range;
mod rate;
mod session;
mod shield;
mod upload;
mod visitor;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version, header};
use axum::middleware;
use axum::routing::{get, post};
use inbox_dialects::ids::IdForm;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};

use crate::clock;
use crate::crm;
use crate::featurebase;
use crate::identity::{IdentityError, Principal, identify};
use crate::intercom;
use crate::live::Hub;
use crate::media::Files;
use crate::stack_auth;
use crate::store::{Secrets, Store};
use crate::voicebot;

pub(crate) use body::read as read_body;
pub use body::{BODY_BYTES, BodyError};
pub(crate) use call::{Call, CallError, Caller, Opened, answer, finish, finish_with};
pub(crate) use cursor::Scope;
pub(crate) use demo_session::{DEMO_AGENT, DEMO_CUSTOMER};
pub(crate) use fault::{Envelope, Fault, Unread};
pub(crate) use key::{KeyError, idempotency_key};
pub(crate) use log::request_id;
use openapi::Published;
pub use problem::Problem;
pub(crate) use problem::json_response;
pub use rate::RateLimit;
pub(crate) use upload::{UPLOAD_BYTES, UploadError, take_in};

/// Files are given out as they are: whoever asks for a part of one means its own bytes.
fn is_no_file(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !headers.contains_key(header::CONTENT_DISPOSITION)
}

/// The header that names the organisation: for which an agent acts, or whom a visitor visits.
const ORGANISATION: &str = "x-org-id";

/// What the header says; an empty text where it names nothing. What is no text is no UUID either, and
/// two name none.
fn named_organisation(headers: &HeaderMap) -> Option<&str> {
    let mut named = headers.get_all(ORGANISATION).iter();
    let organisation = named.next().map(|value| value.to_str().unwrap_or_default());
    if named.next().is_some() { Some("") } else { organisation }
}

/// What is published about each dialect, in the order in which it is shown.
fn descriptions() -> Vec<Published> {
    vec![
        Published { name: "crm", document: crm::openapi() },
        Published { name: "featurebase", document: featurebase::openapi() },
        Published { name: "intercom", document: intercom::openapi() },
        Published { name: "stack-auth", document: stack_auth::openapi() },
        Published { name: "voicebot", document: voicebot::openapi() },
    ]
}

/// What the server is told at its start.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Other origins whose pages may call the APIs, as `https://shop.example`.
    pub allowed_origins: Vec<HeaderValue>,
    /// The folder of the built browser files, served under `/assets`.
    pub assets: Option<PathBuf>,
    /// The folder of the pages: `/`, `/desk` and their files.
    pub site: Option<PathBuf>,
    /// Whether anybody on this machine may sign in without showing anything.
    pub demo: bool,
    /// The folder of the files that messages carry; without one they are kept in memory, which is
    /// for tests.
    pub media: Option<PathBuf>,
    /// Whether `X-Forwarded-For` is written by a proxy of ours.
    pub behind_proxy: bool,
}

/// What every request shares. Clones share it too.
#[derive(Clone, Debug)]
pub struct App {
    shared: Arc<Shared>,
    store: Store,
}

#[derive(Debug)]
struct Shared {
    secrets: Secrets,
    hub: Hub,
    media: Files,
    settings: Settings,
    visitors: RateLimit,
}

impl App {
    /// An app over a store.
    ///
    /// # Errors
    /// The store's secrets cannot be read or made.
    pub async fn new(store: Store, settings: Settings) -> Result<Self, crate::store::StoreError> {
        let secrets = store.secrets().await?;
        let media = Files::new(settings.media.as_deref());
        let (hub, visitors) = (Hub::default(), RateLimit::visitors());
        Ok(Self { shared: Arc::new(Shared { secrets, hub, media, settings, visitors }), store })
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The same app for one request: what it tells of files is right for the page that asks.
    pub(crate) fn asked_by(&self, headers: &HeaderMap) -> Self {
        let address = origin::address(headers, self.settings().behind_proxy);
        Self { shared: self.shared.clone(), store: self.store.told_at(address) }
    }

    /// Who is there, and who types.
    pub fn hub(&self) -> &Hub {
        &self.shared.hub
    }

    /// The files that messages carry.
    pub fn media(&self) -> &Files {
        &self.shared.media
    }

    /// The store's secrets.
    pub fn secrets(&self) -> &Secrets {
        &self.shared.secrets
    }

    fn settings(&self) -> &Settings {
        &self.shared.settings
    }

    /// Who asks, and for which organisation. It is the same for every route, so that none has to
    /// remember it.
    pub(crate) async fn identify(&self, headers: &HeaderMap) -> Result<Principal, IdentityError> {
        let header = headers.get(axum::http::header::AUTHORIZATION);
        let header = header.and_then(|value| value.to_str().ok());
        let organisation = named_organisation(headers);
        let principal = identify(self.store(), header, organisation, clock::now()).await?;
        log::note(&principal);
        Ok(principal)
    }

    /// A dialect's own paths, and beside them ours with ids in its form.
    fn dialect(&self, paths: Router, form: &'static IdForm) -> Router {
        paths.merge(own::router(self.clone(), form))
    }

    /// The dialect that asks agents for a seal beside their token.
    fn intercom(&self) -> Router {
        intercom::router(self.clone()).merge(own::sealed(self.clone(), &intercom::IDS))
    }

    /// Everything that is served.
    pub fn router(&self) -> Router {
        let settings = self.settings();
        let mut api = Router::new().route("/health", get(health::health));
        if settings.demo {
            api = api.route("/demo/session", post(demo_session::demo_session));
        }
        let api = api
            .method_not_allowed_fallback(problem::method_not_allowed)
            .with_state(self.clone())
            .merge(own::router(self.clone(), &IdForm::OWN))
            .nest("/featurebase", self.dialect(featurebase::router(self.clone()), &IdForm::OWN))
            .nest("/intercom", self.intercom())
            .nest("/crm/api/v1", self.dialect(crm::router(self.clone()), &IdForm::UUID))
            .nest(
                "/stack-auth/api/v1",
                stack_auth::tokens(self.dialect(stack_auth::router(self.clone()), &IdForm::UUID)),
            )
            .nest(
                "/voicebot/third-party/v1",
                self.dialect(voicebot::router(self.clone()), &IdForm::NUMBER),
            )
            .merge(openapi::router(&descriptions()))
            .layer(middleware::from_fn(shield::api))
            .layer(shield::cors(&settings.allowed_origins));
        let router = match &settings.assets {
            Some(folder) => api.nest_service("/assets", assets::service(folder, settings)),
            None => api,
        };
        let router = match &settings.site {
            Some(folder) => router.fallback_service(page::service(folder)),
            None => router.fallback(problem::not_found),
        };
        router
            .layer(middleware::from_fn(date::standing))
            // What is already compressed, small, an image or a live stream is left as it is.
            .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(is_no_file)))
            .layer(CatchPanicLayer::custom(problem::panicked))
            .layer(middleware::from_fn(log::requests))
    }
}
