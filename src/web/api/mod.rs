//! REST: one file for each noun. A handler takes apart what came, calls one thing, and wraps the answer.

pub mod accounts;
pub mod admin;
pub mod attention;
pub mod bootstrap;
pub mod directs;
pub mod edits;
pub mod emoji;
pub mod groups;
pub mod invites;
pub mod list;
pub mod me;
pub mod members;
pub mod mentions;
pub mod messages;
pub mod openapi;
pub mod server;
pub mod sessions;
pub mod threads;
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
        .service(threads::replies)
        .service(threads::reply)
        .service(threads::follow)
        .service(threads::read)
        .service(threads::inbox)
        .service(mentions::inbox)
        .service(attention::change)
        .service(directs::list)
        .service(directs::open)
        .service(admin::accounts)
        .service(admin::change_account)
        .service(admin::reset_password)
        .service(admin::settings)
        .service(admin::change_settings);
}
