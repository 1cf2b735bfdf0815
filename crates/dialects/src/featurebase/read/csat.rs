//! Ratings, which the vendor tells in five shapes with the same field names.

use inbox_model::csat::{CsatEmail, CsatRequest, CsatWorkflow, RatedAgent};

use crate::featurebase::words;
use crate::json::Object;

/// A request for a rating in any of its shapes; `None` where its status is unknown here.
pub(super) fn request(object: Object<'_>) -> Option<CsatRequest> {
    let status = words::read_csat_status(object.text("status")?)?;
    Some(CsatRequest {
        request_id: object.id("requestId"),
        channel: object.string("channel"),
        source: object.string("requestSource"),
        requested_at: object.time("requestedAt"),
        last_updated_at: object.time("lastUpdatedAt"),
        score: object.number("score"),
        remark: object.string("remark"),
        rated_at: object.time("ratedAt"),
        canceled_at: object.time("canceledAt"),
        expired_at: object.time("expiredAt"),
        change_lock_window_ends_at: object.time("changeLockWindowEndsAt"),
        late_submit_window_ends_at: object.time("lateSubmitWindowEndsAt"),
        rated_agent: object.object("ratedAgent").and_then(rated_agent),
        workflow: object.object("workflow").map(workflow),
        email_delivery: object.object("emailDelivery").and_then(email),
        is_latest_effective: object.flag("isLatestEffective").unwrap_or(false),
        ..CsatRequest::new(status)
    })
}

fn rated_agent(object: Object<'_>) -> Option<RatedAgent> {
    Some(RatedAgent { kind: object.string("type")?, id: object.id("id") })
}

fn workflow(object: Object<'_>) -> CsatWorkflow {
    CsatWorkflow {
        action_id: object.id("workflowActionId"),
        id: object.id("workflowId"),
        run_id: object.id("workflowRunId"),
        step_id: object.id("workflowStepId"),
    }
}

fn email(object: Object<'_>) -> Option<CsatEmail> {
    Some(CsatEmail {
        status: object.string("status")?,
        failed_at: object.time("failedAt"),
        failure_reason: object.string("failureReason"),
        message_id: object.string("messageId"),
        sent_at: object.time("sentAt"),
    })
}
