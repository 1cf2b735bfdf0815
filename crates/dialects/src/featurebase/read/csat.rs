//! Ratings, which the vendor tells in five shapes with the same field names.

use inbox_model::csat::CsatRequest;

use crate::json::Object;
use crate::rating::{self, Form};

const FORM: Form = Form {
    id: |object, name| object.id(name),
    time: |object, name| object.time(name),
    request_id: "requestId",
    texts: ["channel", "requestSource", "remark"],
    times: [
        "requestedAt",
        "lastUpdatedAt",
        "ratedAt",
        "canceledAt",
        "expiredAt",
        "changeLockWindowEndsAt",
        "lateSubmitWindowEndsAt",
    ],
    is_latest_effective: "isLatestEffective",
    #[cfg(feature = "company")]
    company: rating::company::Form {
        agent: ["ratedAgent", "type"],
        workflow: ["workflow", "workflowActionId", "workflowId", "workflowRunId", "workflowStepId"],
        email: ["emailDelivery", "failureReason", "messageId", "failedAt", "sentAt"],
    },
};

/// A request for a rating in any of its shapes; `None` where its status is unknown here.
pub(super) fn request(object: Object<'_>) -> Option<CsatRequest> {
    rating::read(object, &FORM)
}
