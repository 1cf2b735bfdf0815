//! How long to wait before the next attempt.

use crate::time::SECOND;

/// Milliseconds to wait after `attempts` attempts (the first counts as 1): doubling from one
/// second, plus up to the same again by `jitter` (0 to 1000), so always 1 to 60 seconds.
pub(crate) fn delay(attempts: u32, jitter: u32) -> i64 {
    let doublings = attempts.saturating_sub(1).min(5);
    let base = (SECOND << doublings).min(30 * SECOND);
    base + base * i64::from(jitter.min(1000)) / 1000
}
