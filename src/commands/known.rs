//! Whose tokens were looked up lately, so that a request need not begin by asking the database.
//!
//! Who is known here is only taken for who they say they are: what they may do is decided in the transaction of what
//! they do, which looks at the session again. A session that ends is forgotten before anybody is told that it has ended.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::domain::secret::SecretHash;
use crate::domain::{Committed, Event, SessionId, Timestamp};
use crate::store::sessions::Holder;

/// So many are known at most, some 100 bytes each. When there are more, all are looked up anew.
const MOST_KNOWN: usize = 10_000;

#[derive(Default)]
pub struct KnownSessions(Mutex<Known>);

#[derive(Default)]
struct Known {
    holders: HashMap<SecretHash, Holder>,
    /// How often sessions have ended.
    ends: u64,
}

/// When somebody was looked up: if a session has ended since, what was found may be no longer true.
#[derive(Clone, Copy, Debug)]
pub struct Moment(u64);

impl KnownSessions {
    /// A panic while the lock was held leaves a map with fewer or more in it, and nothing wrong.
    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who holds a token; or the moment at which that was not known.
    pub fn holder_of(&self, token: &SecretHash) -> Result<Holder, Moment> {
        let known = self.lock();
        let holder = known.holders.get(token).filter(|holder| holder.expires_at > Timestamp::settled());
        holder.copied().ok_or(Moment(known.ends))
    }

    /// Notes who was found to hold a token, after they were not known at this moment.
    pub fn note(&self, token: SecretHash, holder: Holder, moment: Moment) {
        let mut known = self.lock();
        if known.ends == moment.0 {
            if known.holders.len() >= MOST_KNOWN {
                known.holders.clear();
            }
            known.holders.insert(token, holder);
        }
    }

    /// The database knows better by now.
    pub fn forget(&self, token: &SecretHash) {
        self.lock().holders.remove(token);
    }

    /// Forgets the sessions that have just ended.
    pub fn follow(&self, events: &[Committed]) {
        let ended = events.iter().filter_map(|committed| match &committed.event {
            Event::SessionsEnded { session_ids } => Some(session_ids),
            _ => None,
        });
        let ended: Vec<SessionId> = ended.flatten().copied().collect();
        if !ended.is_empty() {
            let mut known = self.lock();
            known.ends += 1;
            known.holders.retain(|_, holder| !ended.contains(&holder.asker.session));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use uuid::Uuid;

    use super::*;
    use crate::domain::{Scope, Secret, UserId};
    use crate::store::access::Asker;

    fn holder(number: u128, lasting: Duration) -> Holder {
        let now = Timestamp::now();
        let (user, session) = (UserId::from_uuid(Uuid::from_u128(1)), SessionId::from_uuid(Uuid::from_u128(number)));
        Holder { asker: Asker { user, session }, last_active_at: now, expires_at: now.plus(lasting) }
    }

    fn ended(number: u128) -> Vec<Committed> {
        let Asker { user, session } = holder(number, Duration::ZERO).asker;
        vec![Committed { seq: 1, scope: Scope::User(user), event: Event::SessionsEnded { session_ids: vec![session] } }]
    }

    const HOUR: Duration = Duration::from_secs(3_600);

    #[test]
    fn who_was_looked_up_is_known_until_their_session_ends() {
        let known = KnownSessions::default();
        let tokens = [Secret::random().hash(), Secret::random().hash()];
        for (token, number) in tokens.iter().zip([1, 2]) {
            let moment = known.holder_of(token).unwrap_err();
            known.note(*token, holder(number, HOUR), moment);
        }
        known.follow(&ended(1));
        assert!(known.holder_of(&tokens[0]).is_err());
        assert_eq!(known.holder_of(&tokens[1]).unwrap().asker, holder(2, HOUR).asker);
    }

    #[test]
    fn who_was_read_before_their_session_ended_is_not_noted_after_it() {
        let known = KnownSessions::default();
        let token = Secret::random().hash();
        let moment = known.holder_of(&token).unwrap_err();
        known.follow(&ended(1));
        known.note(token, holder(1, HOUR), moment);
        assert!(known.holder_of(&token).is_err());
    }

    #[test]
    fn a_session_whose_time_is_over_is_not_known() {
        let known = KnownSessions::default();
        let token = Secret::random().hash();
        let moment = known.holder_of(&token).unwrap_err();
        known.note(token, holder(1, Duration::ZERO), moment);
        assert!(known.holder_of(&token).is_err());
    }
}
