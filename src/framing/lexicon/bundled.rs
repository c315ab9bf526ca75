//! The lexicons that come with the program.

use std::sync::{Arc, LazyLock};

use super::{Lexicon, parse};

const FILES: &[(&str, &str)] = &[
    (
        "syria.toml",
        include_str!("../../../assets/lexicons/syria.toml"),
    ),
    (
        "migration.toml",
        include_str!("../../../assets/lexicons/migration.toml"),
    ),
];

static BUNDLED: LazyLock<Vec<Arc<Lexicon>>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(name, text)| {
            Arc::new(
                parse(text, &format!("bundled: {name}"))
                    .expect("assets/lexicons is checked by a test"),
            )
        })
        .collect()
});

/// The lexicons of `assets/lexicons`, in a fixed order.
#[must_use]
pub fn bundled() -> Vec<Arc<Lexicon>> {
    BUNDLED.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_lexicons_hold() {
        for (name, text) in FILES {
            if let Err(problems) = parse(text, name) {
                panic!("{}", problems[0]);
            }
        }
        assert_eq!(bundled().len(), FILES.len());
    }
}
