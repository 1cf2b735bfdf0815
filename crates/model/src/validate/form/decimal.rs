//! Decimal numbers as people type them. The standard library reads more than that, words and exponents
//! included, with tables that weigh 13 KB in a module that browsers download.

/// The largest power of ten that a double has exactly is its 22nd.
const EXACT: usize = 22;

/// Further digits change nothing in a double.
const ENOUGH: u64 = 100_000_000_000_000_000;

/// The number that a text is: digits, with a sign before and a point among them, if need be. None if it
/// is anything else, or beyond what a double can hold.
///
/// Up to 15 digits it is the nearest double, which is the number that was meant; of longer ones the
/// nearest or one of those beside it.
pub(super) fn read(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut read: u64 = 0;
    let (mut left_out, mut after_point) = (0, 0);
    for (index, byte) in whole.bytes().chain(fraction.bytes()).enumerate() {
        if !byte.is_ascii_digit() {
            return None;
        }
        let is_whole = index < whole.len();
        if read < ENOUGH {
            read = read * 10 + u64::from(byte - b'0');
            after_point += usize::from(!is_whole);
        } else {
            left_out += usize::from(is_whole);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "none up to 15 digits")]
    let number = scaled(read as f64, left_out, |number, power| number * power);
    let number = scaled(number, after_point, |number, power| number / power);
    number.is_finite().then_some(if negative { -number } else { number })
}

/// A number with `by` powers of ten, each of which is exact.
fn scaled(number: f64, by: usize, apply: impl Fn(f64, f64) -> f64) -> f64 {
    let mut scaled = number;
    let mut left = by;
    while left > 0 && scaled != 0.0 && scaled.is_finite() {
        let power = left.min(EXACT);
        scaled = apply(scaled, power_of_ten(power));
        left -= power;
    }
    scaled
}

fn power_of_ten(exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        let long = "9".repeat(400);
        for (text, number) in [
            ("0", Some(0.0)),
            ("-0.5", Some(-0.5)),
            ("+7", Some(7.0)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("007", Some(7.0)),
            ("12.50", Some(12.5)),
            ("9007199254740993", Some(9_007_199_254_740_992.0)),
            ("123456789012345678901234567890", Some(123_456_789_012_345_678_901_234_567_890.0)),
            ("0.00000000000000000000000000000000000000000000000000", Some(0.0)),
            (long.as_str(), None),
            ("", None),
            (".", None),
            ("-", None),
            ("+-1", None),
            ("1-", None),
            ("1.2.3", None),
            ("1,5", None),
            ("1e5", None),
            ("inf", None),
            ("NaN", None),
            ("\u{663}", None),
        ] {
            assert_eq!(read(text), number, "{text}");
        }
    }

    proptest! {
        #[test]
        fn up_to_fifteen_digits_it_is_the_nearest(
            whole in "-?[0-9]{1,8}", fraction in "[0-9]{0,7}",
        ) {
            let text = format!("{whole}.{fraction}");
            prop_assert_eq!(read(&text), text.parse().ok());
        }

        #[test]
        fn longer_ones_are_near(text in "[+-]?[0-9]{0,40}\\.[0-9]{1,40}") {
            let number = read(&text).unwrap();
            let nearest: f64 = text.parse().unwrap();
            prop_assert!((number - nearest).abs() <= nearest.abs() * 4.0 * f64::EPSILON);
        }

        #[test]
        fn what_is_no_number_for_others_is_none_here(text in "[0-9+.e-]{0,6}|\\PC{0,6}") {
            let other = text.parse::<f64>().ok().filter(|_| !text.contains(|one: char| one.is_ascii_alphabetic()));
            prop_assert_eq!(read(&text).is_some(), other.is_some());
        }
    }
}
