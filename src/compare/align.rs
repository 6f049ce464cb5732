//! Which passage became which: first those that say the same, then those that share the
//! words that few others have.

use std::collections::{BTreeMap, HashMap};

use super::words::words;
use super::{Passage, PassageKind};

/// Which passages belong together.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// An earlier passage and what it became, in the order of the later ones.
    pub(super) pairs: Vec<(usize, usize)>,
    /// The later passages that hold words of an earlier one, besides what that became.
    pub(super) split: Parts,
    /// The earlier passages whose words stand in a later one, besides what that was.
    pub(super) merged: Parts,
}

/// Passages of the one text that are parts of a passage of the other.
pub(super) type Parts = BTreeMap<usize, Vec<usize>>;

/// Below this share of common words, two passages have nothing to do with each other.
const LEAST_LIKENESS: f32 = 0.5;

/// What a passage gains that stands between the same neighbours: of two like ones it is
/// the one meant.
const SAME_PLACE: f32 = 0.15;

/// How much of a passage must be in another to be a part of it.
const LEAST_SHARE: f32 = 0.6;

pub(super) fn align(old: &[Passage], new: &[Passage]) -> Alignment {
    let mut partners =
        Partners { of_old: vec![None; old.len()], of_new: vec![None; new.len()] };
    pair_facts(old, new, &mut partners);
    pair_the_same(old, new, &mut partners);
    let mut vocabulary = Vocabulary::default();
    let old_bags = vocabulary.bags(old, &partners.of_old);
    let new_bags = vocabulary.bags(new, &partners.of_new);
    let weights = vocabulary.weights();
    let earlier = Side { passages: old, bags: &old_bags };
    let later = Side { passages: new, bags: &new_bags };
    pair_the_like(&earlier, &later, &weights, &mut partners);
    let Partners { of_old, of_new } = &partners;
    let pairs = of_new.iter().enumerate();
    Alignment {
        pairs: pairs.filter_map(|(new, old)| Some(((*old)?, new))).collect(),
        split: parts((&old_bags, of_old), (&new_bags, of_new), &weights),
        merged: parts((&new_bags, of_new), (&old_bags, of_old), &weights),
    }
}

/// What became of each passage, as far as it is known.
struct Partners {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Partners {
    fn pair(&mut self, old: usize, new: usize) {
        self.of_old[old] = Some(new);
        self.of_new[new] = Some(old);
    }

    fn are_free(&self, old: usize, new: usize) -> bool {
        self.of_old[old].is_none() && self.of_new[new].is_none()
    }

    /// Whether the passages before the two, or those after them, are the same.
    fn are_neighbours(&self, old: usize, new: usize) -> bool {
        let before = |at: usize| at.checked_sub(1);
        let are_before = before(old).zip(before(new));
        let are_the_same =
            |(old, new): (usize, usize)| self.of_old.get(old) == Some(&Some(new));
        are_before.is_some_and(are_the_same) || are_the_same((old + 1, new + 1))
    }
}

/// A title is the title, whatever it says.
fn pair_facts(old: &[Passage], new: &[Passage], partners: &mut Partners) {
    let is_fact = |passage: &Passage| passage.kind == PassageKind::Fact;
    let by_label: HashMap<&str, usize> = old
        .iter()
        .enumerate()
        .filter(|(_, passage)| is_fact(passage))
        .map(|(index, passage)| (passage.label.as_ref(), index))
        .collect();
    for (index, passage) in new.iter().enumerate().filter(|(_, passage)| is_fact(passage))
    {
        let found = by_label.get(passage.label.as_ref());
        if let Some(found) = found.filter(|found| partners.are_free(**found, index)) {
            partners.pair(*found, index);
        }
    }
}

/// Pairs what says the same but for the mark at its end, which follows from the place.
/// Of several that do, the first becomes the first.
fn pair_the_same(old: &[Passage], new: &[Passage], partners: &mut Partners) {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    let free = |index: &usize| partners.of_old[*index].is_none();
    for index in (0..old.len()).rev().filter(free) {
        places.entry(essence(&old[index].text)).or_default().push(index);
    }
    for (index, passage) in new.iter().enumerate() {
        if partners.of_new[index].is_some() {
            continue;
        }
        let Some(same) = places.get_mut(essence(&passage.text)) else { continue };
        if same.last().is_some_and(|last| old[*last].is_like(passage))
            && let Some(found) = same.pop()
        {
            partners.pair(found, index);
        }
    }
}

/// The words without the mark that ends them.
fn essence(text: &str) -> &str {
    text.trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// The words of a passage and how often each stands there, in the order of their numbers.
type Bag = Vec<(u32, u32)>;

/// One of the two texts.
struct Side<'a> {
    passages: &'a [Passage<'a>],
    /// Empty for passages that are paired already and say the same.
    bags: &'a [Bag],
}

