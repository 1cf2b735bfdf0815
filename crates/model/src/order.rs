//! Sorting, once for everything.
//!
//! The standard library makes a sort anew for each type: three of them were 10 KB of the messenger
//! more than this one (3 KB compressed), which sorts places and knows nothing of what stands there.
//! A heap sort, because it is short and never quadratic.

/// The places `0..count` in ascending order of what stands there. `is_less` compares two places;
/// what is equal stays in the order it has.
pub(crate) fn ascending(count: usize, is_less: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut heap = Heap { places: (0..count).collect(), is_less };
    // Most of what is to be sorted has been before.
    if !(1..count).any(|place| is_less(place, place - 1)) {
        return heap.places;
    }
    for root in (0..count / 2).rev() {
        heap.sift(root, count);
    }
    for end in (1..count).rev() {
        heap.places.swap(0, end);
        heap.sift(0, end);
    }
    heap.places
}

/// Values in ascending order.
#[cfg(feature = "company")]
pub(crate) fn sorted<T: Ord + Copy>(values: &[T]) -> Vec<T> {
    let order = ascending(values.len(), &|one, two| values.get(one) < values.get(two));
    order.into_iter().filter_map(|place| values.get(place).copied()).collect()
}

struct Heap<'a> {
    places: Vec<usize>,
    is_less: &'a dyn Fn(usize, usize) -> bool,
}

impl Heap<'_> {
    /// Restores the heap below `root` among the first `end` entries.
    fn sift(&mut self, mut root: usize, end: usize) {
        loop {
            let mut largest = root;
            for child in [2 * root + 1, 2 * root + 2] {
                if child < end && self.is_below(largest, child) {
                    largest = child;
                }
            }
            if largest == root {
                return;
            }
            self.places.swap(root, largest);
            root = largest;
        }
    }

    fn is_below(&self, one: usize, two: usize) -> bool {
        let (Some(&one), Some(&two)) = (self.places.get(one), self.places.get(two)) else {
            return false;
        };
        (self.is_less)(one, two) || one < two && !(self.is_less)(two, one)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_a_stable_sort_does(values in prop::collection::vec(0..20_u8, 0..60)) {
            let mut expected: Vec<usize> = (0..values.len()).collect();
            expected.sort_by_key(|&at| values[at]);
            prop_assert_eq!(ascending(values.len(), &|one, two| values[one] < values[two]), expected);
        }
    }
}
