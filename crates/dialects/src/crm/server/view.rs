//! Saved views, counts and deadlines in the vendor's form.

use inbox_model::sla::SlaPolicy;
use inbox_model::view::{Assignee, Condition, View, ViewCount, ViewProblem};
use serde_json::Value;

use super::error::WireError;
use super::request::{body_of, root};
use super::{json_of, wire};
use crate::crm::company::{is_scope, read_view, write_view};
use crate::ids::{text_of_uuid, uuid_of_text};
use crate::json::{self, Object};
use crate::sentence::sentence;

/// The saved views.
pub fn write_views(views: &[View]) -> Value {
    let views = views.iter().map(|view| {
        let mut view = view.clone();
        view.filter.conditions_mut(&mut |condition| {
            if let Condition::Assignee(Assignee::Agent(agent)) = condition
                && let Some(uuid) = uuid_of_text(agent.as_str())
            {
                *agent = uuid.into();
            }
        });
        Value::from(write_view(&view))
    });
    let mut list = serde_json::Map::new();
    list.insert("views".to_owned(), views.collect());
    Value::Object(list)
}

/// Reads the body of views to save, as they are given: [`inbox_model::view::save`] says what they
/// make. Reading is strict here, because what is kept is what every list goes by from now on: a
/// field or condition that the contract names has a value that it can have. Conditions of other
/// names are kept and narrow nothing down.
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
        check(view)?;
        let mut view = read_view(view)?;
        let mut is_known = true;
        view.filter.conditions_mut(&mut |condition| {
            if let Condition::Assignee(Assignee::Agent(agent)) = condition {
                match text_of_uuid(agent.as_str()) {
                    Some(own) => *agent = own.into(),
                    None => is_known = false,
                }
            }
        });
        let wrong = || json::Fault::new("filters.assigned_to", "not the id of an agent");
        is_known.then_some(view).ok_or_else(wrong)
    });
    views.map_err(|fault| {
        let path = fault.path().replace('[', ".").replace(']', "");
        WireError::invalid(&path, format!("This is {}.", fault.problem()))
    })
}

/// Checks what the client's tolerant reader would pass over.
fn check(view: Object<'_>) -> Result<(), json::Fault> {
    if let Some(position) = view.map().get("position") {
        let number = position.as_number().and_then(json::Number::as_u64);
        let wrong = || json::Fault::new("position", "not a whole number from 0 to 4294967295");
        number.and_then(|number| u32::try_from(number).ok()).ok_or_else(wrong)?;
    }
    let Some(filters) = view.map().get("filters") else { return Ok(()) };
    for (name, value) in Object::of(filters).map_err(|fault| fault.within("filters"))?.map() {
        if let Some(problem) = problem_of(name, value) {
            return Err(json::Fault::new(name.as_str(), problem).within("filters"));
        }
    }
    Ok(())
}

/// What is wrong with a condition; `None` for one that this version does not know.
fn problem_of(name: &str, value: &json::Value) -> Option<&'static str> {
    let (is_right, problem) = match name {
        "scope" => (value.as_str().is_some_and(is_scope), "neither mine nor team"),
        "archived" | "overdue" | "starred" | "unread" => {
            (value.as_bool().is_some(), "not true or false")
        }
        "assigned_to" => {
            (value.is_null() || value.as_str().is_some(), "neither the id of an agent nor null")
        }
        _ => return None,
    };
    (!is_right).then_some(problem)
}

/// 422: a view shows the threads of somebody who is no member. `at` is its place in the body.
pub fn no_such_assignee(at: usize) -> WireError {
    let path = format!("views.{at}.filters.assigned_to");
    WireError::invalid(&path, "This is not the id of an agent.")
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
