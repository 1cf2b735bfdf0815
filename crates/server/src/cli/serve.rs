//! `inbox-server serve`: from the arguments to a running server, and to its end.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use inbox_model::Channel;
use tokio::net::TcpListener;
use tracing::level_filters::LevelFilter;
use tracing::subscriber::set_global_default;
use tracing_subscriber::fmt;

use super::arguments::{LogFormat, Outside, Serve};
use super::{CliError, say};
use crate::delivery::{
    self, Carrier, MailError, MailFolder, MailHeader, MessageFolder, Smtp, Worker,
};
use crate::http::{App, Settings};
use crate::store::Store;
use crate::{background, clock, demo};

/// How long requests may take to end once the server has to.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn serve(serve: Serve) -> Result<(), CliError> {
    log_to_stderr(serve.log);
    if let Some(at) = serve.demo_at {
        clock::stand_at(at);
    }
    let store = Store::open(&serve.database.url).await?;
    if serve.demo {
        demo::fill_if_empty(&store, clock::now()).await?;
    }
    let settings = Settings {
        allowed_origins: serve.allowed_origins,
        assets: folder(serve.assets, "dist")?,
        site: folder(serve.site, "www/site")?,
        demo: serve.demo,
        media: Some(beside(&serve.database.url, serve.outside.media.clone(), "media")),
        behind_proxy: serve.behind_proxy,
    };
    let app = App::new(store, settings).await?;
    let carriers = carriers(&serve.database.url, &app, serve.outside)?;
    let address = SocketAddr::new(serve.host, serve.port);
    let listener = TcpListener::bind(address).await;
    let listener = listener
        .map_err(|error| CliError::Failed(format!("cannot listen on {address}: {error}")))?;
    let bound = listener.local_addr().map_err(|error| CliError::Failed(error.to_string()))?;
    let background = background::start(&app);
    let worker = Worker::new(app.store().clone(), carriers);
    // The demo's own messenger service takes its messages from the store.
    let (outside, worker) = if serve.demo {
        let lives = clock::standing().is_none();
        let outside = if lives { Some(demo::world::start(&app).await?) } else { None };
        (outside, worker.leaving(vec![Channel::Whatsapp]))
    } else {
        (None, worker)
    };
    let deliveries = delivery::start(worker);
    say(&format!("listening on http://{bound}"))?;
    tracing::info!(%bound, "listening");

    let (ending, mut end) = tokio::sync::watch::channel(false);
    let hub_app = app.clone();
    let signal = async move {
        shutdown_signal().await;
        tracing::info!("stopping");
        // Live streams never end by themselves.
        hub_app.hub().stop();
        ending.send_replace(true);
    };
    let service = app.router().into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(signal);
    let served = tokio::select! {
        served = server.into_future() => served,
        () = async {
            // An error means that the server has ended already.
            let _ = end.wait_for(|end| *end).await;
            tokio::time::sleep(PATIENCE).await;
        } => {
            tracing::warn!("some requests did not end in time");
            Ok(())
        }
    };
    background.abort();
    if let Some(outside) = outside {
        outside.abort();
    }
    deliveries.abort();
    app.store().close().await;
    served.map_err(|error| CliError::Failed(format!("the server failed: {error}")))
}

/// Who carries messages out of the house.
fn carriers(
    database: &str,
    app: &App,
    outside: Outside,
) -> Result<Vec<Box<dyn Carrier>>, CliError> {
    let unusable = |error: MailError| CliError::Usage(error.to_string());
    let header = MailHeader::new(&outside.mail_from, app.media().clone()).map_err(unusable)?;
    let mail: Box<dyn Carrier> = match &outside.smtp {
        Some(url) => Box::new(Smtp::new(url, header).map_err(unusable)?),
        None => Box::new(MailFolder::new(beside(database, outside.mail, "mail"), header)),
    };
    let folder = |channel, given, name| -> Box<dyn Carrier> {
        Box::new(MessageFolder::new(channel, beside(database, given, name)))
    };
    let sms = folder(Channel::Sms, outside.sms, "sms");
    Ok(vec![mail, sms, folder(Channel::Whatsapp, outside.whatsapp, "whatsapp")])
}

/// A folder for what the server writes: as asked for, else of this name beside the database.
fn beside(database: &str, given: Option<PathBuf>, name: &str) -> PathBuf {
    let file = database.trim_start_matches("sqlite:").trim_start_matches("//");
    let file = file.split('?').next().unwrap_or_default();
    given.unwrap_or_else(|| Path::new(file).with_file_name(name))
}

/// A folder that was asked for must be there; the default may be missing.
fn folder(given: Option<PathBuf>, default: &str) -> Result<Option<PathBuf>, CliError> {
    match given {
        Some(folder) if folder.is_dir() => Ok(Some(folder)),
        Some(folder) => Err(CliError::Usage(format!("{} is not a folder", folder.display()))),
        None => Ok(Some(Path::new(default).to_owned()).filter(|folder| folder.is_dir())),
    }
}

/// Resolves at SIGTERM or ctrl-c.
async fn shutdown_signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await; // then only the other one can end it
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                terminate.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

fn log_to_stderr(format: LogFormat) {
    let log = fmt().with_max_level(LevelFilter::INFO).with_writer(std::io::stderr);
    // An error says that a log is there already, which is as good.
    let _ = match format {
        LogFormat::Human => set_global_default(log.with_ansi(false).with_target(false).finish()),
        LogFormat::Json => set_global_default(log.json().flatten_event(true).finish()),
    };
}
