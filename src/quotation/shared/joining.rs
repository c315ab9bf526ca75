//! Whether two quotations carry one statement.
//!
//! What decides is how much of the shorter one stands in the longer, and who speaks. The same
//! speaker needs least: a fragment of a word or two, where it stands verbatim. Where a speaker is
//! open the wording must carry more; two named people's words are joined only where they are so
//! long and so equal that one outlet must have named the wrong one. What is shared must tell
//! something: “in the history of” joins nothing, and neither does a name or a title in marks.

use std::collections::{HashMap, HashSet};

use rapidhash::fast::RandomState;

use crate::quotation::blocks::Blocks;
use crate::quotation::fidelity::Alignment;
use crate::quotation::lexicon::{Class, LEXICON};
use crate::quotation::same_name::same_name;
use crate::quotation::types::{Quotation, QuotationKind, Speaker, Standing};
use crate::quotation::wording::Wording;
use crate::story::Article;
use crate::text::words;

/// Words in a row that two candidates share.
pub(super) const GRAM: usize = 3;
/// What more statements than this have is a phrase of the language.
const COMMON: usize = 64;
/// Statements that a quotation is held against, those with which it shares most: a text that says
/// the same few words over and over would have it held against all of them.
const HELD_AGAINST: usize = 24;
/// Words in a row that no two statements share by chance, whoever is said to speak.
const SURE: usize = 12;

/// Whether a quotation is long enough to be compared by words in a row.
pub(super) fn stands_alone(wording: &Wording) -> bool {
    wording.len() >= GRAM
}

/// A word or two that tell something, of a known speaker.
pub(super) fn is_fragment(quotation: &Quotation, wording: &Wording) -> bool {
    wording.len() < GRAM
        && wording.telling(0..wording.len()) > 0
        // “Yes,” and “Justice,” are sentences of their own.
        && (wording.len() > 1 || quotation.kind != QuotationKind::Full)
        && surname(quotation.speaker.as_ref()).is_some()
}

/// What stands in small letters in a title.
const LINKING: Class = Class::ARTICLE.or(Class::PREPOSITION).or(Class::COORDINATOR);

/// “Face the Nation”, “Medicare for All”: in marks, but nobody's statement.
pub(super) fn is_name(article: &Article, quotation: &Quotation) -> bool {
    // Headlines put sentences so; but a sentence on a hat is nobody's.
    if quotation.kind == QuotationKind::Full && surname(quotation.speaker.as_ref()).is_some() {
        return false;
    }
    let text = article.words_at(quotation.content);
    let mut capitals = 0;
    for word in words(text) {
        let word = &text[word.start()..word.end()];
        let shouted = !word.contains(char::is_lowercase);
        if shouted && word.len() > 1 {
            return false;
        }
        if word.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if !LEXICON.entry(word).class.is(LINKING) {
            return false;
        }
    }
    capitals > 1
}

/// The last word of a known speaker's name.
fn surname(speaker: Option<&Speaker>) -> Option<&str> {
    speaker
        .filter(|speaker| speaker.is_named())
        .and_then(|speaker| speaker.name.split(' ').next_back())
}

/// The centres of statements by what they hold.
pub(super) struct Index {
    grams: HashMap<[u64; GRAM], Vec<usize>, RandomState>,
    /// By a fragment's word and the surname of who says it.
    words: HashMap<(u64, Box<str>), Vec<usize>, RandomState>,
    /// The words of fragments.
    looked_for: HashSet<u64, RandomState>,
}

