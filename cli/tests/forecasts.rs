//! Forecasts and backtests, against reference numbers.

mod desk;

use desk::{Desk, column, shared};
use serde_json::{Value, json};

/// Twelve weeks from Monday 5 January 2026.
const WEEKS: &str = "week,throughput\n2026-01-05,3\n2026-01-12,7\n2026-01-19,5\n2026-01-26,0\n2026-02-02,6\n\
    2026-02-09,4\n2026-02-16,9\n2026-02-23,5\n2026-03-02,2\n2026-03-09,8\n2026-03-16,4\n2026-03-23,7\n";

fn close(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() < 1e-6, "{value} is not {expected}");
}

/// Runs without a product.
fn of_file(desk: &Desk, arguments: &[&str]) -> Value {
    let said = desk.bare(&[arguments, &["--json"]].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn a_throughput_history_needs_no_product_and_gives_the_reference_numbers() {
    let desk = Desk::empty();
    let file = desk.write("w.csv", WEEKS);
    let asked = ["forecast", "--throughput", &file, "--as-of", "2026-03-30", "--by", "2026-05-24"];
    let told = of_file(&desk, &asked);
    close(&told["fit"]["m"], 5.107314);
    close(&told["fit"]["phi"], 1.752941);
    close(&told["fit"]["v"], 0.149493);
    assert_eq!(told["how_many"], json!({"by": "2026-05-24", "p50": 38, "p70": 30, "p85": 23, "p95": 16}));
    assert_eq!(told["window"]["counts"], json!([3, 7, 5, 0, 6, 4, 9, 5, 2, 8, 4, 7]));
    assert_eq!(
        (&told["window"]["weeks"][0], &told["window"]["weeks"][11]),
        (&json!("2026-01-05"), &json!("2026-03-23"))
    );
    assert_eq!(told["window"]["exposures"].as_array().unwrap().len(), 12);
    assert_eq!((&told["when"], &told["likelihood"]), (&Value::Null, &Value::Null));
    assert_eq!(told["sentence"], "85% likely at least 23 items by 24 May, 50% at least 38.");
    let mut names: Vec<&str> = told.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "as_of",
            "basis",
            "detail",
            "emphasis",
            "fit",
            "how_many",
            "likelihood",
            "method",
            "name",
            "notes",
            "sentence",
            "when",
            "window"
        ]
    );

    let both = of_file(&desk, &[&asked[..], &["--items", "23"]].concat());
    assert_eq!(both["when"]["items"], 23);
    let likelihood = both["likelihood"].as_f64().unwrap();
    assert!((0.85..0.88).contains(&likelihood), "{likelihood}");
    assert!(both["when"]["p85"].as_str().unwrap() <= "2026-05-24");
}

#[test]
fn the_text_says_the_sentence_first() {
    let desk = Desk::empty();
    let file = desk.write("w.csv", WEEKS);
    let asked = ["forecast", "--throughput", &file, "--as-of", "2026-03-30", "--items", "20"];
    let said = desk.bare(&asked);
    let first = said.out.lines().next().unwrap();
    assert!(first.starts_with("85% likely by ") && first.contains(", 50% by "), "{said:?}");
    assert!(said.out.contains("20 items by"));
    let replay = desk.bare(&[&asked[..], &["--method", "replay", "--json"]].concat());
    let told: Value = serde_json::from_str(&replay.out).unwrap();
    assert_eq!((&told["method"], &told["fit"]), (&json!("replay"), &Value::Null));
    let sunday: chrono::NaiveDate = told["when"]["p85"].as_str().unwrap().parse().unwrap();
    assert_eq!(chrono::Datelike::weekday(&sunday), chrono::Weekday::Sun);

    let svg = desk.path("w.svg");
    let drawn = desk.bare(&[&asked[..], &["--chart", svg.to_str().unwrap()]].concat());
    assert_eq!(drawn.out, said.out);
    let svg = std::fs::read_to_string(svg).unwrap();
    assert!(svg.contains("20 items") && svg.contains(first), "{svg}");
}

