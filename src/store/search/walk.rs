//! SQLite only: going through the hits from the newest to the oldest.

use std::collections::HashMap;
use std::time::Instant;

use super::super::access::Searcher;
use super::super::db::{AnyId, Param, Row, Tx, statements};
use super::super::messages::{MESSAGE_COLUMNS, group_of_message, message_at, message_columns};
use super::index::{Progress, beside_at, beside_columns, quoted};
use super::{Found, Position, Question, Traits, pieces};
use crate::domain::search::{Ask, Asks, Beside, Having, Query, Reach, of_word, words};
use crate::domain::{DirectId, GroupId, Message, MessageId, Place};
use crate::error::Result;

statements! {
    /// Within the index, from its end; the tokens asked for name the segments.
    CANDIDATES = "SELECT rowid FROM message_index WHERE message_index MATCH $1 AND rowid > $2 AND rowid < $3
                   ORDER BY rowid DESC LIMIT $4";

    /// Rides on search_segments_by_place.
    SEGMENTS = "SELECT key, first_seq, last_seq FROM search_segments
                 WHERE place_id = $1 AND last_at >= $2 AND first_at < $3";

    /// With the files that are there now.
    BY_SEQ = concat!("SELECT ", message_columns!(), ", ",
        beside_columns!("AND (f.expires_at IS NULL OR f.expires_at > $1)"), " FROM messages m WHERE m.seq = $2");

    /// What a message says, if nothing else of it can be looked for; otherwise NULL.
    TEXT_ALONE = "SELECT CASE WHEN m.has_poll OR EXISTS (SELECT 1 FROM posts p WHERE p.message_id = m.id)
                                OR EXISTS (SELECT 1 FROM attachments a WHERE a.message_id = m.id)
                              THEN NULL ELSE m.content END
                    FROM messages m WHERE m.seq = $1";

    /// Along the primary key.
    SAID_SINCE = concat!("SELECT m.seq, ", group_of_message!(), ", m.direct_id FROM messages m
                           WHERE m.seq > $1 AND m.seq < $2 AND m.kind = 'text' AND m.deleted_at IS NULL ORDER BY m.seq DESC");

    HAS_MOVES = "SELECT 1 FROM post_moves LIMIT 1";
    /// Posts that came from another forum, with their threads. Rides on post_moves_to.
    MOVED_HERE = "SELECT DISTINCT message_id FROM post_moves WHERE to_group_id = $1";
    /// Along messages_by_thread alone, from its end: replies are numbered as they are said.
    REPLIES = "SELECT seq FROM messages WHERE thread_root_id = $1 AND seq > $2 AND seq < $3
                ORDER BY thread_ordinal DESC LIMIT $4";

    /// Rides on messages_pinned_in_group.
    PINNED_IN_GROUP = "SELECT seq FROM messages WHERE group_id = $1 AND pinned_at IS NOT NULL AND seq < $2";
    PINNED_IN_DIRECT = "SELECT seq FROM messages WHERE direct_id = $1 AND pinned_at IS NOT NULL AND seq < $2";

    /// Rides on the primary key of what somebody saved, which is at most 1,000 where they may read.
    SAVED = "SELECT m.id, m.seq FROM saved_messages s JOIN messages m ON m.id = s.message_id WHERE s.user_id = $1";
}

/// Tokens in one question to the index. More are asked in turns.
const MOST_TOKENS: usize = 512;

/// Words of a segment that have a part in them. With more of them nearly every message has one, and is looked at instead.
const MOST_WORDS: usize = 100;

/// Segments that one step looks at, unless there are more conversations. A beginning of a word gathers all its rows in each
/// of them, so this bounds what a step can cost.
const MOST_SEGMENTS: usize = 64;

/// Candidates that one step reads.
const MOST_CANDIDATES: usize = 1_000;

/// Rows read between two looks at the clock.
const ROWS_BETWEEN_LOOKS: usize = 64;

#[derive(Clone, Copy, Debug)]
struct Segment {
    key: i64,
    place: Place,
    first_seq: i64,
    last_seq: i64,
}

/// How far the next step goes. Each costs about the same to begin with, however few it finds.
#[derive(Clone, Copy, Debug)]
struct Stride {
    /// Segments of each conversation.
    segments: usize,
    /// Candidates for each hit that is wanted.
    candidates: usize,
}

impl Stride {
    /// The first. Of what has all words of a phrase little has them in a row; and to be offered more than is looked at
    /// costs next to nothing.
    fn first(query: &Query) -> Self {
        Self { segments: 1, candidates: if query.has_phrase() { MOST_CANDIDATES } else { 2 } }
    }

    /// The one after a step that did not find enough: more segments where there was little in them, and otherwise more
    /// candidates, of which few were hits.
    fn longer(self, had_all_candidates: bool) -> Self {
        match had_all_candidates {
            true => Self { segments: self.segments.saturating_mul(2), ..self },
            false => Self { candidates: (self.candidates * 4).min(MOST_CANDIDATES), ..self },
        }
    }
}

/// A way through the hits. It stops when it has found enough, when its budget is spent, or at the end.
pub(super) struct Walk<'a, 'c> {
    tx: &'a Tx<'c>,
    searcher: &'a Searcher,
    question: &'a Question<'a>,
    progress: Progress,
    segments: Vec<Segment>,
    moved_here: Vec<MessageId>,
    /// What the asker saved, if that is asked for.
    saved: HashMap<MessageId, i64>,
    reach: Reach,
    /// Everything from here on was looked at. 0: nothing is left with this reach.
    below: i64,
    stride: Stride,
    is_over: bool,
    rows_left: usize,
    end: Instant,
}

impl<'a, 'c> Walk<'a, 'c> {
    pub(super) fn new(
        tx: &'a Tx<'c>,
        searcher: &'a Searcher,
        question: &'a Question<'a>,
        progress: Progress,
        from: Position,
        rows: usize,
        end: Instant,
    ) -> Result<Self> {
        let since = question.query.since.map_or(i64::MIN, |at| at.millis());
        let before = question.query.before.map_or(i64::MAX, |at| at.millis());
        let mut segments = Vec::new();
        for place in &question.places {
            let id = AnyId(match place {
                Place::Group(id) => id.uuid(),
                Place::Direct(id) => id.uuid(),
            });
            let read = |row: &Row<'_>| {
                Ok(Segment { key: row.get(0)?, place: *place, first_seq: row.get(1)?, last_seq: row.get(2)? })
            };
            segments.extend(tx.query(SEGMENTS, &[&id, &since, &before], read)?);
        }
        let mut moved_here = Vec::new();
        let has_moves = tx.query_opt(HAS_MOVES, &[], |_| Ok(()))?.is_some();
        for place in question.places.iter().filter(|_| has_moves) {
            if let Place::Group(id) = place {
                moved_here.extend(tx.query(MOVED_HERE, &[id], |row| row.get::<MessageId>(0))?);
            }
        }
        let saved = match question.query.having.contains(&Having::Saved) {
            true => tx.query(SAVED, &[&searcher.me().user()], |row| Ok((row.get(0)?, row.get(1)?)))?,
            false => Vec::new(),
        };
        segments.sort_unstable_by_key(|segment| std::cmp::Reverse(segment.last_seq));
        let Position { reach, below, .. } = from;
        Ok(Self {
            tx,
            searcher,
            question,
            progress,
            segments,
            moved_here,
            saved: saved.into_iter().collect(),
            reach,
            below,
            stride: Stride::first(question.query),
            is_over: false,
            rows_left: rows,
            end,
        })
    }

    /// Where the next walk goes on; `None` at the end.
    pub(super) fn position(&self) -> Option<Position> {
        (!self.is_over).then_some(Position { reach: self.reach, below: self.below, skip: 0 })
    }

    /// Up to `limit` more hits.
    pub(super) fn go_on(&mut self, limit: usize) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        while !self.is_over && found.len() < limit && !self.is_spent() {
            self.step(limit, &mut found)?;
        }
        Ok(found)
    }

    fn is_spent(&self) -> bool {
        self.rows_left == 0 || Instant::now() > self.end
    }

    /// Looks at the newest segments of each conversation, as far as the next older one of any of them begins.
    fn step(&mut self, limit: usize, found: &mut Vec<Found>) -> Result<()> {
        let wanted = (self.stride.candidates * (limit - found.len())).clamp(16, MOST_CANDIDATES);
        let having = &self.question.query.having;
        let (candidates, floor) = match (having.contains(&Having::Saved), having.contains(&Having::Pinned)) {
            (true, _) => (self.saved(), 0),
            (false, true) => (self.pinned()?, 0),
            (false, false) => self.candidates(wanted)?,
        };
        for (n, seq) in candidates.iter().enumerate() {
            if found.len() == limit || self.rows_left == 0 || (n % ROWS_BETWEEN_LOOKS == 0 && n > 0 && self.is_spent())
            {
                return Ok(());
            }
            self.rows_left -= 1;
            self.below = *seq;
            found.extend(self.look_at(*seq)?);
        }
        self.below = floor + 1;
        self.stride = self.stride.longer(candidates.len() < wanted);
        if floor == 0 {
            self.end_of_reach();
        }
        Ok(())
    }

    /// Goes on with what is inside of words, where that was not done yet and may be asked.
    fn end_of_reach(&mut self) {
        let has_parts = !Asks::of(self.question.query, &[], true).parts.is_empty();
        self.is_over = self.reach == Reach::Insides || !has_parts;
        if !self.is_over {
            self.reach = Reach::Insides;
            self.below = i64::MAX;
            self.stride = Stride::first(self.question.query);
        }
    }

    /// All that the asker saved, the newest first.
    fn saved(&self) -> Vec<i64> {
        let mut all: Vec<i64> = self.saved.values().copied().filter(|seq| *seq < self.below).collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        all
    }

    /// Pinned messages are few: all of them, the newest first.
    fn pinned(&self) -> Result<Vec<i64>> {
        let mut all = Vec::new();
        for place in &self.question.places {
            let read = |row: &Row<'_>| row.get::<i64>(0);
            all.extend(match place {
                Place::Group(id) => self.tx.query(PINNED_IN_GROUP, &[id, &self.below], read)?,
                Place::Direct(id) => self.tx.query(PINNED_IN_DIRECT, &[id, &self.below], read)?,
            });
        }
        all.sort_unstable_by(|a, b| b.cmp(a));
        Ok(all)
    }

    /// Messages that may answer, the newest first, and the `seq` down to which these are all there are (without it).
    fn candidates(&self, wanted: usize) -> Result<(Vec<i64>, i64)> {
        let asks = Asks::of(self.question.query, &self.question.senders, self.reach == Reach::Insides);
        // The words of the newest messages are not known by their parts yet: all of those are looked at.
        let is_new = !asks.parts.is_empty() && self.below - 1 > self.progress.words_up_to;
        let (active, older) = self.generation();
        let mut floor = if is_new { older.max(self.progress.words_up_to) } else { older };
        let mut questions = Questions::default();
        for segment in active.iter().filter(|segment| segment.last_seq > floor) {
            questions.add(self.question_of(segment, &asks, is_new)?);
        }
        let limit = i64::try_from(wanted).unwrap_or(i64::MAX);
        let mut all: Vec<i64> = Vec::new();
        let mut is_cut = false;
        for question in questions.finish() {
            let params: &[&dyn Param] = &[&question, &floor, &self.below, &limit];
            let some = self.tx.query(CANDIDATES, params, |row| row.get::<i64>(0))?;
            is_cut |= some.len() == wanted;
            all.extend(some);
        }
        // Replies stand in the index where they were said, and are where their post is now.
        for root in &self.moved_here {
            let some = self.tx.query(REPLIES, &[root, &floor, &self.below, &limit], |row| row.get::<i64>(0))?;
            is_cut |= some.len() == wanted;
            all.extend(some);
        }
        all.extend(self.said_since(floor.max(self.progress.read_up_to))?);
        all.sort_unstable_by(|a, b| b.cmp(a));
        all.dedup();
        if is_cut || all.len() > wanted {
            all.truncate(wanted);
            floor = all.last().map_or(floor, |last| last - 1);
        }
        Ok((all, floor))
    }

    /// The messages after a `seq` where it is looked for: those that the index does not have yet.
    fn said_since(&self, seq: i64) -> Result<Vec<i64>> {
        let read = |row: &Row<'_>| {
            let group = row.get::<Option<GroupId>>(1)?.map(Place::Group);
            Ok((row.get(0)?, group.or(row.get::<Option<DirectId>>(2)?.map(Place::Direct))))
        };
        let rows: Vec<(i64, Option<Place>)> = self.tx.query(SAID_SINCE, &[&seq, &self.below], read)?;
        let is_here = |place: &Option<Place>| place.is_some_and(|place| self.question.places.contains(&place));
        Ok(rows.into_iter().filter(|(_, place)| is_here(place)).map(|(seq, _)| seq).collect())
    }

    /// The newest segments of each conversation that were not passed yet, and the largest `seq` in any other.
    fn generation(&self) -> (Vec<Segment>, i64) {
        let most = self.stride.segments.min(MOST_SEGMENTS / self.question.places.len().max(1)).max(1);
        let mut active: Vec<Segment> = Vec::new();
        let mut taken: HashMap<Place, usize> = HashMap::new();
        let mut floor = 0;
        // They are in order of their last message, so that the first of a conversation is its newest.
        for segment in self.segments.iter().filter(|segment| segment.first_seq < self.below) {
            let taken = taken.entry(segment.place).or_default();
            if *taken < most {
                *taken += 1;
                active.push(*segment);
            } else {
                floor = floor.max(segment.last_seq);
            }
        }
        (active, floor)
    }

    /// What to ask the index about one segment, and how many tokens that are.
    fn question_of(&self, segment: &Segment, asks: &Asks, is_new: bool) -> Result<(String, usize)> {
        let ask =
            |ask: &Ask| format!("{}{}", quoted(segment.key, &ask.token), if ask.is_beginning { " *" } else { "" });
        let any = |tokens: Vec<String>| format!("({})", tokens.join(" OR "));
        let mut all: Vec<String> = asks.all.iter().map(ask).collect();
        let mut count = all.len() + asks.senders.len();
        if !asks.senders.is_empty() {
            all.push(any(asks.senders.iter().map(ask).collect()));
        }
        for part in asks.parts.iter().filter(|_| !is_new) {
            let words = pieces::with_part(self.tx, segment.key, part, MOST_WORDS)?;
            if words.len() == MOST_WORDS {
                continue;
            }
            let mut tokens: Vec<String> = words.iter().map(|word| quoted(segment.key, &of_word(word))).collect();
            tokens.push(format!("{} *", quoted(segment.key, &of_word(part))));
            count += tokens.len();
            all.push(any(tokens));
        }
        if all.is_empty() {
            all.push(ask(&Asks::every()));
            count += 1;
        }
        Ok((format!("({})", all.join(" AND ")), count))
    }

    /// The message, if it is a hit.
    fn look_at(&self, seq: i64) -> Result<Option<Found>> {
        if self.question.query.has_phrase() && !self.may_answer(seq)? {
            return Ok(None);
        }
        let read = |row: &Row<'_>| Ok((message_at(row, 0)?, beside_at(row, MESSAGE_COLUMNS)?));
        let found = self.tx.query_opt(BY_SEQ, &[&self.tx.settled(), &seq], read)?;
        let Some((message, (beside, has_image))) = found else { return Ok(None) };
        let traits =
            Traits { has_file: beside.file_names.is_some(), has_image, is_saved: self.saved.contains_key(&message.id) };
        let is_one = self.question.accepts(self.searcher, &message, traits);
        Ok(if is_one { self.found(message, beside, seq) } else { None })
    }

    /// A glance at the text, before all of the row is read.
    fn may_answer(&self, seq: i64) -> Result<bool> {
        let glance = |row: &Row<'_>| match row.is_null(0)? {
            true => Ok(true),
            false => Ok(self.question.query.may_be_in(row.text(0)?)),
        };
        Ok(self.tx.query_opt(TEXT_ALONE, &[&seq], glance)?.unwrap_or(false))
    }

    fn found(&self, message: Message, beside: Beside, seq: i64) -> Option<Found> {
        let text = beside.with(message.content.clone());
        let words = words(&text);
        let query = self.question.query;
        if self.reach == Reach::Insides && query.find(&words, Reach::Beginnings).is_some() {
            // Was found before.
            return None;
        }
        let marks = query.find(&words, self.reach)?;
        Some(Found { message, text, words, marks, seq, reach: self.reach })
    }
}

/// Questions about segments, put together as far as they are short enough.
#[derive(Default)]
struct Questions {
    done: Vec<String>,
    growing: Vec<String>,
    tokens: usize,
}

impl Questions {
    fn add(&mut self, (question, tokens): (String, usize)) {
        if self.tokens + tokens > MOST_TOKENS && !self.growing.is_empty() {
            self.close();
        }
        self.growing.push(question);
        self.tokens += tokens;
    }

    fn close(&mut self) {
        let growing = std::mem::take(&mut self.growing);
        if !growing.is_empty() {
            self.done.push(growing.join(" OR "));
        }
        self.tokens = 0;
    }

    fn finish(mut self) -> Vec<String> {
        self.close();
        self.done
    }
}
