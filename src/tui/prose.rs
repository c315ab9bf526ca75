//! Text made fit to show, with the way back to its bytes.
//!
//! A [`Prose`] is an article's text as the terminal may show it: scrubbed once, blocks kept apart,
//! line breaks inside a block made blanks, and edits worked in (a glyph beside a changed word, a
//! lens's word in the place of the outlet's). It remembers for every shown byte which byte of the
//! article it stands for, so that any span can be highlighted and any row mapped back to its place
//! (rule 1). Wrapping is in [`rows`](super::rows); a `Prose` knows no width.

use std::ops::Range;

use crate::story::{Article, BlockKind, Span};
use crate::text::{shown, simple_len};

/// An article's text made fit to show.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    shown: String,
    /// In order of both offsets.
    runs: Vec<Run>,
    blocks: Vec<ProseBlock>,
    right_to_left: bool,
}

/// One block of the text.
#[derive(Clone, Debug)]
pub struct ProseBlock {
    pub kind: BlockKind,
    /// In the article.
    pub origin: Span,
    /// In the shown text.
    pub shown: Range<usize>,
}

/// Words put into or in place of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    pub text: String,
}

/// A stretch of the shown text that comes from one place.
#[derive(Clone, Copy, Debug)]
struct Run {
    shown: usize,
    origin: usize,
    source: Source,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Source {
    /// Byte for byte the article's.
    Verbatim,
    /// One cluster of the article's, shown in another form.
    Altered,
    /// An edit's words.
    Edit,
}

/// What a shown byte stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Origin {
    /// A byte of the article.
    pub offset: usize,
    /// The words are an edit's, not the article's.
    pub edit: bool,
}

impl Prose {
    /// The whole article, with edits worked in: in order, not overlapping, none across the edge
    /// of a block.
    #[must_use]
    pub fn of(article: &Article, edits: &[Edit]) -> Self {
        let mut prose = Prose {
            right_to_left: article.text.chars().any(runs_right_to_left),
            ..Prose::default()
        };
        let mut edits = edits.iter().peekable();
        for block in &article.blocks {
            let start = prose.shown.len();
            let mut at = block.span.start();
            while let Some(edit) = edits.next_if(|edit| edit.span.end() <= block.span.end()) {
                if edit.span.start() < at {
                    continue;
                }
                prose.push_text(&article.text, Span::new(at, edit.span.start()));
                prose.push_edit(edit);
                at = edit.span.end();
            }
            prose.push_text(&article.text, Span::new(at, block.span.end()));
            prose.blocks.push(ProseBlock {
                kind: block.kind,
                origin: block.span,
                shown: start..prose.shown.len(),
            });
        }
        prose
    }

    /// What is shown. A no-break space is kept as such, so that no line breaks there; a painter
    /// draws it as a blank.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Whether some of its words run from right to left. They are shown in the order in which they
    /// are read, which a terminal may or may not turn round; the reader is told.
    #[must_use]
    pub fn has_right_to_left(&self) -> bool {
        self.right_to_left
    }

    /// The blocks, in order.
    #[must_use]
    pub fn blocks(&self) -> &[ProseBlock] {
        &self.blocks
    }

    /// What a shown byte stands for.
    #[must_use]
    pub fn origin(&self, shown: usize) -> Origin {
        let after = self.runs.partition_point(|run| run.shown <= shown);
        let Some(run) = after.checked_sub(1).map(|index| self.runs[index]) else {
            return Origin {
                offset: 0,
                edit: false,
            };
        };
        run.origin_of(shown)
    }

    /// What the shown bytes of a range stand for, asked in rising order: faster than one by one.
    pub(super) fn origins_from(&self, shown: usize) -> Origins<'_> {
        let next = self.runs.partition_point(|run| run.shown <= shown);
        Origins {
            runs: &self.runs,
            at: next.saturating_sub(1),
        }
    }

    fn push_text(&mut self, text: &str, span: Span) {
        let part = &text[span.start()..span.end()];
        let mut at = 0;
        while at < part.len() {
            let simple = simple_len(&part[at..]);
            if simple > 0 {
                self.push_verbatim(&part[at..at + simple], span.start() + at);
                at += simple;
                continue;
            }
            let Some(piece) = shown(&part[at..]).next() else {
                break;
            };
            let cluster = &part[at..at + piece.span.end()];
            let origin = span.start() + at;
            match cluster {
                "\n" | "\r\n" | "\r" => self.push_altered(" ", origin),
                "\u{a0}" | "\u{202f}" | "\u{2007}" => self.push_altered("\u{a0}", origin),
                _ if piece.text == cluster => self.push_verbatim(cluster, origin),
                _ => self.push_altered(&piece.text, origin),
            }
            at += piece.span.end();
        }
    }

    fn push_verbatim(&mut self, text: &str, origin: usize) {
        let goes_on = self.runs.last().is_some_and(|run| {
            run.source == Source::Verbatim && run.origin + (self.shown.len() - run.shown) == origin
        });
        if !goes_on {
            self.push_run(origin, Source::Verbatim);
        }
        self.shown.push_str(text);
    }

    fn push_altered(&mut self, text: &str, origin: usize) {
        if !text.is_empty() {
            self.push_run(origin, Source::Altered);
            self.shown.push_str(text);
        }
    }

    fn push_edit(&mut self, edit: &Edit) {
        if edit.text.is_empty() {
            return;
        }
        self.push_run(edit.span.start(), Source::Edit);
        for piece in shown(&edit.text) {
            self.shown.push_str(&piece.text);
        }
    }

    fn push_run(&mut self, origin: usize, source: Source) {
        self.runs.push(Run {
            shown: self.shown.len(),
            origin,
            source,
        });
    }
}