#[test]
fn closed_days_and_the_window_change_the_answer() {
    let desk = Desk::empty();
    let file = desk.write("w.csv", WEEKS);
    let asked = ["forecast", "--throughput", &file, "--as-of", "2026-03-30", "--items", "20"];
    let day = |more: &[&str]| of_file(&desk, &[&asked[..], more].concat())["when"]["p85"].clone();
    let open = day(&[]);
    let closed = day(&["--closed", "2026-04-01..2026-04-14", "--closed", "2026-04-20"]);
    assert!(open.as_str() < closed.as_str(), "{open} {closed}");
    let short = of_file(&desk, &[&asked[..], &["--window", "6"]].concat());
    assert_eq!(short["window"]["counts"], json!([9, 5, 2, 8, 4, 7]));
}

#[test]
fn each_assumption_moves_the_answer_its_way_and_is_named_in_what_it_rests_on() {
    let desk = Desk::empty();
    let file = desk.write("w.csv", WEEKS);
    let asked = ["forecast", "--throughput", &file, "--as-of", "2026-03-30", "--items", "20"];
    let calendar = desk.write("h.ics", calendar(&[("20260401", "20260415", "Shutdown")]));
    let plain = of_file(&desk, &asked);
    let sure = |told: &Value| told["when"]["p85"].as_str().unwrap().to_owned();
    for (more, later) in [
        (&["--holidays", &calendar][..], true),
        (&["--team", "2026-03-30=50"], true),
        (&["--team", "2026-04-06=150%", "--team", "2026-04-20=200%"], false),
        (&["--growth", "10%..30%"], true),
        (&["--growth", "-50..-20"], false),
        (&["--splitting", "120..180"], true),
        (&["--risk", "New law=50:5..12", "--risk", "Illness=30%:1..2"], true),
        (&["--start", "2026-04-13..2026-04-27"], true),
    ] {
        let told = of_file(&desk, &[&asked[..], more].concat());
        assert_eq!(sure(&told) > sure(&plain), later, "{more:?}: {} {}", sure(&told), sure(&plain));
        assert_ne!(sure(&told), sure(&plain), "{more:?}");
        assert!(told["basis"].as_str().unwrap().contains("Assumed: "), "{more:?}: {}", told["basis"]);
    }
    // Every day of the week is worked: the weeks learnt from stay, only the days within them move.
    let told = of_file(&desk, &[&asked[..], &["--working", "mon-sun"]].concat());
    assert!(told["basis"].as_str().unwrap().contains("Assumed: "), "{told}");
    assert_eq!(of_file(&desk, &[&asked[..], &["--in-progress", "half"]].concat())["when"], plain["when"]);
}

#[test]
fn a_second_opinion_gives_both_methods_and_how_they_differ() {
    let desk = Desk::empty();
    let file = desk.write("w.csv", WEEKS);
    let asked = ["forecast", "--throughput", &file, "--as-of", "2026-03-30", "--items", "20"];
    let plain = of_file(&desk, &asked);
    let replay = of_file(&desk, &[&asked[..], &["--method", "replay"]].concat());
    let both = of_file(&desk, &[&asked[..], &["--second-opinion"]].concat());
    assert_eq!(both["opinions"]["default"]["when"], plain["when"]);
    assert_eq!(both["opinions"]["replay"]["when"], replay["when"]);
    let difference = both["opinions"]["difference"].as_str().unwrap();
    assert!(difference.contains("replay the past"), "{difference}");
    assert_eq!(both["when"], plain["when"]);
    let text = desk.bare(&[&asked[..], &["--second-opinion"]].concat()).out;
    assert!(text.contains(difference) && text.contains(plain["basis"].as_str().unwrap()), "{text}");
}

/// A calendar file of whole days: first day, the day after the last, name.
fn calendar(events: &[(&str, &str, &str)]) -> String {
    let event = |(first, end, name): &(&str, &str, &str)| {
        format!(
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:{first}\nDTEND;VALUE=DATE:{end}\nSUMMARY:{name}\nEND:VEVENT\n"
        )
    };
    let events: String = events.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n")
}

