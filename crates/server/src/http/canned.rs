//! `/canned-replies`: what a company's agents say often, kept for all of them.

use axum::extract::{Path, Request, State};
use axum::response::Response;
use inbox_model::canned::{AT_MOST, CannedReply};
use inbox_model::validate::{self, Fault};
use serde::Deserialize;
use serde_json::json;

use super::own::Own;
use super::{App, Problem, answer, read_body};
use crate::clock;
use crate::identity::Principal;

type Named = Result<Path<String>, axum::extract::rejection::PathRejection>;

/// All of them.
pub(super) async fn list(
    State(Own { app, .. }): State<Own>,
    request: Request,
) -> Result<Response, Problem> {
    let agent = agent(&app, request.headers()).await?;
    Ok(written(&app.store().canned(agent.organisation()).await?))
}

#[derive(Deserialize)]
struct Body {
    name: String,
    text: String,
}

/// Keeps one, and answers with all.
pub(super) async fn save(
    State(Own { app, .. }): State<Own>,
    id: Named,
    request: Request,
) -> Result<Response, Problem> {
    let agent = agent(&app, request.headers()).await?;
    let body = read_body(request.into_body()).await?;
    let message = "The body is an object with the texts name and text.";
    let body: Body = serde_json::from_str(&body).map_err(|_| Problem::invalid(message))?;
    let (name, text) = (body.name.trim().to_owned(), body.text.trim().to_owned());
    let reply = CannedReply { id: named(id)?, name, text };
    Problem::unless_none(reply.check())?;
    let mut write = app.store().write(agent.organisation(), clock::now()).await?;
    let kept = write.save_canned(reply).await?;
    write.finish(None).await?;
    let Some(all) = kept else {
        let (max, actual) = (AT_MOST as u64, AT_MOST as u64 + 1);
        let problem = validate::Problem::at("replies", Fault::TooMany { max, actual });
        let message = format!("There can be at most {max} canned replies.");
        return Err(Problem { problems: vec![problem], ..Problem::invalid(message) });
    };
    Ok(written(&all))
}

/// Forgets one, and answers with those that are left.
pub(super) async fn remove(
    State(Own { app, .. }): State<Own>,
    id: Named,
    request: Request,
) -> Result<Response, Problem> {
    let agent = agent(&app, request.headers()).await?;
    let mut write = app.store().write(agent.organisation(), clock::now()).await?;
    let left = write.remove_canned(&named(id)?).await?;
    write.finish(None).await?;
    Ok(written(&left))
}

async fn agent(app: &App, headers: &axum::http::HeaderMap) -> Result<Principal, Problem> {
    let principal = app.identify(headers).await?;
    if principal.is_agent() {
        return Ok(principal);
    }
    Err(Problem::forbidden("Canned replies are for the company's people."))
}

fn named(id: Named) -> Result<String, Problem> {
    id.map(|Path(id)| id).map_err(|_| Problem::invalid("The id cannot be read."))
}

fn written(replies: &[CannedReply]) -> Response {
    answer(&json!({ "replies": replies }))
}
