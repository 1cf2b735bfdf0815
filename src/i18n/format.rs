//! `Intl` behind a few functions, and the filling of placeholders.

use inbox_model::Timestamp;
#[cfg(feature = "desk")]
use inbox_model::countdown::{Countdown, Unit};
use inbox_model::time::{DAY, HOUR, MINUTE};
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The units of sizes, each a thousand of the one before.
const SIZES: &[&str] = &["byte", "kilobyte", "megabyte", "gigabyte"];

/// Formatters of one language, made once: they are dear to make and cheap to use.
pub(super) struct Formats {
    time: Intl::DateTimeFormat,
    full: Intl::DateTimeFormat,
    weekday: Intl::DateTimeFormat,
    day: Intl::DateTimeFormat,
    day_and_year: Intl::DateTimeFormat,
    relative: Intl::RelativeTimeFormat,
    relative_short: Intl::RelativeTimeFormat,
    plurals: Intl::PluralRules,
    numbers: Intl::NumberFormat,
    locales: Array,
    #[cfg(feature = "desk")]
    percent: Intl::NumberFormat,
    #[cfg(feature = "desk")]
    moment: Intl::DateTimeFormat,
    #[cfg(feature = "desk")]
    units: [Intl::NumberFormat; 3],
}

impl Formats {
    pub(super) fn new(tag: &str) -> Self {
        let locales = Array::of1(&JsValue::from_str(if is_tag(tag) { tag } else { "en" }));
        let dates =
            |options: &[(&str, &str)]| Intl::DateTimeFormat::new(&locales, &object(options));
        Self {
            time: dates(&[("hour", "numeric"), ("minute", "2-digit")]),
            full: dates(&[("dateStyle", "full"), ("timeStyle", "short")]),
            weekday: dates(&[("weekday", "short")]),
            day: dates(&[("day", "numeric"), ("month", "short")]),
            day_and_year: dates(&[("day", "numeric"), ("month", "short"), ("year", "numeric")]),
            relative: Intl::RelativeTimeFormat::new(&locales, &object(&[("numeric", "auto")])),
            relative_short: Intl::RelativeTimeFormat::new(
                &locales,
                &object(&[("numeric", "always"), ("style", "narrow")]),
            ),
            plurals: Intl::PluralRules::new(&locales, &object(&[])),
            numbers: Intl::NumberFormat::new(&locales, &object(&[])),
            #[cfg(feature = "desk")]
            percent: Intl::NumberFormat::new(&locales, &object(&[("style", "percent")])),
            #[cfg(feature = "desk")]
            moment: dates(&[
                ("day", "numeric"),
                ("month", "short"),
                ("hour", "numeric"),
                ("minute", "2-digit"),
            ]),
            #[cfg(feature = "desk")]
            units: ["day", "hour", "minute"].map(|unit| of_unit(&locales, unit)),
            locales,
        }
    }

    pub(super) fn time(&self, at: Timestamp) -> String {
        date(&self.time, at)
    }

    pub(super) fn full(&self, at: Timestamp) -> String {
        date(&self.full, at)
    }

