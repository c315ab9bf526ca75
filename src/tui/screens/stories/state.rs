//! What the list is of, and where the cursor is.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::event::{Telling, each_alone};
use crate::story::{Article, Story};
use crate::text::one_line;

/// All articles, and the stories that they fall into.
#[derive(Clone, Debug)]
pub struct Stories {
    pub all: Arc<Story>,
    /// Those of most outlets first.
    pub tellings: Vec<Telling>,
    pub chosen: Choice,
    /// Whether anybody has looked yet which articles tell one story.
    pub grouped: bool,
}

/// What the reader has opened of it. A story is known by its articles' files, which are the same
/// when all are read again.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    #[default]
    Nothing,
    All,
    Files(Vec<String>),
}

/// Where the reader is in the list. Its lines are numbered: 0 is all articles together, the stories
/// follow.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct State {
    /// The lines that the filter leaves, in order.
    pub lines: Vec<usize>,
    /// Index into `lines`.
    pub cursor: usize,
    /// What the list is narrowed to; empty for all of it.
    pub filter: String,
}

impl State {
    /// The line under the cursor; none where the filter leaves nothing.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.lines.get(self.cursor).copied()
    }

    /// Lists anew what the filter leaves, with the cursor on a line: the first where it is not left.
    pub fn list(&mut self, stories: &Stories, line: Option<usize>) {
        let wanted = self.filter.to_lowercase();
        let terms: Vec<&str> = wanted.split_whitespace().collect();
        let left = (0..stories.lines()).filter(|line| stories.fits(*line, &terms));
        self.lines = left.collect();
        let again = self.lines.iter().position(|left| Some(*left) == line);
        self.cursor = again.unwrap_or(0);
    }
}

impl Stories {
    /// The stories that these articles fall into; nothing is chosen yet.
    #[must_use]
    pub fn of(all: &Arc<Story>, tellings: Vec<Telling>) -> Self {
        Stories {
            all: Arc::clone(all),
            tellings,
            chosen: Choice::Nothing,
            grouped: true,
        }
    }

    /// Every article by itself, until the grouping is there.
    #[must_use]
    pub fn not_grouped(all: &Arc<Story>) -> Self {
        Stories {
            grouped: false,
            ..Stories::of(all, each_alone(all))
        }
    }

    /// How many lines the list has.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.tellings.len() + 1
    }

    /// Whether every term, in small letters, stands in a headline, an outlet or a file's name of a
    /// line's articles. All articles together fit where nothing is asked for.
    fn fits(&self, line: usize, terms: &[&str]) -> bool {
        if terms.is_empty() {
            return true;
        }
        let Some(telling) = line.checked_sub(1).and_then(|at| self.tellings.get(at)) else {
            return false;
        };
        let articles = telling.articles.iter().map(|id| self.all.article(*id));
        let words: Vec<String> = articles
            .map(|article| {
                let headline = article.headline().map(|span| article.words_at(span));
                let headline = headline.unwrap_or_default();
                format!("{headline}\n{}\n{}", article.outlet_name(), article.file).to_lowercase()
            })
            .collect();
        terms
            .iter()
            .all(|term| words.iter().any(|words| words.contains(term)))
    }

    /// The choice that a line stands for.
    #[must_use]
    pub fn choice(&self, line: usize) -> Choice {
        let telling = line.checked_sub(1).and_then(|at| self.tellings.get(at));
        telling.map_or(Choice::All, |telling| {
            let files = telling.articles.iter();
            Choice::Files(files.map(|id| self.all.article(*id).file.clone()).collect())
        })
    }

    /// The line of what is chosen; the first story where nothing is.
    #[must_use]
    pub fn line_of_chosen(&self) -> usize {
        match self.chosen {
            Choice::All => 0,
            Choice::Nothing | Choice::Files(_) => {
                let mut lines = 1..self.lines();
                lines
                    .find(|line| self.choice(*line) == self.chosen)
                    .unwrap_or(1)
            }
        }
    }

    /// What is chosen as a story of its own; `None` where nothing is, or all of it is gone.
    #[must_use]
    pub fn chosen_story(&self) -> Option<Arc<Story>> {
        let files = match &self.chosen {
            Choice::Nothing => return None,
            Choice::All => return Some(Arc::clone(&self.all)),
            Choice::Files(files) => files,
        };
        let wanted = |article: &Article| files.contains(&article.file);
        let story = self.all.of_some(self.title(), wanted);
        (!story.articles.is_empty()).then(|| Arc::new(story))
    }

    /// The first headline of the chosen story.
    fn title(&self) -> Option<String> {
        let at = self.line_of_chosen().checked_sub(1)?;
        let headline = self.tellings.get(at)?.headline(&self.all)?;
        Some(one_line(headline))
    }

    /// What a line is called: the first headline of its story, else the name of its first file.
    #[must_use]
    pub fn name(&self, line: usize) -> String {
        let telling = line.checked_sub(1).and_then(|at| self.tellings.get(at));
        let Some(telling) = telling else {
            return "All articles together".to_string();
        };
        let first = telling.articles.first().map(|id| self.all.article(*id));
        let file = first.map_or("", |article| article.file.as_str());
        one_line(telling.headline(&self.all).unwrap_or(file))
    }

    /// The list after all articles have been read again. The story that is open grows by the articles
    /// that have joined it.
    #[must_use]
    pub fn renewed(&self, all: Arc<Story>, tellings: Vec<Telling>) -> Self {
        let mut renewed = Stories {
            chosen: self.chosen.clone(),
            ..Stories::of(&all, tellings)
        };
        if let Choice::Files(_) = &self.chosen
            && let Some(line) = renewed.line_like(&self.chosen)
        {
            renewed.chosen = renewed.choice(line);
        }
        renewed
    }

    /// The line that stands for what was chosen at another time; none where less than half of the
    /// articles of a story are together still.
    #[must_use]
    pub fn line_again(&self, choice: &Choice) -> Option<usize> {
        let before = match choice {
            Choice::Nothing => return None,
            Choice::All => return Some(0),
            Choice::Files(files) => files,
        };
        let line = self.line_like(choice)?;
        let Choice::Files(files) = self.choice(line) else {
            return None;
        };
        let still = files.iter().filter(|file| before.contains(file)).count();
        (still * 2 >= before.len() && still > 0).then_some(line)
    }

    /// The line of the story that has most of the articles of a choice.
    #[must_use]
    pub fn line_like(&self, choice: &Choice) -> Option<usize> {
        let Choice::Files(before) = choice else {
            return None;
        };
        let shared = |line: &usize| match self.choice(*line) {
            Choice::Files(files) => files.iter().filter(|file| before.contains(file)).count(),
            Choice::Nothing | Choice::All => 0,
        };
        (1..self.lines()).max_by_key(shared)
    }
}
