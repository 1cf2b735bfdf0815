//! Fractions as the browser reads and writes them: as the standard library does.

use inbox_dialects::json::{decimal, parse};
use wasm_bindgen_test::wasm_bindgen_test;

fn read(text: &str) -> Option<f64> {
    parse(text, "a number").ok()?.as_number()?.as_f64()
}

#[wasm_bindgen_test]
fn texts_are_short_and_come_back() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "-0"),
        (51.5, "51.5"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e21, "1e21"),
        (123_456_789e12, "123456789000000000000"),
        (1e-6, "0.000001"),
        (-1.5e-7, "-1.5e-7"),
        (f64::MAX, "1.7976931348623157e308"),
        (f64::from_bits(1), "5e-324"),
    ] {
        assert_eq!(decimal(value), text);
        assert_eq!(read(text).map(f64::to_bits), Some(value.to_bits()), "{text}");
    }
    // All kinds of doubles, by a step that meets none twice.
    let bits = (0..20_000_u64).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    for value in bits.map(f64::from_bits).filter(|value| value.is_finite()) {
        let text = decimal(value);
        assert_eq!(text.parse().map(f64::to_bits), Ok(value.to_bits()), "{text}");
        assert_eq!(read(&text).map(f64::to_bits), Some(value.to_bits()), "{text}");
    }
}

#[wasm_bindgen_test]
fn what_is_beyond_all_doubles_is_no_number() {
    assert_eq!(read("1e309"), None);
    assert_eq!(read("-1e309"), None);
    assert_eq!(read("1e-400"), Some(0.0));
    assert_eq!(read("1.10"), Some(1.1));
    assert_eq!(read("12345678901234567890123"), Some(1.234_567_890_123_456_8e22));
}
