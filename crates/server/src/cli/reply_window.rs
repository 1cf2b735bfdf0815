//! `inbox-server reply-window`: how long each channel lets an organisation write.

use inbox_model::Channel;
use inbox_model::reply_window::ReplyWindows;
use inbox_model::time::MINUTE;

use super::arguments::Windows;
use super::sla::Within;
use super::{CliError, organisation, say};
use crate::clock;
use crate::store::Store;

pub(super) async fn reply_window(url: &str, asked: &Windows) -> Result<(), CliError> {
    let store = Store::open(url).await?;
    let done = run(&store, asked).await;
    store.close().await;
    let windows = done?;
    // WhatsApp has a window of its own, so it is always told; others where something is set.
    let whatsapp = std::iter::once(&Channel::Whatsapp);
    let others = windows.channels().iter().map(|window| &window.channel);
    for channel in whatsapp.chain(others.filter(|channel| **channel != Channel::Whatsapp)) {
        let length =
            windows.length_on(channel).and_then(|length| u32::try_from(length / MINUTE).ok());
        say(&format!("{}\t{}", word(channel)?, Within::of(length)))?;
    }
    Ok(())
}

/// Changes what is asked for, and says what is in force.
async fn run(store: &Store, asked: &Windows) -> Result<ReplyWindows, CliError> {
    let organisation = organisation::named(store, asked.within.organisation.as_deref()).await?.id;
    let before = store.reply_windows(&organisation).await?;
    let mut after = before.clone();
    if let Some(channel) = &asked.channel {
        let channel = read(channel)?;
        match asked.length {
            Some(length) => after
                .set(channel, length.minutes())
                .map_err(|problem| CliError::Usage(problem.to_string()))?,
            None => after.reset(&channel),
        }
    }
    if after != before {
        let mut write = store.write(&organisation, clock::now()).await?;
        write.set_reply_windows(&after).await?;
        write.finish(None).await?;
    }
    Ok(after)
}

/// A channel by its word in what is stored and sent.
fn read(word: &str) -> Result<Channel, CliError> {
    let is_word = !word.is_empty()
        && word.len() <= 64
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'));
    let channel = serde_json::from_value(word.into()).ok().filter(|_| is_word);
    channel.ok_or_else(|| CliError::Usage(format!("{word} is no channel, as whatsapp or sms is")))
}

fn word(channel: &Channel) -> Result<String, CliError> {
    let failed = |error: serde_json::Error| CliError::Failed(error.to_string());
    let value = serde_json::to_value(channel).map_err(failed)?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_is_its_word() {
        for (text, channel) in [
            ("whatsapp", Channel::Whatsapp),
            ("sms", Channel::Sms),
            ("web", Channel::Web),
            ("telegram", Channel::Other("telegram".into())),
        ] {
            let read = read(text).unwrap_or_default();
            assert_eq!((&read, word(&read).unwrap().as_str()), (&channel, text));
        }
        for bad in ["", "What's app", "SMS", "a b"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
