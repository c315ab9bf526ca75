//! Addresses against servers of our own on this machine: good answers, slow, huge, broken and lying
//! ones. None of these tests looks up a name or leaves the machine.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::super::Options;
use super::guard::{Guard, is_public};
use super::hops::{fetch, fetch_guarded};
use crate::ingest::{Opened, open};
use crate::story::Known;

const PAGE: &str = "<!doctype html><title>Harbour talks fail</title><article><h1>Harbour talks fail</h1>\
    <p>The harbour talks failed on Monday after nine days, officials of both sides said in the evening.</p>\
    <p>Nobody was hurt, and the dockers went home before the evening of the same day, said the town.</p></article>";

/// A server on this machine that answers each request as `answer` does, given the request's path.
struct Server {
    at: SocketAddr,
    /// How many requests came.
    asked: Arc<AtomicUsize>,
}

impl Server {
    fn start(answer: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> Self {
        Server::start_on(Ipv4Addr::LOCALHOST, answer)
    }

    fn start_on(
        host: Ipv4Addr,
        answer: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind((host, 0)).unwrap();
        let at = listener.local_addr().unwrap();
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        let answer = Arc::new(answer);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                count.fetch_add(1, Ordering::SeqCst);
                let answer = Arc::clone(&answer);
                thread::spawn(move || {
                    let request = request(&mut stream);
                    let path = request.split(' ').nth(1).unwrap_or("").to_string();
                    answer(&path, &mut stream);
                });
            }
        });
        Server { at, asked }
    }

    /// A server that gives these bytes to everyone.
    fn giving(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        Server::start(move |_, stream| {
            let _ = stream.write_all(&answer);
        })
    }

    fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }
}

fn request(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(byte[0]);
    }
    String::from_utf8_lossy(&head).into_owned()
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    [head.as_bytes(), body].concat()
}

fn page(media: &str, body: &[u8]) -> Vec<u8> {
    answer(&format!("200 OK\r\nContent-Type: {media}"), body)
}

fn redirect(to: &str) -> Vec<u8> {
    answer(&format!("302 Found\r\nLocation: {to}"), b"")
}

fn options() -> Options {
    Options {
        largest: 1 << 20,
        patience: Duration::from_secs(20),
        allow_private: true,
        ..Options::default()
    }
}

fn opened(addresses: &[String]) -> Opened {
    let inputs: Vec<_> = addresses.iter().map(Into::into).collect();
    open(&inputs, &options())
}

fn refusal(server: &Server, path: &str) -> String {
    refusal_with(server, path, &options())
}

fn refusal_with(server: &Server, path: &str, options: &Options) -> String {
    let problem = fetch(&server.address(path), options).unwrap_err();
    assert_eq!(problem.place, server.address(path));
    problem.message
}

#[test]
fn a_page_is_fetched_and_its_address_kept_with_its_basis() {
    let server = Server::giving(page("text/html", PAGE.as_bytes()));
    let address = server.address("/talks#comments");
    let opened = opened(std::slice::from_ref(&address));
    assert_eq!(opened.problems, []);
    let article = &opened.story.articles[0];
    assert_eq!(article.file, address);
    assert_eq!(article.url, Known::supplied(server.address("/talks")));
    assert_eq!(
        article.headline().map(|span| article.words_at(span)),
        Some("Harbour talks fail")
    );
}

#[test]
fn the_address_that_a_page_states_goes_before() {
    let canonical = "<link rel=canonical href='https://quay.example/talks'>";
    let server = Server::giving(page("text/html", format!("{canonical}{PAGE}").as_bytes()));
    let opened = opened(&[server.address("/amp/talks")]);
    let stated = Known::stated("https://quay.example/talks".to_string());
    assert_eq!(opened.story.articles[0].url, stated);
}

#[test]
fn the_server_hears_who_asks() {
    let server = Server::start(|_, _| {});
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let at = listener.local_addr().unwrap();
    let heard = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let heard = request(&mut stream);
        stream
            .write_all(&page("text/html", PAGE.as_bytes()))
            .unwrap();
        heard.to_ascii_lowercase()
    });
    fetch(&format!("http://{at}/"), &options()).unwrap();
    let heard = heard.join().unwrap();
    assert!(heard.contains("user-agent: rashomon/"), "{heard}");
    assert!(heard.contains("accept-encoding: gzip\r"), "{heard}");
    assert!(!heard.contains("cookie"), "{heard}");
    drop(server);
}

