//! Text messages, by SMS or a messenger service, as files in a folder: where a gateway's program
//! takes them from.

use std::path::PathBuf;

use inbox_model::Channel;
use inbox_model::validate::phone;
use serde_json::json;

use super::carrier::{Carried, Carrier, CarryError, Carrying};
use super::letter::Letter;
use super::write_whole;

/// Messages of one channel as files `<id>.json` in a folder. They go to a phone number.
#[derive(Clone, Debug)]
pub struct MessageFolder {
    channel: Channel,
    folder: PathBuf,
}

impl MessageFolder {
    /// Messages of this channel into this folder, which is made where it is missing.
    pub fn new(channel: Channel, folder: PathBuf) -> Self {
        Self { channel, folder }
    }
}

impl Carrier for MessageFolder {
    fn channel(&self) -> Channel {
        self.channel.clone()
    }

    fn carry<'a>(&'a self, letter: &'a Letter) -> Carrying<'a> {
        Box::pin(async move {
            let to = letter.phone.as_ref().ok_or_else(|| CarryError::no_address("phone number"))?;
            if !phone::is_dialable(to) {
                let info = format!("`{to}` is no phone number.");
                return Err(CarryError::Refused { code: "bad_address", info });
            }
            let files = letter.files.iter();
            let files = files.map(|file| {
                json!({ "id": file.id, "url": file.url, "name": file.name, "mime": file.mime })
            });
            let message = json!({
                "id": letter.id,
                "channel": self.channel,
                "to": to,
                "text": letter.text,
                "files": files.collect::<Vec<_>>(),
                "organisation": letter.organisation,
                "conversation": letter.conversation,
            });
            let name = format!("{}.json", letter.id);
            let written = write_whole(&self.folder, &name, message.to_string().as_bytes()).await;
            written.map_err(|error| CarryError::Later(error.to_string()))?;
            Ok(Carried { info: None })
        })
    }
}
