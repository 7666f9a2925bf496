//! Kept forecasts: what was said stays as it was said, and is scored on its own day.

use cairn_core::backlog::{Field, Place, State};
use cairn_core::forecast::{Assumptions, Growth, InProgress, Start, TeamChange};
use cairn_core::ids::{ForecastId, ItemId};
use cairn_core::settings::Settings;
use cairn_core::stakeholder::StakeholderFields;
use cairn_core::{About, Asked, Edit, Error, KeptForecast, Product, Standing};
use cairn_tests::*;
use chrono::{Days, NaiveDate};

/// The sample with its history, today.
fn sample() -> Product {
    Product::sample(at(TODAY)).unwrap()
}

fn at_position(product: &Product, position: usize) -> ItemId {
    product.items()[position - 1].id
}

fn about(ids: &[ItemId]) -> Asked {
    Asked { about: Some(About::Items { ids: ids.to_vec() }), by: None }
}

/// An edit that is made when its turn comes.
type Verb = Box<dyn Fn(&Product) -> Edit>;

fn keep(product: &mut Product, asked: Asked, day: &str) -> ForecastId {
    let edit =
        Edit::KeepForecast { asked, assumptions: Assumptions::default(), told: None, words: String::new() };
    ForecastId(product.apply(edit, at(day)).unwrap().created[0])
}

/// The forecast as it stands on a day.
fn on(product: &mut Product, id: ForecastId, day: NaiveDate) -> KeptForecast {
    let kept = product.load(at(&day.to_string())).unwrap().kept;
    kept.into_iter().find(|kept| kept.id == id).unwrap()
}

fn level(kept: &KeptForecast, percent: u8) -> cairn_core::KeptLevel {
    *kept.levels.iter().find(|level| level.percent == percent).unwrap()
}

fn held(kept: &KeptForecast) -> Vec<Option<bool>> {
    kept.levels.iter().map(|level| level.held).collect()
}

#[test]
fn what_is_kept_is_what_the_finish_table_says_and_stays_so() {
    let mut product = sample();
    let item = at_position(&product, 12);
    let id = keep(&mut product, about(&[item]), TODAY);
    let kept = on(&mut product, id, day(TODAY));
    for percent in [50, 70, 85, 95] {
        assert_eq!(level(&kept, percent).day, product.finish().date_at(percent, 12), "{percent}");
    }
    assert_eq!(
        (kept.standing.clone(), kept.alert.clone(), held(&kept)),
        (Standing::Open, None, vec![None; 4])
    );
    product
        .apply(Edit::MoveItems { ids: vec![item], place: Place::Bottom, reason: String::new() }, at(TODAY))
        .unwrap();
    let later = on(&mut product, id, day(TODAY));
    assert_eq!((&later.sentence, &later.levels), (&kept.sentence, &kept.levels));
    assert!(later.alert.unwrap().contains("later"));
    let moved = product.moved_since(id).unwrap().unwrap();
    assert!(moved.contains("through the order") && !moved.contains("closed days"), "{moved}");
}

#[test]
fn each_level_is_scored_on_its_own_day_and_never_early() {
    let mut product = sample();
    let item = at_position(&product, 8);
    let id = keep(&mut product, about(&[item]), TODAY);
    let said = on(&mut product, id, day(TODAY));
    let (even, sure) = (level(&said, 50).day.unwrap(), level(&said, 85).day.unwrap());
    let between = even + Days::new(1);
    assert!(between < sure);
    assert_eq!(held(&on(&mut product, id, even)), [None; 4]);
    assert_eq!(level(&on(&mut product, id, between), 50).held, Some(false));
    assert_eq!(level(&on(&mut product, id, between), 85).held, None);
    let done = Edit::FinishItems { ids: vec![item], on: between };
    product.apply(done, at(&between.to_string())).unwrap();
    let kept = on(&mut product, id, between);
    assert_eq!(kept.standing, Standing::Happened { on: between });
    assert_eq!((level(&kept, 50).held, level(&kept, 85).held), (Some(false), None));
    let kept = on(&mut product, id, sure + Days::new(1));
    assert_eq!((level(&kept, 50).held, level(&kept, 85).held), (Some(false), Some(true)));
}

#[test]
fn an_item_that_is_gone_voids_its_forecast_and_undo_brings_it_back() {
    for removal in [
        |id| Edit::DeleteItems { ids: vec![id] },
        |id| Edit::DeclineItems { ids: vec![id], reason: "No".into(), revisit: None, assumption: None },
    ] {
        let mut product = sample();
        let item = at_position(&product, 8);
        let id = keep(&mut product, about(&[item]), TODAY);
        product.apply(removal(item), at(TODAY)).unwrap();
        assert!(matches!(on(&mut product, id, day(TODAY)).standing, Standing::Void { .. }));
        assert_eq!(product.calibration().voids, 1);
        product.undo(at(TODAY)).unwrap();
        assert_eq!(on(&mut product, id, day(TODAY)).standing, Standing::Open);
    }
}

