//! Saved views as JSON, and how many conversations lists have: `POST /counts`, which is the server's
//! own beneath every dialect. Ids are as the dialect writes them.

use inbox_model::sorted::SortedMap;
use inbox_model::view::{Filter, Sort, SortKey, View, ViewCount};

use crate::dialect::ViewCounts;
use crate::error::DialectError;
use crate::http::{Method, Request, Response};
use crate::json::{Fault, Map, Object, Value, parse};

/// Asks how many conversations these lists have, by names of the caller's own.
pub fn count<'a>(lists: impl IntoIterator<Item = (&'a str, &'a Filter)>) -> Request {
    let list = |(id, filter): (&str, &Filter)| {
        let mut object = Map::tagged("id", id);
        object.set("filters", Value::from(filter.to_json()));
        object.into()
    };
    let mut body = Map::default();
    body.set("lists", Value::Array(lists.into_iter().map(list).collect()));
    Request::new(Method::Post, "/counts").json(body)
}

/// Reads the answer to [`count`].
///
/// # Errors
/// The server has no such thing, refuses, or answers with something else.
pub fn read_count(response: &Response) -> Result<ViewCounts, DialectError> {
    if response.status != 200 {
        return Err(DialectError::Server { status: response.status });
    }
    Ok(read_counts(&parse(&response.body, "counts")?)?)
}

/// Reads counts by name, which are the member `counts` of an object.
pub(crate) fn read_counts(value: &Value) -> Result<ViewCounts, Fault> {
    let counts = Object::of(value).map_err(|fault| fault.within("counts"))?;
    let counts = counts.object("counts");
    let counts = counts.ok_or_else(|| Fault::new("counts.counts", "not an object"))?;
    let number = |count: Object<'_>, name: &str| count.count(name).unwrap_or_default();
    let read = counts.map().iter().filter_map(|(id, count)| {
        let count = Object::maybe(count)?;
        let (unread, total) = (number(count, "unread"), number(count, "total"));
        Some((id.clone(), ViewCount { unread, total }))
    });
    Ok(read.collect::<SortedMap<_, _>>())
}

/// Views as a text, for a system that keeps none: the device does.
pub fn write_views(views: &[View]) -> String {
    Value::Array(views.iter().map(|view| write_view(view).into()).collect()).to_json()
}

/// Reads [`write_views`]; what cannot be read is left out.
pub fn read_views(text: &str) -> Vec<View> {
    let value = parse(text, "views").unwrap_or(Value::Null);
    let views = value.as_array().unwrap_or_default().iter().filter_map(Object::maybe);
    views.filter_map(|view| read_view(view).ok()).collect()
}

/// Reads a saved view.
pub(crate) fn read_view(object: Object<'_>) -> Result<View, Fault> {
    Ok(View {
        id: object.need_id::<&str>("id")?.to_owned(),
        name: object.string("name").ok_or_else(|| Fault::new("name", "not a text"))?,
        system: object.flag("system").unwrap_or(false),
        position: object
            .count("position")
            .and_then(|at| u32::try_from(at).ok())
            .unwrap_or_default(),
        filter: object.object("filters").and_then(read_filter).unwrap_or_default(),
        sort: object.object("sort").map(read_sort).unwrap_or_default(),
    })
}

/// The names are the model's own: [`Filter::to_json`] has them.
fn read_filter(filters: Object<'_>) -> Option<Filter> {
    Filter::from_json(&filters.map().into())
}

/// An order of our own. One that cannot be read is the common one.
fn read_sort(sort: Object<'_>) -> Sort {
    let by = SortKey::ALL.into_iter().find(|key| sort.text("by") == Some(key.code()));
    let descending = sort.flag("descending").unwrap_or(true);
    by.map(|by| Sort { by, descending }).unwrap_or_default()
}

/// Writes a saved view.
pub(crate) fn write_view(view: &View) -> Map {
    let mut object = Map::default();
    object.set("id", view.id.as_str());
    object.set("name", view.name.as_str());
    object.set("system", view.system);
    object.set("position", u64::from(view.position));
    object.set("filters", Value::from(view.filter.to_json()));
    if !view.sort.is_default() {
        let mut sort = Map::tagged("by", view.sort.by.code());
        sort.set("descending", view.sort.descending);
        object.set("sort", sort);
    }
    object
}

#[cfg(test)]
mod tests {
    use inbox_model::view::{Assignee, Condition};

    use super::*;

    #[test]
    fn counts_are_asked_for_and_read() {
        let mine = Filter::from(Condition::Archived(false)).and(Assignee::Me);
        let request = count([("@mine", &mine), ("all", &Filter::default())]);
        let body = r#"{"lists":[{"id":"@mine","filters":{"archived":false,"scope":"mine"}},{"id":"all","filters":{}}]}"#;
        assert_eq!((request.path.as_str(), request.body.as_deref()), ("/counts", Some(body)));
        let answer = |status, body: &str| Response { status, body: body.to_owned() };
        let counts = read_count(&answer(200, r#"{"counts":{"@mine":{"unread":2,"total":7}}}"#));
        assert_eq!(counts.unwrap().get("@mine"), Some(&ViewCount { unread: 2, total: 7 }));
        for (status, body) in [(404, "{}"), (200, "{}"), (200, "/counts"), (500, "")] {
            assert!(read_count(&answer(status, body)).is_err(), "{status} {body}");
        }
    }

    #[test]
    fn views_are_kept_as_a_text() {
        let sort = Sort { by: SortKey::ALL[1], descending: false };
        let filter = Filter::any([Condition::Starred(true).into(), Assignee::Nobody.into()]);
        let (id, name) = ("v1".to_owned(), "Stars".to_owned());
        let view = View { id, name, system: false, position: 4, filter, sort };
        assert_eq!(read_views(&write_views(std::slice::from_ref(&view))), [view]);
        assert_eq!(read_views("nonsense"), []);
        assert_eq!(read_views(r#"[{"name":"without an id"},7]"#), []);
    }
}
