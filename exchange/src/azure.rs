//! Queries of Azure DevOps: flat lists and trees.
//!
//! A tree spreads its titles over `Title 1`, `Title 2`, …: the column is the depth.

use crate::mapping::fold;

/// Recognises a query by its column of kinds or by the columns of a tree.
pub(crate) fn is_azure(folded: &[String]) -> bool {
    let has = |word: &str| folded.iter().any(|header| header == word);
    has("id")
        && (has("workitemtype") || has("title1") || has("arbeitselementtyp") || has("arbeitsaufgabentyp"))
}

/// Returns the columns of a tree from its root downwards; none for a flat list.
pub(crate) fn levels(header: &[String]) -> Vec<usize> {
    let mut levels: Vec<(u32, usize)> = header
        .iter()
        .enumerate()
        .filter_map(|(index, header)| Some((fold(header).strip_prefix("title")?.parse().ok()?, index)))
        .collect();
    levels.sort_unstable();
    levels.into_iter().map(|(_, index)| index).collect()
}
