//! The effects of one step, in order.

use super::event::Effect;

/// Effects as they are found. What only says that something is different is said once.
#[derive(Debug, Default)]
pub(super) struct Effects(Vec<Effect>);

impl Effects {
    pub(super) fn push(&mut self, effect: Effect) {
        let once = !matches!(effect, Effect::Send { .. } | Effect::Save(_) | Effect::Forget(_));
        if !(once && self.0.contains(&effect)) {
            self.0.push(effect);
        }
    }

    pub(super) fn into_vec(self) -> Vec<Effect> {
        self.0
    }
}
