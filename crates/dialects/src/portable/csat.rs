//! Ratings. Only the server writes these.

use inbox_model::csat::{Csat, CsatRequest};

use super::list::list;
use crate::json::{Object, Value};
use crate::rating::{self, Form};

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
    rating::read(Object::maybe(value)?, &FORM)
}

const FORM: Form = Form {
    id: |object, name| object.string(name),
    time: |object, name| object.instant(name),
    request_id: "request_id",
    texts: ["channel", "source", "remark"],
    times: [
        "requested_at",
        "last_updated_at",
        "rated_at",
        "canceled_at",
        "expired_at",
        "change_lock_window_ends_at",
        "late_submit_window_ends_at",
    ],
    is_latest_effective: "is_latest_effective",
    #[cfg(feature = "company")]
    company: rating::company::Form {
        agent: ["rated_agent", "kind"],
        workflow: ["workflow", "action_id", "id", "run_id", "step_id"],
        email: ["email_delivery", "failure_reason", "message_id", "failed_at", "sent_at"],
    },
};
