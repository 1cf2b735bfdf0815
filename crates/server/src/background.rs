//! What the server does by itself: waking the snoozed, ending the typing, forgetting the old and what
//! was removed for good.

use std::time::Duration;

use inbox_model::Timestamp;
use tokio::task::JoinHandle;
use tokio::time::{Interval, MissedTickBehavior};

use crate::clock;
use crate::http::App;
use crate::media::MediaError;
use crate::store::StoreError;

/// How often somebody is looked for who no longer types.
const SWEEP: Duration = Duration::from_millis(500);

/// How often snoozed conversations are looked at; reading wakes them too.
const WAKE: Duration = Duration::from_secs(1);

/// How often old events, answers, tokens and files that nobody has sent are forgotten.
const PRUNE: Duration = Duration::from_hours(1);

/// Starts the tasks. Aborting the handle ends them.
pub fn start(app: &App) -> JoinHandle<()> {
    let app = app.clone();
    tokio::spawn(async move {
        let mut sweep = interval(SWEEP);
        let mut wake = interval(WAKE);
        let mut prune = interval(PRUNE);
        loop {
            let done = tokio::select! {
                _ = sweep.tick() => {
                    app.hub().sweep();
                    Ok(())
                }
                _ = wake.tick() => app.store().wake(clock::now()).await.map(|_| ()),
                _ = prune.tick() => forget(&app, clock::now()).await,
                () = app.store().files_dropped() => forget_files(&app, clock::now()).await,
            };
            if let Err(error) = done {
                tracing::error!(%error, "a task in the background failed; it is tried again");
            }
        }
    })
}

async fn forget(app: &App, now: Timestamp) -> Result<(), StoreError> {
    let store = app.store();
    store.prune_events().await?;
    store.prune_answers(now).await?;
    store.prune_tokens(now).await?;
    forget_files(app, now).await
}

async fn forget_files(app: &App, now: Timestamp) -> Result<(), StoreError> {
    match app.media().forget_unsent(app.store(), now).await {
        Ok(_) => Ok(()),
        Err(MediaError::Store(error)) => Err(error),
        Err(error) => {
            tracing::error!(%error, "files that no message carries stay; tried again");
            Ok(())
        }
    }
}

fn interval(period: Duration) -> Interval {
    let mut interval = tokio::time::interval(period);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    interval
}
