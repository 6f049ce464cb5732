//! An adopted text made into other clean texts: a tabled draft, and a short text.

use std::fmt::Write;

use zerodraft::conventions::states;
use zerodraft::text::Source;

use super::dice::Dice;
use super::planting::Clean;

/// The text as a tabled draft: symbol, session, date, agenda item, sponsors; no number
/// and no adoption.
pub(super) fn tabled(clean: &Clean) -> Option<Clean> {
    let mut dice = Dice::of(&["tabled", &clean.symbol]);
    let matter = clean.front_matter();
    let body = clean.text().get(matter.end()..)?;
    let number = clean.resolution.number.as_ref()?.value.clone();
    let session = number.split('/').next().filter(|session| session.len() <= 2)?;
    let date = clean.resolution.adoption.as_ref()?.date?;
    let title = clean.resolution.title.as_ref()?.value.replace('"', "'");
    let item = clean.resolution.masthead.agenda_items.first()?;
    let place = 1 + dice.below(80);
    let (symbol, organ) = match clean.organ.as_str() {
        "HRC" => (format!("A/HRC/{session}/L.{place}"), "HRC"),
        "GA" => (format!("A/{session}/L.{place}"), "GA"),
        _ => return None,
    };
    let mut text = format!(
        "---\norgan: {organ}\nkind: resolution\nstage: draft\nsymbol: \"{symbol}\"\n\
         distribution: Limited\nsession: \"{session}\"\ndate: {date}\nagenda_items:\n  \
         - number: \"{}\"\n",
        item.value.number
    );
    if let Some(title) = &item.value.title {
        let title = title.replace('"', "'");
        writeln!(text, "    title: \"{title}\"").ok()?;
    }
    let sponsors: Vec<String> =
        sponsors(&mut dice).iter().map(|name| format!("\"{name}\"")).collect();
    write!(
        text,
        "number: \"{session}/...\"\ntitle: \"{title}\"\nlanguage: en\noriginal: en\n\
         sponsors: [{}]\n---\n",
        sponsors.join(", ")
    )
    .ok()?;
    text.push_str(&with_note(body.trim_start_matches('\n')));
    Some(Clean::new(&clean.symbol, &clean.organ, clean.year, text))
}

/// The body with a note to its first preambular paragraph: the corpus has lost its notes.
fn with_note(body: &str) -> String {
    // The first comma at an end is that of the organ line.
    let ends: Vec<usize> = body.match_indices(",\n\n").map(|(at, _)| at + 1).collect();
    let Some((before, after)) = ends.get(1).and_then(|at| body.split_at_checked(*at))
    else {
        return body.to_owned();
    };
    if body.contains("[^") {
        return body.to_owned();
    }
    format!("{before}[^1]{}\n\n[^1]: See A/65/112, annex I.\n", after.trim_end())
}

/// Eight to twenty States whose names never changed, in alphabetical order.
fn sponsors(dice: &mut Dice) -> Vec<String> {
    let lasting = states::all().iter().filter(|state| {
        state.former.is_empty() && !state.is_observer && state.name.is_ascii()
    });
    let mut names: Vec<(usize, String)> =
        lasting.map(|state| state.name.clone()).enumerate().collect();
    dice.shuffle(&mut names);
    names.truncate(8 + dice.below(12));
    names.sort();
    names.into_iter().map(|(_, name)| name).collect()
}

/// The text cut down to its preamble and its last operative paragraph, without number.
pub(super) fn short(clean: &Clean) -> Option<Clean> {
    let operative = clean.single_run()?;
    let (first, last) = (operative.first()?, operative.last()?);
    let kept = last.children.is_empty().then_some(last)?;
    let text = clean.text();
    let before = text.get(..first.range.start())?;
    let words = text.get(kept.prose.range.start()..kept.prose.range.end())?;
    let short = format!("{before}{words}\n");
    let has_notes = !clean.resolution.footnotes.is_empty();
    let source = Source::new(short);
    let text = source.text().to_owned();
    (!has_notes).then(|| Clean::new(&clean.symbol, &clean.organ, clean.year, text))
}
