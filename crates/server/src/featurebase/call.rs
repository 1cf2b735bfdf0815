//! A request in the one version that these endpoints speak.

use std::ops::Deref;

use axum::extract::{FromRequest, Request};
use inbox_dialects::featurebase::server::{WireError, check_version};

use super::fault::Fault;
use crate::http::{self, App};

pub(super) use crate::http::{Opened, answer, finish};

/// A request that was let in.
pub(super) struct Call(http::Call<Fault>);

impl FromRequest<App> for Call {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &App) -> Result<Self, Fault> {
        let call = http::Call::from_request(request, app).await?;
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
