//! A request in the one version that these endpoints speak.

use std::ops::Deref;

use axum::extract::{FromRequest, Request};
use axum::http::Method;
use inbox_dialects::featurebase::server::{WireError, check_version};

use super::fault::{Fault, of_beginning};
use crate::http::{self, App};

pub(super) use crate::http::{Opened, answer, finish};

/// Where conversations begin.
const CONVERSATIONS: &str = "/v2/conversations";

/// A request that was let in.
pub(super) struct Call(http::Call<Fault>);

impl FromRequest<App> for Call {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &App) -> Result<Self, Fault> {
        let begins = request.method() == Method::POST && request.uri().path() == CONVERSATIONS;
        let call = http::Call::from_request(request, app).await;
        let call = call.map_err(|fault: Fault| if begins { of_beginning(fault) } else { fault })?;
        let version = call.headers.get("featurebase-version");
        check_version(version.map(|value| value.to_str().unwrap_or("?")))?;
        Ok(Self(call))
    }
}

impl Deref for Call {
    type Target = http::Call<Fault>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Call {
    /// Only agents may do this.
    pub(super) fn agents_only(&self) -> Result<(), Fault> {
        if self.principal.is_agent() {
            return Ok(());
        }
        Err(WireError::forbidden("Only the company's people can do this.").into())
    }
}
