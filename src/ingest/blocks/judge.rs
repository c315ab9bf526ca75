//! What each line of a text is, by its wording and by its place among the others.

use super::Division;
use super::lines::{Line, lines};
use super::rules::{Position, Rule, Rules};
use super::title::title_edge;
use crate::ingest::outlets;
use crate::story::{Block, BlockKind, Span};

/// Divides a text into blocks by these rules.
#[must_use]
pub fn divide(text: &str, rules: &Rules) -> Division {
    divide_marked(text, rules, &[])
}

/// Divides a text of which some lines are known: `marks` holds what each is, in order, as far as
/// it goes. Lines that hold nothing do not count.
#[must_use]
pub fn divide_marked(text: &str, rules: &Rules, marks: &[Option<BlockKind>]) -> Division {
    let lines = lines(text);
    let mut kinds = marks.to_vec();
    kinds.resize(lines.len(), None);
    let mut judge = Judge {
        text,
        rules,
        kinds,
        lines,
    };
    judge.by_wording();
    judge.by_repetition();
    judge.head();
    judge.foot();
    judge.crossheads();
    judge.division()
}

/// Where head and foot of a text end, as indexes of lines.
#[derive(Clone, Copy)]
struct Edges {
    first: usize,
    head: usize,
    foot: usize,
}

impl Edges {
    fn position(self, index: usize) -> Position {
        Position {
            head: index < self.head,
            foot: index >= self.foot,
            after: index > self.first,
        }
    }
}

/// How many lines above a headline can be names of sections.
const MOST_SECTIONS: usize = 12;

/// Decides line by line; a line stays `None` until a rule takes it and is body in the end.
struct Judge<'a> {
    text: &'a str,
    rules: &'a Rules,
    lines: Vec<Line>,
    kinds: Vec<Option<BlockKind>>,
}

