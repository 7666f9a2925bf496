//! Text from bytes: which encoding a file is in, and what could not be read in it.

use crate::refusal::Refusal;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Files above this many bytes are refused.
pub const MOST_BYTES: usize = 200 * 1024 * 1024;

/// How much of a file is looked at to guess its encoding.
const LOOKED_AT: usize = 1024 * 1024;

/// A file as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<'a> {
    /// The text, without its byte order mark and without NUL.
    pub text: Cow<'a, str>,
    /// Name of the encoding as the Encoding Standard has it ("UTF-8", "windows-1252", …).
    pub encoding: &'static str,
    /// Whether the encoding was guessed: the preview then offers to choose another.
    pub guessed: bool,
    /// How many characters were replaced by U+FFFD: NUL, lone surrogates, bytes the encoding has no
    /// meaning for.
    pub replaced: usize,
}

/// Reads `bytes` as text: by the byte order mark, else as strict UTF-8, else by a guess.
///
/// `wanted` is a label of the Encoding Standard ("utf-8", "latin1", "windows-1250") and settles it;
/// bytes without meaning in it are replaced and counted.
///
/// # Errors
/// Refuses empty files, files above [`MOST_BYTES`], files that are no text, and unknown labels.
pub fn decode<'a>(bytes: &'a [u8], wanted: Option<&str>) -> Result<Text<'a>, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::with("import-too-large", "megabytes", MOST_BYTES / 1024 / 1024));
    }
    if let Some(key) = binary(bytes) {
        return Err(Refusal::new(key));
    }
    let chosen = match wanted {
        None => None,
        Some(label) => Some(
            Encoding::for_label(label.trim().as_bytes())
                .ok_or_else(|| Refusal::with("import-unknown-encoding", "encoding", label))?,
        ),
    };
    let (marked, mark) =
        Encoding::for_bom(bytes).map_or((None, 0), |(encoding, length)| (Some(encoding), length));
    let body = bytes.get(mark..).unwrap_or_default();
    let (encoding, guessed) = match chosen.or(marked).or_else(|| utf16_without_mark(body)) {
        Some(encoding) => (encoding, false),
        None if utf8_but_for_surrogates(body) => (UTF_8, false),
        None => (guess(body), true),
    };
    // A mark of another encoding than the chosen one is text to the chosen one.
    let body = if marked.is_some_and(|marked| marked != encoding) { bytes } else { body };
    if looks_binary(body, encoding) {
        return Err(Refusal::new("import-binary"));
    }
    let (text, replaced) = read(body, encoding);
    let (text, nuls) = without_nul(text);
    if text.trim().is_empty() {
        return Err(Refusal::new("import-empty"));
    }
    Ok(Text { text, encoding: encoding.name(), guessed, replaced: replaced + nuls })
}

/// Names the sentence for a well-known kind of file that is no text.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"SQLite format 3\0", "import-sqlite"),
        (b"PK\x03\x04", "import-zip"),
        (b"PK\x05\x06", "import-zip"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "import-old-excel"),
        (b"\x89PNG\r\n\x1a\n", "import-picture"),
        (b"\xFF\xD8\xFF", "import-picture"),
        (b"GIF8", "import-picture"),
        (b"%PDF-", "import-document"),
        (b"{\\rtf", "import-document"),
        (b"\x1F\x8B", "import-binary"),
        (b"\x7FELF", "import-binary"),
        (b"7z\xBC\xAF\x27\x1C", "import-binary"),
    ];
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, key)| *key)
}

/// Whether the start of the file holds more control characters than any text does.
fn looks_binary(bytes: &[u8], encoding: &'static Encoding) -> bool {
    if encoding == UTF_16LE || encoding == UTF_16BE {
        return false;
    }
    let start = bytes.get(..8192).unwrap_or(bytes);
    let controls =
        start.iter().filter(|byte| byte.is_ascii_control() && !b"\t\n\r\x0c".contains(byte)).count();
    controls > 8 && controls * 20 > start.len()
}

/// Recognises UTF-16 without a mark by every other byte being zero, as in mostly Latin text.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..4096).unwrap_or(bytes);
    let pairs = start.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    if second * 10 > pairs * 6 && first * 10 < pairs {
        Some(UTF_16LE)
    } else if first * 10 > pairs * 6 && second * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether the bytes are UTF-8, where surrogates written as three bytes may stand among them.
fn utf8_but_for_surrogates(mut bytes: &[u8]) -> bool {
    loop {
        match std::str::from_utf8(bytes) {
            Ok(_) => return true,
            Err(error) => {
                let rest = bytes.get(error.valid_up_to()..).unwrap_or_default();
                if surrogate(rest).is_none() {
                    return false;
                }
                bytes = rest.get(3..).unwrap_or_default();
            }
        }
    }
}

/// Returns `Some` when the bytes start with a surrogate written as three bytes.
fn surrogate(bytes: &[u8]) -> Option<()> {
    matches!(bytes, [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..]).then_some(())
}

