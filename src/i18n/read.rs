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
    OtherTalks,
    EarlierEvents,
    OlderComing,
    OlderFailed,
    OlderUnknown,
    ThreadBegins,
    Matches,
    FoundAt,
    NextFound,
    PreviousFound,
    ShowAllTalks,
    FailedExpired,
    FailedWaiting,
    FailedAddress,
    FailedNoChannel,
    FailedUnreachable,
    FailedGone,
    FailedBlocked,
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
        ReadText::OtherTalks => ("Other conversations", "Weitere Unterhaltungen", "محادثات أخرى"),
        ReadText::EarlierEvents => (
            "one={n} earlier event|other={n} earlier events",
            "one={n} früheres Ereignis|other={n} frühere Ereignisse",
            "zero=لا أحداث أسبق|one=حدث أسبق واحد|two=حدثان أسبقان|few={n} أحداث أسبق|many={n} حدثًا أسبق|other={n} حدث أسبق",
        ),
        ReadText::OlderComing => (
            "Loading earlier messages…",
            "Frühere Nachrichten werden geladen …",
            "جارٍ تحميل الرسائل الأقدم…",
        ),
        ReadText::OlderFailed => (
            "Earlier messages could not be loaded.",
            "Frühere Nachrichten konnten nicht geladen werden.",
            "تعذّر تحميل الرسائل الأقدم.",
        ),
        ReadText::OlderUnknown => (
            "Earlier messages are not available here.",
            "Frühere Nachrichten sind hier nicht verfügbar.",
            "الرسائل الأقدم غير متاحة هنا.",
        ),
        ReadText::ThreadBegins => {
            ("The beginning of the conversation", "Der Anfang der Unterhaltung", "بداية المحادثة")
        }
        ReadText::Matches => ("Matches", "Treffer", "التطابقات"),
        ReadText::FoundAt => ("{n} of {count}", "{n} von {count}", "{n} من {count}"),
        ReadText::NextFound => ("Next match", "Nächster Treffer", "التطابق التالي"),
        ReadText::PreviousFound => ("Previous match", "Voriger Treffer", "التطابق السابق"),
        ReadText::FailedExpired => (
            "Not delivered: the time to reply had run out",
            "Nicht zugestellt: Die Zeit zum Antworten war abgelaufen",
            "لم تُسلَّم: انتهت مهلة الرد",
        ),
        ReadText::FailedWaiting => (
            "Not delivered: the customer has to answer first",
            "Nicht zugestellt: Erst muss die Kundin oder der Kunde antworten",
            "لم تُسلَّم: يجب أن يرد العميل أولًا",
        ),
        ReadText::FailedAddress => (
            "Not delivered: the customer cannot be reached there",
            "Nicht zugestellt: Dort ist niemand zu erreichen",
            "لم تُسلَّم: لا يمكن الوصول إلى العميل هناك",
        ),
        ReadText::FailedNoChannel => (
            "Not delivered: the channel is not connected",
            "Nicht zugestellt: Der Kanal ist nicht verbunden",
            "لم تُسلَّم: القناة غير متصلة",
        ),
        ReadText::FailedUnreachable => (
            "Not delivered: the channel did not answer",
            "Nicht zugestellt: Der Kanal hat nicht geantwortet",
            "لم تُسلَّم: لم تستجب القناة",
        ),
        ReadText::FailedGone => (
            "Not delivered: it was removed before it was sent",
            "Nicht zugestellt: Vor dem Senden entfernt",
            "لم تُسلَّم: أُزيلت قبل إرسالها",
        ),
        ReadText::FailedBlocked => (
            "Not delivered: the customer is blocked",
            "Nicht zugestellt: Die Kundin oder der Kunde ist blockiert",
            "لم تُسلَّم: العميل محظور",
        ),
        ReadText::ShowAllTalks => ("Show all ({n})", "Alle zeigen ({n})", "عرض الكل ({n})"),
    }
}
