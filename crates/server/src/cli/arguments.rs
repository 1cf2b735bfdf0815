//! What can be asked for on the command line.

use std::net::IpAddr;
use std::path::PathBuf;

use axum::http::HeaderValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use inbox_model::Timestamp;
use inbox_model::time::Date;

use super::{hours, sla};
use crate::store::Role;

/// The conversation APIs over one store.
#[derive(Debug, Parser)]
#[command(name = "inbox-server", version)]
pub struct Cli {
    #[command(subcommand)]
    pub(super) command: Action,
}

#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Starts the server.
    Serve(Serve),
    /// Makes, lists and changes organisations, which share the store and nothing else. Works while
    /// the server runs.
    Organisation {
        #[command(flatten)]
        database: Database,
        #[command(subcommand)]
        action: OrganisationAction,
    },
    /// Makes, lists and revokes bearer tokens. Works while the server runs.
    Token {
        #[command(flatten)]
        database: Database,
        #[command(subcommand)]
        action: TokenAction,
    },
    /// Sets how soon an organisation means to answer, and prints what is in force. Works while the
    /// server runs; what was said before keeps its deadlines.
    Sla {
        #[command(flatten)]
        database: Database,
        #[command(flatten)]
        asked: Deadlines,
    },
    /// Sets how long a channel lets an organisation write after the customer has, and prints what is
    /// in force. Works while the server runs; a window that is open keeps its end.
    ReplyWindow {
        #[command(flatten)]
        database: Database,
        #[command(flatten)]
        asked: Windows,
    },
    /// Prints what machines drafted and people sent instead, a JSON object a line. Works while the
    /// server runs.
    TrainingPairs {
        #[command(flatten)]
        database: Database,
        #[command(flatten)]
        within: Within,
    },
    /// Secrets that the site needs.
    Secret {
        #[command(flatten)]
        database: Database,
        #[command(subcommand)]
        action: SecretAction,
    },
}

#[derive(Debug, Args)]
pub(super) struct Database {
    /// Where the store is.
    #[arg(
        long = "database",
        global = true,
        env = "INBOX_DATABASE",
        default_value = "sqlite://data/inbox.db",
        value_name = "URL"
    )]
    pub(super) url: String,
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) database: Database,
    /// The port to listen on; 0 takes a free one.
    #[arg(long, env = "PORT", default_value_t = 8080)]
    pub(super) port: u16,
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    pub(super) host: IpAddr,
    /// Fills an empty store with demo data, and signs in anybody on this machine.
    #[arg(long)]
    pub(super) demo: bool,
    /// The demo's clock stands at this instant, as 2026-03-04T10:30:00Z, and nothing happens by itself:
    /// for pictures that are to be the same every day.
    #[arg(long, value_name = "INSTANT", requires = "demo", value_parser = instant)]
    pub(super) demo_at: Option<Timestamp>,
    /// Another origin whose pages may call the APIs, as `https://shop.example`. Repeatable.
    #[arg(long = "allow-origin", value_name = "ORIGIN", value_parser = origin)]
    pub(super) allowed_origins: Vec<HeaderValue>,
    /// The folder of the built browser files [default: dist, if it is there].
    #[arg(long, value_name = "DIR")]
    pub(super) assets: Option<PathBuf>,
    /// The folder of the pages [default: www/site, if it is there].
    #[arg(long, value_name = "DIR")]
    pub(super) site: Option<PathBuf>,
    #[command(flatten)]
    pub(super) outside: Outside,
    /// A proxy of ours stands before the server and writes X-Forwarded-For.
    #[arg(long)]
    pub(super) behind_proxy: bool,
    /// How the log is written.
    #[arg(long, value_enum, env = "INBOX_LOG", default_value_t = LogFormat::Human)]
    pub(super) log: LogFormat,
}