#[test]
fn a_question_is_about_a_selection_a_goal_a_slice_or_a_filter() {
    let desk = steady();
    let items = |arguments: &[&str]| desk.json(&[&["forecast"], arguments].concat())["when"]["items"].clone();
    assert_eq!(items(&["--item", "O-1", "O-4"]), 5, "down to the last of them");
    assert_eq!(items(&["--item", "O-1", "--item", "T-1"]), 6);
    assert_eq!(items(&["--filter", "open 3"]), 4);
    desk.ok(&["slice", "add", "Spring"]);
    desk.ok(&["edit", "O-6", "slice=spring"]);
    let slice = desk.json(&["forecast", "--slice", "Spring"]);
    assert_eq!((&slice["when"]["items"], &slice["name"]), (&json!(7), &json!("Spring")));
    assert!(desk.refused(&["forecast", "--goal"]).contains("no current Product Goal"));
    assert!(desk.refused(&["forecast", "--goal", "7"]).contains("no goal “7”"));
    assert!(desk.refused(&["forecast", "--slice", "Autumn"]).contains("no slice “Autumn”"));
    assert!(desk.refused(&["forecast", "--filter", "nobody"]).contains("No open item passes"));
    assert_eq!(desk.run(&["forecast", "--slice", "Spring", "--items", "3"]).code, 2);

    let sample = Desk::empty();
    sample.json(&["init", "--sample"]);
    let item = &sample.json(&["list"])[0]["id"].to_string();
    sample.ok(&["edit", item, "goal=current"]);
    let goal = sample.json(&["forecast", "--goal"]);
    assert!(!goal["name"].as_str().unwrap().is_empty());
    assert_eq!(goal["when"], sample.json(&["forecast", "--goal", "current"])["when"]);
    assert!(goal["when"]["p85"].is_string(), "{goal}");
}

#[test]
fn the_answer_is_drawn_and_nothing_is_written_over_unasked() {
    let desk = steady();
    let file = desk.path("b.svg");
    let file = file.to_str().unwrap();
    desk.ok(&["forecast", "--item", "O-4", "--chart", file]);
    let drawn = std::fs::read_to_string(file).unwrap();
    assert!(drawn.starts_with("<svg") && drawn.contains("Open 4"), "{drawn}");
    let said = desk.refused(&["forecast", "--item", "O-5", "--chart", file]);
    assert!(said.contains("It was not touched") && said.contains("--force"), "{said}");
    assert_eq!(std::fs::read_to_string(file).unwrap(), drawn);
    desk.ok(&["forecast", "--item", "O-5", "--chart", file, "--force"]);
    assert_ne!(std::fs::read_to_string(file).unwrap(), drawn);
    assert!(desk.refused(&["forecast", "--chart", "b.png"]).contains(".svg"));

    let then = ["forecast", "--item", "O-5", "--as-of", "2027-01-04", "--chart", file, "--force"];
    let sentence = desk.json(&then)["sentence"].as_str().unwrap().to_owned();
    assert!(std::fs::read_to_string(file).unwrap().contains(&sentence), "{sentence}");

    let run = desk.json(&["chart", "throughput", "t.svg", "--window", "8"]);
    assert!(desk.path("t.svg").exists());
    assert_eq!(
        run["rows"].as_array().unwrap()[0].as_array().unwrap().len(),
        run["columns"].as_array().unwrap().len()
    );
    assert!(desk.refused(&["chart", "throughput", "t.svg"]).contains("It was not touched"));
    for name in ["calibration", "cycle-time", "ageing", "flow"] {
        let drawn = desk.json(&["chart", name, &format!("{name}.svg")]);
        assert!(!drawn["sentence"].as_str().unwrap().is_empty(), "{name}");
        assert!(std::fs::read_to_string(desk.path(&format!("{name}.svg"))).unwrap().starts_with("<svg"));
    }
    let text = desk.ok(&["chart", "burn-up", "u.svg", "--item", "O-1", "--size", "300x200"]);
    assert!(text.starts_with("Drew "), "{text}");
    assert!(std::fs::read_to_string(desk.path("u.svg")).unwrap().contains("300"));
    assert!(desk.refused(&["chart", "goal-progress", "g.svg"]).contains("Product Goal"));
}

