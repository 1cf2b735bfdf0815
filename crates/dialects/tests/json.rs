//! The JSON of our own says what `serde_json` says, and refuses what it refuses.

use inbox_dialects::json::{Value, decimal, parse};
use proptest::prelude::*;
use serde_json::Value as Theirs;

fn ours(text: &str) -> Option<Value> {
    parse(text, "text").ok()
}

/// Equal value for value. Numbers are compared by what they read as.
fn same(ours: &Value, theirs: &Theirs) -> bool {
    match (ours, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Bool(ours), Theirs::Bool(theirs)) => ours == theirs,
        (Value::String(ours), Theirs::String(theirs)) => ours == theirs,
        (Value::Number(ours), Theirs::Number(theirs)) => {
            // It takes a whole zero with a sign, and what is beyond 64 bits, for a fraction.
            let whole = theirs.is_f64()
                || (ours.as_i64(), ours.as_u64()) == (theirs.as_i64(), theirs.as_u64());
            // Its own reading of fractions may be off by the last bit; the standard library's not.
            whole && ours.as_f64() == ours.as_str().parse::<f64>().ok()
        }
        (Value::Array(ours), Theirs::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(one, two)| same(one, two))
        }
        (Value::Object(ours), Theirs::Object(theirs)) => {
            let member = |(name, value): (&String, &Theirs)| {
                ours.get(name).is_some_and(|ours| same(ours, value))
            };
            ours.iter().all(|(name, _)| theirs.contains_key(name)) && theirs.iter().all(member)
        }
        _ => false,
    }
}

fn theirs() -> impl Strategy<Value = Theirs> {
    let leaf = prop_oneof![
        Just(Theirs::Null),
        any::<bool>().prop_map(Theirs::from),
        any::<i64>().prop_map(Theirs::from),
        any::<u64>().prop_map(Theirs::from),
        any::<f64>().prop_map(Theirs::from),
        any::<String>().prop_map(Theirs::from),
        "[\\x00-\\x20\"\\\\/\u{7f}-\u{a0}\u{2028}\u{2029}😀]{0,6}".prop_map(Theirs::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Theirs::from),
            prop::collection::hash_map(".{0,4}", inner, 0..4)
                .prop_map(|members| Theirs::Object(members.into_iter().collect())),
        ]
    })
}

/// What numbers, texts and their surroundings are made of, right and wrong.
const PIECES: [&str; 39] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\\u",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\ude00",
    "\\u0041",
    "\\n",
    "\\x",
    "0",
    "00",
    "1",
    "-",
    "+",
    ".",
    "e",
    "E",
    "1e5",
    "-0.5",
    "1E-2",
    "1e999",
    "1e-999",
    "true",
    "false",
    "null",
    "nul",
    "NaN",
    " ",
    "\t",
    "\n",
    "\0",
    "\u{c}",
    "\u{feff}",
];

fn broken() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES.to_vec());
    let change = (any::<prop::sample::Index>(), 0..3_usize, piece);
    let changes = prop::collection::vec(change, 1..4);
    (theirs(), any::<bool>(), changes).prop_map(|(value, pretty, changes)| {
        let text = if pretty { format!("{value:#}") } else { value.to_string() };
        let mut letters: Vec<char> = text.chars().collect();
        for (place, length, piece) in changes {
            let at = place.index(letters.len() + 1);
            let end = (at + length).min(letters.len());
            letters.splice(at..end, piece.chars());
        }
        letters.into_iter().collect()
    })
}

