-- Rows of a database of version 11: a row or two in each table, with what is rare among them.

INSERT INTO server (id, secret_key, setup_code_hash, sign_up_open, created_at) VALUES (1, zeroblob(32), NULL, 1, 1000);

INSERT INTO users (id, name, name_key, username, email, password, server_role, is_active, bio, created_at, updated_at, last_login_at) VALUES
  (X'01930000000070008000000000000001', 'Ines Duarte', 'ines duarte', 'ines', 'ines@example.org', 'none', 'admin', 1, '', 1000, 1000, 2000),
  (X'01930000000070008000000000000002', 'Ruth Okafor', 'ruth okafor', 'ruth', NULL, 'none', 'user', 1, 'Ladders.', 1001, 1001, NULL),
  (X'01930000000070008000000000000003', 'Tomás', 'tomás', 'tomas', NULL, 'none', 'user', 0, '', 1002, 1002, NULL);

INSERT INTO sessions (id, user_id, token_hash, user_agent, address, created_at, last_active_at, password_at, expires_at) VALUES
  (X'01930000000070008000000000000011', X'01930000000070008000000000000001', zeroblob(32), 'Firefox', '127.0.0.1', 1000, 2000, 1000, 9999999999999);

INSERT INTO user_status (user_id, manual_status, manual_emoji, manual_expires_at, auto_status, invisible, shown_status, last_seen, devices, updated_at) VALUES
  (X'01930000000070008000000000000001', 'On a ladder', '🪜', 9999999999999, 'online', 0, NULL, 2000, '[]', 2000),
  (X'01930000000070008000000000000002', NULL, NULL, NULL, 'offline', 1, '{"do_not_disturb":false,"manual_status":null}', 1500, '[]', 1500),
  (X'01930000000070008000000000000003', NULL, NULL, NULL, 'offline', 0, NULL, NULL, '[]', 1002);

INSERT INTO workspaces (id, name, slug, owner_id, created_at) VALUES
  (X'01930000000070008000000000000021', 'Fernhill', 'fernhill', X'01930000000070008000000000000001', 1000);

INSERT INTO workspace_members (workspace_id, user_id, role, joined_at) VALUES
  (X'01930000000070008000000000000021', X'01930000000070008000000000000001', 'owner', 1000),
  (X'01930000000070008000000000000021', X'01930000000070008000000000000002', 'member', 1001),
  (X'01930000000070008000000000000021', X'01930000000070008000000000000003', 'guest', 1002);

INSERT INTO groups (id, workspace_id, name, name_key, topic, is_private, is_archived, is_primary, position, version, member_count, message_count, created_by, created_at) VALUES
  (X'01930000000070008000000000000031', X'01930000000070008000000000000021', 'Lounge', 'lounge', '', 0, 0, 1, 1, 1, 3, 2, X'01930000000070008000000000000001', 1000),
  (X'01930000000070008000000000000032', X'01930000000070008000000000000021', 'Attic', 'attic', 'Dust', 1, 1, 0, 2, 4, 1, 0, NULL, 1003);

INSERT INTO groups (id, workspace_id, name, name_key, kind, position, version, member_count, message_count, created_by, created_at) VALUES
  (X'01930000000070008000000000000033', X'01930000000070008000000000000021', 'Questions', 'questions', 'forum', 3, 1, 1, 1, X'01930000000070008000000000000001', 1004),
  (X'01930000000070008000000000000034', X'01930000000070008000000000000021', 'Old answers', 'old answers', 'forum', 4, 1, 1, 1, X'01930000000070008000000000000001', 1005);

INSERT INTO group_members (id, user_id, group_id, role, last_read_ordinal, joined_at) VALUES
  (X'01930000000070008000000000000041', X'01930000000070008000000000000001', X'01930000000070008000000000000031', 'admin', 2, 1000),
  (X'01930000000070008000000000000042', X'01930000000070008000000000000002', X'01930000000070008000000000000031', NULL, 1, 1001),
  (X'01930000000070008000000000000043', X'01930000000070008000000000000003', X'01930000000070008000000000000031', NULL, 0, 1002),
  (X'01930000000070008000000000000044', X'01930000000070008000000000000001', X'01930000000070008000000000000032', NULL, 0, 1003);

INSERT INTO group_invites (id, group_id, code_hash, created_by, role, max_uses, uses, created_at, expires_at, revoked_at) VALUES
  (X'01930000000070008000000000000051', X'01930000000070008000000000000031', zeroblob(32), X'01930000000070008000000000000001', 'guest', 1, 1, 1000, 9999999999999, 1500);

