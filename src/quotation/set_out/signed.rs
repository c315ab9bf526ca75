//! Who is named below what is set out, or behind it: "— Ann Reed, mayor".
//!
//! A page names the speaker of a block quotation in its `figcaption`, `cite` or `footer`, a plain text
//! on a line of its own behind a dash, as pull quotes are signed everywhere. Such a line is a name in
//! capitals, and after a comma what its bearer is; a sentence is none.

use super::rules::{RULES, Signature};
use crate::story::Span;
use crate::text::words;

const DASHES: [char; 4] = ['\u{2014}', '\u{2013}', '\u{2015}', '-'];
/// The most bytes of such a line, and the most words of the name and behind it.
const LONGEST: usize = 160;
const NAME_WORDS: usize = 6;
const ROLE_WORDS: usize = 14;

/// The line behind a dash that a paragraph is.
pub(super) fn below(text: &str) -> Option<Signature> {
    let name = text.trim_start_matches(DASHES);
    if name.len() == text.len() {
        return None;
    }
    Some(Signature {
        who: signer(text, text.len() - name.trim_start().len(), 1)?,
        start: 0,
        posted: false,
    })
}

/// The line of a source's own, which needs no dash: "Ann Reed, mayor".
pub(super) fn of_source(text: &str) -> Option<Signature> {
    let name = text.trim_start_matches(DASHES).trim_start();
    let fewest = if name.len() < text.len() || name.contains(',') {
        1
    } else {
        2
    };
    Some(Signature {
        who: signer(text, text.len() - name.len(), fewest)?,
        start: 0,
        posted: false,
    })
}

/// What stands behind the last dash of a paragraph, after a sentence: "The harbour leaks. — Ann Reed".
pub(super) fn behind(text: &str) -> Option<Signature> {
    let dash = text.rfind(DASHES[..3].as_ref())?;
    let before = text[..dash].trim_end();
    let said = before.ends_with(['.', '!', '?', '\u{201d}', '"', '\u{2026}']);
    let name = text[dash..].trim_start_matches(DASHES).trim_start();
    let who = signer(text, text.len() - name.len(), 1).filter(|_| said)?;
    Some(Signature {
        who,
        start: dash,
        posted: false,
    })
}

/// The name of at least so many words that the rest of a text is, with what its bearer is.
fn signer(text: &str, at: usize, fewest: usize) -> Option<Span> {
    let line = &text[at..];
    if line.len() > LONGEST {
        return None;
    }
    let name = line.split([',', '(', '|', '\n']).next()?.trim_end();
    let role = line[name.len()..].trim_start_matches([',', ' ']);
    let all: Vec<&str> = name.split(' ').collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let named = (fewest..=NAME_WORDS).contains(&all.len())
        && all.first().is_some_and(capital)
        && all.last().is_some_and(capital)
        && all.iter().filter(|word| !capital(word)).count() <= 2
        && !name.contains(|letter: char| {
            letter.is_numeric() || "\"\u{201c}\u{201d}:;!?@".contains(letter)
        })
        && !words(name).any(|word| {
            let word = &name[word.start()..word.end()];
            RULES.is_label(word) || RULES.is_heading(word)
        });
    // "Ann Reed." closes a line too, "Ann Reed Jr." a name.
    let sentence = role.contains([':', ';', '!', '?']) || words(role).count() > ROLE_WORDS;
    let shown = name.trim_end_matches('.');
    (named && !sentence).then(|| {
        let end = if all.last().is_some_and(|last| last.len() <= 4) {
            name.len()
        } else {
            shown.len()
        };
        Span::new(at, at + end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(text: &str, found: Option<Signature>) -> &str {
        found.map_or("-", |one| &text[one.who.start()..one.who.end()])
    }

    #[test]
    fn a_name_behind_a_dash_signs() {
        for (text, name) in [
            ("\u{2014} Ann Reed", "Ann Reed"),
            ("-- Ann van Reed, the mayor of Port Hill", "Ann van Reed"),
            ("\u{2013} Tom Hill Jr.", "Tom Hill Jr."),
            ("\u{2014} Ann Reed (Labour)", "Ann Reed"),
            (
                "\u{2014} Ann Reed and others left the harbour on Monday evening",
                "-",
            ),
            ("\u{2014} It leaks, she said: we know", "-"),
            ("\u{2014} Read more", "-"),
            ("\u{2014} 12 boats", "-"),
            ("Ann Reed", "-"),
        ] {
            assert_eq!(who(text, below(text)), name, "{text}");
        }
    }

    #[test]
    fn what_a_source_sets_out_is_signed_without_a_dash() {
        for (text, name) in [
            ("Ann Reed", "Ann Reed"),
            ("Reed, mayor of Port Hill", "Reed"),
            ("Nobody", "-"),
            ("The harbour leaks.", "-"),
        ] {
            assert_eq!(who(text, of_source(text)), name, "{text}");
        }
        let text = "The harbour leaks. \u{2014} Ann Reed";
        assert_eq!(who(text, behind(text)), "Ann Reed");
        let text = "The harbour \u{2014} Port Hill";
        assert_eq!(who(text, behind(text)), "-");
    }
}
