//! What the charts of the invented product look like.

mod samples;

use cairn_charts::*;
use chrono::Days;
use samples::*;

/// Writes every chart to `target/charts`, to be looked at.
#[test]
#[ignore = "writes pictures for people"]
fn samples_are_written() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/charts");
    std::fs::create_dir_all(folder).unwrap();
    for (width, height) in [(900, 420), (440, 260)] {
        for (name, scene) in all(Size::new(width, height)) {
            std::fs::write(format!("{folder}/{name}-{width}.svg"), svg(&scene)).unwrap();
        }
    }
}

/// The marks of a kind, one a line, as they stand in the file.
fn elements(scene: &Scene, has: &str) -> Vec<String> {
    svg(scene).lines().filter(|line| line.contains(has)).map(str::to_owned).collect()
}

/// Where a text stands.
fn place_of(scene: &Scene, wanted: &str) -> Option<Point> {
    scene.marks.iter().find_map(|mark| match mark {
        Mark::Text { x, y, text, .. } if text == wanted => Some((*x, *y)),
        _ => None,
    })
}

fn key_dots(scene: &Scene) -> Vec<(Role, Point)> {
    let dots = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Circle { x, y, fill, radius, .. } if *radius >= 4.0 => Some((*fill, (*x, *y))),
        _ => None,
    });
    dots.collect()
}

fn paths(scene: &Scene, role: Role, width: f64) -> Vec<&[Point]> {
    let paths = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Path { points, stroke } if stroke.role == role && stroke.width == width => Some(&points[..]),
        _ => None,
    });
    paths.collect()
}

#[test]
fn the_dots_sit_where_the_lines_cross_the_target() {
    let scene = burn_up().scene(Size::new(900, 420), &words);
    let target = paths(&scene, Role::Ink2, 1.25)[0];
    let [(open, fifty), (full, sure)] = key_dots(&scene)[..] else { panic!("two dots") };
    assert_eq!((open, full), (Role::Surface, Role::Tarn));
    assert!(fifty.1 == target[0].1 && sure.1 == target[0].1);
    assert!(paths(&scene, Role::Tarn, 2.0)[0].contains(&fifty));
    assert!(paths(&scene, Role::Tarn, 1.5)[0].contains(&sure));
    // Both are dropped to the axis, with their days beside the line.
    let drops = paths(&scene, Role::Tarn, 1.0);
    let bottom = target_bottom(&scene);
    assert_eq!(drops, [[fifty, (fifty.0, bottom)], [sure, (sure.0, bottom)]]);
    assert_eq!(place_of(&scene, "20 Jan"), Some((fifty.0 - 5.0, bottom - 8.0)));
    assert_eq!(place_of(&scene, "29 Jan"), Some((sure.0 + 5.0, bottom - 8.0)));
}

/// Where the axis of days lies.
fn target_bottom(scene: &Scene) -> f64 {
    scene.height - 40.0
}

#[test]
fn how_much_is_read_off_at_the_day_asked_about() {
    let scene = how_much().scene(Size::new(900, 420), &words);
    let day = paths(&scene, Role::Way, 1.25)[0];
    let dots = key_dots(&scene);
    assert!(dots.len() == 2 && dots.iter().all(|(_, (x, _))| *x == day[0].0));
    assert!(dots[0].1.1 < dots[1].1.1, "more items at 50% than at 85%");
    for text in ["15 Jan", "50%: 16 or more", "85%: 13 or more"] {
        assert!(place_of(&scene, text).is_some(), "{text}");
    }
}

#[test]
fn the_target_may_be_reached_or_out_of_sight() {
    let dots = |items: u32| {
        let target = Some(Target { name: "All of it".into(), items, days: Vec::new() });
        key_dots(&BurnUp { target, ..burn_up() }.scene(Size::new(900, 420), &words)).len()
    };
    assert_eq!([dots(57), dots(122), dots(100_000)], [0, 2, 0]);
}

#[test]
fn a_later_day_that_is_read_off_widens_the_axis() {
    let chart = BurnUp { until: day("2026-12-01"), ..burn_up() };
    let scene = chart.scene(Size::new(900, 420), &words);
    let (_, (x, _)) = key_dots(&scene)[1];
    assert!(place_of(&scene, "29 Jan").is_some() && x < 900.0);
}

