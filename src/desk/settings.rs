//! How an agent has set their desk, kept on the device, and the dialog where they do.

mod dialog;

use inbox_model::time::SECOND;
use leptos::prelude::*;

use crate::i18n::ActText;
use crate::reactive::RwSignal;
use crate::sync::{keep_at_once, kept_at_once};
pub(super) use dialog::settings_dialog;

/// Where the device keeps them.
const KEY: &str = "inbox-widgets/desk";

/// Which colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Theme {
    /// Those of the page around, which mostly are the system's.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub(super) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its word on the device and in the style sheet.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(super) fn text(self) -> ActText {
        match self {
            Self::System => ActText::ThemeSystem,
            Self::Light => ActText::ThemeLight,
            Self::Dark => ActText::ThemeDark,
        }
    }
}

/// The settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(super) struct Settings {
    pub(super) theme: Theme,
    /// More rows on the screen.
    pub(super) compact: bool,
    /// Shortcuts of a single key are heard.
    pub(super) keys: bool,
    /// New messages are told of while the page is not in view.
    pub(super) notify: bool,
    /// How long a reply can be taken back, in seconds; 0 is not at all.
    pub(super) undo: u8,
    /// The panel about the customer is there, where there is room for it.
    pub(super) details: bool,
}

/// The times for which a reply can be taken back, in seconds.
pub(super) const UNDO: [u8; 5] = [0, 5, 10, 20, 30];
const UNDO_AT_FIRST: u8 = 10;

fn undo_word(seconds: u8) -> String {
    ["undo-", &seconds.to_string()].concat()
}

impl Default for Settings {
    fn default() -> Self {
        Self::read("")
    }
}

impl Settings {
    /// From the words that the device keeps; what is not among them is as it is at first.
    fn read(text: &str) -> Self {
        let has = |word: &str| text.split(' ').any(|one| one == word);
        let theme = Theme::ALL.into_iter().find(|theme| has(theme.code()));
        Self {
            theme: theme.unwrap_or_default(),
            compact: has("compact"),
            keys: !has("no-keys"),
            notify: has("notify"),
            undo: UNDO.into_iter().find(|one| has(&undo_word(*one))).unwrap_or(UNDO_AT_FIRST),
            details: !has("no-details"),
        }
    }

    fn written(self) -> String {
        let undo = undo_word(self.undo);
        let words = [
            (true, self.theme.code()),
            (self.undo != UNDO_AT_FIRST, &undo),
            (self.compact, "compact"),
            (!self.keys, "no-keys"),
            (self.notify, "notify"),
            (!self.details, "no-details"),
        ];
        let words = words.into_iter().filter(|(is, _)| *is);
        words.map(|(_, word)| word).collect::<Vec<_>>().join(" ")
    }

    /// For how many milliseconds a reply can be taken back.
    pub(super) fn undo_millis(self) -> i64 {
        i64::from(self.undo) * SECOND
    }

    /// Height of a row of the list in pixels, which the style sheet has as `--row-height`.
    pub(super) fn row(self) -> i32 {
        if self.compact { 64 } else { 88 }
    }
}

/// The settings of this device. Where nothing can be kept, they last as long as the page.
#[derive(Clone, Copy)]
pub(super) struct Kept(RwSignal<Settings>);

impl Kept {
    /// As the device has them; another tab's changes hold here too.
    pub(super) fn new() -> Self {
        let kept = Self(RwSignal::new(now()));
        let other = window_event_listener_untyped("storage", move |_| kept.0.set_if_new(now()));
        on_cleanup(move || other.remove());
        kept
    }

    /// The settings; follows them.
    pub(super) fn get(self) -> Settings {
        self.0.get()
    }

    pub(super) fn get_untracked(self) -> Settings {
        self.0.get_untracked()
    }

    /// Changes and keeps them.
    pub(super) fn change(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.0.get_untracked();
        change(&mut settings);
        self.0.set_if_new(settings);
        keep_at_once(KEY, &settings.written());
    }
}

fn now() -> Settings {
    Settings::read(&kept_at_once(KEY).unwrap_or_default())
}
