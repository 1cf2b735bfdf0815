//! The `id:` of live events: which store, which sequence, which number.

use crate::store::Reader;

/// The id of event `number` of a reader's sequence. Agents' and contacts' are numbered apart, and a
/// store that was set up anew begins at 1 again under another name, so neither is taken for the
/// other.
pub(super) fn write(epoch: &str, reader: &Reader, number: i64) -> String {
    format!("{epoch}.{}.{number}", sequence(reader))
}

/// The number in an id; `None` if it is not one of this reader's sequence in this store.
pub(super) fn read(text: &str, epoch: &str, reader: &Reader) -> Option<i64> {
    let number = text.strip_prefix(epoch)?.strip_prefix('.')?;
    let number = number.strip_prefix(sequence(reader))?.strip_prefix('.')?;
    number.parse().ok().filter(|number| *number >= 0)
}

fn sequence(reader: &Reader) -> &'static str {
    match reader {
        Reader::Agent(_) => "a",
        Reader::Contact(_) => "c",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_good_for_its_own_store_and_sequence() {
        let agent = Reader::Agent("a1".into());
        let contact = Reader::Contact("c1".into());
        let id = write("abcd", &agent, 42);
        assert_eq!(read(&id, "abcd", &agent), Some(42));
        assert_eq!(read(&id, "abcd", &contact), None);
        assert_eq!(read(&id, "dcba", &agent), None);
        for text in ["", "42", "abcd.a.", "abcd.a.-1", "abcd.a.x", "abcd.a.99999999999999999999"] {
            assert_eq!(read(text, "abcd", &agent), None, "{text}");
        }
    }
}