#[test]
fn the_run_chart_shades_its_window_and_leaves_the_running_week_open() {
    let scene = run_chart().scene(Size::new(440, 260), &words);
    let shaded = scene.marks.iter().filter(|mark| matches!(mark, Mark::Rect { fill: Role::Sunken, .. }));
    let [window] = shaded.map(Mark::bounds).collect::<Vec<_>>()[..] else { panic!("one window") };
    let dots = |role| {
        scene.marks.iter().filter(move |mark| matches!(mark, Mark::Circle { fill, .. } if *fill == role))
    };
    assert_eq!((dots(Role::Ink4).count(), dots(Role::Ink).count(), dots(Role::Surface).count()), (12, 16, 1));
    let shaded =
        dots(Role::Ink).map(Mark::bounds).all(|dot| window.left < dot.left && dot.right < window.right);
    let bare = dots(Role::Ink4).map(Mark::bounds).all(|dot| dot.right < window.left);
    assert!(shaded && bare, "{window:?}");
    let [median] = paths(&scene, Role::Tarn, 1.5)[..] else { panic!("one median") };
    let y_of = |count: &str| place_of(&scene, count).unwrap().1;
    assert!((median[0].1 - (y_of("2") + y_of("4")) / 2.0 - (y_of("4") - y_of("2")) / 4.0 + 4.0).abs() < 0.2);

    let shifted = RunChart { shift: Some(Shift { weeks: 7, above: true }), ..run_chart() };
    let scene = shifted.scene(Size::new(300, 220), &words);
    assert!(place_of(&scene, "shift: 7 weeks above the median").is_some());
}

#[test]
fn an_item_older_than_usual_stands_out() {
    let scene = age().scene(Size::new(440, 260), &words);
    let lichen: Vec<Point> =
        key_dots(&scene).into_iter().filter(|(fill, _)| *fill == Role::Lichen).map(|(_, at)| at).collect();
    let (x, y) = place_of(&scene, "240").unwrap();
    assert_eq!(lichen, [(x - 9.0, y - 4.0)]);
    assert_eq!(elements(&scene, "font-weight=\"600\"").len(), 1);
}

#[test]
fn the_flow_stacks_done_at_the_bottom() {
    let scene = flow().scene(Size::new(440, 260), &words);
    let heights =
        ["done 101", "in Sprint 7", "ready 15", "talking 22"].map(|name| place_of(&scene, name).unwrap().1);
    assert!(heights.is_sorted_by(|below, above| below > above), "{heights:?}");
    let areas: Vec<Role> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Area { fill, .. } => Some(*fill),
            _ => None,
        })
        .collect();
    assert_eq!(areas, [Role::Moss5, Role::Tarn3, Role::Press, Role::Lichen5]);
}

#[test]
fn calibration_fills_the_dot_of_the_percentage_in_use() {
    let scene = calibration().scene(Size::new(440, 260), &words);
    let full: Vec<Point> =
        key_dots(&scene).into_iter().filter(|(fill, _)| *fill == Role::Tarn).map(|(_, at)| at).collect();
    let (x, _) = place_of(&scene, "85").unwrap();
    assert!(full.len() == 1 && full[0].0 == x);
    assert_eq!(scene.table.rows[2], ["85%", "20 of 23", "76–94%"]);

    let none = Said { percent: 60, came_true: 0, forecasts: 0, interval: (0.0, 0.0) };
    let scene = Calibration { levels: vec![none], ..calibration() }.scene(Size::new(440, 260), &words);
    assert_eq!((key_dots(&scene).len(), scene.table.rows.len()), (0, 1));
}

/// The dots of a role, as they stand.
fn dots(scene: &Scene, role: Role) -> Vec<Point> {
    key_dots(scene).into_iter().filter(|(fill, _)| *fill == role).map(|(_, at)| at).collect()
}