impl<'a> Judge<'a> {
    fn words(&self, index: usize) -> &'a str {
        &self.text[self.lines[index].span.start()..self.lines[index].span.end()]
    }

    fn is_open(&self, index: usize) -> bool {
        self.kinds.get(index).is_some_and(Option::is_none)
    }

    fn is_prose(&self, index: usize) -> bool {
        self.is_open(index) && self.lines[index].is_prose()
    }

    /// The places of head and foot among the lines, from the paragraphs known so far.
    fn edges(&self) -> Edges {
        let prose = || (0..self.lines.len()).filter(|&index| self.is_prose(index));
        Edges {
            first: prose().next().unwrap_or(self.lines.len()),
            head: prose().nth(1).unwrap_or(self.lines.len()),
            foot: prose().rev().nth(1).map_or(0, |index| index + 1),
        }
    }

    /// The rules of the file; then the short lines that a list's heading opens.
    fn by_wording(&mut self) {
        let mut takers: Vec<Option<&'a Rule>> = vec![None; self.lines.len()];
        self.take_by_rules(&mut takers, None);
        let edges = self.edges();
        self.take_by_rules(&mut takers, Some(edges));
        let closing = (edges.foot..self.lines.len())
            .find(|&index| takers[index].is_some_and(|rule| rule.closes));
        if let Some(closing) = closing {
            for kind in &mut self.kinds[closing..] {
                kind.get_or_insert(BlockKind::Furniture);
            }
        }
        let mut listed = false;
        for (index, taker) in takers.iter().enumerate() {
            if taker.is_some_and(|rule| rule.opens_list) {
                listed = true;
            } else if self.is_prose(index) {
                listed = false;
            } else if listed && self.is_open(index) && index >= edges.head {
                self.kinds[index] = Some(BlockKind::Furniture);
            }
        }
        for index in 0..self.lines.len() {
            if !self.words(index).contains(char::is_alphanumeric) {
                self.kinds[index] = Some(BlockKind::Furniture);
            }
        }
    }

    fn take_by_rules(&mut self, takers: &mut [Option<&'a Rule>], edges: Option<Edges>) {
        for (index, taker) in takers.iter_mut().enumerate() {
            let at = edges.map_or_else(Position::default, |edges| edges.position(index));
            if self.is_open(index) {
                *taker = self
                    .rules
                    .taking(self.words(index), self.lines[index].words, at);
                self.kinds[index] = taker.map(|rule| rule.kind);
            }
        }
    }

    /// An image's text comes as a line of its own right before the caption: the same words, or a
    /// short line before a caption that its credit gives away.
    fn by_repetition(&mut self) {
        let head = self.edges().head;
        let first = (0..self.lines.len()).find(|&index| self.is_open(index));
        for index in 1..self.lines.len() {
            let before = index - 1;
            let line = self.lines[index];
            let short = line.words <= 40 && (!line.stops() || (index < head && !line.gap));
            let again = short && self.is_open(before) && self.words(before) == self.words(index);
            if again && first == Some(before) {
                // The headline, set twice.
                self.kinds[index] = Some(BlockKind::Furniture);
            } else if again {
                self.kinds[before] = Some(BlockKind::Furniture);
                self.kinds[index].get_or_insert(BlockKind::Caption);
            }
        }
        for index in 1..self.lines.len() {
            let before = self.lines[index - 1];
            let image_text = self.is_open(index - 1) && before.words <= 12 && !before.is_pointed();
            let under_it = self.kinds[index] == Some(BlockKind::Caption) && !self.lines[index].gap;
            if image_text && under_it && index > 1 {
                self.kinds[index - 1] = Some(BlockKind::Caption);
            }
        }
    }

    /// Sections before the headline, the headline, a standfirst, names after it.
    fn head(&mut self) {
        let Some(first_prose) = (0..self.lines.len()).find(|&index| self.is_prose(index)) else {
            return;
        };
        let mut from = 0;
        let told = self.kinds.contains(&Some(BlockKind::Headline));
        while !told
            && from < first_prose
            && (!self.is_open(from) || self.is_section(from, first_prose))
        {
            self.kinds[from].get_or_insert(BlockKind::Furniture);
            from += 1;
        }
        let known = self
            .kinds
            .iter()
            .position(|kind| *kind == Some(BlockKind::Headline));
        let Some(headline) = known.or_else(|| self.headline(from)) else {
            return;
        };
        self.kinds[headline] = Some(BlockKind::Headline);
        let end = self.edges().head;
        for index in headline + 1..end.min(self.lines.len()) {
            if !self.is_open(index) || self.lines[index].is_prose() {
                continue;
            }
            if self.same_title(headline, index) {
                self.kinds[index] = Some(BlockKind::Furniture);
            } else if self.is_signature(index) {
                self.kinds[index] = Some(BlockKind::Byline);
            }
        }
        self.standfirst(headline);
    }

    /// The names of sections above a headline: run together, or a word or two with a headline to
    /// come.
    fn is_section(&self, index: usize, first_prose: usize) -> bool {
        let line = self.lines[index];
        if line.stops() {
            return false;
        }
        if is_run_together(self.words(index)) {
            return true;
        }
        let headline_follows = (index + 1..=first_prose.min(index + MOST_SECTIONS))
            .filter(|&next| self.is_open(next))
            .find(|&next| self.lines[next].words >= 4)
            .is_some_and(|next| !self.lines[next].is_prose());
        line.words <= 3 && headline_follows
    }

    /// The headline at or right after this line: short and without a final point, or a short
    /// sentence set apart from a longer paragraph.
    fn headline(&self, from: usize) -> Option<usize> {
        let index = (from..self.lines.len()).find(|&index| self.is_open(index))?;
        let line = self.lines[index];
        let next = (index + 1..self.lines.len()).find(|&next| self.is_open(next))?;
        let follows = self.lines[next];
        let opens = !self
            .words(index)
            .starts_with(|c: char| c.is_lowercase() || c == '-' || c == '\u{2022}');
        let short = line.words <= 30 && !line.is_pointed();
        let apart = line.words <= 18
            && line.last == '.'
            && follows.gap
            && follows.is_prose()
            && follows.words * 2 > line.words * 3;
        let is_dateline = crate::ingest::stated::dateline(self.words(index)).is_some();
        (opens && !is_dateline && (short || apart)).then_some(index)
    }

    /// The summary under the headline: no sentence, or a sentence that the byline parts from the
    /// article.
    fn standfirst(&mut self, headline: usize) {
        let open = |from: usize| (from..self.lines.len()).find(|&index| self.is_open(index));
        let Some(index) = open(headline + 1) else {
            return;
        };
        let Some(next) = open(index + 1) else { return };
        let line = self.lines[index];
        let adjacent = self.kinds[headline + 1..index]
            .iter()
            .all(|kind| *kind == Some(BlockKind::Byline) || *kind == Some(BlockKind::Furniture));
        let unpointed = (5..=35).contains(&line.words) && !line.is_pointed() && self.is_prose(next);
        let parted = line.words <= 45
            && line.stops()
            && self.kinds[index + 1..next].contains(&Some(BlockKind::Byline));
        if adjacent && (unpointed || parted) {
            self.kinds[index] = Some(BlockKind::Standfirst);
        }
    }

    fn same_title(&self, headline: usize, index: usize) -> bool {
        fn title(words: &str) -> &str {
            title_edge(words).map_or(words, |edge| &words[..edge.title])
        }
        title(self.words(headline)) == title(self.words(index))
    }

    /// An outlet's name, or a person's, standing alone.
    fn is_signature(&self, index: usize) -> bool {
        let line = self.lines[index];
        let words = self.words(index);
        if line.words > 6 || (line.is_pointed() && line.last != ',') {
            return false;
        }
        let outlet = outlets::at_start(words).is_some_and(|(_, end)| {
            words[end..]
                .split_whitespace()
                .all(|word| word.starts_with(|c: char| !c.is_lowercase()))
        });
        let names = (2..=6).contains(&line.words)
            && !words.contains(|c: char| c.is_ascii_digit())
            && words.split_whitespace().all(|word| {
                word.starts_with(char::is_uppercase) || matches!(word, "and" | "&" | ",")
            });
        outlet || (names && line.last != '?')
    }

    /// What trails behind the last paragraph: other headlines, tags, a signature.
    fn foot(&mut self) {
        let Some(last_prose) = (0..self.lines.len())
            .rev()
            .find(|&index| self.is_prose(index))
        else {
            return;
        };
        let from = last_prose + 1;
        let open: Vec<usize> = (from..self.lines.len())
            .filter(|&index| self.is_open(index))
            .collect();
        let tags = (2..=12).contains(&(self.lines.len() - from))
            && open.iter().all(|&index| self.is_tag(index));
        // A long tail of such lines is a list or a table of the article's own.
        let few = open.len() <= 3;
        for index in from..self.lines.len() {
            if !self.is_open(index) || self.lines[index].is_pointed() {
                continue;
            }
            let words = self.words(index);
            if title_edge(words).is_some()
                || is_run_together(words)
                || tags
                || (few && is_title_case(words))
            {
                self.kinds[index] = Some(BlockKind::Furniture);
            } else if outlets::by_name(words).is_some() {
                self.kinds[index] = Some(BlockKind::Byline);
            }
        }
    }

    /// A word or three that name a subject: "Politics", "Harbour strike".
    fn is_tag(&self, index: usize) -> bool {
        let words = self.words(index);
        self.lines[index].words <= 3
            && !self.lines[index].is_pointed()
            && !words.contains(|c: char| c.is_numeric() || c == '(')
    }

    /// A short line without final point between two paragraphs.
    fn crossheads(&mut self) {
        for index in 1..self.lines.len().saturating_sub(1) {
            if self.is_open(index) && self.looks_like_crosshead(index) && self.is_between(index) {
                self.kinds[index] = Some(BlockKind::Crosshead);
            }
        }
    }

    fn looks_like_crosshead(&self, index: usize) -> bool {
        let line = self.lines[index];
        let opens =
            |c: char| c.is_uppercase() || c.is_numeric() || "\u{2018}\u{201c}'\"".contains(c);
        line.words <= 12
            && !line.is_pointed()
            && line.last != '!'
            && self.words(index).starts_with(opens)
    }

    /// Whether paragraphs or captions stand on both sides, furniture passed over.
    fn is_between(&self, index: usize) -> bool {
        let told = |other: &usize| self.kinds[*other] != Some(BlockKind::Furniture);
        let article =
            |other: usize| self.is_prose(other) || self.kinds[other] == Some(BlockKind::Caption);
        (0..index).rev().find(told).is_some_and(article)
            && (index + 1..self.lines.len())
                .find(told)
                .is_some_and(article)
    }

    fn division(&self) -> Division {
        let mut division = Division::default();
        for (line, kind) in self.lines.iter().zip(&self.kinds) {
            let kind = kind.unwrap_or(BlockKind::Body);
            let words = &self.text[line.span.start()..line.span.end()];
            let base = line.span.start();
            if kind == BlockKind::Headline
                && let Some(edge) = title_edge(words)
            {
                division.push(kind, Span::new(base, base + edge.title));
                division.push(
                    BlockKind::Furniture,
                    Span::new(base + edge.edge, line.span.end()),
                );
                continue;
            }
            division.push(kind, line.span);
            if kind.is_compared() {
                let asides = self.rules.asides(words);
                division
                    .asides
                    .extend(asides.iter().map(|aside| aside.shifted(base)));
            }
        }
        division
    }
}

