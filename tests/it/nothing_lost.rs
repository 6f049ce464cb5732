//! No word is lost by the readers whose formats need no file of their own here: text in
//! each encoding, and what other editors save.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use zerodraft::import::{Imported, Options, read};

use crate::import::lost;

/// Western text, with the signs that Windows keeps where Latin-1 has none.
fn western() -> impl Strategy<Value = String> {
    let line = select(vec![
        "L’Assemblée générale,",
        "Rappelant sa résolution 70/1 du 25 septembre 2015,",
        "Réaffirmant les “principes” énoncés – à Genève,¹",
        "1. Décide d’agir dès l’été ;",
        "2. Prie la Côte d’Ivoire de présenter un rapport…",
        "a) À la session œcuménique ;",
        "Consciente que 30 € ne suffisent pas,",
        "GE.20-12345 (F)",
        "¹ Voir A/70/1.",
        "Señalando el año de los niños,",
        "",
    ]);
    prop::collection::vec(line, 1..20)
        .prop_map(|lines| "Réaffirmant l’idée,\n\n".to_owned() + &lines.join("\n"))
}

fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '€' => 0x80,
        '…' => 0x85,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        'œ' => 0x9c,
        _ => u8::try_from(u32::from(c)).unwrap(),
    };
    text.chars().map(byte).collect()
}

fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let marked = format!("\u{feff}{text}");
    marked.encode_utf16().flat_map(bytes_of).collect()
}

fn imported(bytes: &[u8]) -> Imported {
    read(bytes, &Options::default()).unwrap()
}

/// A clause as munify saves it, each word of its own.
fn clause() -> impl Strategy<Value = Value> {
    let text =
        select(vec!["Recalling ?,", "Encourages ?;", "? and ?", "(a) ?", "", "*?* 1. ?"]);
    let leaf = text.prop_map(|text| json!({"id": "?", "content": text}));
    leaf.prop_recursive(3, 12, 3, |inner| {
        let list = prop::collection::vec(inner, 0..3);
        (list, select(vec!["subClauses", "children", "blocks", "items", "notes"]))
            .prop_map(|(list, name)| match name {
                "blocks" => json!({"blocks": [
                    {"type": "text", "content": "?"},
                    {"type": "subclauses", "items": list},
                    {"type": "text", "content": "and ?"},
                ]}),
                name => json!({"content": "Noting ?", name: list, "by": "?"}),
            })
    })
}

/// The same clause as resolution-editor saves it.
fn as_rso(clause: &Value) -> Value {
    let list = |name: &str| clause.get(name).and_then(Value::as_array);
    let below = list("subClauses").or_else(|| list("children"));
    json!({
        "phrase": "Noting",
        "content": clause.get("content").cloned().unwrap_or_else(|| json!("?")),
        "sub": below.into_iter().flatten().map(as_rso).collect::<Vec<_>>(),
        "contentExt": "as ?",
        "note": "?",
    })
}

/// The text of a file, each `?` a word of its own, and those words.
fn with_words(file: &Value) -> (String, Vec<String>) {
    let (mut text, mut words) = (String::new(), Vec::new());
    for c in file.to_string().chars() {
        if c == '?' {
            let word = format!("word{}x", words.len());
            text.push_str(&word);
            words.push(word);
        } else {
            text.push(c);
        }
    }
    (text, words)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_word_of_a_text_is_lost_in_any_encoding(text in western()) {
        for (bytes, encoding) in [
            (text.clone().into_bytes(), None),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), None),
            (utf_16(&text, u16::to_le_bytes), Some("UTF-16LE")),
            (utf_16(&text, u16::to_be_bytes), Some("UTF-16BE")),
            (windows_1252(&text), Some("windows-1252")),
        ] {
            let imported = imported(&bytes);
            prop_assert_eq!(imported.encoding, encoding);
            prop_assert_eq!(lost(&text, &imported), Vec::<String>::new(), "{}", imported.text);
        }
    }

    #[test]
    fn no_word_of_another_editor_is_lost(
        preamble in prop::collection::vec(clause(), 0..4),
        operative in prop::collection::vec(clause(), 0..4),
    ) {
        let rso = |clauses: &[Value]| clauses.iter().map(as_rso).collect::<Vec<_>>();
        let of_resolution_editor = json!({"author": "?", "resolution": {
            "address": {"forum": "?", "questionOf": "?", "sponsor": {"main": "?", "co": ["?", "?"]}},
            "clauses": {"preambulatory": rso(&preamble), "operative": rso(&operative)},
            "votes": {"note": "?"},
        }});
        let of_munify = json!({
            "topic": "?",
            "committeeName": "?",
            "authoringDelegation": "?",
            "preamble": preamble,
            "operative": operative,
            "remarks": ["?", {"by": "?"}],
        });
        for file in [of_resolution_editor, of_munify] {
            let (text, words) = with_words(&file);
            let imported = imported(text.as_bytes());
            let mut kept = imported.text.clone();
            imported.set_aside.iter().for_each(|aside| kept.push_str(&aside.text));
            for word in words {
                // What only the editor reads is no word of the text.
                let is_code = text.contains(&format!("\"id\":\"{word}\""));
                prop_assert!(is_code || kept.contains(&word), "{} of {}\n{}", word, text, kept);
            }
        }
    }
}
