//! Where the reader is on the Framing screen, and what it shows.

use super::shown::Shown;
use crate::framing::kwic::Order;

/// What the table of the screen holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum View {
    /// The labels of a concept by outlet and voice.
    #[default]
    Labels,
    /// The words that tell an outlet from the others.
    Keyness,
    /// The words that stand near a label.
    Collocates,
    /// Where in each article a label stands.
    Dispersion,
    /// Which words stand for which in the same sentence or statement.
    Substitutions,
    /// An outlet's word against its speakers'.
    Contrasts,
}

impl View {
    /// All views, in the order in which a key goes through them.
    pub const ALL: [View; 6] = [
        View::Labels,
        View::Keyness,
        View::Collocates,
        View::Dispersion,
        View::Substitutions,
        View::Contrasts,
    ];

    /// The name on the screen.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            View::Labels => "Labels",
            View::Keyness => "Keyness",
            View::Collocates => "Collocates",
            View::Dispersion => "Dispersion",
            View::Substitutions => "Substitutions",
            View::Contrasts => "Contrasts",
        }
    }

    /// What it answers, the fullest words before the shorter.
    #[must_use]
    pub fn question(self) -> &'static [&'static str] {
        match self {
            View::Labels => &["What does each outlet call it, and in whose voice?"],
            View::Keyness => &[
                "Which words does an outlet use more than all the others? z beyond 1.96 is rarer than one in twenty by chance",
                "Which words does an outlet use more than all the others?",
            ],
            View::Collocates => &["Which words stand near it more often than elsewhere?"],
            View::Dispersion => &["Where in each article does it stand?"],
            View::Substitutions => &[
                "What stands for what in a sentence that outlets share, or a statement told twice?",
                "What stands for what in a sentence or statement that outlets share?",
            ],
            View::Contrasts => &[
                "Where does an outlet name it otherwise than the speaker whom it reports or heads?",
                "Where does an outlet name it otherwise than the speaker it reports?",
            ],
        }
    }

    /// Whether a list of concepts, or of outlets, stands at the left.
    #[must_use]
    pub fn has_list(self) -> bool {
        !matches!(self, View::Substitutions | View::Contrasts)
    }
}

/// What the keys move in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Part {
    /// Concepts or outlets.
    #[default]
    List,
    Table,
    Places,
}

/// Where the cursors are. The concept in hand is the room's, for flipping.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct State {
    pub view: View,
    pub part: Part,
    /// The row of each view's table. Of labels the first is the concept itself.
    rows: [usize; View::ALL.len()],
    /// Of the labels' table. 0: all articles; n: the n-th.
    pub column: usize,
    /// Of the outlets whose words are asked for.
    pub outlet: usize,
    /// The place under the cursor.
    pub line: usize,
    pub order: Order,
    pub shown: Shown,
}

impl State {
    /// The row of this view's table that is in hand.
    #[must_use]
    pub fn row(&self) -> usize {
        self.row_of(self.view)
    }

    /// The row of a view's table that is in hand.
    #[must_use]
    pub fn row_of(&self, view: View) -> usize {
        self.rows[view as usize]
    }

    /// Takes a row of this view's table in hand; its places begin anew.
    pub fn set_row(&mut self, row: usize) {
        self.set_row_of(self.view, row);
    }

    /// Takes a row of a view's table in hand.
    pub fn set_row_of(&mut self, view: View, row: usize) {
        self.rows[view as usize] = row;
        self.line = 0;
    }

    /// Takes another view; the keys move in what it has.
    pub fn set_view(&mut self, view: View) {
        self.view = view;
        self.line = 0;
        if self.part == Part::Places || !view.has_list() {
            self.part = Part::Table;
        }
    }
}
