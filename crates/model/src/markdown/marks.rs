//! Where in running text something other than text may begin: what the inline reader stops at.

use super::scan::{at, work};

/// Whether a byte may begin or end something other than text: 1, or 2 if that depends on the next byte.
const fn mark(byte: u8) -> u8 {
    match byte {
        b'\\' | b'\n' | b'`' | b'*' | b'_' | b'&' | b'<' | b'[' | b']' | b'~' | b'@' => 1,
        b'!' | b'w' | b'W' | b':' => 2,
        _ => 0,
    }
}

/// The same for all bytes, where speed is worth a table.
#[cfg(feature = "full")]
static MARKS: [u8; 256] = {
    let mut marks = [0; 256];
    let mut byte = 0;
    while byte < 255 {
        #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
        {
            marks[byte as usize] = mark(byte);
        }
        byte += 1;
    }
    marks
};

/// Whether one of eight bytes is a mark.
#[cfg(feature = "full")]
fn any(eight: [u8; 8]) -> bool {
    let mark = |byte: &u8| MARKS.get(usize::from(*byte)).copied().unwrap_or(0);
    eight.iter().fold(0, |marks, byte| marks | mark(byte)) != 0
}

/// The first offset from `start` on where something other than text may begin.
pub(super) fn next(bytes: &[u8], start: usize) -> usize {
    let mut index = start;
    #[cfg(feature = "full")]
    let mut eights_from = start;
    while let Some(byte) = bytes.get(index) {
        work(1);
        #[cfg(feature = "full")]
        if index >= eights_from {
            let clear = super::scan::skip_eights(bytes, index, any);
            work(clear);
            index += clear;
            eights_from = index + 8;
            if clear > 0 {
                continue;
            }
        }
        #[cfg(feature = "full")]
        let mark = MARKS.get(usize::from(*byte)).copied().unwrap_or(0);
        #[cfg(not(feature = "full"))]
        let mark = mark(*byte);
        let next = || at(bytes, index + 1);
        let begins = match byte {
            _ if mark < 2 => mark == 1,
            b'!' => next() == b'[',
            b':' => !matches!(next(), 0 | b' ' | b'\n'),
            _ => matches!(next(), b'w' | b'W'),
        };
        if begins {
            break;
        }
        index += 1;
    }
    index
}
