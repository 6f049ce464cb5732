//! stub
use super::Language;
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Repetition { Also, Further, OnceAgain }
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placement { Before, After }
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Part { #[default] Preambular, Operative }
#[derive(Debug)]
pub struct OpeningEntry { pub phrase: String, pub kind: String, pub strength: Option<u8>, pub twin: Option<String>, pub part: Part, pub companion: Option<String>, pub rare: bool, pub organs: Vec<String> }
#[derive(Debug)]
pub struct Opening<'a> { pub entry: &'a OpeningEntry, pub len: usize, pub italic: usize, pub repetition: Option<(Repetition, Placement, std::ops::Range<usize>)> }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form { Base, Past, WrongSpelling, Participle, Finite }
#[derive(Debug)]
pub struct Misformed { pub form: Form, pub len: usize, pub preambular: Option<String>, pub operative: Option<String> }
#[derive(Debug)]
pub struct OpeningPhrases { entries: Vec<OpeningEntry> }
static STUB: std::sync::LazyLock<OpeningPhrases> = std::sync::LazyLock::new(|| {
    let mut entries = Vec::new();
    let e = |p: &str, part| OpeningEntry { phrase: p.into(), kind: "x".into(), strength: None, twin: None, part, companion: None, rare: false, organs: vec![] };
    for p in ["Recalling","Guided by","Reaffirming","Noting with appreciation","Noting","Recognizing","Bearing in mind","Emphasizing","Mindful","Reiterating","Appreciating","Acknowledging","Welcoming and encouraging","Welcoming","Stressing"] { entries.push(e(p, Part::Preambular)); }
    for p in ["Recalls","Decides","Also decides","Requests","Also requests","Takes note","Encourages","Emphasizes","Reiterates","Underscores","Reaffirms","Also reaffirms","Calls upon","Calls for","Welcomes","Stresses","Invites","Acknowledges"] { entries.push(e(p, Part::Operative)); }
    OpeningPhrases { entries }
});
pub fn of(_: Language) -> &'static OpeningPhrases { &STUB }
impl OpeningPhrases {
    fn find<'a>(&'a self, text: &str, part: Part) -> Option<Opening<'a>> {
        let entry = self.entries.iter().find(|e| e.part == part && text.starts_with(e.phrase.as_str()))?;
        Some(Opening { entry, len: entry.phrase.len(), italic: entry.phrase.len(), repetition: None })
    }
    pub fn preambular<'a>(&'a self, text: &str) -> Option<Opening<'a>> { self.find(text, Part::Preambular) }
    pub fn operative<'a>(&'a self, text: &str) -> Option<Opening<'a>> { self.find(text, Part::Operative) }
}
