//! Hand-made files in the shape of each tool, hostile ones, and bytes of chance.

use cairn_core::backlog::State;
use cairn_exchange::{
    CsvStyle, ExportRow, Field, Format, Import, Options, Order, read, read_throughput, read_watched,
    write_csv,
};
use chrono::{FixedOffset, NaiveDate};
use proptest::prelude::*;

fn options() -> Options {
    Options::new("export.csv", FixedOffset::east_opt(3600).unwrap())
}

fn import(text: &str) -> Import {
    read(text.as_bytes(), &options()).unwrap_or_else(|refusal| panic!("{refusal}: {text}"))
}

/// Shows an import as its tool and a line for each item: id, title, state, and what else there is.
fn show(import: &Import) -> String {
    let mut shown = format!("{:?} {:?}", import.format, import.order);
    for item in &import.backlog.items {
        let state = item.state.map_or_else(|| "-".to_owned(), |state| format!("{state:?}"));
        shown += &format!("\n{} {} {state}", item.external_id.as_deref().unwrap_or("-"), item.title);
        for (name, value) in [
            ("kind", item.kind.clone()),
            ("size", item.size.map(|size| size.to_string())),
            ("labels", (!item.labels.is_empty()).then(|| item.labels.join("+"))),
            ("in", item.parent.clone()),
            ("sprint", (!item.sprints.is_empty()).then(|| item.sprints.join("+"))),
            ("created", item.created_on.map(|day| day.to_string())),
            ("started", item.started_on.map(|day| day.to_string())),
            ("done", item.done_on.map(|day| day.to_string())),
        ] {
            if let Some(value) = value {
                shown += &format!(" {name}={value}");
            }
        }
    }
    shown
}

fn check(text: &str, expected: &str) {
    assert_eq!(show(&import(text)), expected.replace("\n            ", "\n"), "{text}");
}

#[test]
fn jira_server_names_epics_by_key_and_fills_either_points() {
    check(
        "Summary,Issue key,Issue id,Issue Type,Status,Fix Version/s,Labels,Labels,Sprint,Sprint,Created,Resolved,\
         Custom field (Epic Link),Custom field (Rank),Custom field (Story Points),Custom field (Story point estimate),Original Estimate\n\
         Second,AB-2,102,Story,In Progress,1.0,web,\"a, b\",S1,S2,03/lut/25 9:05 AM,,AB-1,0|i0000b:,,3.0,3600\n\
         First,AB-3,103,Bug,Done,,,,S1,,03/lut/25 9:05 AM,05/mar/25 1:00 PM,AB-1,0|i0000:,5.0,,\n\
         The epic,AB-1,101,Epic,To Do,,,,,,01/sty/25 9:05 AM,,,0|i0000a:,,,\n",
        "Jira Rank
            AB-3 First Done kind=bug size=5 in=AB-1 sprint=S1 created=2025-02-03 done=2025-03-05
            AB-1 The epic NeedsConversation kind=epic created=2025-01-01
            AB-2 Second InSprint kind=story size=3 labels=web+a, b in=AB-1 sprint=S1+S2 created=2025-02-03",
    );
}

#[test]
fn jira_cloud_names_parents_by_id_or_key_and_counts_by_group() {
    check(
        "Summary,Work item key,Work item id,Work Type,Status,Resolution,Created,Resolved,Parent,Parent key,Status Category,Status Category Changed\n\
         Top,K-1,10,Epic,Ideas,,22/Sep/25 9:26 AM,,,,To Do,22/Sep/25 9:26 AM\n\
         By id,K-2,11,Story,Shipped to all,,22/Sep/25 9:26 AM,,10,,Done,24/Sep/25 9:26 AM\n\
         By key,K-3,12,Story,Done,Won't Do,22/Sep/25 9:26 AM,25/Sep/25 9:26 AM,,K-1,Done,25/Sep/25 9:26 AM\n",
        "Jira File
            K-1 Top Idea kind=epic created=2025-09-22
            K-2 By id Done kind=story in=K-1 created=2025-09-22 done=2025-09-24
            K-3 By key NotDoing kind=story in=K-1 created=2025-09-22 done=2025-09-25",
    );
}

