//! The words of the desk's actions, of its palette, its shortcuts and its settings: each in all
//! languages, side by side.

use super::Language;

/// A text about what can be done by keyboard; see [`super::Text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is its own English text, see below")]
pub enum ActText {
    Palette,
    PaletteHint,
    PaletteActions,
    PaletteTalks,
    PaletteRecent,
    PaletteNone,
    PaletteFound,
    Shortcuts,
    ShortcutsOff,
    GroupMove,
    GroupList,
    GroupTalk,
    GroupWrite,
    GroupDesk,
    Next,
    Previous,
    Open,
    Back,
    Search,
    GoTo,
    GoToView,
    Pick,
    Beside,
    Ends,
    Pages,
    Reach,
    FirstUnread,
    GoToDate,
    Undo,
    Details,
    Reply,
    Note,
    Attach,
    Canned,
    ManageCanned,
    AssignMe,
    Assign,
    AssignTo,
    CloseOrReopen,
    Close,
    Reopen,
    Snooze,
    SnoozeTo,
    Tag,
    TagWith,
    Star,
    Archive,
    MarkUnread,
    Priority,
    PriorityTo,
    Title,
    Field,
    Delete,
    DraftSend,
    DraftEdit,
    DraftDismiss,
    Send,
    NewLine,
    TakeReplyBack,
    OfferCanned,
    OfferEmoji,
    Mention,
    LeaveField,
    AddToTalk,
    SortTo,
    NewView,
    EditView,
    Theme,
    Density,
    Settings,
    SettingsOf,
    SettingsKept,
    Appearance,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Spacing,
    Comfortable,
    Compact,
    UndoSend,
    UndoOff,
    Undo5,
    Undo10,
    Undo20,
    Undo30,
    SingleKeys,
    SingleKeysHint,
    Notify,
    NotifyHint,
    NotifyDenied,
    Done,
    KeyShift,
    KeyControl,
    KeyEnter,
    KeyEscape,
    KeyHome,
    KeyEnd,
    KeyPageUp,
    KeyPageDown,
    KeyThen,
    KeyOr,
}

/// The text in a language.
pub(super) const fn text(language: Language, text: ActText) -> &'static str {
    let (english, german, arabic) = words(text);
    match language {
        Language::English => english,
        Language::German => german,
        Language::Arabic => arabic,
    }
}