impl Division {
    fn push(&mut self, kind: BlockKind, span: Span) {
        self.blocks.push(Block { kind, span });
    }
}

/// Names of sections without a space between them: "EuropeMiddle EastWorld News".
fn is_run_together(words: &str) -> bool {
    let joints = words
        .split_whitespace()
        .flat_map(joints)
        .filter(|&(before, after)| before >= 4 && after >= 3)
        .count();
    let count = words.split_whitespace().count();
    joints >= 2 || (joints == 1 && count <= 2)
}

/// Where a lower-case letter meets an upper-case one inside a word: letters before and after.
fn joints(word: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let letters: Vec<char> = word.chars().take(200).collect();
    let mut found = Vec::new();
    for at in 1..letters.len() {
        if letters[at - 1].is_lowercase() && letters[at].is_uppercase() {
            let after = letters[at..]
                .iter()
                .take_while(|c| c.is_alphabetic())
                .count();
            found.push((at, after));
        }
    }
    found.into_iter()
}

/// Whether a line of five words or more is set as a headline: nearly every word capitalised.
fn is_title_case(words: &str) -> bool {
    let (mut all, mut capital) = (0, 0);
    for word in words.split_whitespace() {
        if let Some(first) = word.chars().find(|c| c.is_alphabetic()) {
            all += 1;
            capital += usize::from(first.is_uppercase());
        }
    }
    (5..=20).contains(&all) && capital * 4 >= all * 3
}
