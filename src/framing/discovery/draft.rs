//! A concept in the making: forms, each with the ground on which it was put there.

use std::collections::HashMap;

use crate::framing::lexicon::{Context, Entry, Form, LabelEntry, Within};
use crate::framing::types::{Join, Kind};

/// A way to name a concept.
#[derive(Clone, Debug)]
pub struct DraftForm {
    pub form: Form,
    pub frame: Option<String>,
    /// `None` for the name that the concept is called by.
    pub reason: Option<String>,
    pub exceptions: Vec<Form>,
    /// Holds only where one of these stands in the article.
    pub needs: Vec<Form>,
}

/// A concept in the making.
#[derive(Clone, Debug)]
pub struct Draft {
    pub name: String,
    pub kind: Kind,
    pub forms: Vec<DraftForm>,
}

impl Draft {
    /// A concept called by this name, which is one of its forms.
    pub fn named(name: &str, kind: Kind) -> Self {
        let mut draft = Draft::called(name, kind);
        draft.push(name, None, None);
        draft
    }

    /// A concept called by a name that need not stand in the text.
    pub fn called(name: &str, kind: Kind) -> Self {
        Draft {
            name: name.to_string(),
            kind,
            forms: Vec::new(),
        }
    }

    /// One more way to name it, with the ground.
    pub fn join(&mut self, written: &str, frame: Option<&str>, reason: String) {
        self.push(written, frame, Some(reason));
    }

    /// Takes exceptions to the form that was put in last.
    pub fn except(&mut self, exceptions: impl IntoIterator<Item = String>) {
        if let Some(last) = self.forms.last_mut() {
            last.exceptions.extend(
                exceptions
                    .into_iter()
                    .filter_map(|one| Form::new(&one).ok()),
            );
        }
    }

    /// Lets the form that was put in last hold only where one of `words` stands in the article.
    pub fn need(&mut self, words: &[String]) {
        if let Some(last) = self.forms.last_mut() {
            last.needs = words
                .iter()
                .filter_map(|word| Form::new(word).ok())
                .collect();
        }
    }

    fn push(&mut self, written: &str, frame: Option<&str>, reason: Option<String>) {
        let Ok(form) = Form::new(written) else {
            return;
        };
        if self.forms.iter().any(|one| one.form.folded == form.folded) {
            return;
        }
        self.forms.push(DraftForm {
            form,
            frame: frame.map(str::to_string),
            reason,
            exceptions: Vec::new(),
            needs: Vec::new(),
        });
    }

    /// The concept as an entry of a lexicon, with the ground of each label but the first.
    pub fn entry(self, key: String) -> (Entry, Vec<Join>) {
        let mut labels = Vec::with_capacity(self.forms.len());
        let mut joins = Vec::new();
        for one in self.forms {
            let label = one.form.written.clone();
            if let Some(reason) = one.reason {
                joins.push(Join {
                    label: label.clone(),
                    reason,
                });
            }
            labels.push(LabelEntry {
                label,
                frame: one.frame,
                forms: vec![one.form],
                patterns: Vec::new(),
                exceptions: one.exceptions,
                context: (!one.needs.is_empty()).then_some(Context {
                    any: one.needs,
                    none: Vec::new(),
                    within: Within::Article,
                }),
                verbal: false,
                line: 0,
            });
        }
        let entry = Entry {
            key,
            name: self.name,
            note: None,
            source: None,
            exceptions: Vec::new(),
            labels,
            line: 0,
        };
        (entry, joins)
    }
}

/// The drafts' keys: the names in small letters with hyphens, made unique by a figure.
pub fn keys(drafts: &[Draft]) -> Vec<String> {
    let mut taken: HashMap<String, usize> = HashMap::new();
    drafts
        .iter()
        .map(|draft| {
            let folded = crate::text::fold(&draft.name);
            let bare: String = folded
                .chars()
                .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-'))
                .map(|letter| if letter == ' ' { '-' } else { letter })
                .collect();
            let times = taken.entry(bare.clone()).or_insert(0);
            *times += 1;
            if *times == 1 {
                bare
            } else {
                format!("{bare}-{times}")
            }
        })
        .collect()
}