/// English, German and Arabic.
const fn words(text: ActText) -> (&'static str, &'static str, &'static str) {
    match text {
        ActText::Palette => (
            "Search commands and conversations",
            "Befehle und Unterhaltungen suchen",
            "البحث في الأوامر والمحادثات",
        ),
        ActText::PaletteHint => (
            "Type a command, a name or a subject…",
            "Befehl, Name oder Betreff eingeben …",
            "اكتب أمرًا أو اسمًا أو موضوعًا…",
        ),
        ActText::PaletteActions => ("Commands", "Befehle", "الأوامر"),
        ActText::PaletteTalks => ("Conversations", "Unterhaltungen", "المحادثات"),
        ActText::PaletteRecent => {
            ("Recent conversations", "Letzte Unterhaltungen", "أحدث المحادثات")
        }
        ActText::PaletteNone => {
            ("Nothing found for these words", "Nichts gefunden", "لم يُعثر على شيء لهذه الكلمات")
        }
        ActText::PaletteFound => (
            "one={n} result|other={n} results",
            "one={n} Ergebnis|other={n} Ergebnisse",
            "zero=لا نتائج|one=نتيجة واحدة|two=نتيجتان|few={n} نتائج|many={n} نتيجة|other={n} نتيجة",
        ),
        ActText::Shortcuts => ("Keyboard shortcuts", "Tastaturkürzel", "اختصارات لوحة المفاتيح"),
        ActText::ShortcutsOff => (
            "Single-key shortcuts are off. They can be turned on in the settings.",
            "Kürzel aus einer Taste sind ausgeschaltet. Sie lassen sich in den Einstellungen einschalten.",
            "اختصارات المفتاح الواحد متوقفة. يمكن تشغيلها من الإعدادات.",
        ),
        ActText::GroupMove => ("Move around", "Bewegen", "التنقّل"),
        ActText::GroupList => ("In the list", "In der Liste", "في القائمة"),
        ActText::GroupTalk => ("Conversation", "Unterhaltung", "المحادثة"),
        ActText::GroupWrite => ("While writing", "Beim Schreiben", "أثناء الكتابة"),
        ActText::GroupDesk => ("Desk", "Desk", "المكتب"),
        ActText::Next => ("Next conversation", "Nächste Unterhaltung", "المحادثة التالية"),
        ActText::Previous => ("Previous conversation", "Vorige Unterhaltung", "المحادثة السابقة"),
        ActText::Open => ("Open the conversation", "Unterhaltung öffnen", "فتح المحادثة"),
        ActText::Back => ("Back to the list", "Zurück zur Liste", "العودة إلى القائمة"),
        ActText::Search => ("Search the list", "Liste durchsuchen", "البحث في القائمة"),
        ActText::GoTo => ("Go to a view", "Zu einer Ansicht gehen", "الانتقال إلى طريقة عرض"),
        ActText::GoToView => ("Go to: {name}", "Gehe zu: {name}", "الانتقال إلى: {name}"),
        ActText::Pick => ("Select the conversation", "Unterhaltung auswählen", "تحديد المحادثة"),
        ActText::Beside => {
            ("One up or down", "Eine hinauf oder hinunter", "واحدة إلى أعلى أو أسفل")
        }
        ActText::Ends => {
            ("To the first or the last", "Zur ersten oder letzten", "إلى الأولى أو الأخيرة")
        }
        ActText::Pages => {
            ("A few up or down", "Einige hinauf oder hinunter", "عدة محادثات إلى أعلى أو أسفل")
        }
        ActText::Reach => {
            ("Select several in a row", "Mehrere am Stück auswählen", "تحديد عدة محادثات متتالية")
        }
        ActText::Undo => ("Undo", "Rückgängig machen", "تراجع"),
        ActText::Details => ("Details panel", "Detailbereich", "لوحة التفاصيل"),
        ActText::Reply => ("Reply", "Antworten", "رد"),
        ActText::Note => ("Write a note", "Notiz schreiben", "كتابة ملاحظة"),
        ActText::Attach => ("Attach files", "Dateien anhängen", "إرفاق ملفات"),
        ActText::Canned => ("Insert a canned reply", "Textbaustein einfügen", "إدراج رد جاهز"),
        ActText::ManageCanned => {
            ("Manage canned replies", "Textbausteine verwalten", "إدارة الردود الجاهزة")
        }
        ActText::AssignMe => ("Assign to me", "Mir zuweisen", "إسناد إليّ"),
        ActText::Assign => ("Assign to…", "Zuweisen an …", "إسناد إلى…"),
        ActText::AssignTo => ("Assign to: {name}", "Zuweisen an: {name}", "إسناد إلى: {name}"),
        ActText::CloseOrReopen => {
            ("Close or reopen", "Schließen oder wieder öffnen", "إغلاق أو إعادة فتح")
        }
        ActText::Close => ("Close the conversation", "Unterhaltung schließen", "إغلاق المحادثة"),
        ActText::Reopen => {
            ("Reopen the conversation", "Unterhaltung wieder öffnen", "إعادة فتح المحادثة")
        }
        ActText::Snooze => ("Snooze until…", "Zurückstellen bis …", "تأجيل حتى…"),
        ActText::SnoozeTo => ("Snooze: {name}", "Zurückstellen: {name}", "تأجيل: {name}"),
        ActText::Tag => ("Add a tag…", "Schlagwort hinzufügen …", "إضافة وسم…"),
        ActText::TagWith => {
            ("Add the tag: {name}", "Schlagwort hinzufügen: {name}", "إضافة الوسم: {name}")
        }
        ActText::Star => {
            ("Add or remove the star", "Stern geben oder nehmen", "إضافة النجمة أو إزالتها")
        }
        ActText::FirstUnread => (
            "Go to the first unread message",
            "Zur ersten ungelesenen Nachricht",
            "الانتقال إلى أول رسالة غير مقروءة",
        ),
        ActText::GoToDate => ("Go to a date…", "Zu einem Datum springen …", "الانتقال إلى تاريخ…"),
        ActText::Archive => {
            ("Archive or bring back", "Archivieren oder zurückholen", "أرشفة أو استعادة")
        }
        ActText::MarkUnread => ("Mark as unread", "Als ungelesen markieren", "تحديد كغير مقروءة"),
        ActText::Priority => ("Set the priority…", "Dringlichkeit setzen …", "تعيين الأولوية…"),
        ActText::PriorityTo => ("Priority: {name}", "Dringlichkeit: {name}", "الأولوية: {name}"),
        ActText::Title => ("Change the title", "Titel ändern", "تغيير العنوان"),
        ActText::Field => ("Add a field", "Angabe hinzufügen", "إضافة حقل"),
        ActText::Delete => ("Delete the conversation…", "Unterhaltung löschen …", "حذف المحادثة…"),
        ActText::DraftSend => {
            ("Send the suggested reply", "Vorgeschlagene Antwort senden", "إرسال الرد المقترح")
        }
        ActText::DraftEdit => {
            ("Edit the suggested reply", "Vorgeschlagene Antwort bearbeiten", "تعديل الرد المقترح")
        }
        ActText::DraftDismiss => (
            "Dismiss the suggested reply",
            "Vorgeschlagene Antwort verwerfen",
            "تجاهل الرد المقترح",
        ),
        ActText::Send => ("Send what is written", "Geschriebenes senden", "إرسال ما كُتب"),
        ActText::NewLine => ("New line", "Neue Zeile", "سطر جديد"),
        ActText::TakeReplyBack => (
            "Take back what was just sent",
            "Eben Gesendetes zurücknehmen",
            "التراجع عمّا أُرسل للتو",
        ),
        ActText::OfferCanned => {
            ("Look for a canned reply", "Textbaustein suchen", "البحث عن رد جاهز")
        }
        ActText::OfferEmoji => ("Look for an emoji", "Emoji suchen", "البحث عن رمز تعبيري"),
        ActText::Mention => (
            "Mention a colleague in a note",
            "Kollegen in einer Notiz erwähnen",
            "الإشارة إلى زميل في ملاحظة",
        ),
        ActText::LeaveField => ("Leave the field", "Feld verlassen", "مغادرة الحقل"),
        ActText::AddToTalk => ("Bring in: {name}", "Hinzuholen: {name}", "ضمّ: {name}"),
        ActText::SortTo => ("Sort by: {name}", "Sortieren nach: {name}", "الترتيب حسب: {name}"),
        ActText::NewView => (
            "Save what is shown as a view",
            "Gezeigtes als Ansicht speichern",
            "حفظ المعروض كطريقة عرض",
        ),
        ActText::EditView => {
            ("Edit this view…", "Diese Ansicht bearbeiten …", "تعديل طريقة العرض…")
        }
        ActText::Theme => (
            "Switch between light and dark",
            "Zwischen hell und dunkel wechseln",
            "التبديل بين الفاتح والداكن",
        ),
        ActText::Density => (
            "Switch between comfortable and compact",
            "Zwischen bequem und kompakt wechseln",
            "التبديل بين المريح والمضغوط",
        ),
        ActText::Settings => ("Settings", "Einstellungen", "الإعدادات"),
        ActText::SettingsOf => ("{name}: settings", "{name}: Einstellungen", "{name}: الإعدادات"),
        ActText::SettingsKept => {
            ("Kept on this device.", "Gilt für dieses Gerät.", "تُحفظ على هذا الجهاز.")
        }
        ActText::Appearance => ("Appearance", "Erscheinungsbild", "المظهر"),
        ActText::ThemeSystem => ("System", "System", "النظام"),
        ActText::ThemeLight => ("Light", "Hell", "فاتح"),
        ActText::ThemeDark => ("Dark", "Dunkel", "داكن"),
        ActText::Spacing => ("Density", "Dichte", "الكثافة"),
        ActText::Comfortable => ("Comfortable", "Bequem", "مريح"),
        ActText::Compact => ("Compact", "Kompakt", "مضغوط"),
        ActText::UndoSend => ("Undo send", "Senden rückgängig", "التراجع عن الإرسال"),
        ActText::UndoOff => ("Off", "Aus", "متوقف"),
        ActText::Undo5 => ("5 s", "5 s", "5 ث"),
        ActText::Undo10 => ("10 s", "10 s", "10 ث"),
        ActText::Undo20 => ("20 s", "20 s", "20 ث"),
        ActText::Undo30 => ("30 s", "30 s", "30 ث"),
        ActText::SingleKeys => {
            ("Single-key shortcuts", "Kürzel aus einer Taste", "اختصارات المفتاح الواحد")
        }
        ActText::SingleKeysHint => (
            "Such as J and K to move. Press ? for all of them.",
            "Etwa J und K zum Bewegen. ? zeigt alle.",
            "مثل J وK للتنقّل. اضغط ? لعرضها كلها.",
        ),
        ActText::Notify => {
            ("Desktop notifications", "Mitteilungen auf dem Bildschirm", "إشعارات سطح المكتب")
        }
        ActText::NotifyHint => (
            "For new messages in conversations that are yours or nobody’s, while this page is not in view.",
            "Bei neuen Nachrichten in Unterhaltungen, die dir oder niemandem zugewiesen sind, solange diese Seite nicht zu sehen ist.",
            "عند وصول رسائل في محادثات مسندة إليك أو غير مسندة لأحد، ما دامت هذه الصفحة غير ظاهرة.",
        ),
        ActText::NotifyDenied => (
            "The browser does not allow notifications for this page. This can be changed in the browser’s settings for it.",
            "Der Browser erlaubt dieser Seite keine Mitteilungen. Das lässt sich in seinen Einstellungen für die Seite ändern.",
            "لا يسمح المتصفح لهذه الصفحة بالإشعارات. يمكن تغيير ذلك في إعدادات المتصفح الخاصة بها.",
        ),
        ActText::Done => ("Done: {name}", "Erledigt: {name}", "تم: {name}"),
        ActText::KeyShift => ("Shift", "Umschalt", "Shift"),
        ActText::KeyControl => ("Ctrl", "Strg", "Ctrl"),
        ActText::KeyEnter => ("Enter", "Eingabe", "Enter"),
        ActText::KeyEscape => ("Esc", "Esc", "Esc"),
        ActText::KeyHome => ("Home", "Pos1", "Home"),
        ActText::KeyEnd => ("End", "Ende", "End"),
        ActText::KeyPageUp => ("Page ↑", "Bild ↑", "Page ↑"),
        ActText::KeyPageDown => ("Page ↓", "Bild ↓", "Page ↓"),
        ActText::KeyThen => ("then", "dann", "ثم"),
        ActText::KeyOr => ("or", "oder", "أو"),
    }
}
