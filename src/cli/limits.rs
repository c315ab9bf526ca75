//! Limits of reading in, as options that every command with inputs has.

use std::time::Duration;

use crate::ingest::Options;

/// What may be read, and how long that may take.
#[derive(clap::Args, Clone, Debug, Default)]
#[command(next_help_heading = "Limits")]
pub struct Limits {
    /// The largest file, unpacked, or answer of a server: 500MB, 2GB, or a number of bytes [default: 64MB]
    #[arg(long, value_name = "SIZE", value_parser = size)]
    max_bytes: Option<u64>,
    /// The most files in one archive [default: 20000]
    #[arg(long, value_name = "N")]
    max_files: Option<usize>,
    /// How long one address may take [default: 30]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    timeout: Option<u64>,
    /// Open addresses of private networks and of this machine too
    #[arg(long)]
    allow_private: bool,
}

impl Limits {
    /// The defaults, with what was chosen in their place.
    pub fn options(&self) -> Options {
        let usual = Options::default();
        Options {
            largest: self.max_bytes.unwrap_or(usual.largest),
            members: self.max_files.unwrap_or(usual.members),
            patience: self.timeout.map_or(usual.patience, Duration::from_secs),
            allow_private: self.allow_private,
            keep_doubles: false,
        }
    }
}

/// A size in bytes: "1048576", "64MB", "64 M", "2GB". A kilobyte has 1024 bytes.
fn size(words: &str) -> Result<u64, String> {
    let words = words.trim();
    let end = words
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(words.len());
    let (number, unit) = words.split_at(end);
    let shift = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kb" | "kib" => 10,
        "m" | "mb" | "mib" => 20,
        "g" | "gb" | "gib" => 30,
        _ => return Err("name a size such as 500MB, 2GB or 1000000".to_string()),
    };
    let number: u64 = number
        .parse()
        .map_err(|_| "name a size such as 500MB, 2GB or 1000000".to_string())?;
    match number.checked_mul(1 << shift) {
        Some(bytes) if bytes > 0 => Ok(bytes),
        _ => Err("name a size of more than nothing that a machine could hold".to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_with_and_without_units() {
        assert_eq!(size("1000"), Ok(1000));
        assert_eq!(size("64MB"), Ok(64 << 20));
        assert_eq!(size("2 g"), Ok(2 << 30));
        for odd in ["", "MB", "0", "-1", "12parsecs", "99999999999GB"] {
            assert!(size(odd).is_err(), "{odd}");
        }
    }
}
