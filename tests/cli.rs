//! The program as a black box: what it prints, what it says, how it ends.

use std::io::Read;
use std::process::{Command as Process, Stdio};

use assert_cmd::Command;

fn rashomon() -> Command {
    Command::cargo_bin("rashomon").expect("the program is built")
}

#[test]
fn help_tells_what_it_is_for_and_gives_examples() {
    let help = rashomon().arg("--help").assert().code(0);
    let text = String::from_utf8_lossy(&help.get_output().stdout).into_owned();
    assert!(text.contains("side by side"), "{text}");
    assert!(
        text.contains("rashomon story.toml"),
        "examples are missing: {text}"
    );
}

#[test]
fn a_wrong_option_is_a_usage_error() {
    rashomon()
        .args(["report", "--format", "runes"])
        .assert()
        .code(2);
    rashomon().arg("--no-such-option").assert().code(2);
}

#[test]
fn a_missing_file_is_told_and_the_rest_is_still_read() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("there.txt");
    std::fs::write(&there, "A headline\n\nThe only sentence here.\n").unwrap();
    let missing = folder.path().join("missing.txt");
    let ended = rashomon()
        .args(["report", "--format", "json"])
        .args([&there, &missing])
        .assert()
        .code(1);
    let told = String::from_utf8_lossy(&ended.get_output().stderr).into_owned();
    assert!(told.contains("missing.txt"), "{told}");
    let report: serde_json::Value = serde_json::from_slice(&ended.get_output().stdout).unwrap();
    assert_eq!(report["articles"].as_array().unwrap().len(), 1);
}

#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    let mut child = Process::new(assert_cmd::cargo::cargo_bin("rashomon"))
        .args(["report", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut told = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut told)
        .unwrap();
    assert_eq!(told, "");
    assert!(child.wait().unwrap().success());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let once = rashomon()
        .args(["report", "--format", "json"])
        .output()
        .unwrap();
    let again = rashomon()
        .args(["report", "--format", "json"])
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .unwrap();
    assert_eq!(once.stdout, again.stdout);
}

/// What a command prints.
fn printed(args: &[&str]) -> String {
    let ended = rashomon().args(args).assert().code(0);
    String::from_utf8(ended.get_output().stdout.clone()).expect("output is UTF-8")
}

#[test]
fn without_a_terminal_the_plain_report_is_printed() {
    let text = printed(&[]);
    for told in [
        "C and E: same event",
        "SHARED PASSAGES",
        "{living up to}",
        "not found in",
        "- not in E: C \u{201c}she said.\u{201d}\n",
        "- not in C: E \u{201c}divided\u{201d}\n",
    ] {
        assert!(text.contains(told), "{told:?} is missing");
    }
}

#[test]
fn no_form_of_the_report_judges() {
    for format in ["plain", "markdown", "html", "json"] {
        let text = printed(&["report", "--format", format]).to_lowercase();
        for word in [
            "copied from",
            "plagiar",
            "biased",
            "bias score",
            "omits ",
            "left-wing",
        ] {
            assert!(!text.contains(word), "{format} says {word:?}");
        }
    }
}

/// Text that would act if it were not only shown.
const HOSTILE: &str = "Evil \u{1b}[31mred\u{1b}]0;title\u{7} \u{202e}olleh\u{200b} <script>alert(1)</script> \
                       <img src=x onerror=alert(2)> \"quoted' & </style> ](http://x.example) | =1+1";

/// A folder with a story whose every field is hostile.
fn hostile_story() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let body = format!(
        "{HOSTILE}\n\nThe harbour ferry of {HOSTILE} left on Monday with forty people aboard, said \
         the harbour master of the town.\n\n\u{201c}We saw {HOSTILE} and nothing more,\u{201d} said John \
         {HOSTILE} Roe.\n"
    );
    std::fs::write(folder.path().join("a.txt"), &body).unwrap();
    std::fs::write(
        folder.path().join("b.txt"),
        format!("Another telling\n\n{body}"),
    )
    .unwrap();
    let field = toml::Value::String(HOSTILE.to_string());
    let manifest = format!(
        "title = {field}\n[[article]]\nfile = \"a.txt\"\noutlet = {field}\nurl = {field}\nevent = {field}\n\
         [[article]]\nfile = \"b.txt\"\noutlet = {field}\nurl = {field}\nevent = {field}\n"
    );
    std::fs::write(folder.path().join("story.toml"), manifest).unwrap();
    folder
}