#[test]
fn several_come_at_a_time_and_in_the_order_named() {
    // Each answers only when all have asked: one after another they would never end.
    let waiting = Arc::new(AtomicUsize::new(0));
    let server = Server::start(move |path, stream| {
        waiting.fetch_add(1, Ordering::SeqCst);
        while waiting.load(Ordering::SeqCst) < 4 {
            thread::sleep(Duration::from_millis(5));
        }
        let other = PAGE.replace("nine", path.trim_start_matches('/'));
        let _ = stream.write_all(&page("text/html", other.as_bytes()));
    });
    let paths = ["/two", "/three", "/four", "/five"];
    let addresses: Vec<String> = paths.iter().map(|path| server.address(path)).collect();
    let opened = opened(&addresses);
    let files: Vec<&String> = opened.story.articles.iter().map(|one| &one.file).collect();
    assert_eq!(files, addresses.iter().collect::<Vec<_>>());
}

#[test]
fn an_address_named_twice_is_fetched_once() {
    let server = Server::giving(page("text/html", PAGE.as_bytes()));
    let opened = opened(&[server.address("/"), server.address("/")]);
    assert_eq!(opened.story.articles.len(), 1);
    assert_eq!(opened.notes[0].message, "named twice: read once");
    assert_eq!(server.asked.load(Ordering::SeqCst), 1);
}

#[test]
fn what_fails_does_not_lose_the_rest() {
    let server = Server::start(|path, stream| {
        let bytes = match path {
            "/good" => page("text/html", PAGE.as_bytes()),
            _ => answer("404 Not Found", b"<p>Nothing here."),
        };
        let _ = stream.write_all(&bytes);
    });
    let opened = opened(&[server.address("/gone"), server.address("/good")]);
    assert_eq!(opened.story.articles.len(), 1);
    assert_eq!(opened.problems[0].place, server.address("/gone"));
    let message = &opened.problems[0].message;
    assert!(message.contains("404 Not Found"), "{message}");
}

#[test]
fn redirects_are_followed_and_relative_ones_understood() {
    let server = Server::start(|path, stream| {
        let bytes = match path {
            "/old" => redirect("./new?part=1#top"),
            "/new?part=1" => redirect("/end"),
            "/end" => page("text/html", PAGE.as_bytes()),
            _ => answer("404 Not Found", b""),
        };
        let _ = stream.write_all(&bytes);
    });
    let source = fetch(&server.address("/old"), &options()).unwrap();
    assert_eq!(source.address, Some(server.address("/end")));
    assert_eq!(source.place, server.address("/old"));
}

#[test]
fn endless_redirects_end() {
    let server = Server::start(|_, stream| {
        let _ = stream.write_all(&redirect("/again"));
    });
    let message = refusal(&server, "/again");
    assert!(message.contains("more than 10 times"), "{message}");
    assert_eq!(server.asked.load(Ordering::SeqCst), 11);
}

#[test]
fn redirects_to_no_web_address_are_refused() {
    for to in [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "javascript:alert(1)",
    ] {
        let message = refusal(&Server::giving(redirect(to)), "/");
        assert!(message.contains("is not opened"), "{to}: {message}");
    }
    let secret = refusal(
        &Server::giving(redirect("http://me:secret@127.0.0.1/")),
        "/",
    );
    assert!(secret.contains("name or password"), "{secret}");
    let nowhere = refusal(&Server::giving(answer("302 Found", b"")), "/");
    assert!(nowhere.contains("to nowhere"), "{nowhere}");
}

#[test]
fn this_machine_and_private_networks_are_refused_without_the_flag() {
    let server = Server::giving(page("text/html", PAGE.as_bytes()));
    let closed = Options {
        allow_private: false,
        ..options()
    };
    let message = refusal_with(&server, "/", &closed);
    assert!(message.contains("--allow-private"), "{message}");
    for address in [
        "http://[::1]/",
        "http://169.254.169.254/",
        "http://2130706433/",
    ] {
        let problem = fetch(address, &closed).unwrap_err();
        let message = problem.message;
        assert!(message.contains("--allow-private"), "{address}: {message}");
    }
    assert_eq!(server.asked.load(Ordering::SeqCst), 0, "not even asked");
}

/// A world in which 127.0.0.1 is a host of the public net and all else is private.
fn outside() -> Guard {
    Guard {
        allowed: |number| number == IpAddr::V4(Ipv4Addr::LOCALHOST),
        look_up: |host, port| {
            let number = match host {
                "public.example" => Ipv4Addr::LOCALHOST,
                _ => Ipv4Addr::new(127, 0, 0, 2),
            };
            Ok(vec![(number, port).into()])
        },
    }
}