/// Compares both readings of one text.
fn assert_as_serde(text: &str) {
    let read = ours(text);
    assert_eq!(read.is_some(), serde_json::from_str::<Theirs>(text).is_ok(), "{text:?}");
    if let (Some(ours), Ok(theirs)) = (&read, &serde_json::from_str::<Theirs>(text)) {
        assert!(same(ours, theirs), "{ours:?} {theirs:?}");
        let again = serde_json::from_str::<Theirs>(&ours.to_json());
        assert_eq!(again.as_ref().ok(), Some(theirs));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_others_write_is_read_and_written_again(value in theirs()) {
        assert_as_serde(&value.to_string());
        assert_as_serde(&format!("{value:#}"));
        let text = Value::from(&value).to_json();
        prop_assert!(!text.contains(['\n', '\r']), "more than a line: {text:?}");
        prop_assert_eq!(&serde_json::from_str::<Theirs>(&text).unwrap(), &value);
        prop_assert_eq!(Theirs::from(Value::from(&value)), value);
    }

    #[test]
    fn what_others_refuse_is_refused(text in broken()) {
        assert_as_serde(&text);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        assert_as_serde(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn pieces_in_any_order_are_read_alike(
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..8),
    ) {
        assert_as_serde(&pieces.concat());
    }

    /// All doubles, not just those that come up.
    #[test]
    fn a_double_survives_its_text(bits in any::<u64>()) {
        let value = f64::from_bits(bits);
        prop_assume!(value.is_finite());
        let text = decimal(value);
        prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), bits, "{}", text);
        let read = ours(&text).unwrap().as_number().unwrap().as_f64();
        prop_assert_eq!(read.map(f64::to_bits), Some(bits), "{}", text);
    }

    /// As people write them, with up to 19 digits: the nearest double, as the standard library has it.
    #[test]
    fn a_decimal_is_read_to_the_nearest_double(
        negative: bool, digits in 0..10_000_000_000_000_000_000_u64, places in 0..30_i32, more in "[0-9]{0,30}",
    ) {
        let sign = if negative { "-" } else { "" };
        for text in [format!("{sign}{digits}.{more}0e-{places}"), format!("{sign}{digits}E{places}")] {
            let read = ours(&text).unwrap().as_number().unwrap().as_f64();
            prop_assert_eq!(read, text.parse().ok(), "{}", text);
        }
    }
}

#[test]
fn numbers_are_short() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "-0"),
        (1.0, "1"),
        (51.5, "51.5"),
        (-0.12, "-0.12"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e21, "1e21"),
        (123_456_789e12, "123456789000000000000"),
        (1e-6, "0.000001"),
        (1.5e-7, "1.5e-7"),
        (f64::MAX, "1.7976931348623157e308"),
    ] {
        assert_eq!(decimal(value), text);
    }
    assert_eq!(Value::from(51.0).to_json(), "51.0");
    assert_eq!(Value::from(f64::NAN), Value::Null);
}

#[test]
fn a_number_keeps_its_digits() {
    let text = "[12345678901234567890123,1.10,1E+300]";
    let value = ours(text).unwrap();
    assert_eq!(value.to_json(), text);
    let numbers = value.as_array().unwrap().iter().filter_map(Value::as_number);
    let read: Vec<_> = numbers.map(|one| (one.as_u64(), one.as_f64())).collect();
    assert_eq!(
        read,
        [(None, Some(1.234_567_890_123_456_8e22)), (None, Some(1.1)), (None, Some(1e300))]
    );
}

#[test]
fn of_two_members_of_one_name_the_last_counts() {
    let value = ours(r#"{"a":1,"b":2,"a":3}"#).unwrap();
    let members = value.as_object().unwrap();
    assert_eq!(members.get("a"), Some(&Value::from(3_u64)));
    let mut members = members.clone();
    members.remove("a");
    assert_eq!(Value::Object(members).to_json(), r#"{"b":2}"#);
}

#[test]
fn deep_nesting_is_refused_and_no_deeper_than_elsewhere() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [126, 127, 128, 129, 100_000] {
            let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            assert_eq!(
                ours(&text).is_some(),
                serde_json::from_str::<Theirs>(&text).is_ok(),
                "{depth}"
            );
            assert_eq!(ours(&text).is_some(), depth < 128, "{depth}");
        }
        assert_eq!(ours(&open.repeat(1_000_000)), None);
    }
}
