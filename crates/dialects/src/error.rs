//! What can go wrong between a request and a value.

use thiserror::Error;

/// Why an exchange gave no value.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DialectError {
    /// The API has no such operation.
    #[error("this system cannot do that")]
    Unsupported,
    /// The credentials are missing, wrong or expired (401).
    #[error("not signed in")]
    Unauthenticated,
    /// The credentials are good and do not reach that far (403).
    #[error("not allowed: {message}")]
    Forbidden {
        /// The vendor's words.
        message: String,
    },
    /// There is no such thing, or none that the caller may know of (404, 410).
    #[error("not found: {message}")]
    NotFound {
        /// The vendor's words.
        message: String,
    },
    /// The request breaks a rule (400, 409, 413, 422).
    #[error("refused ({code}): {message}")]
    Refused {
        /// The vendor's or the model's stable code.
        code: String,
        /// The vendor's words.
        message: String,
    },
    /// Too many requests (429).
    #[error("too many requests")]
    RateLimited,
    /// The other side is in trouble (5xx).
    #[error("the server failed with status {status}")]
    Server {
        /// The status code.
        status: u16,
    },
    /// The answer is not what the API promises.
    #[error("unexpected answer: {detail}")]
    Malformed {
        /// Where and what, for a log.
        detail: String,
    },
}

impl DialectError {
    /// The stable code, in `snake_case`.
    pub fn code(&self) -> &str {
        match self {
            Self::Unsupported => "unsupported",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden { .. } => "forbidden",
            Self::NotFound { .. } => "not_found",
            Self::Refused { code, .. } => code,
            Self::RateLimited => "rate_limited",
            Self::Server { .. } => "server",
            Self::Malformed { .. } => "malformed",
        }
    }

    /// Whether the same request may succeed later without anybody changing it.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::RateLimited | Self::Server { .. } | Self::Malformed { .. })
    }
}
