//! Fewer points for the same picture.

use crate::scene::Point;
use std::collections::BTreeSet;

/// Keeps of each column of pixels the first, lowest, highest and last point, in their order.
///
/// The line through them covers the same pixels: M4, Jugel et al., "M4: A Visualization-Oriented
/// Time Series Data Aggregation", PVLDB 7(10), 2014. Points come from left to right.
pub(crate) fn line(points: &[Point]) -> Vec<Point> {
    let mut kept = Vec::new();
    for column in points.chunk_by(|(a, _), (b, _)| a.floor() == b.floor()) {
        let heights = || column.iter().enumerate().map(|(at, (_, y))| (y, at));
        let lowest = heights().max_by(|a, b| a.0.total_cmp(b.0)).map_or(0, |(_, at)| at);
        let highest = heights().min_by(|a, b| a.0.total_cmp(b.0)).map_or(0, |(_, at)| at);
        let chosen = BTreeSet::from([0, lowest, highest, column.len() - 1]);
        kept.extend(chosen.into_iter().map(|at| column[at]));
    }
    kept
}

/// Keeps the first of those dots that lie within the same three by three pixels.
pub(crate) fn dots<T>(dots: impl IntoIterator<Item = (Point, T)>) -> Vec<(Point, T)> {
    let mut seen = BTreeSet::new();
    let cell = |length: f64| (length / 3.0).floor() as i64;
    dots.into_iter().filter(|((x, y), _)| seen.insert((cell(*x), cell(*y)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thinned_line_keeps_its_ends_and_its_peaks() {
        let points: Vec<Point> =
            (0..10_000).map(|at| (f64::from(at) / 1000.0, f64::from((at * 37) % 101))).collect();
        let thinned = line(&points);
        assert!(thinned.len() <= 4 * 10);
        assert_eq!((thinned[0], thinned[thinned.len() - 1]), (points[0], points[9999]));
        assert!(thinned.iter().any(|(_, y)| *y == 0.0) && thinned.iter().any(|(_, y)| *y == 100.0));
        assert_eq!(line(&thinned), thinned);
        assert_eq!(line(&points[..1]), points[..1]);
        assert_eq!(line(&[]), []);
    }

    #[test]
    fn dots_on_one_another_are_drawn_once() {
        let kept = dots([((1.0, 1.0), "a"), ((2.5, 0.5), "b"), ((4.0, 1.0), "c")]);
        assert_eq!(kept, [((1.0, 1.0), "a"), ((4.0, 1.0), "c")]);
    }
}