#[test]
fn jira_in_other_languages_is_jira() {
    let spanish = import(
        "Resumen,Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Creada,Actualizada,Resuelta,Campo personalizado (Rank)\n\
         Pagar,P-1,1,Historia,Finalizada,06/abr/26 9:00 AM,07/abr/26 9:00 AM,07/abr/26 9:00 AM,0|b:\n\
         Entrar,P-2,2,Error,Por hacer,06/ene/26 9:00 AM,,,0|a:\n",
    );
    assert_eq!(
        show(&spanish),
        "Jira Rank\nP-2 Entrar NeedsConversation kind=bug created=2026-01-06\n\
         P-1 Pagar Done kind=story created=2026-04-06 done=2026-04-07"
    );
    let polish = import(
        "Podsumowanie;Klucz zgłoszenia;Id. zgłoszenia;Typ zgłoszenia;Status;Utworzono;Rozwiązano;Pole niestandardowe (Story point estimate)\n\
         Płać;P-1;1;Zadanie;Gotowe;19/lip/23 9:00 AM;20/lip/23 9:00 AM;5,0\n",
    );
    assert_eq!(show(&polish), "Jira File\nP-1 Płać Done kind=task size=5 created=2023-07-19 done=2023-07-20");
    assert_eq!(polish.unknown_states, Vec::<String>::new());
}

#[test]
fn jira_list_copies_are_read_with_tabs() {
    check(
        "Key\tIssue Type\tParent\tSummary\tStatus\tAssignee\tSprint\tStart date\tDue date\n\
         L-2\tStory\tL-1\tChild\tTo Do\t\tS 3\t3/4/25\t3/9/25\nL-1\tEpic\t\tTop\tDone\t\t\t\t\n",
        "Jira File
            L-2 Child NeedsConversation kind=story in=L-1 sprint=S 3 started=2025-03-04
            L-1 Top Done kind=epic",
    );
}

#[test]
fn azure_trees_tell_parents_by_their_columns() {
    check(
        "\u{feff}ID,Work Item Type,Title 1,Title 2,Title 3,State,Tags,Closed Date,Effort\r\n\
         \"1\",\"Epic\",\"Top\",,,\"New\",\"a; b\",,\r\n\
         \"2\",\"Product Backlog Item\",,\"Child\",,\"Done\",,\"6/7/2025 2:59:28 PM\",\"3\"\r\n\
         \"3\",\"Bug\",,,\"Grandchild\",\"Removed\",,,\r\n\
         \"4\",\"Bug\",,,\"With a gap\",\"Approved\",,,\r\n\
         \"5\",\"Epic\",\"Other\",,,\"Committed\",,\"6/17/2025 2:59:28 PM\",\r\n",
        "Azure File
            1 Top NeedsConversation kind=epic labels=a+b
            2 Child Done kind=story size=3 in=1 done=2025-06-07
            3 Grandchild NotDoing kind=bug in=2
            4 With a gap Ready kind=bug in=2
            5 Other InSprint kind=epic done=2025-06-17",
    );
    check(
        "ID,Work Item Type,Title,State,Stack Rank,Iteration Path\n1,Bug,B,New,20.5,Shop\\Sprint 4\n2,Bug,A,New,3,\n",
        "Azure Number\n2 A NeedsConversation kind=bug\n1 B NeedsConversation kind=bug sprint=Sprint 4",
    );
}

/// Shows the Sprints of a file: name, first and last day.
fn sprints(text: &str) -> Vec<String> {
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "?".to_owned(), |day| day.to_string());
    let sprints = import(text).backlog.sprints;
    sprints.iter().map(|it| format!("{} {} {}", it.name, day(it.first), day(it.last))).collect()
}

