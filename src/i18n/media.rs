//! The words around what messages carry: pictures seen large, what is played, places and contacts.
//! Each in all languages, side by side.

#[cfg(not(feature = "desk"))]
use std::cell::Cell;

use super::Language;

/// A text about what messages carry; see [`super::Text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is its own English text, see below")]
pub enum MediaText {
    CloseDialog,
    OpenPicture,
    PictureOf,
    NextPicture,
    PreviousPicture,
    PictureLost,
    Download,
    Speed,
    ShowOnMap,
    OpenInMaps,
    AboutPlace,
    SaveContact,
}

#[cfg(not(feature = "desk"))]
thread_local! {
    /// A customer's messenger shows messages with code that is loaded later, and its words come with it.
    static LATER: Cell<fn(Language, MediaText) -> &'static str> = const { Cell::new(|_, _| "") };
}

/// The words can be used from now on.
#[cfg(not(feature = "desk"))]
pub fn words_are_here() {
    LATER.set(known);
}

/// The text in a language.
#[cfg(not(feature = "desk"))]
pub(super) fn text(language: Language, text: MediaText) -> &'static str {
    LATER.get()(language, text)
}

#[cfg(feature = "desk")]
pub(super) use known as text;

/// The text in a language.
pub(super) const fn known(language: Language, text: MediaText) -> &'static str {
    let (english, german, arabic) = words(text);
    match language {
        Language::English => english,
        Language::German => german,
        Language::Arabic => arabic,
    }
}

/// English, German and Arabic.
const fn words(text: MediaText) -> (&'static str, &'static str, &'static str) {
    match text {
        MediaText::CloseDialog => ("Close", "Schließen", "إغلاق"),
        MediaText::OpenPicture => {
            ("Enlarge picture: {name}", "Bild vergrößern: {name}", "تكبير الصورة: {name}")
        }
        MediaText::PictureOf => {
            ("Picture {n} of {count}", "Bild {n} von {count}", "الصورة {n} من {count}")
        }
        MediaText::NextPicture => ("Next picture", "Nächstes Bild", "الصورة التالية"),
        MediaText::PreviousPicture => ("Previous picture", "Voriges Bild", "الصورة السابقة"),
        MediaText::PictureLost => (
            "The picture could not be loaded",
            "Das Bild lässt sich nicht laden",
            "تعذّر تحميل الصورة",
        ),
        MediaText::Download => ("Download", "Herunterladen", "تنزيل"),
        MediaText::Speed => {
            ("Playback speed: {n}", "Wiedergabegeschwindigkeit: {n}", "سرعة التشغيل: {n}")
        }
        MediaText::ShowOnMap => ("Show on the map", "Auf der Karte zeigen", "العرض على الخريطة"),
        MediaText::OpenInMaps => {
            ("Open in a maps app", "In Karten-App öffnen", "الفتح في تطبيق خرائط")
        }
        MediaText::AboutPlace => ("About this place", "Über diesen Ort", "عن هذا المكان"),
        MediaText::SaveContact => ("Save contact", "Kontakt sichern", "حفظ جهة الاتصال"),
    }
}
