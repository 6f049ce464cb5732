//! Meeting, date and vote of an adopted text, and the rule that ends the page.

use super::runs::{has_italics, printable};
use super::{Block, BlockKind, Composer, Run, RunKind};
use crate::conventions::Language;
use crate::conventions::calendar::format_date;
use crate::conventions::organs::House;
use crate::model::{Adoption, Manner, Vote};
use crate::render::labels;

impl Composer<'_> {
    /// What follows the last paragraph of an adopted text. The Security Council says it
    /// above the text, and only Geneva prints the vote.
    pub(super) fn adoption(&mut self) {
        let Some(adoption) = self.resolution.adoption.as_ref() else { return };
        let is_titled = self.resolution.organ.is_none_or(|organ| organ.is_titled);
        if !self.is_adopted() || !is_titled {
            return;
        }
        let lines = self.meeting_lines(adoption);
        for (kind, words) in lines {
            let italic = has_italics(self.resolution.language);
            let run = Run { kind: RunKind::Emphasis, italic, ..Run::plain(words) };
            self.blocks.push(Block::new(kind, vec![run]));
        }
        let of_geneva = self.resolution.organ.is_none_or(|o| o.house == House::Geneva);
        if let Some(vote) = adoption.vote.as_ref().filter(|_| of_geneva) {
            self.vote(vote);
        }
    }

    /// Meeting, then date; Chinese has them the other way round.
    fn meeting_lines(&self, adoption: &Adoption) -> Vec<(BlockKind, String)> {
        let language = self.resolution.language;
        let is_plenary = self.resolution.organ.is_some_and(|o| o.house == House::NewYork);
        let meeting = adoption.meeting.map(|number| {
            (BlockKind::MeetingLine, labels::meeting_words(number, is_plenary, language))
        });
        let date =
            adoption.date.map(|date| (BlockKind::DateLine, format_date(date, language)));
        let mut lines: Vec<(BlockKind, String)> =
            meeting.into_iter().chain(date).collect();
        if language == Language::Zh {
            lines.reverse();
        }
        lines
    }

    fn vote(&mut self, vote: &Vote) {
        let labels = self.labels;
        let lists = [
            (labels.in_favour.as_str(), &vote.in_favour),
            (labels.against.as_str(), &vote.against),
            (labels.abstaining.as_str(), &vote.abstaining),
        ];
        let has_lists = lists.iter().any(|(_, list)| !list.is_empty());
        match vote.manner {
            Manner::WithoutAVote => {
                self.line(BlockKind::Vote, labels.adopted_without_vote.as_str());
            }
            Manner::Recorded if !has_lists => {
                self.line(BlockKind::Vote, labels.adopted_recorded.as_str());
            }
            Manner::Recorded => {
                let votes = lists.map(|(_, list)| list.len());
                let words = labels::vote_words(votes, self.resolution.language);
                self.line(BlockKind::Vote, words);
                self.vote_lists(&lists);
            }
        }
    }

    fn vote_lists(&mut self, lists: &[(&'static str, &Vec<String>)]) {
        let language = self.resolution.language;
        let between = labels::separator(language);
        for (heading, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
            let italic = has_italics(language);
            let run = Run { kind: RunKind::Emphasis, italic, ..Run::plain(*heading) };
            self.blocks.push(Block::new(BlockKind::VoteHeading, vec![run]));
            let names: Vec<String> = list.iter().map(|name| printable(name)).collect();
            self.line(BlockKind::VoteList, names.join(&between));
        }
        let last = self.blocks.last_mut().and_then(|block| block.runs.last_mut());
        if let Some(run) = last {
            run.text.push(']');
        }
    }

    /// The short rule that ends the document.
    pub(super) fn close(&mut self) {
        let ends_a_text = self
            .blocks
            .iter()
            .any(|block| block.label.is_some() || block.kind == BlockKind::Title);
        if ends_a_text {
            self.blocks.push(Block::new(BlockKind::ClosingRule, Vec::new()));
        }
    }
}
