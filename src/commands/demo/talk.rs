//! How talk is written down here, and what is said between two.

/// When something was said.
#[derive(Clone, Copy)]
pub enum When {
    /// Minutes before the demo began.
    Ago(u64),
    /// So many days before that day, at this hour and minute of the clock here. Not in the last hour of a day, lest
    /// what follows fall into the future.
    On(i64, i8, i8),
}

/// One message.
pub struct Said {
    pub when: When,
    /// A username.
    pub who: &'static str,
    pub text: &'static str,
}

pub const fn ago(mins: u64, who: &'static str, text: &'static str) -> Said {
    Said { when: When::Ago(mins), who, text }
}

pub const fn on(days: i64, hour: i8, minute: i8, who: &'static str, text: &'static str) -> Said {
    Said { when: When::On(days, hour, minute), who, text }
}

/// A direct conversation.
pub struct Pair {
    pub between: [&'static str; 2],
    pub talk: &'static [Said],
}

pub const PAIRS: &[Pair] = &[
    Pair {
        between: ["ines", "noor"],
        talk: &[
            on(2, 13, 10, "ines", "Do you have the second key to the kiln room?"),
            on(2, 13, 14, "noor", "On my ring, next to the one nobody knows."),
            on(
                2,
                13,
                15,
                "ines",
                "That one opens the cupboard that is not there any more. I keep it for luck as well.",
            ),
            on(1, 9, 2, "noor", "Can we sign the insurance thing this week? It needs two of us and one pen."),
            on(1, 9, 30, "ines", "Today after lunch. I'll bring the pen."),
            ago(
                33,
                "noor",
                "At the foot of the ladder with tea. Yours is the one without sugar, I think. It may be mine.",
            ),
        ],
    },
    Pair {
        between: ["ruth", "ines"],
        talk: &[
            on(4, 20, 15, "ruth", "You looked tired today. Leave the rota to me this week."),
            on(4, 20, 40, "ines", "I'd argue, but I'd have to stand up. Thank you."),
            on(
                3,
                8,
                5,
                "ruth",
                "Also there is a jar of the leek soup in the fridge with your name on it, in very large letters.",
            ),
            on(3, 13, 22, "ines", "I saw it from the stairs."),
        ],
    },
    Pair {
        between: ["tomasz", "ines"],
        talk: &[
            on(3, 16, 50, "tomasz", "How long is the cable from the fuse box to the east vent, roughly?"),
            on(3, 17, 4, "ines", "Eleven metres and one argument about the corner."),
            on(3, 17, 6, "tomasz", "Twelve then."),
            on(1, 8, 44, "tomasz", "It was eleven and a half. The argument was shorter than expected."),
        ],
    },
    Pair {
        between: ["mateo", "tomasz"],
        talk: &[
            on(2, 21, 3, "mateo", "Thank you for not laughing about the blinking."),
            on(2, 21, 9, "tomasz", "My first one caught fire. Yours *blinked*. You are ahead."),
            ago(170, "mateo", "Is 61 % bad for tea?"),
            ago(150, "tomasz", "Ideal."),
        ],
    },
    Pair {
        between: ["aiko", "ines"],
        talk: &[
            on(1, 14, 12, "aiko", "May I have the window bench on Saturday? The light is right for gluing."),
            on(1, 14, 20, "ines", "It's yours. Mind the loose floorboard, it has opinions."),
        ],
    },
    Pair {
        between: ["lena", "mateo"],
        talk: &[
            on(
                1,
                20,
                10,
                "lena",
                "Flour 500, water 350, salt 10, and leave it alone overnight. The last part is the hard one.",
            ),
            on(1, 20, 18, "mateo", "Can I look at it?"),
            on(1, 20, 19, "lena", "Once."),
            ago(58, "mateo", "I looked four times. It rose anyway."),
        ],
    },
];
