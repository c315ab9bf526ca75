//! What actions do on the Overview screen.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::layout::{divide, inside};
use super::marks::marks;
use super::state::Panel;
use super::{cards, dispersion, pairs, timeline, voices};
use crate::framing::Voice;
use crate::passage::{Passage, PassageId};
use crate::story::{ArticleId, Place, Span};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::flip;
use crate::tui::screens::{Screen, diff, read};
use crate::tui::state::State;
use crate::tui::trail;
use crate::tui::widgets::list::Step;
use crate::tui::widgets::voice;

/// Articles that a page goes through.
const PAGE: u16 = 10;

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    keep(state);
    match action {
        Action::FocusNext => state.overview.panel = state.overview.panel.stepped(true),
        Action::FocusPrevious => state.overview.panel = state.overview.panel.stepped(false),
        Action::NextColumn => step_column(state, true),
        Action::PreviousColumn => step_column(state, false),
        Action::Open => open(state),
        other => step_article(state, Step::of(other)?),
    }
    Some(Vec::new())
}

/// The wheel goes through the articles; a click takes what it is on in hand, a click on that opens
/// it.
pub fn mouse(state: &mut State, event: MouseEvent) {
    keep(state);
    match event.kind {
        MouseEventKind::ScrollDown => step_article(state, Step::Lines(1)),
        MouseEventKind::ScrollUp => step_article(state, Step::Lines(-1)),
        MouseEventKind::Down(MouseButton::Left) => {
            click(state, Position::new(event.column, event.row));
        }
        _ => {}
    }
}

/// The places of what is in hand.
#[must_use]
pub fn places(state: &State) -> Vec<Place> {
    let article = state.overview.article;
    let place = |span| Place { article, span };
    match state.overview.panel {
        Panel::Dispersion => marks(state, article)
            .get(state.overview.mark)
            .map(|mark| place(mark.span))
            .into_iter()
            .collect(),
        Panel::Voices => labels_in_hand(state),
        Panel::Pairs => pairs::places(state),
        Panel::Cards | Panel::Timeline => {
            let headline = state.story.articles.get(article.index());
            let headline = headline.and_then(|article| article.headline());
            headline.map(place).into_iter().collect()
        }
    }
}

/// Articles may have been put aside since.
fn keep(state: &mut State) {
    let order = &state.read.order;
    for id in [&mut state.overview.article, &mut state.overview.other] {
        if !order.contains(id) {
            *id = order.first().copied().unwrap_or(*id);
        }
    }
}

fn step_article(state: &mut State, step: Step) {
    let order = &state.read.order;
    let here = order.iter().position(|id| *id == state.overview.article);
    let to = step.from(here.unwrap_or(0), PAGE, order.len());
    if let Some(id) = order.get(to).copied() {
        take(state, id);
    }
}

fn take(state: &mut State, article: ArticleId) {
    if state.overview.article != article {
        state.overview.article = article;
        state.overview.mark = 0;
    }
}

fn step_column(state: &mut State, forward: bool) {
    let stepped = |at: usize, count: usize| {
        let by = if forward { 1 } else { count - 1 };
        (at + by) % count
    };
    match state.overview.panel {
        Panel::Cards | Panel::Timeline => {
            let by = if forward { 1 } else { -1 };
            step_article(state, Step::Lines(by));
        }
        Panel::Pairs => {
            let order = &state.read.order;
            let at = order.iter().position(|id| *id == state.overview.other);
            if !order.is_empty() {
                state.overview.other = order[stepped(at.unwrap_or(0), order.len())];
            }
        }
        Panel::Dispersion => {
            let count = marks(state, state.overview.article).len();
            if count > 0 {
                state.overview.mark = stepped(state.overview.mark.min(count - 1), count);
            }
        }
        Panel::Voices => {
            let at = Voice::ALL
                .iter()
                .position(|voice| *voice == state.overview.voice);
            state.overview.voice = Voice::ALL[stepped(at.unwrap_or(0), Voice::ALL.len())];
        }
    }
}

fn click(state: &mut State, at: Position) {
    let parts = divide(state);
    let Some((panel, area)) = parts.panels.into_iter().find(|(_, area)| area.contains(at)) else {
        return;
    };
    let before = state.overview.clone();
    state.overview.panel = panel;
    take_at(state, panel, inside(area), at);
    if state.overview == before && inside(area).contains(at) {
        open(state);
    }
}

