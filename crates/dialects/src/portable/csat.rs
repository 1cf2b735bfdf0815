//! Ratings. Only the server writes these.

use inbox_model::csat::{Csat, CsatEmail, CsatRequest, CsatStatus, CsatWorkflow, RatedAgent};

use super::list::list;
use crate::json::{Object, Value};

/// Reads what is known about the ratings of a conversation.
pub fn read_csat(value: &Value) -> Option<Csat> {
    let object = Object::maybe(value)?;
    let history = object.get("history").map_or_else(|| Some(Vec::new()), |all| list(all, request));
    Some(Csat {
        summary: object.get("summary").and_then(request),
        history: history?,
        debug: object.get("debug").and_then(request),
    })
}

/// Reads one request for a rating; `None` where its status is unknown here.
pub(super) fn request(value: &Value) -> Option<CsatRequest> {
    let object = Object::maybe(value)?;
    Some(CsatRequest {
        status: status(object.text("status")?)?,
        request_id: object.string("request_id"),
        channel: object.string("channel"),
        source: object.string("source"),
        requested_at: object.instant("requested_at"),
        last_updated_at: object.instant("last_updated_at"),
        score: object.number("score"),
        remark: object.string("remark"),
        rated_at: object.instant("rated_at"),
        canceled_at: object.instant("canceled_at"),
        expired_at: object.instant("expired_at"),
        change_lock_window_ends_at: object.instant("change_lock_window_ends_at"),
        late_submit_window_ends_at: object.instant("late_submit_window_ends_at"),
        rated_agent: object.object("rated_agent").and_then(rated_agent),
        workflow: object.object("workflow").map(workflow),
        email_delivery: object.object("email_delivery").and_then(email),
        is_latest_effective: object.flag("is_latest_effective").unwrap_or(false),
    })
}

fn status(word: &str) -> Option<CsatStatus> {
    Some(match word {
        "pending" => CsatStatus::Pending,
        "rated" => CsatStatus::Rated,
        "canceled" => CsatStatus::Canceled,
        "expired" => CsatStatus::Expired,
        _ => return None,
    })
}

fn rated_agent(object: Object<'_>) -> Option<RatedAgent> {
    Some(RatedAgent { kind: object.string("kind")?, id: object.string("id") })
}

fn workflow(object: Object<'_>) -> CsatWorkflow {
    CsatWorkflow {
        action_id: object.string("action_id"),
        id: object.string("id"),
        run_id: object.string("run_id"),
        step_id: object.string("step_id"),
    }
}

fn email(object: Object<'_>) -> Option<CsatEmail> {
    Some(CsatEmail {
        status: object.string("status")?,
        failed_at: object.instant("failed_at"),
        failure_reason: object.string("failure_reason"),
        message_id: object.string("message_id"),
        sent_at: object.instant("sent_at"),
    })
}