INSERT INTO direct_conversations (id, user_a_id, user_b_id, opened_by, message_count, a_read_ordinal, created_at, last_message_at) VALUES
  (X'01930000000070008000000000000061', X'01930000000070008000000000000001', X'01930000000070008000000000000002', X'01930000000070008000000000000001', 1, 1, 1500, 1600),
  (X'01930000000070008000000000000062', X'01930000000070008000000000000001', X'01930000000070008000000000000003', NULL, 0, 0, 1700, NULL);

INSERT INTO messages (seq, id, group_id, direct_id, receiver_id, sender_id, client_id, ordinal, content, created_at, deleted_at) VALUES
  (1, X'01930000000070008000000000000071', X'01930000000070008000000000000031', NULL, NULL, X'01930000000070008000000000000001', X'00000000000040008000000000000001', 1, 'Hello.', 1400, NULL),
  (2, X'01930000000070008000000000000072', X'01930000000070008000000000000033', NULL, NULL, X'01930000000070008000000000000003', X'00000000000040008000000000000002', 1, 'How does the kiln open? See #lounge.', 1450, NULL),
  (3, X'01930000000070008000000000000073', NULL, X'01930000000070008000000000000061', X'01930000000070008000000000000002', X'01930000000070008000000000000001', X'00000000000040008000000000000003', 1, 'Psst 🤫', 1600, NULL);

INSERT INTO events (seq, kind, scope, scope_id, subject_id, place_id, created_at) VALUES
  (1, 'message_created', 'group', X'01930000000070008000000000000031', X'01930000000070008000000000000071', NULL, 1400),
  (2, 'member_added', 'group', X'01930000000070008000000000000031', X'01930000000070008000000000000002', X'01930000000070008000000000000031', 1401);

INSERT INTO message_edits (message_id, version, content, written_at) VALUES
  (X'01930000000070008000000000000071', 1, 'Helo.', 1390);

INSERT INTO message_reactions (message_id, emoji, user_id, created_at) VALUES
  (X'01930000000070008000000000000071', '🌱', X'01930000000070008000000000000002', 1410),
  (X'01930000000070008000000000000073', '🤫', X'01930000000070008000000000000002', 1610);

INSERT INTO thread_follows (user_id, thread_root_id, is_following, last_read_ordinal) VALUES
  (X'01930000000070008000000000000001', X'01930000000070008000000000000071', 1, 0),
  (X'01930000000070008000000000000002', X'01930000000070008000000000000071', 0, 0);

INSERT INTO message_mentions (message_id, user_id, group_id, direct_id, ordinal) VALUES
  (X'01930000000070008000000000000071', X'01930000000070008000000000000002', X'01930000000070008000000000000031', NULL, 1),
  (X'01930000000070008000000000000073', X'01930000000070008000000000000002', NULL, X'01930000000070008000000000000061', 1);

UPDATE messages SET calls = 'here' WHERE seq = 1;

UPDATE messages SET kind = 'system', content = '', happening = '{"what":"topic_changed","is":"Dust"}' WHERE seq = 3;

INSERT INTO custom_emoji (id, workspace_id, name, kind, width, height, created_by, created_at, image) VALUES
  (X'01930000000070008000000000000081', X'01930000000070008000000000000021', 'fernhill', 'png', 64, 64, X'01930000000070008000000000000001', 1800, X'89504E470D0A1A0A'),
  (X'01930000000070008000000000000082', X'01930000000070008000000000000021', 'ladder-2', 'gif', 1, 512, NULL, 1801, X'474946383961');

UPDATE users SET keywords = '["vents","Fernhill"]' WHERE username = 'ines';
UPDATE group_members SET notification_level = 'mentions' WHERE last_read_ordinal = 1;
UPDATE user_status SET quiet_hours = '{"days":["friday"],"from":"22:00","to":"07:00","time_zone":"Europe/Berlin"}', in_quiet_hours = 1, quiet_changes_at = 5000
 WHERE manual_status IS NOT NULL;
INSERT INTO blobs (sha256, size_bytes, kind, mime_type, width, height, thumbnail, thumbnail_type, preview, created_at, unreferenced_at) VALUES
  (X'aa00000000000000000000000000000000000000000000000000000000000001', 1000, 'image', 'image/png', 640, 480, 'ready', 'image/jpeg', zeroblob(48), 1400, NULL),
  (X'aa00000000000000000000000000000000000000000000000000000000000002', 5, 'text', 'text/plain', NULL, NULL, 'none', NULL, NULL, 1500, 1600);

INSERT INTO files (id, uploader_id, sha256, name, size_bytes, created_at, posted_at, expires_at) VALUES
  (X'01930000000070008000000000000081', X'01930000000070008000000000000001', X'aa00000000000000000000000000000000000000000000000000000000000001', 'bed 3.png', 1000, 1400, 1405, NULL),
  (X'01930000000070008000000000000082', X'01930000000070008000000000000002', X'aa00000000000000000000000000000000000000000000000000000000000001', 'not posted.png', 1000, 1410, NULL, 9999999999999);

