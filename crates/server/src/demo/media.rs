//! The files that demo conversations show. They lie in `www/site/demo-media/` and are served
//! under `/demo-media/`.

use inbox_model::Content;
use inbox_model::content::Media;

/// What a file is, for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A picture.
    Image,
    /// A film.
    Video,
    /// A recorded voice message.
    Voice,
    /// A sound file.
    Audio,
    /// Anything else.
    Document,
}

/// A file with what is known of it.
#[derive(Debug)]
pub(super) struct File {
    /// Name below `/demo-media/`.
    pub(super) path: &'static str,
    /// Name under which it was sent.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) sort: Sort,
    /// MIME type.
    pub(super) mime: &'static str,
    /// Size in bytes.
    pub(super) bytes: u64,
    /// Width and height in pixels; 0 where there are none.
    pub(super) size: (u32, u32),
    /// Playing time in milliseconds; 0 where there is none.
    pub(super) duration_ms: u64,
}

impl File {
    /// As content of a message, with the words under it, which may be none.
    pub(super) fn content(&self, caption: &str) -> Content {
        let some = |number: u32| (number > 0).then_some(number);
        let media = Media {
            id: None,
            url: format!("/demo-media/{}", self.path),
            name: Some(self.name.into()),
            mime: Some(self.mime.into()),
            bytes: Some(self.bytes),
            width: some(self.size.0),
            height: some(self.size.1),
            duration_ms: (self.duration_ms > 0).then_some(self.duration_ms),
            caption: (!caption.is_empty()).then(|| caption.to_owned()),
        };
        match self.sort {
            Sort::Image => Content::Image(media),
            Sort::Video => Content::Video(media),
            Sort::Voice => Content::Audio { media, voice: true },
            Sort::Audio => Content::Audio { media, voice: false },
            Sort::Document => Content::Document(media),
        }
    }
}

/// A parcel with a hole.
pub(super) static PARCEL: File = File {
    path: "parcel-damaged.svg",
    name: "IMG_2207.svg",
    sort: Sort::Image,
    mime: "image/svg+xml",
    bytes: 1_568,
    size: (960, 720),
    duration_ms: 0,
};
/// A chipped mug, marked with an arrow.
pub(super) static MUG: File = File {
    path: "mug-chipped.svg",
    name: "mug.svg",
    sort: Sort::Image,
    mime: "image/svg+xml",
    bytes: 1_277,
    size: (960, 720),
    duration_ms: 0,
};
/// A seam that has opened.
pub(super) static SEAM: File = File {
    path: "tent-seam.svg",
    name: "seam.svg",
    sort: Sort::Image,
    mime: "image/svg+xml",
    bytes: 1_153,
    size: (960, 720),
    duration_ms: 0,
};
/// A zip that has come apart.
pub(super) static ZIP: File = File {
    path: "jacket-zip.svg",
    name: "zip_stuck.svg",
    sort: Sort::Image,
    mime: "image/svg+xml",
    bytes: 1_232,
    size: (960, 720),
    duration_ms: 0,
};
/// An error in the app, upright.
pub(super) static SCREEN: File = File {
    path: "app-error.svg",
    name: "Screenshot_checkout.svg",
    sort: Sort::Image,
    mime: "image/svg+xml",
    bytes: 2_027,
    size: (390, 780),
    duration_ms: 0,
};
/// A lantern instead of a stove.
pub(super) static WRONG: File = File {
    path: "wrong-item.svg",
    name: "not_a_stove.svg",
    sort: Sort::Image,
    mime: "image/svg+xml",
    bytes: 1_013,
    size: (960, 720),
    duration_ms: 0,
};
/// A tent at dusk.
pub(super) static CAMP: File = File {
    path: "campsite.png",
    name: "campsite.png",
    sort: Sort::Image,
    mime: "image/png",
    bytes: 52_526,
    size: (720, 480),
    duration_ms: 0,
};
/// Four colours with names.
pub(super) static COLOURS: File = File {
    path: "colours.svg",
    name: "blanket-colours.svg",
    sort: Sort::Image,
    mime: "image/svg+xml",
    bytes: 812,
    size: (800, 420),
    duration_ms: 0,
};
/// A shoe on a ruler.
pub(super) static SHOE: File = File {
    path: "shoe-size.svg",
    name: "shoe.svg",
    sort: Sort::Image,
    mime: "image/svg+xml",
    bytes: 983,
    size: (960, 720),
    duration_ms: 0,
};
/// A tent pole that slips.
pub(super) static POLE: File = File {
    path: "pole.webm",
    name: "pole.webm",
    sort: Sort::Video,
    mime: "video/webm",
    bytes: 11_647,
    size: (480, 270),
    duration_ms: 3_000,
};
/// A voice message.
pub(super) static VOICE: File = File {
    path: "voice-message.wav",
    name: "voice-message.wav",
    sort: Sort::Voice,
    mime: "audio/wav",
    bytes: 33_644,
    size: (0, 0),
    duration_ms: 4_200,
};
/// Something rattles.
pub(super) static RATTLE: File = File {
    path: "rattle.wav",
    name: "rattle.wav",
    sort: Sort::Audio,
    mime: "audio/wav",
    bytes: 16_044,
    size: (0, 0),
    duration_ms: 2_000,
};
/// An invoice.
pub(super) static INVOICE: File = File {
    path: "invoice.pdf",
    name: "invoice-2041-7783.pdf",
    sort: Sort::Document,
    mime: "application/pdf",
    bytes: 1_297,
    size: (0, 0),
    duration_ms: 0,
};
/// An offer for a company.
pub(super) static QUOTE: File = File {
    path: "quote.pdf",
    name: "quote-120-sets.pdf",
    sort: Sort::Document,
    mime: "application/pdf",
    bytes: 1_233,
    size: (0, 0),
    duration_ms: 0,
};
/// A return label.
pub(super) static LABEL: File = File {
    path: "return-label.pdf",
    name: "return-label.pdf",
    sort: Sort::Document,
    mime: "application/pdf",
    bytes: 992,
    size: (0, 0),
    duration_ms: 0,
};
/// Prices for companies.
pub(super) static PRICES: File = File {
    path: "price-list.csv",
    name: "price-list.csv",
    sort: Sort::Document,
    mime: "text/csv",
    bytes: 261,
    size: (0, 0),
    duration_ms: 0,
};
/// What the app wrote down.
pub(super) static LOG: File = File {
    path: "app-log.txt",
    name: "app-log.txt",
    sort: Sort::Document,
    mime: "text/plain",
    bytes: 226,
    size: (0, 0),
    duration_ms: 0,
};

/// Path of the recording of a call.
pub(super) const RECORDING: &str = "/demo-media/voicemail.wav";

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn every_file_is_there_and_as_large_as_it_says() {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../www/site/demo-media");
        let files = [
            &PARCEL, &MUG, &SEAM, &ZIP, &SCREEN, &WRONG, &CAMP, &COLOURS, &SHOE, &POLE, &VOICE,
            &RATTLE, &INVOICE, &QUOTE, &LABEL, &PRICES, &LOG,
        ];
        for file in files {
            let there = std::fs::metadata(folder.join(file.path)).unwrap();
            assert_eq!(there.len(), file.bytes, "{}", file.path);
        }
        let recording = RECORDING.trim_start_matches("/demo-media/");
        assert!(folder.join(recording).is_file());
    }
}