impl Index {
    /// An index with nothing in it, for the fragments among these wordings.
    pub(super) fn over<'a>(wordings: impl Iterator<Item = &'a Wording>) -> Self {
        Index {
            grams: HashMap::default(),
            words: HashMap::default(),
            looked_for: wordings
                .filter(|wording| wording.len() < GRAM)
                .filter_map(key_word)
                .collect(),
        }
    }

    /// Takes in a centre.
    pub(super) fn add(&mut self, centre: usize, quotation: &Quotation, wording: &Wording) {
        let push = |holders: &mut Vec<usize>| {
            if holders.last() != Some(&centre) {
                holders.push(centre);
            }
        };
        for gram in wording.ids.windows(GRAM) {
            push(self.grams.entry([gram[0], gram[1], gram[2]]).or_default());
        }
        let Some(surname) = surname(quotation.speaker.as_ref()) else {
            return;
        };
        for word in wording.ids.iter().filter(|id| self.looked_for.contains(id)) {
            push(self.words.entry((*word, surname.into())).or_default());
        }
    }

    /// The centres that share a row of words with a wording, or the word of a fragment and its
    /// speaker, in their order; of many those that share most.
    pub(super) fn candidates(&self, quotation: &Quotation, wording: &Wording) -> Vec<usize> {
        let mut found: Vec<usize> = wording
            .ids
            .windows(GRAM)
            .filter_map(|gram| self.grams.get(&[gram[0], gram[1], gram[2]]))
            .filter(|holders| holders.len() <= COMMON)
            .flatten()
            .copied()
            .collect();
        if wording.len() < GRAM
            && let Some(word) = key_word(wording)
            && let Some(surname) = surname(quotation.speaker.as_ref())
            && let Some(holders) = self.words.get(&(word, surname.into()))
        {
            found.extend(holders.iter().take(COMMON));
        }
        found.sort_unstable();
        most_often(&found, HELD_AGAINST)
    }
}

/// Of sorted numbers each once; where they are more than `most`, those that stand there most often,
/// the lower before the higher.
fn most_often(sorted: &[usize], most: usize) -> Vec<usize> {
    let mut counted: Vec<(std::cmp::Reverse<usize>, usize)> = sorted
        .chunk_by(|a, b| a == b)
        .map(|same| (std::cmp::Reverse(same.len()), same[0]))
        .collect();
    if counted.len() > most {
        counted.select_nth_unstable(most);
        counted.truncate(most);
    }
    let mut kept: Vec<usize> = counted.into_iter().map(|(_, one)| one).collect();
    kept.sort_unstable();
    kept
}

/// The first word of a fragment that tells something.
fn key_word(wording: &Wording) -> Option<u64> {
    (0..wording.len())
        .find(|at| wording.telling(*at..at + 1) > 0)
        .map(|at| wording.ids[at])
}

/// How two speakers relate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Speakers {
    Same,
    Different,
    /// A person and a body, which may speak through that person.
    Related,
    /// One of them is open.
    Open,
}

impl Speakers {
    fn of(a: Option<&Speaker>, b: Option<&Speaker>) -> Self {
        match (a, b) {
            (Some(a), Some(b)) if a.is_named() && b.is_named() => {
                if same_name(&a.name, &b.name) {
                    Speakers::Same
                } else if a.standing == Standing::Person && b.standing == Standing::Person {
                    Speakers::Different
                } else {
                    Speakers::Related
                }
            }
            _ => Speakers::Open,
        }
    }
}

/// Whether two quotations name one speaker.
pub(super) fn same_speaker(a: &Quotation, b: &Quotation) -> bool {
    Speakers::of(a.speaker.as_ref(), b.speaker.as_ref()) == Speakers::Same
}

/// How well a quotation covers another: words in common, of the same speaker, in one piece. The
/// greater the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Cover {
    matched: usize,
    same_speaker: bool,
    run: usize,
}

/// How well `one` covers `base`, if both carry one statement.
pub(super) fn judge(
    base: &Quotation,
    one: &Quotation,
    long: &Wording,
    short: &Wording,
) -> Option<Cover> {
    let speakers = Speakers::of(base.speaker.as_ref(), one.speaker.as_ref());
    let common = Common::of(long, short, one.kind);
    let joined = match speakers {
        _ if common.run >= SURE && common.share(50) => true,
        Speakers::Same => common.is_enough_for_one_speaker(),
        // A word held at arm's length may be anybody's.
        _ if one.kind == QuotationKind::Term => false,
        Speakers::Open => common.is_enough_for_an_open_speaker(),
        Speakers::Related => {
            common.is_enough_in_one_piece(GRAM + 1)
                || common.least >= 5 && common.share(90) && common.telling >= 2
        }
        Speakers::Different => {
            common.least >= 10 && common.share(90) && common.telling >= 2
                || common.whole && common.sentence && common.least >= 8 && common.telling >= 3
        }
    };
    joined.then_some(Cover {
        matched: common.matched,
        same_speaker: speakers == Speakers::Same,
        run: common.run,
    })
}

