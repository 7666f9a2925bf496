//! How wide a text will be, without a font at hand.

/// Height of the letters' line, and of a step from label to label, in pixels.
pub(crate) const LINE: f64 = 14.0;

const SIZE: f64 = 11.0;

/// Returns about the width of a text at 11 pixels, on the generous side: a file may be read where
/// Inter is missing, and systems put wider letters in its place.
pub(crate) fn text_width(text: &str) -> f64 {
    text.chars().map(letter_width).sum::<f64>() * SIZE
}

fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.37,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '"' => 0.46,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 1.0,
        'A'..='Z' => 0.76,
        '\u{300}'..='\u{36f}' => 0.0,
        '\u{2e80}'..='\u{ffdc}' | '\u{1f000}'.. => 1.1,
        _ => 0.68,
    }
}

/// Shortens a text to a width, with an ellipsis; none where not even three letters have room.
pub(crate) fn fitted(text: &str, width: f64) -> Option<String> {
    if text_width(text) <= width {
        return Some(text.to_owned());
    }
    let mut room = width - text_width("…");
    let kept: String = text
        .chars()
        .take_while(|letter| {
            room -= text_width(letter.encode_utf8(&mut [0; 4]));
            room >= 0.0
        })
        .collect();
    let kept = kept.trim_end();
    (kept.chars().count() >= 3).then(|| format!("{kept}…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_shortened_only_when_it_must_be() {
        assert_eq!(fitted("Waiting for Done", 200.0).as_deref(), Some("Waiting for Done"));
        assert_eq!(fitted("Waiting for Done", 70.0).as_deref(), Some("Waiting f…"));
        assert_eq!(fitted("Waiting for Done", 20.0), None);
        assert!(text_width(&fitted("Waiting for Done", 70.0).unwrap()) <= 70.0);
    }
}
