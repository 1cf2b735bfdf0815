//! How long each channel lets the company write after the customer has: an organisation's data, with
//! the rules that no organisation can change.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::ReplyWindow;
use crate::conversation::Channel;
use crate::time::{DAY, MINUTE, Timestamp};

/// The longest window that can be set, in minutes: a year.
pub const LONGEST_MINUTES: u32 = 365 * 24 * 60;

/// How long one channel's window is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelWindow {
    /// The channel.
    pub channel: Channel,
    /// Minutes from the customer's last message to the window's end, 1 to [`LONGEST_MINUTES`];
    /// `None`: it is always open.
    pub minutes: Option<u32>,
}

/// How long each channel lets the company write after the customer has written there.
///
/// The messenger itself (`web`, `android`, `ios`) is always open, and nothing that is set closes it.
/// `WhatsApp` gives 24 hours unless something else is set; every other channel (e-mail, text
/// messages, whatever a vendor brings) is open unless a length is set. It is stored and sent as the
/// list of what is set: `[{"channel": "sms", "minutes": 1440}]`.
///
/// # Sources
/// Voicebot `reply_until`: "The timing differs per channel. `WhatsApp` has the most complex rules";
/// "within the 24 hour window". Contracts, point 3: "Window lengths differ per channel."
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReplyWindows {
    channels: Vec<ChannelWindow>,
}

/// Why a window cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WindowProblem {
    /// The messenger itself never closes.
    #[error("the messenger itself is always open")]
    AlwaysOpen,
    /// The length is not 1 to [`LONGEST_MINUTES`].
    #[error("a window is 1 to {LONGEST_MINUTES} minutes long")]
    OutOfRange,
}

impl WindowProblem {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::AlwaysOpen => "always_open",
            Self::OutOfRange => "out_of_range",
        }
    }
}

/// As they were stored or sent, the last word for a channel last. What cannot be set counts for
/// nothing.
impl FromIterator<ChannelWindow> for ReplyWindows {
    fn from_iter<I: IntoIterator<Item = ChannelWindow>>(windows: I) -> Self {
        Self { channels: windows.into_iter().collect() }
    }
}

impl ReplyWindows {
    /// What holds where nothing is set.
    pub const STANDARD: Self = Self { channels: Vec::new() };

    /// What is set, in the order in which it was.
    pub fn channels(&self) -> &[ChannelWindow] {
        &self.channels
    }

    /// Whether nothing is set.
    pub fn is_standard(&self) -> bool {
        self.channels.is_empty()
    }

    /// Sets how long a channel's window is, in minutes; `None`: it is always open.
    ///
    /// # Errors
    /// The [`WindowProblem`]; nothing is set then.
    pub fn set(&mut self, channel: Channel, minutes: Option<u32>) -> Result<(), WindowProblem> {
        if is_own(&channel) {
            return Err(WindowProblem::AlwaysOpen);
        }
        if minutes.is_some_and(|minutes| !(1..=LONGEST_MINUTES).contains(&minutes)) {
            return Err(WindowProblem::OutOfRange);
        }
        self.reset(&channel);
        self.channels.push(ChannelWindow { channel, minutes });
        Ok(())
    }

    /// Forgets what was set for a channel: it has its standard length again.
    pub fn reset(&mut self, channel: &Channel) {
        self.channels.retain(|window| window.channel != *channel);
    }

    /// How many milliseconds the company may write on a channel after the customer has; `None` where
    /// it always may. What was stored and is not 1 to [`LONGEST_MINUTES`] counts for nothing.
    ///
    /// ```
    /// use inbox_model::reply_window::ReplyWindows;
    /// use inbox_model::time::HOUR;
    /// use inbox_model::Channel;
    ///
    /// let mut windows = ReplyWindows::default();
    /// assert_eq!(windows.length_on(&Channel::Whatsapp), Some(24 * HOUR));
    /// assert_eq!(windows.length_on(&Channel::Sms), None);
    /// windows.set(Channel::Sms, Some(60)).unwrap();
    /// assert_eq!(windows.length_on(&Channel::Sms), Some(HOUR));
    /// assert!(windows.set(Channel::Web, Some(60)).is_err());
    /// ```
    pub fn length_on(&self, channel: &Channel) -> Option<i64> {
        if is_own(channel) {
            return None;
        }
        let is_sound = |window: &&ChannelWindow| {
            window.channel == *channel
                && window.minutes.is_none_or(|minutes| (1..=LONGEST_MINUTES).contains(&minutes))
        };
        match self.channels.iter().rev().find(is_sound) {
            Some(window) => window.minutes.map(|minutes| i64::from(minutes) * MINUTE),
            None => (*channel == Channel::Whatsapp).then_some(DAY),
        }
    }