#[test]
fn a_hostile_article_puts_no_escape_and_no_markup_out() {
    let folder = hostile_story();
    let story = folder.path().join("story.toml");
    let story = story.to_str().unwrap();
    for format in ["plain", "markdown", "html"] {
        let text = printed(&["report", "--format", format, story]);
        let shown = |c: char| c == '\n' || !c.is_control();
        assert!(text.chars().all(shown), "{format} has a control character");
        assert!(
            !text.contains(['\u{202e}', '\u{200b}']),
            "{format} reorders or hides"
        );
    }
    let page = printed(&["report", "--format", "html", story]);
    for markup in ["<script", "<img", "onerror=alert(2)>", "</style> ]"] {
        assert!(!page.contains(markup), "the page holds {markup:?}");
    }
    assert_eq!(page.matches("</style>").count(), 1);
    let markdown = printed(&["report", "--format", "markdown", story]);
    let live = regex::Regex::new(r"\\.")
        .unwrap()
        .replace_all(&markdown, "");
    for markup in ["](", "<script", "<img", "`", "http:"] {
        assert!(!live.contains(markup), "the Markdown holds {markup:?}");
    }
}

#[test]
fn every_link_of_the_page_leads_somewhere() {
    let page = printed(&["report", "--format", "html"]);
    let anchors: std::collections::BTreeSet<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let links = page.split("href=\"#").skip(1);
    for target in links.filter_map(|rest| rest.split('"').next()) {
        assert!(anchors.contains(target), "nothing is called {target}");
    }
    assert_eq!(
        page.matches(" id=\"").count(),
        anchors.len(),
        "an id is used twice"
    );
    assert!(!page.contains("src=") && !page.contains("http://") && !page.contains("url("));
}

/// A home of its own, so that the tester's settings stay out.
fn rashomon_at(home: &std::path::Path) -> Command {
    let mut command = Command::cargo_bin("rashomon").unwrap();
    command
        .env_clear()
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"));
    command
}

#[test]
fn config_shows_each_setting_with_its_source() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("config/rashomon");
    std::fs::create_dir_all(folder.join("themes")).unwrap();
    std::fs::write(folder.join("config.toml"), "theme = \"ink\"\n").unwrap();
    std::fs::write(folder.join("themes/ink.toml"), "based_on = \"light\"\n").unwrap();
    let output = rashomon_at(home.path())
        .args(["config", "--no-mouse"])
        .env("RASHOMON_ASCII", "1")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(
        text.contains("from: config.toml, line 1\ntheme = \"ink\""),
        "{text}"
    );
    assert!(text.contains("from: flag\nmouse = false"), "{text}");
    assert!(
        text.contains("from: environment, RASHOMON_ASCII\nascii = true"),
        "{text}"
    );
    assert!(text.contains("from: default\nwatch = true"), "{text}");
}

#[test]
fn a_variable_that_refuses_colours_is_named_where_the_theme_comes_from() {
    let home = tempfile::tempdir().unwrap();
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let mut command = rashomon_at(home.path());
        let output = command.args(["config", "--theme", "light"]);
        let output = output.env(name, value).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let wanted = format!("from: environment, {name}\ntheme = \"none\"");
        assert!(text.contains(&wanted), "{text}");
    }
    let wrong = rashomon_at(home.path())
        .args(["config", "--theme", "sepia"])
        .env("NO_COLOR", "1")
        .output();
    assert_eq!(wrong.unwrap().status.code(), Some(2));
}

#[test]
fn settings_keys_and_themes_that_cannot_be_meant_are_refused_with_their_line() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("config/rashomon");
    std::fs::create_dir_all(folder.join("themes")).unwrap();
    for (name, text, told) in [
        ("config.toml", "\nmouse = \"no\"\n", "config.toml: line 2: "),
        (
            "config.toml",
            "theme = \"sepia\"\n",
            "no theme is called \"sepia\"",
        ),
        (
            "keys.toml",
            "\n[[action]]\ndo = \"theme\"\nkeys = [\"q\"]\n",
            "keys.toml: line 2: \"q\" is taken",
        ),
        (
            "keys.toml",
            "\n[[action]]\ndo = \"nonsense\"\nkeys = [\"Z\"]\n",
            "keys.toml: line 3: there is no action or screen \"nonsense\"",
        ),
        (
            "themes/ink.toml",
            "[faces]\ntext = { fg = \"ink\" }\n",
            "ink.toml: line 2: ",
        ),
    ] {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        let output = rashomon_at(home.path()).arg("config").output().unwrap();
        std::fs::remove_file(&file).unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(told), "{error}");
        assert_eq!(output.status.code(), Some(2), "{name}");
    }
}

