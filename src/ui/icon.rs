//! Icons: outlines from Lucide (ISC licence), as path data.
//!
//! The icon crates come as strings of SVG that would have to go through `innerHTML`, or bring every
//! icon as a component of its own; a table of the few that are used costs less than either.

use std::cell::RefCell;

use crate::dom::{El, svg};

/// An icon by what it means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is named for its picture or its use")]
pub enum Glyph {
    Alert,
    ArrowUp,
    Back,
    Check,
    CheckTwice,
    ChevronDown,
    Clock,
    Close,
    Download,
    File,
    #[cfg(feature = "desk")]
    Clip,
    #[cfg(feature = "desk")]
    Flag,
    #[cfg(feature = "desk")]
    Inbox,
    #[cfg(feature = "desk")]
    Globe,
    #[cfg(feature = "desk")]
    Device,
    Info,
    #[cfg(feature = "desk")]
    Lock,
    MapPin,
    #[cfg(feature = "desk")]
    Messages,
    #[cfg(feature = "desk")]
    Moon,
    Offline,
    Person,
    #[cfg(feature = "desk")]
    Persons,
    #[cfg(feature = "desk")]
    Phone,
    Reload,
    #[cfg(feature = "desk")]
    Sparkle,
    #[cfg(feature = "desk")]
    Tag,
    #[cfg(feature = "desk")]
    Archive,
    #[cfg(feature = "desk")]
    Bookmark,
    #[cfg(feature = "desk")]
    Copy,
    #[cfg(feature = "desk")]
    Pencil,
    #[cfg(feature = "desk")]
    Trash,
    #[cfg(feature = "desk")]
    Plus,
    #[cfg(feature = "desk")]
    Dots,
    #[cfg(feature = "desk")]
    Hourglass,
    #[cfg(feature = "desk")]
    Mail,
    #[cfg(feature = "desk")]
    Reply,
    #[cfg(feature = "desk")]
    Search,
    #[cfg(feature = "desk")]
    Smile,
    #[cfg(feature = "desk")]
    Sort,
    #[cfg(feature = "desk")]
    Star,
    #[cfg(feature = "desk")]
    Undo,
    #[cfg(feature = "desk")]
    Bold,
    #[cfg(feature = "desk")]
    Italic,
    #[cfg(feature = "desk")]
    Strike,
    #[cfg(feature = "desk")]
    Code,
    #[cfg(feature = "desk")]
    Link,
    #[cfg(feature = "desk")]
    Quote,
    #[cfg(feature = "desk")]
    Bullets,
    #[cfg(feature = "desk")]
    Numbers,
    #[cfg(feature = "desk")]
    Eye,
}

