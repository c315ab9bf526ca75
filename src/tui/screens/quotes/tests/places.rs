//! What is quoted, in the texts that it stands in.

use super::*;

#[test]
fn a_wide_screen_shows_the_text_of_the_carrier_in_hand_beside_the_list() {
    let mut state = room(250, 70);
    press(&mut state, "4");
    let near = |siglum: &str| {
        let of_c = "suspending participation in bilateral channels with Moscow";
        let of_e = "Zakharova also pointed out that another reason";
        if siglum == "C" { of_c } else { of_e }
    };
    let shown = words(&state);
    assert!(shown.contains(" C  Press TV (inferred)"), "{shown}");
    assert!(shown.contains(near("C")), "{shown}");
    assert!(shown.contains("\u{258c} \u{201c}The problem is"), "{shown}");
    press(&mut state, "Tab j");
    let shown = words(&state);
    assert!(shown.contains(" E  Syria Truths (inferred)"), "{shown}");
    assert!(
        shown.contains(near("E")) && !shown.contains(" C  Press TV"),
        "{shown}"
    );
    // What is not found has no text, and a narrower screen no room for one.
    for (size, keys) in [((250, 70), "4 Tab j j j j j"), ((160, 60), "4")] {
        let mut state = room(size.0, size.1);
        press(&mut state, keys);
        assert!(!words(&state).contains('\u{258c}'), "{keys}");
    }
}

#[test]
fn side_by_side_every_basis_stands_whole_on_a_narrow_screen() {
    for (width, height) in [(78, 24), (80, 24), (90, 24), (120, 40)] {
        let mut state = room(width, height);
        press(&mut state, "4 Tab j Enter");
        let shown = words(&state);
        for date in ["2016-10-05 (inf", "2016-10-04 (inf"] {
            assert!(shown.contains(date), "{width}: {shown}");
        }
        let level = |line: &&str| line.matches("\u{201c}The problem is").count() == 2;
        assert_eq!(shown.lines().filter(level).count(), 1, "{width}: {shown}");
    }
}
