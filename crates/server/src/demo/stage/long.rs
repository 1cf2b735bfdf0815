//! The threads that are long on purpose.

use inbox_model::Channel;
use inbox_model::time::{DAY, HOUR, MINUTE, SECOND};

use super::{Stage, page, slots};
use crate::demo::beat::Beat;
use crate::demo::clock::{Pace, agent_writes, customer_writes};
use crate::demo::people::{Colleague, Team};
use crate::demo::schedule::schedule;
use crate::demo::tables::Goods;
use crate::demo::texts::{business, scenes};

/// How many parts the longest thread has at least.
const LONGEST: usize = 620;

impl Stage {
    /// Plays the threads that are long on purpose.
    pub(in crate::demo) fn play_long_threads(&mut self) {
        self.play_business();
        self.play_arabic();
    }

    /// A company that has written about everything for a year.
    fn play_business(&mut self) {
        let contact = self.contact_of(&business::WHO);
        let mut rng = self.rng_of_next();
        let (year, now) = (355 * DAY, self.now);
        let begins = now.plus(-year);
        let mut matters: Vec<&[Beat]> = vec![business::FIRST];
        let mut parts = 0;
        while parts < LONGEST {
            let round = business::MATTERS;
            let from = rng.below(round.len());
            // A step that is no divisor of the number of matters visits all of them.
            matters.extend(
                (0..round.len()).filter_map(|step| round.get((from + step * 7) % round.len())),
            );
            parts = matters.iter().map(|matter| matter.len()).sum();
        }
        let house = self.house;
        let mut story = self.story(&mut rng, &contact, Goods::Home, begins, None);
        story.set_source(Channel::Web, page(&mut rng, &house, &Channel::Web), "");
        story.in_charge(Colleague::Tomas);
        let count = i64::try_from(matters.len()).unwrap_or(i64::MAX);
        let mut last = begins;
        for (number, matter) in (0_i64..).zip(&matters) {
            let planned = begins.plus(number * (year / count) + rng.between(8, 15) * HOUR);
            let start = customer_writes(&mut rng, planned.max(last.plus(HOUR)), Pace::Letters);
            let slots = slots(&mut rng, &contact, Goods::Home, start, None);
            story.replace_slots(slots);
            for (at, beat) in schedule(&mut rng, matter, start).into_iter().zip(matter.iter()) {
                // The thread's newest words are written down.
                if at < now.plus(-DAY) {
                    story.play(at, beat);
                    last = at;
                }
            }
            if number == 0 {
                story.play(last.plus(SECOND), &Beat::AssignTeam(Team::Wholesale));
                story.play(last.plus(2 * SECOND), &Beat::Assign(Colleague::Tomas));
            } else if rng.chance(55) {
                let closing = agent_writes(&mut rng, last, Pace::Chat);
                if closing < now.plus(-DAY) {
                    story.play(closing, &Beat::Close);
                    last = closing;
                }
            }
        }
        for (minutes, beat) in business::LAST {
            story.play(now.plus(-minutes * MINUTE), beat);
        }
        story.set_title(business::TITLE);
        let conversation = story.end();
        self.keep(conversation);
    }

    /// Sixty parts from right to left.
    fn play_arabic(&mut self) {
        let contact = self.contact_of(&scenes::arabic::WHO);
        let mut rng = self.rng_of_next();
        let beats = &scenes::arabic::BEATS;
        let planned = schedule(&mut rng, beats, self.now.plus(-20 * DAY));
        // Moved by whole days, so that it ends lately and nobody works at night.
        let ends = planned.last().copied().unwrap_or(self.now);
        let days = self.now.plus(-5 * HOUR).since(ends).div_euclid(DAY);
        let mut story = self.story(&mut rng, &contact, Goods::All, self.now, None);
        story.set_source(Channel::Whatsapp, None, "");
        story.in_charge(Colleague::Youssef);
        for (number, (at, beat)) in planned.into_iter().zip(beats).enumerate() {
            let at = at.plus(days * DAY);
            story.play(at, beat);
            if number == 0 {
                story.play(at, &Beat::AssignTeam(Team::Wholesale));
                story.play(at, &Beat::Assign(Colleague::Youssef));
            }
        }
        story.set_title(scenes::arabic::TITLE);
        let conversation = story.end();
        self.keep(conversation);
    }
}
