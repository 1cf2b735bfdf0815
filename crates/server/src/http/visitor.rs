//! `POST /visitor`: somebody whom nobody knows yet becomes a lead and gets a token.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use inbox_model::time::DAY;
use inbox_model::validate::{self, Fault, email, line};
use inbox_model::{Participant, ParticipantKind};
use serde::Deserialize;
use serde_json::json;

use super::own::Own;
use super::{App, Problem, named_organisation, problem, read_body};
use crate::store::{Contact, NewToken, OrganisationId, Role};
use crate::{clock, id};

/// How long a visitor is known by the token.
const TOKEN_MILLIS: i64 = 365 * DAY;

/// What a visitor may say of themselves. It is not checked, so it identifies nobody.
#[derive(Debug, Default, Deserialize)]
struct Visitor {
    name: Option<String>,
    email: Option<String>,
    /// The organisation that is visited, where no header names it; the first where it is absent.
    organisation: Option<String>,
}

/// Answers 201 with `{"token","contact"}`.
pub(super) async fn visitor(
    State(Own { app, form, .. }): State<Own>,
    request: Request,
) -> Result<Response, Problem> {
    let now = clock::now();
    let address = address(&request, app.settings().behind_proxy);
    let (parts, body) = request.into_parts();
    let body = read_body(body).await?;
    let visitor: Visitor = if body.trim().is_empty() {
        Visitor::default()
    } else {
        let message = "The body is empty or an object with the texts name, email and organisation.";
        serde_json::from_str(&body).map_err(|_| Problem::invalid(message))?
    };
    let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let (name, email) = (filled(visitor.name), filled(visitor.email));
    let of = |field: &'static str, faults: Option<Vec<Fault>>| {
        faults.into_iter().flatten().map(move |fault| validate::Problem::at(field, fault))
    };
    let names = of("name", name.as_deref().map(|name| line::check(name, line::NAME)));
    let emails = of("email", email.as_deref().and_then(|email| email::normalize(email).err()));
    Problem::unless_none(names.chain(emails).collect())?;
    if !app.shared.visitors.take(address, now) {
        let message = "Too many requests. Try again later.";
        return Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, "rate_limited", message));
    }
    let named = named(&parts.headers, visitor.organisation.as_deref())?;
    let organisation = organisation(&app, named).await?;
    let subject = id::participant().map_err(crate::store::StoreError::from)?;
    let mut participant = Participant::new(ParticipantKind::Lead, subject.clone());
    participant.name = name;
    participant.email = email;
    let contact = Contact { participant, external_id: None };
    let mut write = app.store().write(&organisation, now).await?;
    write.save_contact(&contact).await?;
    write.finish(None).await?;
    let new = NewToken {
        role: Role::Customer,
        subject: &subject,
        name: "visitor",
        expires_at: now.plus(TOKEN_MILLIS),
    };
    let token = app.store().create_token(&new, now).await?;
    let body = json!({ "token": token, "contact": form.participant(&contact.participant) });
    Ok(problem::json_response(StatusCode::CREATED, body.to_string()))
}

/// What names the organisation: the header, as in every other request, or the body.
fn named<'a>(headers: &'a HeaderMap, body: Option<&'a str>) -> Result<Option<&'a str>, Problem> {
    match (named_organisation(headers), body) {
        (Some(header), Some(body)) if !header.eq_ignore_ascii_case(body) => {
            Err(Problem::invalid("X-Org-Id and the body name two organisations."))
        }
        (header, body) => Ok(header.or(body)),
    }
}

/// The organisation that is visited. Its id stands in its site's pages, so it is no secret.
async fn organisation(app: &App, id: Option<&str>) -> Result<OrganisationId, Problem> {
    let Some(id) = id else { return Ok(app.store().first_organisation().await?.id) };
    if !id::is_uuid(id) {
        return Err(Problem::invalid("The organisation is not a UUID."));
    }
    let organisation = app.store().organisation(id).await?;
    let missing = || Problem::not_found("No organisation exists with this ID.");
    Ok(organisation.ok_or_else(missing)?.id)
}

/// Whose request it is. Behind a proxy of ours, the last address that it wrote down.
fn address(request: &Request, behind_proxy: bool) -> IpAddr {
    let peer = peer(request).map(|peer| peer.ip());
    let forwarded = behind_proxy.then(|| forwarded(request.headers())).flatten();
    forwarded.or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

/// The other end of the connection; `None` where there is none, as in a test.
pub(super) fn peer(request: &Request) -> Option<SocketAddr> {
    let info = request.extensions().get::<ConnectInfo<SocketAddr>>();
    info.map(|ConnectInfo(address)| *address)
}

fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let value = headers.get_all("x-forwarded-for").iter().next_back()?;
    value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}
