//! The words around what an agent writes: its files, canned replies, and colleagues who
//! were faster. Each in all languages, side by side.

use super::Language;

/// A text about what goes with a reply or a note; see [`super::Text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is its own English text, see below")]
pub enum WriteText {
    Attach,
    AttachHint,
    Drop,
    DropNote,
    Attached,
    FileSending,
    FileReady,
    FileUnreachable,
    FileNotTaken,
    FileRetry,
    FileCancel,
    FileRemove,
    FileTooLarge,
    FileEmpty,
    FileType,
    FileRuns,
    FileName,
    FilesTooMany,
    FilesTooLarge,
    FilesWait,
    FilesBroken,
    Canned,
    CannedHint,
    CannedNone,
    CannedNew,
    CannedEdit,
    CannedDelete,
    CannedRemove,
    CannedName,
    CannedText,
    CannedPlaces,
    CannedPlacesHint,
    CannedShown,
    CannedSave,
    CannedCancel,
    PlaceCustomerFirst,
    PlaceCustomer,
    PlaceEmail,
    PlaceAgentFirst,
    PlaceAgent,
    PlaceTitle,
    PlaceWorkspace,
    Collision,
    CollisionKeep,
    CollisionSend,
    HeldNews,
    Overtaken,
    OvertakenElsewhere,
    OvertakenShow,
    RefusedAnswered,
    Characters,
    Emoji,
    EmojiSearch,
}

/// The text in a language.
pub(super) const fn text(language: Language, text: WriteText) -> &'static str {
    let (english, german, arabic) = words(text);
    match language {
        Language::English => english,
        Language::German => german,
        Language::Arabic => arabic,
    }
}

