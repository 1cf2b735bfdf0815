//! A map for few entries: pairs in one vector, in the order of their keys.
//!
//! Each type of key and value makes a map's code anew, and a tree's code is long: six of them were
//! 49 KB of the messenger more than this (15 KB compressed), three hash maps another 8 (3). The
//! price is that everything behind a new entry moves, so values are small here, or boxed.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The map. A key is there once, and iteration goes from the smallest to the largest.
///
/// ```
/// use inbox_model::sorted::SortedMap;
///
/// let mut ages = SortedMap::from([("Bo", 30), ("Ada", 36)]);
/// assert_eq!(ages.insert("Bo", 31), Some(30));
/// assert_eq!(ages.get("Bo"), Some(&31));
/// assert!(ages.keys().eq(&["Ada", "Bo"]));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K, V> SortedMap<K, V> {
    /// An empty map.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// All entries in order, with values that can be altered.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// All keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// All values in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// All values in the order of their keys, to be altered.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Drops every entry.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Drops the entries for which `keep` is false.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        self.0.retain_mut(|(key, value)| keep(key, value));
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// Where the key is, or where it would be.
    fn search<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(other, _)| other.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let at = self.search(key).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// The value of a key, to be altered.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.search(key).ok()?;
        self.0.get_mut(at).map(|(_, value)| value)
    }

    /// Whether there is such a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.search(key).is_ok()
    }

    /// Sets the value of a key, and returns the one before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.search(&key) {
            Ok(at) => self.0.get_mut(at).map(|(_, old)| std::mem::replace(old, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// The value of a key, made by `make` if there is none.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let at = self.search(&key).unwrap_or_else(|at| {
            self.0.insert(at, (key, make()));
            at
        });
        #[expect(clippy::indexing_slicing, reason = "it was found or put there")]
        &mut self.0[at].1
    }

    /// The value of a key, the default if there is none yet.
    pub fn get_or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.get_or_insert_with(key, V::default)
    }

    /// Takes an entry out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let at = self.search(key).ok()?;
        Some(self.0.remove(at).1)
    }
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for SortedMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Of equal keys the last counts.
impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for SortedMap<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        Self::from_iter(entries)
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for SortedMap<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// By way of a tree, which only those have in their program who read with serde.
impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for SortedMap<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::<K, V>::deserialize(deserializer).map(|tree| Self(tree.into_iter().collect()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Clone, Debug)]
    enum Step {
        Insert(u8, u8),
        Remove(u8),
        Add(u8),
        Retain(u8),
    }

    fn step() -> impl Strategy<Value = Step> {
        let key = 0..12_u8;
        prop_oneof![
            4 => (key.clone(), any::<u8>()).prop_map(|(key, value)| Step::Insert(key, value)),
            2 => key.clone().prop_map(Step::Remove),
            2 => key.clone().prop_map(Step::Add),
            1 => key.prop_map(Step::Retain),
        ]
    }

    #[test]
    fn it_is_made_of_pairs_and_taken_apart_again() {
        let pairs = [("b", 1), ("a", 2), ("b", 3)];
        let map = SortedMap::from(pairs);
        assert_eq!(map, pairs.into_iter().collect());
        assert_eq!((map.len(), map.is_empty()), (2, false));
        assert_eq!(format!("{map:?}"), r#"{"a": 2, "b": 3}"#);
        assert_eq!(map.clone().into_iter().collect::<Vec<_>>(), [("a", 2), ("b", 3)]);
        let mut map = map;
        map.clear();
        assert_eq!((map.len(), map.is_empty()), (0, true));
        assert_eq!(map, SortedMap::default());
    }

    proptest! {
        #[test]
        fn it_is_what_a_tree_is(steps in prop::collection::vec(step(), 0..40)) {
            let (mut ours, mut tree) = (SortedMap::new(), BTreeMap::new());
            for step in steps {
                match step {
                    Step::Insert(key, value) => {
                        prop_assert_eq!(ours.insert(key, value), tree.insert(key, value));
                    }
                    Step::Remove(key) => prop_assert_eq!(ours.remove(&key), tree.remove(&key)),
                    Step::Add(key) => {
                        let (one, two) = (ours.get_or_default(key), tree.entry(key).or_default());
                        *one = one.wrapping_add(1);
                        *two = two.wrapping_add(1);
                    }
                    Step::Retain(limit) => {
                        ours.retain(|key, _| *key < limit);
                        tree.retain(|key, _| *key < limit);
                    }
                }
                prop_assert!(ours.iter().eq(&tree));
                for key in 0..12 {
                    prop_assert_eq!(ours.get(&key), tree.get(&key));
                    prop_assert_eq!(ours.contains_key(&key), tree.contains_key(&key));
                }
            }
            let json = serde_json::to_string(&ours).unwrap();
            prop_assert_eq!(&json, &serde_json::to_string(&tree).unwrap());
            prop_assert_eq!(serde_json::from_str::<SortedMap<u8, u8>>(&json).unwrap(), ours);
        }
    }
}
