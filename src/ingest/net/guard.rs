//! Which hosts may be spoken to.
//!
//! What counts is the number that a connection is opened to, so the check sits in the resolver: of
//! the numbers that a name stands for, only those that are allowed are handed on, and the
//! connection is opened to one of these and to no other. A name server that answers otherwise the
//! second time gains nothing, for there is no second look-up between check and connection.
//!
//! Where the reader's environment names a proxy, the proxy opens the connection, and which hosts it
//! may reach is its keeper's matter; hosts that are written as a number are checked all the same.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs as _};
use std::sync::mpsc;
use std::thread;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// The numbers of a host, by name and port.
pub type LookUp = fn(&str, u16) -> io::Result<Vec<SocketAddr>>;

/// Which numbers are allowed, and how names are looked up.
#[derive(Clone, Copy, Debug)]
pub struct Guard {
    pub allowed: fn(IpAddr) -> bool,
    pub look_up: LookUp,
}

/// The host stands for no number that is allowed.
#[derive(Debug)]
pub struct Refused;

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            "its host is of a private network or of this machine: --allow-private opens such addresses",
        )
    }
}

impl std::error::Error for Refused {}

impl Guard {
    /// The guard that readers have.
    pub fn new(allow_private: bool) -> Self {
        Guard {
            allowed: if allow_private { |_| true } else { is_public },
            look_up: |host, port| Ok((host, port).to_socket_addrs()?.collect()),
        }
    }

    /// Whether a host that is written as a number is one that is not allowed.
    pub fn refuses(&self, host: &str) -> bool {
        number(host).is_some_and(|number| !(self.allowed)(number))
    }
}

/// The number that a host is written as.
pub fn number(host: &str) -> Option<IpAddr> {
    host.trim_start_matches('[')
        .trim_end_matches(']')
        .parse()
        .ok()
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let host = uri.host().ok_or(Error::HostNotFound)?;
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let secure = uri.scheme_str() == Some("https");
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let is_proxy = config
            .proxy()
            .is_some_and(|proxy| proxy.host().eq_ignore_ascii_case(host) && proxy.port() == port);
        let found = look_up_in_time(self.look_up, host, port, &timeout)?;
        if found.is_empty() {
            return Err(Error::HostNotFound);
        }
        let mut kept = self.empty();
        let allowed = found
            .into_iter()
            .filter(|found| is_proxy || (self.allowed)(found.ip()));
        for number in allowed.take(MOST_NUMBERS) {
            kept.push(number);
        }
        if kept.is_empty() {
            return Err(Error::Other(Box::new(Refused)));
        }
        Ok(kept)
    }
}

/// As many as the library holds.
const MOST_NUMBERS: usize = 16;

/// Looks a name up. The system's own look-up cannot be called off, so it is left behind in its
/// thread when time is out.
fn look_up_in_time(
    look_up: LookUp,
    host: &str,
    port: u16,
    timeout: &NextTimeout,
) -> Result<Vec<SocketAddr>, Error> {
    let (sender, found) = mpsc::sync_channel(1);
    let host = host.to_string();
    thread::spawn(move || sender.send(look_up(&host, port)));
    found
        .recv_timeout(*timeout.after)
        .map_err(|_| Error::Timeout(timeout.reason))?
        .map_err(|_| Error::HostNotFound)
}

/// Whether a number is of the public net: not of this machine, a private network, a link, a
/// provider's inner services, or a block set aside (IANA's special-purpose registries).
pub fn is_public(number: IpAddr) -> bool {
    match number {
        IpAddr::V4(number) => is_public_4(number),
        IpAddr::V6(number) => is_public_6(number),
    }
}

fn is_public_4(number: Ipv4Addr) -> bool {
    /// Where Azure's virtual machines ask for what is theirs; a public number by its block.
    const AZURE_INNER: Ipv4Addr = Ipv4Addr::new(168, 63, 129, 16);
    let set_aside = match number.octets() {
        // This network; reserved for the future, with the broadcast address; shared by carriers.
        [0 | 240.., ..] | [100, 64..=127, ..] => true,
        // Protocol assignments; the old 6to4 relay; networks on trial.
        [192, 0, 0, _] | [192, 88, 99, _] | [198, 18 | 19, ..] => true,
        _ => number == AZURE_INNER,
    };
    !(set_aside
        || number.is_private()
        || number.is_loopback()
        || number.is_link_local()
        || number.is_multicast()
        || number.is_documentation())
}

fn is_public_6(number: Ipv6Addr) -> bool {
    let within = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        is_public_4(Ipv4Addr::new(a, b, c, d))
    };
    match number.segments() {
        // IPv4 in other clothes: mapped, compatible, translated (NAT64), 6to4. These take in ::1.
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low]
        | [0, 0, 0, 0, 0xffff, 0, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [0x2002, high, low, ..] => within(high, low),
        // Teredo and other assignments to protocols; documentation.
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
        // What else is public is within 2000::/3.
        [first, ..] => (0x2000..0x4000).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_public_net_are_told_from_all_others() {
        for public in [
            "8.8.8.8",
            "93.184.216.34",
            "100.63.0.1",
            "172.32.0.1",
            "192.169.0.1",
            "2606:4700::1111",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for other in [
            "0.0.0.0",
            "10.0.0.1",
            "100.100.100.200",
            "127.0.0.1",
            "127.8.8.8",
            "168.63.129.16",
            "169.254.169.254",
            "172.16.0.1",
            "192.0.0.192",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(other.parse().unwrap()), "{other}");
        }
    }

    #[test]
    fn hosts_that_are_written_as_numbers_are_refused_before_any_look_up() {
        let guard = Guard::new(false);
        for host in ["127.0.0.1", "[::1]", "10.1.2.3"] {
            assert!(guard.refuses(host), "{host}");
            assert!(!Guard::new(true).refuses(host), "{host}");
        }
        assert!(!guard.refuses("news.example"));
    }
}
