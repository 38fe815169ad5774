//! What may happen in a history. Numbers stand for whoever and whatever there is at that moment.

use proptest::prelude::*;

use super::model::Call;

/// One thing that somebody does, on one of two devices.
#[derive(Clone, Debug)]
pub struct Step {
    pub who: usize,
    pub device: usize,
    pub what: Deed,
}

#[derive(Clone, Debug)]
pub enum Deed {
    Say {
        place: usize,
        call: Call,
    },
    Reply {
        to: usize,
        also_on_timeline: bool,
        call: Call,
    },
    Edit {
        which: usize,
        call: Call,
    },
    Delete {
        which: usize,
    },
    React {
        which: usize,
    },
    Pin {
        which: usize,
        pinned: bool,
    },
    MarkRead {
        which: usize,
    },
    MarkUnread {
        which: usize,
    },
    MarkThreadRead {
        which: usize,
        upto: usize,
    },
    Follow {
        which: usize,
        following: bool,
    },
    Join {
        group: usize,
    },
    Leave {
        group: usize,
    },
    Mute {
        group: usize,
        muted: bool,
    },
    Rename {
        group: usize,
    },
    /// The server ends and starts again.
    Restart,
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![3 => Just(Call::Nobody), 2 => (0..3usize).prop_map(Call::Person), 1 => Just(Call::Everyone)]
}

/// Something that was said; the latest are picked most.
fn which() -> impl Strategy<Value = usize> {
    prop_oneof![3 => 0..4usize, 1 => 0..40usize]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        8 => (0..5usize, call()).prop_map(|(place, call)| Deed::Say { place, call }),
        8 => (which(), any::<bool>(), call())
            .prop_map(|(to, also_on_timeline, call)| Deed::Reply { to, also_on_timeline, call }),
        4 => (which(), call()).prop_map(|(which, call)| Deed::Edit { which, call }),
        4 => which().prop_map(|which| Deed::Delete { which }),
        1 => which().prop_map(|which| Deed::React { which }),
        1 => (which(), any::<bool>()).prop_map(|(which, pinned)| Deed::Pin { which, pinned }),
        5 => which().prop_map(|which| Deed::MarkRead { which }),
        4 => which().prop_map(|which| Deed::MarkUnread { which }),
        3 => (which(), 0..6usize).prop_map(|(which, upto)| Deed::MarkThreadRead { which, upto }),
        2 => (which(), any::<bool>()).prop_map(|(which, following)| Deed::Follow { which, following }),
        2 => (0..2usize).prop_map(|group| Deed::Join { group }),
        2 => (0..2usize).prop_map(|group| Deed::Leave { group }),
        1 => (0..2usize, any::<bool>()).prop_map(|(group, muted)| Deed::Mute { group, muted }),
        1 => (0..2usize).prop_map(|group| Deed::Rename { group }),
    ]
}

/// A history, in one of many of which the server is started again on the way.
pub fn history() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..3usize, 0..2usize, deed()).prop_map(|(who, device, what)| Step { who, device, what });
    let restart = Step { who: 0, device: 0, what: Deed::Restart };
    let restarted = proptest::option::weighted(0.05, any::<prop::sample::Index>());
    (prop::collection::vec(step, 1..40), restarted).prop_map(move |(mut steps, restarted)| {
        if let Some(at) = restarted {
            steps.insert(at.index(steps.len()), restart.clone());
        }
        steps
    })
}