    /// The window that a customer's message opens; `None` where the channel has none.
    pub fn opened_by_customer(&self, channel: &Channel, at: Timestamp) -> Option<ReplyWindow> {
        let until = Some(at.plus(self.length_on(channel)?));
        Some(ReplyWindow { possible: None, until, customer_must_write: false })
    }

    /// The window after the company has written first, with an approved message: the time runs at
    /// once, and nothing more can be sent before the customer has written (contracts, point 4).
    pub fn opened_by_company(&self, channel: &Channel, at: Timestamp) -> Option<ReplyWindow> {
        let window = self.opened_by_customer(channel, at)?;
        Some(ReplyWindow { customer_must_write: true, ..window })
    }
}

/// Whether a channel is the messenger itself.
fn is_own(channel: &Channel) -> bool {
    matches!(channel, Channel::Web | Channel::Android | Channel::Ios)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other() -> Channel {
        Channel::Other("telegram".into())
    }

    #[test]
    fn pitfall_03_a_window_is_as_long_as_its_channel_gives() {
        let standard = ReplyWindows::STANDARD;
        assert_eq!(standard.length_on(&Channel::Whatsapp), Some(24 * 60 * MINUTE));
        for channel in [
            Channel::Web,
            Channel::Android,
            Channel::Ios,
            Channel::Email,
            Channel::Sms,
            Channel::Phone,
            Channel::Unknown,
            other(),
        ] {
            assert_eq!(standard.length_on(&channel), None, "{channel:?}");
        }
    }

    #[test]
    fn every_channel_but_the_messenger_can_be_set() {
        let mut windows = ReplyWindows::default();
        for channel in [Channel::Email, Channel::Sms, Channel::Whatsapp, other()] {
            for minutes in [Some(1), Some(LONGEST_MINUTES), None] {
                assert_eq!(windows.set(channel.clone(), minutes), Ok(()));
                let length = minutes.map(|minutes| i64::from(minutes) * MINUTE);
                assert_eq!(windows.length_on(&channel), length, "{channel:?}");
            }
        }
        assert_eq!(windows.channels().len(), 4, "the last word counts");
        windows.reset(&Channel::Whatsapp);
        assert_eq!(windows.length_on(&Channel::Whatsapp), Some(DAY));
        for channel in [Channel::Web, Channel::Android, Channel::Ios] {
            assert_eq!(windows.set(channel, Some(5)), Err(WindowProblem::AlwaysOpen));
        }
        for minutes in [0, LONGEST_MINUTES + 1] {
            let refused = windows.set(Channel::Sms, Some(minutes));
            assert_eq!(refused, Err(WindowProblem::OutOfRange), "{minutes}");
        }
        assert_eq!(windows.length_on(&Channel::Sms), None);
        assert!(!windows.is_standard() && ReplyWindows::default().is_standard());
        assert_eq!(WindowProblem::AlwaysOpen.code(), "always_open");
        assert_eq!(WindowProblem::OutOfRange.code(), "out_of_range");
    }

    #[test]
    fn whatever_was_stored_the_messenger_stays_open() {
        let text = r#"[{"channel":"web","minutes":5},{"channel":"sms","minutes":0},
            {"channel":"telegram","minutes":60},{"channel":"whatsapp","minutes":4294967295}]"#;
        let windows: ReplyWindows = serde_json::from_str(text).unwrap();
        let again: ReplyWindows = windows.channels().iter().cloned().collect();
        assert_eq!(again, windows);
        assert_eq!(windows.length_on(&Channel::Web), None);
        assert_eq!(windows.length_on(&Channel::Sms), None);
        assert_eq!(windows.length_on(&other()), Some(60 * MINUTE));
        assert_eq!(windows.length_on(&Channel::Whatsapp), Some(DAY));
        let text = serde_json::to_string(&windows).unwrap();
        assert_eq!(serde_json::from_str::<ReplyWindows>(&text).unwrap(), windows);
    }

    #[test]
    fn who_begins_decides_who_may_go_on() {
        let at = Timestamp::from_millis(1_000);
        let standard = ReplyWindows::STANDARD;
        let window = |customer_must_write| {
            Some(ReplyWindow { possible: None, until: Some(at.plus(DAY)), customer_must_write })
        };
        assert_eq!(standard.opened_by_customer(&Channel::Whatsapp, at), window(false));
        assert_eq!(standard.opened_by_company(&Channel::Whatsapp, at), window(true));
        assert_eq!(standard.opened_by_customer(&Channel::Sms, at), None);
        assert_eq!(standard.opened_by_company(&Channel::Web, at), None);
    }
}
