//! The example team's groups, and what is said in them.

use super::talk::{Said, ago, on};

/// A group with its talk, in the order of the list.
pub struct Room {
    pub name: &'static str,
    pub topic: &'static str,
    pub description: &'static str,
    pub is_private: bool,
    /// Nobody named: it is the primary group, where everybody is.
    pub members: &'static [&'static str],
    pub talk: &'static [Said],
}

pub const ROOMS: &[Room] = &[
    Room {
        name: "Lounge",
        topic: "Feet up. Soup on Fridays.",
        description: "For everybody, about anything. New here? Say hello, somebody will find you a mug.",
        is_private: false,
        members: &[],
        talk: LOUNGE,
    },
    Room {
        name: "Greenhouse",
        topic: "Vents, water, seedlings. Nobody climbs alone.",
        description: "Everything under glass: climate, watering, what is sprouting and what is not.",
        is_private: false,
        members: &["ines", "ruth", "tomasz", "noor", "mateo", "aiko"],
        talk: GREENHOUSE,
    },
    Room {
        name: "Tool library",
        topic: "Open Tuesdays and Fridays, 17 to 19. Say what you take.",
        description: "What is out, what is back, what is broken.",
        is_private: false,
        members: &["samuel", "ines", "ruth", "tomasz", "noor", "mateo", "aiko", "lena"],
        talk: TOOL_LIBRARY,
    },
    Room {
        name: "Pi corner",
        topic: "Small computers, big plans",
        description: "Sensors, relays and the screen by the door.",
        is_private: false,
        members: &["tomasz", "mateo", "noor", "ines"],
        talk: PI_CORNER,
    },
    Room {
        name: "Committee",
        topic: "Money, keys, neighbours",
        description: "Minutes are pinned up in the hall after each meeting.",
        is_private: true,
        members: &["ines", "ruth", "noor", "samuel"],
        talk: COMMITTEE,
    },
    Room {
        name: "Kiln rota",
        topic: "Never leave a firing alone",
        description: "Who fires, who watches, what came out.",
        is_private: false,
        members: &["noor", "aiko", "lena", "ines", "ruth", "samuel"],
        talk: KILN_ROTA,
    },
    Room {
        name: "Build log",
        topic: "Show what you made, also when it fell apart",
        description: "One thing a week, however small.",
        is_private: false,
        members: &["aiko", "mateo", "lena", "tomasz", "ines", "noor"],
        talk: BUILD_LOG,
    },
];

const LOUNGE: &[Said] = &[
    on(6, 17, 42, "ruth", "Friday soup is **leek and potato**. Bowls are limited, appetite apparently is not."),
    on(6, 17, 45, "mateo", "I can bring bread if Lena shows me how not to make a brick."),
    on(6, 17, 51, "lena", "Come at four. Bring an apron and no hurry."),
    on(
        6,
        21,
        8,
        "samuel",
        "Whoever left a grey scarf on the band saw: it is safe, it is warm, it is on the hook by the door.",
    ),
    on(5, 9, 15, "ines", "The gutter people come on Thursday. If you park by the gate, please don't."),
    on(5, 9, 31, "noor", "Noted. Also: the kettle is new, the old one retires with honours."),
    on(
        4,
        12,
        20,
        "aiko",
        "There is a box of offcuts by the stairs, oak and a little cherry. Help yourselves before the stove does.",
    ),
    on(4, 12, 34, "tomasz", "Took two pieces of the cherry. They will become a box for very small screws."),
    on(4, 12, 36, "aiko", "The noblest of fates."),
    on(
        2,
        18,
        3,
        "ruth",
        "Open evening next week, the 27th. We need:\n\n- someone at the door\n- someone for tea\n- someone who can explain the kiln without frightening people",
    ),
    on(2, 18, 10, "lena", "Tea. I will bake as well."),
    on(2, 18, 22, "mateo", "Door! I like saying hello."),
    on(2, 19, 47, "noor", "Kiln. I promise not to mention the glaze accident."),
    on(1, 16, 30, "samuel", "Somebody asked on the stairs whether we take a piano. I said I would ask. I am asking."),
    on(1, 16, 33, "ines", "We took one in 2019. It is the workbench in the back."),
    on(1, 16, 40, "ruth", "A *grand* workbench."),
    ago(290, "lena", "Bread is proving. The whole stairwell smells like Sunday."),
    ago(55, "mateo", "First loaf without supervision. It has a hat. Is it supposed to have a hat?"),
    ago(52, "ruth", "Every loaf should have a hat. Soup at one, and please bring the hat."),
];