/// The words of both texts, numbered.
#[derive(Default)]
struct Vocabulary {
    numbers: HashMap<String, u32>,
    /// In how many passages each word stands.
    passages: Vec<u32>,
}

impl Vocabulary {
    /// The bags of the passages that have no partner yet.
    fn bags(&mut self, passages: &[Passage], partners: &[Option<usize>]) -> Vec<Bag> {
        let lonely = passages.iter().zip(partners);
        lonely
            .map(|(passage, partner)| match partner {
                None => self.bag(&passage.text),
                Some(_) => Bag::new(),
            })
            .collect()
    }

    fn bag(&mut self, text: &str) -> Bag {
        let mut numbers: Vec<u32> = words(text).map(|word| self.number(word)).collect();
        numbers.sort_unstable();
        let mut bag = Bag::new();
        for number in numbers {
            match bag.last_mut() {
                Some((last, count)) if *last == number => *count += 1,
                _ => bag.push((number, 1)),
            }
        }
        for (number, _) in &bag {
            self.passages[*number as usize] += 1;
        }
        bag
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.passages.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.to_owned(), number);
        self.passages.push(0);
        number
    }

    /// How much each word tells: the more, the fewer passages have it.
    #[expect(clippy::cast_precision_loss, reason = "a weight need not be exact")]
    fn weights(&self) -> Vec<f32> {
        self.passages
            .iter()
            .map(|passages| 1.0 / (*passages as f32).max(1.0).sqrt())
            .collect()
    }
}

fn weight(bag: &Bag, weights: &[f32]) -> f32 {
    bag.iter().map(|(word, count)| of(*word, *count, weights)).sum()
}

#[expect(clippy::cast_precision_loss, reason = "a weight need not be exact")]
fn of(word: u32, count: u32, weights: &[f32]) -> f32 {
    weights[word as usize] * count as f32
}

/// The weight of the words that two bags share.
fn common(a: &Bag, b: &Bag, weights: &[f32]) -> f32 {
    let (mut left, mut right, mut sum) = (a.iter().peekable(), b.iter().peekable(), 0.0);
    while let (Some((x, n)), Some((y, m))) = (left.peek(), right.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => _ = left.next(),
            std::cmp::Ordering::Greater => _ = right.next(),
            std::cmp::Ordering::Equal => {
                sum += of(*x, *n.min(m), weights);
                left.next();
                right.next();
            }
        }
    }
    sum
}

/// The words of a bag that another lacks.
fn rest(bag: &Bag, other: &Bag) -> Bag {
    let lacking = |(word, count): &(u32, u32)| {
        let at = other.binary_search_by_key(word, |(number, _)| *number);
        let there = at.map_or(0, |at| other[at].1);
        (*count > there).then(|| (*word, count - there))
    };
    bag.iter().filter_map(lacking).collect()
}

/// Where the words of some bags stand, to find those that share some.
struct Index {
    /// For each word, the bags that have it.
    places: Vec<Vec<usize>>,
    /// For each bag, what it shares with the one looked up; nothing between two of them.
    shares: Vec<f32>,
}

