//! The conversations that are picked, to do something to all of them.

use inbox_model::ConversationId;

use crate::reactive::RwSignal;

/// So many can be picked: each is one request when something is done to them.
const MOST: usize = 500;

/// What is picked, as a signal.
#[derive(Clone, Copy, Default)]
pub(super) struct Picks(RwSignal<Picked>);

impl Picks {
    /// Whether a conversation is picked; follows that.
    pub(super) fn has(self, id: &ConversationId) -> bool {
        self.0.with(|picked| picked.has(id))
    }

    /// How many are picked; follows that.
    pub(super) fn count(self) -> usize {
        self.0.with(|picked| picked.ids().count())
    }

    /// Whether as many are picked as there are, or as there is room for; follows that.
    pub(super) fn is_all(self, there: usize) -> bool {
        self.count() >= there.min(MOST)
    }

    /// Those that are picked; follows that.
    pub(super) fn get(self) -> Vec<ConversationId> {
        self.0.with(|picked| picked.ids().cloned().collect())
    }

    /// Picks one, or no longer.
    pub(super) fn toggle(self, id: &ConversationId) {
        self.0.update(|picked| picked.toggle(id));
    }

    /// Picks all from the one that was touched last to this one.
    pub(super) fn reach(self, keys: &[ConversationId], from: &ConversationId, to: &ConversationId) {
        self.0.update(|picked| picked.reach(keys, from, to));
    }

    /// Picks all of a list, as far as there is room.
    pub(super) fn all(self, keys: &[ConversationId]) {
        let fixed = keys.iter().take(MOST).cloned().collect();
        self.0.set(Picked { fixed, ..Picked::default() });
    }

    /// Picks none; whether any was picked.
    pub(super) fn clear(self) -> bool {
        let any = self.0.with_untracked(|picked| picked.ids().next().is_some());
        if any {
            self.0.set(Picked::default());
        }
        any
    }

    /// Keeps only those that are there.
    pub(super) fn keep(self, there: impl Fn(&ConversationId) -> bool) {
        if !self.0.with_untracked(|picked| picked.ids().all(&there)) {
            self.0.update(|picked| {
                picked.fixed.retain(&there);
                picked.range.retain(&there);
            });
        }
    }
}

/// What is picked one by one, and the range that begins at what was touched last: reaching for
/// another row changes the range and nothing else.
#[derive(Clone, Debug, Default, PartialEq)]
struct Picked {
    fixed: Vec<ConversationId>,
    range: Vec<ConversationId>,
    anchor: Option<ConversationId>,
}

impl Picked {
    fn has(&self, id: &ConversationId) -> bool {
        self.fixed.contains(id) || self.range.contains(id)
    }

    fn ids(&self) -> impl Iterator<Item = &ConversationId> {
        let more = self.range.iter().filter(|id| !self.fixed.contains(id));
        self.fixed.iter().chain(more).take(MOST)
    }

    fn toggle(&mut self, id: &ConversationId) {
        let had = self.has(id);
        self.fixed = self.ids().filter(|one| *one != id).cloned().collect();
        self.range.clear();
        if !had {
            self.fixed.push(id.clone());
        }
        self.anchor = Some(id.clone());
    }

    fn reach(&mut self, keys: &[ConversationId], from: &ConversationId, to: &ConversationId) {
        let place = |id: &ConversationId| keys.iter().position(|key| key == id);
        let anchor = self.anchor.get_or_insert_with(|| from.clone());
        let Some(to) = place(to) else { return };
        let from = place(anchor).unwrap_or(to);
        let range = keys.get(from.min(to)..=from.max(to)).unwrap_or_default();
        // Of a range that is too long, what is near its beginning.
        self.range = if from <= to {
            range.iter().take(MOST).cloned().collect()
        } else {
            range.iter().rev().take(MOST).cloned().collect()
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(ids: &str) -> Vec<ConversationId> {
        ids.chars().map(|id| id.to_string().as_str().into()).collect()
    }

    fn told(picked: &Picked) -> String {
        let mut ids: Vec<&str> = picked.ids().map(ConversationId::as_str).collect();
        ids.sort_unstable();
        ids.concat()
    }

    #[test]
    fn a_range_follows_the_hand_and_leaves_the_others() {
        let list = keys("abcdefg");
        let mut picked = Picked::default();
        let mut check = |act: &dyn Fn(&mut Picked), expected: &str| {
            act(&mut picked);
            assert_eq!(told(&picked), expected);
        };
        let reach = |to: &str| {
            let (list, to) = (list.clone(), ConversationId::from(to));
            move |picked: &mut Picked| picked.reach(&list, &"d".into(), &to)
        };
        check(&|picked| picked.toggle(&"a".into()), "a");
        check(&|picked| picked.toggle(&"c".into()), "ac");
        check(&reach("e"), "acde");
        check(&reach("d"), "acd");
        check(&reach("b"), "abc");
        check(&reach("x"), "abc");
        check(&|picked| picked.toggle(&"b".into()), "ac");
        check(&reach("a"), "abc");
        check(&|picked| *picked = Picked::default(), "");
        // Without anything touched, from where the keyboard is.
        check(&reach("f"), "def");
    }

    #[test]
    fn there_is_room_for_so_many() {
        let list: Vec<ConversationId> =
            (0..MOST + 100).map(|at| ConversationId::new(format!("c{at:04}"))).collect();
        let mut picked = Picked::default();
        picked.reach(&list, &list[0], &list[MOST + 99]);
        assert_eq!(picked.ids().count(), MOST);
        assert!(picked.has(&list[0]) && !picked.has(&list[MOST]));
        let mut picked = Picked::default();
        picked.reach(&list, &list[MOST + 99], &list[0]);
        assert!(picked.has(&list[MOST + 99]) && !picked.has(&list[0]));
    }
}
