//! What an element of a page is: read from its name, its classes and what it says of itself.

use dom_query::NodeRef;

/// What the element around a piece says of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Paragraph,
    Heading,
    Item,
    Caption,
}

pub(super) fn kind_of(name: &str) -> Option<Kind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Kind::Heading),
        "li" | "dd" | "dt" => Some(Kind::Item),
        "figcaption" | "figure" | "caption" => Some(Kind::Caption),
        _ => None,
    }
}

/// Whether a caption stands under words, whose speaker it names, and not under a picture.
pub(super) fn shows_quotation(caption: &NodeRef<'_>) -> bool {
    const NEAR: usize = 8;
    let is_quotation = |node: &NodeRef<'_>| node.node_name().as_deref() == Some("blockquote");
    let before = std::iter::successors(caption.prev_sibling(), NodeRef::prev_sibling);
    before.take(NEAR).any(|node| is_quotation(&node))
}

/// Whether the page itself hides it.
pub(super) fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style");
    node.has_attr("hidden")
        || node.attr("aria-hidden").as_deref() == Some("true")
        || style.is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            style.to_ascii_lowercase().contains("display:none")
        })
}

/// Whether a block quotation is the article's own words shown large.
pub(super) fn is_pull_quote(node: &NodeRef<'_>) -> bool {
    node.attr("class").is_some_and(|class| {
        class
            .to_ascii_lowercase()
            .replace(['-', '_'], "")
            .contains("pullquote")
    })
}

/// Whether an element's name, role or class names it as something beside the article.
pub(super) fn is_aside(node: &NodeRef<'_>, name: &str) -> bool {
    if matches!(name, "nav" | "aside" | "footer" | "form") {
        return true;
    }
    let words = [node.attr("class"), node.attr("id"), node.attr("role")];
    words
        .iter()
        .flatten()
        .flat_map(|value| value.split(|c: char| !c.is_ascii_alphabetic()))
        .any(|word| ASIDE_WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

/// Words of classes that name what stands beside an article.
const ASIDE_WORDS: &[&str] = &[
    "related",
    "newsletter",
    "promo",
    "promotion",
    "share",
    "sharing",
    "social",
    "subscribe",
    "advert",
    "advertisement",
    "sponsored",
    "outbrain",
    "taboola",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "disqus",
    "cookie",
    "paywall",
    "navigation",
    "sidebar",
    "toolbar",
    "tags",
    "tagcloud",
    "recommended",
    "recirculation",
];

/// Elements whose text no reader sees as the page's.
pub(super) const SKIPPED: &[&str] = &[
    "script", "style", "template", "noscript", "svg", "math", "select", "option", "textarea",
    "iframe", "object", "embed", "audio", "video", "canvas", "head", "button", "input", "map",
];

/// Elements that stand apart from what is before and behind them.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
