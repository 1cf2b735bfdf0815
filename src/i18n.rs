//! Words and how they are put: catalogues, plurals, direction, dates and numbers.
//!
//! A component asks for a [`Text`] and gets it in the reader's language. Every catalogue is a
//! `match` over all texts, so a missing translation does not compile. Dates, numbers and plural
//! categories come from the browser's `Intl`.

#[cfg(feature = "desk")]
mod acts;
mod ar;
mod de;
#[cfg(feature = "desk")]
mod desk;
mod en;
mod format;
mod media;
#[cfg(feature = "desk")]
mod read;
mod text;
#[cfg(feature = "desk")]
mod views;
#[cfg(feature = "desk")]
mod writing;

#[cfg(feature = "desk")]
pub use acts::ActText;
#[cfg(feature = "desk")]
pub use desk::DeskText;
pub use format::fill;
pub use media::MediaText;
#[cfg(not(feature = "desk"))]
pub use media::words_are_here;
#[cfg(feature = "desk")]
pub use read::ReadText;
pub use text::Text;
#[cfg(feature = "desk")]
pub use views::ViewText;
#[cfg(feature = "desk")]
pub use writing::WriteText;

use crate::dom::{Said, Words};
use crate::reactive::RwSignal;
use format::Formats;
use inbox_model::Timestamp;
#[cfg(feature = "desk")]
use inbox_model::countdown::Countdown;
use leptos::prelude::*;

/// A language that has a catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, also where no other fits.
    English,
    /// German.
    German,
    /// Arabic, right to left.
    Arabic,
}

impl Language {
    /// The best catalogue for a BCP 47 tag such as `de-AT`.
    pub fn of(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "de" => Self::German,
            "ar" => Self::Arabic,
            _ => Self::English,
        }
    }

    fn text(self, text: Text) -> &'static str {
        if let Text::Media(text) = text {
            return media::text(self, text);
        }
        #[cfg(feature = "desk")]
        if let Text::Desk(text) = text {
            return desk::text(self, text);
        }
        #[cfg(feature = "desk")]
        if let Text::Act(text) = text {
            return acts::text(self, text);
        }
        #[cfg(feature = "desk")]
        if let Text::Read(text) = text {
            return read::text(self, text);
        }
        #[cfg(feature = "desk")]
        if let Text::Write(text) = text {
            return writing::text(self, text);
        }
        #[cfg(feature = "desk")]
        if let Text::View(text) = text {
            return views::text(self, text);
        }
        match self {
            Self::English => en::text(text),
            Self::German => de::text(text),
            Self::Arabic => ar::text(text),
        }
    }
}

/// A text in whatever is the reader's language.
#[derive(Clone, Copy)]
pub struct Phrase {
    i18n: I18n,
    text: Text,
}

impl Phrase {
    /// The text in the language of the moment; subscribes to a change of language.
    pub fn get(self) -> &'static str {
        self.i18n.t(self.text)
    }
}

impl<'a> Words<'a> for Phrase {
    fn said(self) -> Said<'a> {
        Said::Live(Box::new(move || self.get().to_owned()))
    }
}

/// The reader's language and everything that depends on it. Copied freely; reading it in a view
/// subscribes to a change of language.
#[derive(Clone, Copy)]
pub struct I18n {
    tag: RwSignal<String>,
    formats: StoredValue<Formats, LocalStorage>,
}

impl I18n {
    /// For a BCP 47 tag; an empty one means the browser's own language.
    pub fn new(tag: &str) -> Self {
        let tag = Self::chosen(tag);
        let formats = Formats::new(&tag);
        Self { tag: RwSignal::new(tag), formats: StoredValue::new_local(formats) }
    }

    fn chosen(tag: &str) -> String {
        if !tag.is_empty() {
            return tag.to_owned();
        }
        window().navigator().language().unwrap_or_else(|| "en".to_owned())
    }

    /// Changes the language at run time.
    pub fn set(self, tag: &str) {
        let tag = Self::chosen(tag);
        self.formats.set_value(Formats::new(&tag));
        self.tag.set(tag);
    }

    /// The language tag in use.
    pub fn tag(self) -> String {
        self.tag.get()
    }

