//! Link reference definitions: taken off the front of paragraphs, looked up by label.

use std::borrow::Cow;

use super::character;
use super::destination::{Target, destination, label_end, title};
use super::scan::{at, skip_blanks, skip_whitespace, slice, work};
use crate::order;

/// All definitions of a text. Labels compare after case folding and collapsing of whitespace; of
/// several equal ones the first counts.
pub(super) struct References {
    /// In the order of the text.
    definitions: Vec<(String, Target<'static>)>,
    /// Indices into them by label, then by place.
    sorted: Vec<usize>,
    /// Bytes of destinations and titles that references may still repeat. Without a limit, many
    /// short references to one long destination would grow the output with the square of the input.
    budget: usize,
}

impl References {
    pub(super) fn new(source_bytes: usize) -> Self {
        Self { definitions: Vec::new(), sorted: Vec::new(), budget: 4 * source_bytes + 4096 }
    }

    /// Takes the definitions off the front of a paragraph, and returns what is left of it.
    pub(super) fn take<'a>(&mut self, paragraph: &'a str) -> &'a str {
        let mut rest = paragraph;
        while let Some((label, target, length)) = definition(rest) {
            self.definitions.push((label, target));
            rest = slice(rest, length, rest.len());
        }
        rest
    }

    /// Makes lookups possible, once all definitions are known.
    pub(super) fn finish(&mut self) {
        let label = |place| {
            work(1);
            self.definitions.get(place).map(|(label, _)| label)
        };
        let count = self.definitions.len();
        self.sorted = order::ascending(count, &|one, two| label(one) < label(two));
    }

    /// The target of a label, unless the budget for repeating targets is used up.
    pub(super) fn find(&mut self, label: &str) -> Option<Target<'static>> {
        if self.definitions.is_empty() {
            return None;
        }
        let label = normalize(label);
        let first = self.sorted.partition_point(|index| {
            work(1);
            self.definitions.get(*index).is_some_and(|(other, _)| *other < label)
        });
        let (found, target) = self.definitions.get(*self.sorted.get(first)?)?;
        let length = target.href.len() + target.title.as_ref().map_or(0, |title| title.len());
        if *found != label || length > self.budget {
            return None;
        }
        self.budget -= length;
        Some(target.clone())
    }
}

/// The definition that `text` begins with, and its length.
fn definition(text: &str) -> Option<(String, Target<'static>, usize)> {
    let bytes = text.as_bytes();
    if at(bytes, 0) != b'[' {
        return None;
    }
    let label = label_end(bytes, 1)?;
    if at(bytes, label) != b':' {
        return None;
    }
    let (href, after) = destination(text, skip_whitespace(bytes, label + 1))?;
    let mut end = line_end(bytes, after);
    let mut found = None;
    let start = skip_whitespace(bytes, after);
    if start > after
        && let Some((title, after)) = title(text, start)
        && let Some(after) = line_end(bytes, after)
    {
        found = Some(Cow::Owned(title.into_owned()));
        end = Some(after);
    }
    let target = Target { href: Cow::Owned(href.into_owned()), title: found };
    Some((normalize(slice(text, 1, label - 1)), target, end?))
}

/// The start of the next line, if nothing visible is left on this one.
fn line_end(bytes: &[u8], start: usize) -> Option<usize> {
    let end = skip_blanks(bytes, start);
    match at(bytes, end) {
        b'\n' => Some(end + 1),
        0 => Some(end),
        _ => None,
    }
}

fn normalize(label: &str) -> String {
    let mut normal = String::with_capacity(label.len());
    let mut gap = false;
    for character in label.chars() {
        work(1);
        if character::is_whitespace(character) {
            gap = !normal.is_empty();
        } else {
            if gap {
                normal.push(' ');
                gap = false;
            }
            character::push_folded(&mut normal, character);
        }
    }
    normal
}