#[test]
fn a_count_is_counted_when_its_day_is_over() {
    let mut product = sample();
    let by = day(TODAY) + Days::new(14);
    let id = keep(&mut product, Asked { about: None, by: Some(by) }, TODAY);
    let first: Vec<ItemId> = (1..=3).map(|position| at_position(&product, position)).collect();
    let within = (day(TODAY) + Days::new(5)).to_string();
    product.apply(Edit::FinishItems { ids: first, on: day(&within) }, at(&within)).unwrap();
    assert_eq!(on(&mut product, id, by).standing, Standing::Open);
    let kept = on(&mut product, id, by + Days::new(1));
    assert_eq!(kept.standing, Standing::Counted { items: 3 });
    for level in &kept.levels {
        assert_eq!(level.held, Some(3 >= level.items.unwrap()), "{level:?}");
    }
}

#[test]
fn a_goal_a_slice_and_a_parent_are_done_with_their_last_item() {
    let mut product = sample();
    let (early, late) = (at_position(&product, 3), at_position(&product, 20));
    let goal = product.load(at(TODAY)).unwrap().goals[1].id;
    let edit = Edit::AddSlice { name: "Spring".into() };
    let slice = cairn_core::ids::SliceId(product.apply(edit, at(TODAY)).unwrap().created[0]);
    let theme = Edit::AddItems { items: vec![item("Theme")], place: Place::Bottom };
    let theme = ItemId(product.apply(theme, at(TODAY)).unwrap().created[0]);
    let changes = vec![Field::Goal(Some(goal)), Field::Slice(Some(slice)), Field::PartOf(Some(theme))];
    product.apply(Edit::ChangeItems { ids: vec![early, late], changes }, at(TODAY)).unwrap();
    for about in [
        About::Goal { id: goal },
        About::Slice { id: slice },
        About::Items { ids: vec![theme] },
        About::Items { ids: vec![late] },
        About::First { items: 20 },
    ] {
        let asked = Asked { about: Some(about.clone()), by: None };
        let forecast = product.forecast(&asked, &Assumptions::default()).unwrap();
        assert_eq!(forecast.items, 20, "{about:?}");
        let when = forecast.answer.when.unwrap();
        assert_eq!(when.days.p85, product.finish().date_at(85, 20), "{about:?}");
    }
    product.apply(Edit::RemoveSlice { id: slice }, at(TODAY)).unwrap();
    assert_eq!(product.list_item(late).unwrap().slice, None);
    let gone = Asked { about: Some(About::Slice { id: slice }), by: None };
    assert!(matches!(product.forecast(&gone, &Assumptions::default()), Err(Error::NotFound { .. })));
}

#[test]
fn whom_it_was_told_and_what_became_of_it_can_be_said_by_hand() {
    let mut product = sample();
    let person = product.stakeholders()[0].id;
    let item = at_position(&product, 8);
    let id = keep(&mut product, about(&[item]), TODAY);
    let tell = Edit::TellForecast { id, told: Some(person), words: "After New Year".into() };
    product.apply(tell, at(TODAY)).unwrap();
    let kept = on(&mut product, id, day(TODAY));
    assert_eq!((kept.told, kept.words.as_str()), (Some(person), "After New Year"));
    product.apply(Edit::RemoveStakeholder { id: person }, at(TODAY)).unwrap();
    assert_eq!(on(&mut product, id, day(TODAY)).told, None);

    let say = |standing| Edit::ResolveForecast { id, standing };
    let refused = [
        Standing::Happened { on: day(TODAY) + Days::new(1) },
        Standing::Happened { on: day(TODAY) - Days::new(1) },
        Standing::Counted { items: 3 },
        Standing::Void { reason: " ".into() },
    ];
    for standing in refused {
        let told = product.apply(say(Some(standing.clone())), at(TODAY));
        assert!(matches!(told, Err(Error::Invalid { .. })), "{standing:?}");
    }
    let void = Standing::Void { reason: "Asked for the wrong item".into() };
    product.apply(say(Some(void.clone())), at(TODAY)).unwrap();
    assert_eq!(on(&mut product, id, day(TODAY)).standing, void);
    product.apply(say(None), at(TODAY)).unwrap();
    assert_eq!(on(&mut product, id, day(TODAY)).standing, Standing::Open);
}

