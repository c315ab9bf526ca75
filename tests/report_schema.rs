//! The JSON report against the schema that is shipped with it.

use rashomon::comparison::{Comparison, Options, Resolve, compare};
use rashomon::ingest;
use rashomon::quotation::{Fidelity, QuotationId, Rejoined};
use rashomon::report::{self, JSON_SCHEMA, Report};
use rashomon::story::Story;
use serde_json::Value;

fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).expect("the schema is JSON");
    jsonschema::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::validator_for(&schema).expect("the schema compiles")
}

fn report_of(story: &Story, comparison: &Comparison) -> Value {
    let report = Report {
        story,
        comparison,
        options: &Options::default(),
        notes: &[],
    };
    serde_json::from_str(&report::json(&report)).expect("the report is JSON")
}

fn faults(report: &Value) -> Vec<String> {
    let schema = schema();
    let faults = schema.iter_errors(report);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path))
        .collect()
}

#[test]
fn the_bundled_report_keeps_to_its_schema() {
    let story = ingest::bundled();
    let comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn).unwrap();
    let report = report_of(&story, &comparison);
    assert_eq!(faults(&report), Vec::<String>::new());
    for part in ["pairs", "passages", "quotations", "labels", "coverage"] {
        assert!(
            !report[part].as_array().unwrap().is_empty(),
            "{part} is empty"
        );
    }
}

#[test]
fn so_does_the_report_of_nothing_and_of_one_article() {
    let empty = report_of(&Story::default(), &Comparison::default());
    assert_eq!(faults(&empty), Vec::<String>::new());
    let mut story = ingest::bundled();
    story.articles.truncate(1);
    let comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn).unwrap();
    assert_eq!(
        faults(&report_of(&story, &comparison)),
        Vec::<String>::new()
    );
}

#[test]
fn a_member_of_a_shared_quotation_carries_whom_its_article_names() {
    let story = ingest::bundled();
    let mut comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn).unwrap();
    let second = comparison.shared_quotations[0].members[1].quotation.0 as usize;
    let speaker = comparison.speech.quotations[second].speaker.as_mut();
    speaker.unwrap().name = "Somebody Else".to_string();
    let mut report = report_of(&story, &comparison);
    let members = &report["shared_quotations"][0]["members"];
    assert_eq!(members[0]["speaker"], "Maria Zakharova");
    assert_eq!(members[1]["speaker"], "Somebody Else");
    assert_eq!(faults(&report), Vec::<String>::new());
    report["shared_quotations"][0]["members"][0]["speaker"] = Value::from(3);
    assert!(!faults(&report).is_empty());
}

#[test]
fn what_is_set_out_without_marks_is_told_as_speech_too_and_pieces_are_told_as_one() {
    let story = ingest::bundled();
    let mut comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn).unwrap();
    let reported = comparison.speech.reported.len();
    let first = &mut comparison.speech.quotations[0];
    first.span = first.content;
    comparison.shared_quotations[0].rejoined = vec![Rejoined {
        pieces: vec![QuotationId(0), QuotationId(1)],
        relation: Fidelity::Trimmed,
    }];
    let report = report_of(&story, &comparison);
    assert_eq!(faults(&report), Vec::<String>::new());
    let told = report["reported"].as_array().unwrap();
    assert_eq!(told.len(), reported + 1);
    let (last, quotation) = (&told[reported], &report["quotations"][0]);
    assert_eq!(last["quotation"], quotation["id"]);
    assert_eq!(last["content"], quotation["content"]);
    assert_eq!(told[0]["quotation"], Value::Null);
    assert_eq!(
        report["shared_quotations"][0]["rejoined"],
        serde_json::json!([{"quotations": ["Q1", "Q2"], "relation": "trimmed"}])
    );
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let mut report = report_of(&Story::default(), &Comparison::default());
    report["articles"] = serde_json::json!([{"id": "A"}]);
    assert!(!faults(&report).is_empty());
    report["schema"] = Value::from("rashomon.report/2");
    assert!(faults(&report).len() > 1);
}

/// Every span of the report lies in its article, on character boundaries.
#[test]
fn every_place_of_the_report_can_be_opened() {
    let story = ingest::bundled();
    let comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn).unwrap();
    let report = report_of(&story, &comparison);
    let mut places = 0;
    open_places(&report, &story, &mut places);
    assert!(places > 100, "only {places} places");
}

fn open_places(value: &Value, story: &Story, places: &mut usize) {
    if let Some(siglum) = value["article"].as_str() {
        let article = story
            .articles
            .iter()
            .find(|a| a.siglum.as_str() == siglum)
            .unwrap();
        for key in ["span", "content"] {
            if let Some([start, end]) = value[key].as_array().map(Vec::as_slice) {
                let span = start.as_u64().unwrap() as usize..end.as_u64().unwrap() as usize;
                assert!(article.text.get(span).is_some(), "{value}");
                *places += 1;
            }
        }
    }
    match value {
        Value::Array(parts) => parts
            .iter()
            .for_each(|part| open_places(part, story, places)),
        Value::Object(parts) => parts
            .values()
            .for_each(|part| open_places(part, story, places)),
        _ => {}
    }
}
