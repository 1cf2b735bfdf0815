//! What the outside worlds leave in the data: everything that a system brings has a place to be seen.

use inbox_model::reply_window::{Reason, Verdict, verdict_for};
use inbox_model::suggestion::{Standing, standing};
use inbox_model::time::{DAY, HOUR, MINUTE};
use inbox_model::{Channel, Conversation, Delivery, ParticipantKind, State};

use super::{instants, noon};
use crate::demo::generate;

#[test]
fn every_verdict_of_a_reply_window_occurs_whenever_it_is_made() {
    for now in instants() {
        let world = generate(now);
        let verdict = |one: &Conversation| verdict_for(one, &ParticipantKind::Agent, now);
        let count = |which: &dyn Fn(Verdict) -> bool| {
            world.conversations.iter().filter(|one| which(verdict(one))).count()
        };
        let open = |from: i64, to: i64| {
            count(&|verdict| match verdict {
                Verdict::Open { until: Some(until) } => (from..to).contains(&until.since(now)),
                _ => false,
            })
        };
        assert!(open(HOUR, DAY) >= 2);
        assert!(open(0, 30 * MINUTE) >= 2, "{}", open(0, 30 * MINUTE));
        assert!(count(&|verdict| verdict == Verdict::Closed(Reason::Expired)) >= 3);
        assert!(count(&|verdict| verdict == Verdict::Closed(Reason::NotConnected)) >= 1);
        let waits = |verdict| matches!(verdict, Verdict::WaitingForCustomer { until: Some(until) } if until > now);
        assert!(count(&waits) >= 2);
    }
}

#[test]
fn deadlines_have_passed_and_pass_while_one_watches() {
    for now in instants() {
        let world = generate(now);
        let due = || world.conversations.iter().filter_map(Conversation::due_at);
        let overdue = due().filter(|due| *due <= now).count();
        assert!((4..=30).contains(&overdue), "{overdue}");
        let soon = due().filter(|due| *due > now && due.since(now) <= 30 * MINUTE).count();
        assert!(soon >= 2, "{soon}");
        assert!(due().all(|due| now.since(due) < DAY));
    }
}

#[test]
fn one_draft_can_be_sent_and_another_only_dismissed() {
    for now in instants() {
        let world = generate(now);
        let waiting = world.conversations.iter().filter(|one| one.state == State::Open);
        let waiting = waiting
            .filter_map(|one| standing(&one.parts, one.handling.pending_suggestion.as_ref()?));
        let found: Vec<_> = waiting.collect();
        assert!(found.contains(&Standing::Pending), "{found:?}");
        assert!(found.contains(&Standing::Outdated), "{found:?}");
    }
}

#[test]
fn what_each_system_brings_occurs() {
    let world = generate(noon());
    let conversations = &world.conversations;
    let parts = || conversations.iter().flat_map(|one| &one.parts);
    let some = |which: &dyn Fn(&Conversation) -> bool| conversations.iter().any(which);
    assert!(some(&|one| one.handling.starred));
    assert!(some(&|one| one.handling.archived));
    assert!(some(&|one| one.handling.in_progress));
    assert!(some(&|one| one.handling.pending_suggestion.is_some()));
    assert!(some(&|one| one.handling.entry_points.len() == 1));
    for in_sync in [true, false] {
        assert!(some(&|one| {
            one.handling.account.as_ref().is_some_and(|account| account.in_sync == in_sync)
        }));
    }
    assert!(some(&|one| {
        let profile = one.handling.profile.as_ref();
        profile.is_some_and(|profile| profile.custom.iter().flatten().count() >= 3)
    }));
    assert!(parts().any(|part| part.tracking.contact_reaction.is_some()));
    assert!(parts().any(|part| part.tracking.company_reaction.is_some()));
    assert!(parts().any(|part| part.tracking.reply_to.is_some() && part.is_inbound()));
    assert!(parts().any(|part| part.tracking.reply_to.is_some() && !part.is_inbound()));
    assert!(parts().any(|part| part.tracking.campaign.is_some()));
    assert!(parts().any(|part| !part.tracking.seen_by.is_empty()));
    assert!(parts().any(|part| part.contents().len() >= 4));
    let failed = parts().filter(|part| matches!(part.delivery, Some(Delivery::Failed { .. })));
    let failed: Vec<_> = failed.collect();
    assert!(failed.len() >= 3 && failed.iter().all(|part| part.tracking.delivery_info.is_some()));
}

/// One person is one profile, and whoever is on the service has a number there.
#[test]
fn profiles_are_the_contacts_own() {
    let world = generate(noon());
    let mut known = std::collections::BTreeMap::new();
    for conversation in &world.conversations {
        let Some(profile) = &conversation.handling.profile else { continue };
        let contact = conversation.contact().unwrap().id.clone().unwrap();
        let there = known.entry(contact).or_insert(profile);
        assert_eq!(*there, profile);
        assert!(profile.phone.as_ref().unwrap().starts_with('+'));
    }
    let ids: std::collections::BTreeSet<_> = known.values().map(|profile| &profile.id).collect();
    assert_eq!(ids.len(), known.len());
    for conversation in &world.conversations {
        let channel = conversation.source.as_ref().map(|source| &source.channel);
        let is_served = channel == Some(&Channel::Whatsapp);
        assert_eq!(conversation.handling.account.is_some(), is_served);
    }
}