#[test]
fn the_way_to_a_goal_leads_from_the_last_reading_to_the_target() {
    let scene = progress().scene(Size::new(900, 420), &words);
    let ([now], [aim]) = (&dots(&scene, Role::Moss)[..], &dots(&scene, Role::Way)[..]) else {
        panic!("a dot each")
    };
    let measured = paths(&scene, Role::Moss, 2.5)[0];
    assert_eq!((measured.len(), measured.last()), (13, Some(now)));
    assert_eq!(paths(&scene, Role::Ink4, 1.5), [[*now, *aim]]);
    assert_eq!(place_of(&scene, "54%"), Some((now.0, now.1 - 10.0)));
    assert_eq!(place_of(&scene, "70%"), Some((aim.0 + 9.0, aim.1 - 3.0)));
    assert_eq!(place_of(&scene, "by 26 Mar"), Some((aim.0 + 9.0, aim.1 + 11.0)));
    assert_eq!(place_of(&scene, "38%"), Some((measured[0].0, measured[0].1 - 8.0)));
    // Days are even: 214 of 326 days from the baseline to the target are over today.
    let (x, _) = place_of(&scene, "today").unwrap();
    assert!((x - measured[0].0 - (aim.0 - measured[0].0) * 214.0 / 326.0).abs() < 0.2);
    assert_eq!(scene.table.rows[0], ["4 May", "38%", "start"]);
    assert_eq!(scene.table.rows[12], ["29 Nov", "54%", ""]);
    assert_eq!(scene.table.rows[13], ["26 Mar", "70%", "target"]);
}

#[test]
fn a_measure_that_should_fall_leads_down() {
    let readings = vec![measured("2026-06-01", 9.5), measured("2026-11-01", 6.0)];
    let (baseline, target) = (endpoint(10.0, Some("2026-05-01")), endpoint(2.0, Some("2027-01-01")));
    let chart = Progress { readings, baseline: Some(baseline), target: Some(target), ..progress() };
    let scene = chart.scene(Size::new(440, 260), &words);
    let (now, aim) = (dots(&scene, Role::Moss)[0], dots(&scene, Role::Way)[0]);
    assert!(aim.1 > now.1 && aim.0 > now.0);
    assert_eq!(place_of(&scene, "6%"), Some((now.0, now.1 + 18.0)));
}

#[test]
fn a_target_without_a_day_is_a_level_and_a_past_one_has_no_way_back() {
    let target = |by: Option<&str>| {
        let chart = Progress { target: Some(endpoint(70.0, by)), ..progress() };
        chart.scene(Size::new(440, 260), &words)
    };
    let level = target(None);
    let [line] = paths(&level, Role::Ink2, 1.25)[..] else { panic!("one level") };
    assert!(line[0].1 == line[1].1 && place_of(&level, "70%").is_some());
    assert!(dots(&level, Role::Way).is_empty() && paths(&level, Role::Ink4, 1.5).is_empty());

    let past = target(Some("2026-09-01"));
    let (now, aim) = (dots(&past, Role::Moss)[0], dots(&past, Role::Way)[0]);
    assert!(aim.0 < now.0 && paths(&past, Role::Ink4, 1.5).is_empty());
    assert!(place_of(&past, "by 1 Sep").is_some());
}

#[test]
fn a_goal_that_was_hardly_measured_shows_what_there_is() {
    let none = Progress { readings: Vec::new(), baseline: None, target: None, ..progress() };
    assert!(none.scene(Size::new(440, 260), &words).marks.is_empty());

    let baseline = Progress { readings: Vec::new(), ..progress() }.scene(Size::new(440, 260), &words);
    let (start, aim) = (dots(&baseline, Role::Moss)[0], dots(&baseline, Role::Way)[0]);
    assert_eq!(paths(&baseline, Role::Ink4, 1.5), [[start, aim]]);
    assert!(place_of(&baseline, "38%").is_some() && paths(&baseline, Role::Moss, 2.5).is_empty());

    let undated = Progress { baseline: Some(endpoint(38.0, None)), ..progress() };
    let scene = undated.scene(Size::new(440, 260), &words);
    let [level] = paths(&scene, Role::Line, 1.0)[..] else { panic!("one level") };
    assert!(level[0].1 == level[1].1 && place_of(&scene, "38%").is_some());
    assert_eq!(scene.table.rows[0], ["", "38%", "start"]);

    let readings = vec![measured("2026-12-04", 0.0)];
    let one = Progress { readings, ..none }.scene(Size::new(440, 260), &words);
    assert_eq!((dots(&one, Role::Moss).len(), one.table.rows.len()), (1, 1));
    assert!(place_of(&one, "0%").is_some());
}

