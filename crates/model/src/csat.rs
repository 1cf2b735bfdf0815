//! Customer satisfaction: requests for a rating, and ratings.
//!
//! A request is asked, and then rated, withdrawn or expired ([`CsatStatus`]). Two windows limit what
//! the customer may do, and they have nothing to do with each other: `late_submit_window_ends_at`
//! ends *first* ratings, `change_lock_window_ends_at` ends *changes* of a rating that is there; each
//! may be missing, and then nothing ends it. [`CsatRequest::at`] says what may be done at an instant
//! and until when, [`CsatRequest::rated`] what a rating makes of a request, [`CsatRequest::expired`]
//! what time makes of it.
//!
//! | status | what the customer may do |
//! |---|---|
//! | pending | rate for the first time, until the late window ends |
//! | rated | change it, until the lock |
//! | expired | rate for the first time while there is a late window; without one, nothing |
//! | canceled | nothing |
//!
//! The status decides alone, whatever other fields say: samples of the contract have a score beside
//! `pending`. Scores are whole numbers from 1 (worst) to 5 (best).
//!
//! # Sources
//! Featurebase `csatSummary`, `csatHistory`, `csatDebug`; contracts, point 11: "`lateSubmitWindowEndsAt`
//! ends first-time submissions, `changeLockWindowEndsAt` ends edits of an existing rating; independent
//! and optional. History is newest first, `isLatestEffective` marks the current request;
//! `rating_submitted` always has status rated; score 1–5". Intercom `conversation_rating`.

mod lifecycle;

use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

pub use lifecycle::{Rateable, RatingProblem, Unrateable};

/// Where a request for a rating stands.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CsatStatus {
    /// Asked, not answered.
    Pending,
    /// Answered.
    Rated,
    /// Withdrawn by the company.
    Canceled,
    /// Not answered in time.
    Expired,
}

/// One request for a rating with all that became of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CsatRequest {
    /// The request's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Where it stands.
    pub status: CsatStatus,
    /// `desktop` or `email`, as the vendor writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// What asked for it, as the vendor writes it (`workflow`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// When it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested_at: Option<Timestamp>,
    /// When it last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_updated_at: Option<Timestamp>,
    /// 1 (worst) to 5 (best), once rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// What the customer added. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// When it was rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rated_at: Option<Timestamp>,
    /// When it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub canceled_at: Option<Timestamp>,
    /// When it expired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expired_at: Option<Timestamp>,
    /// From then on an existing rating can no longer be changed. Independent of the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_lock_window_ends_at: Option<Timestamp>,
    /// From then on a first rating is no longer accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_submit_window_ends_at: Option<Timestamp>,
    /// Who is rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rated_agent: Option<RatedAgent>,
    /// The automation behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workflow: Option<CsatWorkflow>,
    /// How the e-mail that asks went out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_delivery: Option<CsatEmail>,
    /// Whether this is the request that counts now.
    #[serde(default)]
    pub is_latest_effective: bool,
}

impl PartialEq for CsatRequest {
    // By hand to be out of line: conversations and parts would each have their own copy.
    #[inline(never)]
    fn eq(&self, other: &Self) -> bool {
        let Self {
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
            change_lock_window_ends_at,
            late_submit_window_ends_at,
            rated_agent,
            workflow,
            email_delivery,
            is_latest_effective,
        } = self;
        *status == other.status
            && *score == other.score
            && *is_latest_effective == other.is_latest_effective
            && *requested_at == other.requested_at
            && *last_updated_at == other.last_updated_at
            && *rated_at == other.rated_at
            && *canceled_at == other.canceled_at
            && *expired_at == other.expired_at
            && *change_lock_window_ends_at == other.change_lock_window_ends_at
            && *late_submit_window_ends_at == other.late_submit_window_ends_at
            && *request_id == other.request_id
            && *channel == other.channel
            && *source == other.source
            && *remark == other.remark
            && *rated_agent == other.rated_agent
            && *workflow == other.workflow
            && *email_delivery == other.email_delivery
    }
}

impl CsatRequest {
    /// A request of which only the status is known.
    pub fn new(status: CsatStatus) -> Self {
        Self {
            request_id: None,
            status,
            channel: None,
            source: None,
            requested_at: None,
            last_updated_at: None,
            score: None,
            remark: None,
            rated_at: None,
            canceled_at: None,
            expired_at: None,
            change_lock_window_ends_at: None,
            late_submit_window_ends_at: None,
            rated_agent: None,
            workflow: None,
            email_delivery: None,
            is_latest_effective: false,
        }
    }
}

/// Whom a rating is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatedAgent {
    /// `teammate`, `fibi` or `chatbot`, as the vendor writes it.
    pub kind: String,
    /// Their id, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// Ids of the automation that asked for a rating; kept to be passed on, never read here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsatWorkflow {
    /// Action id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_id: Option<String>,
    /// Workflow id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Run id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_id: Option<String>,
    /// Step id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step_id: Option<String>,
}

/// Delivery of the e-mail that asks for a rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsatEmail {
    /// `pending`, `sent` or `failed`, as the vendor writes it.
    pub status: String,
    /// When it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed_at: Option<Timestamp>,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure_reason: Option<String>,
    /// The e-mail's message id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// When it went out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Timestamp>,
}

/// What the vendor keeps about ratings of one conversation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Csat {
    /// The state that counts now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<CsatRequest>,
    /// All requests, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<CsatRequest>,
    /// The vendor's diagnostics of the current request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debug: Option<CsatRequest>,
}

#[cfg(feature = "company")]
impl crate::rare::Plain for Csat {
    fn plain() -> &'static Self {
        static PLAIN: std::sync::LazyLock<Csat> = std::sync::LazyLock::new(Csat::default);
        &PLAIN
    }
}

#[cfg(test)]
mod tests;
