//! The one catalogue of words: every sentence a person reads comes from `words/en.ftl`.
//!
//! The same file is handed to the page with `load`, so that window, terminal, history and
//! documents can't drift apart. The journal keeps keys and arguments, never sentences.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde_json::Value;
use std::sync::LazyLock;

/// The source of the English catalogue in Fluent syntax.
pub const ENGLISH: &str = include_str!("../words/en.ftl");

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    // A catalogue with a broken entry still gives every other one; a test holds that none is broken.
    let resource = FluentResource::try_new(ENGLISH.to_owned()).unwrap_or_else(|(rest, _)| rest);
    let mut bundle = FluentBundle::new_concurrent(vec![
        "en".parse::<unic_langid::LanguageIdentifier>().unwrap_or_default(),
    ]);
    bundle.set_use_isolating(false);
    // Fails only where NUMBER has been added before.
    let _ = bundle.add_builtins();
    bundle.add_resource_overriding(resource);
    bundle
});

/// Returns the sentence of `key` without arguments.
pub fn say(key: &str) -> String {
    tell(key, &[])
}

/// Returns the sentence of `key` with `args` filled in; an unknown key comes back as itself.
pub fn tell(key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
    let mut fluent = FluentArgs::new();
    for (name, value) in args {
        fluent.set(*name, value.clone());
    }
    format(key, &fluent)
}

/// Returns the sentence of `key` with the arguments of a JSON object, as the journal keeps them.
pub fn tell_json(key: &str, args: &Value) -> String {
    let mut fluent = FluentArgs::new();
    for (name, value) in args.as_object().into_iter().flatten() {
        match value {
            Value::Number(number) => fluent.set(name.as_str(), number.as_f64().unwrap_or(0.0)),
            Value::String(text) => fluent.set(name.as_str(), text.as_str()),
            other => fluent.set(name.as_str(), other.to_string()),
        }
    }
    format(key, &fluent)
}

fn format(key: &str, args: &FluentArgs<'_>) -> String {
    let Some(pattern) = BUNDLE.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    BUNDLE.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_the_catalogue_parses() {
        let errors = FluentResource::try_new(ENGLISH.to_owned()).err().map(|(_, errors)| errors);
        assert_eq!(errors, None);
    }

    #[test]
    fn numbers_are_written_without_groups_where_the_catalogue_says_so() {
        assert_eq!(tell("history-add-sprint", &[("number", 1234.into())]), "Added Sprint 1234");
    }

    #[test]
    fn arguments_are_filled_in_without_isolation_marks() {
        assert!(tell("error-item-unknown", &[("item", "X-9".into())]).contains("X-9"));
        assert!(!tell("error-item-unknown", &[("item", "X-9".into())]).contains('\u{2068}'));
    }
}
