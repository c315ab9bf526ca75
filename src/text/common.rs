//! Words that tell little of what a text is about: `assets/rules/common_words.toml`.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    function: String,
    newsroom: String,
}

struct Common {
    function: HashSet<String>,
    newsroom: HashSet<String>,
}

static COMMON: LazyLock<Common> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../assets/rules/common_words.toml"))
        .expect("assets/rules/common_words.toml is checked by a test");
    let words = |list: &str| list.split_whitespace().map(str::to_string).collect();
    Common {
        function: words(&file.function),
        newsroom: words(&file.newsroom),
    }
});

/// Whether a folded word only builds sentences, in nearly every text ("of", "would", "herself").
#[must_use]
pub fn is_grammar(folded: &str) -> bool {
    COMMON.function.contains(folded)
}

/// Words that stand in news of any event ("officials", "statement"), in small letters.
pub fn newsroom_words() -> impl Iterator<Item = &'static str> {
    COMMON.newsroom.iter().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_words_parse_and_no_word_is_in_both_lists() {
        assert!(is_grammar("would") && !is_grammar("harbour"));
        let twice: Vec<&str> = newsroom_words().filter(|word| is_grammar(word)).collect();
        assert_eq!(twice, Vec::<&str>::new());
    }
}
