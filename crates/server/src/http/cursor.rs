//! Cursors: a place in a list, sealed.
//!
//! A cursor is good for the list and the person it was made for. A seal (HMAC-SHA-256 under a
//! secret of the store, cut to 16 bytes) covers both, so that one from elsewhere, or one that was
//! changed, is refused instead of leading somewhere.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use inbox_model::{ConversationId, TagId, Timestamp};
use sha2::Sha256;

use crate::store::{Assignee, ListFilter, ListPosition, Reader};

const SEAL: usize = 16;
const TIME: usize = 8;

/// Whose list of what.
pub(crate) struct Scope<'a> {
    pub(crate) secret: &'a str,
    pub(crate) reader: &'a Reader,
    pub(crate) filter: &'a ListFilter,
}

impl Scope<'_> {
    /// A place as a cursor.
    pub(crate) fn write(&self, position: &ListPosition) -> String {
        let mut bytes = position.activity_at.as_millis().to_be_bytes().to_vec();
        bytes.extend_from_slice(position.id.as_str().as_bytes());
        let seal = self.mac(&bytes).map(|mac| mac.finalize().into_bytes());
        if let Some(seal) = seal {
            bytes.extend(seal.iter().take(SEAL));
        }
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The place in a cursor; `None` if it was not made for this.
    pub(crate) fn read(&self, cursor: &str) -> Option<ListPosition> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (place, seal) = bytes.split_at_checked(bytes.len().checked_sub(SEAL)?)?;
        self.mac(place)?.verify_truncated_left(seal).ok()?;
        let (time, id) = place.split_at_checked(TIME)?;
        let millis = i64::from_be_bytes(time.try_into().ok()?);
        let id = ConversationId::from(std::str::from_utf8(id).ok()?);
        Some(ListPosition { activity_at: Timestamp::from_millis(millis), id })
    }

    fn mac(&self, place: &[u8]) -> Option<Hmac<Sha256>> {
        let filter = self.filter;
        let mut tags: Vec<&str> = filter.tags.iter().map(TagId::as_str).collect();
        tags.sort_unstable();
        tags.dedup();
        let assignee = match &filter.assignee {
            None => "*",
            Some(Assignee::Nobody) => "",
            Some(Assignee::Agent(id)) => id.as_str(),
        };
        let state = format!(
            "{:?} {} {} {:?} {} {:?} {:?} {:?}",
            filter.state,
            filter.unread,
            filter.starred,
            filter.archived,
            // The instant moves on from page to page.
            filter.overdue_at.is_some(),
            filter.contact,
            filter.search,
            filter.shown.as_ref().map(|(shown, _)| shown),
        );
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()).ok()?;
        let kind = if self.reader.is_agent() { "agent" } else { "contact" };
        let (id, organisation) = (self.reader.id().as_str(), self.reader.organisation().as_str());
        let texts = [kind, id, organisation, assignee, &state].into_iter().chain(tags);
        for bytes in texts.map(str::as_bytes).chain([place]) {
            mac.update(&(bytes.len() as u64).to_be_bytes());
            mac.update(bytes);
        }
        Some(mac)
    }
}

#[cfg(test)]
mod tests {
    use inbox_model::State;

    use super::*;
    use crate::store::OrganisationId;

    #[test]
    fn a_cursor_is_good_for_its_own_list_and_reader() {
        let filter = ListFilter { tags: vec!["b".into(), "a".into()], ..ListFilter::default() };
        let turned = ListFilter { tags: vec!["a".into(), "b".into()], ..ListFilter::default() };
        let other = ListFilter { state: Some(State::Open), ..filter.clone() };
        let position = ListPosition { activity_at: Timestamp::from_millis(-5), id: "c1".into() };
        let agent = |id: &str, organisation: &str| Reader::Agent {
            id: id.into(),
            organisation: OrganisationId::of_test(organisation),
        };
        let (one, two, elsewhere) = (agent("1", "o"), agent("2", "o"), agent("1", "p"));
        let contact =
            Reader::Contact { id: "1".into(), organisation: OrganisationId::of_test("o") };
        let scope = |secret, reader, filter| Scope { secret, reader, filter };
        let cursor = scope("s", &one, &filter).write(&position);
        assert_eq!(scope("s", &one, &filter).read(&cursor), Some(position.clone()));
        assert_eq!(scope("s", &one, &turned).read(&cursor), Some(position));
        assert_eq!(scope("s", &one, &other).read(&cursor), None);
        for reader in [&two, &elsewhere, &contact] {
            assert_eq!(scope("s", reader, &filter).read(&cursor), None);
        }
        assert_eq!(scope("t", &one, &filter).read(&cursor), None);
        let mut changed = cursor.clone().into_bytes();
        changed[0] = if changed[0] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        for text in [changed.as_str(), "", "A", "!!", "1700000000000", &cursor[1..]] {
            assert_eq!(scope("s", &one, &filter).read(text), None, "{text}");
        }
    }
}