#[test]
fn a_product_is_backtested_on_its_own_past_with_scores_side_by_side() {
    let desk = Desk::empty();
    let mut text = "week,throughput\n".to_owned();
    let first: chrono::NaiveDate = "2025-01-06".parse().unwrap();
    for week in 0..40_u64 {
        text.push_str(&format!("{},{}\n", first + chrono::Days::new(7 * week), week * 7 % 5 + 1));
    }
    let file = desk.write("b.csv", text);
    let options = ["--window", "8", "--horizons", "4,8", "--every", "2"];
    let of_file = of_file(&desk, &[&["backtest", "--throughput", &file][..], &options].concat());
    desk.ok(&["init"]);
    desk.ok(&["import", "--throughput", &file]);
    let own = desk.json(&[&["backtest"][..], &options].concat());
    assert_eq!(own, of_file);

    let scores = desk.json(&[&["backtest", "--scores"][..], &options].concat());
    let scores = scores.as_array().unwrap();
    let methods: Vec<(&str, u64)> = scores
        .iter()
        .map(|score| (score["method"].as_str().unwrap(), score["horizon_weeks"].as_u64().unwrap()))
        .collect();
    assert_eq!(methods, [("default", 4), ("replay", 4), ("default", 8), ("replay", 8)]);
    let four: Vec<&Value> = own.as_array().unwrap().iter().filter(|row| row["horizon_weeks"] == 4).collect();
    let held = four.iter().filter(|row| row["actual"].as_u64() >= row["at_least"]["85"].as_u64()).count();
    assert_eq!(scores[0]["count"], four.len());
    close(&scores[0]["coverage"]["85"], held as f64 / four.len() as f64);
    assert!(scores.iter().all(|score| score["pinball"].as_f64() > Some(0.0)));
    assert!(desk.ok(&[&["backtest", "--scores"][..], &options].concat()).contains("replay"));
    let none = Desk::with(&["A"]).json(&["backtest", "--scores"]);
    assert_eq!((&none[0]["count"], &none[0]["coverage"]), (&json!(0), &Value::Null));
}

#[test]
fn what_is_not_forecastable_is_null_with_a_note() {
    let desk = Desk::empty();
    let file = desk.write("w.csv", WEEKS);
    let asked = ["forecast", "--throughput", &file, "--as-of", "2026-03-30"];
    let told = of_file(&desk, &[&asked[..], &["--items", "100000", "--by", "2036-01-01"]].concat());
    assert_eq!(told["when"]["p50"], Value::Null);
    assert_eq!((&told["how_many"], &told["likelihood"]), (&Value::Null, &Value::Null));
    assert!(column_of(&told["notes"]).iter().any(|note| note.contains("two years")), "{told}");

    let none = desk.write("n.csv", "week,throughput\n2026-01-05,0\n2026-01-12,0\n");
    let told = of_file(&desk, &["forecast", "--throughput", &none, "--items", "3", "--as-of", "2026-01-19"]);
    assert_eq!((&told["fit"], &told["when"]), (&Value::Null, &Value::Null));
    assert!(told["sentence"].as_str().unwrap().starts_with("No forecast"));
}

fn column_of(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// Forty items, twenty of them done over ten weeks, two each Wednesday.
fn steady() -> Desk {
    let desk = Desk::new();
    let mut file = "Title,State,Done,ID,Parent\n".to_owned();
    let first: chrono::NaiveDate = "2026-09-16".parse().unwrap();
    for number in 0..20_u64 {
        let day = first + chrono::Days::new(7 * (number / 2));
        file.push_str(&format!("Done {number},Done,{day},D-{number},\n"));
    }
    file.push_str("Theme,To Do,,T-1,\n");
    for number in 0..8 {
        let parent = if number == 2 || number == 5 { "T-1" } else { "" };
        file.push_str(&format!("Open {number},To Do,,O-{number},{parent}\n"));
    }
    let file = desk.write("steady.csv", file);
    desk.ok(&["import", &file]);
    desk
}

#[test]
fn an_item_has_the_dates_of_its_place_and_a_container_those_of_its_last_part() {
    let desk = steady();
    let list = desk.json(&["list"]);
    assert_eq!(list.as_array().unwrap().len(), 8);
    let third = desk.json(&["forecast", "--item", "O-2"]);
    assert_eq!(third["when"]["items"], 3);
    assert_eq!((&third["when"]["p50"], &third["when"]["p85"]), (&list[2]["p50"], &list[2]["p85"]));
    assert_eq!(list[2]["part_of"], "T-1");
    let theme = desk.json(&["forecast", "--item", "T-1"]);
    assert_eq!(theme["when"]["items"], 6);
    let all = desk.json(&["list", "--all"]);
    let theme = all.as_array().unwrap().iter().find(|item| item["external_id"] == "T-1").unwrap();
    assert_eq!((&theme["position"], &theme["p85"]), (&Value::Null, &list[5]["p85"]));

    assert_eq!(desk.json(&["forecast"])["when"]["items"], 8, "all open items");
    let done = desk.json(&["forecast", "--item", "D-0"]);
    assert_eq!(done["when"], Value::Null);
    assert_eq!(done["sentence"], "“Done 0” is Done since 2026-09-16.");
    assert!(desk.refused(&["forecast", "--item", "X-9"]).contains("no item X-9"));
}

#[test]
fn dates_can_be_told_as_of_another_day() {
    let desk = steady();
    let earlier = desk.json(&["list", "--as-of", "2026-11-02"]);
    let now = desk.json(&["list"]);
    assert!(earlier[0]["p85"].as_str() < now[0]["p85"].as_str());
    assert!(earlier[0]["p50"].as_str() >= Some("2026-11-02"));
}

#[test]
fn a_throughput_history_comes_into_the_product() {
    let desk = steady();
    let before = desk.json(&["forecast"]);
    let file = desk.write("t.csv", "date,count\n2026-10-05,4\n2026-10-20,3\n2026-11-22,9\n");
    assert!(desk.refused(&["import", &file]).contains("import --throughput"));
    let rows = desk.content();
    let tried = desk.json(&["import", "--throughput", &file, "--dry-run"]);
    assert_eq!(desk.content(), rows);
    let done = desk.json(&["import", &file, "--throughput"]);
    assert_eq!(done, tried);
    assert_eq!((&done["format"], &done["finished"]), (&json!("throughput"), &json!(16)));
    assert_ne!(desk.json(&["forecast"])["fit"], before["fit"]);
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["forecast"]), before);
}

