//! What a contact says starts the clock, or does not.

use super::channel::{deadlines, on, play, start};
use super::*;
use crate::conversation::Channel;
use crate::policy::Policy;
use crate::time::{DAY, MINUTE};

#[test]
fn what_was_put_off_or_closed_starts_the_clock_as_the_policy_says() {
    let ours = || (1, ben(), Command::reply("hi"));
    let snooze = || (2, ben(), Command::Snooze { until: NOW.plus(DAY) });
    let close = || (2, ben(), Command::Close);
    let theirs = || (3, ana(), Command::reply("and?"));
    let open_to_all = Policy { reply_reopens_closed: true, ..deadlines() };
    let pending = Policy { answer_pends: true, ..deadlines() };
    let check = |policy: &Policy, between: &[(i64, Participant, Command)], is_due: bool| {
        let commands = [&[start(ana())], between, &[theirs()]].concat();
        let played = play(on(Channel::Web), policy, &commands).unwrap();
        let due = is_due.then(|| NOW.plus(63 * MINUTE));
        assert_eq!(played.handling.sla.next_response_due_at, due, "{policy:?} {between:?}");
    };
    // Where the turn goes by who spoke last: only what was answered is asked anew.
    check(&open_to_all, &[ours(), close()], true);
    check(&open_to_all, &[ours(), snooze()], true);
    check(&open_to_all, &[snooze()], false);
    check(&deadlines(), &[ours(), close()], false);
    // Where it passes with the state: what is put off is told as pending.
    check(&pending, &[snooze()], true);
    check(&pending, &[ours(), snooze()], true);
    check(&pending, &[ours(), close()], false);
}