INSERT INTO uploads (id, user_id, name, size_bytes, received_bytes, created_at, touched_at, expires_at) VALUES
  (X'01930000000070008000000000000083', X'01930000000070008000000000000001', 'half.bin', 100, 40, 1500, 1510, NULL);

INSERT INTO attachments (message_id, position, file_id, group_id, direct_id, kind) VALUES
  (X'01930000000070008000000000000071', 1, X'01930000000070008000000000000081', X'01930000000070008000000000000031', NULL, 'image'),
  (X'01930000000070008000000000000073', 1, X'01930000000070008000000000000081', NULL, X'01930000000070008000000000000061', 'image');

INSERT INTO file_links (id, file_id, token_hash, created_by, created_at, expires_at) VALUES
  (X'01930000000070008000000000000091', X'01930000000070008000000000000081', zeroblob(32), X'01930000000070008000000000000001', 1500, NULL);

UPDATE server SET previews_on = 1;

INSERT INTO pages (id, url, state, title, site, description, image, image_type, image_width, image_height, looked_at) VALUES
  (X'019300000000700080000000000000a1', 'https://glass.example/vents', 'ready', 'Vents', 'Small Glass', '', zeroblob(8), 'image/jpeg', 10, 8, 1600),
  (X'019300000000700080000000000000a2', 'https://glass.example/doors', 'waiting', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO message_links (message_id, position, page_id, is_removed) VALUES
  (X'01930000000070008000000000000071', 1, X'019300000000700080000000000000a1', 0),
  (X'01930000000070008000000000000071', 2, X'019300000000700080000000000000a2', 0),
  (X'01930000000070008000000000000073', 1, X'019300000000700080000000000000a1', 1);
INSERT INTO polls (message_id, is_multiple, is_anonymous, closes_at, closed_at, voter_count, revision, last_option_id) VALUES
  (X'01930000000070008000000000000071', 0, 0, 9999999999999, NULL, 1, 2, 2);

INSERT INTO poll_options (message_id, id, position, text, vote_count) VALUES
  (X'01930000000070008000000000000071', 1, 1, 'Tea', 1),
  (X'01930000000070008000000000000071', 2, 2, 'Coffee', 0);

INSERT INTO poll_votes (message_id, user_id, option_id, voted_at) VALUES
  (X'01930000000070008000000000000071', X'01930000000070008000000000000002', 1, 1420);

UPDATE messages SET has_poll = 1 WHERE seq = 1;
INSERT INTO posts (message_id, group_id, title, version, shelf, seq, active_seq, solved_at, solved_by, solution_id) VALUES
  (X'01930000000070008000000000000072', X'01930000000070008000000000000033', 'The kiln', 2, 'solved', 2, 2, 1470, X'01930000000070008000000000000001', NULL);

INSERT INTO forum_tags (id, group_id, name, name_key, colour, removed_at) VALUES
  (X'01930000000070008000000000000081', X'01930000000070008000000000000033', 'Kiln', 'kiln', 'red', NULL),
  (X'01930000000070008000000000000082', X'01930000000070008000000000000033', 'kiln', 'kiln', 'grey', 1465);

INSERT INTO post_tags (post_id, tag_id, shelf, seq, active_seq) VALUES
  (X'01930000000070008000000000000072', X'01930000000070008000000000000081', 'solved', 2, 2);

INSERT INTO post_moves (message_id, from_group_id, from_ordinal, to_group_id, to_ordinal, moved_by, moved_at) VALUES
  (X'01930000000070008000000000000072', X'01930000000070008000000000000034', 1, X'01930000000070008000000000000033', 1, X'01930000000070008000000000000001', 1460);

INSERT INTO group_mentions (message_id, handle, group_id) VALUES
  (X'01930000000070008000000000000072', 'lounge', X'01930000000070008000000000000031');
INSERT INTO search_segments (key, place_id, first_seq, last_seq, first_at, last_at, message_count) VALUES
  (1, X'01930000000070008000000000000031', 1, 1, 1400, 1400, 1),
  (2, X'01930000000070008000000000000061', 3, 3, 1600, 1600, 1);
INSERT INTO search_words (segment_key, word) VALUES (1, 'hello');
INSERT INTO message_index (rowid, tokens) VALUES
  (1, '1= 1=f01930000000070008000000000000001 1_hello '),
  (3, '2= 2=f01930000000070008000000000000001 2_psst 2_🤫 ');
UPDATE search_progress SET unread_below = 0, words_up_to = 3;