#[test]
fn thousands_of_readings_keep_their_ends_and_their_peak() {
    let readings: Vec<Measured> = (0..2_000)
        .map(|at| Measured {
            day: day("2020-06-01") + Days::new(at),
            ..measured("2020-06-01", if at == 1_001 { 99.0 } else { (at % 7) as f64 })
        })
        .collect();
    let chart = Progress { readings, baseline: None, target: None, ..progress() };
    let scene = chart.scene(Size::new(300, 200), &words);
    let line = paths(&scene, Role::Moss, 2.5)[0];
    assert!(line.len() < 1_000 && line.last() == dots(&scene, Role::Moss).first());
    let highest = line.iter().map(|(_, y)| *y).fold(f64::INFINITY, f64::min);
    assert_eq!(line.iter().filter(|(_, y)| *y == highest).count(), 1);
    assert_eq!(scene.table.rows.len(), 2_000);
}

/// The bars on the tracks, from the oldest.
fn bars(scene: &Scene) -> Vec<(Role, Bounds)> {
    let bars = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Rect { fill, .. } if *fill != Role::Sunken => Some((*fill, mark.bounds())),
        _ => None,
    });
    bars.collect()
}

#[test]
fn the_bars_of_a_forecast_lie_on_one_line_of_days() {
    let scene = ranges().scene(Size::new(680, 140), &words);
    let [(old, then), (new, now)] = bars(&scene)[..] else { panic!("two bars") };
    assert_eq!((old, new), (Role::Ink4, Role::Tarn2));
    // 29 Jan to 15 Feb are 17 days, 25 Jan to 10 Feb 16, and the second begins 4 days earlier.
    let a_day = (then.right - then.left) / 17.0;
    assert!((now.right - now.left - 16.0 * a_day).abs() < 0.3);
    assert!((then.left - now.left - 4.0 * a_day).abs() < 0.3);
    let ends = [(Role::Ink3, then), (Role::Tarn, now)];
    for (role, bar) in ends {
        let [end] = paths(&scene, role, 2.0)[..] else { panic!("one sure end") };
        assert!((end[0].0 - bar.right).abs() < 0.2 && end[0].0 == end[1].0);
    }
    for text in ["20 Nov, last Review", "Today", "85% by 15 Feb", "85% by 10 Feb"] {
        assert!(place_of(&scene, text).is_some(), "{text}");
    }
    assert_eq!(scene.table.columns, ["ToldOn", "50%", "85%", "Forecast"]);
    assert_eq!(scene.table.rows[1], ["Today", "25 Jan", "10 Feb", "85% by 10 Feb"]);
}

#[test]
fn a_forecast_that_has_no_range_has_no_bar() {
    let mut chart = ranges();
    chart.rows[0].days = None;
    chart.rows[1].days = Some((day("2027-02-10"), day("2027-02-10")));
    let scene = chart.scene(Size::new(440, 140), &words);
    assert!(bars(&scene).is_empty());
    assert_eq!((paths(&scene, Role::Tarn, 2.0).len(), paths(&scene, Role::Ink3, 2.0).len()), (1, 0));
    assert_eq!(scene.table.rows[0][1..3], ["", ""]);

    chart.rows.iter_mut().for_each(|row| row.days = None);
    let scene = chart.scene(Size::new(440, 140), &words);
    assert!(place_of(&scene, "Today").is_some() && paths(&scene, Role::Line2, 1.0).is_empty());
}

#[test]
fn of_many_told_forecasts_the_newest_are_drawn() {
    let mut chart = ranges();
    let old = chart.rows[0].clone();
    chart.rows.splice(0..1, (0..40).map(|at| Range { name: format!("told {at}"), ..old.clone() }));
    let scene = chart.scene(Size::new(440, 140), &words);
    assert!(place_of(&scene, "Today").is_some() && place_of(&scene, "told 39").is_some());
    assert!(place_of(&scene, "told 0").is_none());
    assert_eq!(scene.table.rows.len(), 41);
}

#[test]
fn breaks_are_hatched_in_every_chart_of_the_work() {
    for (name, scene) in all(Size::new(900, 420)) {
        let of_work = !["age", "calibration", "progress", "ranges"].contains(&name);
        let hatched = scene.marks.iter().any(|mark| matches!(mark, Mark::Hatch { .. }));
        assert!(hatched == of_work, "{name}");
    }
}

