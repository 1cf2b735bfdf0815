//! People and machines on both sides.

use inbox_model::{Participant, ParticipantKind};
use proptest::option::of;
use proptest::prelude::*;

use super::{SECRET, id, secret, secret_id, text};

pub(super) fn contact_kind() -> BoxedStrategy<ParticipantKind> {
    use ParticipantKind::{Customer, Guest, Lead};
    prop::sample::select(vec![Customer, Lead, Guest]).boxed()
}

pub(super) fn company_kind() -> BoxedStrategy<ParticipantKind> {
    use ParticipantKind::{Agent, Bot, Integration, Other, System, Workflow};
    let other = Other("hologram".into());
    prop::sample::select(vec![Agent, Agent, Agent, Bot, Integration, Workflow, System, other])
        .boxed()
}

pub(super) fn person_with(
    kind: impl Strategy<Value = ParticipantKind> + 'static,
    id: impl Strategy<Value = Option<String>> + 'static,
) -> BoxedStrategy<Participant> {
    // A mail program makes a name of an address.
    let name = prop_oneof![4 => text().prop_map(|name| name.replace('@', "")), 1 => Just(format!("{SECRET}@example.com"))];
    (kind, id, of(name), of(secret()), of("https://x/[a-z]{3}"))
        .prop_map(|(kind, id, name, email, avatar_url)| Participant {
            id: id.map(Into::into),
            kind,
            name,
            email,
            avatar_url,
        })
        .boxed()
}

pub(crate) fn contact() -> BoxedStrategy<Participant> {
    person_with(contact_kind(), id().prop_map(Some)).boxed()
}

/// Somebody of the company, whose id customers do not learn.
pub(crate) fn colleague() -> BoxedStrategy<Participant> {
    person_with(company_kind(), of(secret_id())).boxed()
}

pub(super) fn anybody() -> BoxedStrategy<Participant> {
    prop_oneof![person_with(contact_kind(), of(id())), colleague()].boxed()
}
