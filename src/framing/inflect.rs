//! The few inflections that labels need: English plurals, and a or an.

/// "rebel" → "rebels". Only the last word changes.
#[must_use]
pub fn plural(words: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|end| words.ends_with(end));
    if let Some(stem) = words.strip_suffix("man") {
        return format!("{stem}men");
    }
    if let Some(stem) = words.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'i', 'o', 'u'])
    {
        return format!("{stem}ies");
    }
    if ends(&["s", "x", "z", "ch", "sh"]) {
        return format!("{words}es");
    }
    format!("{words}s")
}

/// "rebels" → "rebel". Only the last word changes.
#[must_use]
pub fn singular(words: &str) -> String {
    if let Some(stem) = words.strip_suffix("men") {
        return format!("{stem}man");
    }
    if let Some(stem) = words.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for doubled in ["sses", "xes", "ches", "shes"] {
        if words.ends_with(doubled) {
            return words[..words.len() - 2].to_string();
        }
    }
    words.strip_suffix('s').unwrap_or(words).to_string()
}

/// Whether the last word is a plural by its ending.
#[must_use]
pub fn is_plural(words: &str) -> bool {
    let last = words.rsplit([' ', '-']).next().unwrap_or(words);
    last.ends_with("men") || crate::framing::phrase::is_plural(last)
}

/// Whether "an" stands before these words: by their first letter, with the commonest exceptions
/// of news, and letter by letter in an initialism ("an IS fighter", "a UN envoy").
#[must_use]
pub fn takes_an(words: &str) -> bool {
    let first = words.split([' ', '-']).next().unwrap_or(words);
    let lower = first.to_lowercase();
    let spelled = first.len() <= 3 && first.chars().all(|c| c.is_ascii_uppercase());
    if spelled {
        return first.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X']);
    }
    let like_you = ["uni", "use", "euro", "one", "ukr", "ura", "uti", "ubi"]
        .iter()
        .any(|start| lower.starts_with(start));
    let unaccented = lower.starts_with("unin") || lower.starts_with("unim");
    let silent_h = ["hour", "honest", "honour", "honor", "heir"]
        .iter()
        .any(|start| lower.starts_with(start));
    silent_h || lower.starts_with(['a', 'e', 'i', 'o', 'u']) && (!like_you || unaccented)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_go_both_ways() {
        for (one, many) in [
            ("rebel", "rebels"),
            ("armed faction", "armed factions"),
            ("gunman", "gunmen"),
            ("mercenary", "mercenaries"),
            ("massacre", "massacres"),
        ] {
            assert_eq!(plural(one), many);
            assert_eq!(singular(many), one);
        }
        assert!(is_plural("armed men") && !is_plural("crisis"));
    }

    #[test]
    fn an_goes_by_sound() {
        assert!(takes_an("opposition") && takes_an("IS fighter") && takes_an("uprising"));
        assert!(!takes_an("rebel") && !takes_an("UN envoy") && !takes_an("union"));
        assert!(takes_an("hour") && takes_an("uninvited guest"));
    }
}
