//! Reading in: saved pages of 100 kB each, from files to articles.
//!
//! `cargo bench --bench ingest`. The aim is 1,000 pages in under 10 s on two cores.

use std::fmt::Write as _;
use std::path::PathBuf;

use rashomon::ingest::{Options, open};
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// A folder of generated pages, each about 100 kB: an article among navigation, scripts and
/// comments, as news pages are.
fn pages(count: usize) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for number in 0..count {
        std::fs::write(folder.path().join(format!("{number}.html")), page(number))
            .expect("the folder can be written");
    }
    folder
}

fn page(number: usize) -> String {
    let mut html = format!(
        "<!doctype html><html><head><title>Harbour talks, day {number} | The Quay</title>\
         <meta property=\"og:url\" content=\"https://quay.example/{number}\">\
         <script>{}</script></head><body><nav><ul>",
        "var quay = quay || {};".repeat(1_500)
    );
    for link in 0..200 {
        let _ = write!(
            html,
            "<li class=\"nav-item\"><a href=\"/section/{link}\">Section {link}</a></li>"
        );
    }
    html.push_str("</ul></nav><article>");
    for paragraph in 0..60 {
        let _ = write!(
            html,
            "<p>On day {number} of the talks the director of port {paragraph} said that nothing had been \
             agreed, and that <a href=\"/p/{paragraph}\">the dockers</a> of quay {} would wait until the \
             evening before they went home.</p>",
            number * paragraph
        );
    }
    html.push_str("</article><section class=\"comments\">");
    for comment in 0..150 {
        let _ = write!(
            html,
            "<div class=\"comment\"><b>Reader {comment}</b><span>{comment} hours ago</span>\
             <div>Nobody asked the town of {comment}, day {number}.</div></div>"
        );
    }
    html.push_str("</section></body></html>");
    html
}

#[divan::bench(args = [1_000], sample_count = 3, sample_size = 1)]
fn saved_pages(bencher: divan::Bencher<'_, '_>, count: usize) {
    let folder = pages(count);
    let inputs = [PathBuf::from(folder.path())];
    bencher.bench(|| {
        let opened = open(&inputs, &Options::default());
        assert_eq!(
            opened.story.articles.len(),
            count,
            "{:?}",
            opened.problems.first()
        );
        opened
    });
}
