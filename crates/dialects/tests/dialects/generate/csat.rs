//! Requests for a rating.

use inbox_model::csat::{CsatEmail, CsatRequest, CsatStatus, CsatWorkflow, RatedAgent};
use proptest::option::of;
use proptest::prelude::*;

use super::{id, secret, secret_id, text, time, word};

pub(crate) fn csat() -> BoxedStrategy<CsatRequest> {
    use CsatStatus::{Canceled, Expired, Pending, Rated};
    let status = prop::sample::select(vec![Pending, Rated, Canceled, Expired]);
    let score = prop_oneof![4 => (1..=5_i32).prop_map(f64::from), 1 => Just(7.5)];
    let words = (of(id()), of(word(&["desktop", "email"])), of(word(&["workflow"])), of(text()));
    let times = prop::array::uniform7(of(time()));
    let agent = (word(&["teammate", "fibi", "chatbot"]), of(secret_id()))
        .prop_map(|(kind, id)| RatedAgent { kind, id });
    let workflow =
        prop::array::uniform4(of(secret_id())).prop_map(|[action_id, id, run_id, step_id]| {
            CsatWorkflow { action_id, id, run_id, step_id }
        });
    let email = (word(&["pending", "sent", "failed"]), of(time()), of(secret()), of(secret_id()));
    let email = (email, of(time())).prop_map(
        |((status, failed_at, failure_reason, message_id), sent_at)| CsatEmail {
            status,
            failed_at,
            failure_reason,
            message_id,
            sent_at,
        },
    );
    let links = (of(agent), of(workflow), of(email), any::<bool>());
    (status, of(score), words, times, links)
        .prop_map(|(status, score, (request_id, channel, source, remark), times, links)| {
            let [requested_at, last_updated_at, rated_at, canceled_at, expired_at, lock, late] =
                times;
            let (rated_agent, workflow, email_delivery, is_latest_effective) = links;
            CsatRequest {
                request_id,
                status,
                channel,
                source,
                requested_at,
                last_updated_at,
                score,
                remark,
                rated_at,
                canceled_at,
                expired_at,
                change_lock_window_ends_at: lock,
                late_submit_window_ends_at: late,
                rated_agent,
                workflow,
                email_delivery,
                is_latest_effective,
            }
        })
        .boxed()
}
