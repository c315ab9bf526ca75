//! What the help says beside the key table: the marks of each screen, and what is typed everywhere.

use crate::tui::screens::Screen;

/// What the marks of a screen mean; part of its help.
pub const MARKS: &[(Screen, &[(&str, &str)])] = &[
    (
        Screen::Read,
        &[
            (
                "P2",
                "passage 2 begins here; it is shared with another article",
            ),
            (
                "\u{2588} \u{2591}",
                "strip at the right, the whole article: words shared, words quoted; blank: its own",
            ),
            (
                "\u{2503}",
                "beside it: the part in view; a click on either opens that place",
            ),
            (
                "\u{25c6} \u{25c7} \u{2022}",
                "a label in the outlet's own voice, in another's; words found",
            ),
            (
                "\u{21b3}",
                "the line begins inside a word that is wider than the pane",
            ),
            ("\u{2261}6", "the article shares six passages with others"),
            ("*", "a note or a bookmark; \u{25b8} the place in hand"),
            (
                "\u{241b} \u{2426}",
                "a letter of the text that would act on the terminal, or not be seen: shown by a sign",
            ),
            (
                "(stated)",
                "the text says so; (inferred) someone concluded it; (supplied) the reader said it",
            ),
        ],
    ),
    (
        Screen::Diff,
        &[
            (
                "{ }",
                "words that differ; {\u{2205}} the text has nothing here",
            ),
            (
                "\u{2260} + \u{2212} \u{21c4}",
                "other words, words only here, none here, the same words elsewhere",
            ),
            (
                "A C] B",
                "A and C have the words before the bracket, B those after it",
            ),
            (
                "om. add.",
                "has nothing in place of the words; adds words after them",
            ),
            (
                "\u{2500}\u{2588}\u{2500}",
                "where in its article the passage stands; over an apparatus: how many differ",
            ),
        ],
    ),
    (
        Screen::Framing,
        &[
            (
                "\u{2588} \u{2592} \u{2591}",
                "own voice, quoted, reported; \u{201c} in marks, [ inserted: one a place",
            ),
            (
                "only C",
                "C alone uses this label; others name the thing by other words",
            ),
            (
                "z",
                "log-odds ratio over its error; beyond 1.96 rare by chance",
            ),
            (
                "G\u{b2}",
                "log-likelihood; above 3.84: rarer than one in twenty by chance",
            ),
            (
                "DP",
                "0: spread evenly over the text; towards 1: all in one part",
            ),
            (
                "? word",
                "what you asked for; asking for nothing lets it go",
            ),
        ],
    ),
    (
        Screen::Coverage,
        &[
            ("\u{25cf} 3", "the article carries it, in three places"),
            (
                "\u{b7}",
                "not found in this text; it may tell it in words that the rules do not know",
            ),
        ],
    ),
    (
        Screen::Overview,
        &[
            (
                "\u{2592} 167",
                "words that the two share; the darker, the more of the shorter article",
            ),
            (
                "= \u{2260} ?",
                "the two tell the same event, different events, or it is not known",
            ),
            (".38", "likeness: how much their rare words agree, 0 to 1"),
            ("~2016", "the date is inferred"),
            (
                "\u{25c6} \u{25c7}",
                "a label in the outlet's own voice, and in another's",
            ),
            (
                "\u{2588} \u{2592} \u{2591}",
                "in a bar: own voice, quoted, reported; \u{201c} in marks, [ inserted",
            ),
        ],
    ),
    (
        Screen::Clusters,
        &[(
            "\u{25cf}",
            "the passage whose articles are open; \u{25b8} the one in hand",
        )],
    ),
    (
        Screen::Stories,
        &[(
            "undated",
            "articles of the story whose date is not known; the days are those of the others",
        )],
    ),
];

/// What is typed at the same place on every screen.
pub const TYPED: &[(&str, &str)] = &[
    (
        "03]  Alt-3 ]  9j",
        "a count: 0, Alt and a digit, or a digit that has no screen begins it; Esc lets go of it",
    ),
    (
        "/ Alt-c Alt-w Alt-r",
        "in the line that finds: capitals count, whole words, regular expression; Tab lists the places",
    ),
    (
        "Ctrl-Left Home Ctrl-w",
        "a line being typed: the arrows, Home and End go through it, Ctrl-Left and Ctrl-Right by words; \
         Ctrl-w, Ctrl-k and Ctrl-u take a word, the rest, all of it away",
    ),
];
