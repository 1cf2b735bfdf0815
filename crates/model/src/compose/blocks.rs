//! Formats of whole lines: what they begin with.

use std::ops::Range;

use super::Edit;

/// The lines in which something is selected, without their ends. A line at whose very start the
/// selection ends is not among them.
pub(super) fn lines(edit: &Edit) -> Vec<Range<usize>> {
    let Range { start, end } = edit.selection;
    let mut place = edit.left().rfind('\n').map_or(0, |at| at + 1);
    let mut lines = Vec::new();
    for line in edit.text.get(place..).unwrap_or_default().split('\n') {
        if place > end || (place == end && start < end) {
            break;
        }
        lines.push(place..place + line.len());
        place += line.len() + 1;
    }
    lines
}

/// A change in a line: so many bytes from a place in it on become something else.
type Change = (usize, usize, String);

/// Changes the lines in which something is selected; `None` leaves one as it is.
fn rewrite(edit: &Edit, mut change: impl FnMut(&str) -> Option<Change>) -> Edit {
    let mut text = String::new();
    let mut done = 0;
    let Range { mut start, mut end } = edit.selection;
    let (mut first, mut last) = (start, end);
    for line in lines(edit) {
        let said = edit.text.get(line.clone()).unwrap_or_default();
        let Some((at, removed, inserted)) = change(said) else { continue };
        let place = line.start + at;
        text.push_str(edit.text.get(done..place).unwrap_or_default());
        // A place in this line goes along with what stands behind the change.
        let grown = text.len() + inserted.len();
        let moved = |old: usize| grown + old.saturating_sub(place + removed);
        if start >= place {
            first = moved(start);
        }
        if end >= place {
            last = moved(end);
        }
        text.push_str(&inserted);
        done = place + removed;
    }
    // Places behind the last change have been counted from it.
    (start, end) = (first, last);
    text.push_str(edit.text.get(done..).unwrap_or_default());
    Edit::new(text, start..end)
}

/// A quotation, or one level less of it.
pub(super) fn quote(edit: &Edit) -> Edit {
    let selected = lines(edit);
    let said = |line: &Range<usize>| edit.text.get(line.clone()).unwrap_or_default();
    let all = selected.iter().all(|line| said(line).starts_with('>'));
    rewrite(edit, |line| {
        if !all {
            return Some((0, 0, "> ".to_owned()));
        }
        Some((0, if line.starts_with("> ") { 2 } else { 1 }, String::new()))
    })
}

/// A list with numbers or without, or none.
pub(super) fn list(edit: &Edit, numbered: bool) -> Edit {
    let selected = lines(edit);
    let said = |line: &Range<usize>| edit.text.get(line.clone()).unwrap_or_default();
    // Blank lines between items stay blank; a list can begin on one.
    let only = selected.len() == 1;
    let counts = |line: &str| only || !line.trim().is_empty();
    let is_item = |line: &str| marker(line).is_some_and(|(_, _, number)| number == numbered);
    let mut counted = selected.iter().map(said).filter(|line| counts(line)).peekable();
    let all = counted.peek().is_some() && counted.all(is_item);
    let mut number = 0_usize;
    rewrite(edit, |line| {
        if !counts(line) {
            return None;
        }
        number += 1;
        let indent = line.len() - line.trim_start().len();
        let (at, length) = marker(line).map_or((indent, 0), |(at, length, _)| (at, length));
        let new = match (all, numbered) {
            (true, _) => String::new(),
            (false, true) => [&number.to_string(), ". "].concat(),
            (false, false) => "- ".to_owned(),
        };
        Some((at, length, new))
    })
}

/// Where the marker of a list item is, how long it is with its space, and whether it is a number.
fn marker(line: &str) -> Option<(usize, usize, bool)> {
    let item = line.trim_start_matches([' ', '\t']);
    let at = line.len() - item.len();
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let mark = item.as_bytes().get(digits)?;
    let is_mark = match digits {
        0 => matches!(mark, b'-' | b'*' | b'+'),
        _ => digits < 10 && matches!(mark, b'.' | b')'),
    };
    let stands = is_mark && item.as_bytes().get(digits + 1) == Some(&b' ');
    stands.then_some((at, digits + 2, digits > 0))
}

/// Where a line's own words begin: behind what makes it a quotation or an item.
pub(super) fn content_starts(line: &str) -> usize {
    let quoted = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
    let rest = line.get(quoted..).unwrap_or_default();
    quoted + marker(rest).map_or(0, |(at, length, _)| at + length)
}
