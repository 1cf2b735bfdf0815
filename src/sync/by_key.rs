//! Maps from keys, of the size of the surface: a customer has a few conversations, and the smallest
//! code serves them best; an agent's list may have a hundred thousand.

#[cfg(not(feature = "desk"))]
pub(super) use inbox_model::sorted::SortedMap as ByKey;

/// The map. Hashes are not keyed: whoever could choose ids to make them collide would be the server.
#[cfg(feature = "desk")]
pub(super) type ByKey<K, V> = std::collections::HashMap<K, V, rustc_hash::FxBuildHasher>;
