//! Every template that ships is well formed, and filled with its own examples it is
//! correct usage.

use zerodraft::conventions::organs::{self, Organ};
use zerodraft::library::{
    Library, Template, TemplatePart, advice, as_body, as_paragraph, fill,
};
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
        for (organ, taken) in ways(template) {
            let draft = draft_with(template, organ, &taken);
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

/// Every organ it is for, with its optional parts left out and taken.
fn ways(template: &Template) -> Vec<(&'static Organ, Vec<bool>)> {
    let parts = template.optional_parts().len();
    let without = organs_of(template).into_iter().map(|organ| (organ, Vec::new()));
    let with = organs_of(template).into_iter().map(|organ| (organ, vec![true; parts]));
    without.chain(with.filter(|_| parts > 0)).collect()
}

#[test]
fn every_example_and_default_is_what_is_wanted() {
    for template in &Library::shipped().templates {
        for placeholder in &template.placeholders {
            for answer in placeholder.default.iter().chain([&placeholder.example]) {
                assert_eq!(advice(placeholder, answer), None, "{}", template.id);
            }
        }
    }
}

/// The faults of a template file, as they are told.
fn fault(yaml: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.yaml"), yaml).unwrap();
    let library = Library::with_folders(&[folder.path().to_owned()]);
    let told = library.problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    told.join("\n").replace(&folder.path().display().to_string(), "templates")
}

#[test]
fn faults_of_a_file_are_told_with_line_and_remedy() {
    let file = |text: &str, rest: &str| {
        format!(
            "id: own\ntitle: Own\npart: operative\ntext: |\n  {text}\nplaceholders:\n  - name: body\n{rest}"
        )
    };
    let cases = [
        (
            file("Requests {body};", "    kind: sesion\n    example: a\n"),
            "line 8, column 11: “sesion” is no kind of placeholder; did you mean “session”?: text, \
             number, year, date, session, resolution, symbol, State, organ, instrument, choice",
        ),
        (
            file(
                "Requests {body};",
                "    kind: choice\n    choices: [a, b]\n    default: c\n",
            ),
            "line 10, column 14: the default “c” is not among the choices: a, b",
        ),
        (
            file("Requests {body};", "    kind: choice\n    example: a\n"),
            "line 8, column 11: “body” is a choice; list under “choices” what there is",
        ),
        (
            file(
                "Requests {body};",
                "    kind: text\n    example: a\n    from: sesion\n",
            ),
            "line 10, column 11: “sesion” is no field of the draft; did you mean “session”?: \
             organ, session, next session, date, year, title, symbol",
        ),
        (
            file("Requests {body} {?to act;", "    kind: text\n    example: a\n"),
            "line 5, column 19: an optional part begins here and does not end; write “?}” behind it",
        ),
        (
            file("Requests {bodi};", "    kind: text\n    example: a\n"),
            "line 5, column 12: {bodi} stands in the text and is not among the placeholders; did you \
             mean “body”?",
        ),
        (
            file("Requests it;", "    kind: text\n    example: a\n"),
            "line 7, column 11: the placeholder “body” does not stand in the text; write {body} \
             there, or take it out here",
        ),
        (
            file("Requests {body};", "    kind: text\n"),
            "line 7, column 11: “body” has no example; give one that makes a correct paragraph",
        ),
        (
            file("1. Requests {body};", "    kind: text\n    example: a\n"),
            "line 5, column 3: the text begins with a number, which the draft gives it; take it off",
        ),
    ];
    for (yaml, told) in cases {
        assert_eq!(
            fault(&yaml),
            format!("cannot use the template “templates/own.yaml”: {told}"),
            "{yaml}"
        );
    }
}

fn organs_of(template: &Template) -> Vec<&'static Organ> {
    let any = ["GA".to_owned()];
    let codes = if template.organs.is_empty() { &any[..] } else { &template.organs };
    codes.iter().filter_map(|code| organs::by_code(code)).collect()
}

/// A draft around a template: what comes before and after it opens differently.
fn draft_with(template: &Template, organ: &Organ, taken: &[bool]) -> String {
    let title = if organ.is_titled { "title: \"A draft\"\n" } else { "" };
    let front_matter = format!("---\norgan: {}\n{title}---\n\n", organ.code);
    let filled = fill(template, &template.examples(), taken);
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
