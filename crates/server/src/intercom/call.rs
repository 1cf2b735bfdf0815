//! A request in a version that these endpoints speak.

use std::ops::Deref;

use axum::extract::{FromRequest, Request};
use inbox_dialects::intercom::server::{Preview, WireError, check_version};
use inbox_model::{Conversation, ConversationId};

use super::fault::Fault;
use crate::http::{self, App};
use crate::store::Write;

pub(super) use crate::http::{Opened, answer, finish};

/// A request that was let in.
pub(super) struct Call(http::Call<Fault>);

impl FromRequest<App> for Call {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &App) -> Result<Self, Fault> {
        let call = Self(http::Call::from_request(request, app).await?);
        call.check_version(Preview::No)?;
        Ok(call)
    }
}

impl Deref for Call {
    type Target = http::Call<Fault>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Call {
    /// The version that is asked for has to have the endpoint.
    pub(super) fn check_version(&self, endpoint: Preview) -> Result<(), Fault> {
        let version = self.headers.get("intercom-version");
        Ok(check_version(version.map(|value| value.to_str().unwrap_or("?")), endpoint)?)
    }

    /// Only agents may do this.
    pub(super) fn agents_only(&self) -> Result<(), Fault> {
        if self.principal.is_agent() {
            return Ok(());
        }
        Err(WireError::forbidden("Only the company's people can do this").into())
    }

    /// The conversation, if the caller may know of it. What is another customer's looks exactly like
    /// what does not exist.
    pub(super) async fn may_see(
        &self,
        write: &mut Write,
        id: &ConversationId,
        with_parts: bool,
    ) -> Result<Conversation, Fault> {
        let conversation = write.conversation(&self.principal.reader, id, with_parts).await?;
        Ok(conversation.ok_or_else(WireError::not_found)?)
    }
}
