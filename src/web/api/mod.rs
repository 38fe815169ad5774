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
pub mod saved;
pub mod scheduled;
pub mod search;
pub mod server;
pub mod sessions;
pub mod threads;
pub mod uploads;
pub mod users;
pub mod workspaces;

use utoipa_actix_web::service_config::ServiceConfig;

/// All operations, below `/api/v1`.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(server::show)
        .service(accounts::set_up)
        .service(accounts::sign_up)
        .service(accounts::sign_in)
        .service(accounts::sign_in_to_demo)
        .service(sessions::list)
        .service(sessions::sign_out)
        .service(sessions::end)
        .service(sessions::end_others)
        .service(me::show)
        .service(me::change)
        .service(me::set_status)
        .service(notices::change)
        .service(notices::end_quiet_hours)
        .service(notices::read_all)
        .service(notices::undo_read_all)
        .service(me::confirm_password)
        .service(me::change_password)
        .service(bootstrap::show)
        .service(users::list)
        .service(users::show)
        .service(workspaces::show)
        .service(workspaces::change)
        .service(workspaces::set_role)
        .service(emoji::list)
        .service(emoji::add)
        .service(emoji::remove)
        .service(emoji::picture)
        .service(groups::listed)
        .service(groups::create)
        .service(groups::mine)
        .service(groups::show)
        .service(groups::change)
        .service(groups::join)
        .service(groups::leave)
        .service(members::list)
        .service(members::put)
        .service(members::remove)
        .service(invites::list)
        .service(invites::create)
        .service(invites::revoke)
        .service(invites::look_up)
        .service(invites::accept)
        .service(messages::in_group)
        .service(messages::in_direct)
        .service(messages::send_to_group)
        .service(messages::send_to_direct)
        .service(messages::read_group)
        .service(messages::read_direct)
        .service(messages::unread_group)
        .service(messages::unread_direct)
        .service(messages::several)
        .service(messages::show)
        .service(edits::edit)
        .service(edits::remove)
        .service(edits::history)
        .service(edits::pin)
        .service(edits::unpin)
        .service(edits::pinned_in_group)
        .service(edits::pinned_in_direct)
        .service(edits::react)
        .service(edits::unreact)
        .service(previews::image)
        .service(previews::remove)
        .service(uploads::begin)
        .service(uploads::list)
        .service(uploads::show)
        .service(uploads::piece)
        .service(uploads::finish)
        .service(uploads::cancel)
        .service(files::show)
        .service(files::content)
        .service(files::thumbnail)
        .service(files::remove)
        .service(file_links::make)
        .service(file_links::list)
        .service(file_links::revoke)
        .service(files::in_group)
        .service(files::in_direct)
        .service(files::own)
        .service(files::storage)
        .service(threads::replies)
        .service(threads::reply)
        .service(threads::follow)
        .service(threads::read)
        .service(threads::inbox)
        .service(polls::choose)
        .service(polls::take_back)
        .service(polls::voters)
        .service(polls::own)
        .service(polls::close)
        .service(polls::change)
        .service(posts::in_forum)
        .service(posts::change)
        .service(posts::solve)
        .service(posts::unsolve)
        .service(posts::move_to)
        .service(posts::add_tag)
        .service(posts::change_tag)
        .service(posts::remove_tag)
        .service(posts::mentioned_groups)
        .service(mentions::inbox)
        .service(search::messages)
        .service(attention::change)
        .service(attention::change_in_workspace)
        .service(drafts::list)
        .service(drafts::put_in_group)
        .service(drafts::put_in_direct)
        .service(drafts::put_in_thread)
        .service(saved::mine)
        .service(saved::save)
        .service(saved::unsave)
        .service(reminders::list)
        .service(reminders::set)
        .service(reminders::finish)
        .service(scheduled::list)
        .service(scheduled::in_group)
        .service(scheduled::in_direct)
        .service(scheduled::in_thread)
        .service(scheduled::change)
        .service(scheduled::take_back)
        .service(scheduled::send_now)
        .service(directs::list)
        .service(directs::open)
        .service(admin::users)
        .service(admin::change_account)
        .service(admin::sign_out)
        .service(admin::reset_password)
        .service(admin::reset_link)
        .service(admin::export)
        .service(doors::open)
        .service(doors::revoke)
        .service(overseeing::storage)
        .service(overseeing::health)
        .service(audit_log::audit_log)
        .service(resets::look_up)
        .service(resets::take)
        .service(admin::settings)
        .service(admin::change_settings);
}
