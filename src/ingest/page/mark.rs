//! What a page's markup says of each piece, before the rules for plain text are asked.
//!
//! Links give navigation away: a heading, an item or a paragraph that is nothing but a link leads
//! elsewhere. Galleries repeat their captions as items and as paragraphs. Classes ("newsletter")
//! are believed of short pieces only, and not where most of the article would go with them.

use std::collections::{HashMap, HashSet};

use super::flow::{Kind, Piece};
use crate::story::BlockKind;

/// The lines of an article, headline first.
#[derive(Default)]
pub struct Lines {
    pub words: Vec<String>,
    /// What each is known to be.
    pub kinds: Vec<Option<BlockKind>>,
    /// The number of the block quotation that each stands in.
    pub quoted: Vec<Option<u32>>,
}

/// The lines of an article.
pub fn lines(title: Option<&str>, article: Vec<Piece>) -> Lines {
    let kinds = kinds(&article);
    let headline = title.and_then(|title| {
        article
            .iter()
            .take(6)
            .position(|piece| same_words(&piece.text, title))
    });
    let mut lines = Lines::default();
    if let (Some(title), None) = (title, headline) {
        lines.words.push(title.to_string());
        lines.kinds.push(Some(BlockKind::Headline));
        lines.quoted.push(None);
    }
    for (index, piece) in article.into_iter().enumerate() {
        lines.words.push(piece.text);
        lines.quoted.push(piece.quoted);
        lines.kinds.push(if headline == Some(index) {
            Some(BlockKind::Headline)
        } else {
            kinds[index]
        });
    }
    lines
}

fn kinds(article: &[Piece]) -> Vec<Option<BlockKind>> {
    let all: usize = article.iter().map(|piece| piece.text.len()).sum();
    let aside: usize = article
        .iter()
        .filter(|piece| piece.aside)
        .map(|piece| piece.text.len())
        .sum();
    let believe_classes = aside * 3 < all;
    let different: HashSet<&str> = article.iter().map(|piece| piece.text.as_str()).collect();
    // Menus and recipes repeat themselves of their own accord.
    let believe_repeats = different.len() * 5 > article.len() * 4;
    let mut places: HashMap<&str, Vec<Kind>> = HashMap::new();
    for piece in article {
        places.entry(&piece.text).or_default().push(piece.kind);
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    article
        .iter()
        .enumerate()
        .map(|(index, piece)| {
            let before = seen.entry(&piece.text).or_insert(0);
            *before += 1;
            let again = *before > 1 && (believe_repeats || is_button(piece));
            let gallery = places[piece.text.as_str()].len() > 1
                && places[piece.text.as_str()]
                    .iter()
                    .any(|kind| matches!(kind, Kind::Item | Kind::Caption));
            if piece.kind == Kind::Caption {
                Some(BlockKind::Caption)
            } else if again
                || gallery
                || leads_elsewhere(piece) && !ends_quotation(article, index)
                || (believe_classes && stands_aside(piece))
            {
                Some(BlockKind::Furniture)
            } else if piece.kind == Kind::Heading && words(piece) <= 20 {
                Some(BlockKind::Crosshead)
            } else {
                None
            }
        })
        .collect()
}

/// Whether a piece is nothing, or next to nothing, but a link.
fn leads_elsewhere(piece: &Piece) -> bool {
    let share = piece.linked * 100 / piece.text.len().max(1);
    match piece.kind {
        Kind::Heading | Kind::Item => share >= 80,
        _ => share >= 95 || (share >= 75 && words(piece) <= 25),
    }
}

/// Whether a piece is the last of a block quotation that has more: who said it, with a link to them.
fn ends_quotation(article: &[Piece], index: usize) -> bool {
    let quoted = |at: Option<usize>| at.and_then(|at| article.get(at)?.quoted);
    let own = quoted(Some(index));
    own.is_some() && own == quoted(index.checked_sub(1)) && own != quoted(Some(index + 1))
}

/// A word or two, more link than text: what share bars repeat.
fn is_button(piece: &Piece) -> bool {
    words(piece) <= 6 && piece.linked * 2 > piece.text.len()
}

fn stands_aside(piece: &Piece) -> bool {
    piece.aside && (piece.kind != Kind::Paragraph || words(piece) < 30)
}

fn words(piece: &Piece) -> usize {
    piece.text.split_whitespace().count()
}

/// Whether two titles are the same but for marks, case and blank space.
fn same_words(one: &str, other: &str) -> bool {
    let letters = |words: &str| -> String {
        words
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    letters(one) == letters(other)
}
