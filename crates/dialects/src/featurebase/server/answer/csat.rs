//! Ratings in the vendor's five shapes. Its enumerations are closed: a word that is none of its own
//! is left out where the shape allows it, and is the usual one where it does not.

use inbox_model::Timestamp;
use inbox_model::csat::{CsatEmail, CsatRequest, CsatStatus, CsatWorkflow, RatedAgent};
use serde_json::{Map, Value, json};

use super::json::{number, set, time};
use crate::featurebase::words;

/// The payload of `rating_requested`; `at` is the part's own time.
pub(super) fn requested(csat: &CsatRequest, at: Timestamp) -> Value {
    let mut object = required(csat, csat.status);
    object.insert("requestedAt".into(), time(csat.requested_at.unwrap_or(at)));
    windows(&mut object, csat);
    set(&mut object, "expiredAt", csat.expired_at.map(time));
    links(&mut object, csat);
    Value::Object(object)
}

/// The payload of `rating_submitted`; `None` without a score, which makes it none.
pub(super) fn submitted(csat: &CsatRequest, at: Timestamp) -> Option<Value> {
    let mut object = required(csat, CsatStatus::Rated);
    object.insert("score".into(), score(csat)?);
    object.insert("ratedAt".into(), time(csat.rated_at.unwrap_or(at)));
    set(&mut object, "remark", csat.remark.as_deref());
    set(&mut object, "requestedAt", csat.requested_at.map(time));
    links(&mut object, csat);
    Some(Value::Object(object))
}

/// `csatSummary`; `at` is when the conversation last changed.
pub(super) fn summary(csat: &CsatRequest, at: Timestamp) -> Value {
    let mut object = Map::new();
    object.insert("status".into(), json!(words::csat_status(csat.status)));
    object.insert("lastUpdatedAt".into(), time(csat.last_updated_at.unwrap_or(at)));
    set(&mut object, "requestId", csat.request_id.as_deref());
    set(&mut object, "channel", channel(csat));
    set(&mut object, "requestSource", source(csat));
    outcome(&mut object, csat);
    set(&mut object, "requestedAt", csat.requested_at.map(time));
    links(&mut object, csat);
    Value::Object(object)
}

/// One entry of `csatHistory`; `at` is when the conversation last changed.
pub(super) fn history(csat: &CsatRequest, at: Timestamp) -> Value {
    let mut object = required(csat, csat.status);
    object.insert("isLatestEffective".into(), json!(csat.is_latest_effective));
    object.insert("lastUpdatedAt".into(), time(csat.last_updated_at.unwrap_or(at)));
    object.insert("requestedAt".into(), time(csat.requested_at.unwrap_or(at)));
    outcome(&mut object, csat);
    windows(&mut object, csat);
    set(&mut object, "emailDelivery", csat.email_delivery.as_ref().and_then(email));
    links(&mut object, csat);
    Value::Object(object)
}

/// `csatDebug`.
pub(super) fn debug(csat: &CsatRequest) -> Value {
    let mut object = Map::new();
    object.insert("requestId".into(), json!(csat.request_id.as_deref().unwrap_or_default()));
    object.insert("status".into(), json!(words::csat_status(csat.status)));
    windows(&mut object, csat);
    set(&mut object, "emailDelivery", csat.email_delivery.as_ref().and_then(email));
    Value::Object(object)
}

fn required(csat: &CsatRequest, status: CsatStatus) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("requestId".into(), json!(csat.request_id.as_deref().unwrap_or_default()));
    object.insert("status".into(), json!(words::csat_status(status)));
    object.insert("channel".into(), json!(channel(csat).unwrap_or("desktop")));
    object.insert("requestSource".into(), json!(source(csat).unwrap_or("workflow")));
    object
}

/// What became of it.
fn outcome(object: &mut Map<String, Value>, csat: &CsatRequest) {
    set(object, "score", score(csat));
    set(object, "remark", csat.remark.as_deref());
    set(object, "ratedAt", csat.rated_at.map(time));
    set(object, "canceledAt", csat.canceled_at.map(time));
    set(object, "expiredAt", csat.expired_at.map(time));
}

fn windows(object: &mut Map<String, Value>, csat: &CsatRequest) {
    set(object, "changeLockWindowEndsAt", csat.change_lock_window_ends_at.map(time));
    set(object, "lateSubmitWindowEndsAt", csat.late_submit_window_ends_at.map(time));
}

/// Whom and what it is tied to.
fn links(object: &mut Map<String, Value>, csat: &CsatRequest) {
    set(object, "ratedAgent", csat.rated_agent.as_ref().and_then(rated_agent));
    set(object, "workflow", csat.workflow.as_ref().map(workflow));
}

fn score(csat: &CsatRequest) -> Option<Value> {
    number(csat.score.filter(|score| !score.is_nan())?.clamp(1.0, 5.0))
}

fn channel(csat: &CsatRequest) -> Option<&str> {
    csat.channel.as_deref().filter(|word| matches!(*word, "desktop" | "email"))
}

fn source(csat: &CsatRequest) -> Option<&str> {
    csat.source.as_deref().filter(|word| *word == "workflow")
}

fn rated_agent(agent: &RatedAgent) -> Option<Value> {
    if !matches!(agent.kind.as_str(), "teammate" | "fibi" | "chatbot") {
        return None;
    }
    let mut object = Map::new();
    object.insert("type".into(), json!(agent.kind));
    set(&mut object, "id", agent.id.as_deref());
    Some(Value::Object(object))
}

fn workflow(workflow: &CsatWorkflow) -> Value {
    let mut object = Map::new();
    set(&mut object, "workflowActionId", workflow.action_id.as_deref());
    set(&mut object, "workflowId", workflow.id.as_deref());
    set(&mut object, "workflowRunId", workflow.run_id.as_deref());
    set(&mut object, "workflowStepId", workflow.step_id.as_deref());
    Value::Object(object)
}

fn email(email: &CsatEmail) -> Option<Value> {
    if !matches!(email.status.as_str(), "pending" | "sent" | "failed") {
        return None;
    }
    let mut object = Map::new();
    object.insert("status".into(), json!(email.status));
    set(&mut object, "failedAt", email.failed_at.map(time));
    set(&mut object, "failureReason", email.failure_reason.as_deref());
    set(&mut object, "messageId", email.message_id.as_deref());
    set(&mut object, "sentAt", email.sent_at.map(time));
    Some(Value::Object(object))
}
