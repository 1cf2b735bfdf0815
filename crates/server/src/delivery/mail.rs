//! E-mail: as files in a folder, or to a mail server.

use std::path::PathBuf;
use std::time::Duration;

use inbox_model::Channel;
use inbox_model::markdown::{Profile, render_html};
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use thiserror::Error;

use super::carrier::{Carried, Carrier, CarryError, Carrying};
use super::letter::Letter;
use super::write_whole;
use crate::media::Files;

/// How long a mail server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why mail cannot be set up.
#[derive(Debug, Error)]
pub enum MailError {
    /// The sender is no address.
    #[error("`{0}` is no sender: it is an address, or a name and <an address>")]
    From(String),
    /// The server's address cannot be used. It may hold a password, so it is not repeated.
    #[error("the mail server's address cannot be used: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

/// What every mail begins with.
#[derive(Clone, Debug)]
pub struct MailHeader {
    from: Mailbox,
    files: Files,
}

impl MailHeader {
    /// Mail from this sender (`Shop <help@shop.example>`). A name is that of the organisation where
    /// the sender has none.
    ///
    /// # Errors
    /// The sender is no address.
    pub fn new(from: &str, files: Files) -> Result<Self, MailError> {
        let from = from.parse().map_err(|_| MailError::From(from.to_owned()))?;
        Ok(Self { from, files })
    }

    /// The whole message.
    async fn message(&self, letter: &Letter) -> Result<Message, CarryError> {
        let to = letter.email.as_deref().ok_or_else(|| CarryError::no_address("e-mail address"))?;
        let bad = |error: &dyn std::fmt::Display| CarryError::Refused {
            code: "bad_address",
            info: format!("{to}: {error}"),
        };
        let to = Mailbox::new(
            letter.name.as_deref().and_then(line),
            to.parse::<Address>().map_err(|error| bad(&error))?,
        );
        let named = line(&letter.organisation);
        let from = Mailbox::new(self.from.name.clone().or(named), self.from.email.clone());
        let host = self.from.email.domain();
        let subject = letter.subject.as_deref().and_then(line).unwrap_or_else(|| {
            match from.name.as_deref() {
                Some(name) => format!("Message from {name}"),
                None => "New message".to_owned(),
            }
        });
        let message = Message::builder()
            .message_id(Some(format!("<{}@{host}>", letter.id)))
            // One thread for a conversation in the reader's program.
            .references(format!("<{}@{host}>", letter.conversation))
            .from(from)
            .to(to)
            .subject(subject);
        let html = render_html(&letter.text, Profile::Chat);
        let words = MultiPart::alternative_plain_html(letter.text.clone(), html);
        let built = if letter.files.is_empty() {
            message.multipart(words)
        } else {
            let mut all = MultiPart::mixed().multipart(words);
            for file in &letter.files {
                all = all.singlepart(self.attachment(file).await?);
            }
            message.multipart(all)
        };
        built.map_err(|error| CarryError::Refused { code: "bad_message", info: error.to_string() })
    }

    async fn attachment(&self, file: &inbox_model::Media) -> Result<SinglePart, CarryError> {
        let later = |error: &dyn std::fmt::Display| CarryError::Later(error.to_string());
        let id = file.id.as_ref().ok_or_else(|| CarryError::Later("a file has no id".into()))?;
        let stored = self.files.read(id, None).await.map_err(|error| later(&error))?;
        let bytes = stored.bytes().await.map_err(|error| later(&error))?;
        let mime = file.mime.as_deref().and_then(|mime| ContentType::parse(mime).ok());
        let mime = mime.unwrap_or(ContentType::TEXT_PLAIN);
        let name = file.name.clone().unwrap_or_else(|| id.to_string());
        Ok(Attachment::new(name).body(bytes.to_vec(), mime))
    }
}

/// A text on one line, as a header holds it: others' texts could end it, and what makes the message
/// has no answer to them. `None` where nothing is left.
fn line(text: &str) -> Option<String> {
    let blank = |letter: char| if letter.is_control() { ' ' } else { letter };
    let line: String = text.chars().map(blank).collect();
    Some(line.trim().to_owned()).filter(|line| !line.is_empty())
}

/// Mail as files `<id>.eml` in a folder, for a mail server beside it, or for tests.
#[derive(Clone, Debug)]
pub struct MailFolder {
    folder: PathBuf,
    header: MailHeader,
}

impl MailFolder {
    /// Into this folder, which is made where it is missing.
    pub fn new(folder: PathBuf, header: MailHeader) -> Self {
        Self { folder, header }
    }
}

impl Carrier for MailFolder {
    fn channel(&self) -> Channel {
        Channel::Email
    }

    fn carry<'a>(&'a self, letter: &'a Letter) -> Carrying<'a> {
        Box::pin(async move {
            let message = self.header.message(letter).await?;
            let name = format!("{}.eml", letter.id);
            let written = write_whole(&self.folder, &name, &message.formatted()).await;
            written.map_err(|error| CarryError::Later(error.to_string()))?;
            Ok(Carried { info: None })
        })
    }
}

/// Mail to a mail server.
#[derive(Clone, Debug)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    header: MailHeader,
}

impl Smtp {
    /// To the server of this address: `smtps://user:password@host:465`, or
    /// `smtp://user:password@host:587?tls=required`.
    ///
    /// # Errors
    /// The address cannot be used.
    pub fn new(url: &str, header: MailHeader) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?;
        Ok(Self { transport: transport.timeout(Some(PATIENCE)).build(), header })
    }
}

impl Carrier for Smtp {
    fn channel(&self) -> Channel {
        Channel::Email
    }

    fn carry<'a>(&'a self, letter: &'a Letter) -> Carrying<'a> {
        Box::pin(async move {
            let message = self.header.message(letter).await?;
            match self.transport.send(message).await {
                Ok(response) => Ok(Carried { info: response.message().next().map(str::to_owned) }),
                Err(error) if error.is_permanent() => {
                    Err(CarryError::Refused { code: "rejected", info: error.to_string() })
                }
                Err(error) => Err(CarryError::Later(error.to_string())),
            }
        })
    }
}
