//! `rashomon [INPUT…]`: the reading room on a terminal, the plain-text report elsewhere.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use clap::ValueEnum;

use crate::comparison::{self, Observer, Step};
use crate::config::Folders;
use crate::event::Telling;
use crate::ingest::Problem;
use crate::memory;
use crate::notes::Store;
use crate::report::{self, Section, forms};
use crate::story::Story;
use crate::tui::{self, Compare, Files, Grouping, Opening, Reopen, Reopened, Shelf};

use super::collection;
use super::inputs::Inputs;
use super::output::{self, Status};
use super::passages;
use super::settings::{Chosen, Settings};

#[derive(clap::Args, Debug)]
pub struct Args {
    /// Print a screen as labelled text instead of opening the reading room: what a screen reader wants
    #[arg(long, value_enum, value_name = "SCREEN", num_args = 0..=1, require_equals = true, default_missing_value = "all")]
    plain: Option<Screen>,
    /// Choose from what passim has found (a file or a folder of part-* files); INPUT is its input
    #[arg(long, value_name = "OUTPUT", requires = "inputs")]
    passim: Option<PathBuf>,
    #[command(flatten)]
    inputs: Inputs,
    #[command(flatten)]
    settings: Settings,
}

/// The screens of the reading room, by the parts of the report that tell the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Screen {
    /// The whole report
    All,
    /// The articles' texts, block by block
    Read,
    /// The shared passages, witness by witness
    Diff,
    /// What each article calls the same thing
    Framing,
    /// Who is quoted
    Quotes,
    /// Who carries what
    Coverage,
    /// The articles, which tell one event, and what they share
    Overview,
    /// The stories that the articles fall into
    Stories,
    /// Your notes and bookmarks
    Notes,
}

impl Args {
    /// The first input, as it is written.
    pub fn first_input(&self) -> Option<&Path> {
        self.inputs.inputs.first().map(PathBuf::as_path)
    }
}

impl Screen {
    /// The sections of the report that the screen shows.
    fn sections(self) -> &'static [Section] {
        match self {
            Screen::All => &Section::ALL,
            Screen::Read => &[Section::Texts],
            Screen::Diff => &[Section::Events, Section::Passages],
            Screen::Framing => &[Section::Labels],
            Screen::Quotes => &[Section::Quotations],
            Screen::Coverage => &[Section::Coverage],
            Screen::Notes => &[Section::Notes],
            Screen::Overview => &[
                Section::Articles,
                Section::Events,
                Section::Shared,
                Section::Spread,
                Section::Voices,
            ],
            // A list of its own, not of the report.
            Screen::Stories => &[],
        }
    }
}

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let prints = args.plain.is_some() || !io::stdout().is_terminal();
    if prints {
        args.settings.check()?;
    }
    if let Some(shelf) = shelf(args)? {
        if prints {
            output::show(&passages::table(&shelf.catalogue))?;
            return Ok(Status::Fine);
        }
        return choose_from(args, shelf);
    }
    if prints {
        match args.plain.unwrap_or(Screen::All) {
            Screen::Stories => list_the_stories(args),
            screen => print_the_report(args, screen),
        }
    } else {
        open_the_reading_room(args)
    }
}

/// The collection that the inputs are, when they are one and no articles.
fn shelf(args: &Args) -> anyhow::Result<Option<Shelf>> {
    let inputs = &args.inputs.inputs;
    if let Some(output) = &args.passim {
        let (catalogue, documents) = collection::from_passim(output, inputs)?;
        return Ok(Some(collection::shelf_of_passim(
            output, catalogue, documents,
        )));
    }
    let catalogue = collection::kept_index(inputs)?;
    Ok(catalogue.map(|catalogue| collection::shelf_of_index(&inputs[0], catalogue)))
}

/// Opens the reading room on a list of clusters.
fn choose_from(args: &Args, shelf: Shelf) -> anyhow::Result<Status> {
    let chosen = args.settings.choose()?;
    let options = options(&chosen);
    let folder = PathBuf::from(&shelf.catalogue.root);
    let stories = Grouping::Done(Vec::new());
    let mut opening = opening(args, Arc::default(), stories, chosen);
    // Articles are read by the cluster; where the reader was, no file says.
    opening.session = None;
    opening.files = Some(Files {
        inputs: Vec::new(),
        folder,
        reopen: Arc::new(Reopened::default),
        watch: false,
    });
    opening.shelf = Some(shelf);
    if let Some(((), beginning)) = tui::until_done(&options, |_| ())? {
        tui::run(opening, beginning, &options)?;
    }
    Ok(Status::Fine)
}

fn options(chosen: &Chosen) -> tui::Options {
    let theme = chosen.config.theme.value.clone();
    tui::Options {
        theme: (theme != "auto").then_some(theme),
        mouse: chosen.config.mouse.value,
        ascii: chosen.config.ascii.value,
        follow: chosen.config.follow.value,
        wrap_marks: chosen.config.wrap_marks.value,
        custom: chosen.custom.clone(),
        notice: None,
    }
}