#[test]
fn sprints_have_the_days_the_file_has() {
    let linear = "ID,Title,Status,Cycle Number,Cycle Name,Cycle Start,Cycle End,Created,Completed\n\
         E-1,A,Done,1,C1,Mon Mar 03 2025 00:00:00 GMT+0000 (GMT),Sun Mar 16 2025 00:00:00 GMT+0000 (GMT),,\n\
         E-2,B,Todo,2,C2,,,,\nE-3,C,Todo,3,,,,,\nE-4,D,Todo,,,,,,\n";
    assert_eq!(sprints(linear), ["C1 2025-03-03 2025-03-16", "C2 ? ?", "3 ? ?"]);
    let plane = "ID,Name,State,Cycle Name,Cycle Start Date,Cycle End Date,Module Name,Completed At\n\
         1,A,Done,C1,\"Mon, 03 Mar 2025 00:00:00 UTC+0000\",\"Sun, 16 Mar 2025 00:00:00 UTC+0000\",,\n";
    assert_eq!(sprints(plane), ["C1 2025-03-03 2025-03-16"]);
    let pivotal = "Id,Title,Iteration,Iteration Start,Iteration End,Current State,Accepted at\n\
         5,A,3,\"Mar 3, 2025\",\"Mar 9, 2025\",accepted,\"Mar 4, 2025\"\n6,B,,,,unscheduled,\n";
    assert_eq!(sprints(pivotal), ["3 2025-03-03 2025-03-09"]);
    let mapped = "Titel,Lauf,Von,Bis\nA,L 1,3.3.2025,16.3.2025\n";
    let mut options = options();
    for (column, field) in [("Lauf", "sprint"), ("Von", "sprint-start"), ("Bis", "sprint-end")] {
        options.fields.push((column.into(), Field::named(field).unwrap()));
    }
    let found = &read(mapped.as_bytes(), &options).unwrap().backlog.sprints[0];
    assert_eq!(
        (found.first, found.last),
        (NaiveDate::from_ymd_opt(2025, 3, 3), NaiveDate::from_ymd_opt(2025, 3, 16))
    );
}

#[test]
fn the_days_of_a_row_are_those_of_its_newest_sprint() {
    let jira = "Summary,Issue key,Sprint,Sprint,Sprint,Sprint Start,Sprint End\n\
         A,K-1,S 1,S 2,,2025-03-17,2025-03-30\nB,K-2,S 1,,,2025-03-03,2025-03-16\nC,K-3,S 2,S 1,S 3,,\n";
    assert_eq!(sprints(jira), ["S 1 2025-03-03 2025-03-16", "S 2 2025-03-17 2025-03-30", "S 3 ? ?"]);
    let items = import(jira).backlog.items;
    assert_eq!(items[2].sprints, ["S 2", "S 1", "S 3"]);
    let server = "Summary,Issue key,Custom field (Sprint),Custom field (Sprint)\n\
         A,K-1,\"com.atlassian.greenhopper.service.sprint.Sprint@1f[id=7,state=CLOSED,name=Web 7,\
         startDate=2015-11-11T10:00:00.000+01:00,endDate=2015-11-24T18:00:00.000+01:00,sequence=7]\",\
         \"com.atlassian.greenhopper.service.sprint.Sprint@2a[id=8,state=FUTURE,name=Web 8,startDate=<null>,endDate=<null>]\"\n";
    assert_eq!(sprints(server), ["Web 7 2015-11-11 2015-11-24", "Web 8 ? ?"]);
}

#[test]
fn a_sprint_is_the_end_of_a_path_and_the_project_itself_is_none() {
    let azure = "ID,Work Item Type,Title,State,Iteration Path\n\
         1,Bug,A,New,Shop\\2025\\Sprint 4\n2,Bug,B,New,Shop\n3,Bug,C,New,Shop\\2025\\Sprint 3\n";
    assert_eq!(sprints(azure), ["Sprint 4 ? ?", "Sprint 3 ? ?"]);
    assert!(import(azure).backlog.items[1].sprints.is_empty());
    assert_eq!(sprints("Title,Sprint\nA,-\nB,none\nC,\n"), Vec::<String>::new());
}

#[test]
fn a_sprint_ends_before_the_day_the_next_one_begins() {
    let text = "Title,Sprint,Sprint Start,Sprint End\nA,S 2,2025-03-17,2025-03-31\n\
         B,S 1,2025-03-03,2025-03-17\nC,S 3,2025-03-31,2025-03-31\n";
    assert_eq!(
        sprints(text),
        ["S 2 2025-03-17 2025-03-30", "S 1 2025-03-03 2025-03-16", "S 3 2025-03-31 2025-03-31"]
    );
}

