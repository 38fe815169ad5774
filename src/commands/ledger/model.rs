//! What should be unread, as somebody with paper and pencil would keep it: lists, and a mark in each.

use std::collections::{BTreeMap, BTreeSet};

/// Most that is told of mentions and of a thread's replies.
const MOST_TOLD: usize = 100;

/// Whom a text calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    Nobody,
    Person(usize),
    Everyone,
}

/// Something that was said: its number is its place in [`Model::said`].
#[derive(Clone, Debug)]
pub struct Said {
    pub by: usize,
    pub place: usize,
    pub root: Option<usize>,
    pub on_timeline: bool,
    pub is_deleted: bool,
    pub version: i64,
    named: Option<usize>,
    calls_all: bool,
    replies: Vec<usize>,
}

/// How somebody stands to a thread.
#[derive(Clone, Copy, Debug)]
struct Follow {
    is_following: bool,
    read: usize,
}

/// A conversation.
#[derive(Clone, Debug, Default)]
struct Place {
    is_group: bool,
    timeline: Vec<usize>,
    /// Who is in it, and how much of the timeline they have read.
    read: BTreeMap<usize, usize>,
}

/// What one person should be told: of each conversation how many are unread and which of them call, and of each thread
/// that they follow how many replies are unread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub places: BTreeMap<usize, (usize, Vec<usize>)>,
    pub threads: BTreeMap<usize, usize>,
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    places: Vec<Place>,
    pub said: Vec<Said>,
    follows: BTreeMap<(usize, usize), Follow>,
}

impl Model {
    /// Two groups with these people in them, and a direct conversation of each pair.
    pub fn new(groups: [&[usize]; 2], pairs: &[(usize, usize)]) -> Self {
        let place = |is_group: bool, people: Vec<usize>| Place {
            is_group,
            timeline: Vec::new(),
            read: people.into_iter().map(|person| (person, 0)).collect(),
        };
        let groups = groups.iter().map(|people| place(true, people.to_vec()));
        let directs = pairs.iter().map(|&(one, other)| place(false, vec![one, other]));
        Self { places: groups.chain(directs).collect(), ..Self::default() }
    }

    pub fn is_in(&self, who: usize, place: usize) -> bool {
        self.places[place].read.contains_key(&who)
    }

    pub fn say(&mut self, by: usize, place: usize, call: Call) -> usize {
        self.add(Said { root: None, on_timeline: true, ..self.blank(by, place, call) })
    }

    pub fn reply(&mut self, by: usize, root: usize, also_on_timeline: bool, call: Call) -> usize {
        let place = self.said[root].place;
        let reply = Said { root: Some(root), on_timeline: also_on_timeline, ..self.blank(by, place, call) };
        let named = reply.named;
        let number = self.add(reply);
        self.said[root].replies.push(number);
        let all = self.said[root].replies.len();
        let mine = self.follows.entry((by, root)).or_insert(Follow { is_following: true, read: all });
        mine.read = mine.read.max(all);
        // Who wrote the first message, and whom it calls, follow from the first reply on; whom a reply calls, from that one.
        let first = [Some(self.said[root].by), self.said[root].named].map(|person| (person, 0));
        let first = first.into_iter().filter(|_| self.reply_count(root) == 1).collect::<Vec<_>>();
        for (person, read) in first.into_iter().chain([(named, all - 1)]) {
            self.has_to_do_with(person, root, read);
        }
        number
    }

    /// They follow the thread from now on, unless they have left, or had to do with it before.
    fn has_to_do_with(&mut self, person: Option<usize>, root: usize, read: usize) {
        if let Some(person) = person.filter(|person| self.is_in(*person, self.said[root].place)) {
            self.follows.entry((person, root)).or_insert(Follow { is_following: true, read });
        }
    }

    fn blank(&self, by: usize, place: usize, call: Call) -> Said {
        let (named, calls_all) = self.called(by, place, call);
        Said {
            by,
            place,
            root: None,
            on_timeline: true,
            is_deleted: false,
            version: 1,
            named,
            calls_all,
            replies: Vec::new(),
        }
    }