#[test]
fn config_prints_what_keys_and_themes_of_ones_own_begin_with() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("config/rashomon");
    std::fs::create_dir_all(folder.join("themes")).unwrap();
    for (name, file) in [("keys", "keys.toml"), ("light", "themes/mine.toml")] {
        let output = rashomon_at(home.path()).args(["config", name]).output();
        std::fs::write(folder.join(file), output.unwrap().stdout).unwrap();
    }
    let output = rashomon_at(home.path())
        .args(["config", "--theme", "mine"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let wrong = rashomon_at(home.path()).args(["config", "sepia"]).output();
    let wrong = wrong.unwrap();
    assert_eq!(wrong.status.code(), Some(2));
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert!(said.contains("write keys, dark, light"), "{said}");
}

/// A command that fails: what it says and its exit status.
fn refused(args: &[&str]) -> (String, i32) {
    let output = rashomon().args(args).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    (told, output.status.code().unwrap())
}

#[test]
fn options_before_a_command_are_told_where_they_go() {
    for command in ["config", "report"] {
        let (told, status) = refused(&["--no-mouse", command]);
        assert!(told.contains("goes first, its options after it"), "{told}");
        assert_eq!(status, 2);
    }
}

#[test]
fn a_theme_that_is_not_there_is_refused_where_nothing_is_drawn_too() {
    for more in [&["--plain"][..], &[]] {
        let (told, code) = refused(&[&["--theme", "sepia"], more].concat());
        assert!(told.contains("no theme is called \"sepia\""), "{told}");
        assert_eq!(code, 2);
    }
}

#[test]
fn a_picture_takes_a_theme_of_ones_own_and_what_is_hard_to_read_in_it_is_said() {
    let home = tempfile::tempdir().unwrap();
    let themes = home.path().join("config/rashomon/themes");
    std::fs::create_dir_all(&themes).unwrap();
    let ink = "based_on = \"light\"\nground = \"#fdf6e3\"\n[faces]\ndim = { fg = \"#eee8d5\" }\n";
    std::fs::write(themes.join("ink.toml"), ink).unwrap();
    let warning = "themes/ink.toml: dim #eee8d5 on #fdf6e3 (1.1:1)";
    let told = |args: &[&str]| {
        let output = rashomon_at(home.path()).args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(output.stdout), text(output.stderr))
    };
    let (picture, said) = told(&["picture", "--theme", "ink", "--size", "80x24"]);
    assert!(picture.contains("#fdf6e3"), "{picture}");
    assert!(said.contains(warning), "{said}");
    let (_, said) = told(&["config", "--theme", "ink"]);
    assert!(said.contains(warning), "{said}");
    let (_, said) = told(&["picture", "--theme", "light", "--size", "80x24"]);
    assert_eq!(said, "");
}

#[test]
fn every_command_with_rows_prints_them_as_labelled_text() {
    for command in ["quotes", "labels", "coverage"] {
        let labelled = printed(&[command, "--plain"]);
        assert!(
            labelled.lines().next().unwrap().contains(": "),
            "{labelled}"
        );
        assert_eq!(labelled, printed(&[command, "--format", "plain"]));
        let (told, code) = refused(&[command, "--plain", "--format", "csv"]);
        assert!(told.contains("cannot be used with"), "{told}");
        assert_eq!(code, 2);
    }
}

#[test]
fn what_holds_no_article_is_refused_with_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_string();
    std::fs::create_dir(at("nothing")).unwrap();
    std::fs::write(at("wrong.toml"), "[[article]]\nfil = \"x\"\n").unwrap();
    std::fs::write(at("gone.toml"), "[[article]]\nfile = \"gone.txt\"\n").unwrap();
    for (input, named) in [
        ("nothing", "story.toml"),
        ("missing.txt", "missing.txt"),
        ("wrong.toml", "wrong.toml:2:1"),
        ("gone.toml", "gone.txt"),
    ] {
        let (told, code) = refused(&["report", &at(input)]);
        assert_eq!(code, 1, "{input}: {told}");
        assert!(told.contains(named), "{input}: {told}");
    }
}

#[test]
fn a_file_name_puts_no_escape_into_a_message() {
    let (told, code) = refused(&["report", "no\u{1b}[31msuch.txt"]);
    assert_eq!(code, 1);
    assert!(!told.contains('\u{1b}'), "{told:?}");
}

#[test]
fn quotations_can_be_asked_for_by_speaker_in_every_form() {
    let rows = printed(&["quotes", "--speaker", "zakharova", "--format", "jsonl"]);
    let rows: Vec<serde_json::Value> = rows
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(rows.len() >= 2);
    assert!(rows.iter().all(|row| row["speaker"] == "Maria Zakharova"));
    let csv = printed(&["quotes", "--speaker", "zakharova", "--format", "csv"]);
    assert_eq!(csv.lines().count(), rows.len() + 1);
    let json = printed(&["quotes", "--speaker", "zakharova", "--format", "json"]);
    let array: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(array, rows);
    let plain = printed(&["quotes", "--speaker", "zakharova", "--format", "plain"]);
    assert_eq!(
        plain.matches("speaker: Maria Zakharova").count(),
        rows.len()
    );
    let table = printed(&["quotes", "--speaker", "zakharova"]);
    assert_eq!(table.lines().count(), rows.len() + 1);
    assert!(!table.contains('\u{1b}'), "colour without a terminal");
}

