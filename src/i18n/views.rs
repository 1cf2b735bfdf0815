//! The words about views, and about what is done to one conversation: each in all languages, side by
//! side.

use super::Language;

/// A text about views; see [`super::Text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is its own English text, see below")]
pub enum ViewText {
    Teams,
    AllViews,
    NewView,
    EditView,
    Edit,
    Name,
    Matching,
    MatchAll,
    MatchAny,
    GroupAll,
    GroupAny,
    AddCondition,
    AddGroup,
    AddToGroup,
    RemoveLine,
    LineOf,
    GroupOf,
    NoLines,
    Kept,
    Order,
    Counted,
    CountedUnread,
    SaveView,
    Cancel,
    Unfinished,
    Delete,
    Deleted,
    Saved,
    ActionsFor,
    MoveUp,
    MoveDown,
    MovedTo,
    Field,
    Relation,
    Value,
    Team,
    Words,
    Is,
    IsNot,
    HasAny,
    HasAll,
    HasNone,
    Contains,
    ContainsNot,
    Me,
    Somebody,
    Anyone,
    NoTeam,
    NobodyYet,
    FindPerson,
    FindTag,
    FindContact,
    CreateTag,
    SnoozeOther,
    Until,
    DoneUnassigned,
    DoneUntagged,
    DonePriority,
    DoneUnstarred,
    DoneTitle,
    DoneRecord,
    DoneAdded,
    DoneRemoved,
    Title,
    AddTitle,
    TitleEdit,
    AddField,
    EditField,
    RemoveField,
    SaveField,
    Kind,
    KindText,
    KindNumber,
    KindFlag,
    NotANumber,
    FieldRefused,
    AddPerson,
    RemovePerson,
    Redact,
    RedactWords,
    RedactDo,
    DeleteTalk,
    DeleteWords,
    DeleteType,
    DeleteWord,
    DeleteDo,
    DeletedTalk,
    Copy,
    Copied,
    NotCopied,
    TakenBy,
}

/// The text in a language.
pub(super) const fn text(language: Language, text: ViewText) -> &'static str {
    let (english, german, arabic) = words(text);
    match language {
        Language::English => english,
        Language::German => german,
        Language::Arabic => arabic,
    }
}

