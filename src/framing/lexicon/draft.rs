//! A lexicon drafted from what was found in a story, ready to edit.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::framing::slots::Slot;
use crate::framing::{Concept, Framing, Label, Origin};
use crate::story::Story;
use crate::text::{count, fold, one_line};

/// The fewest places of a concept that is worth a draft.
const MIN_PLACES: usize = 2;

/// A lexicon file with the discovered concepts of a story: one label a wording, the commonest
/// first, with the reason why it stands there as a comment. Wordings that fill a label's slot are
/// offered as labels that a reader has only to uncomment.
#[must_use]
pub fn draft(story: &Story, framing: &Framing, slots: &[Slot]) -> String {
    let title = story.title.as_deref().unwrap_or("A story");
    let mut out = format!(
        "# Drafted from what was found in {}. Everything here is a proposal: rename,\n\
         # regroup, give frames, delete. `rashomon lexicon check` tells what to look at.\n\n\
         [lexicon]\nname = {}\nversion = \"1\"\nnote = \"\"\nsource = \"Drafted from the story\"\n",
        count(story.articles.len(), "article", "articles"),
        quoted(title),
    );
    for concept in framing
        .concepts
        .iter()
        .filter(|one| one.origin == Origin::Discovered)
    {
        let labels: Vec<&Label> = framing
            .labels
            .iter()
            .filter(|label| label.concept == concept.id)
            .collect();
        if labels.len() >= MIN_PLACES {
            write_concept(&mut out, story, concept, &labels);
            offer(&mut out, concept, slots);
        }
    }
    out
}

/// A wording with its places.
struct Wording {
    written: String,
    frame: Option<String>,
    places: usize,
    reason: Option<String>,
}

fn write_concept(out: &mut String, story: &Story, concept: &Concept, labels: &[&Label]) {
    let _ = write!(
        out,
        "\n[[concept]]\nkey = {}\nname = {}\n",
        quoted(&key(&concept.key)),
        quoted(&concept.name)
    );
    for wording in wordings(story, concept, labels) {
        let places = if wording.places == 1 {
            "place"
        } else {
            "places"
        };
        let reason = wording
            .reason
            .map_or_else(String::new, |reason| format!("; {reason}"));
        let _ = write!(
            out,
            "\n# {} {places}{}\n[[concept.label]]\nlabel = {}\n",
            wording.places,
            reason.replace(['\n', '\r'], " "),
            quoted(&wording.written)
        );
        if let Some(frame) = wording.frame {
            let _ = writeln!(out, "frame = {}", quoted(&frame));
        }
        let _ = writeln!(out, "forms = [{}]", quoted(&wording.written));
    }
}

/// The wordings that stand where the concept is named otherwise, as labels in comments.
fn offer(out: &mut String, concept: &Concept, slots: &[Slot]) {
    for slot in slots {
        let Some(offer) = slot.offer.filter(|offer| offer.concept == concept.id) else {
            continue;
        };
        let (wording, other) = slot.offered(offer);
        let _ = write!(
            out,
            "\n# Offered: stands once where the same sentence or statement has {} elsewhere.\n\
             # [[concept.label]]\n# label = {wording}\n# forms = [{wording}]\n",
            quoted(other),
            wording = quoted(wording),
        );
    }
}

/// The words that name the concept, each wording once, the commonest first.
fn wordings(story: &Story, concept: &Concept, labels: &[&Label]) -> Vec<Wording> {
    let mut found: BTreeMap<String, Wording> = BTreeMap::new();
    for label in labels {
        let written = story.article(label.article).words_at(label.core);
        let written = one_line(written);
        let wording = found
            .entry(fold(&written).into_owned())
            .or_insert_with(|| Wording {
                reason: concept
                    .joins
                    .iter()
                    .find(|join| join.label == label.label)
                    .map(|join| join.reason.clone()),
                written,
                frame: label.frame.clone(),
                places: 0,
            });
        wording.places += 1;
    }
    let mut wordings: Vec<Wording> = found.into_values().collect();
    wordings.sort_by_key(|wording| std::cmp::Reverse(wording.places));
    wordings
}

/// A key that a lexicon allows.
fn key(key: &str) -> String {
    let plain: String = key
        .chars()
        .filter_map(|letter| match letter {
            'a'..='z' | '0'..='9' | '-' | '_' => Some(letter),
            'A'..='Z' => Some(letter.to_ascii_lowercase()),
            ' ' => Some('-'),
            _ => None,
        })
        .collect();
    if plain.is_empty() {
        "concept".to_string()
    } else {
        plain
    }
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framing::lexicon::parse;
    use crate::framing::slots::Offer;
    use crate::framing::{Options, find};
    use crate::quotation::Speech;
    use crate::text::testing::{segments, story};

    #[test]
    fn a_draft_is_a_lexicon_that_finds_what_it_was_drafted_from() {
        let story = story(&[
            "Mayor Robert Hale met \"Bob\" \\ Solberg. Hale left. Officials stayed. Officials slept.",
            "Robert Hale won, officials said.",
        ]);
        let texts = segments(&story);
        let options = Options {
            lexicons: Vec::new(),
            discovery: true,
        };
        let framing = find(&story, &texts, &Speech::default(), &options);
        let text = draft(&story, &framing, &[]);
        let lexicon =
            parse(&text, "draft.toml").unwrap_or_else(|faults| panic!("{}\n{text}", faults[0]));
        assert!(
            lexicon
                .concepts
                .iter()
                .any(|concept| concept.name == "Robert Hale"),
            "{text}"
        );
        assert!(text.contains("# 3 places"), "{text}");
    }

    #[test]
    fn a_wording_in_a_labels_slot_is_offered_in_a_comment() {
        let story = story(&["Robert Hale left, and Hale slept.", "Hale won."]);
        let texts = segments(&story);
        let options = Options {
            lexicons: Vec::new(),
            discovery: true,
        };
        let framing = find(&story, &texts, &Speech::default(), &options);
        let slot = Slot {
            wordings: ("hale".to_string(), "the \"boss\"".to_string()),
            places: (Vec::new(), Vec::new()),
            grounds: Vec::new(),
            offer: Some(Offer {
                concept: framing.concepts[0].id,
                is_first: false,
            }),
        };
        let text = draft(&story, &framing, &[slot]);
        let offered = "# [[concept.label]]\n# label = 'the \"boss\"'\n";
        assert!(text.contains(offered), "{text}");
        let taken = text
            .replace("\n# [[", "\n[[")
            .replace("\n# label", "\nlabel");
        let lexicon = parse(&taken.replace("\n# forms", "\nforms"), "draft.toml").unwrap();
        let labels = lexicon.concepts[0].labels.iter();
        assert!(
            labels
                .map(|one| one.label.as_str())
                .any(|one| one == "the \"boss\"")
        );
    }
}