#[test]
fn quotations_come_with_all_that_is_known_of_them() {
    let rows = |arguments: &[&str]| -> Vec<serde_json::Value> {
        let lines = printed(arguments);
        let lines = lines.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    };
    let quoted = rows(&["quotes", "--format", "jsonl"]);
    let of = |words: &str| {
        let mut all = quoted.iter();
        all.find(|row| row["text"].as_str().unwrap().contains(words))
            .unwrap()
    };
    let insertion = of("[terrorists]");
    assert_eq!(insertion["insertions"], serde_json::json!(["[terrorists]"]));
    let negated = of("renounce its plans");
    assert_eq!(negated["negation"], "did not mean");
    assert!(
        negated["sentence"]
            .as_str()
            .unwrap()
            .contains("did not mean")
    );
    let alleged = of("have rejected diplomacy");
    assert_eq!(alleged["attitude"], "doubting");
    let shared = of("had no joint position");
    assert_eq!(
        (&shared["statement"], &shared["relation"]),
        (&"S1".into(), &"identical".into())
    );
    let carried = rows(&["quotes", "--shared", "--format", "jsonl"]);
    let first: Vec<_> = carried
        .iter()
        .filter(|row| row["statement"] == "S1")
        .collect();
    assert_eq!(first.len(), 2);
    assert_eq!(
        (&first[0]["fullest"], &first[1]["fullest"]),
        (&true.into(), &false.into())
    );
    let reported = rows(&["quotes", "--reported", "--format", "jsonl"]);
    assert!(reported.iter().any(|row| row["act"] == "stance"));
    assert!(
        reported
            .iter()
            .any(|row| row["in_marks"] != serde_json::json!([]))
    );
}

#[test]
fn quotations_can_be_pasted_as_markdown() {
    let told = printed(&["quotes", "--format", "markdown", "--speaker", "zakharova"]);
    assert!(
        told.contains("\n#### Maria Zakharova: \u{201c}The problem is that"),
        "{told}"
    );
    assert!(
        told.contains("\n- **Syria Truths** (E 236\u{2013}550), identical"),
        "{told}"
    );
    assert!(
        !told.contains('\\') && !told.contains(",\u{201d}"),
        "{told}"
    );
    assert!(!told.contains("Kerry:"), "{told}");
    // A fragment stands in its sentence.
    let alone = printed(&["quotes", "--format", "markdown", "--article", "b"]);
    assert!(
        alone.contains("he was **\"hopeful\"** the UN-mediated"),
        "{alone}"
    );
    assert!(!alone.contains("Syria Truths"), "{alone}");
}

#[test]
fn reported_speech_and_shared_statements_can_be_pasted_as_markdown() {
    let told = printed(&[
        "quotes",
        "--reported",
        "--format",
        "markdown",
        "--speaker",
        "kerry",
    ]);
    assert!(told.contains("\n### Reported speech\n"), "{told}");
    assert!(told.contains("\n- **"), "{told}");
    assert!(told.contains(", John Kerry, cue \u{201c}"), "{told}");
    assert!(
        !told.contains("| --- |") && !told.contains("above"),
        "{told}"
    );
    assert!(!told.contains("Maria Zakharova, "), "{told}");
    let shared = printed(&["quotes", "--shared", "--format", "markdown"]);
    assert!(
        shared.contains("\n#### Maria Zakharova: \u{201c}The problem is that"),
        "{shared}"
    );
    assert!(!shared.contains("Reported speech"), "{shared}");
}

#[test]
fn who_is_not_there_is_said() {
    for command in ["quotes", "labels"] {
        let (told, code) = refused(&[command, "--article", "Z"]);
        assert_eq!(code, 2, "{told}");
        assert!(told.contains("there are A, B, C, D, E"), "{told}");
    }
    let output = rashomon()
        .args(["quotes", "--speaker", "zzz"])
        .output()
        .unwrap();
    assert!(output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains("no speaker's name holds \u{201c}zzz\u{201d}; there are"),
        "{told}"
    );
    assert!(told.contains("Maria Zakharova"), "{told}");
}