impl Glyph {
    const fn paths(self) -> &'static [&'static str] {
        const CIRCLE: &str = "M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0";
        match self {
            Self::Alert => &[CIRCLE, "M12 8v4", "M12 16h.01"],
            Self::ArrowUp => &["m5 12 7-7 7 7", "M12 19V5"],
            Self::Back => &["m15 18-6-6 6-6"],
            Self::Check => &["M20 6 9 17l-5-5"],
            Self::CheckTwice => &["M18 6 7 17l-5-5", "m22 10-7.5 7.5L13 16"],
            Self::ChevronDown => &["m6 9 6 6 6-6"],
            Self::Clock => &[CIRCLE, "M12 6v6l4 2"],
            Self::Close => &["M18 6 6 18", "m6 6 12 12"],
            #[cfg(feature = "desk")]
            Self::Clip => &[
                "m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551",
            ],
            Self::File => &[
                "M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7Z",
                "M14 2v4a2 2 0 0 0 2 2h4",
            ],
            #[cfg(feature = "desk")]
            Self::Bookmark => &["m19 21-7-4-7 4V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z"],
            Self::Download => &["M12 4v11", "m7 10 5 5 5-5", "M5 20h14"],
            #[cfg(feature = "desk")]
            Self::Copy => &[
                "M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2z",
                "M4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2",
            ],
            #[cfg(feature = "desk")]
            Self::Pencil => &[
                "M21.2 6.8a1 1 0 0 0-4-4L3.8 16.2a2 2 0 0 0-.5.8L2 21.4a.5.5 0 0 0 .6.6L7 20.7a2 2 0 0 0 .8-.5z",
                "m15 5 4 4",
            ],
            #[cfg(feature = "desk")]
            Self::Trash => &[
                "M3 6h18",
                "M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6",
                "M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2",
            ],
            #[cfg(feature = "desk")]
            Self::Plus => &["M5 12h14", "M12 5v14"],
            #[cfg(feature = "desk")]
            Self::Flag => {
                &["M4 15s1-1 4-1 5 2 8 2 4-1 4-1V3s-1 1-4 1-5-2-8-2-4 1-4 1z", "M4 22v-7"]
            }
            #[cfg(feature = "desk")]
            Self::Inbox => &[
                "M22 12h-6l-2 3h-4l-2-3H2",
                "M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z",
            ],
            Self::Info => &[CIRCLE, "M12 16v-4", "M12 8h.01"],
            #[cfg(feature = "desk")]
            Self::Lock => &[
                "M19 11H5a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7a2 2 0 0 0-2-2Z",
                "M7 11V7a5 5 0 0 1 10 0v4",
            ],
            Self::MapPin => &[
                "M20 10c0 6-8 12-8 12s-8-6-8-12a8 8 0 0 1 16 0Z",
                "M15 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0",
            ],
            #[cfg(feature = "desk")]
            Self::Globe => &[CIRCLE, "M2 12h20", "M12 2a15 15 0 0 1 0 20a15 15 0 0 1 0-20"],
            #[cfg(feature = "desk")]
            Self::Device => &[
                "M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z",
                "M12 18h.01",
            ],
            #[cfg(feature = "desk")]
            Self::Messages => &["M7.9 20A9 9 0 1 0 4 16.1L2 22Z"],
            #[cfg(feature = "desk")]
            Self::Moon => &["M12 3a6 6 0 0 0 9 9 9 9 0 1 1-9-9Z"],
            Self::Offline => &[
                "m2 2 20 20",
                "M5.782 5.782A7 7 0 0 0 9 19h8.5a4.5 4.5 0 0 0 1.307-.193",
                "M21.532 16.5A4.5 4.5 0 0 0 17.5 10h-1.79A7.008 7.008 0 0 0 10 5.07",
            ],
            Self::Person => {
                &["M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2", "M16 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0"]
            }
            #[cfg(feature = "desk")]
            Self::Persons => &[
                "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2",
                "M13 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0",
                "M22 21v-2a4 4 0 0 0-3-3.87",
                "M16 3.13a4 4 0 0 1 0 7.75",
            ],
            #[cfg(feature = "desk")]
            Self::Phone => &[
                "M22 16.92v3a2 2 0 0 1-2.18 2 19.79 19.79 0 0 1-8.63-3.07 19.5 19.5 0 0 1-6-6 19.79 19.79 0 0 1-3.07-8.67A2 2 0 0 1 4.11 2h3a2 2 0 0 1 2 1.72 12.84 12.84 0 0 0 .7 2.81 2 2 0 0 1-.45 2.11L8.09 9.91a16 16 0 0 0 6 6l1.27-1.27a2 2 0 0 1 2.11-.45 12.84 12.84 0 0 0 2.81.7A2 2 0 0 1 22 16.92z",
            ],
            Self::Reload => &["M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8", "M3 3v5h5"],
            #[cfg(feature = "desk")]
            Self::Sparkle => &[
                "m12 3-1.912 5.813a2 2 0 0 1-1.275 1.275L3 12l5.813 1.912a2 2 0 0 1 1.275 1.275L12 21l1.912-5.813a2 2 0 0 1 1.275-1.275L21 12l-5.813-1.912a2 2 0 0 1-1.275-1.275L12 3Z",
            ],
            #[cfg(feature = "desk")]
            Self::Tag => &[
                "M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z",
                "M7.5 7.5h.01",
            ],
            #[cfg(feature = "desk")]
            Self::Archive => {
                &["M2 3h20v5H2z", "M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8", "M10 12h4"]
            }
            #[cfg(feature = "desk")]
            Self::Dots => &["M12 12h.01", "M19 12h.01", "M5 12h.01"],
            #[cfg(feature = "desk")]
            Self::Hourglass => &[
                "M5 22h14",
                "M5 2h14",
                "M17 22v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22",
                "M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2",
            ],
            #[cfg(feature = "desk")]
            Self::Mail => &[
                "M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
                "m22 7-8.97 5.7a1.94 1.94 0 0 1-2.06 0L2 7",
            ],
            #[cfg(feature = "desk")]
            Self::Reply => &["m9 17-5-5 5-5", "M20 18v-2a4 4 0 0 0-4-4H4"],
            #[cfg(feature = "desk")]
            Self::Search => &["m21 21-4.34-4.34", "M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0"],
            #[cfg(feature = "desk")]
            Self::Smile => &[CIRCLE, "M8 14s1.5 2 4 2 4-2 4-2", "M9 9h.01", "M15 9h.01"],
            #[cfg(feature = "desk")]
            Self::Sort => &["m21 16-4 4-4-4", "M17 20V4", "m3 8 4-4 4 4", "M7 4v16"],
            #[cfg(feature = "desk")]
            Self::Undo => &["M9 14 4 9l5-5", "M4 9h10.5a5.5 5.5 0 0 1 0 11H11"],
            #[cfg(feature = "desk")]
            Self::Bold => {
                &["M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"]
            }
            #[cfg(feature = "desk")]
            Self::Italic => &["M19 4h-9", "M14 20H5", "M15 4 9 20"],
            #[cfg(feature = "desk")]
            Self::Strike => &["M16 4H9a3 3 0 0 0-2.83 4", "M14 12a4 4 0 0 1 0 8H6", "M4 12h16"],
            #[cfg(feature = "desk")]
            Self::Code => &["m16 18 6-6-6-6", "m8 6-6 6 6 6"],
            #[cfg(feature = "desk")]
            Self::Link => &[
                "M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71",
                "M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71",
            ],
            #[cfg(feature = "desk")]
            Self::Quote => &["M17 6H3", "M21 12H8", "M21 18H8", "M3 12v6"],
            #[cfg(feature = "desk")]
            Self::Bullets => {
                &["M3 6h.01", "M3 12h.01", "M3 18h.01", "M8 6h13", "M8 12h13", "M8 18h13"]
            }
            #[cfg(feature = "desk")]
            Self::Numbers => &[
                "M10 6h11",
                "M10 12h11",
                "M10 18h11",
                "M4 6h1v4",
                "M4 10h2",
                "M6 18H4c0-1 2-2 2-3s-1-1.5-2-1",
            ],
            #[cfg(feature = "desk")]
            Self::Eye => &[
                "M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0",
                "M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0",
            ],
            #[cfg(feature = "desk")]
            Self::Star => &[
                "M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z",
            ],
        }
    }
}

