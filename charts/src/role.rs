//! The parts a mark can play, and the colour of each part in both themes.

use serde::Serialize;
use ts_rs::TS;

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident $token:tt $light:literal $dark:literal,)+) => {
        /// What a mark stands for, and so its colour: a token of the page's `tokens.css`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
        pub enum Role {
            $($(#[$doc])* #[serde(rename = $token)] $role,)+
        }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$role),+];

            /// Returns the name of the token, without the dashes before it.
            pub fn token(self) -> &'static str {
                match self { $(Self::$role => $token,)+ }
            }

            /// Returns the colour in the light theme, as `#rrggbb`.
            pub fn light(self) -> &'static str {
                match self { $(Self::$role => $light,)+ }
            }

            /// Returns the colour in the dark theme, as `#rrggbb`.
            pub fn dark(self) -> &'static str {
                match self { $(Self::$role => $dark,)+ }
            }
        }
    };
}

roles! {
    /// The ground a chart stands on; open dots are filled with it.
    Surface "surface" "#ffffff" "#181e1d",
    /// A stretch of the ground that is set apart.
    Sunken "sunken" "#f0f3f2" "#0f1413",
    /// A neutral band.
    Press "press" "#e6ebe9" "#293230",
    /// A grid line.
    Line "line" "#e4e9e7" "#28312f",
    /// An axis, today.
    Line2 "line-2" "#d3dad7" "#364240",
    /// A neutral mark among many.
    Line3 "line-3" "#818d88" "#6c7975",
    /// What happened.
    Ink "ink" "#15201d" "#e9eeec",
    /// Text that is read first, a target.
    Ink2 "ink-2" "#43504b" "#b8c2be",
    /// Text on axes.
    Ink3 "ink-3" "#5f6c67" "#93a09b",
    /// What happened, but does not count here; never text.
    Ink4 "ink-4" "#a3aeaa" "#55625e",
    /// What may come.
    Tarn "tarn" "#1c5f86" "#82bee0",
    /// What may come, as a lesser line.
    Tarn2 "tarn-2" "#3a80a8" "#5599bf",
    /// What may come, the narrow band.
    Tarn3 "tarn-3" "#8fbad2" "#35647f",
    /// What may come, the middle band.
    Tarn4 "tarn-4" "#c3dce9" "#24455a",
    /// What may come, the wide band.
    Tarn5 "tarn-5" "#e4f0f6" "#1b303d",
    /// A date someone waits for.
    Way "way" "#b5371b" "#ff9277",
    /// Done.
    Moss "moss" "#2c6a3f" "#86cc98",
    /// Done, as a band.
    Moss5 "moss-5" "#e3f1e6" "#1a3022",
    /// Needs a look.
    Lichen "lichen" "#7e5a00" "#e3bb55",
    /// Needs a look, as a band.
    Lichen5 "lichen-5" "#faf1d8" "#332912",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_page() {
        let tokens =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/styles/tokens.css"));
        let tokens = tokens.unwrap();
        for role in Role::ALL {
            let line = format!("  --{}: light-dark({}, {});", role.token(), role.light(), role.dark());
            assert!(tokens.contains(&line), "tokens.css does not say {line}");
        }
    }
}
