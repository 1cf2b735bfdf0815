//! Reading bytes and slices of the source without a way to panic, and counting how much is read.

/// The byte at `index`, or 0 past the end. The source holds no 0 of its own: `parse` replaces it.
///
/// A call and not a copy at every use in the messenger, where its some 150 uses are 0.4 KB of download.
#[cfg_attr(all(target_family = "wasm", not(feature = "full")), inline(never))]
pub(super) fn at(bytes: &[u8], index: usize) -> u8 {
    work(1);
    bytes.get(index).copied().unwrap_or(0)
}

/// The text between two offsets, or nothing where they do not fall on characters.
/// Out of line there too.
#[cfg_attr(all(target_family = "wasm", not(feature = "full")), inline(never))]
pub(super) fn slice(text: &str, start: usize, end: usize) -> &str {
    work(1);
    text.get(start..end).unwrap_or("")
}

/// How many times `byte` is repeated from `start` on.
pub(super) fn run(bytes: &[u8], start: usize, byte: u8) -> usize {
    let mut end = start;
    while at(bytes, end) == byte {
        end += 1;
    }
    end - start
}

/// The first offset from `start` on that is neither space nor tab.
pub(super) fn skip_blanks(bytes: &[u8], start: usize) -> usize {
    let mut index = start;
    while matches!(at(bytes, index), b' ' | b'\t') {
        index += 1;
    }
    index
}

/// The same, over line endings too.
pub(super) fn skip_whitespace(bytes: &[u8], start: usize) -> usize {
    let mut index = start;
    while is_whitespace(at(bytes, index)) {
        index += 1;
    }
    index
}

/// Bytes from `start` to the end of the line, without it.
pub(super) fn line_length(bytes: &[u8], start: usize) -> usize {
    #[cfg(feature = "full")]
    let mut end = start + skip_eights(bytes, start, has_control);
    #[cfg(not(feature = "full"))]
    let mut end = start;
    work((end - start) / 8);
    while !matches!(at(bytes, end), b'\n' | b'\r') && end < bytes.len() {
        end += 1;
    }
    end - start
}

/// Whether one of eight bytes is a line feed, a return, a 0, or another of the first 16.
pub(super) fn has_control(eight: [u8; 8]) -> bool {
    has(word(eight) & (0xf0 * EACH), 0)
}

/// How many bytes from `start` on, eight at a time, may be passed over, because nothing of what is
/// `wanted` is among them. That is a multiple faster than byte by byte; the messenger has no room for it.
#[inline]
pub(super) fn skip_eights(bytes: &[u8], start: usize, wanted: impl Fn([u8; 8]) -> bool) -> usize {
    let (eights, _) = bytes.get(start..).unwrap_or_default().as_chunks::<8>();
    eights.iter().take_while(|eight| !wanted(**eight)).count() * 8
}

/// Eight bytes as one number.
pub(super) const fn word(eight: [u8; 8]) -> u64 {
    u64::from_le_bytes(eight)
}

/// Eight bytes of 1, for putting a byte in all eight places.
pub(super) const EACH: u64 = 0x0101_0101_0101_0101;

/// Whether one of the eight bytes is this one.
///
/// Source: Anderson, "Bit Twiddling Hacks", "Determine if a word has a zero byte".
#[inline]
pub(super) fn has(eight: u64, byte: u8) -> bool {
    let differs = eight ^ (u64::from(byte) * EACH);
    differs.wrapping_sub(EACH) & !differs & (0x80 * EACH) != 0
}

/// ASCII whitespace as the specification of `CommonMark` uses the word within a block.
pub(super) fn is_whitespace(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n')
}

/// Whether `needle`, given in lower case, stands at `start`, whatever its case there.
pub(super) fn starts_with(bytes: &[u8], start: usize, needle: &[u8]) -> bool {
    needle
        .iter()
        .enumerate()
        .all(|(offset, byte)| at(bytes, start + offset).eq_ignore_ascii_case(byte))
}

/// The end of the first `needle` (lower case, any case in the source) from `start` on.
pub(super) fn find_end(bytes: &[u8], start: usize, needle: &[u8]) -> Option<usize> {
    let mut index = start;
    while index < bytes.len() {
        if starts_with(bytes, index, needle) {
            return Some(index + needle.len());
        }
        index += 1;
    }
    None
}

/// What `key` stands for in a table: entries `key=value` in the order of their keys' bytes, a space
/// after each. No key has a `=` or a space in it, and no value a space.
pub(super) fn lookup(table: &'static str, key: &str) -> Option<&'static str> {
    let bytes = table.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        // The entry around the middle.
        let mut start = low.midpoint(high);
        while start > low && at(bytes, start - 1) != b' ' {
            start -= 1;
        }
        let mut equals = start;
        while !matches!(at(bytes, equals), b'=' | 0) {
            equals += 1;
        }
        let mut end = equals + 1;
        while !matches!(at(bytes, end), b' ' | 0) {
            end += 1;
        }
        match slice(table, start, equals).cmp(key) {
            std::cmp::Ordering::Equal => return table.get(equals + 1..end),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// Counts steps of work in the crate's own tests, which hold the parser to linear growth; nothing
/// elsewhere.
#[inline]
pub(super) fn work(steps: usize) {
    #[cfg(test)]
    WORK.with(|count| count.set(count.get() + steps));
    #[cfg(not(test))]
    let _ = steps;
}

#[cfg(test)]
std::thread_local! {
    /// Steps of work done on this thread.
    pub(super) static WORK: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls `check` with every byte at every place among eight others.
    fn each(mut check: impl FnMut([u8; 8], u8)) {
        for byte in 0..=255 {
            for place in 0..8 {
                for other in [b'a', 0x7f, 0xff, 0x10] {
                    let mut eight = [other; 8];
                    eight[place] = byte;
                    check(eight, byte);
                }
            }
        }
    }

    #[test]
    fn one_byte_is_found_among_eight() {
        each(|eight, byte| {
            assert!(has(word(eight), byte), "{eight:?}");
            for wanted in [0, 1, b'a' ^ 1, 0x80, 0xfe] {
                assert_eq!(has(word(eight), wanted), eight.contains(&wanted), "{eight:?} {wanted}");
            }
            let control = eight.iter().any(|one| *one < 16);
            assert_eq!(has_control(eight), control, "{eight:?}");
        });
    }

    #[test]
    fn whole_eights_are_passed_over() {
        let check = |text: &str, start: usize, passed: usize| {
            assert_eq!(skip_eights(text.as_bytes(), start, has_control), passed, "{text:?}");
        };
        check("", 0, 0);
        check("1234567", 0, 0);
        check("12345678", 0, 8);
        check("12345678", 1, 0);
        check("12345678", 9, 0);
        check("1\n12345678", 2, 8);
        check("1234567\n12345678", 0, 0);
        check("1234567812345678\n2345678", 0, 16);
    }

    #[test]
    fn lines_end_at_either_sign() {
        for length in 0..20 {
            let line = "\t".repeat(length / 2) + &"a".repeat(length - length / 2);
            for end in ["", "\n", "\r", "\nb\r", "\r\n"] {
                let text = format!("{line}{end}");
                assert_eq!(line_length(text.as_bytes(), 0), length, "{text:?}");
                assert_eq!(line_length(format!("\n{text}").as_bytes(), 1), length, "{text:?}");
            }
        }
    }
}