/// Guesses a legacy encoding from the first part of the file that is not plain ASCII.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let from = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0).saturating_sub(1024);
    let part = bytes.get(from..).unwrap_or_default();
    let part = part.get(..LOOKED_AT).unwrap_or(part);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(part, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Decodes and counts what had to be replaced.
fn read<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> (Cow<'a, str>, usize) {
    if encoding == UTF_16LE || encoding == UTF_16BE {
        return utf16(bytes, encoding == UTF_16BE);
    }
    if encoding == UTF_8 {
        return utf8(bytes);
    }
    let (text, failed) = encoding.decode_without_bom_handling(bytes);
    let replaced = if failed { text.matches('\u{FFFD}').count() } else { 0 };
    (text, replaced)
}

fn utf8(bytes: &[u8]) -> (Cow<'_, str>, usize) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), 0);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    let mut rest = bytes;
    while !rest.is_empty() {
        match std::str::from_utf8(rest) {
            Ok(valid) => {
                text.push_str(valid);
                break;
            }
            Err(error) => {
                let (valid, wrong) = rest.split_at_checked(error.valid_up_to()).unwrap_or((rest, &[]));
                text.push_str(&String::from_utf8_lossy(valid));
                text.push('\u{FFFD}');
                replaced += 1;
                let length =
                    surrogate(wrong).map_or_else(|| error.error_len().unwrap_or(wrong.len()), |()| 3);
                rest = wrong.get(length.max(1)..).unwrap_or_default();
            }
        }
    }
    (Cow::Owned(text), replaced)
}

fn utf16<'a>(bytes: &[u8], big: bool) -> (Cow<'a, str>, usize) {
    let units = bytes.chunks(2).map(|pair| match pair {
        [first, second] if big => u16::from_be_bytes([*first, *second]),
        [first, second] => u16::from_le_bytes([*first, *second]),
        _ => 0xD800,
    });
    let mut replaced = 0;
    let text = char::decode_utf16(units)
        .map(|unit| {
            unit.unwrap_or_else(|_| {
                replaced += 1;
                '\u{FFFD}'
            })
        })
        .collect();
    (Cow::Owned(text), replaced)
}

fn without_nul(text: Cow<'_, str>) -> (Cow<'_, str>, usize) {
    let nuls = memchr::memchr_iter(0, text.as_bytes()).count();
    if nuls == 0 { (text, 0) } else { (Cow::Owned(text.replace('\0', "\u{FFFD}")), nuls) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], encoding: &str, text: &str, replaced: usize) {
        let read = decode(bytes, None).unwrap();
        assert_eq!((read.encoding, read.text.as_ref(), read.replaced), (encoding, text, replaced));
    }

    #[test]
    fn a_mark_settles_the_encoding() {
        check(b"\xEF\xBB\xBFa,\xC3\xA9", "UTF-8", "a,é", 0);
        check(b"\xFF\xFEa\0,\0\xE9\0", "UTF-16LE", "a,é", 0);
        check(b"\xFE\xFF\0a\0,\0\xE9", "UTF-16BE", "a,é", 0);
    }

    #[test]
    fn utf16_without_a_mark_is_recognised() {
        let bytes: Vec<u8> = "Title;State\nÜber;Done".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&bytes, "UTF-16LE", "Title;State\nÜber;Done", 0);
    }

    #[test]
    fn western_european_bytes_are_guessed_and_said_so() {
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("Titel;Größe\nKäse für Übermorgen kürzen;5\n");
        let read = decode(&bytes, None).unwrap();
        assert_eq!((read.encoding, read.guessed), ("windows-1252", true));
        assert!(read.text.contains("Käse für Übermorgen"));
    }

    #[test]
    fn central_european_bytes_are_read_by_choice() {
        let (bytes, ..) = encoding_rs::WINDOWS_1250.encode("Nazwa;Ważność\nżółć;5\n");
        let read = decode(&bytes, Some("windows-1250")).unwrap();
        assert!(read.text.contains("żółć") && !read.guessed);
    }

    #[test]
    fn nul_and_lone_surrogates_are_replaced_and_counted() {
        check(b"a\0b", "UTF-8", "a\u{FFFD}b", 1);
        check(b"a\xED\xA0\x80b", "UTF-8", "a\u{FFFD}b", 1);
        check(b"\xFF\xFEa\0\x00\xD8b\0", "UTF-16LE", "a\u{FFFD}b", 1);
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        let key = |bytes: &[u8]| decode(bytes, None).unwrap_err().key;
        assert_eq!(key(b"SQLite format 3\0rest"), "import-sqlite");
        assert_eq!(key(b"PK\x03\x04rest"), "import-zip");
        assert_eq!(key(b"\x89PNG\r\n\x1a\nrest"), "import-picture");
        assert_eq!(key(&(0..=255).cycle().take(5000).collect::<Vec<u8>>()), "import-binary");
        assert_eq!(key(b""), "import-empty");
        assert_eq!(key(b" \r\n\t"), "import-empty");
        assert_eq!(decode(b"a", Some("klingon")).unwrap_err().key, "import-unknown-encoding");
    }
}
