//! Every kind of field, answered well and badly.

use proptest::prelude::*;

use super::*;
use crate::draft::TEXT;

const KINDS: [(&str, FieldKind); 10] = [
    ("text", FieldKind::Text),
    ("number", FieldKind::Number),
    ("integer", FieldKind::Integer),
    ("email", FieldKind::Email),
    ("phone", FieldKind::Phone),
    ("url", FieldKind::Url),
    ("date", FieldKind::Date),
    ("boolean", FieldKind::Boolean),
    ("choice", FieldKind::Choice),
    ("list", FieldKind::List),
];

fn field(kind: FieldKind) -> Field {
    Field { identifier: "f".into(), kind, ..Field::default() }
}

fn good(field: &Field, answer: &str, value: Value) {
    let values = check(std::slice::from_ref(field), [("f", answer)]);
    assert_eq!(values, Ok(vec![("f".to_owned(), value)]), "{answer:?}");
}

fn bad(field: &Field, answer: &str, codes: &[&str]) {
    let problems = check(std::slice::from_ref(field), [("f", answer)]).unwrap_err();
    let found: Vec<_> = problems.iter().map(Problem::code).collect();
    assert_eq!(found, codes, "{answer:?}");
}

#[test]
fn every_word_is_a_kind_and_an_unknown_one_a_text() {
    for (word, kind) in KINDS {
        assert_eq!(FieldKind::of(word), kind);
        assert_eq!(serde_json::to_value(kind).unwrap(), word);
    }
    for (word, kind) in [
        ("Float", FieldKind::Number),
        ("decimal", FieldKind::Number),
        ("int", FieldKind::Integer),
        ("tel", FieldKind::Phone),
        ("bool", FieldKind::Boolean),
        ("checkbox", FieldKind::Boolean),
        ("select", FieldKind::Choice),
        ("dropdown", FieldKind::Choice),
        ("radio", FieldKind::Choice),
        ("multiselect", FieldKind::List),
        ("multi_select", FieldKind::List),
        ("hologram", FieldKind::Text),
        ("", FieldKind::Text),
    ] {
        assert_eq!(FieldKind::of(word), kind, "{word}");
    }
    let of = FormField { identifier: "a".into(), name: "A".into(), kind: "email".into() };
    let expected = Field { identifier: "a".into(), kind: FieldKind::Email, ..Field::default() };
    assert_eq!(Field::from(&of), expected);
}

#[test]
fn a_text_has_a_length() {
    let any = field(FieldKind::Text);
    good(&any, " a\nb\t", Value::Text(" a\nb\t".into()));
    bad(&any, "a\u{0}", &["control_character"]);
    let most = usize::try_from(TEXT.max).unwrap();
    good(&any, &"é".repeat(most), Value::Text("é".repeat(most)));
    bad(&any, &"é".repeat(most + 1), &["too_long"]);
    let short = Field { min_length: Some(2), max_length: Some(3), ..any };
    bad(&short, "é", &["too_short"]);
    good(&short, "éé", Value::Text("éé".into()));
    good(&short, "ééé", Value::Text("ééé".into()));
    bad(&short, "éééé", &["too_long"]);
    bad(&short, "\u{1}abc", &["too_long", "control_character"]);
    let twisted = Field { min_length: Some(5), ..short };
    bad(&twisted, "abcd", &["too_short", "too_long"]);
}

#[test]
fn a_number_has_bounds() {
    let any = field(FieldKind::Number);
    for (text, number) in [("7", 7.0), (" -1.5 ", -1.5), ("+3", 3.0), ("0.25", 0.25), (".5", 0.5)] {
        good(&any, text, Value::Number(number));
    }
    for text in ["seven", "1,5", "1e5", "inf", "NaN", "0x1", "--1", ".", "1 2", &"9".repeat(400)] {
        bad(&any, text, &["not_a_number"]);
    }
    let bounded = Field { min: Some(1.0), max: Some(2.5), ..any };
    good(&bounded, "1", Value::Number(1.0));
    good(&bounded, "2.5", Value::Number(2.5));
    bad(&bounded, "0.99", &["too_small"]);
    bad(&bounded, "2.51", &["too_big"]);
    let whole = Field { kind: FieldKind::Integer, ..bounded };
    good(&whole, "2", Value::Number(2.0));
    good(&whole, "2.0", Value::Number(2.0));
    bad(&whole, "1.5", &["not_an_integer"]);
    bad(&whole, "9.5", &["not_an_integer", "too_big"]);
}