const GREENHOUSE: &[Said] = &[
    on(5, 8, 12, "ruth", "Tomatoes are up! Nineteen of twenty-four, and the other five are thinking about it."),
    on(5, 8, 40, "aiko", "Which tray? I moved the left one away from the draught last night."),
    on(5, 8, 44, "ruth", "The left one. So it was you. Thank you, they noticed."),
    on(
        4,
        19,
        2,
        "tomasz",
        "New sensor hangs above the middle bench. It reads half a degree warm because it can see the lamp. I'll make it a little hat.",
    ),
    on(4, 19, 10, "mateo", "Everything gets a hat this month."),
    on(
        3,
        7,
        55,
        "noor",
        "3 °C at the north end this morning. Fleece is on the far row, please leave it there until the weekend.",
    ),
    on(
        3,
        18,
        20,
        "aiko",
        "Watered all but the cuttings. Left for tomorrow:\n\n1. tie up the beans\n2. empty the slug traps\n3. apologise to the slugs",
    ),
    on(2, 9, 5, "mateo", "Beans are tied. Slugs have been apologised to, at some distance."),
    on(
        1,
        17,
        30,
        "tomasz",
        "The vent was opening and closing all afternoon. It compares against one number, so at exactly that number it cannot make up its mind. Tonight it gets two:\n\n```python\nif temp > 24.5:\n    vent.open()\nelif temp < 23.5:\n    vent.close()\n# in between: leave it be\n```",
    ),
    on(1, 17, 41, "noor", "So that is what was clicking. I thought we had a very tidy beetle."),
    on(1, 17, 48, "ruth", "I had named the beetle."),
    ago(
        165,
        "ruth",
        "Morning. Vents were quiet all night, 6 °C at the coldest. Tomasz, the beetle is gone and I am told to be happy about it.",
    ),
    ago(158, "tomasz", "I can bring it back as an optional feature."),
    ago(
        121,
        "aiko",
        "The gutter on the east side drips onto the potting bench again. Not much, but right where one sits.",
    ),
    ago(96, "ines", "I'll go up before lunch, the long ladder is free. Who holds it?"),
    ago(
        64,
        "noor",
        "Me, from eleven. Ines, could you look at the hinge of the left vent while you are up there? It squeaks when it rains.",
    ),
    ago(31, "mateo", "There is oil in the red tin, second shelf. The blue tin is *not* oil. Ask me how I know."),
];

const TOOL_LIBRARY: &[Said] = &[
    on(6, 18, 55, "samuel", "Tonight's count: 41 out, 39 back. The two are the heat gun and my patience."),
    on(6, 19, 20, "mateo", "Heat gun is with me until Tuesday, sorry. Patience I have not seen."),
    on(3, 17, 15, "samuel", "Heat gun is back, thank you. It even came back clean."),
    on(3, 17, 40, "lena", "Taking the bike stand for Saturday."),
    on(3, 17, 42, "samuel", "Noted. It wobbles on the left foot; there is a wedge in the drawer with its name on it."),
    on(2, 11, 30, "aiko", "The small plane needs a new blade. I can sharpen this one twice more, not three times."),
    on(
        2,
        12,
        5,
        "samuel",
        "Ordered two. Take the wooden one meanwhile, it is older than all of us and better behaved.",
    ),
    on(
        1,
        17,
        5,
        "tomasz",
        "Borrowed the crimping pliers. They have a label that says *NOT FOR NUTS*. There must be a story.",
    ),
    on(1, 17, 25, "samuel", "There are three stories. None of them is about nuts."),
    ago(140, "ines", "Long ladder goes to the greenhouse this morning, back by the afternoon."),
    ago(44, "ruth", "Is the small drill charged? I have six labels to hang and no more string."),
    ago(38, "lena", "Charged it last night, it is in the green case."),
];

