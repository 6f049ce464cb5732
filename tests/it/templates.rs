//! Every template that ships is well formed, and filled with its own examples it is
//! correct usage.

use zerodraft::conventions::organs::{self, Organ};
use zerodraft::library::{Library, Template, TemplatePart, as_body, as_paragraph, fill};
use zerodraft::lint::{self, Selection, Severity};
use zerodraft::text::Source;

#[test]
fn every_template_reads() {
    let library = Library::shipped();
    assert_eq!(
        library.problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [""; 0]
    );
    let stock = |t: &&Template| t.part != TemplatePart::Document;
    assert!(library.templates.iter().filter(stock).count() >= 80);
    for organ in ["HRC", "GA", "GA/C.3", "SC", "ECOSOC"] {
        assert!(library.starter(organs::by_code(organ).unwrap()).is_some(), "{organ}");
    }
}

#[test]
fn every_template_filled_with_its_examples_lints_clean() {
    let library = Library::shipped();
    let mut faults = Vec::new();
    for template in &library.templates {
        for organ in organs_of(template) {
            let draft = draft_with(template, organ);
            for found in lint::check(&Source::new(draft.as_str()), &Selection::default())
            {
                if found.severity > Severity::Note {
                    let (id, code, rule) = (&template.id, &organ.code, found.rule.name);
                    faults.push(format!("{id} ({code}): {rule}: {}", found.message));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}

fn organs_of(template: &Template) -> Vec<&'static Organ> {
    let any = ["GA".to_owned()];
    let codes = if template.organs.is_empty() { &any[..] } else { &template.organs };
    codes.iter().filter_map(|code| organs::by_code(code)).collect()
}

/// A draft around a template: what comes before and after it opens differently.
fn draft_with(template: &Template, organ: &Organ) -> String {
    let title = if organ.is_titled { "title: \"A draft\"\n" } else { "" };
    let front_matter = format!("---\norgan: {}\n{title}---\n\n", organ.code);
    let filled = fill(template, &template.examples());
    let line = &organ.organ_line[&zerodraft::conventions::Language::En];
    match template.part {
        TemplatePart::Document => format!("{front_matter}{}", as_body(&filled)),
        TemplatePart::Preambular => {
            let paragraph = as_paragraph(&filled, None, ',');
            format!(
                "{front_matter}{line}\n\n{paragraph}\n\n1. Decides to act;\n\n2. Requests a report.\n"
            )
        }
        TemplatePart::Operative => {
            let paragraph = as_paragraph(&filled, Some("2."), ';');
            // What a paragraph calls the annex stands below.
            let annex =
                if paragraph.contains("annex") { "\n# Annex\n\nA text.\n" } else { "" };
            format!(
                "{front_matter}{line}\n\nMindful of its task,\n\n1. Considers the matter closed;\n\n\
                 {paragraph}\n\n3. Remains seized of the matter.\n{annex}"
            )
        }
    }
}
