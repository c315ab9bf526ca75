//! The state of the reading room: all that `view` draws and `update` changes.
//!
//! Plain data. Places are kept as bytes of articles, never as rows, so that they survive a resize.
//! The story and its comparison are read, not changed; the comparison arrives after the first frame.

use std::sync::Arc;

use ratatui::layout::Size;

use super::action::Action;
use super::find::Find;
use super::flip::{Asked, Flip};
use super::history::History;
use super::keys::Keymap;
use super::layouts::{Layout, Layouts, TextKey};
use super::notes::Notes;
use super::overlay::Overlay;
use super::screens::stories::{self, Stories};
use super::screens::{Screen, clusters, coverage, diff, framing, overview, quotes, read};
use super::session::Session;
use super::theme::{Depth, Theme, Themes};
use super::trail::Trail;
use super::typed::Typed;
use super::widgets::paint;
use crate::comparison::{Comparison, Step};
use crate::event::{Pair, Reason, Sameness};
use crate::passage::{Passage, PassageId};
use crate::quotation::{SpeakerRow, speakers};
use crate::story::{Article, ArticleId, Place, Span, Story};

/// The columns that an article's name may have on the status line however narrow that is.
const LEAST_NAME: u16 = 16;

/// The reading room.
#[derive(Debug)]
pub struct State {
    pub story: Arc<Story>,
    /// Absent until the worker has made it.
    pub comparison: Option<Arc<Comparison>>,
    /// Where each article bears passages, in the order of its text; made of the comparison.
    pub borne: Vec<Vec<(Span, PassageId)>>,
    /// What the worker is at.
    pub working: Option<Step>,
    /// The worker has ended without a comparison: none comes by itself.
    pub halted: bool,
    pub size: Size,
    pub screen: Screen,
    /// The passage in hand, on every screen.
    pub selected: Option<PassageId>,
    /// The framing that stands out, on every screen.
    pub flip: Flip,
    /// What the reader asked for as a concept of the moment.
    pub asked: Option<Asked>,
    /// The words that are looked for.
    pub find: Find,
    pub read: read::State,
    /// The places behind a count that was opened.
    pub trail: Option<Trail>,
    pub diff: diff::State,
    /// Collations that were shown.
    pub collated: Arc<diff::Collated>,
    /// And laid out.
    pub sheets: Arc<diff::Sheets>,
    pub framing: framing::State,
    /// Who is quoted, in the order of the Quotes screen; made of the comparison.
    pub speakers: Vec<SpeakerRow>,
    pub quotes: quotes::State,
    /// What speakers say, gathered and wrapped.
    pub gathered: quotes::Gathered,
    pub coverage: coverage::State,
    pub overview: overview::State,
    /// What the collection holds, where one is open.
    pub clusters: Option<clusters::Clusters>,
    /// Places whose passage is taken in hand when all is compared.
    pub seeking: Vec<Place>,
    /// Words chosen by hand.
    pub chosen: Option<Place>,
    pub notes: Notes,
    /// The stories that the articles fall into, where they are many.
    pub stories: Option<Arc<Stories>>,
    /// Where the reader is in their list.
    pub story_list: stories::State,
    /// Where the reader was before, to be gone to when all is compared.
    pub resuming: Option<Session>,
    pub overlay: Option<Overlay>,
    /// Said on the status line until the next key.
    pub message: Option<Message>,
    pub history: History,
    /// Keys that wait for others.
    pub typed: Typed,
    pub keymap: Arc<Keymap>,
    pub theme: Theme,
    pub themes: Themes,
    pub depth: Depth,
    /// Draw with the signs of ASCII alone.
    pub ascii: bool,
    /// Mark every wrapped line, not only those that begin inside a word.
    pub wrap_marks: bool,
    /// Nothing has been pressed in a room that was never opened before.
    pub newcomer: bool,
    /// Something could not be read when the files were read again last.
    pub unread: bool,
    /// The terminal sends us its mouse.
    pub mouse: bool,
    pub layouts: Layouts,
}

/// A word to the reader.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    pub text: String,
    pub kind: MessageKind,
}

/// How a message is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MessageKind {
    Note,
    Error,
}

