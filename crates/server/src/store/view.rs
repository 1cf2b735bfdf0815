//! Agents' saved views, each for one organisation.

use inbox_model::ParticipantId;
use inbox_model::view::{View, complete};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::Row;

use super::{OrganisationId, Result, Store, Write};

impl Store {
    /// All views of an agent, in order, the four of everybody among them.
    ///
    /// # Errors
    /// The database fails.
    pub async fn views(
        &self,
        organisation: &OrganisationId,
        agent: &ParticipantId,
    ) -> Result<Vec<View>> {
        let sql = "SELECT views FROM saved_views WHERE organisation_id = $1 AND agent_id = $2";
        let query = sqlx::query(sql).bind(organisation.as_str()).bind(agent.as_str());
        let saved = match query.fetch_optional(self.readers()).await? {
            Some(row) => read(row.try_get(0)?)?,
            None => Vec::new(),
        };
        Ok(complete(saved))
    }
}

/// How views are kept.
#[derive(Serialize, Deserialize)]
struct Kept<V> {
    views: V,
}

/// Reads what is kept. Before filters were trees it was a bare list, whose conditions of unknown
/// names stood apart, as JSON texts.
fn read(json: &str) -> Result<Vec<View>> {
    let mut views = match serde_json::from_str(json)? {
        Value::Array(views) => views,
        kept => return Ok(serde_json::from_value::<Kept<Vec<View>>>(kept)?.views),
    };
    for view in &mut views {
        let filters = view.get_mut("filters").and_then(Value::as_object_mut);
        let Some(filters) = filters else { continue };
        let other = filters.remove("other");
        let other = other.as_ref().and_then(Value::as_object).into_iter().flatten();
        for (name, text) in other {
            let value = text.as_str().and_then(|text| serde_json::from_str(text).ok());
            filters.entry(name).or_insert(value.unwrap_or_else(|| text.clone()));
        }
    }
    Ok(serde_json::from_value(Value::Array(views))?)
}

impl Write {
    /// Saves an agent's views in the place of those that were there.
    ///
    /// # Errors
    /// The database fails.
    pub async fn save_views(&mut self, agent: &ParticipantId, views: &[View]) -> Result<()> {
        let sql = "INSERT INTO saved_views (organisation_id, agent_id, views) VALUES ($1, $2, $3)
                   ON CONFLICT (organisation_id, agent_id) DO UPDATE SET views = excluded.views";
        let (tx, organisation) = self.scope();
        sqlx::query(sql)
            .bind(organisation.as_str())
            .bind(agent.as_str())
            .bind(serde_json::to_string(&Kept { views })?)
            .execute(tx)
            .await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use inbox_model::view::{Assignee, Condition, Filter, Json};

    use super::*;

    /// Rows of the version before, as it wrote them.
    #[test]
    fn what_was_saved_before_shows_the_same() {
        let check = |filters: &str, filter: Filter| {
            let json = format!(
                r#"[{{"id":"a","name":"A","system":false,"position":4,"filters":{filters}}}]"#
            );
            let views = read(&json).unwrap();
            assert_eq!(views[0].filter, filter, "{filters}");
            let again = serde_json::to_string(&Kept { views: &views }).unwrap();
            assert_eq!(read(&again).unwrap(), views, "{again}");
        };
        check("{}", Filter::default());
        check(
            r#"{"scope":"mine","archived":false,"unread":true}"#,
            Filter::from(Condition::Archived(false)).and(Assignee::Me).and(Condition::Unread(true)),
        );
        // The former version wrote this and read it as everybody's.
        check(r#"{"assigned_to":null}"#, Assignee::Nobody.into());
        let scope = Condition::Other("scope".into(), Json::Text("mine".into()));
        check(
            r#"{"scope":"mine","assigned_to":"x"}"#,
            Filter::from(Assignee::Agent("x".into())).and(scope),
        );
        let plan = Json::List(vec![Json::Text("pro".into()), Json::Null]);
        check(
            r#"{"overdue":true,"other":{"plan":"[\"pro\",null]"}}"#,
            Filter::from(Condition::Overdue(true)).and(Condition::Other("plan".into(), plan)),
        );
        check(
            r#"{"other":{"scope":"\"everything\""}}"#,
            Condition::Other("scope".into(), Json::Text("everything".into())).into(),
        );
    }
}