    /// `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        if self.tag.with(|tag| is_right_to_left(tag)) { "rtl" } else { "ltr" }
    }

    /// A text in the reader's language.
    pub fn t(self, text: Text) -> &'static str {
        self.tag.with(|tag| Language::of(tag)).text(text)
    }

    /// The same, to be looked up whenever the language has changed. Views take this one.
    pub fn tr(self, text: Text) -> Phrase {
        Phrase { i18n: self, text }
    }

    /// A text with its `{placeholders}` filled.
    pub fn with(self, text: Text, values: &[(&str, &str)]) -> String {
        fill(self.t(text), values)
    }

    /// A text that depends on a number, which also fills `{n}`. Its forms stand in the catalogue
    /// as `one=…|few=…|other=…`.
    pub fn count(self, text: Text, n: u32) -> String {
        let forms = self.t(text);
        let (category, number) = self
            .formats
            .try_with_value(|formats| (formats.plural(n), formats.number(n.into())))
            .unwrap_or_else(|| ("other".to_owned(), n.to_string()));
        fill(format::form(forms, &category), &[("n", &number)])
    }

    /// A count.
    pub fn number(self, n: impl TryInto<u32>) -> String {
        self.decimal(n.try_into().unwrap_or(u32::MAX).into())
    }

    /// A number that may be none of whole ones.
    pub fn decimal(self, n: f64) -> String {
        self.formatted(|formats| formats.number(n))
    }

    /// A score, to the tenth; what is no number is none.
    pub fn points(self, score: f64) -> String {
        let tenths = (score * 10.0).round() / 10.0;
        self.decimal(if tenths.is_nan() { 0.0 } else { tenths })
    }

    /// So many hundredths.
    #[cfg(feature = "desk")]
    pub fn percent(self, n: u32) -> String {
        self.formatted(|formats| formats.percent(n))
    }

    /// How long something plays, such as `1:05`.
    pub fn clock(self, millis: u64) -> String {
        let seconds = u32::try_from(millis / 1_000).unwrap_or(u32::MAX);
        self.formatted(|formats| formats.clock(seconds))
    }

    /// A size of so many bytes, such as `1.5 kB`.
    pub fn size(self, bytes: u64) -> String {
        self.formatted(|formats| formats.size(bytes))
    }

    /// The time of day.
    pub fn time(self, at: Timestamp) -> String {
        self.formatted(|formats| formats.time(at))
    }

    /// Day and time, in full, for a tooltip.
    pub fn full(self, at: Timestamp) -> String {
        self.formatted(|formats| formats.full(at))
    }

    /// How long ago, short enough for a row in a list.
    pub fn ago(self, at: Timestamp, now: Timestamp) -> String {
        let soon = self.t(Text::JustNow);
        self.formatted(|formats| formats.ago(at, now, soon))
    }

    /// The day of an instant as a heading: today, yesterday, or its date.
    pub fn day(self, at: Timestamp, days_ago: i64) -> String {
        self.formatted(|formats| formats.day(at, days_ago))
    }

    /// Day and time, short enough to stand in a sentence.
    #[cfg(feature = "desk")]
    pub fn moment(self, at: Timestamp) -> String {
        self.formatted(|formats| formats.moment(at))
    }

    /// How much time is left, or has passed, such as `3 hr 12 min`, `9:41` or `< 1 min`.
    #[cfg(feature = "desk")]
    pub fn countdown(self, told: Countdown) -> String {
        self.formatted(|formats| formats.countdown(told))
    }

    /// A language by its name, such as `German` for `de`; what is none stays as it is.
    #[cfg(feature = "desk")]
    pub fn language_name(self, code: &str) -> String {
        format::language(code, &self.tag.get()).unwrap_or_else(|| code.to_owned())
    }

    fn formatted(self, format: impl FnOnce(&Formats) -> String) -> String {
        self.tag.track();
        self.formats.try_with_value(format).unwrap_or_default()
    }
}

fn is_right_to_left(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    ["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv"]
        .iter()
        .any(|rtl| language.eq_ignore_ascii_case(rtl))
}

/// The `I18n` of the widget around; English where a component stands alone, as in a test.
pub fn use_i18n() -> I18n {
    use_context::<I18n>().unwrap_or_else(|| I18n::new("en"))
}
