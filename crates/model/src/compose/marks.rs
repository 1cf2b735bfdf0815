//! Formats that stand in a line: marks around what is selected.

use std::ops::Range;

use super::Edit;
use super::blocks::{content_starts, lines};

/// Puts marks around what is selected, or takes them away. A run of asterisks can be both: one is
/// italic, two are bold, three are both; so each format is a bit of the length of the run.
///
/// Marks do not reach from one block to the next, so each line has its own: all get them, unless all
/// have them.
pub(super) fn toggle(edit: &Edit, mark: char, bit: usize) -> Edit {
    let pieces = pieces(edit, mark);
    let has = |piece: &Range<usize>| run_around(&edit.text, piece, mark) & bit != 0;
    let all = pieces.iter().all(has);
    let marks = String::from(mark).repeat(bit);
    let said = |range: Range<usize>| edit.text.get(range).unwrap_or_default();
    let mut text = String::new();
    let mut selection: Option<Range<usize>> = None;
    let mut done = 0;
    for piece in pieces {
        let (outer, marks) = match (all, has(&piece)) {
            (true, _) => (piece.start - bit..piece.end + bit, ""),
            (false, true) => (piece.clone(), ""),
            (false, false) => (piece.clone(), marks.as_str()),
        };
        text.push_str(said(done..outer.start));
        text.push_str(marks);
        let start = text.len();
        text.push_str(said(piece));
        selection = Some(selection.map_or(start, |before| before.start)..text.len());
        text.push_str(marks);
        done = outer.end;
    }
    text.push_str(said(done..edit.text.len()));
    Edit::new(text, selection.unwrap_or_else(|| edit.selection.clone()))
}

/// What gets marks: what is selected of each line, without what makes the line an item or a
/// quotation, without space around it, and without marks that were selected too.
fn pieces(edit: &Edit, mark: char) -> Vec<Range<usize>> {
    if !edit.selected().contains('\n') {
        return vec![shrunk(&edit.text, edit.selection.clone(), mark)];
    }
    let of_line = |line: Range<usize>| {
        let content = line.start + content_starts(edit.text.get(line.clone()).unwrap_or_default());
        let start = content.max(edit.selection.start);
        let piece = shrunk(&edit.text, start..line.end.min(edit.selection.end).max(start), mark);
        Some(piece).filter(|piece| !piece.is_empty())
    };
    lines(edit).into_iter().filter_map(of_line).collect()
}

/// A piece without the space around it, and without the marks that it begins and ends with: some of
/// them may stand outside.
fn shrunk(text: &str, piece: Range<usize>, mark: char) -> Range<usize> {
    let said = text.get(piece.clone()).unwrap_or_default();
    let outside = |one: char| one.is_whitespace() || one == mark;
    let start = piece.start + (said.len() - said.trim_start_matches(outside).len());
    let said = said.trim_matches(outside);
    if said.is_empty() { piece.start..piece.start } else { start..start + said.len() }
}

/// How many marks stand on both sides of a piece.
fn run_around(text: &str, piece: &Range<usize>, mark: char) -> usize {
    let left = text.get(..piece.start).unwrap_or_default();
    let right = text.get(piece.end..).unwrap_or_default();
    let before = left.len() - left.trim_end_matches(mark).len();
    before.min(right.len() - right.trim_start_matches(mark).len())
}

/// Code in a line, or lines of code between fences.
pub(super) fn code(edit: &Edit) -> Edit {
    let mut lines = lines(edit);
    lines.retain(|line| !edit.text.get(line.clone()).unwrap_or_default().trim().is_empty());
    if let [first, .., last] = lines.as_slice() {
        return fence(edit, first.start..last.end);
    }
    let selection = shrunk(&edit.text, edit.selection.clone(), '`');
    let edit = Edit { text: edit.text.clone(), selection };
    let said = edit.selected();
    let ticks = longest_run(said) + 1;
    if run_around(&edit.text, &edit.selection, '`') >= ticks {
        return edit.put(ticks, ticks, said, 0..said.len());
    }
    let marks = "`".repeat(ticks);
    edit.put(0, 0, &[&marks, said, &marks].concat(), ticks..ticks + said.len())
}

