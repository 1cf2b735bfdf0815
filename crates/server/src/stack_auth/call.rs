//! A request of the dashboard's kind: its headers, and the project that it is about.

use std::ops::{Deref, DerefMut};

use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use inbox_dialects::ids::IdForm;
use inbox_dialects::stack_auth::server::{
    WireError, check_headers, read_conversation_id, wire, write_detail,
};
use inbox_model::{Conversation, ConversationId};
use serde::Serialize;
use serde_json::Value;

use super::fault::Fault;
use crate::http::{self, App, CallError};
use crate::identity::IdentityError;
use crate::store::Write;

pub(super) use crate::http::{Opened, answer, finish};

/// The vendor's header for a token.
const TOKEN: HeaderName = HeaderName::from_static("x-stack-access-token");

/// Makes a bearer token of the one in the vendor's header, which goes before another one. Two of
/// them are none.
pub(super) async fn take_token(mut request: Request, next: Next) -> Response {
    let mut tokens = request.headers().get_all(TOKEN).iter();
    if let Some(token) = tokens.next() {
        let token = if tokens.next().is_none() { token.to_str().unwrap_or_default() } else { "" };
        match HeaderValue::from_str(&format!("Bearer {token}")) {
            Ok(value) => request.headers_mut().insert(header::AUTHORIZATION, value),
            Err(_) => request.headers_mut().remove(header::AUTHORIZATION),
        };
    }
    next.run(request).await
}

/// A request that was let in.
pub(super) struct Call(http::Call<Fault>);

impl FromRequest<App> for Call {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &App) -> Result<Self, Fault> {
        let call = http::Call::from_request(request, app).await?;
        let (access, project) = ("x-stack-access-type", "x-stack-project-id");
        check_headers(text(&call.headers, access), text(&call.headers, project))?;
        Ok(Self(call))
    }
}

/// A header's text; what is no text is no word that anybody knows.
fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap_or("?"))
}

impl Deref for Call {
    type Target = http::Call<Fault>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Call {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Call {
    /// The same call for the project that it names, which is an organisation. What names none, and one
    /// to which the caller does not belong, look like none.
    pub(super) async fn within(mut self, project: Option<&str>) -> Result<Self, Fault> {
        if let Some(project) = project {
            let principal = self.principal.clone();
            let within = principal.within(self.app.store(), project).await;
            self.principal = within.map_err(|error| match error {
                IdentityError::MalformedOrganisation => WireError::project_not_found().into(),
                error => Fault::from(CallError::from(error)),
            })?;
        }
        Ok(self)
    }

    /// Only agents may do this.
    pub(super) fn agents_only(&self) -> Result<(), Fault> {
        if self.principal.is_agent() {
            return Ok(());
        }
        Err(WireError::insufficient_access("Only the company's people can do this.").into())
    }

    /// The conversation in the vendor's form.
    pub(super) fn detail(
        &self,
        conversation: &Conversation,
        name: Option<String>,
    ) -> wire::ConversationDetail {
        let renamed = IdForm::UUID.conversation(conversation);
        let mut detail = write_detail(&renamed, self.audience());
        let metadata = &mut detail.conversation.metadata;
        if metadata.assigned_to_user_id.is_some() && name.is_some() {
            metadata.assigned_to_display_name = name;
        }
        detail
    }

    /// The conversation as the caller sees it after a write.
    pub(super) async fn seen(
        &self,
        write: &mut Write,
        id: &ConversationId,
    ) -> Result<wire::ConversationDetail, Fault> {
        let conversation = write.conversation(&self.principal.reader, id, true).await?;
        let conversation = conversation.ok_or_else(WireError::conversation_not_found)?;
        let name = match &conversation.assignee {
            Some(agent) => write.agent(agent.as_str()).await?.and_then(|agent| agent.name),
            None => None,
        };
        Ok(self.detail(&conversation, name))
    }
}

/// The conversation that a path names.
pub(super) struct Place(pub(super) ConversationId);

impl<S: Send + Sync> FromRequestParts<S> for Place {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let place = Path::<String>::from_request_parts(parts, state).await;
        let place = place.map(|Path(place)| place).unwrap_or_default();
        // A stranger's UUID leads to a conversation that there can be none of.
        Ok(Self(read_conversation_id(&place)?.unwrap_or_else(|| ConversationId::from("-"))))
    }
}

/// A wire type as the body of an answer.
pub(super) fn body<T: Serialize>(wire: &T) -> Result<Value, Fault> {
    serde_json::to_value(wire).map_err(|error| {
        tracing::error!(%error, "an answer cannot be written");
        WireError::server_error().into()
    })
}
