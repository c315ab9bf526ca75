//! What actions do on the list of clusters.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::state::{Clusters, Opened};
use super::view::{first, list_area};
use crate::passage::collection::Order;
use crate::story::Place;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::reread::room_for;
use crate::tui::rows::Anchor;
use crate::tui::screens::Screen;
use crate::tui::state::State;
use crate::tui::widgets::list::Step;

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    let height = list_area(state).height;
    let clusters = state.clusters.as_mut()?;
    match action {
        Action::Open => return Some(open(clusters)),
        Action::NextOrder => {
            let order = next(clusters);
            clusters.sort(order);
        }
        other => {
            let step = Step::of(other)?;
            clusters.cursor = step.from(clusters.cursor, height, clusters.rows.len());
        }
    }
    Some(begin(state))
}

fn next(clusters: &Clusters) -> Order {
    match clusters.order {
        Order::Articles if clusters.has_outlets() => Order::Outlets,
        Order::Articles | Order::Outlets => Order::Words,
        Order::Words => Order::Articles,
    }
}

fn open(clusters: &Clusters) -> Vec<Effect> {
    let row = clusters.row();
    row.map(|row| Effect::OpenCluster(row.cluster))
        .into_iter()
        .collect()
}

/// Asks for the first words of the lines in view that are not read yet.
#[must_use]
pub fn begin(state: &State) -> Vec<Effect> {
    let Some(clusters) = &state.clusters else {
        return Vec::new();
    };
    let height = list_area(state).height;
    let shown = clusters
        .rows
        .iter()
        .skip(first(clusters, height))
        .take(usize::from(height));
    let wanted: Vec<usize> = shown
        .map(|row| row.cluster)
        .filter(|cluster| !clusters.begins.contains_key(cluster))
        .collect();
    if wanted.is_empty() {
        Vec::new()
    } else {
        vec![Effect::ReadBeginnings(wanted)]
    }
}

/// Takes first words that were read.
pub fn take_beginnings(state: &mut State, begins: Vec<(usize, String)>) {
    if let Some(clusters) = &mut state.clusters {
        clusters.begins.extend(begins);
    }
}

/// Narrows the list to what has these words.
pub fn narrow(state: &mut State, words: &str) -> Vec<Effect> {
    if let Some(clusters) = &mut state.clusters {
        clusters.filter = words.to_string();
        clusters.list();
    }
    begin(state)
}

/// Esc in the list lets go of the filter; false when there is none.
pub fn back(state: &mut State) -> bool {
    match &mut state.clusters {
        Some(clusters) if !clusters.filter.is_empty() => {
            clusters.filter.clear();
            clusters.list();
            true
        }
        _ => false,
    }
}

/// The wheel moves the cursor; a click takes a line in hand, a click on that opens it.
pub fn mouse(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    let by = match event.kind {
        MouseEventKind::ScrollDown => 1,
        MouseEventKind::ScrollUp => -1,
        MouseEventKind::Down(MouseButton::Left) => {
            return click(state, Position::new(event.column, event.row));
        }
        _ => return Vec::new(),
    };
    let height = list_area(state).height;
    if let Some(clusters) = &mut state.clusters {
        clusters.cursor = Step::Lines(by).from(clusters.cursor, height, clusters.rows.len());
    }
    begin(state)
}

fn click(state: &mut State, at: Position) -> Vec<Effect> {
    let area = list_area(state);
    let Some(clusters) = &mut state.clusters else {
        return Vec::new();
    };
    if !area.contains(at) {
        return Vec::new();
    }
    let nth = first(clusters, area.height) + usize::from(at.y - area.y);
    if nth == clusters.cursor {
        return open(clusters);
    }
    if nth < clusters.rows.len() {
        clusters.cursor = nth;
    }
    Vec::new()
}

/// Takes the articles of a cluster as the story of the room, each at the passage.
pub fn take(state: &mut State, opened: Opened) -> Vec<Effect> {
    let Opened {
        cluster,
        story,
        places,
        problem,
    } = opened;
    if story.articles.is_empty() {
        let why = problem.unwrap_or_else(|| "no article was found".to_string());
        state.complain(format!("P{} cannot be opened: {why}", cluster + 1));
        return Vec::new();
    }
    let mut fresh = room_for(state, story);
    fresh.clusters = state.clusters.take();
    if let Some(clusters) = &mut fresh.clusters {
        clusters.open = Some(cluster);
    }
    fresh.screen = Screen::Read;
    for place in &places {
        let offset = paragraph(&fresh, *place);
        fresh.read.set_top(place.article, Anchor { offset, nth: 0 });
    }
    if let Some(first) = places.first() {
        fresh.read.show(first.article);
        fresh
            .read
            .order
            .sort_by_key(|article| !places.iter().any(|place| place.article == *article));
    }
    fresh.seeking = places;
    *state = fresh;
    if let Some(problem) = problem {
        state.complain(problem);
    }
    vec![Effect::Compare]
}

/// The beginning of the block that a place begins in: the passage is read in its paragraph.
fn paragraph(state: &State, place: Place) -> usize {
    let blocks = &state.story.article(place.article).blocks;
    let block = blocks
        .iter()
        .rfind(|block| block.span.start() <= place.span.start());
    block.map_or(place.span.start(), |block| block.span.start())
}

/// Takes the passage in hand that stands where the cluster was said to stand.
pub fn seek(state: &mut State) {
    let places = std::mem::take(&mut state.seeking);
    let overlap = |passage: &crate::passage::Passage| -> usize {
        let all = places.iter().flat_map(|place| {
            let same = passage
                .witnesses
                .iter()
                .filter(|one| one.article == place.article);
            same.map(|one| one.span.overlap(place.span))
        });
        all.sum()
    };
    let best = state
        .passages()
        .iter()
        .max_by_key(|passage| overlap(passage));
    if let Some(id) = best
        .filter(|passage| overlap(passage) > 0)
        .map(|passage| passage.id)
    {
        state.selected = Some(id);
    }
}