/// What two wordings have in common.
struct Common {
    /// The words of the shorter.
    least: usize,
    matched: usize,
    /// The longest row.
    run: usize,
    /// The words in common that tell something.
    telling: usize,
    /// All of the shorter stands in the longer in one piece.
    whole: bool,
    /// The shorter is a sentence or more.
    sentence: bool,
}

impl Common {
    fn of(long: &Wording, short: &Wording, kind: QuotationKind) -> Self {
        let sentence = kind == QuotationKind::Full;
        let least = long.len().min(short.len());
        if let Some(place) = long.place_of(short) {
            return Common {
                least,
                matched: least,
                run: least,
                telling: long.telling(place),
                whole: true,
                sentence,
            };
        }
        let alignment = Alignment::of(long, short);
        let telling = alignment.equal().map(|run| short.telling(run.1)).sum();
        // Parts in another order are out of an alignment's sight.
        let blocks = Blocks::of(&[long], short);
        Common {
            least,
            matched: alignment.joined().max(blocks.covered()),
            run: alignment.longest(),
            telling,
            whole: false,
            sentence,
        }
    }

    fn share(&self, percent: usize) -> bool {
        self.matched * 100 >= self.least * percent
    }

    fn is_enough_for_one_speaker(&self) -> bool {
        if self.whole {
            return self.sentence || self.telling >= 1;
        }
        let close = self.share(65) && self.run >= self.least.min(4) || self.share(80);
        // A good part word for word, then on with something else.
        let begun = self.share(45) && self.run >= 8;
        // “under a lot of duress” and “under duress”.
        let trimmed = self.share(80) && self.run >= 4 && self.telling >= 1;
        (close || begun) && self.telling >= 2 || trimmed
    }

    fn is_enough_for_an_open_speaker(&self) -> bool {
        let close = self.least >= 6 && self.share(80) && self.run >= 5 && self.telling >= 2;
        close || self.is_enough_in_one_piece(GRAM)
    }

    /// Whether the shorter stands whole in the longer and is more than a phrase of the language:
    /// the fewer its words, the more they must tell.
    fn is_enough_in_one_piece(&self, fewest: usize) -> bool {
        let telling = match self.least {
            7.. => 0,
            5.. if self.sentence => 0,
            5.. => 1,
            _ => 2,
        };
        self.whole && self.least >= fewest && self.telling >= telling
    }
}

#[cfg(test)]
mod tests {
    use super::super::Groups;
    use super::*;
    use crate::quotation::testing::{heard, story};

    #[test]
    fn of_many_those_that_share_most_are_kept_in_their_order() {
        let sorted = [1, 2, 2, 5, 5, 5, 7, 9, 9];
        assert_eq!(most_often(&sorted, 9), [1, 2, 5, 7, 9]);
        assert_eq!(most_often(&sorted, 3), [2, 5, 9]);
        assert_eq!(most_often(&sorted, 2), [2, 5]);
    }

    /// What is said in such a text says the same few words in ever another order.
    fn monotonous(paragraphs: usize) -> String {
        const WORDS: [&str; 6] = ["harbour", "ferry", "winter", "crew", "quay", "storm"];
        let mut state = 1_usize;
        let mut word = || {
            state = (state * 1_103_515_245 + 12_345) % (1 << 31);
            WORDS[(state >> 16) % WORDS.len()]
        };
        let mut text = String::new();
        for _ in 0..paragraphs {
            let said: Vec<&str> = (0..12).map(|_| word()).collect();
            text += &format!("\u{201c}We {},\u{201d} Ada Reed said.\n", said.join(" "));
        }
        text
    }

    #[test]
    fn a_text_that_repeats_itself_is_not_held_against_all_of_itself() {
        let story = story(&[&monotonous(150), &monotonous(150)]);
        let (_, speech) = heard(&story);
        assert_eq!(speech.quotations.len(), 300);
        let wording = |one: &Quotation| Wording::of(story.article(one.article), one);
        let wordings: Vec<Wording> = speech.quotations.iter().map(wording).collect();
        let groups = Groups::of(&story, &speech, &wordings);
        let compared = |nth: usize| {
            let (one, wording) = (&speech.quotations[nth], &wordings[nth]);
            groups.index.candidates(one, wording).len()
        };
        let most = (0..300).map(compared).max();
        assert_eq!(most, Some(HELD_AGAINST));
        // The same words are still found.
        assert!(groups.members.iter().all(|group| group.len() > 1));
    }
}
