//! Requests for a rating.

use inbox_model::Conversation;
use inbox_model::csat::{Csat, CsatEmail, CsatRequest, CsatStatus, CsatWorkflow, RatedAgent};

use super::{Row, at, base, called, fields};

pub(super) fn rows() -> Vec<Row> {
    let older = CsatRequest { request_id: Some("r0".into()), ..request() };
    let mut rows = fields!(
        rated(),
        |whole| Some(&mut whole.csat),
        Csat {
            summary: [None, Some(older.clone())],
            history: [vec![], vec![request(), older.clone()]],
            debug: [Some(older.clone())],
        }
    );
    rows.extend(requests("CsatRequest: summary", |whole| whole.csat.summary.as_mut()));
    rows.extend(requests("CsatRequest: history", |whole| whole.csat.history.first_mut()));
    rows.extend(requests("CsatRequest: debug", |whole| whole.csat.debug.as_mut()));
    rows.extend(fields!(
        rated(),
        |whole| whole.csat.summary.as_mut()?.rated_agent.as_mut(),
        RatedAgent {
            kind: ["fibi".into(), "chatbot".into(), "hologram".into()],
            id: [None, Some("bbbbbbbbbbbbbbbbbbbbbbbb".into())],
        }
    ));
    rows.extend(fields!(
        rated(),
        |whole| whole.csat.summary.as_mut()?.workflow.as_mut(),
        CsatWorkflow {
            action_id: [Some("x".into())],
            id: [Some("x".into())],
            run_id: [Some("x".into())],
            step_id: [Some("x".into())],
        }
    ));
    rows.extend(fields!(
        rated(),
        |whole| whole.csat.history.first_mut()?.email_delivery.as_mut(),
        CsatEmail {
            status: ["pending".into(), "failed".into(), "lost".into()],
            failed_at: [Some(at(3))],
            failure_reason: [Some("bounced".into())],
            message_id: [Some("m2".into())],
            sent_at: [Some(at(3))],
        }
    ));
    rows
}

type At = fn(&mut Conversation) -> Option<&mut CsatRequest>;

fn requests(of: &'static str, place: At) -> Vec<Row> {
    let rows = fields!(
        rated(),
        place,
        CsatRequest {
            request_id: [None, Some("r2".into())],
            status: [CsatStatus::Pending, CsatStatus::Canceled, CsatStatus::Expired],
            channel: [None, Some("email".into()), Some("pigeon".into())],
            source: [Some("workflow".into()), Some("pigeon".into())],
            requested_at: [None, Some(at(5))],
            last_updated_at: [None, Some(at(6))],
            score: [None, Some(1.0), Some(5.0)],
            remark: [None, Some("Slow".into())],
            rated_at: [None, Some(at(7))],
            canceled_at: [Some(at(8))],
            expired_at: [Some(at(9))],
            change_lock_window_ends_at: [Some(at(10))],
            late_submit_window_ends_at: [Some(at(11))],
            rated_agent: [None],
            workflow: [None],
            email_delivery: [None],
            is_latest_effective: [true],
        }
    );
    called(of, rows)
}

/// A conversation that was rated.
fn rated() -> Conversation {
    let csat = Csat { summary: Some(request()), history: vec![request()], debug: Some(request()) };
    Conversation { csat: csat.into(), ..base() }
}

pub(super) fn request() -> CsatRequest {
    CsatRequest {
        request_id: Some("r1".into()),
        status: CsatStatus::Rated,
        channel: Some("desktop".into()),
        source: None,
        requested_at: Some(at(1)),
        last_updated_at: Some(at(2)),
        score: Some(4.0),
        remark: Some("Fine".into()),
        rated_at: Some(at(2)),
        canceled_at: None,
        expired_at: None,
        change_lock_window_ends_at: None,
        late_submit_window_ends_at: None,
        rated_agent: Some(RatedAgent {
            kind: "teammate".into(),
            id: Some("aaaaaaaaaaaaaaaaaaaaaaaa".into()),
        }),
        workflow: Some(CsatWorkflow {
            action_id: Some("a".into()),
            id: Some("b".into()),
            run_id: Some("c".into()),
            step_id: Some("d".into()),
        }),
        email_delivery: Some(CsatEmail {
            status: "sent".into(),
            failed_at: None,
            failure_reason: None,
            message_id: Some("m1".into()),
            sent_at: Some(at(1)),
        }),
        is_latest_effective: false,
    }
}
