//! Looking at what a signal holds.

/// Looks at a value. In place of a signal's `with`, which is compiled anew for every closure that
/// it is given, where the value is cheap to copy: `see(signal.get(), |value| …)`.
#[inline]
pub fn see<T, R>(value: T, look: impl FnOnce(&T) -> R) -> R {
    look(&value)
}
