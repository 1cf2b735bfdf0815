//! Saved views, counts and deadlines in the vendor's form.

use inbox_model::sla::SlaPolicy;
use inbox_model::view::{View, ViewCount, ViewProblem};
use serde_json::Value;

use super::error::WireError;
use super::request::{body_of, root};
use super::{json_of, wire};
use crate::crm::company::{read_view, write_view};
use crate::ids::{text_of_uuid, uuid_of_text};
use crate::json;
use crate::sentence::sentence;

/// The saved views.
pub fn write_views(views: &[View]) -> Value {
    let views = views.iter().map(|view| {
        let mut view = view.clone();
        if let Some(Some(agent)) = &mut view.filters.assigned_to
            && let Some(uuid) = uuid_of_text(agent.as_str())
        {
            *agent = uuid.into();
        }
        Value::from(write_view(&view))
    });
    let mut list = serde_json::Map::new();
    list.insert("views".to_owned(), views.collect());
    Value::Object(list)
}

/// Reads the body of views to save.
///
/// # Errors
/// 422, with the field.
pub fn read_views(body: &str) -> Result<Vec<View>, WireError> {
    let value = body_of(body)?;
    let object = root(&value)?;
    if object.get("views").and_then(json::Value::as_array).is_none() {
        return Err(WireError::invalid("views", "This is a list."));
    }
    let views = object.each_whole("views", |view| {
        // Whether it is the system's has to be said: what is saved as such is not changed.
        if view.flag("system").is_none() {
            return Err(json::Fault::new("system", "not true or false"));
        }
        let mut view = read_view(view)?;
        if let Some(Some(agent)) = &mut view.filters.assigned_to {
            let own = text_of_uuid(agent.as_str());
            let wrong = || json::Fault::new("filters.assigned_to", "not the id of an agent");
            *agent = own.ok_or_else(wrong)?.into();
        }
        Ok(view)
    });
    let views = views.map_err(|fault| {
        let path = fault.path().replace('[', ".").replace(']', "");
        WireError::invalid(&path, format!("This is {}.", fault.problem()))
    })?;
    inbox_model::view::save(views).map_err(|problem| WireError::from(&problem))
}

impl From<&ViewProblem> for WireError {
    fn from(problem: &ViewProblem) -> Self {
        Self::invalid("views", sentence(&problem.to_string())).with_code(problem.code())
    }
}

/// How many threads each view shows.
pub fn write_counts(counts: &[(String, ViewCount)]) -> Value {
    let counts = counts.iter().map(|(id, count)| {
        (id.clone(), wire::ViewCount { unread: count.unread, total: count.total })
    });
    json_of(&wire::ViewCounts { counts: counts.collect() })
}

/// How soon the organisation means to answer.
pub fn write_sla(policy: &SlaPolicy) -> Value {
    let minutes = |minutes: Option<u32>| minutes.filter(|minutes| *minutes > 0);
    json_of(&wire::SlaConfig {
        enabled: policy.enabled,
        first_response_minutes: minutes(policy.first_response_minutes),
        next_response_minutes: minutes(policy.next_response_minutes),
        due_soon_minutes: minutes(policy.due_soon_minutes),
    })
}

/// A number of threads.
pub fn write_count(count: u64) -> Value {
    json_of(&wire::Count { count })
}
