//! The words around what an agent writes: its files. Each in all languages, side by side.

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
        WriteText::FileSending => ("{n} % uploaded", "{n} % hochgeladen", "رُفع {n} %"),
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
    }
}