/// Files, and ways out of the house.
#[derive(Debug, Args)]
pub(super) struct Outside {
    /// The folder of the files that messages carry [default: media, beside the database].
    #[arg(long, value_name = "DIR", env = "INBOX_MEDIA")]
    pub(super) media: Option<PathBuf>,
    /// The folder into which e-mails are written as files [default: mail, beside the database].
    #[arg(long, value_name = "DIR", env = "INBOX_MAIL", conflicts_with = "smtp")]
    pub(super) mail: Option<PathBuf>,
    /// A mail server to which e-mails go instead, as `smtps://user:password@host`. It holds a
    /// password, so it is better given by the environment.
    #[arg(long, value_name = "URL", env = "INBOX_SMTP", hide_env_values = true)]
    pub(super) smtp: Option<String>,
    /// From whom e-mails are, as `Shop <help@shop.example>`.
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "INBOX_MAIL_FROM",
        default_value = "inbox@localhost"
    )]
    pub(super) mail_from: String,
    /// The folder into which text messages are written as files [default: sms, beside the database].
    #[arg(long, value_name = "DIR", env = "INBOX_SMS")]
    pub(super) sms: Option<PathBuf>,
    /// The folder into which messages by `WhatsApp` are written as files [default: whatsapp, beside
    /// the database].
    #[arg(long, value_name = "DIR", env = "INBOX_WHATSAPP")]
    pub(super) whatsapp: Option<PathBuf>,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LogFormat {
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum OrganisationAction {
    /// Makes an organisation and prints its id, alone.
    Create {
        /// What it is called.
        name: String,
    },
    /// Lists the organisations: id, since when, name. The first one comes first.
    List,
    /// Gives one another name.
    Rename {
        /// Its id, or its name if only one is called so.
        organisation: String,
        /// What it is called from now on.
        name: String,
    },
    /// Lists an organisation's agents: id, name.
    Agents {
        /// Its id, or its name if only one is called so.
        organisation: String,
    },
    /// Makes an agent of another organisation a member of this one too.
    AddAgent {
        /// Its id, or its name if only one is called so.
        organisation: String,
        /// The agent's id.
        agent: String,
    },
    /// Ends an agent's membership. What they have written stays.
    RemoveAgent {
        /// Its id, or its name if only one is called so.
        organisation: String,
        /// The agent's id.
        agent: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct Within {
    /// Within which organisation: its id, or its name if only one is called so [default: the first].
    #[arg(long = "organisation", value_name = "ID-OR-NAME")]
    pub(super) organisation: Option<String>,
}

/// How soon an organisation means to answer. What is not named stays as it is.
#[derive(Debug, Args)]
pub(super) struct Deadlines {
    #[command(flatten)]
    pub(super) within: Within,
    /// Time to the first answer in a conversation that the customer began: 30m, 2h, 1d, or none.
    #[arg(long, value_name = "TIME")]
    pub(super) first_response: Option<sla::Within>,
    /// Time to every further answer.
    #[arg(long, value_name = "TIME")]
    pub(super) next_response: Option<sla::Within>,
    /// How long before a deadline it counts as soon.
    #[arg(long, value_name = "TIME")]
    pub(super) due_soon: Option<sla::Within>,
    /// No deadlines at all.
    #[arg(long, conflicts_with_all = ["first_response", "next_response", "due_soon"])]
    pub(super) off: bool,
    #[command(flatten)]
    pub(super) hours: Hours,
}

/// When an organisation is open: deadlines count only that time.
#[derive(Debug, Args)]
pub(super) struct Hours {
    /// When it is open, by local time: mon-fri 09:00-17:00,sat 10:00-14:00, or none: always.
    #[arg(long = "hours", value_name = "WEEK")]
    pub(super) week: Option<hours::Week>,
    /// How far the local time is ahead of UTC: +01:00.
    #[arg(long, value_name = "OFFSET", allow_hyphen_values = true)]
    pub(super) utc_offset: Option<hours::Offset>,
    /// From when on it is another: 2026-03-29T01:00:00Z=+02:00. Repeatable; takes the place of all
    /// that were set.
    #[arg(long = "offset-change", value_name = "INSTANT=OFFSET")]
    pub(super) offset_changes: Vec<hours::Change>,
    /// A day on which it is closed: 2026-12-25. Repeatable; takes the place of all that were set.
    #[arg(long = "holiday", value_name = "DAY", value_parser = hours::day)]
    pub(super) holidays: Vec<Date>,
}

/// How long a channel lets an organisation write. Without a channel nothing changes.
#[derive(Debug, Args)]
pub(super) struct Windows {
    #[command(flatten)]
    pub(super) within: Within,
    /// Which channel: whatsapp, sms, email, or what a vendor calls one.
    #[arg(long, value_name = "CHANNEL")]
    pub(super) channel: Option<String>,
    /// From the customer's last message on: 24h, 7d, or none: always. Without it the channel has its
    /// own length again.
    #[arg(long, value_name = "TIME", requires = "channel")]
    pub(super) length: Option<sla::Within>,
}

#[derive(Debug, Subcommand)]
pub(super) enum TokenAction {
    /// Makes a token and prints it, alone.
    Create(CreateToken),
    /// Revokes a token, given as its text or its id.
    Revoke {
        /// The token, or its id from the list.
        token: String,
    },
    /// Lists the tokens: id, role, whose, until when, what for.
    List,
}

#[derive(Debug, Args)]
pub(super) struct CreateToken {
    /// For whom it speaks.
    #[arg(long, value_enum)]
    pub(super) role: RoleName,
    /// The agent's name; one that is new to the organisation makes a new agent.
    #[arg(long, required_if_eq("role", "agent"), conflicts_with = "contact")]
    pub(super) name: Option<String>,
    /// The contact's id, or the site's own id of a customer; an unknown one makes a new customer.
    #[arg(long, required_if_eq("role", "customer"), value_name = "ID")]
    pub(super) contact: Option<String>,
    #[command(flatten)]
    pub(super) within: Within,
    /// When it ends.
    #[arg(long, default_value_t = 365, value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) expires_in_days: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RoleName {
    Agent,
    Customer,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Agent => Self::Agent,
            RoleName::Customer => Self::Customer,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum SecretAction {
    /// Prints an organisation's identity secret, alone: its site signs its customers' JWTs with it
    /// (HS256).
    Show(Within),
    /// Prints an organisation's seal secret, alone: updates of single parts show it beside a token.
    Seal(Within),
}

fn instant(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse(text).ok_or_else(|| "an instant is as 2026-03-04T10:30:00Z".to_owned())
}

fn origin(text: &str) -> Result<HeaderValue, String> {
    let host = text.strip_prefix("https://").or(text.strip_prefix("http://"));
    let is_origin =
        host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ', '*']));
    let value = HeaderValue::from_str(text).ok().filter(|_| is_origin);
    value.ok_or_else(|| "an origin is a scheme and a host, as https://shop.example".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn an_origin_is_a_scheme_and_a_host() {
        for good in ["https://shop.example", "http://localhost:3000"] {
            assert!(origin(good).is_ok(), "{good}");
        }
        for bad in ["*", "shop.example", "https://", "https://shop.example/", "https://*.example"] {
            assert!(origin(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_role_asks_for_its_own_arguments() {
        let parse = |arguments: &[&str]| {
            let command = ["inbox-server", "token", "create"].iter().chain(arguments);
            Cli::try_parse_from(command).is_ok()
        };
        assert!(parse(&["--role", "agent", "--name", "Ada"]));
        assert!(parse(&["--role", "customer", "--contact", "user-7"]));
        assert!(!parse(&["--role", "agent"]));
        assert!(!parse(&["--role", "customer"]));
        assert!(!parse(&["--role", "customer", "--name", "Ada"]));
        assert!(!parse(&["--role", "agent", "--name", "Ada", "--expires-in-days", "0"]));
    }
}