    fn called(&self, by: usize, place: usize, call: Call) -> (Option<usize>, bool) {
        match call {
            Call::Nobody => (None, false),
            Call::Person(person) => (Some(person).filter(|one| *one != by && self.is_in(*one, place)), false),
            Call::Everyone => (None, self.places[place].is_group),
        }
    }

    fn add(&mut self, said: Said) -> usize {
        let (number, by, place) = (self.said.len(), said.by, said.place);
        if said.on_timeline {
            let place = &mut self.places[place];
            place.timeline.push(number);
            place.read.insert(by, place.timeline.len());
        }
        self.said.push(said);
        number
    }

    pub fn edit(&mut self, number: usize, call: Call) {
        let (named, calls_all) = self.called(self.said[number].by, self.said[number].place, call);
        let said = &mut self.said[number];
        let newly = named.filter(|_| named != said.named);
        (said.named, said.calls_all, said.version) = (named, calls_all, said.version + 1);
        let root = said.root;
        match root {
            Some(root) => {
                let before = self.said[root].replies.iter().take_while(|reply| **reply != number).count();
                self.has_to_do_with(newly, root, before);
            }
            None if self.reply_count(number) > 0 => self.has_to_do_with(newly, number, 0),
            None => {}
        }
    }

    pub fn delete(&mut self, number: usize) {
        self.said[number].is_deleted = true;
    }

    /// Where a message stands on its timeline.
    fn spot(&self, number: usize) -> usize {
        self.places[self.said[number].place].timeline.iter().position(|one| *one == number).unwrap()
    }

    pub fn mark_read(&mut self, who: usize, number: usize) {
        let upto = self.spot(number) + 1;
        let mark = self.places[self.said[number].place].read.get_mut(&who).unwrap();
        *mark = upto.max(*mark);
    }

    pub fn mark_unread(&mut self, who: usize, number: usize) {
        let from = self.spot(number);
        let mark = self.places[self.said[number].place].read.get_mut(&who).unwrap();
        *mark = from.min(*mark);
    }

    pub fn mark_thread_read(&mut self, who: usize, root: usize, upto: usize) {
        let all = self.said[root].replies.len();
        if let Some(follow) = self.follows.get_mut(&(who, root)) {
            follow.read = upto.min(all).max(follow.read);
        }
    }

    pub fn follow(&mut self, who: usize, root: usize, is_following: bool) {
        let all = self.said[root].replies.len();
        self.follows.entry((who, root)).or_insert(Follow { is_following, read: all }).is_following = is_following;
    }

    /// Who comes in has nothing to read.
    pub fn join(&mut self, who: usize, place: usize) {
        let all = self.places[place].timeline.len();
        self.places[place].read.entry(who).or_insert(all);
    }

    pub fn leave(&mut self, who: usize, place: usize) {
        self.places[place].read.remove(&who);
    }

    /// Replies to a message that are not deleted.
    pub fn reply_count(&self, root: usize) -> usize {
        self.said[root].replies.iter().filter(|reply| !self.said[**reply].is_deleted).count()
    }

    /// What is unread of a conversation.
    pub fn unread(&self, who: usize, place: usize) -> BTreeSet<usize> {
        let Place { timeline, read, .. } = &self.places[place];
        timeline[read[&who]..].iter().copied().filter(|number| !self.said[*number].is_deleted).collect()
    }

    pub fn counts(&self, who: usize) -> Counts {
        let mut counts = Counts::default();
        for place in (0..self.places.len()).filter(|place| self.is_in(who, *place)) {
            let unread = self.unread(who, place);
            let calls = |said: &Said| said.by != who && (said.calls_all || said.named == Some(who));
            let calling = unread.iter().rev().copied().filter(|number| calls(&self.said[*number]));
            counts.places.insert(place, (unread.len(), calling.take(MOST_TOLD).collect()));
        }
        for ((person, root), follow) in &self.follows {
            if *person == who && follow.is_following && self.is_in(who, self.said[*root].place) {
                let replies = self.said[*root].replies[follow.read..].iter().map(|number| &self.said[*number]);
                let unread = replies.filter(|reply| !reply.is_deleted && reply.by != who).count();
                counts.threads.insert(*root, unread.min(MOST_TOLD));
            }
        }
        counts
    }
}
