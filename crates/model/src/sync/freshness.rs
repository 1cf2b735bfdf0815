//! Whether the copy of one conversation is up to date, and whether to fetch it now.

use crate::outbox;
use crate::time::Timestamp;

/// After so many attempts that led to nothing, what waits for a thread goes without it: what is
/// written is not to wait for ever.
#[cfg(feature = "company")]
const PATIENCE: u32 = 3;

/// How fresh one thread is.
///
/// Two kinds of reason call for a fetch: a version that is newer than the copy's, and doubt (the
/// stream was interrupted, an answer did not say all). A version settles itself once the copy has
/// reached it. Doubt is settled by a fetch that began after it arose, and by no other.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, any of which may hold")]
#[derive(Clone, Debug, Default)]
pub(super) struct Freshness {
    /// The reader looks at it.
    pub(super) open: bool,
    /// The thread has been read once.
    pub(super) loaded: bool,
    /// To be fetched even though nobody looks.
    wanted: bool,
    /// The version of the newest whole copy that has arrived.
    have: Option<u64>,
    /// The newest version that was ever heard of.
    target: Option<u64>,
    /// There may be something new.
    doubtful: bool,
    /// The fetch that is on its way, if there is one.
    fetch: Option<Fetch>,
    /// Attempts that led to nothing.
    failures: u32,
    /// No fetch before this.
    not_before: Option<Timestamp>,
}

/// A fetch on its way.
#[derive(Clone, Debug)]
struct Fetch {
    /// The newest version that had been heard of when it began.
    target: Option<u64>,
    /// Doubt has arisen since it began.
    outdated: bool,
}

impl Freshness {
    /// Somebody says that there is this version. `wanted`: fetch it even though nobody looks.
    pub(super) fn heard_of(&mut self, version: u64, wanted: bool) {
        self.target = self.target.max(Some(version));
        self.wanted |= wanted && self.is_behind();
    }

    /// There may be something new. `wanted`: fetch it even though nobody looks.
    pub(super) fn doubt(&mut self, wanted: bool) {
        self.doubtful = true;
        self.wanted |= wanted;
        if let Some(fetch) = &mut self.fetch {
            fetch.outdated = true;
        }
    }

    /// To be read even though nobody looks, as far as it may not be all.
    #[cfg(feature = "company")]
    pub(super) fn want(&mut self) {
        self.wanted = true;
    }

    /// Whether all that is known to have happened is held, or it is no use to wait for that.
    #[cfg(feature = "company")]
    pub(super) fn is_settled(&self) -> bool {
        self.loaded && !self.doubtful && !self.is_behind() || self.failures >= PATIENCE
    }

    /// The server says that this is its newest version: what is held may be that already.
    pub(super) fn confirm(&mut self, version: u64) {
        if self.have == Some(version) && self.fetch.is_none() {
            self.doubtful = false;
        }
    }

    /// Wait no longer for the next attempt.
    pub(super) fn hasten(&mut self) {
        self.failures = 0;
        self.not_before = None;
    }

    /// A whole copy is held now, at this version if the source tells.
    pub(super) fn holds(&mut self, version: Option<u64>) {
        self.loaded = true;
        self.have = self.have.max(version);
        self.target = self.target.max(version);
    }

    /// Begins a fetch, if there is reason for one. True if it is to be sent.
    pub(super) fn begin(&mut self, now: Timestamp) -> bool {
        let begin = self.fetch.is_none()
            && self.has_reason()
            && self.not_before.is_none_or(|instant| instant <= now);
        if begin {
            self.fetch = Some(Fetch { target: self.target, outdated: false });
        }
        begin
    }

    /// A fetch has arrived and `holds` was told. One that does not tell its version is taken to
    /// have reached what had been heard of when it began. True if it shows whatever was known
    /// then, so that nothing done before can be missing.
    pub(super) fn arrived(&mut self, version: Option<u64>, now: Timestamp) -> bool {
        let fetch = self.fetch.take();
        if version.is_none() {
            self.have = self.have.max(fetch.as_ref().and_then(|fetch| fetch.target));
        }
        let in_time = fetch.as_ref().is_some_and(|fetch| !fetch.outdated);
        let overtaken = fetch.is_some_and(|fetch| self.target > fetch.target);
        if in_time {
            self.doubtful = false;
        }
        if self.is_behind() && !overtaken {
            // The source answers with less than it has announced: do not ask in a tight loop.
            self.failed(now);
            return false;
        }
        self.hasten();
        self.wanted &= self.is_behind() || self.doubtful;
        in_time && !self.is_behind()
    }

    /// A fetch did not get through.
    pub(super) fn failed(&mut self, now: Timestamp) {
        self.fetch = None;
        self.failures = self.failures.saturating_add(1);
        self.not_before = Some(now.plus(outbox::delay(self.failures, 0)));
    }

    /// Whether nothing will be fetched before somebody tells something.
    #[cfg(feature = "company")]
    pub(super) fn is_at_rest(&self) -> bool {
        !self.open && !self.wanted
    }

    /// When the next attempt is due, if one has to wait.
    pub(super) fn next_due(&self) -> Option<Timestamp> {
        self.not_before.filter(|_| self.fetch.is_none() && self.has_reason())
    }

    fn has_reason(&self) -> bool {
        (self.open || self.wanted) && (!self.loaded || self.doubtful || self.is_behind())
    }

    fn is_behind(&self) -> bool {
        self.target > self.have
    }
}
