//! Where the lines of a long thread stand: how tall each is, as measured or guessed.

use std::collections::BTreeMap;
use std::ops::Range;

use inbox_model::thread::ItemKey;

/// What a line is taken for before any has been measured, in pixels.
const GUESS: f64 = 64.0;

/// The lines in order, and their heights.
#[derive(Default)]
pub(super) struct Heights {
    keys: Vec<ItemKey>,
    measured: Vec<Option<f64>>,
    /// Where each line begins; the last one stands for the end.
    starts: Vec<f64>,
    /// What the first lines that were measured were like. It stays: with every new guess all that
    /// was never in sight would move.
    guess: Option<f64>,
}

impl Heights {
    /// The keys of the lines.
    pub(super) fn keys(&self) -> &[ItemKey] {
        &self.keys
    }

    /// Which line this is.
    pub(super) fn position(&self, key: &ItemKey) -> Option<usize> {
        self.keys.iter().position(|one| one == key)
    }

    /// Has these lines now; what is known of them stays known.
    pub(super) fn rekey(&mut self, keys: Vec<ItemKey>) {
        // Mostly something has joined at one of the ends.
        let same = |(one, two): &(&ItemKey, &ItemKey)| one == two;
        let before = self.keys.len();
        let front = self.keys.iter().zip(&keys).take_while(same).count();
        let most = before.min(keys.len()) - front;
        let back = self.keys.iter().rev().zip(keys.iter().rev()).take(most);
        let back = back.take_while(same).count();
        let old = self.keys.iter().zip(&self.measured).take(before - back).skip(front);
        let old: BTreeMap<&ItemKey, Option<f64>> =
            old.map(|(key, height)| (key, *height)).collect();
        let new = keys.iter().take(keys.len() - back).skip(front);
        let new: Vec<Option<f64>> = new.map(|key| old.get(key).copied().flatten()).collect();
        self.measured.splice(front..before - back, new);
        self.keys = keys;
        self.lay();
    }

    /// What was measured holds no longer: lines are wider or narrower.
    pub(super) fn unlearn(&mut self) {
        self.measured.fill(None);
    }

    /// Takes note of a line's height.
    pub(super) fn measure(&mut self, at: usize, height: f64) {
        if let Some(known) = self.measured.get_mut(at) {
            *known = Some(height);
        }
    }

    /// Puts the lines one below the other.
    pub(super) fn lay(&mut self) {
        if self.guess.is_none() {
            let known = self.measured.iter().flatten();
            let (sum, count) = known.fold((0.0, 0.0), |(sum, n), height| (sum + height, n + 1.0));
            self.guess = (count > 0.0).then_some(sum / count);
        }
        let guess = self.guess.unwrap_or(GUESS);
        let mut end = 0.0;
        self.starts.clear();
        self.starts.push(end);
        self.starts.extend(self.measured.iter().map(|height| {
            end += height.unwrap_or(guess);
            end
        }));
    }

    /// Where a line begins; past the last one, where that ends.
    pub(super) fn start(&self, at: usize) -> f64 {
        self.starts.get(at).or(self.starts.last()).copied().unwrap_or_default()
    }

    /// Where the last line ends.
    pub(super) fn total(&self) -> f64 {
        self.start(self.keys.len())
    }

    /// The line at a height, or the nearest.
    pub(super) fn at(&self, height: f64) -> usize {
        let begun = self.starts.partition_point(|start| *start <= height);
        begun.saturating_sub(1).min(self.keys.len().saturating_sub(1))
    }

    /// The lines between two heights, or the last or middle ones if there are more than so many.
    pub(super) fn between(&self, top: f64, bottom: f64, most: usize) -> Range<usize> {
        if self.keys.is_empty() {
            return 0..0;
        }
        let (from, to) = (self.at(top), self.at(bottom) + 1);
        let spare = to.saturating_sub(from).saturating_sub(most);
        let below = if to == self.keys.len() { 0 } else { spare / 2 };
        from + (spare - below)..to - below
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(of: Range<i64>) -> Vec<ItemKey> {
        of.map(ItemKey::Day).collect()
    }

    /// Ten lines, of which the first four are 10, 20, 30 and 40 pixels tall.
    fn ten() -> Heights {
        let mut heights = Heights::default();
        heights.rekey(keys(0..10));
        for at in 0..4_u8 {
            heights.measure(at.into(), f64::from(at + 1) * 10.0);
        }
        heights.lay();
        heights
    }

    fn same(one: f64, two: f64) -> bool {
        (one - two).abs() < 0.001
    }

    #[test]
    fn what_was_not_measured_is_as_the_others() {
        let heights = ten();
        let starts = [0.0, 10.0, 30.0, 60.0, 100.0, 125.0];
        assert!((0..6).all(|at| same(heights.start(at), starts[at])));
        assert!(same(heights.total(), 250.0) && same(heights.start(99), 250.0));
        assert!(same(Heights::default().total(), 0.0));
    }

    #[test]
    fn lines_are_found_by_their_height() {
        let heights = ten();
        for (height, at) in [(-5.0, 0), (0.0, 0), (9.9, 0), (10.0, 1), (59.0, 2), (1e9, 9)] {
            assert_eq!(heights.at(height), at, "{height}");
        }
        assert_eq!(heights.between(15.0, 110.0, 9), 1..5);
        assert_eq!(heights.between(-1e9, 200.0, 4), 3..7, "the middle");
        assert_eq!(heights.between(-1e9, 1e9, 4), 6..10, "the end");
        assert_eq!(Heights::default().between(0.0, 100.0, 9), 0..0);
    }

    #[test]
    fn what_is_known_stays_known_wherever_others_come_and_go() {
        for (now, line, start) in [(-3..10, 5, 105.0), (0..12, 2, 30.0), (1..9, 1, 20.0)] {
            let mut heights = ten();
            heights.rekey(keys(now.clone()));
            assert!(same(heights.start(line), start), "{now:?}: {}", heights.start(line));
            assert_eq!(heights.keys().len(), heights.measured.len());
        }
        let mut heights = ten();
        heights.rekey(vec![ItemKey::Day(3), ItemKey::Day(70), ItemKey::Day(0)]);
        assert!(same(heights.start(1), 40.0) && same(heights.start(2), 65.0));
        assert!(same(heights.total(), 75.0));
        heights.unlearn();
        heights.lay();
        assert!(same(heights.total(), 75.0), "three times what lines were like");
    }
}