#[test]
fn labels_and_coverage_can_be_narrowed() {
    let own = printed(&[
        "labels",
        "--voice",
        "narrator",
        "--article",
        "C",
        "--format",
        "csv",
    ]);
    assert!(own.lines().skip(1).all(|line| line.contains(",narrator,")));
    assert!(own.lines().count() > 3);
    let figures = printed(&["coverage", "--kind", "figure"]);
    assert!(figures.contains("400,000 dead") && !figures.contains("passage"));
    assert_eq!(refused(&["coverage", "--kind", "rumour"]).1, 2);
}

#[test]
fn any_word_can_be_asked_for_with_its_voice() {
    let rows = printed(&["labels", "--word", "terroris*", "--format", "jsonl"]);
    assert_eq!(rows.lines().count(), 11);
    let own = printed(&[
        "labels",
        "--word",
        "/terroris(m|ts?)/",
        "--voice",
        "narrator",
        "--format",
        "jsonl",
    ]);
    assert_eq!(own.lines().count(), 3, "{own}");
    assert!(own.contains("\"zone\":\"caption\""), "{own}");
    let (said, status) = refused(&["labels", "--word", "/(/"]);
    assert!(said.contains("--word /(/: ") && status == 2, "{said}");
}

#[test]
fn labels_say_which_lexicon_or_ground_they_stand_on() {
    let lexicons = printed(&["labels", "--lexicons", "--format", "csv"]);
    assert!(
        lexicons.contains("1,The war in Syria,1,bundled: syria.toml,"),
        "{lexicons}"
    );
    let labels = printed(&["labels", "--concept", "kerry", "--format", "jsonl"]);
    assert!(
        labels.contains("\"reason\":\"the surname of John Kerry\""),
        "{labels}"
    );
    assert!(
        labels.contains("\"provenance\":\"found in the story\""),
        "{labels}"
    );
    let one = printed(&["labels", "--concept", "opposition", "--only-one"]);
    assert!(
        one.contains("jihadists") && !one.contains("militants"),
        "{one}"
    );
    let known = printed(&["labels", "--no-discovery", "--format", "csv"]);
    assert!(!known.contains("found in the story"));
}

#[test]
fn diff_takes_two_articles_by_any_of_their_names() {
    let by_siglum = printed(&["diff", "C", "E"]);
    assert!(by_siglum.contains("same event"), "{by_siglum}");
    assert!(by_siglum.contains("{delivering on}"));
    assert_eq!(
        printed(&["diff", "Press TV", "004_76695668df993b35.txt"]),
        by_siglum
    );
    let (told, code) = refused(&["diff", "C", "Z"]);
    assert_eq!(code, 2);
    assert!(told.contains("A, B, C, D, E"), "{told}");
    assert_eq!(refused(&["diff", "C", "C"]).1, 2);
}

#[test]
fn a_report_is_verified_against_its_texts() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("a.txt");
    let report = folder.path().join("report.json");
    let (article, report) = (article.to_str().unwrap(), report.to_str().unwrap());
    let said =
        "\u{201c}The ferry will sail again before the winter storms,\u{201d} said Jane Roe.\n";
    std::fs::write(article, said).unwrap();
    printed(&["report", "--format", "json", "-o", report, article]);
    assert!(printed(&["verify", report]).contains("unchanged"));

    std::fs::write(article, format!("Updated.\n\n{said}")).unwrap();
    let changed = rashomon().args(["verify", report]).assert().code(1);
    let told = String::from_utf8_lossy(&changed.get_output().stdout).into_owned();
    assert!(told.contains("moved to 10"), "{told}");

    std::fs::remove_file(article).unwrap();
    let gone = rashomon().args(["verify", report]).assert().code(1);
    assert!(String::from_utf8_lossy(&gone.get_output().stdout).contains("not found"));
    std::fs::write(report, "{}").unwrap();
    assert_eq!(refused(&["verify", report]).1, 2);
}

#[test]
fn a_new_story_can_be_opened_and_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    for article in &rashomon::ingest::bundled().articles {
        std::fs::write(folder.path().join(&article.file), article.text.as_bytes()).unwrap();
    }
    let path = folder.path().to_str().unwrap();
    let told = rashomon().args(["story", "new", path]).assert().code(0);
    drop(told);
    let manifest = folder.path().join("story.toml");
    let pairs = printed(&[
        "report",
        "--format",
        "csv",
        "--table",
        "pairs",
        manifest.to_str().unwrap(),
    ]);
    let same = pairs.lines().filter(|line| line.contains(",same,"));
    assert_eq!(same.count(), 1, "{pairs}");
    let (told, code) = refused(&["story", "new", path]);
    assert_eq!(code, 2);
    assert!(told.contains("--force"), "{told}");
}

