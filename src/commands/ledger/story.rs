//! What three people do to each other's counts, and whether they are told what a ledger keeps.

use std::collections::BTreeMap;

use proptest::test_runner::TestCaseError;

use super::house::{House, account, sign_in};
use super::model::{Call, Counts, Model};
use super::steps::{Deed, Step};
use crate::commands::{attention, directs, groups, joining, messages, reading};
use crate::domain::message::MessageKind;
use crate::domain::{ClientId, GroupId, GroupKind, Message, MessageId, Place, WorkspaceRole};
use crate::error::{Error, Result};
use crate::store::access::{self, ActiveUser, Asker};
use crate::store::messages::Stretch;
use crate::store::{self, Tx, WriteTx, threads};

/// Three people on two devices each, two groups and three direct conversations, and what happens there.
pub struct Story<'h> {
    house: &'h mut House,
    people: Vec<[Asker; 2]>,
    names: Vec<String>,
    places: Vec<Place>,
    model: Model,
    /// What was said, as the server named it, by its number.
    ids: Vec<MessageId>,
    /// The numbers of what is on a timeline, by conversation and ordinal.
    ordinals: BTreeMap<(usize, i64), usize>,
    texts: usize,
}

/// What the server tells of one conversation.
struct Told {
    place: usize,
    read: i64,
    unread: usize,
    calling: Vec<usize>,
}

const PAIRS: [(usize, usize); 3] = [(0, 1), (0, 2), (1, 2)];

