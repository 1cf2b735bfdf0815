//! The words around reading a thread: ways through it, and what is in its messages. Each in all
//! languages, side by side.

use super::Language;

/// A text about reading; see [`super::Text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is its own English text, see below")]
pub enum ReadText {
    FirstUnread,
    GoToDate,
    DateShown,
    Date,
    Go,
    Beginning,
    FoundIn,
}

/// The text in a language.
pub(super) const fn text(language: Language, text: ReadText) -> &'static str {
    let (english, german, arabic) = words(text);
    match language {
        Language::English => english,
        Language::German => german,
        Language::Arabic => arabic,
    }
}

/// English, German and Arabic.
const fn words(text: ReadText) -> (&'static str, &'static str, &'static str) {
    match text {
        ReadText::FirstUnread => ("First unread", "Erste ungelesene", "أول غير مقروءة"),
        ReadText::GoToDate => ("Go to a date", "Zu einem Datum springen", "الانتقال إلى تاريخ"),
        ReadText::DateShown => {
            ("{date}. Go to a date", "{date}. Zu einem Datum springen", "{date}. الانتقال إلى تاريخ")
        }
        ReadText::Date => ("Date", "Datum", "التاريخ"),
        ReadText::Go => ("Go", "Los", "انتقال"),
        ReadText::Beginning => ("To the beginning", "Zum Anfang", "إلى البداية"),
        ReadText::FoundIn => (
            "Found in this message: {text}",
            "In dieser Nachricht gefunden: {text}",
            "عُثر عليه في هذه الرسالة: {text}",
        ),
    }
}
