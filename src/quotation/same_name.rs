//! Whether two names are one person's.

use super::lexicon::{Class, LEXICON};
use crate::text::fold;

/// Equal names; a surname alone agrees with any full name that has it, where the words that are said
/// agree too. "Mr. Reed" may be "Tom Reed Jr.", but "Tom Reed" is not.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    let ends_so = |name: &str| {
        name.strip_suffix(short)
            .is_some_and(|given| given.ends_with(' '))
    };
    let alone = !short.contains(' ');
    a == b
        || ends_so(long)
        || alone
            && (long.rsplit_once([' ', ',']))
                .filter(|(_, last)| {
                    LEXICON
                        .entry(&fold(last.trim_end_matches('.')))
                        .class
                        .is(Class::SUFFIX)
                })
                .is_some_and(|(name, _)| ends_so(name.trim_end_matches(',')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_agrees_with_a_name_that_has_it() {
        assert!(same_name("Reed", "Tom Reed"));
        assert!(same_name("Tom Reed Jr.", "Reed"));
        assert!(same_name("Reed", "Tom Reed, Sr."));
        for (a, b) in [
            ("Tom Reed", "Tom Reed Jr."),
            ("Reed", "Tom Breed"),
            ("Reed", "Reed Hill"),
            ("Tom Reed Jr.", "Tom Reed Sr."),
        ] {
            assert!(!same_name(a, b), "{a} {b}");
        }
    }
}
