//! The charts of a product say what its history says.

use cairn_charts::{Scene, Size};
use cairn_core::backlog::{Field, State};
use cairn_core::direction::Measure;
use cairn_core::drawings::{ToldThen, ranges};
use cairn_core::forecast::{Assumptions, Growth};
use cairn_core::ids::GoalId;
use cairn_core::{About, Asked, Chart, Edit, Product};
use cairn_tests::*;

fn drawn(product: &Product, chart: &Chart) -> Scene {
    product.chart(chart, Size::new(900, 420)).unwrap()
}

fn set(product: &mut Product, title: &str, state: State, on: &str) {
    let ids = vec![id(product, title)];
    product.apply(Edit::ChangeItems { ids, changes: vec![Field::State(state)] }, at(on)).unwrap();
}

/// The cells of a row that begins with a text.
fn row(scene: &Scene, first: &str) -> Vec<String> {
    let found = scene.table.rows.iter().find(|row| row[0] == first);
    found.unwrap_or_else(|| panic!("{first} in {:?}", scene.table)).clone()
}

#[test]
fn the_journal_knows_how_long_an_item_took_and_how_old_one_is() {
    let mut product = product("A\nB\nC");
    set(&mut product, "A", State::Ready, "2026-11-26");
    set(&mut product, "A", State::InSprint, "2026-11-30");
    set(&mut product, "B", State::InSprint, "2026-12-01");
    set(&mut product, "A", State::Done, "2026-12-03");
    product.load(at("2026-12-04")).unwrap();
    assert_eq!(row(&drawn(&product, &Chart::CycleTime), "TES-1")[1..], ["3 Dec", "4"]);
    let ageing = drawn(&product, &Chart::Ageing);
    assert_eq!(ageing.table.rows.len(), 1);
    assert!(ageing.table.rows[0].contains(&"TES-2".into()) && ageing.table.rows[0].contains(&"4".into()));
    let flow = drawn(&product, &Chart::Flow);
    assert!(flow.sentence.contains("Done 1, in Sprint 1"), "{}", flow.sentence);

    // What was undone was never entered.
    set(&mut product, "C", State::InSprint, "2026-12-04");
    assert_eq!(drawn(&product, &Chart::Ageing).table.rows.len(), 2);
    product.undo(at("2026-12-04")).unwrap();
    assert_eq!(drawn(&product, &Chart::Ageing).table.rows.len(), 1);
}

#[test]
fn the_burn_up_reads_off_the_days_of_the_answer() {
    let product = Product::sample(at(TODAY)).unwrap();
    let asked = Asked { about: Some(About::First { items: 20 }), by: None };
    for growth in [Growth::None, Growth::Range { low: 20, high: 60 }] {
        let assumptions = Assumptions { growth, ..Assumptions::default() };
        let when = product.forecast(&asked, &assumptions).unwrap().answer.when.unwrap();
        let chart = Chart::BurnUp { asked: asked.clone(), assumptions };
        let texts = format!("{:?}", drawn(&product, &chart).marks);
        for day in [when.days.p50, when.days.p85] {
            let text = day.unwrap().format("%-d %b").to_string();
            assert!(texts.contains(&format!("{text:?}")), "{text} of {growth:?} in {texts}");
        }
    }
}

#[test]
fn the_run_chart_has_a_row_for_each_week_of_the_history() {
    let product = Product::sample(at(TODAY)).unwrap();
    let scene = drawn(&product, &Chart::Throughput { assumptions: Assumptions::default() });
    let window = product.forecast(&Asked::default(), &Assumptions::default()).unwrap().answer.window;
    let inside = scene.table.rows.iter().filter(|row| row.contains(&"yes".into()));
    let counts: Vec<String> = inside.map(|row| row[1].clone()).collect();
    assert_eq!(counts, window.counts.iter().map(u32::to_string).collect::<Vec<_>>());
}

#[test]
fn the_way_to_a_goal_is_drawn_from_its_readings() {
    let mut product = product("");
    let measure = |by| Measure {
        what: "of reservations need no desk help".into(),
        unit: "%".into(),
        baseline: 38.0,
        baseline_on: None,
        target: 70.0,
        by,
    };
    let sentence = "Readers reserve without help".to_owned();
    let by = Some("2027-03-26".parse().unwrap());
    product
        .apply(Edit::AddGoal { sentence: sentence.clone(), measure: Some(measure(by)) }, at(TODAY))
        .unwrap();
    let id = product.goals().unwrap()[0].id;
    let way = |product: &Product| drawn(product, &Chart::GoalProgress { goal: id });
    assert_eq!(
        way(&product).sentence,
        "of reservations need no desk help: nothing was measured yet. It began at 38%. \
         The target is 70% by 26 March 2027."
    );
    let day = "2026-11-20".parse().unwrap();
    product.apply(Edit::AddReading { goal: id, day, value: 54.5 }, at(TODAY)).unwrap();
    let scene = way(&product);
    assert_eq!(
        scene.table.rows,
        [["", "38%", "start"], ["20 Nov", "54.5%", ""], ["26 Mar", "70%", "target"]]
    );
    assert!(scene.sentence.starts_with("54.5% of reservations need no desk help on 20 November."));
    product.apply(Edit::ChangeGoal { id, sentence, measure: None }, at(TODAY)).unwrap();
    assert_eq!(way(&product).table.rows, [["20 Nov", "54.5", ""]]);
    let gone = product.chart(&Chart::GoalProgress { goal: GoalId(99) }, Size::new(900, 420));
    assert!(gone.is_err());
}

#[test]
fn told_forecasts_are_drawn_with_what_was_said() {
    let day = |text: &str| text.parse().unwrap();
    let told = |when: &str, days| ToldThen { when: when.into(), days };
    let told = [
        told("3 Sep", None),
        told("20 Nov, last Review", Some((day("2027-01-29"), day("2027-02-15")))),
        told("Today", Some((day("2027-10-25"), day("2027-11-10")))),
    ];
    let scene = ranges("Reservations 2.0", &told, (day("2026-12-04"), 85, Size::new(680, 160)));
    assert_eq!(
        scene.sentence,
        "Reservations 2.0. 3 Sep: not forecastable. 20 Nov, last Review: 50% by 29 January 2027, \
         85% by 15 February 2027. Today: 50% by 25 October 2027, 85% by 10 November 2027."
    );
    let labels: Vec<&str> = scene.table.rows.iter().map(|row| &*row[3]).collect();
    assert_eq!(labels, ["not forecastable", "85% by 15 Feb", "85% by 10 Nov 2027"]);
}

#[test]
fn an_empty_product_draws_every_chart() {
    let product = product("");
    let none = Assumptions::default();
    for chart in [
        Chart::BurnUp { asked: Asked::default(), assumptions: none.clone() },
        Chart::Throughput { assumptions: none },
        Chart::Calibration,
        Chart::CycleTime,
        Chart::Ageing,
        Chart::Flow,
    ] {
        let scene = drawn(&product, &chart);
        assert!(!scene.title.is_empty() && !scene.sentence.contains('{'), "{chart:?}: {}", scene.sentence);
    }
}
