//! Pictures of a screen: read as Xvfb keeps them, written as PNG.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

/// A picture in red, green and blue.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Picture {
    /// Reads an X window dump of 32 bits a pixel, which is what Xvfb keeps for a screen of depth 24.
    pub fn of_display(dump: &[u8]) -> Option<Self> {
        let word = |index: usize| {
            let bytes = dump.get(index * 4..index * 4 + 4)?;
            Some(u32::from_be_bytes(bytes.try_into().ok()?))
        };
        let [head, width, height, order] = [word(0)?, word(4)?, word(5)?, word(7)?];
        let [bits, line, colours] = [word(11)?, word(12)?, word(19)?];
        if bits != 32 || width == 0 {
            return None;
        }
        let start = (head + colours * 12) as usize;
        let mut pixels = Vec::with_capacity((width * height * 3) as usize);
        for row in dump.get(start..)?.chunks_exact(line.max(4) as usize).take(height as usize) {
            for pixel in row.chunks_exact(4).take(width as usize) {
                // The byte order of the dump is that of the machine: 0 is least significant first.
                let [red, green, blue] = if order == 0 { [2, 1, 0] } else { [1, 2, 3] };
                pixels.extend([pixel[red], pixel[green], pixel[blue]]);
            }
        }
        (pixels.len() == (width * height * 3) as usize).then_some(Self { width, height, pixels })
    }

    /// Tells a painted page, which has the many shades of text, from an empty window.
    pub fn shows_something(&self) -> bool {
        let mut shades = HashSet::new();
        self.pixels.chunks_exact(3).any(|pixel| {
            shades.insert([pixel[0], pixel[1], pixel[2]]);
            shades.len() > 12
        })
    }

    /// Writes the picture as PNG.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let mut encoder = png::Encoder::new(BufWriter::new(File::create(path)?), self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dump_of_two_pixels_is_read() {
        let mut words = [0_u32; 25];
        (words[0], words[4], words[5], words[11], words[12]) = (100, 2, 1, 32, 8);
        let mut dump: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        dump.extend([3, 2, 1, 0, 30, 20, 10, 0]);
        let picture = Picture::of_display(&dump).expect("a picture");
        assert_eq!((picture.width, picture.height), (2, 1));
        assert_eq!(picture.pixels, [1, 2, 3, 10, 20, 30]);
        assert!(!picture.shows_something());
    }
}
