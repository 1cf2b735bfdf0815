//! Drafts of a machine and what people sent instead, kept for training.

use inbox_model::part::PartBody;
use inbox_model::suggestion::{Label, SuggestionStatus, TrainingPair, label};
use inbox_model::{ConversationId, Part, Timestamp};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::save::Outcome;
use super::{OrganisationId, Result, Store};

/// Keeps a pair for every draft that a message of this write has settled: one for each message sent.
pub(super) async fn capture(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    outcome: &Outcome,
) -> Result<()> {
    let parts = &outcome.conversation.parts;
    let touched = |part: &&std::sync::Arc<Part>| {
        outcome.changed.contains(&part.id) || outcome.added.contains(&part.id)
    };
    for draft in parts.iter().filter(touched) {
        let PartBody::Suggestion(suggestion) = &draft.body else { continue };
        let (SuggestionStatus::Sent(sent) | SuggestionStatus::Replaced(sent)) = &suggestion.status
        else {
            continue;
        };
        let sent = parts.iter().find(|part| part.id == *sent && outcome.added.contains(sent));
        let Some(sent) = sent else { continue };
        let (draft_text, sent_text) = (text_of(draft), text_of(sent));
        let pair = TrainingPair {
            conversation_id: outcome.conversation.id.clone(),
            suggestion: draft.id.clone(),
            sent: sent.id.clone(),
            label: label(&draft_text, &sent_text),
            draft_text,
            sent_text,
            captured_at: sent.created_at,
        };
        save(tx, organisation, &pair).await?;
    }
    Ok(())
}

fn text_of(part: &Part) -> String {
    part.markdown().unwrap_or_default().to_owned()
}

async fn save(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    pair: &TrainingPair,
) -> Result<()> {
    let sql = "INSERT INTO training_pairs
                   (organisation_id, conversation_id, suggestion_id, sent_id, draft, sent, label,
                    captured_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
               ON CONFLICT DO NOTHING";
    sqlx::query(sql)
        .bind(organisation.as_str())
        .bind(pair.conversation_id.as_str())
        .bind(pair.suggestion.as_str())
        .bind(pair.sent.as_str())
        .bind(&pair.draft_text)
        .bind(&pair.sent_text)
        .bind(word(pair.label))
        .bind(pair.captured_at.as_millis())
        .execute(tx)
        .await?;
    Ok(())
}

fn word(label: Label) -> &'static str {
    match label {
        Label::Accepted => "accepted",
        Label::Edited => "edited",
        Label::Replaced => "replaced",
    }
}

fn pair(row: &SqliteRow) -> Result<TrainingPair> {
    Ok(TrainingPair {
        conversation_id: ConversationId::from(row.try_get::<&str, _>(0)?),
        suggestion: row.try_get::<&str, _>(1)?.into(),
        sent: row.try_get::<&str, _>(2)?.into(),
        draft_text: row.try_get(3)?,
        sent_text: row.try_get(4)?,
        label: match row.try_get::<&str, _>(5)? {
            "accepted" => Label::Accepted,
            "edited" => Label::Edited,
            _ => Label::Replaced,
        },
        captured_at: Timestamp::from_millis(row.try_get(6)?),
    })
}

impl Store {
    /// All pairs of an organisation, oldest first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn training_pairs(&self, organisation: &OrganisationId) -> Result<Vec<TrainingPair>> {
        let sql = "SELECT conversation_id, suggestion_id, sent_id, draft, sent, label, captured_at
                   FROM training_pairs WHERE organisation_id = $1
                   ORDER BY captured_at, conversation_id, sent_id";
        let query = sqlx::query(sql).bind(organisation.as_str());
        query.fetch_all(self.readers()).await?.iter().map(pair).collect()
    }
}