fn fence(edit: &Edit, lines: Range<usize>) -> Edit {
    let edit = Edit { text: edit.text.clone(), selection: lines };
    let said = edit.selected();
    let above = edit.left().strip_suffix('\n').and_then(|left| left.rsplit('\n').next());
    let below = edit.right().strip_prefix('\n').and_then(|right| right.split('\n').next());
    if let (Some(above), Some(below)) = (above, below)
        && above.starts_with("```")
        && below.starts_with("```")
    {
        return edit.put(above.len() + 1, below.len() + 1, said, 0..said.len());
    }
    let ticks = "`".repeat((longest_run(said) + 1).max(3));
    let piece = [&ticks, "\n", said, "\n", &ticks].concat();
    let start = ticks.len() + 1;
    edit.put(0, 0, &piece, start..start + said.len())
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|one| one != '`').map(str::len).max().unwrap_or(0)
}

/// What stands for an address until there is one; selected, so that one can be pasted over it.
const ADDRESS: &str = "https://";

/// A link whose text is what is selected, or which leads there if that is an address. It does not
/// reach from one line to the next: the first of several gets it.
pub(super) fn link(edit: &Edit) -> Edit {
    if let Some(plain) = unlinked(edit) {
        return plain;
    }
    let mut selection = edit.selection.clone();
    if edit.selected().contains('\n') {
        let caret = selection.start..selection.start;
        selection = pieces(edit, '\n').into_iter().next().unwrap_or(caret);
    }
    let edit = &Edit { text: edit.text.clone(), selection };
    let said = edit.selected();
    if is_address(said) {
        return edit.put(0, 0, &["[](", said, ")"].concat(), 1..1);
    }
    let start = said.len() + 3;
    edit.put(0, 0, &["[", said, "](", ADDRESS, ")"].concat(), start..start + ADDRESS.len())
}

/// The text without the link in whose text or address all that is selected is.
fn unlinked(edit: &Edit) -> Option<Edit> {
    let (left, right) = (edit.left(), edit.right());
    // The text of the link and the address of it, and how much of both stands on which side.
    let is_open = |at: &usize| left.get(*at..).is_some_and(|rest| !rest.contains([')', '\n']));
    let (open, middle, close) = if let Some(middle) = left.rfind("](").filter(is_open) {
        let close = edit.selection.end + right.find([')', '\n'])?;
        (opening(left.get(..middle)?)?, middle, close)
    } else {
        let open = opening(left)?;
        let middle = edit.selection.end + right.find([']', '\n'])?;
        let rest = edit.text.get(middle..)?.strip_prefix("](")?;
        (open, middle, middle + 2 + rest.find([')', '\n', ' '])?)
    };
    edit.text.get(close..)?.strip_prefix(')')?;
    let text = edit.text.get(open + 1..middle)?;
    let address = edit.text.get(middle + 2..close)?;
    if text.contains('\n') || edit.selected().contains(['[', ']', '(', ')', '\n']) {
        return None;
    }
    // Without a text there was an address alone.
    let said = if text.is_empty() && address != ADDRESS { address } else { text };
    let whole = Edit { text: edit.text.clone(), selection: open..close + 1 };
    Some(whole.put(0, 0, said, 0..said.len()))
}

/// Where the bracket is that the end of a text stands behind.
fn opening(text: &str) -> Option<usize> {
    let at = text.rfind(['[', ']', '\n'])?;
    text.get(at..)?.starts_with('[').then_some(at)
}

fn is_address(text: &str) -> bool {
    let of = |start: &&str| text.len() > start.len() && text.starts_with(*start);
    ["https://", "http://", "mailto:"].iter().any(of)
        && !text.contains(|one: char| one.is_whitespace() || matches!(one, '(' | ')' | '[' | ']'))
}
