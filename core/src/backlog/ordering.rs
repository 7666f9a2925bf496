//! Gapped ranks: a move writes one row, and now and then a few neighbours.
//!
//! A rank is an integer with room on both sides. When the room between two neighbours is used up,
//! a window of neighbours that doubles until there is room is spread evenly, and the moved items
//! are placed in the same pass.

use crate::ids::ItemId;

/// Mean gap that a spread leaves between neighbours.
const GAP: i64 = 1 << 10;

/// Gap between items that are appended: room for twenty items in each gap without a spread.
pub(crate) const STRIDE: i64 = 1 << 20;

/// Neighbours on each side in the first window.
const WINDOW: usize = 8;

/// Places `moved` at `index` of `section`, the other items in order as (rank, item). Returns the
/// new rank of every moved item and of the neighbours that had to be spread.
pub(crate) fn place(section: &[(i64, ItemId)], index: usize, moved: &[ItemId]) -> Vec<(ItemId, i64)> {
    let index = index.min(section.len());
    let count = moved.len() as i64;
    let above = index.checked_sub(1).and_then(|i| section.get(i)).map(|(rank, _)| *rank);
    let below = section.get(index).map(|(rank, _)| *rank);
    match (above, below) {
        (None, None) => spread(moved, STRIDE, STRIDE),
        (Some(above), None) if above < i64::MAX - STRIDE * (count + 1) => {
            spread(moved, above + STRIDE, STRIDE)
        }
        (None, Some(below)) if below > i64::MIN + STRIDE * (count + 1) => {
            spread(moved, below - STRIDE * count, STRIDE)
        }
        (Some(above), Some(below)) if below.saturating_sub(above) > count => {
            let step = below.saturating_sub(above) / (count + 1);
            spread(moved, above + step, step)
        }
        _ => respace(section, index, moved),
    }
}

fn spread(items: &[ItemId], first: i64, step: i64) -> Vec<(ItemId, i64)> {
    items.iter().enumerate().map(|(i, id)| (*id, first + step * i as i64)).collect()
}

/// Spreads a window around `index` together with the moved items.
fn respace(section: &[(i64, ItemId)], index: usize, moved: &[ItemId]) -> Vec<(ItemId, i64)> {
    let mut reach = WINDOW;
    loop {
        let from = index.saturating_sub(reach);
        let to = (index + reach).min(section.len());
        let mut items: Vec<ItemId> = Vec::with_capacity(to - from + moved.len());
        items.extend(section[from..index].iter().map(|(_, id)| *id));
        items.extend(moved);
        items.extend(section[index..to].iter().map(|(_, id)| *id));
        let count = items.len() as i64;
        let above = from.checked_sub(1).and_then(|i| section.get(i)).map(|(rank, _)| *rank);
        let below = section.get(to).map(|(rank, _)| *rank);
        match (above, below) {
            // The whole section: it starts anew.
            (None, None) => return spread(&items, STRIDE, STRIDE),
            // A window at an end grows outward.
            (Some(above), None) if above < i64::MAX - GAP * (count + 1) => {
                return spread(&items, above + GAP, GAP);
            }
            (None, Some(below)) if below > i64::MIN + GAP * (count + 1) => {
                return spread(&items, below - GAP * count, GAP);
            }
            (Some(above), Some(below)) if below.saturating_sub(above) / (count + 1) >= GAP => {
                let step = below.saturating_sub(above) / (count + 1);
                return spread(&items, above + step, step);
            }
            _ => reach *= 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Applies the writes and returns the order.
    fn apply(section: &mut Vec<(i64, ItemId)>, writes: &[(ItemId, i64)]) {
        for (id, rank) in writes {
            section.retain(|(_, other)| other != id);
            section.push((*rank, *id));
        }
        section.sort();
    }

    #[test]
    fn a_block_lands_together_at_its_place() {
        let mut section: Vec<(i64, ItemId)> = (0..5).map(|i| (i, ItemId(i))).collect();
        let writes = place(&section, 2, &[ItemId(10), ItemId(11)]);
        apply(&mut section, &writes);
        let order: Vec<i64> = section.iter().map(|(_, id)| id.0).collect();
        assert_eq!(order, [0, 1, 10, 11, 2, 3, 4]);
    }

    #[test]
    fn always_behind_one_item_writes_few_rows() {
        let mut section: Vec<(i64, ItemId)> = (0..1000).map(|i| (i * STRIDE, ItemId(i))).collect();
        let mut expected: Vec<i64> = (0..1000).collect();
        let mut written = 0;
        for step in 0..2000 {
            let id = expected[999 - (step % 500)];
            let rest: Vec<(i64, ItemId)> =
                section.iter().copied().filter(|(_, other)| other.0 != id).collect();
            let writes = place(&rest, 3, &[ItemId(id)]);
            written += writes.len();
            apply(&mut section, &writes);
            expected.retain(|other| *other != id);
            expected.insert(3, id);
            let order: Vec<i64> = section.iter().map(|(_, id)| id.0).collect();
            assert_eq!(order, expected);
        }
        assert!(written < 2000 * 6, "{written} rows written");
    }

    #[test]
    fn equal_ranks_are_spread_apart() {
        let mut section: Vec<(i64, ItemId)> = (0..40).map(|i| (7, ItemId(i))).collect();
        let writes = place(&section, 20, &[ItemId(99)]);
        apply(&mut section, &writes);
        assert_eq!(section[20].1, ItemId(99));
        let order: Vec<i64> = section.iter().map(|(_, id)| id.0).filter(|id| *id != 99).collect();
        assert_eq!(order, (0..40).collect::<Vec<_>>());
    }
}
