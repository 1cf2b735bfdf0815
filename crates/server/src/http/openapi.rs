//! Descriptions of the APIs: `GET /<dialect>/openapi.json`, and the pages under `/docs`.
//!
//! Each is derived from the routes and the types that they read and write, in four steps:
//!
//! 1. the wire types (`inbox_dialects::<dialect>::server::wire`) derive `utoipa::ToSchema`; a member
//!    that is always there and may be null is `#[schema(required = true)]`, free JSON is
//!    `#[schema(value_type = Object)]`;
//! 2. every handler has `#[utoipa::path(…)]` with its method, path below the prefix, `operation_id`,
//!    parameters, body and all answers; the first line of its doc comment is the summary, the rest the
//!    description;
//! 3. the dialect's `routes()` collects them in one
//!    [`OpenApiRouter`](utoipa_axum::router::OpenApiRouter), so that no route is without a
//!    description; its `router()` splits off the routes, its `openapi()` hands the rest to [`describe`];
//! 4. `descriptions()` in `http.rs` lists it, `tests/api/openapi.rs` counts its operations, and
//!    `tests/api/published.rs` holds every answer of the tests to it.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, Info, OpenApi, SecurityRequirement, Server};

use super::{docs, json_response, problem};

/// How one shows who one is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scheme {
    /// `Authorization: Bearer …`.
    Bearer,
    /// A header of the vendor's: what the scheme is called in the description, and the header.
    Header(&'static str, &'static str),
}

/// Completes what the routes tell of themselves: title, version, a paragraph, the prefix under which
/// they are mounted, and the ways to show who one is, each enough by itself.
pub(crate) fn describe(
    title: &str,
    version: &str,
    description: &str,
    prefix: &str,
    schemes: &[Scheme],
    mut document: OpenApi,
) -> OpenApi {
    document.info = Info::new(title, version);
    document.info.description = Some(description.to_owned());
    document.servers = Some(vec![Server::new(prefix)]);
    let mut components = ComponentsBuilder::from(document.components.take().unwrap_or_default());
    let mut security = Vec::new();
    for scheme in schemes {
        let (name, scheme) = match scheme {
            Scheme::Bearer => ("bearer", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer))),
            Scheme::Header(name, header) => {
                (*name, SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::new(*header))))
            }
        };
        components = components.security_scheme(name, scheme);
        security.push(SecurityRequirement::new::<_, [&str; 0], &str>(name, []));
    }
    document.components = Some(components.build());
    document.security = Some(security);
    document
}

/// A dialect's description, and where it is found.
pub(super) struct Published {
    /// The dialect's name in addresses: `/<name>/openapi.json`.
    pub(super) name: &'static str,
    pub(super) document: OpenApi,
}

/// The descriptions as JSON, and as pages.
pub(super) fn router(published: &[Published]) -> Router {
    let mut router = Router::new();
    for Published { name, document } in published {
        let json: Arc<str> = serde_json::to_string(document).unwrap_or_default().into();
        let answer = move || {
            let json = Arc::clone(&json);
            async move { json_response(StatusCode::OK, json.to_string()) }
        };
        router = router.route(&format!("/{name}/openapi.json"), get(answer));
    }
    router.merge(docs::router(published)).method_not_allowed_fallback(problem::method_not_allowed)
}
