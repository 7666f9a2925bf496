//! The charts of a product say what its history says.

use cairn_charts::{Scene, Size};
use cairn_core::backlog::{Field, State};
use cairn_core::forecast::{Assumptions, Growth};
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
