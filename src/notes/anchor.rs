//! Notes brought to the articles of the story as they are now.

use super::Note;
use super::quote::Found;
use crate::story::{Article, Place, Story};

/// A note with where it stands now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    pub note: Note,
    pub how: How,
}

/// How a note found its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    /// The article is the one that was noted on.
    Same(Place),
    /// The article has changed; the words have not.
    Moved(Place),
    /// The words have changed; their surroundings have not.
    Changed(Place),
    /// The article is there; the words are not.
    Lost,
    /// The article is not in this story.
    NoArticle,
}

impl Placed {
    /// Where the note stands, when it does.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match self.how {
            How::Same(place) | How::Moved(place) | How::Changed(place) => Some(place),
            How::Lost | How::NoArticle => None,
        }
    }
}

impl How {
    /// The word that reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            How::Same(_) => "same",
            How::Moved(_) => "moved",
            How::Changed(_) => "changed",
            How::Lost => "lost",
            How::NoArticle => "absent",
        }
    }

    /// What a reader should know about the place; nothing when it is as it was.
    #[must_use]
    pub fn caveat(self) -> Option<&'static str> {
        match self {
            How::Same(_) => None,
            How::Moved(_) => Some("the article has changed; these words have not"),
            How::Changed(_) => Some("these words have changed since the note was made"),
            How::Lost => Some("these words are not found in the article any more"),
            How::NoArticle => Some("the article is not among those opened"),
        }
    }
}

/// Brings all notes to a story, in their order.
#[must_use]
pub fn place_all(notes: &[Note], story: &Story) -> Vec<Placed> {
    notes
        .iter()
        .map(|note| Placed {
            note: note.clone(),
            how: how(note, story),
        })
        .collect()
}

fn how(note: &Note, story: &Story) -> How {
    let Some(article) = article_of(note, story) else {
        return How::NoArticle;
    };
    let place = |span| Place {
        article: article.id,
        span,
    };
    let there = article.text.get(note.span.start()..note.span.end());
    if note.is_on(article) && there == Some(note.quote.exact.as_str()) {
        return How::Same(place(note.span));
    }
    match note.quote.find(&article.text, note.span.start()) {
        Some(Found::Exact(span)) => How::Moved(place(span)),
        Some(Found::Changed(span)) => How::Changed(place(span)),
        None => How::Lost,
    }
}

/// The very text, or the file of that name.
fn article_of<'a>(note: &Note, story: &'a Story) -> Option<&'a Article> {
    let articles = &story.articles;
    let same_file = |article: &&Article| last_part(&article.file) == last_part(&note.file);
    let same = articles.iter().filter(|article| note.is_on(article));
    same.clone()
        .find(same_file)
        .or_else(|| same.clone().next())
        .or_else(|| articles.iter().find(|article| article.file == note.file))
        .or_else(|| articles.iter().find(same_file))
}

/// A story may be opened from another folder: the file's own name counts.
fn last_part(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;
    use crate::story::{ArticleId, Fingerprint, Span};

    fn noted() -> (Story, Note) {
        let story = ingest::bundled();
        let article = story.article(ArticleId(2));
        let at = article.text.find("Zakharova").unwrap();
        let place = Place {
            article: article.id,
            span: Span::new(at, at + "Zakharova".len()),
        };
        let note = Note::on(&story, place, " who speaks ");
        (story, note)
    }

    fn with_text(mut story: Story, text: &str) -> Story {
        let article = &mut story.articles[2];
        article.text = text.into();
        article.sha256 = Fingerprint::of(text.as_bytes());
        article.blocks.clear();
        story
    }

    #[test]
    fn a_note_stands_where_it_was_made() {
        let (story, note) = noted();
        assert_eq!(note.text, "who speaks");
        let placed = place_all(std::slice::from_ref(&note), &story);
        assert_eq!(placed[0].how.caveat(), None);
        assert_eq!(placed[0].place().unwrap().span, note.span);
    }

    #[test]
    fn a_note_follows_its_words_or_says_that_it_cannot() {
        let (story, note) = noted();
        let notes = [note];
        let longer = format!("Updated.\n{}", story.articles[2].text);
        let story = with_text(story, &longer);
        let placed = place_all(&notes, &story);
        let place = placed[0].place().unwrap();
        assert!(matches!(placed[0].how, How::Moved(_)));
        assert_eq!(story.words_at(place), "Zakharova");
        let story = with_text(story, "Withdrawn.");
        assert_eq!(place_all(&notes, &story)[0].how, How::Lost);
    }

    #[test]
    fn a_note_on_an_article_that_is_not_opened_waits() {
        let (mut story, note) = noted();
        story.articles.truncate(2);
        assert_eq!(place_all(&[note], &story)[0].how, How::NoArticle);
    }
}
