//! One label replaced, with number, article, capitals and possessive made to agree.

use crate::framing::inflect::{is_plural, plural, singular, takes_an};
use crate::framing::phrase::{is_determiner, is_possessive};
use crate::framing::types::Label;
use crate::story::Span;

/// Words to be shown for a span.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Put {
    pub span: Span,
    pub words: String,
}

/// What sort of noun phrase words are: it decides on "the" and on number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sort {
    /// "Damascus", "Islamic State": takes no article.
    Name,
    /// "rebels".
    Plural,
    /// "opposition", "regime", "crisis".
    Singular,
}

/// How the words at the place are used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Use {
    /// Before a noun that they modify: "militant attack".
    Modifier,
    Name,
    Plural,
    /// One of many: "a rebel".
    One,
    /// "the opposition".
    Singular,
}

/// Puts `words`, a label's citation form, in the place of `label`.
///
/// # Errors
/// Why the words do not fit there: a clause that a screen can show.
pub fn put(text: &str, label: &Label, words: &str) -> Result<Put, String> {
    let core = cited_part(text, label);
    let here = use_of(text, label, core);
    let theirs = sort_of(words);
    let before = &text[label.span.start()..core.start()];
    let opener = before.split_whitespace().next().unwrap_or("");
    let determined = is_determiner(opener) || before.split_whitespace().any(is_possessive);
    let formed = match (here, theirs) {
        (Use::Modifier | Use::One, Sort::Plural) => singular(words),
        (Use::One, Sort::Name | Sort::Singular) => {
            return Err(format!("\"{words}\" does not name one of many"));
        }
        (Use::Plural, Sort::Singular | Sort::Name) if needs_plural(text, label) => {
            return Err(format!("\"{words}\" would need another verb form"));
        }
        (Use::Singular | Use::Name, Sort::Plural) if needs_singular(text, label) => {
            return Err(format!("\"{words}\" would need another verb form"));
        }
        _ => words.to_string(),
    };
    let named = here != Use::Modifier && theirs == Sort::Name && formed_as_name(words);
    let bare_singular = matches!(here, Use::Plural | Use::Name) && theirs == Sort::Singular;
    let bare_plural = here == Use::Name && theirs == Sort::Plural;
    let needs_the = here != Use::Modifier && (bare_singular || bare_plural) && !determined;
    let mut put = Put {
        span: core,
        words: formed,
    };
    if named && before.trim() == opener && is_article(opener) {
        put.span = Span::new(label.span.start(), core.end());
    } else if needs_the && before.trim().is_empty() {
        put.words = format!("the {}", put.words);
    } else {
        fit_article(text, &mut put);
    }
    put.words = in_case_of(text, put.span, &label.label, &put.words);
    fit_possessive(text, &mut put);
    Ok(put)
}

/// The words that the label's citation form stands for: its core, or all of its phrase but the
/// opening "the" where it is cited by that ("Mr. Roe", "the British envoy").
fn cited_part(text: &str, label: &Label) -> Span {
    let phrase = &text[label.span.start()..label.span.end()];
    let bare = phrase
        .split_once(' ')
        .filter(|(opener, _)| is_determiner(opener))
        .map_or(phrase, |(_, bare)| bare);
    let plain = |words: &str| -> String {
        crate::text::fold(words)
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect()
    };
    if plain(bare) == plain(&label.label) {
        Span::new(label.span.end() - bare.len(), label.span.end())
    } else {
        label.core
    }
}

fn use_of(text: &str, label: &Label, core: Span) -> Use {
    let place = &text[core.start()..core.end()];
    let after = &text[core.end()..];
    let runs_on = label.span.end() > core.end() || after.starts_with('-');
    let name = place
        .split_whitespace()
        .next_back()
        .is_some_and(|last| last.starts_with(char::is_uppercase));
    let cited_plural = is_plural(&label.label);
    if runs_on {
        Use::Modifier
    } else if is_plural(place) && !name {
        Use::Plural
    } else if cited_plural && is_plural(&plural(place)) && !is_plural(place) && !name {
        // "rebel" of the label "rebels": one of them, or a modifier of what follows.
        if followed_by_noun(after) {
            Use::Modifier
        } else {
            Use::One
        }
    } else if name && sort_of(&label.label) == Sort::Name {
        Use::Name
    } else {
        Use::Singular
    }
}

fn sort_of(words: &str) -> Sort {
    let last = words.split([' ', '-']).next_back().unwrap_or(words);
    if is_plural(words) && last.starts_with(char::is_lowercase) {
        Sort::Plural
    } else if formed_as_name(words) {
        Sort::Name
    } else {
        Sort::Singular
    }
}