#[test]
fn a_file_stands_alone_and_its_texts_are_safe() {
    let mut chart = age();
    chart.caption = caption("A & B", "<script>alert(1)</script>\u{0}");
    chart.stages[0].name = "</text><a>".into();
    chart.stages[0].usual = None;
    chart.stages.truncate(1);
    let file = svg(&chart.scene(Size::new(320, 140), &words));
    let (head, body) = file.split_once("<style>").unwrap();
    assert_eq!(
        head,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height=\"140\" viewBox=\"0 0 320 140\" \
         role=\"img\" font-family=\"Inter, system-ui, sans-serif\" font-size=\"11\">\n\
         <title>A &amp; B</title>\n<desc>&lt;script&gt;alert(1)&lt;/script&gt;</desc>\n"
    );
    let (style, body) = body.split_once("</style>\n").unwrap();
    assert!(style.starts_with("@media (prefers-color-scheme: dark) {.f-surface{fill:#181e1d}"));
    let expected = r##"<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" class="s-line-2" stroke="#d3dad7" stroke-width="1"/></pattern>
<rect width="100%" height="100%" class="f-surface" fill="#ffffff"/>
<rect x="17" y="24" width="295" height="92" class="f-sunken" fill="#f0f3f2"/>
<polyline points="17,116 312,116" fill="none" stroke-linejoin="round" class="s-line" stroke="#e4e9e7" stroke-width="1"/>
<polyline points="17,70 312,70" fill="none" stroke-linejoin="round" class="s-line" stroke="#e4e9e7" stroke-width="1"/>
<polyline points="17,24 312,24" fill="none" stroke-linejoin="round" class="s-line" stroke="#e4e9e7" stroke-width="1"/>
<circle cx="164.5" cy="24" r="4.5" class="f-tarn s-surface" fill="#1c5f86" stroke="#ffffff" stroke-width="1"/>
<text x="9" y="120" text-anchor="end" class="f-ink-3" fill="#5f6c67">0</text>
<text x="9" y="74" text-anchor="end" class="f-ink-3" fill="#5f6c67">1</text>
<text x="9" y="28" text-anchor="end" class="f-ink-3" fill="#5f6c67">2</text>
<text x="0" y="11" class="f-ink-3" fill="#5f6c67">days</text>
<text x="164.5" y="131" text-anchor="middle" font-weight="500" class="f-ink-2" fill="#43504b">&lt;/text&gt;&lt;a&gt;</text>
<text x="173.5" y="28" font-weight="500" class="f-ink-2" fill="#43504b">236</text>
</svg>
"##;
    assert_eq!(body, expected);
}

#[test]
fn a_line_that_ends_with_the_order_is_named_where_it_ends() {
    let mut chart = burn_up();
    chart.fan.iter_mut().for_each(|line| line.days.truncate(18));
    let scene = chart.scene(Size::new(900, 420), &words);
    let [_, (_, (x, y))] = key_dots(&scene)[..] else { panic!("two dots") };
    let named = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text { x, y, text, .. } if text == "85%" => Some((*x, *y)),
        _ => None,
    });
    assert!(named.collect::<Vec<_>>().contains(&(x + 8.0, y + 4.0)));
}

#[test]
fn without_history_the_axis_begins_at_zero() {
    let chart = BurnUp { history: Vec::new(), fan: Vec::new(), ..burn_up() };
    let scene = chart.scene(Size::new(440, 260), &words);
    assert!(place_of(&scene, "0").is_some() && key_dots(&scene).is_empty());
}

#[test]
fn no_name_of_an_item_lies_over_the_dot_of_another() {
    let items = (0..6).map(|nth| OpenItem { key: format!("LW-1{nth}0"), days: 4 }).collect();
    let stages = vec![Stage { name: "in Sprint".into(), usual: Some((10.0, 11.0)), items }];
    for width in [300, 420, 690] {
        let chart = Age { caption: Caption::default(), stages: stages.clone(), percent: 85 };
        let scene = chart.scene(Size::new(width, 220), &words);
        let (dots, names): (Vec<&Mark>, Vec<&Mark>) = scene
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Circle { .. } | Mark::Text { .. }))
            .partition(|mark| matches!(mark, Mark::Circle { .. }));
        assert_eq!(dots.len(), 6);
        for name in names {
            assert!(dots.iter().all(|dot| !dot.bounds().overlaps(&name.bounds())), "{name:?} at {width}");
        }
    }
}