/// English, German and Arabic.
const fn words(text: WriteText) -> (&'static str, &'static str, &'static str) {
    match text {
        WriteText::Attach => ("Attach files", "Dateien anhängen", "إرفاق ملفات"),
        WriteText::AttachHint => (
            "one={n} file of up to {size}|other=up to {n} files, {size} each",
            "one={n} Datei bis {size}|other=bis zu {n} Dateien, je {size}",
            "zero=بلا ملفات|one=ملف واحد حتى {size}|two=ملفان، حتى {size} لكل منهما|few=حتى {n} ملفات، {size} لكل ملف|many=حتى {n} ملفًا، {size} لكل ملف|other=حتى {n} ملف، {size} لكل ملف",
        ),
        WriteText::Drop => (
            "Drop files to send them with your reply",
            "Dateien ablegen, um sie mit der Antwort zu senden",
            "أفلت الملفات لإرسالها مع ردك",
        ),
        WriteText::DropNote => (
            "Drop files to add them to your note",
            "Dateien ablegen, um sie der Notiz beizufügen",
            "أفلت الملفات لإضافتها إلى ملاحظتك",
        ),
        WriteText::Attached => ("Attached files", "Angehängte Dateien", "الملفات المرفقة"),
        WriteText::FileSending => ("{n} uploaded", "{n} hochgeladen", "رُفع {n}"),
        WriteText::FileReady => ("Ready to send", "Bereit zum Senden", "جاهز للإرسال"),
        WriteText::FileUnreachable => (
            "Not uploaded: the server could not be reached",
            "Nicht hochgeladen: Der Server war nicht erreichbar",
            "لم يُرفع: تعذّر الوصول إلى الخادم",
        ),
        WriteText::FileNotTaken => (
            "Not uploaded: the server did not take it",
            "Nicht hochgeladen: Der Server hat sie nicht angenommen",
            "لم يُرفع: لم يقبله الخادم",
        ),
        WriteText::FileRetry => {
            ("Upload {name} again", "{name} noch einmal hochladen", "إعادة رفع {name}")
        }
        WriteText::FileCancel => {
            ("Cancel the upload of {name}", "Hochladen von {name} abbrechen", "إلغاء رفع {name}")
        }
        WriteText::FileRemove => ("Remove {name}", "{name} entfernen", "إزالة {name}"),
        WriteText::FileTooLarge => (
            "Too large: at most {size} can be sent here",
            "Zu groß: Höchstens {size} lassen sich hier senden",
            "كبير جدًا: يمكن إرسال {size} كحد أقصى هنا",
        ),
        WriteText::FileEmpty => ("The file is empty", "Die Datei ist leer", "الملف فارغ"),
        WriteText::FileType => (
            "Files of this type cannot be sent here",
            "Dateien dieser Art lassen sich hier nicht senden",
            "لا يمكن إرسال ملفات من هذا النوع هنا",
        ),
        WriteText::FileRuns => (
            "Programs cannot be sent",
            "Programme lassen sich nicht senden",
            "لا يمكن إرسال البرامج",
        ),
        WriteText::FileName => (
            "A file of this name cannot be sent",
            "Eine Datei mit diesem Namen lässt sich nicht senden",
            "لا يمكن إرسال ملف بهذا الاسم",
        ),
        WriteText::FilesTooMany => (
            "one=At most {n} file goes with one message here.|other=At most {n} files go with one message here.",
            "one=Hier geht höchstens {n} Datei mit einer Nachricht.|other=Hier gehen höchstens {n} Dateien mit einer Nachricht.",
            "zero=لا يمكن إرفاق ملفات برسالة هنا.|one=يمكن إرفاق ملف واحد كحد أقصى بالرسالة هنا.|two=يمكن إرفاق ملفين كحد أقصى بالرسالة هنا.|few=يمكن إرفاق {n} ملفات كحد أقصى بالرسالة هنا.|many=يمكن إرفاق {n} ملفًا كحد أقصى بالرسالة هنا.|other=يمكن إرفاق {n} ملف كحد أقصى بالرسالة هنا.",
        ),
        WriteText::FilesTooLarge => (
            "Together the files of one message can have {size} here.",
            "Zusammen dürfen die Dateien einer Nachricht hier {size} haben.",
            "يمكن أن يبلغ مجموع ملفات الرسالة {size} هنا.",
        ),
        WriteText::FilesWait => (
            "one=You can send when {n} more file is uploaded.|other=You can send when {n} more files are uploaded.",
            "one=Senden geht, sobald {n} Datei hochgeladen ist.|other=Senden geht, sobald {n} Dateien hochgeladen sind.",
            "zero=يمكنك الإرسال الآن.|one=يمكنك الإرسال بعد رفع ملف واحد.|two=يمكنك الإرسال بعد رفع ملفين.|few=يمكنك الإرسال بعد رفع {n} ملفات.|many=يمكنك الإرسال بعد رفع {n} ملفًا.|other=يمكنك الإرسال بعد رفع {n} ملف.",
        ),
        WriteText::FilesBroken => (
            "To send, upload again what failed, or remove it.",
            "Zum Senden hochladen, was fehlt, oder entfernen.",
            "للإرسال، أعد رفع ما تعذّر رفعه أو أزله.",
        ),
        WriteText::Canned => ("Canned replies", "Textbausteine", "الردود الجاهزة"),
        WriteText::CannedHint => (
            "Type / in a reply or a note to find one by its name. The whole team has the same.",
            "Mit / in einer Antwort oder Notiz wird einer nach seinem Namen gefunden. Das ganze Team hat dieselben.",
            "اكتب / في رد أو ملاحظة للعثور على رد باسمه. الفريق كله يستخدم الردود نفسها.",
        ),
        WriteText::CannedNone => (
            "There are none yet. What you say often, write once here.",
            "Noch keine da. Was oft gesagt wird, einmal hier schreiben.",
            "لا توجد ردود بعد. ما تقوله كثيرًا اكتبه هنا مرة واحدة.",
        ),
        WriteText::CannedNew => ("New canned reply", "Neuer Textbaustein", "رد جاهز جديد"),
        WriteText::CannedEdit => ("Edit {name}", "{name} bearbeiten", "تعديل {name}"),
        WriteText::CannedDelete => ("Delete {name}", "{name} löschen", "حذف {name}"),
        WriteText::CannedRemove => {
            ("Delete {name} for everyone", "{name} für alle löschen", "حذف {name} للجميع")
        }
        WriteText::CannedName => ("Name", "Name", "الاسم"),
        WriteText::CannedText => ("Text", "Text", "النص"),
        WriteText::CannedPlaces => ("Fill in", "Einsetzen", "إدراج"),
        WriteText::CannedPlacesHint => (
            "A word after | stands where nothing is known: {{customer.first_name | there}}",
            "Ein Wort nach | steht, wo nichts bekannt ist: {{customer.first_name | du}}",
            "الكلمة بعد | تظهر حين لا يُعرف شيء: \u{2066}{{customer.first_name | there}}\u{2069}",
        ),
        WriteText::CannedShown => ("As it reads here", "So liest es sich hier", "كيف يُقرأ هنا"),
        WriteText::CannedSave => ("Save", "Speichern", "حفظ"),
        WriteText::CannedCancel => ("Cancel", "Abbrechen", "إلغاء"),
        WriteText::PlaceCustomerFirst => {
            ("Customer’s first name", "Vorname des Kunden", "اسم العميل الأول")
        }
        WriteText::PlaceCustomer => ("Customer’s name", "Name des Kunden", "اسم العميل"),
        WriteText::PlaceEmail => ("Customer’s e-mail", "E-Mail des Kunden", "بريد العميل"),
        WriteText::PlaceAgentFirst => ("Your first name", "Dein Vorname", "اسمك الأول"),
        WriteText::PlaceAgent => ("Your name", "Dein Name", "اسمك"),
        WriteText::PlaceTitle => ("Subject", "Betreff", "الموضوع"),
        WriteText::PlaceWorkspace => ("Company", "Firma", "الشركة"),
        WriteText::Collision => (
            "Not sent yet: {name} has answered since you began to write",
            "Noch nicht gesendet: {name} hat geantwortet, seit du zu schreiben begonnen hast",
            "لم يُرسل بعد: أجاب {name} منذ أن بدأت الكتابة",
        ),
        WriteText::CollisionKeep => ("Keep editing", "Weiter schreiben", "متابعة التحرير"),
        WriteText::CollisionSend => ("Send anyway", "Trotzdem senden", "إرسال على أي حال"),
        WriteText::HeldNews => (
            "{name} has written meanwhile",
            "{name} hat inzwischen geschrieben",
            "كتب {name} في هذه الأثناء",
        ),
        WriteText::Overtaken => (
            "Not sent: {name} has answered while your reply waited",
            "Nicht gesendet: {name} hat geantwortet, während deine Antwort wartete",
            "لم يُرسل: أجاب {name} بينما كان ردك ينتظر",
        ),
        WriteText::OvertakenElsewhere => (
            "Your reply to {name} was not sent: a colleague has answered meanwhile",
            "Deine Antwort an {name} wurde nicht gesendet: Jemand aus dem Team hat inzwischen geantwortet",
            "لم يُرسل ردك إلى {name}: أجاب أحد الزملاء في هذه الأثناء",
        ),
        WriteText::OvertakenShow => ("Show", "Anzeigen", "عرض"),
        WriteText::RefusedAnswered => (
            "a colleague has answered meanwhile",
            "Jemand aus dem Team hat inzwischen geantwortet",
            "أجاب أحد الزملاء في هذه الأثناء",
        ),
        WriteText::Characters => (
            "one={n} character|other={n} characters",
            "one={n} Zeichen|other={n} Zeichen",
            "zero=بلا أحرف|one=حرف واحد|two=حرفان|few={n} أحرف|many={n} حرفًا|other={n} حرف",
        ),
        WriteText::Emoji => ("Emoji", "Emoji", "رموز تعبيرية"),
        WriteText::EmojiSearch => ("Search emoji", "Emoji suchen", "البحث عن رمز تعبيري"),
    }
}