#[test]
fn a_page_patched_with_outcomes_shows_kept_forecasts_as_a_load_does() {
    let mut product = sample();
    let person = product.apply(
        Edit::AddStakeholder { fields: StakeholderFields { name: "Zoe".into(), ..Default::default() } },
        at(TODAY),
    );
    person.unwrap();
    let tenth = at_position(&product, 10);
    let ids = [at_position(&product, 4), tenth];
    let assumptions = Assumptions {
        growth: Growth::Range { low: 5, high: 30 },
        team: vec![TeamChange { from: day(TODAY) + Days::new(20), people: 80 }],
        start: Some(Start { earliest: day(TODAY), latest: day(TODAY) + Days::new(7) }),
        ..Assumptions::default()
    };
    let edits: Vec<Verb> = vec![
        Box::new(move |_| Edit::KeepForecast {
            asked: about(&ids),
            assumptions: assumptions.clone(),
            told: None,
            words: String::new(),
        }),
        Box::new(move |_| Edit::MoveItems { ids: vec![tenth], place: Place::Bottom, reason: String::new() }),
        Box::new(move |_| Edit::ChangeItems { ids: vec![tenth], changes: vec![Field::State(State::Done)] }),
        Box::new(move |_| Edit::DeleteItems { ids: ids.to_vec() }),
    ];
    check_edits(&mut product, edits);
}

#[test]
fn there_is_nothing_to_keep_without_a_forecast() {
    let mut empty = product("A\nB");
    let a = id(&empty, "A");
    let edit =
        |asked, assumptions| Edit::KeepForecast { asked, assumptions, told: None, words: String::new() };
    let told = empty.apply(edit(about(&[a]), Assumptions::default()), at(TODAY));
    assert!(matches!(told, Err(Error::Invalid { key: "error-nothing-to-keep", .. })));
    let mut product = sample();
    let item = at_position(&product, 3);
    let before = product.kept().len();
    let past = vec![TeamChange { from: day(TODAY) - Days::new(1), people: 50 }];
    let told =
        product.apply(edit(about(&[item]), Assumptions { team: past, ..Default::default() }), at(TODAY));
    assert!(matches!(told, Err(Error::Invalid { field: "team", .. })));
    assert_eq!(product.kept().len(), before);
}

#[test]
fn another_percentile_for_the_product_breaks_no_promise() {
    let mut product = sample();
    let item = at_position(&product, 12);
    let id = keep(&mut product, about(&[item]), TODAY);
    assert_eq!(on(&mut product, id, day(TODAY)).alert, None);
    for percentile in [60, 95] {
        let settings = Settings { percentile, ..product.settings().clone() };
        product.apply(Edit::ChangeSettings { settings }, at(TODAY)).unwrap();
        assert_eq!(on(&mut product, id, day(TODAY)).alert, None, "{percentile}");
    }
}

#[test]
fn a_clock_set_back_loses_nothing() {
    let mut product = sample();
    let item = at_position(&product, 8);
    let id = keep(&mut product, about(&[item]), TODAY);
    let said = on(&mut product, id, day(TODAY));
    let back = on(&mut product, id, day(TODAY) - Days::new(400));
    assert_eq!((back.levels, back.standing), (said.levels.clone(), Standing::Open));
    assert_eq!(on(&mut product, id, day(TODAY)), said);
}

#[test]
fn another_time_zone_across_midnight_changes_nothing_that_was_said() {
    let moment = |text: &str| text.parse::<chrono::DateTime<chrono::FixedOffset>>().unwrap();
    let mut product = sample();
    let item = at_position(&product, 8);
    let edit = Edit::KeepForecast {
        asked: about(&[item]),
        assumptions: Assumptions::default(),
        told: None,
        words: String::new(),
    };
    let id = ForecastId(product.apply(edit, moment("2026-11-26T23:30:00+01:00")).unwrap().created[0]);
    let said = on(&mut product, id, day(TODAY));
    // The same minute is the next day further east, and still the same day further west.
    for now in ["2026-11-27T07:30:00+09:00", "2026-11-26T14:30:00-08:00", "2026-11-27T00:10:00+01:00"] {
        let kept = product.load(moment(now)).unwrap().kept;
        let kept = kept.iter().find(|kept| kept.id == id).unwrap();
        assert_eq!(
            (kept.day, &kept.sentence, &kept.levels),
            (said.day, &said.sentence, &said.levels),
            "{now}"
        );
    }
    product.undo(moment("2026-11-26T14:31:00-08:00")).unwrap();
    assert!(product.kept().iter().all(|kept| kept.id != id));
}

#[test]
fn how_much_by_a_day_begins_with_what_is_in_progress() {
    let product = sample();
    let asked = Asked { about: None, by: Some(day(TODAY) + chrono::Days::new(56)) };
    let finished = Assumptions { in_progress: InProgress::Finished, ..Assumptions::default() };
    let many = |assumptions: &Assumptions| {
        let forecast = product.forecast(&asked, assumptions).unwrap();
        (forecast.in_progress, forecast.answer.how_many.unwrap().items.p85)
    };
    let (in_progress, plain) = many(&Assumptions::default());
    assert!(in_progress > 0);
    assert_eq!(many(&finished), (in_progress, plain + in_progress), "they cost nothing any more");
}
