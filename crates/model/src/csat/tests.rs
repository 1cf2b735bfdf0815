//! What makes two requests different.

use super::*;

#[test]
fn requests_that_differ_in_one_field_are_different() {
    let at = || Some(Timestamp::from_millis(5));
    let text = || Some("x".to_owned());
    let one = CsatRequest::new(CsatStatus::Pending);
    let others = [
        CsatRequest { request_id: text(), ..one.clone() },
        CsatRequest { status: CsatStatus::Rated, ..one.clone() },
        CsatRequest { channel: text(), ..one.clone() },
        CsatRequest { source: text(), ..one.clone() },
        CsatRequest { requested_at: at(), ..one.clone() },
        CsatRequest { last_updated_at: at(), ..one.clone() },
        CsatRequest { score: Some(4.0), ..one.clone() },
        CsatRequest { remark: text(), ..one.clone() },
        CsatRequest { rated_at: at(), ..one.clone() },
        CsatRequest { canceled_at: at(), ..one.clone() },
        CsatRequest { expired_at: at(), ..one.clone() },
        CsatRequest { change_lock_window_ends_at: at(), ..one.clone() },
        CsatRequest { late_submit_window_ends_at: at(), ..one.clone() },
        CsatRequest {
            rated_agent: Some(RatedAgent { kind: "fibi".into(), id: None }),
            ..one.clone()
        },
        CsatRequest { workflow: Some(CsatWorkflow::default()), ..one.clone() },
        CsatRequest {
            email_delivery: Some(CsatEmail {
                status: "sent".into(),
                failed_at: None,
                failure_reason: None,
                message_id: None,
                sent_at: None,
            }),
            ..one.clone()
        },
        CsatRequest { is_latest_effective: true, ..one.clone() },
    ];
    for other in &others {
        assert_ne!(&one, other);
        assert_eq!(other, &other.clone());
    }
}