    pub(super) fn ago(&self, at: Timestamp, now: Timestamp, just_now: &str) -> String {
        let past = now.since(at).max(0);
        match past {
            _ if past < MINUTE => just_now.to_owned(),
            _ if past < HOUR => self.short_ago(past / MINUTE, "minute"),
            _ if past < DAY => self.short_ago(past / HOUR, "hour"),
            _ if past < 6 * DAY => date(&self.weekday, at),
            _ if past < 300 * DAY => date(&self.day, at),
            _ => date(&self.day_and_year, at),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a number of minutes or hours, far below 2^52")]
    fn short_ago(&self, count: i64, unit: &str) -> String {
        self.relative_short.format(-count as f64, unit).into()
    }

    #[expect(clippy::cast_precision_loss, reason = "0 or 1")]
    pub(super) fn day(&self, at: Timestamp, days_ago: i64) -> String {
        match days_ago {
            0 | 1 => String::from(self.relative.format(-days_ago as f64, "day")),
            2..300 => date(&self.day, at),
            _ => date(&self.day_and_year, at),
        }
    }

    pub(super) fn plural(&self, n: u32) -> String {
        self.plurals.select(f64::from(n)).into()
    }

    pub(super) fn number(&self, n: f64) -> String {
        number(&self.numbers, n)
    }

    /// So many hundredths.
    #[cfg(feature = "desk")]
    pub(super) fn percent(&self, n: u32) -> String {
        number(&self.percent, f64::from(n) / 100.0)
    }

    /// Minutes and seconds, as players have them.
    pub(super) fn clock(&self, seconds: u32) -> String {
        let number = |n: u32| self.number(n.into());
        let zero = if seconds % 60 < 10 { number(0) } else { String::new() };
        [&number(seconds / 60), ":", &zero, &number(seconds % 60)].concat()
    }

    /// A size in the largest unit that keeps it above one, to the tenth below ten.
    #[expect(clippy::cast_precision_loss, reason = "told to two digits")]
    pub(super) fn size(&self, bytes: u64) -> String {
        let mut size = bytes as f64;
        let mut units = SIZES;
        while let [_, larger @ ..] = units
            && size >= 1_000.0
            && !larger.is_empty()
        {
            size /= 1_000.0;
            units = larger;
        }
        let tenths = if size < 10.0 { 10.0 } else { 1.0 };
        // Made when one is needed: most threads have no files.
        let format = of_unit(&self.locales, units.first().copied().unwrap_or_default());
        number(&format, (size * tenths).floor() / tenths)
    }

    /// Day and time, short.
    #[cfg(feature = "desk")]
    pub(super) fn moment(&self, at: Timestamp) -> String {
        date(&self.moment, at)
    }

    /// How much time is left, or has passed.
    #[cfg(feature = "desk")]
    pub(super) fn countdown(&self, told: Countdown) -> String {
        let [days, hours, minutes] = &self.units;
        let (large, small) = match told.unit {
            Unit::Days => (days, hours),
            Unit::Hours => (hours, minutes),
            Unit::Minutes => return number(minutes, told.amount.into()),
            Unit::Seconds => return self.clock(told.amount),
            Unit::LessThanAMinute => return ["< ", &number(minutes, 1.0)].concat(),
        };
        let large = number(large, told.amount.into());
        match told.rest {
            0 => large,
            rest => [large.as_str(), " ", &number(small, rest.into())].concat(),
        }
    }
}

fn of_unit(locales: &Array, unit: &str) -> Intl::NumberFormat {
    let options = object(&[("style", "unit"), ("unit", unit), ("unitDisplay", "short")]);
    Intl::NumberFormat::new(locales, &options)
}

fn number(format: &Intl::NumberFormat, n: f64) -> String {
    let format = format.format();
    format
        .call1(&JsValue::UNDEFINED, &JsValue::from_f64(n))
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// A language by its name in another, as `German` for `de`; what is none has none.
#[cfg(feature = "desk")]
pub(super) fn language(code: &str, tag: &str) -> Option<String> {
    let (language, region) = code.split_once('-').unwrap_or((code, "GB"));
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    // The browser throws on what is none.
    if !matches!(language.len(), 2 | 3)
        || region.len() != 2
        || !letters(language)
        || !letters(region)
    {
        return None;
    }
    let locales = Array::of1(&JsValue::from_str(if is_tag(tag) { tag } else { "en" }));
    let names = Intl::DisplayNames::new(&locales, &object(&[("type", "language")]));
    names.of(code).map(String::from)
}

/// Whether a text has the form of a language tag; the browser throws on any other.
fn is_tag(tag: &str) -> bool {
    let mut pieces = tag.split('-');
    let language = pieces.next().unwrap_or_default();
    let fits = |piece: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&piece.len()) && piece.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    fits(language, 2..=3)
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && pieces.enumerate().all(|(at, piece)| at < 3 && fits(piece, 2..=8))
}

#[expect(clippy::cast_precision_loss, reason = "JavaScript's instants are doubles")]
fn date(format: &Intl::DateTimeFormat, at: Timestamp) -> String {
    let date = Date::new(&JsValue::from_f64(at.as_millis() as f64));
    let format: js_sys::Function = format.format().unchecked_into();
    format
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// Options of a format. Of no prototype: what a page has put into those of all objects is none of them.
fn object(entries: &[(&str, &str)]) -> Object {
    let object = Object::create(JsValue::NULL.unchecked_ref());
    for (key, value) in entries {
        // Setting a plain property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    object
}

/// Fills `{name}` placeholders. What is not named stays as it is. A value that runs in the other
/// direction than the text is isolated, so that it leaves the order of what surrounds it alone.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, tail)| {
            values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value, tail))
        });
        if let Some((value, tail)) = value {
            let isolated = runs_against(text, value);
            if isolated {
                filled.push('\u{2068}');
            }
            filled.push_str(value);
            if isolated {
                filled.push('\u{2069}');
            }
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// Whether a value has letters of the direction that its text does not have.
fn runs_against(text: &str, value: &str) -> bool {
    let leftward = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if text.chars().any(leftward) {
        // Other signs beyond Latin-1 may be no letters; isolating them does no harm.
        let rightward = |letter: char| letter.is_ascii_alphabetic() || letter > '\u{bf}';
        value.chars().any(|letter| rightward(letter) && !leftward(letter))
    } else {
        value.chars().any(leftward)
    }
}

/// The form for a plural category in `one=…|other=…`, else the form `other`.
pub(super) fn form<'a>(forms: &'a str, category: &str) -> &'a str {
    let find = |wanted: &str| {
        forms
            .split('|')
            .find_map(|form| form.split_once('=').filter(|(name, _)| *name == wanted))
            .map(|(_, text)| text)
    };
    find(category).or_else(|| find("other")).unwrap_or(forms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_once_and_values_are_not_read_again() {
        let values = [("name", "{n}"), ("n", "3")];
        assert_eq!(fill("{name} has {n} of {m}", &values), "{n} has 3 of {m}");
        assert_eq!(fill("a { b", &values), "a { b");
    }

    #[test]
    fn what_runs_the_other_way_is_isolated() {
        for (text, name, expected) in [
            ("{name} joined", "سلطان", "\u{2068}سلطان\u{2069} joined"),
            ("{name} joined", "Zoë 😀", "Zoë 😀 joined"),
            ("انضم {name}", "Maya", "انضم \u{2068}Maya\u{2069}"),
            ("انضم {name}", "سلطان 12:30", "انضم سلطان 12:30"),
        ] {
            assert_eq!(fill(text, &[("name", name)]), expected);
        }
    }

    #[test]
    fn a_plural_falls_back_to_other() {
        assert_eq!(form("one={n} day|other={n} days", "one"), "{n} day");
        assert_eq!(form("one={n} day|other={n} days", "few"), "{n} days");
    }
}