impl State {
    /// A room for a story, before anything is compared.
    #[must_use]
    pub fn new(story: Arc<Story>, size: Size, theme: Theme, depth: Depth) -> Self {
        State {
            read: read::State::new(&story),
            flip: Flip::default(),
            asked: None,
            find: Find::default(),
            diff: diff::State::default(),
            collated: Arc::default(),
            sheets: Arc::default(),
            framing: framing::State::default(),
            trail: None,
            speakers: Vec::new(),
            quotes: quotes::State::default(),
            gathered: quotes::Gathered::default(),
            coverage: coverage::State::default(),
            overview: overview::State::default(),
            borne: vec![Vec::new(); story.articles.len()],
            story,
            comparison: None,
            working: None,
            halted: false,
            size,
            screen: Screen::default(),
            selected: None,
            clusters: None,
            seeking: Vec::new(),
            chosen: None,
            notes: Notes::default(),
            stories: None,
            story_list: stories::State::default(),
            resuming: None,
            overlay: None,
            message: None,
            history: History::default(),
            typed: Typed::default(),
            keymap: Keymap::shipped(),
            theme,
            themes: Themes::shipped(),
            depth,
            ascii: false,
            wrap_marks: false,
            newcomer: false,
            unread: false,
            mouse: true,
            layouts: Layouts::default(),
        }
    }

    /// Takes the comparison in; places are kept.
    pub fn take_comparison(&mut self, comparison: Arc<Comparison>) {
        for borne in &mut self.borne {
            borne.clear();
        }
        for passage in &comparison.passages {
            for witness in &passage.witnesses {
                self.borne[witness.article.index()].push((witness.span, passage.id));
            }
        }
        for borne in &mut self.borne {
            borne.sort_unstable();
        }
        self.speakers = quotes::ordered(speakers(&self.story, &comparison.speech), &comparison);
        self.comparison = Some(comparison);
        self.working = None;
        self.trail = None;
        self.asked = None;
        self.framing.shown = framing::Shown::default();
        self.layouts.clear();
        // Whoever still lays out for the comparison before keeps the old ones.
        self.collated = Arc::default();
        self.sheets = Arc::default();
        self.gathered.clear();
    }

    /// All passages; none before the comparison is there.
    #[must_use]
    pub fn passages(&self) -> &[Passage] {
        self.comparison
            .as_ref()
            .map_or(&[], |comparison| &comparison.passages)
    }

    /// The passage of this id.
    #[must_use]
    pub fn passage(&self, id: PassageId) -> Option<&Passage> {
        self.passages().get(id.0 as usize)
    }

    /// An article as it is, wrapped to a width.
    #[must_use]
    pub fn article_layout(&self, article: &Article, width: u16) -> Layout {
        self.layouts
            .get(article, TextKey::Article(article.id), width, Vec::new)
    }

    /// Whether two articles tell the same event, as the event guard judged.
    #[must_use]
    pub fn sameness(&self, a: ArticleId, b: ArticleId) -> Option<(Sameness, Reason<'_>)> {
        let pair = self.pair(a, b)?;
        Some((pair.sameness, pair.reason()))
    }

    /// The key of an action here, for a message; the reader may have set another than the shipped.
    #[must_use]
    pub fn key(&self, action: Action) -> String {
        self.keymap
            .key_of(self.screen, action)
            .unwrap_or_else(|| "the palette".to_string())
    }

    /// What the engine found of two articles.
    #[must_use]
    pub fn pair(&self, a: ArticleId, b: ArticleId) -> Option<&Pair> {
        let pairs = &self.comparison.as_ref()?.pairs;
        let wanted = (a.min(b), a.max(b));
        let at = pairs.binary_search_by_key(&wanted, |pair| (pair.a, pair.b));
        Some(&pairs[at.ok()?])
    }

    /// Whose text an article is, where it is not its own: "version of C", "carries the AFP text of B".
    #[must_use]
    pub fn kinship(&self, id: ArticleId) -> Option<String> {
        let siglum = |id: ArticleId| self.story.article(id).siglum.as_str();
        if let Some(of) = self.story.article(id).version_of {
            return Some(format!("version of {}", siglum(of)));
        }
        let mut copies = self.comparison.as_ref()?.copies.iter();
        let copy = copies.find(|copy| copy.article == id)?;
        Some(copy.words(siglum(copy.of)))
    }

    /// "C Press TV", for the status line: a long name leaves room for what is said of the article.
    #[must_use]
    pub fn named(&self, article: &Article) -> String {
        let most = (self.size.width / 3).max(LEAST_NAME);
        let name = paint::shortened(article.called(), most);
        format!("{} {name}", article.siglum)
    }

    /// Takes a theme, and says what of it is hard to read, where its colours are shown as written.
    pub fn wear(&mut self, theme: Theme) {
        let warning = self.themes.warning(&theme.name);
        self.theme = theme;
        if let Some(warning) = warning.filter(|_| self.depth.is_as_written()) {
            self.complain(warning);
        }
    }

    /// Says something on the status line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            text: text.into(),
            kind: MessageKind::Note,
        });
    }

    /// Says on the status line what went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            text: text.into(),
            kind: MessageKind::Error,
        });
    }
}