/// English, German and Arabic.
const fn words(text: ViewText) -> (&'static str, &'static str, &'static str) {
    match text {
        ViewText::Teams => ("Teams", "Teams", "الفرق"),
        ViewText::AllViews => ("All views", "Alle Ansichten", "كل طرق العرض"),
        ViewText::NewView => ("New view", "Neue Ansicht", "طريقة عرض جديدة"),
        ViewText::EditView => ("Edit view", "Ansicht bearbeiten", "تعديل طريقة العرض"),
        ViewText::Edit => ("Edit…", "Bearbeiten …", "تعديل…"),
        ViewText::Name => ("Name", "Name", "الاسم"),
        ViewText::Matching => {
            ("Conversations that meet", "Unterhaltungen, auf die zutrifft", "المحادثات التي تستوفي")
        }
        ViewText::MatchAll => ("All conditions", "Alle Bedingungen", "كل الشروط"),
        ViewText::MatchAny => ("Any condition", "Eine Bedingung", "أي شرط"),
        ViewText::GroupAll => ("All of these", "Alles davon", "كل ما يلي"),
        ViewText::GroupAny => ("Any of these", "Eines davon", "أي مما يلي"),
        ViewText::AddCondition => ("Add a condition", "Bedingung hinzufügen", "إضافة شرط"),
        ViewText::AddGroup => ("Add a group", "Gruppe hinzufügen", "إضافة مجموعة"),
        ViewText::AddToGroup => ("Add to the group", "Zur Gruppe hinzufügen", "إضافة إلى المجموعة"),
        ViewText::RemoveLine => {
            ("Remove condition {n}", "Bedingung {n} entfernen", "إزالة الشرط {n}")
        }
        ViewText::LineOf => ("Condition {n}", "Bedingung {n}", "الشرط {n}"),
        ViewText::GroupOf => ("Group {n}", "Gruppe {n}", "المجموعة {n}"),
        ViewText::NoLines => (
            "No conditions yet: the view shows every conversation.",
            "Noch keine Bedingung: Die Ansicht zeigt alle Unterhaltungen.",
            "لا شروط بعد: تعرض كل المحادثات.",
        ),
        ViewText::Kept => (
            "A condition from elsewhere, kept as it is",
            "Eine Bedingung von anderswo, die so bleibt",
            "شرط من مصدر آخر، يبقى كما هو",
        ),
        ViewText::Order => ("Order", "Reihenfolge", "الترتيب"),
        ViewText::Counted => (
            "one={n} conversation|other={n} conversations",
            "one={n} Unterhaltung|other={n} Unterhaltungen",
            "zero=لا محادثات|one=محادثة واحدة|two=محادثتان|few={n} محادثات|many={n} محادثة|other={n} محادثة",
        ),
        ViewText::CountedUnread => ("{n} unread", "{n} ungelesen", "{n} غير مقروءة"),
        ViewText::SaveView => ("Save view", "Ansicht speichern", "حفظ طريقة العرض"),
        ViewText::Cancel => ("Cancel", "Abbrechen", "إلغاء"),
        ViewText::Unfinished => (
            "Complete this condition or remove it.",
            "Diese Bedingung vervollständigen oder entfernen.",
            "أكمل هذا الشرط أو أزله.",
        ),
        ViewText::Delete => ("Delete the view", "Ansicht löschen", "حذف طريقة العرض"),
        ViewText::Deleted => ("View deleted", "Ansicht gelöscht", "حُذفت طريقة العرض"),
        ViewText::Saved => {
            ("View saved: {name}", "Ansicht gespeichert: {name}", "حُفظت طريقة العرض: {name}")
        }
        ViewText::ActionsFor => ("{name}: actions", "{name}: Aktionen", "{name}: الإجراءات"),
        ViewText::MoveUp => ("Move up", "Nach oben", "نقل إلى أعلى"),
        ViewText::MoveDown => ("Move down", "Nach unten", "نقل إلى أسفل"),
        ViewText::MovedTo => (
            "{name}: now {n} of {total}",
            "{name}: jetzt {n} von {total}",
            "{name}: الآن {n} من {total}",
        ),
        ViewText::Field => ("Property", "Merkmal", "الخاصية"),
        ViewText::Relation => ("Relation", "Verhältnis", "العلاقة"),
        ViewText::Value => ("Value", "Wert", "القيمة"),
        ViewText::Team => ("Team", "Team", "الفريق"),
        ViewText::Words => ("Words", "Wörter", "الكلمات"),
        ViewText::Is => ("is", "ist", "هو"),
        ViewText::IsNot => ("is not", "ist nicht", "ليس"),
        ViewText::HasAny => ("has any of", "hat eines von", "أحد"),
        ViewText::HasAll => ("has all of", "hat alle", "كل"),
        ViewText::HasNone => ("has none of", "hat keines von", "لا شيء من"),
        ViewText::Contains => ("contain", "enthalten", "تتضمن"),
        ViewText::ContainsNot => ("do not contain", "enthalten nicht", "لا تتضمن"),
        ViewText::Me => ("Me", "Ich", "أنا"),
        ViewText::Somebody => ("Somebody", "Irgendjemand", "أي شخص مُسنَد إليه"),
        ViewText::Anyone => ("Anybody or nobody", "Wer auch immer", "الجميع"),
        ViewText::NoTeam => ("No team", "Kein Team", "بلا فريق"),
        ViewText::NobodyYet => {
            ("Nothing to choose from.", "Nichts zur Auswahl.", "لا شيء للاختيار منه.")
        }
        ViewText::FindPerson => {
            ("Find somebody or a team…", "Person oder Team suchen …", "البحث عن شخص أو فريق…")
        }
        ViewText::FindTag => ("Find a tag…", "Schlagwort suchen …", "البحث عن وسم…"),
        ViewText::FindContact => ("Find a contact…", "Kontakt suchen …", "البحث عن جهة اتصال…"),
        ViewText::CreateTag => {
            ("Create the tag {name}", "Schlagwort {name} anlegen", "إنشاء الوسم {name}")
        }
        ViewText::SnoozeOther => {
            ("Pick a date and time…", "Datum und Uhrzeit wählen …", "اختيار تاريخ ووقت…")
        }
        ViewText::Until => ("Until", "Bis", "حتى"),
        ViewText::DoneUnassigned => ("No longer assigned", "Nicht mehr zugewiesen", "لم تعد مُسنَدة"),
        ViewText::DoneUntagged => ("Tag removed", "Schlagwort entfernt", "أُزيل الوسم"),
        ViewText::DonePriority => ("Priority set", "Dringlichkeit gesetzt", "حُدِّدت الأولوية"),
        ViewText::DoneUnstarred => ("Star removed", "Stern entfernt", "أُزيلت النجمة"),
        ViewText::DoneTitle => ("Title changed", "Titel geändert", "غُيِّر العنوان"),
        ViewText::DoneRecord => ("Record changed", "Angaben geändert", "غُيِّرت البيانات"),
        ViewText::DoneAdded => ("Participant added", "Teilnehmer hinzugefügt", "أُضيف مشارك"),
        ViewText::DoneRemoved => ("Participant removed", "Teilnehmer entfernt", "أُزيل مشارك"),
        ViewText::Title => ("Title", "Titel", "العنوان"),
        ViewText::AddTitle => ("Add a title", "Titel hinzufügen", "إضافة عنوان"),
        ViewText::TitleEdit => {
            ("Title: {name}. Change it", "Titel: {name}. Ändern", "العنوان: {name}. تغييره")
        }
        ViewText::AddField => ("Add a field", "Angabe hinzufügen", "إضافة حقل"),
        ViewText::EditField => ("Edit {name}", "{name} bearbeiten", "تعديل {name}"),
        ViewText::RemoveField => ("Remove {name}", "{name} entfernen", "إزالة {name}"),
        ViewText::SaveField => ("Save", "Speichern", "حفظ"),
        ViewText::Kind => ("Type", "Art", "النوع"),
        ViewText::KindText => ("Text", "Text", "نص"),
        ViewText::KindNumber => ("Number", "Zahl", "رقم"),
        ViewText::KindFlag => ("Yes or no", "Ja oder nein", "نعم أو لا"),
        ViewText::NotANumber => ("This is not a number.", "Das ist keine Zahl.", "هذا ليس رقمًا."),
        ViewText::FieldRefused => (
            "A field needs a name, and this one cannot be used.",
            "Eine Angabe braucht einen Namen, und dieser geht nicht.",
            "يحتاج الحقل إلى اسم، وهذا لا يصلح.",
        ),
        ViewText::AddPerson => ("Add a participant", "Teilnehmer hinzufügen", "إضافة مشارك"),
        ViewText::RemovePerson => (
            "Remove {name} from the conversation",
            "{name} aus der Unterhaltung nehmen",
            "إزالة {name} من المحادثة",
        ),
        ViewText::Redact => {
            ("Remove this message?", "Diese Nachricht entfernen?", "إزالة هذه الرسالة؟")
        }
        ViewText::RedactWords => (
            "What it says, and the files in it, are removed for everybody, the customer included. This cannot be undone.",
            "Was darin steht, und ihre Dateien, wird für alle entfernt, auch für den Kunden. Das lässt sich nicht rückgängig machen.",
            "سيُزال نصها وملفاتها لدى الجميع، بمن فيهم العميل. لا يمكن التراجع عن ذلك.",
        ),
        ViewText::RedactDo => ("Remove the message", "Nachricht entfernen", "إزالة الرسالة"),
        ViewText::DeleteTalk => {
            ("Delete the conversation…", "Unterhaltung löschen …", "حذف المحادثة…")
        }
        ViewText::DeleteWords => (
            "The conversation goes for everybody, with its messages, notes and files. This cannot be undone.",
            "Die Unterhaltung verschwindet für alle, samt Nachrichten, Notizen und Dateien. Das lässt sich nicht rückgängig machen.",
            "ستختفي المحادثة لدى الجميع مع رسائلها وملاحظاتها وملفاتها. لا يمكن التراجع عن ذلك.",
        ),
        ViewText::DeleteType => {
            ("Type “{word}” to go on", "Zum Fortfahren „{word}“ eingeben", "للمتابعة اكتب «{word}»")
        }
        ViewText::DeleteWord => ("delete", "löschen", "حذف"),
        ViewText::DeleteDo => ("Delete for good", "Endgültig löschen", "حذف نهائي"),
        ViewText::DeletedTalk => ("Conversation deleted", "Unterhaltung gelöscht", "حُذفت المحادثة"),
        ViewText::Copy => ("Copy {name}", "{name} kopieren", "نسخ {name}"),
        ViewText::Copied => ("Copied: {name}", "Kopiert: {name}", "نُسخ: {name}"),
        ViewText::NotCopied => (
            "The browser did not allow copying",
            "Der Browser hat das Kopieren nicht erlaubt",
            "لم يسمح المتصفح بالنسخ",
        ),
        ViewText::TakenBy => ("{name} has taken it", "{name} hat sie übernommen", "تولّاها {name}"),
    }
}