#[test]
fn a_sprint_that_ends_before_it_begins_loses_its_days_with_a_warning() {
    let text = "Title,Sprint,Sprint Start,Sprint End\nA,S 1,2025-03-16,2025-03-03\n";
    assert_eq!(sprints(text), ["S 1 ? ?"]);
    assert_eq!(import(text).warnings, ["One Sprint ends before it begins, so its days are left out: S 1."]);
}

#[test]
fn the_tables_of_other_tools_are_read() {
    check(
        "ID,Team,Title,Description,Status,Estimate,Priority,Labels,Cycle Number,Cycle Name,Created,Started,Completed,Canceled,Parent issue\n\
         E-1,Eng,'=Sum up,x,Canceled,2,High,\"a, b\",1,C1,Sun Apr 20 2025 23:17:06 GMT+0000 (GMT),,,,E-2\n",
        "Linear File\nE-1 =Sum up NotDoing size=2 labels=a+b in=E-2 sprint=C1 created=2025-04-21",
    );
    check(
        "Title\tURL\tAssignees\tStatus\tWeight\nOne\thttps://github.com/o/r/issues/7\t\tTodo\t3\nTwo\thttps://github.com/o/r/pull/8\t\tDone\t\n",
        "GithubProject File\no/r#7 One NeedsConversation size=3",
    );
    check(
        "Issue ID,URL,Title,State,Description,Author,Author Username,Closed At (UTC),Created At (UTC),Milestone,Weight,Labels\n\
         4,https://gitlab.example/4,One,Closed,d,A,a,2025-03-04 23:30:00,2025-03-01 01:00:00,M1,2,\"a,b\"\n",
        "Gitlab File\n4 One Done size=2 labels=a+b sprint=M1 created=2025-03-01 done=2025-03-04",
    );
    check(
        "My tasks,,,,,\nexported today,,,,,\nTask ID,Created At,Completed At,Last Modified,Name,Section/Column,Tags,Parent task\n\
         1,2025-03-01,2025-03-04,2025-03-04,One,Basket,t,\n2,2025-03-01,,2025-03-04,Two,Basket,,One\n",
        "Asana File\n1 One Done labels=t+Basket created=2025-03-01 done=2025-03-04\n2 Two - labels=Basket in=1 created=2025-03-01",
    );
    check(
        "id,name,type,description,is_completed,created_at,started_at,completed_at,estimate,labels,epic_labels,state,epic,iteration\n\
         9,One,feature,,TRUE,2025/03/01 10:00:00,,2025/03/04 10:00:00,2,a;b,c,Live on site,Pay,I1\n",
        "Shortcut File\n9 One Done kind=feature size=2 labels=a+b+c in=Pay sprint=I1 created=2025-03-01 done=2025-03-04",
    );
    check(
        "Id,Title,Labels,Iteration,Type,Estimate,Current State,Created at,Accepted at,Description\n\
         5,One,\"a, b\",3,feature,2,accepted,\"Mar 1, 2025\",\"Mar 4, 2025\",d\n6,Two,,,bug,,unscheduled,\"Mar 1, 2025\",,\n",
        "Pivotal File
            5 One Done kind=feature size=2 labels=a+b sprint=3 created=2025-03-01 done=2025-03-04
            6 Two NeedsConversation kind=bug created=2025-03-01",
    );
    check(
        "id,ref,subject,description,sprint_id,sprint,status,is_closed,ux-points,total-points,backlog_order,created_date,finish_date,tags\n\
         90,2,B,,,,Checked,True,1,3,20,2025-03-01T10:00:00Z,2025-03-04T10:00:00Z,\n91,1,A,,,,New,False,,0.5,10,2025-03-01T10:00:00Z,,x\n",
        "Taiga Number
            1 A NeedsConversation size=0.5 labels=x created=2025-03-01
            2 B Done size=3 created=2025-03-01 done=2025-03-04",
    );
    check(
        "Card Name,Board Name,List Name,List ID,Members,Labels,Card Created Date,Due Date,Description\nOne,B,Doing,l,,x,2025-03-01,,\n",
        "TrelloCsv File\n- One InSprint labels=x created=2025-03-01",
    );
    check(
        "Project,Epic,Workitem\nShop,E-1 Paying,S-39025 Pay by card\n",
        "VersionOne File\nS-39025 Pay by card - in=E-1 Paying",
    );
    check(
        "ID,Title,Ready,Building,Live,Team\n1,One,2025-03-01,2025-03-02,2025-03-04,x\n2,Two,2025-03-01,2025-03-03,,x\n3,Three,2025-03-01,,,\n",
        "ActionableAgile File
            1 One Done created=2025-03-01 started=2025-03-02 done=2025-03-04
            2 Two InSprint created=2025-03-01 started=2025-03-03
            3 Three Ready created=2025-03-01",
    );
    check(
        "Name,Status,Created time,Tags,Parent\nOne,In progress,\"January 5, 2024 3:04 PM\",\"a, b\",\nTwo,Done,\"January 6, 2024 3:04 PM\",,Three (https://www.notion.so/x)\n",
        "Table File
            - One InSprint labels=a+b created=2024-01-05
            - Two Done in=Three (https://www.notion.so/x) created=2024-01-06",
    );
}

#[test]
fn json_of_trello_and_github_is_read() {
    let trello = r#"{"name":"B","lists":[{"id":"l2","name":"Done","closed":false,"pos":2.5},{"id":"l1","name":"To Do","closed":false,"pos":1}],
        "cards":[{"id":"65e000000000000000000000","name":"Later","idList":"l2","pos":1,"closed":false,"labels":[{"name":"x"}],"shortLink":"b"},
        {"id":"65e000000000000000000001","name":"Old","idList":"l1","pos":2,"closed":true,"labels":[],"shortLink":"c"},
        {"id":"65e000000000000000000002","name":"Half \ud83d","idList":"l1","pos":1.5,"closed":false,"labels":[],"shortLink":"a"}],"actions":[]}"#;
    let import = import(trello);
    assert_eq!(
        show(&import),
        "TrelloJson File\na Half \u{fffd} NeedsConversation created=2024-02-29\n\
         c Old NotDoing created=2024-02-29\nb Later Done labels=x created=2024-02-29"
    );
    check(
        r#"[{"number":1,"title":"One","state":"closed","state_reason":"completed","labels":[{"name":"x"}],"milestone":{"title":"M"},
            "created_at":"2025-03-01T10:00:00Z","closed_at":"2025-03-04T23:30:00Z","html_url":"https://github.com/o/r/issues/1"},
           {"number":2,"title":"Two","state":"closed","state_reason":"not_planned","closed_at":"2025-03-04T10:00:00Z"},
           {"number":3,"title":"PR","state":"open","pull_request":{"url":"x"}},
           {"number":4,"title":"Four","state":"OPEN","stateReason":"","createdAt":"2025-03-01T10:00:00Z"}]"#,
        "GithubJson File
            o/r#1 One Done labels=x sprint=M created=2025-03-01 done=2025-03-05
            #2 Two NotDoing done=2025-03-04
            #4 Four NeedsConversation created=2025-03-01",
    );
    for (text, key) in [("{\"a\":1}", "import-unknown-json"), ("[{\"a\":", "import-bad-json")] {
        assert_eq!(read(text.as_bytes(), &options()).unwrap_err().key, key);
    }
}

