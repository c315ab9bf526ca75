//! passim's docwise form: one document a line, its own lines with the witnesses of each.
//!
//! Here the alignment is cut at the line breaks of the document. Pieces that follow each other in
//! both documents, with nothing but blank space between, are one passage again.

use serde_json::Value;

use super::Witness;
use super::offsets::{COUNTS, bare, offset};
use crate::story::Span;

/// The pairs of places that a document's line tells of. `find` gives the index and the text of a document.
///
/// # Errors
/// What is missing, or does not lead to its words.
pub fn pairs<'a>(
    line: &Value,
    find: impl Fn(&str) -> Result<(usize, &'a str), String>,
) -> Result<Vec<Vec<Witness>>, String> {
    let own = find(string(line, "id")?)?;
    let mut runs: Vec<[Witness; 2]> = Vec::new();
    for part in line
        .get("lines")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let witnesses = part
            .get("wits")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        for witness in witnesses {
            let other = find(string(witness, "id")?)?;
            let pair = [place(own, part)?, place(other, witness)?];
            let texts = [own.1, other.1];
            let before = runs.iter_mut().rev().find(|run| goes_on(run, &pair, texts));
            match before {
                Some(run) => {
                    for (run, pair) in run.iter_mut().zip(pair) {
                        run.span = run.span.hull(pair.span);
                    }
                }
                None => runs.push(pair),
            }
        }
    }
    Ok(runs.into_iter().map(Vec::from).collect())
}

fn string<'a>(value: &'a Value, key: &str) -> Result<&'a str, String> {
    value
        .get(key)
        .and_then(Value::as_str)
        .ok_or_else(|| format!("has no \"{key}\""))
}

/// Where a piece stands: from its "begin" on, as long as its "text".
fn place((article, text): (usize, &str), piece: &Value) -> Result<Witness, String> {
    let words = string(piece, "text")?;
    let begin = piece
        .get("begin")
        .and_then(Value::as_u64)
        .and_then(|begin| usize::try_from(begin).ok())
        .ok_or("has a piece without \"begin\"")?;
    let found = COUNTS.iter().find_map(|width| {
        let start = offset(text, begin, width)?;
        let rest = &text[start..];
        let len = rest
            .char_indices()
            .nth(words.chars().count())
            .map_or(rest.len(), |(at, _)| at);
        (bare(words) == bare(&rest[..len])).then(|| trimmed(text, Span::new(start, start + len)))
    });
    let span = found
        .ok_or_else(|| format!("\"begin\" {begin} does not lead to the words of its piece"))?;
    Ok(Witness { article, span })
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = &text[span.start()..span.end()];
    let start = span.start() + (words.len() - words.trim_start().len());
    Span::new(start, (start + words.trim().len()).max(start))
}

/// Whether one pair follows another in both documents.
fn goes_on(run: &[Witness; 2], pair: &[Witness; 2], texts: [&str; 2]) -> bool {
    (0..2).all(|side| {
        let (before, after) = (run[side], pair[side]);
        before.article == after.article
            && texts[side]
                .get(before.span.end()..after.span.start())
                .is_some_and(|gap| gap.trim().is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "Ferries stopped \u{2014} at noon.\nCrews want more pay.\nNobody was hurt.";
    const OTHER: &str =
        "He said: ferries stopped \u{2014} at noon. Crews want more pay. More follows.";

    fn find(id: &str) -> Result<(usize, &'static str), String> {
        match id {
            "own" => Ok((0, OWN)),
            "other" => Ok((1, OTHER)),
            _ => Err(format!("{id} is unknown")),
        }
    }

    fn line(first: usize, second: usize) -> Value {
        serde_json::json!({"id": "own", "lines": [
            {"begin": 0, "text": "Ferries stopped \u{2014} at noon.\n",
             "wits": [{"id": "other", "begin": 9, "text": "ferries stopped \u{2014} at noon. "}]},
            {"begin": first, "text": "Crews want more pay.\n",
             "wits": [{"id": "other", "begin": second, "text": "Crews want more pay. "}]},
            {"begin": first + 21, "text": "Nobody was hurt."},
        ]})
    }

    #[test]
    fn pieces_that_follow_each_other_are_one_passage_in_characters_and_in_bytes() {
        for (first, second) in [(27, 36), (29, 38)] {
            let pairs = pairs(&line(first, second), find).unwrap();
            assert_eq!(pairs.len(), 1);
            let words = [(0, OWN), (1, OTHER)].map(|(nth, text)| {
                let span: Span = pairs[0][nth].span;
                &text[span.start()..span.end()]
            });
            assert_eq!(
                words[0],
                "Ferries stopped \u{2014} at noon.\nCrews want more pay."
            );
            assert_eq!(
                words[1],
                "ferries stopped \u{2014} at noon. Crews want more pay."
            );
        }
    }

    #[test]
    fn what_does_not_lead_to_its_words_is_told() {
        let told = pairs(&line(3, 36), find).unwrap_err();
        assert!(told.contains("\"begin\" 3"), "{told}");
        let told = pairs(&serde_json::json!({"id": "third", "lines": []}), find).unwrap_err();
        assert!(told.contains("third"), "{told}");
    }
}
