//! Forecasts that are kept: what was told whom, what became of it, and how often it came true.

mod desk;

use desk::Desk;
use serde_json::{Value, json};

/// Eight open items, and twenty done over ten weeks, two each Wednesday.
fn steady() -> Desk {
    let desk = Desk::new();
    let mut file = "Title,State,Done,ID\n".to_owned();
    let first: chrono::NaiveDate = "2026-09-16".parse().unwrap();
    for number in 0..20_u64 {
        let day = first + chrono::Days::new(7 * (number / 2));
        file.push_str(&format!("Done {number},Done,{day},D-{number}\n"));
    }
    for number in 0..8 {
        file.push_str(&format!("Open {number},To Do,,O-{number}\n"));
    }
    let file = desk.write("steady.csv", file);
    desk.ok(&["import", &file]);
    desk
}

#[test]
fn a_forecast_is_kept_and_listed_with_what_was_said() {
    let desk = steady();
    let told = desk.json(&["forecast", "--item", "O-3"]);
    let kept = desk.json(&["forecast", "keep", "--item", "O-3", "--words", "Early next year"]);
    assert_eq!((&kept["text"], &kept["created"]), (&json!("Kept the forecast of “Open 3”"), &json!(1)));
    desk.ok(&["forecast", "keep", "--by", "2026-12-24", "--team", "2026-12-01=50"]);
    let list = desk.json(&["forecast", "list"]);
    assert_eq!(list.as_array().unwrap().len(), 2);
    let first = &list[1];
    let mut names: Vec<&str> = first.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "alert",
            "by",
            "counted",
            "day",
            "happened_on",
            "id",
            "items",
            "levels",
            "moved",
            "name",
            "sentence",
            "standing",
            "told",
            "void",
            "words"
        ]
    );
    assert_eq!((&first["sentence"], &first["items"]), (&told["sentence"], &json!(4)));
    assert_eq!((&first["words"], &first["standing"]), (&json!("Early next year"), &json!("open")));
    assert_eq!(first["levels"][2]["day"], told["when"]["p85"]);
    assert_eq!((&list[0]["by"], &list[0]["levels"][0]["percent"]), (&json!("2026-12-24"), &json!(50)));
    let text = desk.ok(&["forecast", "list"]);
    assert!(text.contains("Open 3") && text.contains("at least"), "{text}");
    desk.ok(&["undo"]);
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["forecast", "list"]), json!([]));
    assert_eq!(desk.ok(&["forecast", "list"]), "No forecast was kept yet.\n");
}

#[test]
fn whom_it_was_told_is_named_now_or_later() {
    let desk = Desk::empty();
    desk.json(&["init", "--sample"]);
    let wanting = |item: &Value| item["wanted_by"].as_array().unwrap().first().cloned();
    let list = desk.json(&["list"]);
    let person = list.as_array().unwrap().iter().find_map(wanting).unwrap();
    let person = person.as_str().unwrap();
    let kept = desk.json(&["forecast", "keep", "--items", "5", "--told", person])["created"].clone();
    let of = |name: &str| {
        let list = desk.json(&["forecast", "list"]);
        list.as_array().unwrap().iter().find(|row| row["id"] == kept).unwrap()[name].clone()
    };
    assert_eq!(of("told"), person);
    desk.ok(&["forecast", "tell", &kept.to_string(), "--words", "After Easter"]);
    assert_eq!((of("told"), of("words")), (Value::Null, json!("After Easter")));
    let said = desk.refused(&["forecast", "keep", "--items", "5", "--told", "Nobody"]);
    assert!(said.contains("no stakeholder “Nobody”"), "{said}");
}

#[test]
fn what_became_of_it_is_said_by_hand_and_scored() {
    let mut desk = steady();
    desk.ok(&["forecast", "keep", "--item", "O-3"]);
    desk.ok(&["forecast", "keep", "--by", "2026-12-10"]);
    desk.ok(&["forecast", "keep", "--item", "O-7"]);
    desk.now = "2027-03-01T09:00:00+01:00".into();
    let by = |id: u32, name: &str| {
        let list = desk.json(&["forecast", "list"]);
        list.as_array().unwrap().iter().find(|row| row["id"] == id).unwrap()[name].clone()
    };
    assert_eq!(by(1, "levels")[2]["held"], false, "its day is over and it is not done");
    desk.ok(&["forecast", "resolve", "1", "--on", "2026-12-01"]);
    assert_eq!((by(1, "standing"), by(1, "happened_on")), (json!("happened"), json!("2026-12-01")));
    assert_eq!(by(1, "levels")[2]["held"], true);
    desk.ok(&["forecast", "resolve", "2", "--items", "30"]);
    assert_eq!((by(2, "standing"), by(2, "counted")), (json!("counted"), json!(30)));
    desk.ok(&["forecast", "resolve", "3", "--void", "The law was withdrawn"]);
    assert_eq!((by(3, "standing"), by(3, "void")), (json!("void"), json!("The law was withdrawn")));

    let score = desk.json(&["calibration"]);
    let mut names: Vec<&str> = score.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["levels", "pinball", "sentence", "verdict", "voids"]);
    assert_eq!((&score["voids"], &score["verdict"]), (&json!(1), &json!("too_few")));
    let sure = &score["levels"][2];
    assert_eq!((&sure["level"], &sure["hits"], &sure["count"]), (&json!(85), &json!(2), &json!(2)));
    let text = desk.ok(&["calibration"]);
    assert!(text.contains("2 of 2") && text.contains(score["sentence"].as_str().unwrap()), "{text}");
    let text = desk.ok(&["forecast", "list"]);
    assert!(text.contains("held") && text.contains("void: The law was withdrawn"), "{text}");

    desk.ok(&["forecast", "resolve", "1", "--clear"]);
    assert_eq!(by(1, "standing"), "open");
}

#[test]
fn what_cannot_be_kept_or_resolved_is_refused() {
    let desk = Desk::with(&["A"]);
    assert!(desk.refused(&["forecast", "keep"]).contains("nothing was finished yet"));
    assert!(desk.refused(&["forecast", "resolve", "1", "--on", "2026-11-26"]).contains("no longer there"));
    assert!(desk.refused(&["forecast", "tell", "1", "--words", "x"]).contains("no longer there"));
    for usage in [&["forecast", "resolve", "1"][..], &["forecast", "resolve", "1", "--clear", "--items", "2"]]
    {
        assert_eq!(desk.run(usage).code, 2, "{usage:?}");
    }
    let desk = steady();
    desk.ok(&["forecast", "keep", "--item", "O-3"]);
    desk.ok(&["forecast", "keep", "--by", "2026-12-10"]);
    assert!(desk.refused(&["forecast", "resolve", "1", "--items", "3"]).contains("give a day"));
    assert!(desk.refused(&["forecast", "resolve", "2", "--on", "2026-11-26"]).contains("give a number"));
    assert!(
        desk.refused(&["forecast", "resolve", "1", "--on", "2026-11-25"]).contains("before the forecast")
    );
    assert!(desk.refused(&["forecast", "resolve", "1", "--on", "2026-12-25"]).contains("2026-12-25"));
    assert!(desk.refused(&["forecast", "resolve", "1", "--void", " "]).contains("Say why"));
    assert!(desk.ok(&["calibration"]).contains("No 85% forecast has come to its day yet"));
}
