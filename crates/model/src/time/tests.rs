//! Instants and days, read and written.

use proptest::prelude::*;

use super::*;

#[test]
fn reads_what_the_apis_write() {
    let check = |text: &str, millis: i64| {
        assert_eq!(Timestamp::parse(text), Some(Timestamp::from_millis(millis)), "{text}");
    };
    check("1970-01-01T00:00:00Z", 0);
    check("1970-01-01T00:00:00.5Z", 500);
    check("1970-01-01T00:00:00.123456789Z", 123);
    check("1970-01-01T01:00:00+01:00", 0);
    check("1969-12-31T19:30:00-04:30", 0);
    check("2000-02-29T12:00:00.000Z", 951_825_600_000);
    check("2026-01-10T15:00:00.000Z", 1_768_057_200_000);
    check("2016-12-31T23:59:60Z", 1_483_228_799_000);
}

#[test]
fn refuses_what_is_not_a_date_time() {
    for text in [
        "",
        "now",
        "2026-01-10",
        "2026-01-10T15:00:00",
        "2026-13-01T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-01-10T24:00:00Z",
        "2026-01-10T15:00:00.Z",
        "2026-01-10T15:00:00+1:00",
        "2026-01-10T15:00:00Zjunk",
        "2026/01-10T15:00:00Z",
        "2026-01/10T15:00:00Z",
        "2026-01-10T15.00:00Z",
        "2026-01-10T15:00.00Z",
        "2026-01-10x15:00:00Z",
        "2026-01-10T15:00:00+24:00",
        "2026-01-10T15:00:00-01:60",
        "２０２６-01-10T15:00:00Z",
    ] {
        assert_eq!(Timestamp::parse(text), None, "{text}");
    }
}

#[test]
fn an_instant_is_shown_as_its_text() {
    let instant = Timestamp::from_millis(1_768_057_200_007);
    assert_eq!(instant.to_string(), "2026-01-10T15:00:00.007Z");
    assert_eq!(Timestamp::from_millis(-1).to_string(), "1969-12-31T23:59:59.999Z");
}

#[test]
fn no_instant_takes_no_room() {
    assert_eq!(size_of::<Option<Timestamp>>(), size_of::<Timestamp>());
    // What pays for it.
    let (first, second) = (Timestamp::from_millis(i64::MIN), Timestamp::from_millis(i64::MIN + 1));
    assert_eq!(first, second);
    assert_eq!(serde_json::to_string(&Some(Timestamp::from_millis(-5))).unwrap(), "-5");
    assert_eq!(format!("{:?}", Timestamp::from_millis(-5)), "Timestamp(-5)");
}

proptest! {
    #[test]
    fn instants_are_in_the_order_of_their_milliseconds(one: i64, two: i64) {
        let [first, second] = [one, two].map(|millis| Timestamp::from_millis(millis.max(-i64::MAX)));
        prop_assert_eq!(first.cmp(&second), first.as_millis().cmp(&second.as_millis()));
        prop_assert_eq!(first.as_millis(), one.max(-i64::MAX));
    }
}

#[test]
fn the_calendar_holds_at_the_ends_of_its_eras() {
    for text in ["1600-02-29", "1999-12-31", "2000-02-28", "2000-02-29", "2000-03-01"] {
        assert_eq!(Date::parse(text).unwrap().to_string(), text);
    }
}

#[test]
fn a_day_depends_on_the_reader() {
    let late = Timestamp::parse("2026-03-01T23:30:00Z").unwrap();
    assert_eq!(late.date(0).to_string(), "2026-03-01");
    assert_eq!(late.date(60).to_string(), "2026-03-02");
    assert_eq!(late.date(60).days - late.date(0).days, 1);
}

#[test]
fn a_day_is_read_and_written_as_its_text() {
    let day = Date::parse("2024-02-29").unwrap();
    assert_eq!((day.year, day.month, day.day, day.days), (2024, 2, 29, 19_782));
    assert_eq!(serde_json::to_string(&day).unwrap(), "\"2024-02-29\"");
    assert_eq!(serde_json::from_str::<Date>("\"2024-02-29\"").unwrap(), day);
    for text in [
        "",
        "2023-02-29",
        "2024-00-10",
        "2024-13-10",
        "2024-01-00",
        "2024-1-10",
        "2024/01-10",
        "2024-01/10",
        "2024-01-10T00:00:00Z",
    ] {
        assert_eq!(Date::parse(text), None, "{text}");
        assert!(serde_json::from_str::<Date>(&format!("\"{text}\"")).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn text_and_instant_agree(millis in -62_135_596_800_000_i64..253_402_300_800_000) {
        let instant = Timestamp::from_millis(millis);
        prop_assert_eq!(Timestamp::parse(&instant.to_rfc3339()), Some(instant));
    }

    #[test]
    fn no_text_panics(text in ".{0,40}") {
        let _ = Timestamp::parse(&text);
    }
}