impl Run {
    fn origin_of(self, shown: usize) -> Origin {
        let offset = match self.source {
            Source::Verbatim => self.origin + (shown - self.shown),
            Source::Altered | Source::Edit => self.origin,
        };
        Origin {
            offset,
            edit: self.source == Source::Edit,
        }
    }
}

/// A walk over the origins of shown bytes in rising order.
pub(super) struct Origins<'a> {
    runs: &'a [Run],
    at: usize,
}

impl Origins<'_> {
    /// What a shown byte stands for; not before the one asked last.
    pub(super) fn of(&mut self, shown: usize) -> Origin {
        while self
            .runs
            .get(self.at + 1)
            .is_some_and(|run| run.shown <= shown)
        {
            self.at += 1;
        }
        self.runs.get(self.at).map_or(
            Origin {
                offset: 0,
                edit: false,
            },
            |run| run.origin_of(shown),
        )
    }
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and the other scripts of the blocks that Unicode
/// keeps for such.
fn runs_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::story::{ArticleId, Block, Fingerprint, Known, Siglum};

    /// An article of one body block a line.
    pub(in super::super) fn article(text: &str) -> Article {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.trim_end_matches('\n').len();
            if start < end {
                blocks.push(Block {
                    kind: BlockKind::Body,
                    span: Span::new(start, end),
                });
            }
            start += line.len();
        }
        Article {
            id: ArticleId(0),
            siglum: Siglum::nth(0),
            file: "invented.txt".to_string(),
            sha256: Fingerprint::of(text.as_bytes()),
            bytes: text.len(),
            text: text.into(),
            wrapped: None,
            outlet: Known::Unknown,
            date: Known::Unknown,
            event: Known::Unknown,
            url: Known::Unknown,
            author: Known::Unknown,
            agency: Known::Unknown,
            version_of: None,
            blocks,
            asides: Vec::new(),
            set_out: Vec::new(),
        }
    }

    #[test]
    fn every_shown_byte_knows_its_origin() {
        let text = "caf\u{e9} \u{1b}[2J e\u{301}t\u{ad}e\u{a0}x";
        let prose = Prose::of(&article(text), &[]);
        assert_eq!(prose.shown(), "caf\u{e9} \u{241b}[2J e\u{301}te\u{a0}x");
        let at = |words: &str| prose.origin(prose.shown().find(words).unwrap()).offset;
        assert_eq!(at("\u{241b}"), text.find('\u{1b}').unwrap());
        assert_eq!(at("te"), text.find("t\u{ad}").unwrap());
        assert_eq!(at("x"), text.find('x').unwrap());
    }

    #[test]
    fn words_from_right_to_left_keep_their_order_and_are_known() {
        let text = "Haaretz (\u{5d4}\u{5d0}\u{5e8}\u{5e5}) reports";
        let prose = Prose::of(&article(text), &[]);
        assert_eq!(prose.shown(), text);
        assert!(prose.has_right_to_left());
        assert!(!Prose::of(&article("caf\u{e9} \u{4e2d}\u{6587}"), &[]).has_right_to_left());
    }

    #[test]
    fn an_edit_stands_in_the_place_of_its_span() {
        let text = "the rebels held the city";
        let edits = [
            Edit {
                span: Span::new(4, 10),
                text: "militants".to_string(),
            },
            Edit {
                span: Span::new(20, 20),
                text: "\u{2205} ".to_string(),
            },
        ];
        let prose = Prose::of(&article(text), &edits);
        assert_eq!(prose.shown(), "the militants held the \u{2205} city");
        assert_eq!(
            prose.origin(6),
            Origin {
                offset: 4,
                edit: true
            }
        );
        let held = prose.shown().find("held").unwrap();
        assert_eq!(
            prose.origin(held),
            Origin {
                offset: 11,
                edit: false
            }
        );
    }

    proptest! {
        #[test]
        fn origins_rise_and_stay_in_the_text(text in "(\\PC|\u{1b}|\u{ad}|\u{301}|\n|[a-z ]){0,60}") {
            let article = article(&text);
            let prose = Prose::of(&article, &[]);
            let mut last = 0;
            for (shown, _) in prose.shown().char_indices() {
                let origin = prose.origin(shown);
                prop_assert!(origin.offset >= last && origin.offset < text.len());
                last = origin.offset;
            }
        }
    }
}
