//! The clock, the time zone and the dice: what the model may not know by itself.

use inbox_model::{CommandId, Timestamp};
use js_sys::Date;
use wasm_bindgen::JsValue;

/// The present instant by this device's clock.
pub use crate::net::now;

/// How far the reader's clock is ahead of UTC at an instant, in minutes.
#[expect(clippy::cast_possible_truncation, reason = "a few hundred minutes")]
#[expect(clippy::cast_precision_loss, reason = "JavaScript's instants are doubles")]
pub fn minutes_ahead_of_utc(at: Timestamp) -> i32 {
    -Date::new(&JsValue::from_f64(at.as_millis() as f64)).get_timezone_offset() as i32
}

/// A fresh id: 128 random bits in hexadecimal.
pub fn new_command_id() -> CommandId {
    let mut bytes = [0u8; 16];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            *byte = u8::try_from(random_below(256)).unwrap_or_default();
        }
    }
    let hex = b"0123456789abcdef";
    let mut text = String::with_capacity(32);
    for byte in bytes {
        for nibble in [byte >> 4, byte & 15] {
            text.push(char::from(*hex.get(usize::from(nibble)).unwrap_or(&b'0')));
        }
    }
    CommandId::from(text)
}

/// A whole number from 0 to below `limit`, for jitter; not for secrets.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to limit")]
pub fn random_below(limit: u32) -> u32 {
    (f64::from(limit) * js_sys::Math::random()) as u32
}
