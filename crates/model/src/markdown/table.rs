//! Tables of GFM: the delimiter row that makes one, and the cells of a row.

use super::scan::{at, skip_blanks, slice};
use super::sources::Sources;
use super::{Alignment, Inline};

/// The alignments that a delimiter row gives to its columns. `barred` asks for a bar in it.
pub(super) fn delimiter_row(content: &str, barred: bool) -> Option<Vec<Alignment>> {
    let bytes = content.as_bytes();
    let mut alignments = Vec::new();
    let mut index = usize::from(at(bytes, 0) == b'|');
    loop {
        index = skip_blanks(bytes, index);
        if index == bytes.len() {
            break;
        }
        let left = at(bytes, index) == b':';
        index += usize::from(left);
        let dashes = super::scan::run(bytes, index, b'-');
        index += dashes;
        let right = at(bytes, index) == b':';
        index = skip_blanks(bytes, index + usize::from(right));
        let bar = at(bytes, index) == b'|';
        if dashes == 0 || (!bar && index < bytes.len()) {
            return None;
        }
        index += usize::from(bar);
        alignments.push(match (left, right) {
            (false, false) => Alignment::None,
            (true, false) => Alignment::Left,
            (false, true) => Alignment::Right,
            (true, true) => Alignment::Center,
        });
    }
    (!barred || bytes.contains(&b'|')).then_some(alignments).filter(|found| !found.is_empty())
}

/// Adds the sources of a row's cells, up to so many, and returns how many it has of these. `\|` is a bar
/// even within code, so it is unescaped here.
pub(super) fn row(line: &str, most: usize, sources: &mut Sources) -> usize {
    let line = super::leaf::trim(line);
    let bytes = line.as_bytes();
    let mut cells = 0;
    let mut cell = String::new();
    let mut index = usize::from(at(bytes, 0) == b'|');
    let mut start = index;
    while index <= bytes.len() && cells < most {
        let byte = at(bytes, index);
        let last = index == bytes.len();
        if byte == b'\\' && at(bytes, index + 1) == b'|' {
            cell.push_str(slice(line, start, index));
            start = index + 1;
            index += 1;
        } else if byte == b'|' || last {
            cell.push_str(slice(line, start, index));
            start = index + 1;
            // What follows the closing bar is no cell.
            if !last || !cell.is_empty() {
                sources.push(super::leaf::trim(&cell));
                cells += 1;
            }
            cell.clear();
        }
        index += 1;
    }
    cells
}

/// So many cells whose content is still to be read. (`vec!` would clone them, which nothing else in the
/// messenger does.)
pub(super) fn unread(cells: usize) -> Vec<Vec<Inline>> {
    std::iter::repeat_with(Vec::new).take(cells).collect()
}