/// Whether the words stand without an article: all their words of weight are capitalised.
fn formed_as_name(words: &str) -> bool {
    let last = words.split([' ', '-']).next_back().unwrap_or(words);
    last.starts_with(char::is_uppercase) || words.split(' ').any(is_possessive)
}

/// Whether a small word with no plural or verbal ending stands right after.
fn followed_by_noun(after: &str) -> bool {
    let Some(next) = after.strip_prefix(' ') else {
        return false;
    };
    let word: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    !word.is_empty()
        && word.starts_with(char::is_lowercase)
        && !crate::framing::phrase::is_stop(&word)
        && !is_determiner(&word)
        && !["ed", "ing", "ly"].iter().any(|end| word.ends_with(end))
}

fn next_word<'a>(text: &'a str, label: &Label) -> &'a str {
    let after = text[label.span.end()..].trim_start_matches([' ', '\u{a0}']);
    let end = after
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(after.len());
    &after[..end]
}

/// Whether the verb after the label shows a plural.
fn needs_plural(text: &str, label: &Label) -> bool {
    matches!(
        next_word(text, label),
        "are" | "were" | "have" | "do" | "say"
    )
}

/// Whether the verb after the label shows a singular.
fn needs_singular(text: &str, label: &Label) -> bool {
    matches!(
        next_word(text, label),
        "is" | "was" | "has" | "does" | "says"
    )
}

fn is_article(word: &str) -> bool {
    ["a", "an", "the"]
        .iter()
        .any(|article| word.eq_ignore_ascii_case(article))
}

/// Takes the "a" or "an" right before into the span when the new words ask for the other.
fn fit_article(text: &str, put: &mut Put) {
    let before = &text[..put.span.start()];
    let Some(head) = before.strip_suffix(' ') else {
        return;
    };
    let start = head.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| {
        at + head[at..].chars().next().map_or(1, char::len_utf8)
    });
    let article = &head[start..];
    let fitting = match (article, takes_an(&put.words)) {
        ("a", true) => "an",
        ("A", true) => "An",
        ("an", false) => "a",
        ("An", false) => "A",
        _ => return,
    };
    put.words = format!("{fitting} {}", put.words);
    put.span = Span::new(start, put.span.end());
}

/// The words in the case of the place: with a capital where the place has one that its own citation
/// form would not have (the start of a sentence, a headline in title case), all capitals in a
/// shouted headline.
fn in_case_of(text: &str, span: Span, cited_here: &str, words: &str) -> String {
    let place = &text[span.start()..span.end()];
    let letters = || place.chars().filter(|c| c.is_alphabetic());
    let shouted = letters().count() > 4 && letters().all(char::is_uppercase);
    if shouted && !cited_here.chars().all(|c| !c.is_lowercase()) {
        return words.to_uppercase();
    }
    let by_position =
        cited_here.starts_with(char::is_lowercase) || opens_sentence(text, span.start());
    if place.starts_with(char::is_uppercase) && by_position {
        capitalised(words)
    } else {
        words.to_string()
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Whether a sentence or a line starts at the offset, opening marks aside.
fn opens_sentence(text: &str, offset: usize) -> bool {
    let before = text[..offset].trim_end_matches(['"', '\'', '\u{201c}', '\u{2018}', '(', '[']);
    let bare = before.trim_end_matches([' ', '\u{a0}', '\t']);
    bare.is_empty()
        || bare.ends_with('\n')
        || (bare.len() < before.len() && bare.ends_with(['.', '!', '?']))
}

/// "rebels" before "'s" becomes "rebels'"; "opposition" before "'" becomes "opposition's".
fn fit_possessive(text: &str, put: &mut Put) {
    let after = &text[put.span.end()..];
    let plural_s = put.words.ends_with('s');
    for mark in ["'", "\u{2019}"] {
        let Some(tail) = after.strip_prefix(mark) else {
            continue;
        };
        let long = tail
            .strip_prefix('s')
            .filter(|rest| !rest.starts_with(char::is_alphanumeric));
        let short = !tail.starts_with(char::is_alphanumeric)
            && text[..put.span.end()].ends_with('s')
            && tail.starts_with(' ');
        let taken = match (long, plural_s && is_plural(&put.words)) {
            (Some(_), true) => {
                put.words.push_str(mark);
                mark.len() + 1
            }
            (None, false) if short => {
                put.words.push_str(mark);
                put.words.push('s');
                mark.len()
            }
            _ => return,
        };
        put.span = Span::new(put.span.start(), put.span.end() + taken);
        return;
    }
}
