/** @import { ServerRole } from "./protocol.js" */
import { sayAdmin } from "./strings/admin.js";

/** What somebody is on the server. @type {Record<ServerRole, string>} */
export const ROLE_NAMES = { admin: sayAdmin.roleAdmin, manager: sayAdmin.roleManager, user: sayAdmin.roleUser };