#[test]
fn a_spreadsheet_with_everything_odd_is_read() {
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(
        "Übersicht für März;;;\n;;;\nNr;Anforderung;Größe;Fertig am\n1.1;Käse kaufen;3,5;04.03.2025\n\
         ;Überschrift ohne Größe;-;\n;;;\n1.10;Müsli;?;\n;Summe;3,5;\n",
    );
    let import = read(&bytes, &options()).unwrap();
    assert_eq!((import.encoding.as_str(), import.encoding_guessed), ("windows-1252", true));
    assert_eq!(
        show(&import),
        "Table File\n1.1 Käse kaufen Done size=3.5 done=2025-03-04\n- Überschrift ohne Größe -\n1.10 Müsli -"
    );
    assert_eq!(import.skipped.iter().map(|row| row.line).collect::<Vec<_>>(), [8]);
}

#[test]
fn choices_win_over_what_was_found() {
    let mut options = options();
    options.fields = vec![("Was".into(), Field::Title), ("3".into(), Field::Size)];
    options.states.insert("Im Keller".into(), State::Ready);
    options.day_first = Some(false);
    let text = "Was,Status,Zahl,Erledigt\nEins,im keller,4,3/4/2025\nZwei,Nirgends,5,\n";
    let import = read(text.as_bytes(), &options).unwrap();
    assert_eq!(
        show(&import),
        "Table File\n- Eins Ready size=4 done=2025-03-04\n- Zwei NeedsConversation size=5"
    );
    assert_eq!(import.unknown_states, ["Nirgends"]);
    options.fields = vec![("Wo".into(), Field::Title)];
    assert_eq!(read(text.as_bytes(), &options).unwrap_err().key, "import-unknown-column");
}

