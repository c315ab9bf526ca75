//! The turns of a transcript: "REED: The harbour leaks.", "Q: Who says so?".
//!
//! A paragraph that opens with a label and a colon may be anything: a heading in the line ("Update:"),
//! an entry of a list, a headline. A run of several whose labels come back is talk between people,
//! where they speak as "I", "we" or "you"; what is labelled by "Q" and "A" is an interview only where
//! somebody who answers says "I", since outlets explain things to their readers in that form too.
//! A paragraph without a label between two turns goes on with the first, unless it speaks of one of
//! the speakers.

use std::collections::{HashMap, HashSet};

use super::rules::{RULES, Role};
use crate::story::{Article, BlockKind, Span};
use crate::text::{fold, words};

/// The fewest turns of a run.
const FEWEST: usize = 4;
/// Paragraphs without a label between two turns of a run.
const BETWEEN: usize = 3;
/// The most bytes and words of a label.
const LONGEST: usize = 80;
const NAME_WORDS: usize = 6;

/// One paragraph of talk that opens with a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::quotation) struct Turn {
    /// The words of the label that name the speaker.
    pub label: Span,
    pub role: Role,
    /// What is said.
    pub content: Span,
}

/// The turns of an article.
#[derive(Default, Debug)]
pub(in crate::quotation) struct Turns {
    /// By the index of their block.
    pub by_block: HashMap<usize, Turn>,
    /// Blocks without a label that go on with the turn before them.
    pub going_on: Vec<usize>,
    /// Where the text names who answers, and who asks.
    pub answers: Option<Span>,
    pub asks: Option<Span>,
}

/// The turns of an article's transcripts.
pub(in crate::quotation) fn turns(article: &Article) -> Turns {
    let mut turns = Turns::default();
    let mut run = Run::default();
    for (index, block) in article.blocks.iter().enumerate() {
        // A short question may stand as a crosshead does.
        let turn = match block.kind {
            BlockKind::Body | BlockKind::Crosshead => labelled(article, block.span),
            _ => continue,
        };
        match turn {
            Some(turn) => {
                run.since = 0;
                run.turns.push((index, turn));
            }
            None if run.turns.is_empty() || block.kind != BlockKind::Body => {}
            None => {
                run.since += 1;
                run.others.push(index);
                if run.since > BETWEEN {
                    std::mem::take(&mut run).close(article, &mut turns);
                }
            }
        }
    }
    run.close(article, &mut turns);
    if let Some(first) = turns.by_block.keys().min() {
        let intro = Span::new(0, article.blocks[*first].span.start());
        [turns.answers, turns.asks] = RULES.interview(article, intro);
    }
    turns
}

/// Labelled paragraphs that stand close to each other.
#[derive(Default)]
struct Run {
    turns: Vec<(usize, Turn)>,
    /// Paragraphs without a label behind the first, and how many stand behind the last.
    others: Vec<usize>,
    since: usize,
}

impl Run {
    fn close(self, article: &Article, turns: &mut Turns) {
        if !self.is_talk(article) {
            return;
        }
        let names: HashSet<String> = self.turns.iter().map(|one| key(article, one.1)).collect();
        let speaks_of_one = |block: usize| {
            let text = article.words_at(article.blocks[block].span);
            words(text).any(|word| {
                let word = &text[word.start()..word.end()];
                let stem = word.split(['\'', '\u{2019}']).next().unwrap_or(word);
                word.starts_with(char::is_uppercase) && names.contains(&*fold(stem))
            })
        };
        for pair in self.turns.windows(2) {
            let first = self.others.partition_point(|one| *one < pair[0].0);
            let between = self.others[first..].iter().copied();
            let between = between.take_while(|one| *one < pair[1].0);
            turns
                .going_on
                .extend(between.take_while(|one| !speaks_of_one(*one)));
        }
        turns.by_block.extend(self.turns);
    }

    /// Whether several speak, come back, and speak for themselves.
    fn is_talk(&self, article: &Article) -> bool {
        let mut labels: HashMap<String, usize> = HashMap::new();
        for (_, turn) in &self.turns {
            *labels.entry(key(article, *turn)).or_default() += 1;
        }
        let (turns, speakers) = (self.turns.len(), labels.len());
        let come_back = labels.values().any(|times| *times > 1);
        if turns < FEWEST || speakers < 2 || !come_back || speakers * 2 > turns + 2 {
            return false;
        }
        let said = |turn: &Turn| article.words_at(turn.content);
        if self.turns.iter().any(|one| one.1.role != Role::Named) {
            let mut answers = self.turns.iter().filter(|one| one.1.role != Role::Asks);
            return answers.any(|(_, turn)| RULES.says_i(said(turn)));
        }
        let speak = (self.turns.iter()).filter(|(_, turn)| RULES.speaks(said(turn)));
        speak.count() * 3 >= turns
    }
}

/// What tells one label from another: the surname, or the role.
fn key(article: &Article, turn: Turn) -> String {
    let label = article.words_at(turn.label);
    match turn.role {
        Role::Asks => "?".to_string(),
        Role::Answers => "!".to_string(),
        Role::Named => {
            let last = label.trim_end_matches('.').rsplit(' ').next();
            fold(last.unwrap_or(label)).into_owned()
        }
    }
}

/// The label that a paragraph opens with.
fn labelled(article: &Article, paragraph: Span) -> Option<Turn> {
    let text = article.words_at(paragraph);
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let point = head.find(['.', ':'])?;
    let letter = &head[..point];
    let role = RULES.turn_role(letter);
    let colon = match role {
        // "Q. Who says so?"
        Role::Asks | Role::Answers => point,
        Role::Named => head.find(':')?,
    };
    let behind = &text[colon + 1..];
    let said = behind.trim_start();
    if said.len() == behind.len() || said.is_empty() {
        return None;
    }
    // "BLITZER (on camera):", "WOLF BLITZER, CNN HOST:"
    let label = head[..colon].split([',', '(', '[']).next()?.trim_end();
    if role == Role::Named && !is_name(label) {
        return None;
    }
    let start = paragraph.start();
    Some(Turn {
        label: Span::new(start, start + label.len()),
        role,
        content: Span::new(start + text.len() - said.len(), paragraph.end()),
    })
}

/// A few words in capitals that are nothing else.
fn is_name(label: &str) -> bool {
    let all: Vec<&str> = label.split(' ').collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    all.len() <= NAME_WORDS
        && !label.contains(|letter: char| letter.is_numeric() || matches!(letter, '"' | '\u{201c}'))
        && all.first().is_some_and(capital)
        && all.last().is_some_and(capital)
        && all.iter().filter(|word| !capital(word)).count() <= 2
        && !words(label).any(|word| {
            let word = &label[word.start()..word.end()];
            RULES.is_label(word) || RULES.is_heading(word)
        })
}