#[test]
fn csv_needs_a_table_or_a_folder() {
    let (told, code) = refused(&["report", "--format", "csv"]);
    assert_eq!(code, 2);
    assert!(told.contains("quotations"), "{told}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tables");
    printed(&["report", "--format", "csv", "-o", path.to_str().unwrap()]);
    for name in [
        "articles.csv",
        "labels.csv",
        "passages.csv",
        "quotations.csv",
        "provenance.json",
    ] {
        assert!(path.join(name).is_file(), "{name}");
    }
    let provenance = std::fs::read_to_string(path.join("provenance.json")).unwrap();
    assert!(provenance.contains("sha256") && provenance.contains("min-words"));
}

#[test]
fn annotations_quote_the_words_at_their_positions() {
    let page: serde_json::Value =
        serde_json::from_str(&printed(&["report", "--format", "annotations"])).unwrap();
    let story = rashomon::ingest::bundled();
    let items = page["items"].as_array().unwrap();
    assert!(items.len() > 50);
    for item in items {
        let target = &item["target"];
        let file = target["source"].as_str().unwrap();
        let article = story
            .articles
            .iter()
            .find(|article| article.file == file)
            .unwrap();
        let (quote, position) = (&target["selector"][0], &target["selector"][1]);
        let number = |key: &str| position[key].as_u64().unwrap() as usize;
        let letters = article.text.chars().skip(number("start"));
        let words: String = letters.take(number("end") - number("start")).collect();
        assert_eq!(quote["exact"], words.as_str());
    }
}

#[test]
fn completions_and_the_manual_come_from_the_table() {
    for shell in ["bash", "zsh", "fish"] {
        assert!(printed(&["completions", shell]).contains("coverage"));
    }
    let page = printed(&["man"]);
    assert!(page.starts_with(".ie") && page.contains("rashomon\\-diff"));
    // The examples stand as they are written; the exit status has a heading of its own.
    assert!(page.contains(".SH EXAMPLES\n.nf\nrashomon  "), "{page}");
    assert!(page.contains("\n.SH EXIT STATUS\n0 fine"), "{page}");
    assert!(page.contains("\\fBRASHOMON_EDITOR\\fR"), "{page}");
    assert!(page.contains("config.toml"), "{page}");
    assert!(printed(&["man", "quotes"]).contains("\\-\\-speaker"));
    assert!(printed(&["man", "story", "new"]).contains("\\-\\-force"));
    assert_eq!(refused(&["man", "nothing"]).1, 2);
    assert_eq!(refused(&["man", "story", "nothing"]).1, 2);
}

/// What a shell says to a script, where there is the shell.
#[cfg(unix)]
fn said_by(shell: &str, arguments: &[&str], folder: &std::path::Path) -> Option<String> {
    let path = std::env::var_os("PATH")?;
    if !std::env::split_paths(&path).any(|one| one.join(shell).is_file()) {
        eprintln!("no {shell} here: nothing is tried");
        return None;
    }
    let output = Command::new(shell)
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.success() && wrong.is_empty(),
        "{shell}: {said}{wrong}"
    );
    Some(said)
}

/// A folder with the completions of a shell in a file.
#[cfg(unix)]
fn completions(shell: &str, file: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(file), printed(&["completions", shell])).unwrap();
    folder
}

#[cfg(unix)]
#[test]
fn bash_completes_commands_options_and_values() {
    let folder = completions("bash", "rashomon.bash");
    let script = r#"
        source ./rashomon.bash
        by=$(complete -p rashomon | sed 's/.*-F \([^ ]*\).*/\1/')
        try() {
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
            "$by" rashomon "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            echo "${COMPREPLY[*]}"
        }
        try rashomon co
        try rashomon report --format ""
        try rashomon --plain = re
        try rashomon --plain =
        try rashomon --theme h
    "#;
    let Some(said) = said_by("bash", &["--norc", "-c", script], folder.path()) else {
        return;
    };
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "coverage config completions");
    assert!(lines[1].contains("markdown"), "{said}");
    assert_eq!(lines[2], "read");
    assert!(lines[3].starts_with("all read diff"), "{said}");
    assert_eq!(lines[4], "high-contrast");
}

#[cfg(unix)]
#[test]
fn fish_completes_commands_options_and_values() {
    let folder = completions("fish", "rashomon.fish");
    let script = "source rashomon.fish; complete -C 'rashomon co'; \
                  complete -C 'rashomon report --format m'; complete -C 'rashomon --plain=o'";
    let Some(said) = said_by("fish", &["--no-config", "-c", script], folder.path()) else {
        return;
    };
    for wanted in ["coverage\t", "markdown\t", "--plain=overview\t"] {
        assert!(said.contains(wanted), "{wanted} in {said}");
    }
}

