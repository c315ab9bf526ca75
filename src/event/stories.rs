//! A folder's stories as a reader chooses from them: who tells each, when, and what holds it together.

use std::collections::BTreeSet;

use super::Guard;
use crate::story::{Article, ArticleId, Date, Story};

/// Words that a reason names.
const WORDS_IN_REASON: usize = 6;
/// More articles than this are not looked through for words that all have in common.
const ENOUGH: usize = 50;

/// The articles that tell one event.
#[derive(Clone, PartialEq, Debug)]
pub struct Telling {
    /// In order of articles.
    pub articles: Vec<ArticleId>,
    /// The names of the outlets that are known, each once, in order.
    pub outlets: Vec<String>,
    /// The first and the last date that are known.
    pub dates: Option<(Date, Date)>,
    /// Articles whose date is not known.
    pub undated: usize,
    /// Why these are held to tell one event, as a clause: "in common: ferry, Oban, harbour". Empty
    /// while nobody has looked.
    pub reason: String,
}

/// Every article as a story of its own: what is there to choose from before any are grouped.
#[must_use]
pub fn each_alone(story: &Story) -> Vec<Telling> {
    let articles = story.articles.iter();
    articles
        .map(|article| Telling::told_by(&[article], String::new()))
        .collect()
}

impl Telling {
    /// What the story may be called: the first headline among its articles.
    #[must_use]
    pub fn headline<'a>(&self, story: &'a Story) -> Option<&'a str> {
        let mut articles = self.articles.iter().map(|id| story.article(*id));
        articles.find_map(|article| Some(article.words_at(article.headline()?)))
    }

    pub(super) fn of(guard: &Guard<'_>, members: &[usize]) -> Self {
        let articles: Vec<&Article> = members
            .iter()
            .map(|member| &guard.story.articles[*member])
            .collect();
        let reason = reason(guard, &articles, members);
        Telling::told_by(&articles, reason)
    }

    fn told_by(articles: &[&Article], reason: String) -> Self {
        let dates = || articles.iter().filter_map(|article| article.date.value());
        let outlets: BTreeSet<&str> = articles
            .iter()
            .filter_map(|article| article.outlet.value())
            .map(|outlet| outlet.0.as_str())
            .collect();
        Telling {
            articles: articles.iter().map(|article| article.id).collect(),
            outlets: outlets.into_iter().map(str::to_string).collect(),
            dates: dates().min().copied().zip(dates().max().copied()),
            undated: articles.len() - dates().count(),
            reason,
        }
    }
}

fn reason(guard: &Guard<'_>, articles: &[&Article], members: &[usize]) -> String {
    if members.len() == 1 {
        return "no other article tells it".to_string();
    }
    let mut clauses = Vec::new();
    let events: BTreeSet<&str> = articles
        .iter()
        .filter_map(|article| article.event.value())
        .map(|event| event.0.as_str())
        .collect();
    if let Some(event) = events.first() {
        let told = articles
            .iter()
            .filter(|article| article.event.value().is_some());
        clauses.push(match told.count() {
            all if all == members.len() => format!("of event {event}, as you said"),
            some => format!("{some} are of event {event}, as you said"),
        });
    }
    let members = &members[..members.len().min(ENOUGH)];
    let words = guard.profiles.telling_of_all(members, WORDS_IN_REASON);
    if !words.is_empty() {
        clauses.push(format!("in common: {}", words.join(", ")));
    }
    clauses.join("; ")
}
