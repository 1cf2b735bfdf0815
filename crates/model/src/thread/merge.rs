//! Two copies of a thread become one.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::id::CommandId;
use crate::part::Part;

/// Merges two copies of a thread: in order of [`Part::order_key`], each id once, each command
/// once. Where both copies have a part, the one that changed later wins, and `incoming` if neither
/// did; but what was redacted stays redacted, and a command id once known is not forgotten.
pub fn merge(known: &[Arc<Part>], incoming: &[Arc<Part>]) -> Vec<Arc<Part>> {
    let mut by_id = BTreeMap::new();
    for part in known.iter().chain(incoming) {
        by_id
            .entry(part.id.clone())
            .and_modify(|there: &mut Arc<Part>| *there = newer(there, part))
            .or_insert_with(|| Arc::clone(part));
    }
    let mut parts: Vec<Arc<Part>> = by_id.into_values().collect();
    parts.sort_unstable_by(|one, two| one.order_key().cmp(&two.order_key()));
    each_command_once(parts)
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
    let mut best: BTreeMap<CommandId, Arc<Part>> = BTreeMap::new();
    for part in &parts {
        let Some(command) = &part.command_id else { continue };
        best.entry(command.clone())
            .and_modify(|there| {
                if rank(part) >= rank(there) {
                    *there = Arc::clone(part);
                }
            })
            .or_insert_with(|| Arc::clone(part));
    }
    let stays = |part: &Arc<Part>| {
        let best = part.command_id.as_ref().and_then(|command| best.get(command));
        best.is_none_or(|best| best.id == part.id)
    };
    parts.into_iter().filter(stays).collect()
}
