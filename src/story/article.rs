//! One text by one outlet.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{ArticleId, Block, BlockKind, Known, Siglum, Span};

/// The name of a publisher: "Reuters", "Press TV".
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Outlet(pub String);

/// The key of an event, as a manifest gives it: articles with equal keys tell the same one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventKey(pub String);

/// The SHA-256 of an article's source bytes, in hexadecimal when shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Fingerprint(Sha256::digest(bytes).into())
    }

    /// The first twelve hexadecimal digits, for a citation.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string()[..12].to_string()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// One article. Its text is fixed when it has been read in; every [`Span`] about it counts bytes
/// of [`text`](Article::text).
#[derive(Clone, Debug)]
pub struct Article {
    pub id: ArticleId,
    pub siglum: Siglum,
    /// Where it was read from, as the reader named it: a path, an address, a path in an archive.
    pub file: String,
    /// Of the source's own bytes, before decoding.
    pub sha256: Fingerprint,
    /// Size of the source in bytes, before decoding.
    pub bytes: usize,
    pub text: Arc<str>,
    /// The text as its source has it, where [`text`](Article::text) has blanks in place of the line
    /// breaks that a fixed width made inside paragraphs; every other byte is the same.
    pub wrapped: Option<Arc<str>>,
    pub outlet: Known<Outlet>,
    /// Who wrote it, as the page or the reader names them: "Jane Doe, John Roe".
    pub author: Known<String>,
    /// The agency that wrote it, where the text says so; the outlet carried it.
    pub agency: Known<Outlet>,
    pub date: Known<Date>,
    pub event: Known<EventKey>,
    /// The canonical address, where one is known.
    pub url: Known<String>,
    /// An earlier article of the story that this one is a version of: the same text by the same
    /// outlet, updated, or one agency's copy carried again. The two are no two witnesses.
    pub version_of: Option<ArticleId>,
    /// In the order of the text, not overlapping, blank space between them left out.
    pub blocks: Vec<Block>,
    /// Pieces of furniture inside a block: "(seen below)". Each lies in one block; in the order
    /// of the text. Their words are left out of comparison.
    pub asides: Vec<Span>,
    /// Stretches of whole blocks that the source itself sets out as another's words (a page's or
    /// Markdown's block quotation), in the order of the text, not overlapping.
    pub set_out: Vec<Span>,
}

impl Article {
    /// The words at a place of this article.
    ///
    /// # Panics
    /// When the span was not made for this article's text.
    #[must_use]
    pub fn words_at(&self, span: Span) -> &str {
        &self.text[span.start()..span.end()]
    }

    /// The piece of furniture that stands between two places of the text, if one does.
    #[must_use]
    pub fn aside_between(&self, start: usize, end: usize) -> Option<Span> {
        let next = self.asides.partition_point(|aside| aside.start() < start);
        let aside = self.asides.get(next).copied();
        aside.filter(|aside| aside.end() <= end)
    }

    /// The whole text as its source has it, line breaks and all; as long as the text.
    #[must_use]
    pub fn as_read(&self) -> &str {
        self.wrapped.as_ref().unwrap_or(&self.text)
    }

    /// The words at a place as the source has them.
    ///
    /// # Panics
    /// When the span was not made for this article's text.
    #[must_use]
    pub fn as_read_at(&self, span: Span) -> &str {
        &self.as_read()[span.start()..span.end()]
    }

    /// The headline's place, where the article has one.
    #[must_use]
    pub fn headline(&self) -> Option<Span> {
        self.blocks
            .iter()
            .find(|block| block.kind == BlockKind::Headline)
            .map(|block| block.span)
    }

    /// The index of the block that a byte offset falls in.
    #[must_use]
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        let after = self
            .blocks
            .partition_point(|block| block.span.start() <= offset);
        let index = after.checked_sub(1)?;
        self.blocks[index].span.contains(offset).then_some(index)
    }

    /// What kind of block a byte offset falls in; blank space between blocks counts as body.
    #[must_use]
    pub fn zone_at(&self, offset: usize) -> BlockKind {
        self.block_at(offset)
            .map_or(BlockKind::Body, |index| self.blocks[index].kind)
    }

    /// The outlet's name, or the siglum with a word that says that it is not known.
    #[must_use]
    pub fn outlet_name(&self) -> &str {
        self.outlet
            .value()
            .map_or("outlet unknown", |outlet| outlet.0.as_str())
    }

    /// What tells it from the others at a glance: its outlet, or the last part of its file's name
    /// where that is not known.
    #[must_use]
    pub fn called(&self) -> &str {
        let file = || {
            let parts = self.file.rsplit(['/', '\\']);
            parts.into_iter().find(|part| !part.is_empty())
        };
        let outlet = self.outlet.value().map(|outlet| outlet.0.as_str());
        outlet.or_else(file).unwrap_or("outlet unknown")
    }
}