#[test]
fn addresses_and_days_are_put_into_one_form() {
    good(&field(FieldKind::Email), " Ada@B.Example", Value::Email("Ada@b.example".into()));
    bad(&field(FieldKind::Email), "ada", &["not_an_email"]);
    good(&field(FieldKind::Phone), "0049 170 1234567", Value::Phone("+491701234567".into()));
    bad(&field(FieldKind::Phone), "1234", &["not_a_phone", "not_a_phone"]);
    good(&field(FieldKind::Url), " https://x ", Value::Url("https://x".into()));
    bad(&field(FieldKind::Url), "x", &["not_a_url"]);
    good(&field(FieldKind::Date), " 2028-02-29 ", Value::Date("2028-02-29".into()));
    for text in ["2027-02-29", "29.2.2028", "2028-2-9", "tomorrow", "2028-02-29T00:00:00Z"] {
        bad(&field(FieldKind::Date), text, &["not_a_date"]);
    }
}

#[test]
fn a_choice_is_one_that_is_offered() {
    good(&field(FieldKind::Boolean), "true", Value::Boolean(true));
    good(&field(FieldKind::Boolean), " false ", Value::Boolean(false));
    bad(&field(FieldKind::Boolean), "yes", &["not_a_boolean"]);
    let options = vec!["red".to_owned(), "dark blue".to_owned()];
    let choice = Field { options, ..field(FieldKind::Choice) };
    good(&choice, " dark blue ", Value::Text("dark blue".into()));
    bad(&choice, "blue", &["not_a_choice"]);
    good(&field(FieldKind::Choice), "anything", Value::Text("anything".into()));
    let list = Field { kind: FieldKind::List, ..choice };
    let both = Value::List(vec!["red".into(), "dark blue".into()]);
    good(&list, "red\n\n dark blue\r\n", both);
    bad(&list, "red\ngreen", &["not_a_choice"]);
}

#[test]
fn what_is_required_is_there_and_nothing_else() {
    let optional = field(FieldKind::Number);
    assert_eq!(check(std::slice::from_ref(&optional), []), Ok(vec![]));
    assert_eq!(check(std::slice::from_ref(&optional), [("f", " \u{200b}")]), Ok(vec![]));
    let required = Field { required: true, ..optional.clone() };
    for answers in [vec![], vec![("f", " ")]] {
        let problems = check(std::slice::from_ref(&required), answers).unwrap_err();
        assert_eq!(problems, [Problem::at("f", Fault::Required)]);
    }
    // The last answer counts, and one that nobody asked for is a slip.
    assert_eq!(
        check(std::slice::from_ref(&required), [("f", "x"), ("f", "1")]),
        Ok(vec![("f".to_owned(), Value::Number(1.0))])
    );
    assert_eq!(
        check(&[required], [("g", "1"), ("f", "x")]),
        Err(vec![Problem::at("f", Fault::NotANumber), Problem::at("g", Fault::Unknown)])
    );
}

proptest! {
    #[test]
    fn no_answer_panics(kind in 0_usize..10, answer in "\\PC{0,20}|[0-9+.-]{0,12}") {
        let _ = check(&[field(KINDS[kind].1)], [("f", &*answer)]);
    }

    #[test]
    fn a_number_is_read_as_it_was_written(whole in -1_000_000_000..1_000_000_000, rest in 0..1000) {
        let text = format!("{whole}.{rest:03}");
        good(&field(FieldKind::Number), &text, Value::Number(text.parse().unwrap()));
    }
}
