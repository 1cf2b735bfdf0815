//! A small seeded generator, so that the demo is the same everywhere and needs no crate.

/// A stream of numbers that depends on nothing but its seed (splitmix64).
pub(super) struct Rng(u64);

impl Rng {
    /// The stream of `seed`. Streams of neighbouring seeds have nothing in common.
    pub(super) fn new(seed: u64) -> Self {
        Self(mix(seed))
    }

    /// The next number.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number below `bound`; 0 if there is none.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included; `low` if they are the wrong way round.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high.saturating_sub(low)).unwrap_or(0).saturating_add(1);
        low.saturating_add(i64::try_from(self.next() % span).unwrap_or(0))
    }

    /// A number from `low` to `high`, small ones as likely as large ones (each doubling weighs the
    /// same): how long people take.
    pub(super) fn stretch(&mut self, low: i64, high: i64) -> i64 {
        let mut high = high;
        while high / 2 > low && self.chance(50) {
            high /= 2;
        }
        self.between(low.max(high / 2), high)
    }

    /// True in `percent` of all cases.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    /// One of `choices`, `None` if there are none.
    pub(super) fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.below(choices.len()))
    }

    /// One of `texts`, empty if there are none.
    pub(super) fn text(&mut self, texts: &[&'static str]) -> &'static str {
        self.pick(texts).copied().unwrap_or_default()
    }

    /// One of `choices`, each as often as its weight says.
    pub(super) fn weighted<T: Copy>(&mut self, choices: &[(u8, T)]) -> Option<T> {
        let sum = choices.iter().map(|(weight, _)| usize::from(*weight)).sum();
        let mut place = self.below(sum);
        choices.iter().find_map(|&(weight, choice)| {
            let hit = place < usize::from(weight);
            place = place.saturating_sub(usize::from(weight));
            hit.then_some(choice)
        })
    }

    /// Up to `count` different ones of `choices`, in their own order.
    pub(super) fn some<'a, T>(&mut self, choices: &'a [T], count: usize) -> Vec<&'a T> {
        let mut wanted = count.min(choices.len());
        let mut chosen = Vec::with_capacity(wanted);
        for (at, choice) in choices.iter().enumerate() {
            if self.below(choices.len() - at) < wanted {
                wanted -= 1;
                chosen.push(choice);
            }
        }
        chosen
    }
}

/// Scatters a number over the whole range; no two numbers land on the same place.
pub(super) fn mix(number: u64) -> u64 {
    let mixed = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_one_stream() {
        let stream = |seed| {
            let mut rng = Rng::new(seed);
            (0..50).map(|_| rng.next()).collect::<Vec<_>>()
        };
        assert_eq!(stream(7), stream(7));
        assert_ne!(stream(7), stream(8));
    }

    #[test]
    fn numbers_stay_within_their_bounds() {
        let mut rng = Rng::new(1);
        for _ in 0..2_000 {
            assert!(rng.below(3) < 3);
            assert!((-2..=2).contains(&rng.between(-2, 2)));
            assert!((3..=400).contains(&rng.stretch(3, 400)));
        }
        assert_eq!((rng.below(0), rng.between(5, 1)), (0, 5));
        assert_eq!(rng.pick::<u8>(&[]), None);
        assert_eq!(rng.some(&[1, 2, 3], 9), [&1, &2, &3]);
        assert_eq!(rng.some(&[1, 2, 3], 2).len(), 2);
    }
}