#[test]
fn a_redirect_into_a_private_network_is_refused() {
    let inner = Server::start_on(Ipv4Addr::new(127, 0, 0, 2), |_, stream| {
        let _ = stream.write_all(&page("text/html", PAGE.as_bytes()));
    });
    let port = inner.at.port();
    for to in [
        format!("http://127.0.0.2:{port}/"),
        format!("http://inner.example:{port}/"),
    ] {
        let server = Server::giving(redirect(&to));
        let address = format!("http://public.example:{}/", server.at.port());
        let problem = fetch_guarded(&address, &options(), outside()).unwrap_err();
        assert!(problem.message.contains("--allow-private"), "{problem:?}");
        assert_eq!(server.asked.load(Ordering::SeqCst), 1);
    }
    assert_eq!(inner.asked.load(Ordering::SeqCst), 0);
}

#[test]
fn a_name_that_stands_for_another_host_the_second_time_gains_nothing() {
    static LOOKED_UP: AtomicUsize = AtomicUsize::new(0);
    let guard = Guard {
        look_up: |_, port| {
            let second = LOOKED_UP.fetch_add(1, Ordering::SeqCst) > 0;
            let number = Ipv4Addr::new(127, 0, 0, if second { 2 } else { 1 });
            Ok(vec![(number, port).into()])
        },
        ..outside()
    };
    let server = Server::giving(page("text/html", PAGE.as_bytes()));
    let address = format!("http://rebound.example:{}/", server.at.port());
    // What is connected to is what was checked: the name is looked up once a connection.
    fetch_guarded(&address, &options(), guard).unwrap();
    assert_eq!(LOOKED_UP.load(Ordering::SeqCst), 1);
    let problem = fetch_guarded(&address, &options(), guard).unwrap_err();
    assert!(problem.message.contains("--allow-private"), "{problem:?}");
    assert_eq!(server.asked.load(Ordering::SeqCst), 1);
}

#[test]
fn of_several_numbers_only_allowed_ones_are_tried() {
    let guard = Guard {
        allowed: is_public,
        look_up: |_, port| {
            let inner = (Ipv4Addr::LOCALHOST, port).into();
            Ok(vec![inner, (Ipv4Addr::new(10, 0, 0, 1), port).into()])
        },
    };
    let server = Server::giving(page("text/html", PAGE.as_bytes()));
    let address = format!("http://mixed.example:{}/", server.at.port());
    assert!(fetch_guarded(&address, &options(), guard).is_err());
    assert_eq!(server.asked.load(Ordering::SeqCst), 0);
}

#[test]
fn the_charset_is_the_one_of_the_header_the_mark_or_the_page_and_lies_are_seen_through() {
    let words =
        "\u{41f}\u{440}\u{438}\u{432}\u{435}\u{442}, \u{433}\u{430}\u{432}\u{430}\u{43d}\u{44c}";
    let page_of =
        |meta: &str| PAGE.replace("<h1>Harbour talks fail", &format!("{meta}<h1>{words}"));
    let (in_1251, _, _) = encoding_rs::WINDOWS_1251.encode(words);
    let old = |meta: &str| {
        let (before, after) = PAGE.split_once("<h1>Harbour talks fail").unwrap();
        [
            format!("{meta}{before}<h1>").as_bytes(),
            &in_1251,
            after.as_bytes(),
        ]
        .concat()
    };
    let marked = format!("\u{feff}{}", page_of(""));
    for (media, body) in [
        ("text/html; charset=windows-1251", old("")),
        ("text/html", old("<meta charset=windows-1251>")),
        // Said to be what it cannot be.
        (
            "text/html; charset=utf-8",
            old("<meta charset=windows-1251>"),
        ),
        ("text/html; charset=windows-1251", page_of("").into_bytes()),
        ("text/html; charset=klingon", page_of("").into_bytes()),
        ("text/html; charset=iso-8859-1", marked.into_bytes()),
    ] {
        let opened = opened(&[Server::giving(page(media, &body)).address("/")]);
        let text = &opened.story.articles[0].text;
        assert!(text.contains(words), "{media}: {text}");
    }
}

#[test]
fn packed_answers_are_unpacked_and_bombs_refused() {
    let gzip = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let media = "text/html\r\nContent-Encoding: gzip";
    let packed = gzip(PAGE.as_bytes());
    let good = fetch(
        &Server::giving(page(media, &packed)).address("/"),
        &options(),
    )
    .unwrap();
    assert_eq!(good.bytes, PAGE.as_bytes());
    let bomb = gzip(&vec![b'a'; 64 << 20]);
    assert!(bomb.len() < 1 << 20, "small on the way");
    let message = refusal(&Server::giving(page(media, &bomb)), "/");
    assert!(message.contains("limit of 1 MB"), "{message}");
    let cut = &packed[..packed.len() / 2];
    let message = refusal(&Server::giving(page(media, cut)), "/");
    assert!(message.contains("cut off"), "{message}");
    // Said to be packed, and is not.
    let plain = Server::giving(page(media, PAGE.as_bytes()));
    let plain = fetch(&plain.address("/"), &options()).unwrap();
    assert_eq!(plain.bytes, PAGE.as_bytes());
    let odd = Server::giving(page("text/html\r\nContent-Encoding: br", b"\x0b\x02"));
    assert!(refusal(&odd, "/").contains("packed as \"br\""));
}