impl Index {
    /// So many of the most telling words of a passage are looked up.
    const TELLING: usize = 24;
    /// A word that stands in more passages than this tells little.
    const MOST: usize = 64;
    /// So many bags are looked at closely.
    const CANDIDATES: usize = 8;

    fn new(bags: &[Bag], words: usize, is_in: impl Fn(usize) -> bool) -> Self {
        let mut places = vec![Vec::new(); words];
        for (index, bag) in bags.iter().enumerate().filter(|(index, _)| is_in(*index)) {
            for (word, _) in bag {
                places[*word as usize].push(index);
            }
        }
        Self { places, shares: vec![0.0; bags.len()] }
    }

    /// The bags that share telling words with this one, the likeliest first.
    fn candidates(&mut self, bag: &Bag, weights: &[f32]) -> Vec<usize> {
        let mut telling: Vec<usize> =
            bag.iter().map(|(word, _)| *word as usize).collect();
        telling.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]));
        telling.truncate(Self::TELLING);
        let mut found = Vec::new();
        for word in telling {
            for place in self.places[word].iter().take(Self::MOST) {
                if self.shares[*place] == 0.0 {
                    found.push(*place);
                }
                self.shares[*place] += weights[word];
            }
        }
        let by_share = |a: &usize, b: &usize| {
            self.shares[*b].total_cmp(&self.shares[*a]).then(a.cmp(b))
        };
        if found.len() > Self::CANDIDATES {
            found.select_nth_unstable_by(Self::CANDIDATES, by_share);
        }
        let (candidates, others) = found.split_at(found.len().min(Self::CANDIDATES));
        let mut candidates = candidates.to_vec();
        candidates.sort_by(by_share);
        for place in candidates.iter().chain(others) {
            self.shares[*place] = 0.0;
        }
        candidates
    }
}

/// Pairs the passages that share most of their words, the likest first.
fn pair_the_like(old: &Side, new: &Side, weights: &[f32], partners: &mut Partners) {
    let mut index = Index::new(old.bags, weights.len(), |_| true);
    let mut found: Vec<(f32, usize, usize)> = Vec::new();
    for (later, bag) in new.bags.iter().enumerate().filter(|(_, bag)| !bag.is_empty()) {
        for earlier in index.candidates(bag, weights) {
            if !old.passages[earlier].is_like(&new.passages[later]) {
                continue;
            }
            let both = weight(bag, weights) + weight(&old.bags[earlier], weights);
            let mut likeness = 2.0 * common(bag, &old.bags[earlier], weights) / both;
            if partners.are_neighbours(earlier, later) {
                likeness += SAME_PLACE;
            }
            if likeness >= LEAST_LIKENESS {
                found.push((likeness, earlier, later));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.2, a.1).cmp(&(b.2, b.1))));
    for (_, earlier, later) in found {
        if partners.are_free(earlier, later) {
            partners.pair(earlier, later);
        }
    }
}

/// The passages without a partner on the one side that are parts of a passage of the
/// other, beyond what that became. Each side is its bags and their partners.
fn parts(
    (wholes, became): (&[Bag], &[Option<usize>]),
    (bags, partners): (&[Bag], &[Option<usize>]),
    weights: &[f32],
) -> Parts {
    let mut index = Index::new(wholes, weights.len(), |whole| became[whole].is_some());
    let mut found = Parts::new();
    for (part, bag) in bags.iter().enumerate() {
        if partners[part].is_some() || bag.is_empty() {
            continue;
        }
        let shares = index.candidates(bag, weights).into_iter().filter_map(|whole| {
            let left_over = rest(&wholes[whole], &bags[became[whole]?]);
            let share = common(bag, &left_over, weights) / weight(bag, weights);
            (share >= LEAST_SHARE).then_some((whole, share))
        });
        let best = shares.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((whole, _)) = best {
            found.entry(whole).or_default().push(part);
        }
    }
    found
}