#[test]
fn parents_in_a_circle_and_repeated_ids_are_settled_and_told() {
    let import = import("ID,Title,Parent\n1,One,2\n2,Two,1\n3,Three,2\n4,Old,\n4,New,\n5,Self,5\n");
    assert_eq!(show(&import), "Table File\n1 One -\n2 Two -\n3 Three - in=2\n4 New -\n5 Self -");
    assert_eq!(import.skipped.len(), 1);
    assert_eq!(import.warnings.len(), 2, "{:?}", import.warnings);
}

#[test]
fn hostile_text_is_kept_as_text_or_left_out_by_line() {
    let long = "x".repeat(1024 * 1024 + 1);
    let text = format!(
        "Title,State\nA\u{202e}B,Done\n=cmd|x,Done\nN\0L,Done\n{long},Done\nShort\n,Done\nX,Done,more\n\"never closed,Done\nlost,Done\n"
    );
    let import = import(&text);
    let titles: Vec<&str> = import.backlog.items.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["A\u{202e}B", "=cmd|x", "N\u{fffd}L", "Short"]);
    assert_eq!(import.skipped.iter().map(|row| row.line).collect::<Vec<_>>(), [5, 7, 8, 9]);
    assert!(
        import.warnings.iter().any(|warning| warning.contains("hidden characters")),
        "{:?}",
        import.warnings
    );
    assert!(import.warnings.iter().any(|warning| warning.contains("line 6")), "{:?}", import.warnings);
}

#[test]
fn an_import_can_be_stopped() {
    let text = format!("Title,State\n{}", "A,Done\n".repeat(2_000));
    assert_eq!(
        read_watched(text.as_bytes(), &options(), &mut |_, _| false).unwrap_err().key,
        "import-cancelled"
    );
}

#[test]
fn an_export_comes_back_as_it_was() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
    let rows = [
        ExportRow {
            position: Some(1),
            id: "7".into(),
            title: "=1+1, \"quoted\"".into(),
            kind: Some("story".into()),
            state: Some(State::Ready),
            size: Some(0.5),
            external_id: Some("AB-1".into()),
            labels: vec!["a".into(), "b c".into()],
            wanted_by: vec!["Maria".into(), "Jonas".into()],
            forecast: vec![(50, day(4)), (85, day(8))],
            body: Some("-first\nsecond".into()),
            created_on: day(1),
            ..ExportRow::default()
        },
        ExportRow {
            position: Some(2),
            id: "8".into(),
            title: "'=kept".into(),
            state: Some(State::NeedsConversation),
            part_of: Some("7".into()),
            ..ExportRow::default()
        },
        ExportRow {
            id: "9".into(),
            title: "Ended".into(),
            state: Some(State::Done),
            done_on: day(2),
            ..ExportRow::default()
        },
        ExportRow {
            id: "10".into(),
            title: "Dropped".into(),
            state: Some(State::NotDoing),
            ..ExportRow::default()
        },
    ];
    for (delimiter, mark, guard) in [(b',', false, true), (b';', true, true), (b',', true, false)] {
        let import = read(&write_csv(&rows, CsvStyle { guard, mark, delimiter }), &options()).unwrap();
        assert_eq!((import.format, import.order), (Format::Cairn, Order::Number));
        assert_eq!(
            show(&import),
            "Cairn Number\nAB-1 =1+1, \"quoted\" Ready kind=story size=0.5 labels=a+b c created=2026-03-01\n\
             8 '=kept NeedsConversation in=AB-1\n9 Ended Done done=2026-03-02\n10 Dropped NotDoing"
        );
        assert_eq!(import.backlog.items.first().unwrap().body.as_deref(), Some("-first\nsecond"));
    }
}

