//! REST: one file for each noun. A handler takes apart what came, calls one thing, and wraps the answer.

pub mod accounts;
pub mod admin;
pub mod attention;
pub mod audit_log;
pub mod bootstrap;
pub mod directs;
pub mod doors;
pub mod drafts;
pub mod edits;
pub mod emoji;
pub mod file_links;
pub mod files;
pub mod groups;
pub mod invites;
pub mod list;
pub mod me;
pub mod members;
pub mod mentions;
pub mod messages;
pub mod notices;
pub mod openapi;
pub mod overseeing;
pub mod polls;
pub mod posts;
pub mod previews;
pub mod reminders;
pub mod resets;
mod router;
pub mod saved;
pub mod scheduled;
pub mod search;
pub mod server;
pub mod sessions;
pub mod threads;
pub mod uploads;
pub mod users;
pub mod workspaces;

use self::router::Operation;
pub use self::router::Router;
use super::gateway;

/// Names every operation once: for the server, and for the document about it. The method and the path of each stand with its
/// handler.
macro_rules! operations {
    ($($noun:ident::$name:ident),* $(,)?) => {
        /// All operations, below `/api/v1`.
        pub fn operations() -> Vec<Operation> {
            pastey::paste! { vec![$(Operation::of::<$noun::[<__path_ $name>], _, _>($noun::$name)),*] }
        }

        /// The same, as the document tells of them.
        #[cfg(test)]
        #[derive(utoipa::OpenApi)]
        #[openapi(paths($($noun::$name),*))]
        struct Described;
    };
}

operations![
    server::show,
    accounts::set_up,
    accounts::sign_up,
    accounts::sign_in,
    accounts::sign_in_to_demo,
    sessions::list,
    sessions::sign_out,
    sessions::end,
    sessions::end_others,
    me::show,
    me::change,
    me::set_status,
    notices::change,
    notices::end_quiet_hours,
    notices::read_all,
    notices::undo_read_all,
    me::confirm_password,
    me::change_password,
    bootstrap::show,
    users::list,
    users::show,
    workspaces::show,
    workspaces::change,
    workspaces::set_role,
    emoji::list,
    emoji::add,
    emoji::remove,
    emoji::picture,
    groups::listed,
    groups::create,
    groups::mine,
    groups::show,
    groups::change,
    groups::join,
    groups::leave,
    members::list,
    members::put,
    members::remove,
    invites::list,
    invites::create,
    invites::revoke,
    invites::look_up,
    invites::accept,
    messages::in_group,
    messages::in_direct,
    messages::send_to_group,
    messages::send_to_direct,
    messages::read_group,
    messages::read_direct,
    messages::unread_group,
    messages::unread_direct,
    messages::several,
    messages::show,
    edits::edit,
    edits::remove,
    edits::history,
    edits::pin,
    edits::unpin,
    edits::pinned_in_group,
    edits::pinned_in_direct,
    edits::react,
    edits::unreact,
    previews::image,
    previews::remove,
    uploads::begin,
    uploads::list,
    uploads::show,
    uploads::piece,
    uploads::finish,
    uploads::cancel,
    files::show,
    files::content,
    files::thumbnail,
    files::remove,
    file_links::make,
    file_links::list,
    file_links::revoke,
    files::in_group,
    files::in_direct,
    files::own,
    files::storage,
    threads::replies,
    threads::reply,
    threads::follow,
    threads::read,
    threads::inbox,
    polls::choose,
    polls::take_back,
    polls::voters,
    polls::own,
    polls::close,
    polls::change,
    posts::in_forum,
    posts::change,
    posts::solve,
    posts::unsolve,
    posts::move_to,
    posts::add_tag,
    posts::change_tag,
    posts::remove_tag,
    posts::mentioned_groups,
    mentions::inbox,
    search::messages,
    attention::change,
    attention::change_in_workspace,
    drafts::list,
    drafts::put_in_group,
    drafts::put_in_direct,
    drafts::put_in_thread,
    saved::mine,
    saved::save,
    saved::unsave,
    reminders::list,
    reminders::set,
    reminders::finish,
    scheduled::list,
    scheduled::in_group,
    scheduled::in_direct,
    scheduled::in_thread,
    scheduled::change,
    scheduled::take_back,
    scheduled::send_now,
    directs::list,
    directs::open,
    admin::users,
    admin::change_account,
    admin::sign_out,
    admin::reset_password,
    admin::reset_link,
    admin::export,
    doors::open,
    doors::revoke,
    overseeing::storage,
    overseeing::health,
    audit_log::audit_log,
    resets::look_up,
    resets::take,
    admin::settings,
    admin::change_settings,
    gateway::open,
];