/// An icon at the size of the text around it. It says nothing to a screen reader: whatever it
/// stands on has a name of its own.
pub fn icon(glyph: Glyph) -> El {
    thread_local! {
        /// Each as it was drawn first: a copy is one call of the browser, where drawing is a dozen.
        static DRAWN: RefCell<Vec<(Glyph, El)>> = const { RefCell::new(Vec::new()) };
    }
    DRAWN.with_borrow_mut(|drawn| {
        if let Some((_, first)) = drawn.iter().find(|(one, _)| *one == glyph) {
            return first.copy();
        }
        let first = draw(glyph);
        let copy = first.copy();
        drawn.push((glyph, first));
        copy
    })
}

fn draw(glyph: Glyph) -> El {
    let directed = is_directed(glyph);
    let paths = glyph.paths().iter().map(|path| svg("path").attr("d", *path));
    svg("svg")
        .class(if directed { "icon icon-directed" } else { "icon" })
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children(paths)
}

/// Whether it points along the line, and so the other way where lines run from right to left.
fn is_directed(glyph: Glyph) -> bool {
    #[cfg(feature = "desk")]
    if matches!(glyph, Glyph::Reply | Glyph::Undo | Glyph::Quote | Glyph::Bullets | Glyph::Numbers)
    {
        return true;
    }
    glyph == Glyph::Back
}

/// An icon that changes.
#[cfg(feature = "desk")]
pub fn icon_of(glyph: impl Fn() -> Glyph + 'static) -> El {
    crate::dom::group().live(move || icon(glyph()))
}
