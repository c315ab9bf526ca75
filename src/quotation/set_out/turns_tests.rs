use crate::quotation::testing::{heard, story};
use crate::quotation::{Standing, Utterer};
use crate::story::{ArticleId, Span};

/// The words that are set out without marks in a text, with who speaks them.
fn told(text: &str) -> Vec<(String, String)> {
    let (_, speech) = heard(&story(&[text]));
    let all = speech.quotations.iter().filter(|one| !one.is_marked());
    all.map(|one| {
        let told = one.speaker.as_ref().filter(|one| one.is_told());
        (
            text[one.content.start()..one.content.end()].to_string(),
            told.map_or("-".to_string(), |speaker| speaker.name.clone()),
        )
    })
    .collect()
}

fn speakers(text: &str) -> Vec<String> {
    told(text).into_iter().map(|(_, who)| who).collect()
}

const DEBATE: &str = "The harbour's future divides the town. Ann Reed, the mayor, met Tom Hill on Monday.\n\
    REED: I know that the harbour leaks.\n\
    HILL: You have known it for years.\n\
    We have the reports.\n\
    REED (laughing): So have we.\n\
    HILL: And nothing happens.\n\
    The two will meet again.";

#[test]
fn a_transcripts_labels_are_its_speakers() {
    let told = told(DEBATE);
    let words: Vec<&str> = told.iter().map(|one| one.0.as_str()).collect();
    assert_eq!(
        words,
        [
            "I know that the harbour leaks.",
            "You have known it for years.",
            "We have the reports.",
            "So have we.",
            "And nothing happens."
        ]
    );
    let who: Vec<&str> = told.iter().map(|one| one.1.as_str()).collect();
    assert_eq!(
        who,
        ["Ann Reed", "Tom Hill", "Tom Hill", "Ann Reed", "Tom Hill"]
    );
}

#[test]
fn what_is_said_in_a_transcript_is_its_speakers_voice() {
    let story = story(&[DEBATE]);
    let (_, speech) = heard(&story);
    let at = DEBATE.find("nothing happens").unwrap();
    let voice = speech.voice_at(ArticleId::from(0), Span::new(at, at + 7));
    assert!(matches!(voice, Utterer::Direct(_)), "{voice:?}");
    assert!(speech.reported.is_empty(), "{:?}", speech.reported);
}

#[test]
fn who_asks_and_who_answers_is_told_where_the_text_settles_it() {
    let turns = "Q: Does the harbour leak?\n\
        A: I think it does.\n\
        Q: Who says so?\n\
        A: Everybody.";
    let open = speakers(&format!("The harbour is old. Ann Reed knows it.\n{turns}"));
    assert_eq!(open, ["-", "-", "-", "-"]);
    let with = format!("An interview with the harbour master Ann Reed by Tom Hill.\n{turns}");
    assert_eq!(speakers(&with), ["-", "Ann Reed", "-", "Ann Reed"]);
    let by = format!("Interview with Ann Reed.\nInterview by Tom Hill.\n{turns}");
    assert_eq!(
        speakers(&by),
        ["Tom Hill", "Ann Reed", "Tom Hill", "Ann Reed"]
    );
    // Two might answer.
    let two = format!("We spoke to Ann Reed. Later we talked to Tom Hill.\n{turns}");
    assert_eq!(speakers(&two), ["-", "-", "-", "-"]);
    // With points, and labels in words.
    let points = with.replace("Q:", "Q.").replace("A:", "A.");
    assert_eq!(speakers(&points), ["-", "Ann Reed", "-", "Ann Reed"]);
    let words = with.replace("Q:", "Interviewer:").replace("A:", "REED:");
    assert_eq!(speakers(&words), ["-", "Ann Reed", "-", "Ann Reed"]);
}

#[test]
fn a_letter_that_asks_is_nobodys_name() {
    let text = "Ann Reed answered.\nQ: Does the harbour leak?\nA: I think it does.\nQ: Who says so?\nA: I do.";
    let (_, speech) = heard(&story(&[text]));
    let standing = speech
        .quotations
        .iter()
        .map(|one| one.speaker.as_ref().unwrap().standing);
    assert!(standing.into_iter().all(|one| one == Standing::Open));
}

#[test]
fn labels_that_are_no_talk_stay_the_outlets() {
    for left in [
        // A list of facts and myths, which speaks to the reader.
        "Myth: You can walk on it.\nFact: You cannot.\nMyth: Your boat is safe.\nFact: Your boat is not.",
        // A recipe and a timeline.
        "Serves: You and me.\nTime: An hour of your day.\nServes: We all eat.\nTime: Your evening.",
        "Monday: We met.\nTuesday: We spoke.\nMonday: We met again.\nTuesday: You came.",
        // What an outlet explains.
        "Q: Does the harbour leak?\nA: Yes, the harbour leaks.\nQ: Can you sail?\nA: You can.",
        // Headings that do not come back, and one that does alone.
        "Syria: We saw rebels advance.\nIraq: You know.\nEgypt: We wait.\nYemen: Our hope.",
        "Translation: You lose.\nTranslation: We win.\nTranslation: You lose.\nTranslation: We win.",
        // The outlet's news, in short.
        "Syria: Rebels advance.\nIraq: Troops leave.\nSyria: Towns fall.\nIraq: Troops return.",
    ] {
        assert_eq!(told(left), [], "{left}");
    }
}