#[test]
fn a_backtest_asks_on_mondays_with_the_past_alone() {
    let desk = Desk::empty();
    let mut text = "week,throughput\n".to_owned();
    let first: chrono::NaiveDate = "2025-01-06".parse().unwrap();
    for week in 0..40_u64 {
        text.push_str(&format!("{},{}\n", first + chrono::Days::new(7 * week), week * 7 % 5 + 1));
    }
    let ask = |text: &str| {
        let file = desk.write("b.csv", text);
        of_file(
            &desk,
            &["backtest", "--throughput", &file, "--window", "8", "--horizons", "4,8,13", "--every", "4"],
        )
    };
    let rows = ask(&text);
    assert_eq!((&rows[0]["as_of"], &rows[0]["horizon_weeks"]), (&json!("2025-03-03"), &json!(4)));
    let mut names: Vec<&str> = rows[0]["at_least"].as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["50", "70", "85", "95"]);
    let mut days = column(&rows, "as_of");
    days.dedup();
    assert_eq!(days[..3], ["2025-03-03", "2025-03-31", "2025-04-28"]);
    // Weeks 9 to 12 of the history.
    assert_eq!(rows[0]["actual"], (8..12).map(|week| week * 7 % 5 + 1).sum::<u64>());

    let later = ask(&text.replace("2025-09-29,", "2025-09-29,5"));
    for (row, other) in rows.as_array().unwrap().iter().zip(later.as_array().unwrap()) {
        assert_eq!(row["at_least"], other["at_least"], "{}", row["as_of"]);
    }
}

#[test]
fn the_85_percent_holds_on_real_histories() {
    for name in [
        "alphagov__govuk-frontend-items.csv",
        "ministryofjustice__hmpps-interventions-service-items.csv",
        "casey__just-daily.csv",
    ] {
        let Some(file) = shared(&format!("throughput/{name}")) else { continue };
        let desk = Desk::empty();
        let rows = of_file(
            &desk,
            &["backtest", "--throughput", &file, "--window", "26", "--horizons", "4,8,13", "--every", "4"],
        );
        let rows = rows.as_array().unwrap();
        let held = rows.iter().filter(|row| row["actual"].as_u64() >= row["at_least"]["85"].as_u64()).count();
        let share = held as f64 / rows.len() as f64;
        assert!((0.8..=0.95).contains(&share), "{name}: {share}");
        let monday = |row: &Value| {
            let day: chrono::NaiveDate = row["as_of"].as_str().unwrap().parse().unwrap();
            chrono::Datelike::weekday(&day) == chrono::Weekday::Mon
        };
        assert!(rows.iter().all(monday), "{name}");
    }
}