#[test]
fn huge_answers_are_refused_whether_they_say_so_or_not() {
    let says_so = Server::start(|_, stream| {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n";
        let _ = stream.write_all(head.as_bytes());
        thread::sleep(Duration::from_secs(60));
    });
    let endless = Server::start(|_, stream| {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
        let chunk = format!("10000\r\n{}\r\n", "a".repeat(0x10000));
        let _ = stream.write_all(head.as_bytes());
        while stream.write_all(chunk.as_bytes()).is_ok() {}
    });
    for server in [says_so, endless] {
        let message = refusal(&server, "/");
        assert!(message.contains("--max-bytes"), "{message}");
    }
}

#[test]
fn an_answer_that_breaks_off_is_told() {
    let cut = |head: &str| {
        let mut bytes = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n\r\n");
        bytes.push_str(PAGE);
        Server::giving(bytes)
    };
    for head in ["Content-Length: 5000", "Transfer-Encoding: chunked"] {
        let message = refusal(&cut(head), "/");
        assert!(message.contains("save the page"), "{head}: {message}");
    }
    // Less stated than sent: what was stated is the answer.
    let short = fetch(&cut("Content-Length: 100").address("/"), &options()).unwrap();
    assert_eq!(short.bytes.len(), 100);
}

#[test]
fn slow_answers_are_given_up() {
    let impatient = Options {
        patience: Duration::from_millis(300),
        ..options()
    };
    let silent = Server::start(|_, _| thread::sleep(Duration::from_secs(60)));
    let dripping = Server::start(|_, stream| {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
        let _ = stream.write_all(head.as_bytes());
        while stream.write_all(b"a").is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    for server in [silent, dripping] {
        let message = refusal_with(&server, "/", &impatient);
        assert!(message.contains("--timeout"), "{message}");
    }
}

#[test]
fn what_is_no_article_is_told_by_its_kind() {
    let picture = refusal(&Server::giving(page("image/png", b"\x89PNG")), "/");
    assert!(picture.contains("\"image/png\""), "{picture}");
    // A paper that says it is a page.
    let opened = opened(&[Server::giving(page("text/html", b"%PDF-1.7 ...")).address("/")]);
    assert!(
        opened.problems[0].message.contains("a PDF file"),
        "{:?}",
        opened.problems
    );
}

#[test]
fn answers_that_are_no_http_are_told() {
    for bytes in [&b""[..], b"SSH-2.0-OpenSSH_9.2\r\n", &[0xff; 4096]] {
        let message = refusal(&Server::giving(bytes), "/");
        assert!(message.contains("save the page"), "{message}");
    }
    let long = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "a".repeat(1 << 20));
    assert!(refusal(&Server::giving(long), "/").contains("save the page"));
    let closed = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .unwrap()
        .local_addr()
        .unwrap();
    let problem = fetch(&format!("http://{closed}/"), &options()).unwrap_err();
    assert!(
        problem.message.contains("refuses the connection"),
        "{problem:?}"
    );
}

#[test]
fn records_and_feeds_and_text_are_read_as_what_they_are_said_to_be() {
    let record = serde_json::json!({"title": "Harbour talks fail", "text": "The harbour talks failed on Monday."});
    let feed = "<rss><channel><title>The Quay</title><item><title>T</title>\
        <description>The harbour talks failed on Monday after nine days.</description></item></channel></rss>";
    for (media, body) in [
        ("application/json", record.to_string()),
        ("application/rss+xml", feed.to_string()),
        (
            "text/plain",
            "Harbour talks fail\n\nThe harbour talks failed on Monday.\n".to_string(),
        ),
    ] {
        let server = Server::giving(page(media, body.as_bytes()));
        let opened = opened(&[server.address("/x")]);
        assert_eq!(opened.problems, [], "{media}");
        let article = &opened.story.articles[0];
        assert!(article.text.contains("talks failed"), "{media}");
        assert_eq!(
            article.url,
            Known::supplied(server.address("/x")),
            "{media}"
        );
    }
}

#[test]
fn passwords_and_half_addresses_are_refused_at_once() {
    for (address, why) in [
        ("http://me:secret@news.example/", "name or password"),
        ("https://", "no whole address"),
        ("http://[::1/", "no whole address"),
    ] {
        let message = fetch(address, &options()).unwrap_err().message;
        assert!(message.contains(why), "{address}: {message}");
    }
}
