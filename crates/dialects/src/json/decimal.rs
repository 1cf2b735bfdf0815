//! Fractions and their texts: the nearest double, and the shortest text that tells it from its
//! neighbours.
//!
//! In a browser that is the browser's work. The standard library's ways are fast, and bring 20 KB of
//! tables and code (compressed) for two coordinates and a score.

/// The nearest double to a JSON number; `None` where it is beyond all of them.
pub(super) fn read(text: &str) -> Option<f64> {
    Some(nearest(text)?).filter(|value| value.is_finite())
}

/// A finite number in at most 17 digits, and no more than tell it from its neighbours: `51.5`,
/// `-0.12`, `1e-7`.
pub fn text(value: f64) -> String {
    shortest(value)
}

#[cfg(not(target_arch = "wasm32"))]
fn nearest(text: &str) -> Option<f64> {
    text.parse().ok()
}

#[cfg(target_arch = "wasm32")]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there may be none")]
fn nearest(text: &str) -> Option<f64> {
    Some(js_sys::Number::parse_float(text))
}

/// Outside of these an exponent is shorter; JavaScript has the same bounds.
#[cfg(not(target_arch = "wasm32"))]
fn shortest(value: f64) -> String {
    let size = value.abs();
    if size == 0.0 || (1e-6..1e21).contains(&size) {
        value.to_string()
    } else {
        format!("{value:e}")
    }
}

#[cfg(target_arch = "wasm32")]
fn shortest(value: f64) -> String {
    if value == 0.0 && value.is_sign_negative() {
        return "-0".to_owned(); // JavaScript leaves the sign out
    }
    let text = js_sys::Number::from(value).to_string_with_radix(10);
    text.map(String::from).unwrap_or_default().replace('+', "")
}