#[test]
fn every_screen_can_be_had_as_labelled_text() {
    let told = [
        ("read", "headline: US, Russia fail"),
        ("diff", "{living up to}"),
        ("diff", "Words in {braces} differ"),
        ("framing", "militants | "),
        ("framing", "Places of The opposition, armed and political:"),
        ("quotes", "Reported speech"),
        ("coverage", "Castello Road"),
        ("overview", "outlet: Reuters (stated)"),
        (
            "overview",
            "- C | shared passages: 1, 4, 0, 1; quotations: ",
        ),
        ("overview", "own voice: "),
        ("stories", "story: 1\noutlets: 2"),
    ];
    for (screen, words) in told {
        let text = printed(&[&format!("--plain={screen}")]);
        assert!(text.contains(words), "{screen}: {text}");
        let boxes = |c: char| ('\u{2500}'..='\u{257f}').contains(&c);
        assert!(!text.contains(boxes), "{screen} draws boxes");
    }
    let overview = printed(&["--plain=overview"]);
    assert!(overview.contains("- C and E: "), "{overview}");
    assert!(overview.contains(" words, "), "{overview}");
    // Words are those that are looked through, as on the screens; furniture is not.
    assert!(overview.contains("words: 423;"), "{overview}");
    // What an article has not is said once a row, not cell for cell.
    let framing = printed(&["--plain=framing"]);
    let militants = framing.lines().find(|line| line.starts_with("- militants"));
    let militants = militants.expect("a row of militants");
    assert!(militants.ends_with("not found in: A, B, D"), "{militants}");
    assert_eq!(printed(&["--plain"]), printed(&[]));
}

#[test]
fn the_text_in_a_pipe_is_the_file_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    let bytes = "Title\r\n\r\nA no-break\u{a0}space and an escape \u{1b}[31m stay.\n";
    std::fs::write(&file, bytes).unwrap();
    let file = file.to_str().unwrap();
    assert_eq!(printed(&["text", file]), bytes);
    let blocks = printed(&["text", "--blocks", "--format", "jsonl", file]);
    let first: serde_json::Value = serde_json::from_str(blocks.lines().next().unwrap()).unwrap();
    assert_eq!(first["text"], "Title");
}

#[test]
fn notes_beside_the_story_go_out_with_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Ferries stop\n\nNo ferry left the harbour on Friday, the mayor said.\n";
    std::fs::write(folder.path().join("a.txt"), text).unwrap();
    let note = "[[note]]\narticle = \"A\"\nfile = \"a.txt\"\nsha256 = \"0\"\nspan = [0, 13]\n\
                exact = \"left the harbour\"\ntext = \"which one?\"\n";
    std::fs::write(folder.path().join("rashomon.notes.toml"), note).unwrap();
    let report = |arguments: &[&str]| {
        let output = rashomon_at(folder.path())
            .args(arguments)
            .arg(folder.path())
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let json: serde_json::Value =
        serde_json::from_str(&report(&["report", "--format", "json"])).unwrap();
    assert_eq!(json["notes"][0]["text"], "which one?");
    assert_eq!(json["notes"][0]["state"], "moved");
    assert_eq!(json["notes"][0]["span"], serde_json::json!([23, 39]));
    let plain = report(&["report", "--format", "plain"]);
    assert!(plain.contains("NOTES OF THE READER"), "{plain}");
    assert!(plain.contains("which one?"), "{plain}");
    for form in ["markdown", "html"] {
        let written = report(&["report", "--format", form]);
        assert!(written.contains("which one?"), "{form}: {written}");
    }
    let table = report(&["report", "--format", "csv", "--table", "notes"]);
    let row = "note,which one?,A,23,39,left the harbour,moved,a.txt";
    assert_eq!(table.lines().nth(1), Some(row), "{table}");
    let page: serde_json::Value =
        serde_json::from_str(&report(&["report", "--format", "annotations"])).unwrap();
    let items = page["items"].as_array().unwrap();
    let note = items.iter().find(|item| item["motivation"] == "commenting");
    let note = note.expect("the note is an annotation");
    assert_eq!(note["body"]["value"], "which one?");
    assert_eq!(note["target"]["selector"][0]["exact"], "left the harbour");
}

/// A folder in which two outlets print one agency's report.
fn wire_story() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let body = "The harbour talks failed on Monday after nine days, officials of both sides said in the evening.\n\n\
                Nobody was hurt, and the dockers went home before the evening of the same day, said the harbour master.\n\n\
                Ships from nine countries wait in the roads outside, most of them laden with corn from the north.\n";
    let article = |head: &str, place: &str| format!("{head}\n\n{place}{body}");
    for (file, text) in [
        (
            "a.txt",
            article("Harbour talks fail", "OBAN (AFP) \u{2014} "),
        ),
        (
            "b.txt",
            article("No deal for the dockers", "OBAN (AFP) \u{2014} "),
        ),
    ] {
        std::fs::write(folder.path().join(file), text).unwrap();
    }
    let manifest = "[[article]]\nfile = \"a.txt\"\noutlet = \"The Quay\"\n\
                    [[article]]\nfile = \"b.txt\"\noutlet = \"The Town\"\n";
    std::fs::write(folder.path().join("story.toml"), manifest).unwrap();
    folder
}

