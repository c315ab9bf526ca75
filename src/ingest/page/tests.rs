use super::*;
use crate::story::Known;

const BODY: &str = "<p>The harbour talks failed on Monday after nine days, officials of both sides said, and the port was shut for the rest of the week.</p>\
    <p>Nobody was hurt, and the dockers went home before the evening of the same day, the port's director told the town.</p>\
    <p>The talks had begun with a quarrel over pay, which the dockers say has not risen in four years, and ended with one over hours.</p>";

fn page(head: &str, body: &str) -> Page {
    let html = format!(
        "<html><head>{head}</head><body><nav><a href=/>Home</a></nav><article>{body}</article></body></html>"
    );
    read(&html, None, Rules::bundled()).unwrap()
}

fn blocks(page: &Page, kind: BlockKind) -> Vec<&str> {
    page.division
        .blocks
        .iter()
        .filter(|block| block.kind == kind)
        .map(|block| block.span.get(&page.text).unwrap())
        .collect()
}

#[test]
fn a_page_gives_its_headline_its_paragraphs_and_then_the_rest() {
    let page = page(
        "<title>Harbour talks fail | The Quay</title>",
        &format!(
            "<h1>Harbour talks fail</h1>{BODY}<figure><img src=a><figcaption>Dockers at the gate</figcaption></figure>\
                  <h2>On the quay</h2><p>Corn lies in nine ships outside, and their masters ask daily when the port will open.</p><p><a href=/x>Port shuts for a week</a></p>"
        ),
    );
    assert_eq!(blocks(&page, BlockKind::Headline), ["Harbour talks fail"]);
    assert_eq!(blocks(&page, BlockKind::Body).len(), 4);
    assert_eq!(blocks(&page, BlockKind::Crosshead), ["On the quay"]);
    assert_eq!(blocks(&page, BlockKind::Caption), ["Dockers at the gate"]);
    let furniture = blocks(&page, BlockKind::Furniture);
    assert!(
        furniture.contains(&"Port shuts for a week") && furniture.contains(&"Home"),
        "{furniture:?}"
    );
}

#[test]
fn metadata_is_read_from_json_ld_first() {
    let found = page(
        r#"<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
            "headline": "Harbour talks &amp; hopes fail", "author": [{"name": "Jane Doe"}, "John Roe"],
            "publisher": {"name": "RT News"}, "datePublished": "2016-10-05T22:00:00Z",
            "mainEntityOfPage": {"@id": "https://quay.example/1"}}]}</script>
           <meta property="og:site_name" content="Other">"#,
        BODY,
    )
    .metadata;
    assert_eq!(found.title.as_deref(), Some("Harbour talks & hopes fail"));
    assert_eq!(
        found.author.value().map(String::as_str),
        Some("Jane Doe, John Roe")
    );
    assert_eq!(found.outlet.value().unwrap().0, "RT");
    assert_eq!(found.date.value().unwrap().to_string(), "2016-10-05");
    assert_eq!(found.date.basis_word(), "stated");
    assert_eq!(
        found.url,
        Known::stated("https://quay.example/1".to_string())
    );
}

#[test]
fn what_the_address_says_is_inferred() {
    let html = format!("<body>{BODY}</body>");
    let address = Some("https://www.theguardian.com/world/2016/oct/05/harbour");
    let found = read(&html, address, Rules::bundled()).unwrap().metadata;
    assert_eq!(found.outlet.value().unwrap().0, "The Guardian");
    assert_eq!(found.outlet.basis_word(), "inferred");
    assert_eq!(found.date.value().unwrap().to_string(), "2016-10-05");
    assert_eq!(found.date.basis_word(), "inferred");
}

#[test]
fn an_address_that_is_a_script_is_no_address() {
    let found = page("<link rel=canonical href='javascript:alert(1)'>", BODY).metadata;
    assert_eq!(found.url, Known::Unknown);
}

#[test]
fn broken_json_ld_is_passed_over() {
    let found = page(
        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", oops</script><meta name=author content='By Jane Doe'>",
        BODY,
    );
    assert_eq!(
        found.metadata.author.value().map(String::as_str),
        Some("Jane Doe")
    );
}

#[test]
fn the_body_told_to_machines_serves_where_the_page_shows_none() {
    let told = "The harbour talks failed on Monday.\\nNobody was hurt. ".repeat(12);
    let html = format!(
        "<html><head><title>T</title><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{told}\"}}</script></head><body><div id=root></div></body></html>"
    );
    let page = read(&html, None, Rules::bundled()).unwrap();
    assert!(page.text.contains("The harbour talks failed on Monday."));
}

#[test]
fn an_abyss_of_elements_is_refused_and_a_row_of_paragraphs_is_not() {
    assert!(read(&"<div>".repeat(100_000), None, Rules::bundled()).is_err());
    assert!(read(&"<p>word".repeat(10_000), None, Rules::bundled()).is_ok());
    let huge = format!("<div title=\"{}\">{BODY}</div>", "x".repeat(2_000_000));
    assert!(read(&huge, None, Rules::bundled()).is_ok());
}

#[test]
fn no_markup_at_all_is_read_too() {
    for html in ["", "plain words", "<", "<p", "<!-- x", "<title></title>"] {
        assert!(read(html, None, Rules::bundled()).is_ok(), "{html:?}");
    }
}

#[test]
fn a_block_quotation_is_set_out_and_the_signature_of_a_post_is_of_the_body() {
    let post = "<blockquote class=twitter-tweet><p>The port is shut.<br><br>It will stay so.</p>\
                &mdash; Ann Reed (@annreed) <a href=/x>May 16, 2017</a></blockquote>";
    let page = page(
        "",
        &format!("{BODY}{post}<p>Nobody at the port would say when it opens.</p>"),
    );
    let said: Vec<&str> = page
        .division
        .set_out
        .iter()
        .map(|span| span.get(&page.text).unwrap())
        .collect();
    let signature = "\u{2014} Ann Reed (@annreed) May 16, 2017";
    assert_eq!(
        said,
        [format!(
            "The port is shut.\n\nIt will stay so.\n\n{signature}"
        )]
    );
    assert!(blocks(&page, BlockKind::Body).contains(&signature));
}

#[test]
fn a_figure_of_words_is_set_out_with_who_says_them() {
    for (quotation, name) in [
        (
            "<figure><blockquote><p>The port is shut.</p></blockquote><figcaption>Ann Reed, mayor</figcaption></figure>",
            "Ann Reed, mayor",
        ),
        (
            "<blockquote><p>The port is shut.</p><footer>\u{2014} Ann Reed</footer></blockquote>",
            "\u{2014} Ann Reed",
        ),
        (
            "<blockquote><p>The port is shut.</p><cite>Ann Reed</cite></blockquote>",
            "Ann Reed",
        ),
        (
            "<blockquote><p>The port is shut.</p><cite><a href=/reed>Ann Reed</a></cite></blockquote>",
            "Ann Reed",
        ),
    ] {
        let page = page(
            "",
            &format!("{BODY}{quotation}<p>Nobody at the port would say when it opens.</p>"),
        );
        let said = page.division.set_out.iter();
        let said: Vec<&str> = said.map(|span| span.get(&page.text).unwrap()).collect();
        assert_eq!(said, [format!("The port is shut.\n\n{name}")]);
        assert!(blocks(&page, BlockKind::Body).contains(&name), "{name}");
        assert!(blocks(&page, BlockKind::Body).contains(&"The port is shut."));
    }
}
