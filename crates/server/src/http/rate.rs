//! How often an address may do something: a token bucket each, in memory.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use inbox_model::Timestamp;

/// Buckets by address.
#[derive(Debug)]
pub struct RateLimit {
    /// How many at once.
    burst: f64,
    /// How many more per millisecond.
    per_millisecond: f64,
    buckets: Mutex<HashMap<IpAddr, Bucket>>,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    tokens: f64,
    at: Timestamp,
}

/// Full buckets are forgotten when there are more than this.
const BUCKETS: usize = 10_000;

impl RateLimit {
    /// `burst` at once, and one more every `every_millis`.
    pub fn new(burst: u32, every_millis: u32) -> Self {
        Self {
            burst: f64::from(burst),
            per_millisecond: 1.0 / f64::from(every_millis.max(1)),
            buckets: Mutex::default(),
        }
    }

    /// For new visitors: an office or a school shares one address, a script does not stop at 30.
    pub fn visitors() -> Self {
        Self::new(30, 2_000)
    }

    /// Takes one for this address, if there is one left.
    pub fn take(&self, address: IpAddr, now: Timestamp) -> bool {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let address = network_of(address);
        if buckets.len() >= BUCKETS && !buckets.contains_key(&address) {
            buckets.retain(|_, bucket| self.filled(*bucket, now) < self.burst);
            if buckets.len() >= BUCKETS {
                return false; // as many addresses as this at once are no visitors
            }
        }
        let full = Bucket { tokens: self.burst, at: now };
        let bucket = buckets.entry(address).or_insert(full);
        let tokens = self.filled(*bucket, now);
        let allowed = tokens >= 1.0;
        *bucket = Bucket { tokens: if allowed { tokens - 1.0 } else { tokens }, at: now };
        allowed
    }

    #[expect(clippy::cast_precision_loss, reason = "milliseconds of an uptime fit a double")]
    fn filled(&self, bucket: Bucket, now: Timestamp) -> f64 {
        let since = now.since(bucket.at).max(0) as f64;
        (bucket.tokens + since * self.per_millisecond).min(self.burst)
    }
}

/// Whoever has an IPv6 address has 2^64 of them.
fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_for_each_address() {
        let limit = RateLimit::new(2, 1_000);
        let now = Timestamp::from_millis(0);
        let one: IpAddr = "192.0.2.1".parse().unwrap();
        let other: IpAddr = "192.0.2.2".parse().unwrap();
        assert!(limit.take(one, now) && limit.take(one, now));
        assert!(!limit.take(one, now));
        assert!(limit.take(other, now));
        assert!(!limit.take(one, now.plus(999)));
        assert!(limit.take(one, now.plus(1_000)));
        assert!(!limit.take(one, now.plus(1_000)));
        // A clock that runs backwards gives nothing away.
        assert!(!limit.take(one, now));
    }

    #[test]
    fn one_ipv6_network_is_one_address() {
        let limit = RateLimit::new(1, 1_000);
        let now = Timestamp::from_millis(0);
        assert!(limit.take("2001:db8::1".parse().unwrap(), now));
        assert!(!limit.take("2001:db8::2".parse().unwrap(), now));
        assert!(limit.take("2001:db8:0:1::1".parse().unwrap(), now));
        assert!(limit.take("::ffff:192.0.2.1".parse().unwrap(), now));
        assert!(!limit.take("192.0.2.1".parse().unwrap(), now));
    }
}