const PI_CORNER: &[Said] = &[
    on(
        5,
        20,
        14,
        "tomasz",
        "The screen by the door now shows who opens up today, and the coldest corner of the greenhouse.",
    ),
    on(5, 20, 30, "mateo", "And a loading circle every full hour."),
    on(5, 20, 33, "tomasz", "That is it thinking about the hour."),
    on(3, 21, 10, "noor", "Could it show the kiln temperature as well? People keep opening the door to look."),
    on(
        3,
        21,
        26,
        "tomasz",
        "Yes, if somebody lends me the spare thermocouple. Please not the one that is in the kiln.",
    ),
    on(
        2,
        20,
        45,
        "mateo",
        "My first board works! It blinks. It was meant to measure humidity, but it blinks with conviction.",
    ),
    on(
        2,
        20,
        52,
        "tomasz",
        "Pins 4 and 5 are swapped on that layout, I did the same. Bring it on Thursday and we'll cut two traces.",
    ),
    on(1, 20, 5, "ines", "Whatever you two did, the hall is three degrees warmer and the meter is not. Well done."),
    ago(180, "mateo", "Cut the traces. It measures! 54 % by the sink, 61 % by Tomasz's tea."),
];

const COMMITTEE: &[Said] = &[
    on(
        6,
        19,
        30,
        "noor",
        "Accounts for October are in the folder. We are **212 in the black**, mostly thanks to the plate sale.",
    ),
    on(6, 19, 44, "ruth", "Then the second vent motor is no longer a dream?"),
    on(6, 20, 2, "samuel", "Two quotes, 78 and 95. The dearer one has metal gears."),
    on(5, 10, 20, "ines", "Metal gears. I have been up that ladder often enough."),
    on(5, 10, 25, "noor", "Agreed. Ordering today."),
    on(2, 9, 40, "ines", "The neighbours asked whether the saw could rest between one and two. There is a baby now."),
    on(2, 9, 52, "ruth", "Of course. I'll hang a sign, and knit something."),
    on(
        1,
        12,
        15,
        "samuel",
        "Three new people want keys. I know two of them, and the third returned a chisel sharper than it went out.",
    ),
    on(1, 12, 31, "noor", "That is the best reference anybody ever brought us."),
    ago(
        27,
        "noor",
        "Motor has arrived, metal gears and all. It is heavier than it looks; it sits on my desk being proud.",
    ),
];

const KILN_ROTA: &[Said] = &[
    on(6, 10, 0, "noor", "This week: Tuesday bisque (Aiko), Thursday glaze (me), weekend free."),
    on(
        6,
        10,
        22,
        "aiko",
        "Tuesday is good. I have room for about ten small pieces, please leave them on the lower shelf.",
    ),
    on(3, 8, 15, "aiko", "Bisque is cooling. Please do not peek before noon, however much it pings."),
    on(3, 12, 40, "lena", "It pinged. I did not peek. I would like that to be remembered."),
    on(3, 13, 5, "noor", "It is in the minutes."),
    on(
        1,
        21,
        30,
        "noor",
        "Glaze firing reached 1,220 °C and is on its way down. Everything is where I put it, which is new.",
    ),
    ago(
        260,
        "lena",
        "Opened at 180 °C with gloves. The green bowls are *beautiful*. One mug has become friends with its shelf.",
    ),
    ago(118, "aiko", "That mug is mine. We had our differences, and now it has the shelf."),
    ago(22, "noor", "Saturday is free after all. Who would like to fire, and who keeps them company?"),
];

const BUILD_LOG: &[Said] = &[
    on(
        5,
        15,
        20,
        "aiko",
        "A stool from the oak offcuts, three legs, no glue. It has held one person and one cat, not yet together.",
    ),
    on(5, 15, 41, "lena", "Which of them was the test engineer?"),
    on(5, 15, 43, "aiko", "The cat. Very thorough."),
    on(
        4,
        18,
        15,
        "lena",
        "Trued two wheels for the first time. One is round. The other is *mostly* round, and honest about it.",
    ),
    on(2, 22, 5, "tomasz", "The box for very small screws is done. It holds 400, or one, if you drop it."),
    on(
        1,
        18,
        50,
        "mateo",
        "Humidity sensor in a jam jar, with a lid that Aiko turned for me. It looks like it knows something.",
    ),
    on(1, 19, 12, "ines", "I have walked past it three times and told it the weather each time."),
    ago(15, "aiko", "Second stool. This one has four legs, for people who doubt."),
];
