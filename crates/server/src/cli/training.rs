//! `inbox-server training-pairs`.

use inbox_dialects::crm::server::write_training_pair;

use super::arguments::Within;
use super::{CliError, organisation, say};
use crate::store::Store;

/// Prints the pairs of an organisation, oldest first.
pub(super) async fn training_pairs(url: &str, within: &Within) -> Result<(), CliError> {
    let store = Store::open(url).await?;
    let pairs = match organisation::named(&store, within.organisation.as_deref()).await {
        Ok(organisation) => store.training_pairs(&organisation.id).await.map_err(CliError::from),
        Err(error) => Err(error),
    };
    store.close().await;
    for pair in pairs? {
        say(&write_training_pair(&pair).to_string())?;
    }
    Ok(())
}
