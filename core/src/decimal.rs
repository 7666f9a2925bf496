//! Numbers with decimals as they are stored: in thousandths, so that 0.1 + 0.2 stays 0.3.

/// A stored number as people write it.
pub(crate) fn from_thousandths(stored: i64) -> f64 {
    stored as f64 / 1000.0
}

/// A number as it is stored; `None` if it is not finite or too large.
pub(crate) fn to_thousandths(value: f64) -> Option<i64> {
    let scaled = (value * 1000.0).round();
    (scaled.is_finite() && scaled.abs() < 9e15).then_some(scaled as i64)
}
