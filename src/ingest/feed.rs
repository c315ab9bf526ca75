//! RSS and Atom files: each entry an article, where the feed carries the text and not only a line
//! about it.

use roxmltree::{Document, Node, ParsingOptions};

use super::records::{Numbered, Record, paragraphs};
use super::{dates, outlets, page};
use crate::story::{Known, Outlet};

/// The entries of a feed.
///
/// # Errors
/// What is wrong with it.
pub fn entries(text: &str) -> Result<Vec<Numbered>, String> {
    if page::is_abyss(text) {
        return Err("its elements are nested too deep for a feed".to_string());
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: 2_000_000,
        ..ParsingOptions::default()
    };
    let feed =
        Document::parse_with_options(text.trim_start_matches('\u{feff}').trim_start(), options)
            .map_err(|error| format!("this feed is no whole XML: {error}"))?;
    let outlet = feed
        .descendants()
        .find(|node| matches!(node.tag_name().name(), "channel" | "feed"))
        .and_then(|channel| child(&channel, "title"))
        .map_or(Known::Unknown, |title| {
            let name = outlets::by_name(&title).map_or(title, |outlet| outlet.name.clone());
            Known::stated(Outlet(name))
        });
    let entries: Vec<Numbered> = feed
        .descendants()
        .filter(|node| matches!(node.tag_name().name(), "item" | "entry"))
        .enumerate()
        .map(|(index, entry)| (index + 1, record(&entry, &outlet)))
        .collect();
    if entries.is_empty() {
        return Err("the feed has no entries".to_string());
    }
    Ok(entries)
}

fn record(entry: &Node<'_, '_>, outlet: &Known<Outlet>) -> Result<Record, String> {
    let body = ["encoded", "content", "description", "summary"]
        .iter()
        .find_map(|name| child(entry, name))
        .map(|text| paragraphs(&text))
        .filter(|body| !body.is_empty());
    let url = link(entry).filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let Some(body) = body else {
        let remedy = url.map_or(String::new(), |url| format!(": open {url}"));
        return Err(format!("the entry has no text{remedy}"));
    };
    Ok(Record {
        title: child(entry, "title").map(|title| paragraphs(&title).join(" ")),
        set_out: Vec::new(),
        body,
        outlet: outlet.clone(),
        author: author(entry).map_or(Known::Unknown, Known::stated),
        date: ["pubDate", "published", "date", "updated"]
            .iter()
            .find_map(|name| dates::find(&child(entry, name)?))
            .map_or(Known::Unknown, Known::stated),
        url,
    })
}

/// The words of a child element, where it has any.
fn child(node: &Node<'_, '_>, name: &str) -> Option<String> {
    let found = node
        .children()
        .find(|child| child.tag_name().name() == name)?;
    let words: String = found
        .descendants()
        .filter_map(|node| node.is_text().then(|| node.text())?)
        .collect();
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_string())
}

fn link(entry: &Node<'_, '_>) -> Option<String> {
    let links = || {
        entry
            .children()
            .filter(|child| child.tag_name().name() == "link")
    };
    links()
        .find(|link| link.attribute("rel").is_none_or(|rel| rel == "alternate"))
        .and_then(|link| link.attribute("href").map(str::to_string))
        .or_else(|| child(entry, "link"))
}

fn author(entry: &Node<'_, '_>) -> Option<String> {
    let named = entry
        .children()
        .find(|child| child.tag_name().name() == "author")
        .and_then(|author| child(&author, "name"));
    named
        .or_else(|| child(entry, "creator"))
        .or_else(|| child(entry, "author"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rss_and_atom_are_read() {
        let rss = "<?xml version='1.0'?><rss xmlns:content='c' xmlns:dc='d'><channel><title>The Quay</title>\
            <item><title>Talks &amp; hopes fail</title><link>https://quay.example/1</link>\
            <pubDate>Wed, 05 Oct 2016 08:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator>\
            <description>Short</description><content:encoded><![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded></item>\
            <item><title>Empty</title><link>https://quay.example/2</link></item></channel></rss>";
        let found = entries(rss).unwrap();
        let first = found[0].1.as_ref().unwrap();
        assert_eq!(first.title.as_deref(), Some("Talks & hopes fail"));
        assert_eq!(first.body, ["One.", "Two."]);
        assert_eq!(first.date.value().unwrap().to_string(), "2016-10-05");
        assert_eq!(first.outlet.value().unwrap().0, "The Quay");
        assert!(found[1].1.as_ref().unwrap_err().contains("quay.example/2"));
        let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Q</title><entry><title>T</title>\
            <link href='https://quay.example/3'/><updated>2016-10-05T00:00:00Z</updated>\
            <author><name>Jane Doe</name></author><content type='html'>&lt;p&gt;One.&lt;/p&gt;</content></entry></feed>";
        let entry = entries(atom).unwrap().remove(0).1.unwrap();
        assert_eq!(entry.url.as_deref(), Some("https://quay.example/3"));
        assert_eq!(entry.author.value().map(String::as_str), Some("Jane Doe"));
    }

    #[test]
    fn broken_and_hostile_feeds_are_told() {
        assert!(entries("<rss><channel>").is_err());
        assert!(
            entries("<rss><channel/></rss>")
                .unwrap_err()
                .contains("no entries")
        );
        assert!(entries(&"<a>".repeat(100_000)).is_err());
        let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><rss><item><title>&a;</title></item></rss>";
        assert!(entries(bomb).is_err());
    }
}
