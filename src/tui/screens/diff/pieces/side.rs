//! A walk along one witness, word by word.

use super::{Look, Piece};
use crate::collation::{Reading, words_of};
use crate::story::{Place, Span, Story};
use crate::text::Segments;

/// A walk along one witness, so that each piece knows what stands between it and the one before.
pub struct Side<'a> {
    story: &'a Story,
    texts: &'a [Segments],
    place: Place,
    /// Where the word before ended; nothing before the first.
    at: Option<usize>,
}

impl<'a> Side<'a> {
    pub fn of(story: &'a Story, texts: &'a [Segments], place: Place) -> Self {
        Side {
            story,
            texts,
            place,
            at: None,
        }
    }

    /// The words of a reading, each with its marks.
    pub fn words(&self, reading: Reading) -> Vec<Span> {
        if reading.span.is_empty() {
            return Vec::new();
        }
        words_of(self.story, self.texts, reading)
    }

    fn text(&self, span: Span) -> &'a str {
        self.story.article(self.place.article).words_at(span)
    }

    /// What stands before a word and is no part of the telling, then the word; whether a paragraph
    /// begins with it.
    pub fn pieces(&mut self, word: Option<Span>, look: Look) -> (Vec<Piece>, bool) {
        let Some(word) = word else {
            return (Vec::new(), false);
        };
        let gap = self.gap(word);
        let mut pieces: Vec<Piece> = gap
            .split_whitespace()
            .map(|aside| Piece::new(aside, Look::Around))
            .collect();
        let paragraph = pieces.is_empty() && gap.contains('\n');
        let inside = self.text(word).split_whitespace().enumerate();
        pieces.extend(inside.map(|(nth, part)| Piece {
            text: part.into(),
            look,
            joined: nth == 0 && gap.is_empty(),
        }));
        self.at = Some(word.end());
        (pieces, paragraph)
    }

    /// What stands between the word before and this one.
    fn gap(&self, word: Span) -> &'a str {
        let before = self
            .at
            .map(|at| Span::new(at.min(word.start()), word.start()));
        before.map_or(" ", |gap| self.text(gap))
    }

    /// A word before which nothing but blank space stands, as one piece; whether a paragraph begins
    /// with it. `None` for any other.
    pub fn plain(&self, word: Span) -> Option<(Piece, bool)> {
        let gap = self.gap(word);
        let text = self.text(word);
        let is_plain = gap.chars().all(char::is_whitespace) && !text.contains(char::is_whitespace);
        is_plain.then(|| {
            let piece = Piece {
                text: text.into(),
                look: Look::Same,
                joined: gap.is_empty(),
            };
            (piece, gap.contains('\n'))
        })
    }

    pub fn skip(&mut self, word: Option<Span>) {
        if let Some(word) = word {
            self.at = Some(word.end());
        }
    }

    /// A reading of a variant in braces.
    pub fn reading(&mut self, reading: Reading, variant: usize) -> Vec<Piece> {
        let words = self.words(reading);
        let mut pieces: Vec<Piece> = Vec::new();
        for word in words {
            pieces.extend(self.pieces(Some(word), Look::Differs(variant)).0);
        }
        let own = |piece: &&mut Piece| piece.look == Look::Differs(variant);
        match pieces.iter_mut().find(own) {
            None => pieces.push(Piece::new("{\u{2205}}", Look::Nothing(variant))),
            Some(first) => {
                first.text.insert(0, '{');
                if let Some(last) = pieces.iter_mut().rfind(own) {
                    last.text.push('}');
                }
            }
        }
        pieces
    }
}
