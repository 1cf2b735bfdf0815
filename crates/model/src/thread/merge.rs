//! Two copies of a thread become one.

use std::sync::Arc;

use crate::order;
use crate::part::Part;

// Sorted vectors and not maps: each map type would be some kilobytes more in the messenger.

/// Merges two copies of a thread: in order of [`Part::order_key`], each id once, each command
/// once. Where both copies have a part, the one that changed later wins, and `incoming` if neither
/// did; but what was redacted stays redacted, and a command id once known is not forgotten.
pub fn merge(known: &[Arc<Part>], incoming: &[Arc<Part>]) -> Vec<Arc<Part>> {
    let mut parts: Vec<Arc<Part>> = Vec::with_capacity(known.len() + incoming.len());
    // Their places by their ids; they themselves stay as they came, which is mostly in order.
    let mut places: Vec<usize> = Vec::with_capacity(parts.capacity());
    for part in known.iter().chain(incoming) {
        let id = |place: &usize| parts.get(*place).map(|part| &part.id);
        match places.binary_search_by(|place| id(place).cmp(&Some(&part.id))) {
            Ok(at) => {
                if let Some(there) = places.get(at).and_then(|place| parts.get_mut(*place)) {
                    *there = newer(there, part);
                }
            }
            Err(at) => {
                places.insert(at, parts.len());
                parts.push(Arc::clone(part));
            }
        }
    }
    let key = |place: usize| parts.get(place).map(|part| part.order_key());
    let order = order::ascending(parts.len(), &|one, two| key(one) < key(two));
    each_command_once(order.into_iter().filter_map(|place| parts.get(place).cloned()).collect())
}

/// The newer of two copies of one part.
fn newer(known: &Arc<Part>, incoming: &Arc<Part>) -> Arc<Part> {
    let age = |part: &Part| (part.redacted, part.updated_at);
    let (winner, loser) =
        if age(incoming) >= age(known) { (incoming, known) } else { (known, incoming) };
    let mut winner = Arc::clone(winner);
    if winner.command_id.is_none() && loser.command_id.is_some() {
        Arc::make_mut(&mut winner).command_id.clone_from(&loser.command_id);
    }
    winner
}

/// A command makes one message. Two under one command are two copies that carry different ids: a
/// stand-in and the server's own, say. The server's own stays, else the one that changed later.
fn each_command_once(parts: Vec<Arc<Part>>) -> Vec<Arc<Part>> {
    let rank = |part: &Part| (!part.id.is_provisional(), part.updated_at);
    let mut best: Vec<Arc<Part>> = Vec::new();
    for part in parts.iter().filter(|part| part.command_id.is_some()) {
        match best.binary_search_by(|there| there.command_id.cmp(&part.command_id)) {
            Ok(at) => {
                if let Some(there) = best.get_mut(at).filter(|there| rank(part) >= rank(there)) {
                    *there = Arc::clone(part);
                }
            }
            Err(at) => best.insert(at, Arc::clone(part)),
        }
    }
    let stays = |part: &Arc<Part>| {
        let at = best.binary_search_by(|there| there.command_id.cmp(&part.command_id));
        let best = at.ok().and_then(|at| best.get(at));
        best.is_none_or(|best| best.id == part.id)
    };
    parts.into_iter().filter(stays).collect()
}
