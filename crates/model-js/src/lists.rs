//! Lists of conversations: [`inbox_model::view`] and [`inbox_model::search`] for JavaScript.

use std::cell::RefCell;
use std::collections::BTreeMap;

use inbox_model::search::{self, SearchIndex};
use inbox_model::view::{Filter, Sort, SortKey};
use inbox_model::{Conversation, ParticipantId};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::border::{Instant, Problem, answer, whole};
use crate::row::Row;

/// `[filter]`.
#[wasm_bindgen(js_name = validateView)]
pub fn validate_view(arguments: JsValue) -> JsValue {
    answer(arguments, |(filter,): (Filter,)| {
        let faults = filter.faults();
        let problem = |fault: &inbox_model::view::FilterFault| {
            Problem::of(fault.path.as_str(), fault.problem.code())
        };
        if faults.is_empty() { Ok(()) } else { Err(faults.iter().map(problem).collect()) }
    })
}

/// Who asks, and when.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default)]
pub(crate) struct Asker {
    /// The id of the agent who asks.
    me: Option<String>,
    /// When; now where nothing is said.
    now: Option<Instant>,
}

/// `[filter, conversation, asker, now]`.
#[wasm_bindgen(js_name = matchesView)]
pub fn matches_view(arguments: JsValue) -> JsValue {
    answer(arguments, |(filter, row, asker, now): (Filter, Row, Option<Asker>, Instant)| {
        let asker = asker.unwrap_or_default();
        let Instant(now) = asker.now.unwrap_or(now);
        Ok(filter.matches(&row.into(), asker.me.map(ParticipantId::from).as_ref(), now))
    })
}

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Order {
    /// By what; `last_activity` where nothing is said.
    by: Option<SortKey>,
    /// The greatest first, which it is unless told otherwise: the newest, the most urgent, the unread.
    descending: Option<bool>,
}

/// `[conversations, order, asker]`; the answer has the conversations' places in their new order.
#[wasm_bindgen(js_name = sortConversations)]
pub fn sort_conversations(arguments: JsValue) -> JsValue {
    answer(arguments, |(rows, order, asker): (Vec<Row>, Option<Order>, Option<Asker>)| {
        let order = order.unwrap_or_default();
        let sort =
            Sort { by: order.by.unwrap_or_default(), descending: order.descending.unwrap_or(true) };
        let me = asker.and_then(|asker| asker.me).map(ParticipantId::from);
        let mut all: Vec<(usize, Conversation)> =
            rows.into_iter().map(Conversation::from).enumerate().collect();
        all.sort_by(|(_, one), (_, other)| sort.compare(one, other, me.as_ref()));
        Ok(all.into_iter().map(|(place, _)| place).collect::<Vec<usize>>())
    })
}

/// A conversation that was found.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Hit {
    /// Its id.
    id: String,
    /// How the worst of the query's words meets it.
    #[cfg_attr(test, ts(type = "Meeting"))]
    meeting: &'static str,
    /// The texts in which something was found.
    found: Vec<Found>,
}

/// A text in which something was found.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Found {
    /// What it is.
    #[cfg_attr(test, ts(type = "SearchField"))]
    field: &'static str,
    /// The text. Untrusted.
    text: String,
    /// What to highlight in it: `text.slice(start, end)`.
    spans: Vec<Span>,
}

/// A stretch of a text, in UTF-16 units as JavaScript counts them.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Span {
    /// Where it begins.
    start: u32,
    /// Where it ends, behind its last character.
    end: u32,
}

impl From<search::Hit> for Hit {
    fn from(hit: search::Hit) -> Self {
        let small = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let span = |span: search::Span| Span {
            start: small(span.start_utf16),
            end: small(span.end_utf16),
        };
        let found = hit.found.into_iter().map(|found| Found {
            field: found.field.code(),
            text: found.text,
            spans: found.spans.into_iter().map(span).collect(),
        });
        Self { id: hit.id.to_string(), meeting: hit.meeting.code(), found: found.collect() }
    }
}

/// How many hits are told where nobody says.
const HITS: usize = 20;

fn hits(index: &SearchIndex, query: &str, limit: Option<f64>) -> Vec<Hit> {
    let limit = limit.map_or(HITS, |limit| usize::try_from(whole(limit)).unwrap_or(usize::MAX));
    index.query(query, limit).into_iter().map(Hit::from).collect()
}

/// `[conversations, query, limit]`.
#[wasm_bindgen(js_name = searchConversations)]
pub fn search_conversations(arguments: JsValue) -> JsValue {
    answer(arguments, |(rows, query, limit): (Vec<Row>, String, Option<f64>)| {
        let mut index = SearchIndex::default();
        for row in rows {
            index.insert(&row.into());
        }
        Ok(hits(&index, &query, limit))
    })
}

thread_local! {
    /// Indexes that JavaScript keeps, by their handles.
    static INDEXES: RefCell<BTreeMap<u32, SearchIndex>> = RefCell::default();
}

fn index<T>(handle: u32, act: impl FnOnce(&mut SearchIndex) -> T) -> Result<T, Vec<Problem>> {
    INDEXES.with_borrow_mut(|indexes| {
        indexes.get_mut(&handle).map(act).ok_or_else(|| vec![Problem::of("", "closed")])
    })
}

/// Opens an empty index and returns its handle.
#[wasm_bindgen(js_name = searchOpen)]
pub fn search_open() -> u32 {
    INDEXES.with_borrow_mut(|indexes| {
        let handle = indexes.last_key_value().map_or(0, |(last, _)| last.wrapping_add(1));
        indexes.insert(handle, SearchIndex::default());
        handle
    })
}

/// Forgets an index.
#[wasm_bindgen(js_name = searchClose)]
pub fn search_close(handle: u32) {
    INDEXES.with_borrow_mut(|indexes| indexes.remove(&handle));
}

/// `[handle, conversations]`: adds them, or puts them in the places of those of their ids.
#[wasm_bindgen(js_name = searchPut)]
pub fn search_put(arguments: JsValue) -> JsValue {
    answer(arguments, |(handle, rows): (u32, Vec<Row>)| {
        index(handle, |index| {
            for row in rows {
                index.insert(&row.into());
            }
        })
    })
}

/// `[handle, ids]`: takes them out.
#[wasm_bindgen(js_name = searchRemove)]
pub fn search_remove(arguments: JsValue) -> JsValue {
    answer(arguments, |(handle, ids): (u32, Vec<String>)| {
        index(handle, |index| {
            for id in ids {
                index.remove(&id.into());
            }
        })
    })
}

/// `[handle, query, limit]`.
#[wasm_bindgen(js_name = searchQuery)]
pub fn search_query(arguments: JsValue) -> JsValue {
    answer(arguments, |(handle, query, limit): (u32, String, Option<f64>)| {
        index(handle, |index| hits(index, &query, limit))
    })
}
