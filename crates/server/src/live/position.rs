//! The `id:` of live events: which organisation of which store, which sequence, which number.

use crate::store::Reader;

/// The id of event `number` of a reader's sequence. Agents' and contacts' are numbered apart, and
/// other organisations, like a store that was set up anew, have another epoch, so none is taken for
/// the other.
pub(super) fn write(epoch: &str, reader: &Reader, number: i64) -> String {
    format!("{epoch}.{}.{number}", sequence(reader))
}

/// The number in an id; `None` if it is not one of this reader's sequence in this epoch.
pub(super) fn read(text: &str, epoch: &str, reader: &Reader) -> Option<i64> {
    let number = text.strip_prefix(epoch)?.strip_prefix('.')?;
    let number = number.strip_prefix(sequence(reader))?.strip_prefix('.')?;
    number.parse().ok().filter(|number| *number >= 0)
}

fn sequence(reader: &Reader) -> &'static str {
    match reader {
        Reader::Agent { .. } => "a",
        Reader::Contact { .. } => "c",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::OrganisationId;

    #[test]
    fn an_id_is_good_for_its_own_store_and_sequence() {
        let organisation = OrganisationId::of_test("o1");
        let agent = Reader::Agent { id: "a1".into(), organisation: organisation.clone() };
        let contact = Reader::Contact { id: "c1".into(), organisation };
        let id = write("abcd", &agent, 42);
        assert_eq!(read(&id, "abcd", &agent), Some(42));
        assert_eq!(read(&id, "abcd", &contact), None);
        assert_eq!(read(&id, "dcba", &agent), None);
        for text in ["", "42", "abcd.a.", "abcd.a.-1", "abcd.a.x", "abcd.a.99999999999999999999"] {
            assert_eq!(read(text, "abcd", &agent), None, "{text}");
        }
    }
}
