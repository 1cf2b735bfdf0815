//! What strangers type into a search, over what strangers have written.

use inbox_model::Timestamp;
use inbox_model::conversation::Conversation;
use inbox_model::participant::{Participant, ParticipantKind};
use inbox_model::search::{SearchIndex, contains, fold};
use inbox_model::tag::Tag;
use inbox_model::view::{Condition, Filter, RunningCounts};

use crate::choice_and_text;

/// The text's lines are conversations, and the last one is the query. An index that follows changes
/// answers as a fresh one; what is highlighted lies within its text; folding twice folds no more;
/// counts that run are counts.
pub fn search(data: &[u8]) {
    let (choice, text) = choice_and_text(data);
    let mut lines: Vec<&str> = text.split('\n').take(40).collect();
    let query = lines.pop().unwrap_or_default();
    let at = Timestamp::from_millis(1_000_000);
    let rows: Vec<Conversation> =
        (0_i64..).zip(&lines).map(|(number, line)| row(number, line)).collect();
    let (mut index, mut fresh) = (SearchIndex::default(), SearchIndex::default());
    let view = || [("v".to_owned(), Filter::from(Condition::Text(query.to_owned())))];
    let mut counts = RunningCounts::new(view(), None, at);
    let shown =
        |one: &Conversation| Filter::from(Condition::Text(query.to_owned())).matches(one, None, at);
    for one in &rows {
        index.insert(&row(0, query));
        index.insert(one);
        counts.change(None, Some(one));
    }
    for (number, one) in rows.iter().enumerate() {
        if number % 3 == usize::from(choice % 3) {
            assert!(index.remove(&one.id));
            counts.change(Some(one), None);
        } else {
            index.insert(one);
            fresh.insert(one);
        }
    }
    if rows.first().is_none_or(|_| choice % 3 == 0) {
        index.remove(&row(0, "").id);
    }
    let hits = index.query(query, 50);
    assert_eq!(hits, fresh.query(query, 50), "{query:?} of {lines:?}");
    for hit in &hits {
        for found in &hit.found {
            let (length, units) = (found.text.chars().count(), found.text.encode_utf16().count());
            let mut end = 0;
            for span in &found.spans {
                assert!(end <= span.start && span.start < span.end && span.end <= length);
                assert!(span.start_utf16 < span.end_utf16 && span.end_utf16 <= units);
                end = span.end;
            }
        }
    }
    let folded = fold(query);
    assert_eq!(fold(&folded), folded, "{query:?}");
    let kept = rows.iter().enumerate().filter(|(number, _)| number % 3 != usize::from(choice % 3));
    let total = kept.filter(|(_, one)| shown(one)).count() as u64;
    assert_eq!(counts.get("v").map(|count| count.total), Some(total));
    assert!(rows.iter().all(|one| shown(one) == contains(one, query) || query.trim().is_empty()));
}

fn row(number: i64, line: &str) -> Conversation {
    let mut one = Conversation::new(format!("c{number}").into(), Timestamp::from_millis(number));
    let mut parts = line.split('\t');
    one.title = parts.next().map(str::to_owned);
    let name =
        parts.next().map(|name| Participant::new(ParticipantKind::Customer, "p").named(name));
    one.participants = name.into_iter().collect();
    one.tags = parts.map(|name| Tag { id: name.into(), name: name.to_owned() }).collect();
    one
}