/// Makes a Jira export of some rows.
fn jira(rows: usize) -> String {
    let mut text = String::from(
        "Summary,Issue key,Issue id,Issue Type,Status,Created,Updated,Resolved,Labels,Labels,Description,Custom field (Rank)",
    );
    text.push_str(&",Comment".repeat(60));
    text.push('\n');
    for row in 0..rows {
        let (status, resolved) = if row % 3 == 0 { ("Done", "03/Mar/25 9:00 AM") } else { ("To Do", "") };
        text.push_str(&format!(
            "Item {row},AB-{row},{row},Story,{status},01/Mar/25 9:00 AM,02/Mar/25 9:00 AM,{resolved},a,b,\"Some text,\nover lines, with \"\"quotes\"\" of item {row}\",0|i{:06x}:{}\n",
            rows - row,
            ",".repeat(60)
        ));
    }
    text
}

#[test]
fn ten_thousand_rows_of_jira_are_read() {
    let text = jira(10_000);
    let start = std::time::Instant::now();
    let import = import(&text);
    println!("{} rows of {} bytes in {:?}", import.read, text.len(), start.elapsed());
    assert_eq!((import.read, import.done_with_date, import.order), (10_000, 3_334, Order::Rank));
    assert_eq!(import.backlog.items.first().unwrap().title, "Item 9999");
    assert_eq!(import.backlog.items.last().unwrap().line, 2);
}

/// Pieces from which broken tables are made.
const PIECES: &[&str] = &[
    "Title",
    "ID",
    "State",
    "Done",
    "Created",
    "Rank",
    "Parent",
    "Title 1",
    "Issue key",
    "Custom field (Rank)",
    "Work Item Type",
    ",",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    "'",
    "=",
    "1",
    "2025-02-30",
    "3/4/25 9:00 PM",
    "45000",
    "0|i0:",
    "2025-W07",
    "\u{202e}",
    "é",
    "\0",
    "sep=;",
    "[{",
    "\\ud83d",
    "W",
    "年",
    "月",
    " ",
    "-",
    "date",
    "count",
    "9月",
    "99999999999",
    "1e400",
    "NaN",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes, &options());
        let _ = read_throughput(&bytes, &options());
    }

    #[test]
    fn no_broken_table_makes_it_panic(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..120)) {
        let text = pieces.concat();
        let _ = read(text.as_bytes(), &options());
        let _ = read_throughput(text.as_bytes(), &options());
        let _ = read(format!("ID,Title,State,Done,Created,Rank\n{text}").as_bytes(), &options());
    }

    #[test]
    fn no_damage_to_a_good_file_makes_it_panic(at in 0usize..2_000, byte in any::<u8>(), cut in 0usize..2_000) {
        let mut bytes = jira(8).into_bytes();
        if let Some(slot) = bytes.get_mut(at) {
            *slot = byte;
        }
        bytes.truncate(bytes.len() - cut.min(bytes.len()));
        let _ = read(&bytes, &options());
    }

    #[test]
    fn any_title_survives_an_export(title in "[^\\s\\x00-\\x1f\\x7f-\\x9f][ -~äß=+@'-]{0,30}[a-z]") {
        let row = ExportRow { position: Some(1), id: "1".into(), title: title.clone(), ..ExportRow::default() };
        let import = read(&write_csv(&[row], CsvStyle::default()), &options()).unwrap();
        prop_assert_eq!(&import.backlog.items.first().unwrap().title, &title);
    }
}