impl<'h> Story<'h> {
    pub fn begin(house: &'h mut House) -> Self {
        house.stories += 1;
        let number = house.stories;
        let names: Vec<String> = ["ada", "ben", "cleo"].iter().map(|name| format!("{name}{number}")).collect();
        let named = names.clone();
        let come = move |tx: &WriteTx<'_>| {
            let mut people = Vec::new();
            for name in &named {
                let user = account(tx, name)?;
                joining::admit(tx, user, WorkspaceRole::Member)?;
                people.push([sign_in(tx, user)?, sign_in(tx, user)?]);
            }
            Ok(people)
        };
        let people: Vec<[Asker; 2]> = house.app.store.write_and_wait(come).unwrap();
        let mut places = Vec::new();
        for (kind, others) in [("hall", vec![people[1][0].user, people[2][0].user]), ("den", vec![people[1][0].user])] {
            let wanted = groups::Wanted {
                name: format!("{kind} {number}"),
                topic: String::new(),
                description: String::new(),
                kind: GroupKind::Text,
                is_private: false,
                members: others,
            };
            let made = house.runtime.block_on(groups::create(&house.app, people[0][0], house.workspace, wanted));
            places.push(Place::Group(made.unwrap().group.id));
        }
        for (one, other) in PAIRS {
            let opened = [(one, other), (other, one)].map(|(me, with)| {
                house.runtime.block_on(directs::open(&house.app, people[me][0], people[with][0].user)).unwrap()
            });
            places.push(Place::Direct(opened[0].id));
        }
        let model = Model::new([&[0, 1, 2], &[0, 1]], &PAIRS);
        Self { house, people, names, places, model, ids: Vec::new(), ordinals: BTreeMap::new(), texts: 0 }
    }

    /// Plays a history, and compares all counts after each of its steps.
    pub fn play(mut self, steps: &[Step]) -> std::result::Result<(), TestCaseError> {
        for (at, step) in steps.iter().enumerate() {
            match self.take(step) {
                Ok(()) => self.house.taken += 1,
                // What is not allowed is refused, and changes nothing.
                Err(Error::NotFound(_) | Error::Forbidden(_) | Error::Conflict(_)) => self.house.refused += 1,
                Err(other) => return Err(TestCaseError::fail(format!("step {at}: {other:?}"))),
            }
            for who in 0..self.people.len() {
                let (told, kept) = (self.told(who).unwrap(), self.model.counts(who));
                if told != kept {
                    let why = format!("after step {at}, person {who}: told {told:?}, kept {kept:?}");
                    return Err(TestCaseError::fail(why));
                }
            }
        }
        self.everything_counted_can_be_read()
    }

    /// A message picked from the latest on, if anything was said.
    fn pick(&self, back: usize) -> Result<usize> {
        match self.ids.len() {
            0 => Err(Error::NotFound("message")),
            said => Ok(said - 1 - back % said),
        }
    }

    /// Likewise, of those that are no replies.
    fn pick_root(&self, back: usize) -> Result<usize> {
        let picked = self.pick(back)?;
        Ok(self.model.said[picked].root.unwrap_or(picked))
    }

    fn text(&mut self, call: Call) -> String {
        self.texts += 1;
        match call {
            Call::Nobody => format!("text {}", self.texts),
            Call::Person(person) => format!("text {} for @{}", self.texts, self.names[person]),
            Call::Everyone => format!("text {} for @everyone", self.texts),
        }
    }

    fn take(&mut self, step: &Step) -> Result<()> {
        let (who, me) = (step.who, self.people[step.who][step.device]);
        match step.what {
            Deed::Say { place, call } => {
                let content = self.text(call);
                let sent = self.send(me, place, content, None, true)?;
                let number = self.model.say(who, place, call);
                self.heard(number, &sent);
            }
            Deed::Reply { to, also_on_timeline, call } => {
                let root = self.pick_root(to)?;
                let content = self.text(call);
                let place = self.model.said[root].place;
                let sent = self.send(me, place, content, Some(self.ids[root]), also_on_timeline)?;
                let number = self.model.reply(who, root, also_on_timeline, call);
                self.heard(number, &sent);
            }
            Deed::Restart => self.house.restart(),
            Deed::Join { .. } | Deed::Leave { .. } | Deed::Mute { .. } | Deed::Rename { .. } => {
                self.change_group(who, me, &step.what)?;
            }
            Deed::MarkRead { .. } | Deed::MarkUnread { .. } | Deed::MarkThreadRead { .. } | Deed::Follow { .. } => {
                self.read(who, me, &step.what)?;
            }
            Deed::Edit { .. } | Deed::Delete { .. } | Deed::React { .. } | Deed::Pin { .. } => {
                self.change_what_was_said(me, &step.what)?;
            }
        }
        Ok(())
    }

    fn send(&self, me: Asker, place: usize, content: String, thread: Option<MessageId>, both: bool) -> Result<Message> {
        let client_id = ClientId::from_uuid(uuid::Uuid::new_v4());
        let draft = messages::Draft {
            place: self.places[place],
            client_id,
            content,
            files: Vec::new(),
            thread,
            also_on_timeline: both,
            poll: None,
            forward_of: None,
        };
        let House { app, runtime, .. } = &*self.house;
        Ok(runtime.block_on(messages::send(app, me, draft))?.message)
    }

    fn heard(&mut self, number: usize, sent: &Message) {
        assert_eq!(number, self.ids.len());
        self.ids.push(sent.id);
        if let Some(ordinal) = sent.ordinal {
            self.ordinals.insert((self.model.said[number].place, ordinal), number);
        }
    }

    fn change_what_was_said(&mut self, me: Asker, deed: &Deed) -> Result<()> {
        let (Deed::Edit { which, .. } | Deed::Delete { which } | Deed::React { which } | Deed::Pin { which, .. }) =
            *deed
        else {
            return Ok(());
        };
        let number = self.pick(which)?;
        let id = self.ids[number];
        if let Deed::Edit { call, .. } = *deed {
            let (content, version) = (self.text(call), self.model.said[number].version);
            let House { app, runtime, .. } = &*self.house;
            runtime.block_on(messages::edit(app, me, id, version, &content))?;
            self.model.edit(number, call);
            return Ok(());
        }
        let House { app, runtime, .. } = &*self.house;
        match *deed {
            Deed::Delete { .. } => {
                runtime.block_on(messages::delete(app, me, id))?;
                self.model.delete(number);
            }
            Deed::React { .. } => runtime.block_on(messages::react(app, me, id, "🌱", true))?,
            Deed::Pin { pinned, .. } => drop(runtime.block_on(messages::set_pinned(app, me, id, pinned))?),
            _ => {}
        }
        Ok(())
    }

    fn read(&mut self, who: usize, me: Asker, deed: &Deed) -> Result<()> {
        let House { app, runtime, .. } = &*self.house;
        match *deed {
            Deed::MarkRead { which } | Deed::MarkUnread { which } => {
                let number = self.pick(which)?;
                let (id, place) = (self.ids[number], self.places[self.model.said[number].place]);
                if matches!(deed, Deed::MarkRead { .. }) {
                    runtime.block_on(reading::mark_read(app, me, place, id))?;
                    self.model.mark_read(who, number);
                } else {
                    runtime.block_on(reading::mark_unread(app, me, place, id))?;
                    self.model.mark_unread(who, number);
                }
            }
            Deed::MarkThreadRead { which, upto } => {
                let root = self.pick_root(which)?;
                let ordinal = i64::try_from(upto).unwrap();
                runtime.block_on(reading::mark_thread_read(app, me, self.ids[root], ordinal))?;
                self.model.mark_thread_read(who, root, upto);
            }
            Deed::Follow { which, following } => {
                let root = self.pick_root(which)?;
                runtime.block_on(reading::follow(app, me, self.ids[root], following))?;
                self.model.follow(who, root, following);
            }
            _ => {}
        }
        Ok(())
    }

    fn group(&self, number: usize) -> GroupId {
        match self.places[number] {
            Place::Group(id) => id,
            Place::Direct(_) => unreachable!("the first two are groups"),
        }
    }

    fn change_group(&mut self, who: usize, me: Asker, deed: &Deed) -> Result<()> {
        let House { app, runtime, .. } = &*self.house;
        match *deed {
            Deed::Join { group } => {
                runtime.block_on(groups::join(app, me, self.group(group)))?;
                self.model.join(who, group);
            }
            Deed::Leave { group } => {
                runtime.block_on(groups::leave(app, me, self.group(group)))?;
                self.model.leave(who, group);
            }
            Deed::Mute { group, muted } => {
                drop(runtime.block_on(attention::set(app, me, self.group(group), Some(muted), None))?);
            }
            Deed::Rename { group } => {
                let id = self.group(group);
                let version = app.store.read_and_wait(|tx| {
                    let here = access::in_group(tx, me, id, access::GroupAction::Read)?;
                    Ok(store::groups::mine(tx, &here)?.group.version)
                })?;
                let topic = Some(format!("topic {}", self.texts));
                let wanted = groups::WantedChange { version, topic, ..groups::WantedChange::default() };
                runtime.block_on(groups::change(app, me, id, wanted))?;
            }
            _ => {}
        }
        Ok(())
    }

    /// What the server tells somebody of these conversations when they load the page.
    fn told(&self, who: usize) -> Result<Counts> {
        let me = self.people[who][0];
        self.house.app.store.read_and_wait(|tx| {
            let who = access::active_user(tx, me)?;
            let mut counts = Counts::default();
            for Told { place, unread, calling, .. } in self.told_of_places(tx, &who)? {
                counts.places.insert(place, (unread, calling));
            }
            for mark in threads::marks(tx, &who)? {
                let root = self.ids.iter().position(|id| *id == mark.thread_root_id).expect("a thread of this story");
                counts.threads.insert(root, usize::try_from(mark.unread_count).unwrap());
            }
            Ok(counts)
        })
    }

    fn told_of_places(&self, tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<Told>> {
        let groups = store::groups::of_user(tx, who)?.into_iter().map(|mine| {
            let at = mine.membership;
            let last = mine.group.last_ordinal;
            (Place::Group(mine.group.id), last, at.last_read_ordinal, at.silent_unread, at.unread_mentions)
        });
        let directs = store::directs::of_user(tx, who)?.into_iter().map(|one| {
            let last = one.last_ordinal;
            (Place::Direct(one.id), last, one.last_read_ordinal, one.silent_unread, one.unread_mentions)
        });
        let mut told = Vec::new();
        for (place, last, read, silent, calling) in groups.chain(directs) {
            let Some(place) = self.places.iter().position(|one| *one == place) else { continue };
            let unread = usize::try_from(last - read - silent).expect("no count is below nothing");
            let calling = calling.iter().map(|ordinal| self.ordinals[&(place, *ordinal)]).collect();
            told.push(Told { place, read, unread, calling });
        }
        Ok(told)
    }

    /// Behind every number there are as many messages that can be opened.
    fn everything_counted_can_be_read(&self) -> std::result::Result<(), TestCaseError> {
        for who in 0..self.people.len() {
            for (place, (count, _)) in self.model.counts(who).places {
                let found = self.readable(who, place).unwrap();
                if found != self.model.unread(who, place).into_iter().collect::<Vec<_>>() {
                    return Err(TestCaseError::fail(format!(
                        "person {who}: {count} in {place} are counted, {found:?} read"
                    )));
                }
            }
        }
        Ok(())
    }

    /// What somebody finds after their read position, and the replies that are said to be in threads.
    fn readable(&self, who: usize, place: usize) -> Result<Vec<usize>> {
        let me = self.people[who][0];
        self.house.app.store.read_and_wait(|tx| {
            let told = self.told_of_places(tx, &access::active_user(tx, me)?)?;
            let read = told.iter().find(|told| told.place == place).ok_or(Error::NotFound("conversation"))?.read;
            let reader = access::reader(tx, me, self.places[place])?;
            let page = store::messages::page(tx, &reader, Stretch::Newest, 100)?;
            let mut found = Vec::new();
            for message in page.messages.iter().filter(|message| message.kind == MessageKind::Text) {
                let number = self.ids.iter().position(|id| *id == message.id).expect("a message of this story");
                assert_eq!(usize::try_from(message.reply_count).unwrap(), self.model.reply_count(number));
                if message.deleted_at.is_none() && message.ordinal > Some(read) {
                    found.push(number);
                }
                let replies = store::messages::page_of_thread(tx, &reader, message.id, Stretch::Newest, 100)?.messages;
                let alive = replies.iter().filter(|reply| reply.deleted_at.is_none()).count();
                assert_eq!(alive, self.model.reply_count(number));
            }
            Ok(found)
        })
    }
}
