//! The command line.
//!
//! What a command is asked for goes to stdout, alone, so that a script can take it as it is.
//! Everything else goes to stderr. Exit code 1: it failed; 2: it was asked for wrongly.

mod arguments;
mod hours;
mod organisation;
mod reply_window;
mod serve;
mod sla;
mod token;
mod training;

use std::process::ExitCode;

use crate::store::{self, Store};

pub use arguments::Cli;

use arguments::{Action, SecretAction};

/// Why a command did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
enum CliError {
    /// It was asked for wrongly.
    #[error("{0}")]
    Usage(String),
    /// It failed.
    #[error("{0}")]
    Failed(String),
}

impl From<store::StoreError> for CliError {
    fn from(error: store::StoreError) -> Self {
        match error {
            error @ store::StoreError::Address { .. } => Self::Usage(error.to_string()),
            error => Self::Failed(error.to_string()),
        }
    }
}

/// Runs what the arguments ask for.
pub async fn run(cli: Cli) -> ExitCode {
    let done = match cli.command {
        Action::Serve(serve) => serve::serve(serve).await,
        Action::Organisation { database, action } => {
            organisation::organisation(&database.url, action).await
        }
        Action::Token { database, action } => token::token(&database.url, action).await,
        Action::TrainingPairs { database, within } => {
            training::training_pairs(&database.url, &within).await
        }
        Action::Sla { database, asked } => sla::sla(&database.url, &asked).await,
        Action::ReplyWindow { database, asked } => {
            reply_window::reply_window(&database.url, &asked).await
        }
        Action::Secret { database, action } => secret(&database.url, &action).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::from(if matches!(error, CliError::Usage(_)) { 2 } else { 1 })
        }
    }
}

async fn secret(url: &str, action: &SecretAction) -> Result<(), CliError> {
    let (SecretAction::Show(within) | SecretAction::Seal(within)) = action;
    let store = Store::open(url).await?;
    let named = organisation::named(&store, within.organisation.as_deref()).await;
    let secret = match (named, action) {
        (Ok(owner), SecretAction::Show(_)) => store.identity_secret(&owner.id).await,
        (Ok(owner), SecretAction::Seal(_)) => store.seal_secret(&owner.id).await,
        (Err(error), _) => {
            store.close().await;
            return Err(error);
        }
    };
    store.close().await;
    say(&secret?)
}

/// The value of an argument, without space around it.
fn filled<'a>(value: Option<&'a str>, argument: &str) -> Result<&'a str, CliError> {
    let value = value.map(str::trim).filter(|value| (1..=255).contains(&value.len()));
    value.ok_or_else(|| CliError::Usage(format!("{argument} has 1 to 255 bytes")))
}

/// One line on stdout. A pipe that nobody reads any more is an error, not a panic.
fn say(line: &str) -> Result<(), CliError> {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{line}").and_then(|()| out.flush());
    written.map_err(|error| CliError::Failed(format!("cannot write to stdout: {error}")))
}

/// One line on stderr.
fn complain(line: &str) {
    use std::io::Write;
    // There is nobody left to tell that this failed.
    let _ = writeln!(std::io::stderr().lock(), "inbox-server: {line}");
}
