//! What the company keeps about a conversation, all of it secret.

use inbox_model::handling::{ChannelAccount, EntryPoint, Handling, Profile};
use inbox_model::reply_window::ReplyWindow;
use inbox_model::sla::Sla;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::{channel, id, secret, secret_id, time};

pub(super) fn handling() -> BoxedStrategy<Handling> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let times = (of(time()), of(time()), of(time()));
    let people = (vec(secret_id(), 0..2), of(account()), of(profile()));
    let rest = (sla(), of(window()), vec(entry_point(), 0..2), of(id()));
    let whole = (flags, times, people, rest).prop_map(|(flags, times, people, rest)| Handling {
        in_progress: flags.0,
        starred: flags.1,
        archived: flags.2,
        marked_unread_by: people.0.into_iter().map(Into::into).collect(),
        closed_at: times.0,
        last_inbound_at: times.1,
        last_outbound_at: times.2,
        sla: rest.0,
        reply_window: rest.1,
        account: people.1.map(Box::new),
        profile: people.2.map(Box::new),
        entry_points: rest.2,
        pending_suggestion: rest.3.map(Into::into),
    });
    prop_oneof![1 => Just(Handling::default()), 2 => whole].boxed()
}

fn sla() -> BoxedStrategy<Sla> {
    (of(time()), of(time()), of(time()))
        .prop_map(|(first_response_due_at, first_response_at, next_response_due_at)| Sla {
            first_response_due_at,
            first_response_at,
            next_response_due_at,
        })
        .boxed()
}

fn window() -> BoxedStrategy<ReplyWindow> {
    (of(any::<bool>()), of(time()), any::<bool>())
        .prop_map(|(possible, until, customer_must_write)| ReplyWindow {
            possible,
            until,
            customer_must_write,
        })
        .boxed()
}

fn account() -> BoxedStrategy<ChannelAccount> {
    (secret_id(), channel(), secret(), secret(), any::<bool>())
        .prop_map(|(id, channel, address, name, in_sync)| ChannelAccount {
            id,
            channel,
            address,
            name,
            in_sync,
        })
        .boxed()
}

fn profile() -> BoxedStrategy<Profile> {
    let texts = (of(secret()), of(secret()), of(secret()), of(secret()), of(secret()));
    let more = (of(secret()), of(secret()), vec(of(secret()), 0..6), of(time()), of(time()));
    (secret_id(), texts, more)
        .prop_map(|(id, texts, more)| Profile {
            id,
            name: texts.0,
            salutation: texts.1,
            gender: texts.2,
            date_of_birth: texts.3,
            phone: texts.4,
            email: more.0,
            address: more.1,
            custom: more.2,
            created_at: more.3,
            updated_at: more.4,
        })
        .boxed()
}

fn entry_point() -> BoxedStrategy<EntryPoint> {
    let words = (secret_id(), secret(), secret(), of(secret_id()), of(secret()));
    (words, any::<bool>(), time(), time())
        .prop_map(|(words, is_origin, created_at, updated_at)| EntryPoint {
            id: words.0,
            channel: words.1,
            adapter: words.2,
            external_id: words.3,
            is_origin,
            metadata: words.4,
            created_at,
            updated_at,
        })
        .boxed()
}