/// The one place from which the terminal program is started on a story.
fn open_the_reading_room(args: &Args) -> anyhow::Result<Status> {
    let chosen = args.settings.choose()?;
    let mut options = options(&chosen);
    let inputs = args.inputs.clone();
    let read = tui::until_done(&options, move |tell| {
        let opened = inputs.read_telling(tell);
        let story = Arc::new(opened.story.clone());
        let stories = grouped_soon(&story);
        (story, stories, opened)
    })?;
    let Some(((story, stories, opened), beginning)) = read else {
        return Ok(Status::Fine);
    };
    let opened = output::told(opened)?;
    let status = Status::of(&opened.problems);
    options.notice = notice(&opened.problems);
    drop(opened);
    let opening = opening(args, story, stories, chosen);
    tui::run(opening, beginning, &options)?;
    Ok(status)
}

/// The story with all that the room needs of the world outside.
fn opening(args: &Args, story: Arc<Story>, stories: Grouping, chosen: Chosen) -> Opening {
    let inputs = &args.inputs.inputs;
    let folders = chosen.folders.as_ref();
    let config = chosen.config;
    Opening {
        story,
        shelf: None,
        stories,
        compare: compare(args.inputs.clone()),
        files: (!inputs.is_empty()).then(|| Files {
            inputs: inputs.clone(),
            folder: args.inputs.folder(),
            reopen: reopen(args.inputs.clone()),
            watch: config.watch.value,
        }),
        notes: Store::of(inputs, folders.map(|folders| folders.data.as_path())),
        session: folders
            .filter(|_| config.session.value)
            .map(|folders| folders.session_file(inputs)),
        started: folders.map(Folders::started_file),
        editor: config.editor.value,
        browser: config.browser.value,
    }
}

/// Compares by the lexicons as they are then: a reader may be editing one.
fn compare(inputs: Inputs) -> Compare {
    Arc::new(move |story: &Story, observer: Observer<'_>| {
        let (options, faults) = inputs.readable_options();
        let many = story.articles.len() > FEW;
        let observer = |step: Step| {
            // What one step has needed must not add to what the next one needs.
            if many {
                memory::give_back();
            }
            observer(step)
        };
        let comparison = comparison::compare(story, &options, &observer)?;
        memory::give_back();
        Ok((comparison, lexicons_left_out(&faults)))
    })
}

/// What the status line says of lexicons that could not be read: the first fault of the first one.
fn lexicons_left_out(faults: &[String]) -> Option<String> {
    let first = faults.first()?.lines().next()?;
    let lines: usize = faults.iter().map(|fault| fault.lines().count()).sum();
    let others = match lines - 1 {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    Some(format!("A lexicon is left out: {first}{others}"))
}

fn reopen(inputs: Inputs) -> Reopen {
    Arc::new(move || {
        let opened = inputs.read();
        Reopened {
            stories: stories(&opened.story),
            problem: notice(&opened.problems),
            story: opened.story,
        }
    })
}

/// So many articles are read together; of more, the reader chooses a story first.
const FEW: usize = 12;

/// The stories to choose from; none where the articles are few or tell only one.
fn stories(story: &Story) -> Vec<Telling> {
    if story.articles.len() <= FEW {
        return Vec::new();
    }
    let found = comparison::stories(story);
    memory::give_back();
    if found.len() > 1 { found } else { Vec::new() }
}

/// Grouping that ends within this time comes before the first frame: the reader sees no list that
/// is other at once.
const SOON: Duration = Duration::from_millis(50);
/// Of more articles than this it would not end so soon, and only keep the first frame waiting.
const SOON_GROUPED: usize = 100;

/// The stories of many articles, before the first frame or after it.
fn grouped_soon(story: &Arc<Story>) -> Grouping {
    if story.articles.len() <= FEW {
        return Grouping::Done(Vec::new());
    }
    let story = Arc::clone(story);
    if story.articles.len() > SOON_GROUPED {
        return Grouping::Later(Box::new(move || Some(stories(&story))));
    }
    let (sender, found) = channel();
    thread::spawn(move || {
        let _ = sender.send(stories(&story));
    });
    match found.recv_timeout(SOON) {
        Ok(stories) => Grouping::Done(stories),
        Err(_) => Grouping::Later(Box::new(move || found.recv().ok())),
    }
}

/// What the status line says at the start of what could not be read.
fn notice(problems: &[Problem]) -> Option<String> {
    let first = problems.first()?;
    let others = match problems.len() - 1 {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    Some(format!("{}: {}{others}", first.place, first.message))
}

fn list_the_stories(args: &Args) -> anyhow::Result<Status> {
    let opened = args.inputs.open()?;
    output::show(&forms::labelled(&super::story::stories(&opened.story)))?;
    Ok(Status::of(&opened.problems))
}

fn print_the_report(args: &Args, screen: Screen) -> anyhow::Result<Status> {
    let compared = args.inputs.compare()?;
    let report = compared.report();
    let text = match screen {
        Screen::All => report::plain(&report),
        screen => report::plain_sections(&report, screen.sections()),
    };
    output::show(&text)?;
    Ok(compared.status())
}
