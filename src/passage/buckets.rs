//! Many small records, put into buckets as they come and taken out bucket by bucket.
//!
//! Records come in batches, each sorted by bucket at once. What the memory does not hold is
//! written to a file, batch after batch; taking out a bucket gathers its part of every batch. It
//! comes out the same whether it lay in memory or not.

use std::borrow::Cow;
use std::io;

use super::space::{Scratch, Space};

/// Records of `N` numbers.
pub type Record<const N: usize> = [u32; N];

/// Records by bucket.
#[derive(Debug)]
pub struct Buckets<const N: usize> {
    batches: Vec<Lying<N>>,
    /// How many records there are, and how many of them in memory.
    records: usize,
    held: usize,
    space: Space,
    scratch: Option<Scratch>,
}

/// A batch in memory, or where it lies in the file.
#[derive(Debug)]
enum Lying<const N: usize> {
    Here(Batch<N>),
    InFile { at: u64, starts: Vec<u32> },
}

/// Records sorted by bucket.
#[derive(Debug)]
pub struct Batch<const N: usize> {
    records: Vec<Record<N>>,
    /// Where each bucket's records begin; one more at the end.
    starts: Vec<u32>,
}

impl<const N: usize> Batch<N> {
    /// The records of the buckets from `first` on, below `buckets`, as they lie there.
    ///
    /// # Panics
    /// When there are more.
    #[must_use]
    pub fn in_order(buckets: usize, first: usize, records: &[Vec<Record<N>>]) -> Self {
        let mut starts = vec![0; first];
        let mut end = 0;
        for bucket in records {
            starts.push(end);
            end += u32::try_from(bucket.len()).expect("a batch is small");
        }
        assert!(starts.len() <= buckets, "there are such buckets");
        starts.resize(buckets + 1, end);
        Batch {
            records: records.concat(),
            starts,
        }
    }

    /// Sorts records by their buckets, below `buckets`; those of one bucket stay in order.
    ///
    /// # Panics
    /// When there are not as many of both, or a bucket is not below `buckets`.
    #[must_use]
    pub fn of<B>(buckets: usize, records: &[Record<N>], bucket_of: &[B]) -> Self
    where
        B: Copy + Into<u32>,
    {
        assert_eq!(
            records.len(),
            bucket_of.len(),
            "every record has its bucket"
        );
        let mut starts = vec![0_u32; buckets + 1];
        for bucket in bucket_of {
            starts[(*bucket).into() as usize + 1] += 1;
        }
        for bucket in 0..buckets {
            starts[bucket + 1] += starts[bucket];
        }
        let mut next = starts.clone();
        let mut sorted = vec![[0; N]; records.len()];
        for (record, bucket) in records.iter().zip(bucket_of) {
            let place = &mut next[(*bucket).into() as usize];
            sorted[*place as usize] = *record;
            *place += 1;
        }
        Batch {
            records: sorted,
            starts,
        }
    }
}

impl<const N: usize> Buckets<N> {
    /// Without records.
    #[must_use]
    pub fn new(space: Space) -> Self {
        Buckets {
            batches: Vec::new(),
            records: 0,
            held: 0,
            space,
            scratch: None,
        }
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records
    }

    /// Adds a batch, to the file where the memory is used up.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn push(&mut self, batch: Batch<N>) -> io::Result<()> {
        let size = batch.records.len();
        self.records += size;
        if (self.held + size) * size_of::<Record<N>>() <= self.space.for_records() {
            self.held += size;
            self.batches.push(Lying::Here(batch));
            return Ok(());
        }
        let scratch = match &self.scratch {
            Some(scratch) => scratch,
            None => self.scratch.insert(self.space.scratch()?),
        };
        let bytes: Vec<u8> = batch
            .records
            .iter()
            .flatten()
            .flat_map(|number| number.to_le_bytes())
            .collect();
        let at = scratch.append(&bytes)?;
        let starts = batch.starts;
        self.batches.push(Lying::InFile { at, starts });
        Ok(())
    }

    /// The records of a bucket, in the order in which they came.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn bucket(&self, bucket: usize) -> io::Result<Vec<Record<N>>> {
        Ok(self.parts(bucket)?.concat())
    }

    /// The records of a bucket, as they lie in one batch after the other.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn parts(&self, bucket: usize) -> io::Result<Vec<Cow<'_, [Record<N>]>>> {
        let batches = self.batches.iter();
        batches.map(|lying| self.part(lying, bucket)).collect()
    }

    fn part<'a>(&self, lying: &'a Lying<N>, bucket: usize) -> io::Result<Cow<'a, [Record<N>]>> {
        let range = lying.range(bucket);
        match lying {
            Lying::Here(batch) => Ok(Cow::Borrowed(&batch.records[range])),
            Lying::InFile { at, .. } => {
                let at = at + (range.start * size_of::<Record<N>>()) as u64;
                self.read(at, range.len()).map(Cow::Owned)
            }
        }
    }

    fn read(&self, at: u64, count: usize) -> io::Result<Vec<Record<N>>> {
        let mut bytes = vec![0; count * size_of::<Record<N>>()];
        if let Some(scratch) = &self.scratch {
            scratch.read(at, &mut bytes)?;
        }
        let (numbers, _) = bytes.as_chunks::<4>();
        let (found, _) = numbers.as_chunks::<N>();
        let records = found.iter().map(|record| record.map(u32::from_le_bytes));
        Ok(records.collect())
    }
}

impl<const N: usize> Lying<N> {
    fn range(&self, bucket: usize) -> std::ops::Range<usize> {
        let (Lying::Here(Batch { starts, .. }) | Lying::InFile { starts, .. }) = self;
        starts[bucket] as usize..starts[bucket + 1] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(memory: usize) -> Buckets<2> {
        let space = Space {
            memory,
            ..Space::default()
        };
        let mut buckets = Buckets::new(space);
        for batch in 0..50_u32 {
            let records: Vec<Record<2>> = (0..2_000).map(|nth| [batch, nth]).collect();
            let bucket_of: Vec<u32> = (0..2_000).map(|nth| nth * 7 % 5).collect();
            buckets.push(Batch::of(5, &records, &bucket_of)).unwrap();
        }
        buckets
    }

    #[test]
    fn records_in_order_lie_as_those_that_are_sorted() {
        let rows = [vec![[7], [9]], vec![], vec![[3]]];
        let (ordered, sorted) = (
            Batch::in_order(6, 2, &rows),
            Batch::of(6, &[[3], [7], [9]], &[4_u32, 2, 2]),
        );
        assert_eq!(ordered.records, sorted.records);
        assert_eq!(ordered.starts, sorted.starts);
    }

    #[test]
    fn a_bucket_is_the_same_from_memory_and_from_the_file() {
        let (held, spilled) = (filled(usize::MAX), filled(0));
        assert!(held.scratch.is_none() && spilled.scratch.is_some());
        assert_eq!(held.len(), 100_000);
        for bucket in 0..5 {
            let records = held.bucket(bucket).unwrap();
            assert_eq!(records.len(), 20_000);
            assert!(records.is_sorted());
            assert_eq!(records, spilled.bucket(bucket).unwrap());
        }
    }
}
