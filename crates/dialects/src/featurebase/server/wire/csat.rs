//! Ratings in the vendor's five shapes.

use utoipa::ToSchema;

/// Where a request for a rating stands.
#[derive(Clone, Copy, Debug, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum CsatStatus {
    /// Asked, not answered.
    Pending,
    /// Answered.
    Rated,
    /// Withdrawn.
    Canceled,
    /// Not answered in time.
    Expired,
}

/// The rating that counts now.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationCsatSummary {
    /// Where it stands.
    pub status: CsatStatus,
    /// When it last changed.
    #[schema(format = "date-time")]
    pub last_updated_at: String,
    /// The request's id.
    #[schema(nullable = false)]
    pub request_id: Option<String>,
    /// `workflow`.
    #[schema(nullable = false)]
    pub request_source: Option<String>,
    /// `desktop` or `email`.
    #[schema(nullable = false)]
    pub channel: Option<String>,
    /// When it was asked for.
    #[schema(format = "date-time", nullable = false)]
    pub requested_at: Option<String>,
    /// 1 to 5.
    #[schema(minimum = 1, maximum = 5, nullable = false)]
    pub score: Option<f64>,
    /// What the customer added.
    #[schema(nullable = false)]
    pub remark: Option<String>,
    /// When it was given.
    #[schema(format = "date-time", nullable = false)]
    pub rated_at: Option<String>,
    /// When it was withdrawn.
    #[schema(format = "date-time", nullable = false)]
    pub canceled_at: Option<String>,
    /// When it expired.
    #[schema(format = "date-time", nullable = false)]
    pub expired_at: Option<String>,
    /// Who is rated.
    #[schema(nullable = false)]
    pub rated_agent: Option<CsatRatedAgent>,
    /// The automation behind it.
    #[schema(nullable = false)]
    pub workflow: Option<CsatWorkflowLink>,
}

/// One request for a rating, and what became of it.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationCsatHistoryEntry {
    /// The request's id.
    pub request_id: String,
    /// Where it stands.
    pub status: CsatStatus,
    /// `desktop` or `email`.
    pub channel: String,
    /// `workflow`.
    pub request_source: String,
    /// Whether it is the one that counts now.
    pub is_latest_effective: bool,
    /// When it last changed.
    #[schema(format = "date-time")]
    pub last_updated_at: String,
    /// When it was asked for.
    #[schema(format = "date-time")]
    pub requested_at: String,
    /// 1 to 5.
    #[schema(minimum = 1, maximum = 5, nullable = false)]
    pub score: Option<f64>,
    /// What the customer added.
    #[schema(nullable = false)]
    pub remark: Option<String>,
    /// When it was given.
    #[schema(format = "date-time", nullable = false)]
    pub rated_at: Option<String>,
    /// When it was withdrawn.
    #[schema(format = "date-time", nullable = false)]
    pub canceled_at: Option<String>,
    /// When it expired.
    #[schema(format = "date-time", nullable = false)]
    pub expired_at: Option<String>,
    /// From then on a rating that is there cannot be changed.
    #[schema(format = "date-time", nullable = false)]
    pub change_lock_window_ends_at: Option<String>,
    /// From then on a first rating is not taken.
    #[schema(format = "date-time", nullable = false)]
    pub late_submit_window_ends_at: Option<String>,
    /// How the e-mail that asks went out.
    #[schema(nullable = false)]
    pub email_delivery: Option<CsatEmailDelivery>,
    /// Who is rated.
    #[schema(nullable = false)]
    pub rated_agent: Option<CsatRatedAgent>,
    /// The automation behind it.
    #[schema(nullable = false)]
    pub workflow: Option<CsatWorkflowLink>,
}

/// Diagnostics of the current request, for agents.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationCsatDebug {
    /// The request's id.
    pub request_id: String,
    /// Where it stands.
    pub status: CsatStatus,
    /// From then on a rating that is there cannot be changed.
    #[schema(format = "date-time", nullable = false)]
    pub change_lock_window_ends_at: Option<String>,
    /// From then on a first rating is not taken.
    #[schema(format = "date-time", nullable = false)]
    pub late_submit_window_ends_at: Option<String>,
    /// How the e-mail that asks went out.
    #[schema(nullable = false)]
    pub email_delivery: Option<CsatEmailDelivery>,
}

/// A request for a rating, in a thread.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RatingRequestedCsat {
    /// The request's id.
    pub request_id: String,
    /// Where it stands.
    pub status: CsatStatus,
    /// `desktop` or `email`.
    pub channel: String,
    /// `workflow`.
    pub request_source: String,
    /// When it was asked for.
    #[schema(format = "date-time")]
    pub requested_at: String,
    /// When it expired.
    #[schema(format = "date-time", nullable = false)]
    pub expired_at: Option<String>,
    /// From then on a rating that is there cannot be changed.
    #[schema(format = "date-time", nullable = false)]
    pub change_lock_window_ends_at: Option<String>,
    /// From then on a first rating is not taken.
    #[schema(format = "date-time", nullable = false)]
    pub late_submit_window_ends_at: Option<String>,
    /// Who is rated.
    #[schema(nullable = false)]
    pub rated_agent: Option<CsatRatedAgent>,
    /// The automation behind it.
    #[schema(nullable = false)]
    pub workflow: Option<CsatWorkflowLink>,
}

/// A rating, in a thread.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RatingSubmittedCsat {
    /// The request's id.
    pub request_id: String,
    /// `rated`.
    pub status: CsatStatus,
    /// `desktop` or `email`.
    pub channel: String,
    /// `workflow`.
    pub request_source: String,
    /// 1 to 5.
    #[schema(minimum = 1, maximum = 5)]
    pub score: f64,
    /// When it was given.
    #[schema(format = "date-time")]
    pub rated_at: String,
    /// When it was asked for.
    #[schema(format = "date-time", nullable = false)]
    pub requested_at: Option<String>,
    /// What the customer added.
    #[schema(nullable = false)]
    pub remark: Option<String>,
    /// Who is rated.
    #[schema(nullable = false)]
    pub rated_agent: Option<CsatRatedAgent>,
    /// The automation behind it.
    #[schema(nullable = false)]
    pub workflow: Option<CsatWorkflowLink>,
}

/// Who is rated.
#[derive(Clone, Debug, ToSchema)]
pub struct CsatRatedAgent {
    /// `teammate`, `fibi` or `chatbot`.
    pub r#type: String,
    /// Their id; not for customers.
    #[schema(nullable = false)]
    pub id: Option<String>,
}

/// The automation behind a rating.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsatWorkflowLink {
    /// Its action.
    #[schema(nullable = false)]
    pub workflow_action_id: Option<String>,
    /// Its id.
    #[schema(nullable = false)]
    pub workflow_id: Option<String>,
    /// Its run.
    #[schema(nullable = false)]
    pub workflow_run_id: Option<String>,
    /// Its step.
    #[schema(nullable = false)]
    pub workflow_step_id: Option<String>,
}

/// How the e-mail that asks for a rating went out.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CsatEmailDelivery {
    /// `pending`, `sent` or `failed`.
    pub status: String,
    /// When it failed.
    #[schema(format = "date-time", nullable = false)]
    pub failed_at: Option<String>,
    /// Why.
    #[schema(nullable = false)]
    pub failure_reason: Option<String>,
    /// Its message id.
    #[schema(nullable = false)]
    pub message_id: Option<String>,
    /// When it went out.
    #[schema(format = "date-time", nullable = false)]
    pub sent_at: Option<String>,
}
