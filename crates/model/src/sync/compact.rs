//! What is held of a conversation takes no more room than it must: an agent may have a hundred thousand.

use crate::conversation::Conversation;

/// Lets go of room that was taken for nothing, and of what no client shows. Ids that are told
/// several times are held once.
#[cfg(feature = "company")]
pub(super) fn compact(mut conversation: Conversation) -> Conversation {
    conversation.csat.settle();
    if let Some(handling) = conversation.handling.settle() {
        handling.entry_points.shrink_to_fit();
    }
    conversation.participants.shrink_to_fit();
    conversation.tags.shrink_to_fit();
    conversation.read_receipts.shrink_to_fit();
    if let Some(source) = &mut conversation.source {
        source.html = String::new();
    }
    share(&mut conversation);
    conversation
}

/// A customer has few.
#[cfg(not(feature = "company"))]
pub(super) fn compact(conversation: Conversation) -> Conversation {
    conversation
}

#[cfg(feature = "company")]
fn share(conversation: &mut Conversation) {
    let Conversation { participants, source, preview, assignee, read_receipts, .. } = conversation;
    let authors = source.as_mut().map(|source| &mut source.author).into_iter().flatten();
    let said = preview.as_mut().map(|preview| &mut preview.author).into_iter().flatten();
    let people = participants.iter_mut().chain(authors).chain(said);
    let ids = people.filter_map(|one| one.id.as_mut()).chain(assignee);
    let readers = read_receipts.iter_mut().map(|receipt| &mut receipt.participant);
    each_once(ids.chain(readers));
    let newest = preview.iter_mut().map(|preview| &mut preview.part_id);
    each_once(newest.chain(read_receipts.iter_mut().map(|receipt| &mut receipt.last_read_part)));
}

/// Of equal ones the first is kept, which costs the others nothing.
#[cfg(feature = "company")]
fn each_once<'a, T: Clone + PartialEq + 'a>(ids: impl Iterator<Item = &'a mut T>) {
    let mut seen: Vec<&T> = Vec::new();
    for id in ids {
        if let Some(same) = seen.iter().find(|one| **one == id) {
            id.clone_from(same);
        } else {
            seen.push(id);
        }
    }
}

#[cfg(feature = "company")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::{Preview, ReadReceipt, Source};
    use crate::participant::{Participant, ParticipantKind};
    use crate::time::Timestamp;

    #[test]
    fn what_no_client_shows_is_not_kept() {
        let mut told = Conversation::new("c1".into(), Timestamp::from_millis(1));
        let html = "<p>Hello</p>".to_owned();
        told.source = Some(Source { markdown: "Hello".into(), html, ..Source::default() });
        told.handling.starred = true;
        let kept = compact(told.clone());
        assert_eq!(kept.source.as_ref().map(|source| source.html.as_str()), Some(""));
        told.source.as_mut().unwrap().html.clear();
        assert_eq!(kept, told);
    }

    #[test]
    fn an_id_is_held_once() {
        let at = Timestamp::from_millis(1);
        let somebody = || Participant::new(ParticipantKind::Customer, "u1");
        let mut told = Conversation::new("c1".into(), at);
        told.participants = vec![somebody(), Participant::new(ParticipantKind::Agent, "a1")];
        told.assignee = Some("a1".into());
        told.source = Some(Source { author: Some(somebody()), ..Source::default() });
        let preview = Preview {
            part_id: "p1".into(),
            text: String::new(),
            author: Some(somebody()),
            at,
            content: None,
            note: false,
        };
        told.preview = Some(preview);
        let read = |id: &str, kind, part: &str| ReadReceipt {
            participant: id.into(),
            kind,
            last_read_part: part.into(),
        };
        told.read_receipts = vec![
            read("u1", ParticipantKind::Customer, "p1"),
            read("a1", ParticipantKind::Agent, "p0"),
        ];
        let kept = compact(told.clone());
        assert_eq!(kept, told);

        let held = kept.participants[0].id.as_ref().unwrap().as_str().as_ptr();
        let preview = kept.preview.as_ref().unwrap();
        let others = [
            kept.source.as_ref().unwrap().author.as_ref().unwrap().id.as_ref().unwrap(),
            preview.author.as_ref().unwrap().id.as_ref().unwrap(),
            &kept.read_receipts[0].participant,
        ];
        assert_eq!(others.map(|id| id.as_str().as_ptr()), [held; 3]);
        let agent = kept.participants[1].id.as_ref().unwrap().as_str().as_ptr();
        assert_eq!(kept.assignee.as_ref().unwrap().as_str().as_ptr(), agent);
        assert_eq!(kept.read_receipts[1].participant.as_str().as_ptr(), agent);
        let read = kept.read_receipts[0].last_read_part.as_str().as_ptr();
        assert_eq!(preview.part_id.as_str().as_ptr(), read);
    }
}