/// Takes in hand what stands at a cell of a panel.
fn take_at(state: &mut State, panel: Panel, area: Rect, at: Position) {
    let rows = match panel {
        Panel::Cards => cards::rows(state, area),
        Panel::Pairs => pairs::rows(state, area),
        Panel::Timeline => timeline::rows(state, area),
        Panel::Dispersion => dispersion::rows(state, area),
        Panel::Voices => voices::rows(state, area),
    };
    let Some((id, line)) = rows.into_iter().find(|(_, line)| line.contains(at)) else {
        return;
    };
    if panel == Panel::Pairs {
        let columns = pairs::columns(state, area);
        let other = (0u16..)
            .zip(columns)
            .find(|(nth, _)| pairs::cell(line, *nth).contains(at));
        if let Some((_, other)) = other {
            state.overview.other = other;
        }
    }
    let mark = match panel {
        Panel::Dispersion => dispersion::hit(state, area, at),
        _ => None,
    };
    take(state, id);
    if let Some((_, mark)) = mark {
        state.overview.mark = mark;
    }
}

fn open(state: &mut State) {
    match state.overview.panel {
        Panel::Cards | Panel::Timeline => open_article(state),
        Panel::Pairs => open_pair(state),
        Panel::Dispersion => open_mark(state),
        Panel::Voices => open_labels(state),
    }
}

fn open_article(state: &mut State) {
    let id = state.overview.article;
    let Some(article) = state.story.articles.get(id.index()) else {
        return;
    };
    let span = article.headline().unwrap_or(Span::new(0, 0));
    read::go_to_place(state, Place { article: id, span });
    state.screen = Screen::Read;
}

/// The first passage that the pair shares, as a diff of these two.
fn open_pair(state: &mut State) {
    let (a, b) = (state.overview.article, state.overview.other);
    let bears = |passage: &Passage, id: ArticleId| {
        let witnesses = passage.witnesses.iter();
        let mut witnesses = witnesses.enumerate();
        witnesses
            .find(|(_, witness)| witness.article == id)
            .map(|(nth, _)| nth)
    };
    let shared = state
        .passages()
        .iter()
        .find_map(|passage| Some((passage.id, [bears(passage, a)?, bears(passage, b)?])));
    match shared {
        Some((id, pair)) if a != b => open_diff(state, id, pair),
        _ => {
            let siglum = |id: ArticleId| state.story.article(id).siglum.clone();
            let said = if a == b {
                let key = state.key(Action::NextColumn);
                format!("{key} takes the other article of the pair")
            } else {
                format!("{} and {} share no passage", siglum(a), siglum(b))
            };
            state.say(said);
        }
    }
}

fn open_diff(state: &mut State, id: PassageId, [a, b]: [usize; 2]) {
    diff::open(state, id);
    state.diff.pair = [a.min(b), a.max(b)];
    state.diff.side = usize::from(a > b);
}

/// The mark in hand, with the others of its lane to step through.
fn open_mark(state: &mut State) {
    let article = state.overview.article;
    let all = marks(state, article);
    let Some(mark) = all.get(state.overview.mark) else {
        state.say("No mark in this article");
        return;
    };
    let lane: Vec<_> = all.iter().filter(|one| one.lane == mark.lane).collect();
    let at = lane.iter().position(|one| one.span == mark.span);
    let places = lane.iter().map(|one| Place {
        article,
        span: one.span,
    });
    let what = mark.what.clone();
    let places = places.collect();
    trail::open(state, what, places, at.unwrap_or(0));
}

fn labels_in_hand(state: &State) -> Vec<Place> {
    let labels = voices::labels(state, state.overview.article).into_iter();
    labels
        .filter(|label| label.voice == state.overview.voice)
        .map(|label| Place {
            article: label.article,
            span: label.core,
        })
        .collect()
}

fn open_labels(state: &mut State) {
    let places = labels_in_hand(state);
    if places.is_empty() {
        state.say("No place here: the count is nought");
        return;
    }
    let concept = flip::concept(state).map_or("labels", |concept| concept.name.as_str());
    let what = format!("{concept}, {}", voice::in_words(state.overview.voice));
    trail::open(state, what, places, 0);
}