#[test]
fn one_agencys_text_in_two_outlets_is_told_as_one_telling() {
    let folder = wire_story();
    let story = folder.path().to_str().unwrap();
    for format in ["plain", "markdown", "html"] {
        let text = printed(&["report", "--format", format, story]);
        assert!(
            text.contains("carries the AFP text of A"),
            "{format}: {text}"
        );
        assert!(text.contains("both name AFP"), "{format}: {text}");
        assert!(
            text.contains("told by one text, not by two"),
            "{format}: {text}"
        );
    }
    let report: serde_json::Value =
        serde_json::from_str(&printed(&["report", "--format", "json", story])).unwrap();
    let copy = &report["copies"][0];
    assert_eq!((&copy["article"], &copy["of"]), (&"B".into(), &"A".into()));
    assert_eq!(
        (&copy["agency"], &copy["basis"]),
        (&"AFP".into(), &"stated".into())
    );
    let bundled: serde_json::Value =
        serde_json::from_str(&printed(&["report", "--format", "json"])).unwrap();
    assert_eq!(bundled["copies"].as_array().map(Vec::len), Some(0));
}

#[test]
fn an_address_that_would_act_is_only_shown() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("a.txt"),
        "Harbour talks fail\n\nThe talks failed.\n",
    )
    .unwrap();
    let links = regex::Regex::new("href=\"([^\"]*)\"").unwrap();
    for url in [
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
    ] {
        let url = toml::Value::String(url.to_string());
        let manifest = format!("[[article]]\nfile = \"a.txt\"\nurl = {url}\n");
        std::fs::write(folder.path().join("story.toml"), manifest).unwrap();
        let story = folder.path().to_str().unwrap();
        let page = printed(&["report", "--format", "html", story]);
        for link in links.captures_iter(&page) {
            assert!(link[1].starts_with('#'), "{}", &link[1]);
        }
        assert!(!page.contains("<script"));
        let markdown = printed(&["report", "--format", "markdown", story]);
        assert!(!markdown.contains("](javascript") && !markdown.contains("](data"));
    }
}

#[cfg(feature = "net")]
mod addresses {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    use super::*;

    /// A server on this machine that gives everyone one page.
    fn server() -> String {
        const PAGE: &str = "<title>Harbour talks fail</title><article><h1>Harbour talks fail</h1>\
            <p>The harbour talks failed on Monday after nine days, officials of both sides said in the evening.</p>\
            <p>\u{201c}Nobody was hurt,\u{201d} said Jane Roe, the harbour master of the town, before she went home.</p></article>";
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/talks", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let _ = stream.read(&mut [0; 4096]);
                let _ = write!(
                    stream,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
                     Connection: close\r\n\r\n{PAGE}",
                    PAGE.len()
                );
            }
        });
        address
    }

    #[test]
    fn a_page_is_fetched_only_where_the_reader_allows_it() {
        let address = server();
        let (told, code) = refused(&["report", &address]);
        assert_eq!(code, 1);
        assert!(told.contains("--allow-private"), "{told}");
        let report = printed(&["report", "--format", "json", "--allow-private", &address]);
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        assert_eq!(report["articles"][0]["url"], address);
        assert_eq!(report["articles"][0]["url_basis"], "supplied");
    }

    #[test]
    fn a_report_on_an_address_is_verified_by_asking_again() {
        let address = server();
        let folder = tempfile::tempdir().unwrap();
        let report = folder.path().join("report.json");
        let report = report.to_str().unwrap();
        let write = [
            "report",
            "--format",
            "json",
            "-o",
            report,
            "--allow-private",
            &address,
        ];
        printed(&write);
        assert!(printed(&["verify", "--allow-private", report]).contains("unchanged"));
    }
}

#[test]
fn a_sentence_that_runs_on_is_not_written_out_for_each_of_its_quotations() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    let mut text = String::from("At the harbour");
    for nth in 0..400 {
        text += &format!(" she said \u{201c}we will pay crew {nth} of the ferry\u{201d} and");
    }
    std::fs::write(&file, format!("{text} left.\n")).unwrap();
    let told = printed(&["quotes", "--format", "csv", file.to_str().unwrap()]);
    assert!(told.lines().count() > 300, "{}", told.lines().count());
    assert!(told.len() < 100 * text.len(), "{}", told.len());
    assert!(told.contains("we will pay crew 7 of the ferry\u{201d} and she"));
}
