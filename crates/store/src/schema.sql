-- Every table of the node, in one text for SQLite and PostgreSQL.
--
-- {int} {bytes} {strict} {norowid} are expanded per database (ddl.rs). Ids are 16 random bytes;
-- days are TEXT 'YYYY-MM-DD', and no table of hints or persons holds a time finer than a day;
-- booleans are 0 or 1. Nothing here names a person in clear: what identifies is in a column whose
-- name begins with sealed_, or is `sealed` itself.

CREATE TABLE node (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) {strict_norowid};

-- Small values of the node that are bytes: public keys, sealed keys, hashes.
CREATE TABLE node_keys (
    key TEXT NOT NULL PRIMARY KEY,
    value {bytes} NOT NULL
) {strict_norowid};

CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) {strict_norowid};

-- Without a legal basis and a retention no real person can be entered.
CREATE TABLE legal_bases (
    id TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    source TEXT NOT NULL,
    -- The ground for sensitive data, and who receives what is kept.
    special TEXT NOT NULL,
    recipients TEXT NOT NULL,
    retention_days {int} NOT NULL CHECK (retention_days > 0),
    recorded_on TEXT NOT NULL CHECK (recorded_on LIKE '____-__-__')
) {strict_norowid};

-- National rules laid over the catalogue; the text of a version is never changed, a new one is
-- added. One person proposes, another decides; at most one version of a file is active.
CREATE TABLE overlays (
    file TEXT NOT NULL,
    version {int} NOT NULL CHECK (version > 0),
    body TEXT NOT NULL,
    hash {bytes} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused', 'replaced')),
    is_active {int} NOT NULL CHECK (is_active IN (0, 1)),
    proposed_by {bytes},
    decided_by {bytes},
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__'),
    decided_on TEXT CHECK (decided_on LIKE '____-__-__'),
    reason TEXT NOT NULL,
    -- The node's signature over file, version and hash, made when a second person approved.
    approval {bytes},
    PRIMARY KEY (file, version),
    CHECK (is_active = 0 OR (state = 'approved' AND approval IS NOT NULL)),
    CHECK (decided_by IS NULL OR decided_by <> proposed_by)
) {strict_norowid};

CREATE TABLE organisations (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL
) {strict_norowid};

CREATE TABLE desks (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id {bytes} NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    sphere TEXT NOT NULL CHECK (sphere IN
        ('help', 'labour', 'police', 'inquiry', 'enforcement', 'oversight')),
    name TEXT NOT NULL UNIQUE,
    public_key {bytes} NOT NULL,
    key_version {int} NOT NULL CHECK (key_version > 0),
    state TEXT NOT NULL CHECK (state IN ('active', 'closed'))
) {strict_norowid};
CREATE INDEX desks_by_sphere ON desks (sphere, kind);

CREATE TABLE officers (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id {bytes} NOT NULL REFERENCES organisations (id),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    staff_id TEXT NOT NULL,
    sign_in_name TEXT NOT NULL UNIQUE,
    shown_name TEXT NOT NULL,
    role TEXT NOT NULL,
    public_key {bytes} NOT NULL,
    locked_secret {bytes} NOT NULL,
    totp_sealed {bytes} NOT NULL,
    -- Step of the last one-time code taken, so that none is taken twice.
    totp_last_step {int} NOT NULL,
    language TEXT NOT NULL,
    theme TEXT NOT NULL,
    density TEXT NOT NULL,
    is_trained_screener {int} NOT NULL CHECK (is_trained_screener IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('active', 'left', 'suspended'))
) {strict_norowid};
-- One person wears one hat, in whichever organisation: the staff number is free again for another
-- desk when the officer has left.
CREATE UNIQUE INDEX officers_by_staff_id ON officers (staff_id) WHERE state <> 'left';
CREATE INDEX officers_by_desk ON officers (desk_id, state);

-- The private key of a desk, wrapped to each of its members.
CREATE TABLE member_wraps (
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    key_version {int} NOT NULL CHECK (key_version > 0),
    officer_id {bytes} NOT NULL REFERENCES officers (id),
    wrap {bytes} NOT NULL,
    PRIMARY KEY (desk_id, key_version, officer_id)
) {strict_norowid};
CREATE INDEX member_wraps_by_officer ON member_wraps (officer_id);

-- Passkeys of officers. locked_secret: the member's secret, locked by what the device gives; none
-- where the passkey is a second proof beside the passphrase. is_stopped: it was used in two places.
CREATE TABLE passkeys (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    officer_id {bytes} NOT NULL REFERENCES officers (id),
    credential {bytes} NOT NULL UNIQUE,
    host TEXT NOT NULL,
    public_key {bytes} NOT NULL,
    -- Uses as the device counts them; it only grows.
    counter {int} NOT NULL CHECK (counter >= 0),
    shown_name TEXT NOT NULL,
    locked_secret {bytes},
    added_on TEXT NOT NULL CHECK (added_on LIKE '____-__-__'),
    is_stopped {int} NOT NULL CHECK (is_stopped IN (0, 1))
) {strict_norowid};
CREATE INDEX passkeys_by_officer ON passkeys (officer_id);

-- How a desk comes back to its key: one recovery of each way counts, and one more may wait for the
-- yes of a second member. Its secret is kept nowhere; every version of the desk's key is wrapped to
-- its public key. checked_on: the day on which the paper was last seen in its safe.
CREATE TABLE recoveries (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    way TEXT NOT NULL CHECK (way IN ('custodians', 'paper')),
    public_key {bytes} NOT NULL,
    needed {int} NOT NULL CHECK (needed > 0),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'active', 'replaced', 'used')),
    made_by {bytes} NOT NULL REFERENCES officers (id),
    made_on TEXT NOT NULL CHECK (made_on LIKE '____-__-__'),
    agreed_by {bytes} REFERENCES officers (id),
    checked_on TEXT CHECK (checked_on LIKE '____-__-__'),
    ended_on TEXT CHECK (ended_on LIKE '____-__-__'),
    CHECK (agreed_by IS NULL OR agreed_by <> made_by)
) {strict_norowid};
CREATE INDEX recoveries_by_desk ON recoveries (desk_id, state);
CREATE UNIQUE INDEX recoveries_waiting ON recoveries (desk_id, way) WHERE state = 'waiting';
CREATE UNIQUE INDEX recoveries_active ON recoveries (desk_id, way) WHERE state = 'active';

CREATE TABLE recovery_wraps (
    recovery_id {bytes} NOT NULL REFERENCES recoveries (id),
    key_version {int} NOT NULL CHECK (key_version > 0),
    wrap {bytes} NOT NULL,
    PRIMARY KEY (recovery_id, key_version)
) {strict_norowid};

-- A share, sealed to its custodian; commitment: its hash. checked_on: the day on which the
-- custodian last showed that it opens.
CREATE TABLE recovery_shares (
    recovery_id {bytes} NOT NULL REFERENCES recoveries (id),
    position {int} NOT NULL CHECK (position BETWEEN 1 AND 9),
    custodian_id {bytes} NOT NULL REFERENCES officers (id),
    sealed {bytes} NOT NULL,
    commitment {bytes} NOT NULL CHECK (length(commitment) = 32),
    checked_on TEXT CHECK (checked_on LIKE '____-__-__'),
    PRIMARY KEY (recovery_id, position),
    UNIQUE (recovery_id, custodian_id)
) {strict_norowid};
CREATE INDEX recovery_shares_by_custodian ON recovery_shares (custodian_id);

-- An officer asks the custodians of the own desk; public_key is the officer's when asking.
CREATE TABLE recovery_asks (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    recovery_id {bytes} NOT NULL REFERENCES recoveries (id),
    officer_id {bytes} NOT NULL REFERENCES officers (id),
    public_key {bytes} NOT NULL,
    asked_on TEXT NOT NULL CHECK (asked_on LIKE '____-__-__'),
    state TEXT NOT NULL CHECK (state IN ('open', 'used', 'ended'))
) {strict_norowid};
CREATE UNIQUE INDEX recovery_asks_open ON recovery_asks (recovery_id) WHERE state = 'open';

-- A share sealed anew to the officer who asked.
CREATE TABLE recovery_releases (
    ask_id {bytes} NOT NULL REFERENCES recovery_asks (id),
    position {int} NOT NULL CHECK (position BETWEEN 1 AND 9),
    sealed {bytes} NOT NULL,
    released_on TEXT NOT NULL CHECK (released_on LIKE '____-__-__'),
    PRIMARY KEY (ask_id, position)
) {strict_norowid};

CREATE TABLE cases (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    alias TEXT NOT NULL,
    owner_desk {bytes} NOT NULL REFERENCES desks (id),
    sphere TEXT NOT NULL CHECK (sphere IN
        ('help', 'labour', 'police', 'inquiry', 'enforcement', 'oversight')),
    state TEXT NOT NULL CHECK (state IN
        ('open', 'presumed', 'reasonable-grounds', 'reflection', 'conclusive', 'closed')),
    opened_on TEXT NOT NULL CHECK (opened_on LIKE '____-__-__'),
    due_on TEXT NOT NULL CHECK (due_on LIKE '____-__-__'),
    sealed_core {bytes} NOT NULL,
    version {int} NOT NULL CHECK (version > 0)
) {strict_norowid};
CREATE INDEX cases_by_alias ON cases (alias);
CREATE INDEX cases_by_desk_due ON cases (owner_desk, due_on, id);
CREATE INDEX cases_by_desk_state ON cases (owner_desk, state, due_on, id);

CREATE TABLE hints (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    sphere TEXT NOT NULL CHECK (sphere IN
        ('help', 'labour', 'police', 'inquiry', 'enforcement', 'oversight')),
    state TEXT NOT NULL CHECK (state IN
        ('new', 'triaged', 'handed-over', 'case-opened', 'closed')),
    -- 1 is the most urgent.
    urgency {int} NOT NULL CHECK (urgency BETWEEN 1 AND 3),
    rule_id TEXT NOT NULL,
    received_on TEXT NOT NULL CHECK (received_on LIKE '____-__-__'),
    due_on TEXT NOT NULL CHECK (due_on LIKE '____-__-__'),
    alias TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    sealed_text {bytes} NOT NULL,
    sealed_answers {bytes} NOT NULL,
    receipt_lookup {bytes} UNIQUE,
    receipt_public {bytes},
    receipt_wrap {bytes},
    -- The epoch under which receipt_wrap is sealed once more; 0 without one.
    receipt_epoch {int} NOT NULL CHECK (receipt_epoch >= 0),
    case_id {bytes} REFERENCES cases (id),
    assigned_officer {bytes} REFERENCES officers (id),
    has_news {int} NOT NULL CHECK (has_news IN (0, 1)),
    version {int} NOT NULL CHECK (version > 0)
) {strict_norowid};
CREATE INDEX hints_by_desk_state ON hints (desk_id, state, urgency, received_on, id);
CREATE INDEX hints_by_desk_due ON hints (desk_id, due_on, id);
CREATE INDEX hints_by_case ON hints (case_id);
CREATE INDEX hints_by_alias ON hints (alias);
CREATE INDEX hints_by_officer ON hints (assigned_officer, due_on, id);
CREATE INDEX hints_by_epoch ON hints (receipt_epoch);

-- By what the giver of a hint finds the entry of the ledger that proves it, sealed to the code.
CREATE TABLE hint_proofs (
    hint_id {bytes} NOT NULL PRIMARY KEY REFERENCES hints (id),
    sealed {bytes} NOT NULL
) {strict_norowid};

-- A data key, wrapped to a desk. thing_kind: hint, case, slice, person, screening. The wrap is
-- sealed once more under the key of an epoch, which stands outside the database.
CREATE TABLE wraps (
    thing_kind TEXT NOT NULL,
    thing_id {bytes} NOT NULL CHECK (length(thing_id) = 16),
    key_purpose TEXT NOT NULL,
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    key_version {int} NOT NULL CHECK (key_version > 0),
    epoch {int} NOT NULL CHECK (epoch >= 0),
    wrap {bytes} NOT NULL,
    PRIMARY KEY (thing_kind, thing_id, key_purpose, desk_id, key_version)
) {strict_norowid};
CREATE INDEX wraps_by_epoch ON wraps (epoch);
CREATE INDEX wraps_by_desk ON wraps (desk_id, thing_kind, thing_id);

-- The dialogue with the giver of a hint. author: desk or giver.
CREATE TABLE messages (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hint_id {bytes} NOT NULL REFERENCES hints (id),
    author TEXT NOT NULL CHECK (author IN ('desk', 'giver')),
    officer_id {bytes} REFERENCES officers (id),
    written_on TEXT NOT NULL CHECK (written_on LIKE '____-__-__'),
    position {int} NOT NULL CHECK (position > 0),
    sealed {bytes} NOT NULL,
    is_read {int} NOT NULL CHECK (is_read IN (0, 1)),
    UNIQUE (hint_id, position)
) {strict_norowid};

CREATE TABLE attachments (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hint_id {bytes} NOT NULL REFERENCES hints (id),
    position {int} NOT NULL CHECK (position > 0),
    kind TEXT NOT NULL CHECK (kind IN ('jpeg', 'png', 'pdf')),
    byte_count {int} NOT NULL CHECK (byte_count > 0),
    sealed_name {bytes} NOT NULL,
    sealed_hash {bytes} NOT NULL,
    sealed_original {bytes} NOT NULL,
    sealed_copy {bytes},
    UNIQUE (hint_id, position)
) {strict};

-- The timeline of a thing: codes only.
CREATE TABLE events (
    thing_kind TEXT NOT NULL,
    thing_id {bytes} NOT NULL CHECK (length(thing_id) = 16),
    position {int} NOT NULL CHECK (position > 0),
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__'),
    code TEXT NOT NULL,
    detail_code TEXT NOT NULL,
    officer_id {bytes} REFERENCES officers (id),
    PRIMARY KEY (thing_kind, thing_id, position)
) {strict_norowid};

CREATE TABLE persons (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id {bytes} NOT NULL REFERENCES cases (id),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    sphere TEXT NOT NULL CHECK (sphere IN
        ('help', 'labour', 'police', 'inquiry', 'enforcement', 'oversight')),
    alias TEXT NOT NULL,
    sealed_identity {bytes} NOT NULL,
    counting_row_sealed {bytes} NOT NULL,
    version {int} NOT NULL CHECK (version > 0)
) {strict_norowid};
CREATE INDEX persons_by_case ON persons (case_id, id);
CREATE INDEX persons_by_desk ON persons (desk_id, alias, id);

-- What of a person can be found, sealed under a key of the desk and of one length for nearly all.
-- An entry is written under a key of its own, wrapped to the desk, so that nobody needs to be
-- signed in; the desk's next search takes it in under a key that many entries share.
CREATE TABLE findables (
    person_id {bytes} NOT NULL PRIMARY KEY REFERENCES persons (id),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    key_id {bytes} NOT NULL CHECK (length(key_id) = 16),
    is_waiting {int} NOT NULL CHECK (is_waiting IN (0, 1)),
    sealed {bytes} NOT NULL
) {strict_norowid};
CREATE INDEX findables_by_desk ON findables (desk_id, is_waiting, person_id);
CREATE INDEX findables_by_key ON findables (key_id, person_id);

-- Keys that entries share. An old one is replaced, so that what was erased cannot be opened with
-- it from an old copy of the database.
CREATE TABLE finding_keys (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    made_on TEXT NOT NULL CHECK (made_on LIKE '____-__-__')
) {strict_norowid};
CREATE INDEX finding_keys_by_desk ON finding_keys (desk_id, made_on);

-- How often an officer searched on a day.
CREATE TABLE searches (
    officer_id {bytes} NOT NULL REFERENCES officers (id),
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__'),
    count {int} NOT NULL CHECK (count > 0),
    PRIMARY KEY (officer_id, on_day)
) {strict_norowid};

CREATE TABLE screenings (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hint_id {bytes} REFERENCES hints (id),
    case_id {bytes} REFERENCES cases (id),
    person_id {bytes} REFERENCES persons (id),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    sphere TEXT NOT NULL CHECK (sphere IN
        ('help', 'labour', 'police', 'inquiry', 'enforcement', 'oversight')),
    officer_id {bytes} NOT NULL REFERENCES officers (id),
    state TEXT NOT NULL CHECK (state IN ('started', 'decided')),
    alias TEXT NOT NULL,
    started_on TEXT NOT NULL CHECK (started_on LIKE '____-__-__'),
    expires_on TEXT CHECK (expires_on LIKE '____-__-__'),
    sealed {bytes} NOT NULL,
    version {int} NOT NULL CHECK (version > 0)
) {strict_norowid};
CREATE INDEX screenings_by_hint ON screenings (hint_id);
CREATE INDEX screenings_by_case ON screenings (case_id);
CREATE INDEX screenings_by_person ON screenings (person_id);
CREATE INDEX screenings_by_desk ON screenings (desk_id, state, started_on, id);
CREATE INDEX screenings_by_officer ON screenings (officer_id, started_on, id);
CREATE INDEX screenings_by_expiry ON screenings (expires_on);

-- One service's part of one case. is_shown: whether other desks may learn that it exists. alias,
-- state, opened_on and due_on are the case's, so that a desk's list is read in order from one index.
CREATE TABLE slices (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id {bytes} NOT NULL REFERENCES cases (id),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    sphere TEXT NOT NULL CHECK (sphere IN
        ('help', 'labour', 'police', 'inquiry', 'enforcement', 'oversight')),
    is_shown {int} NOT NULL CHECK (is_shown IN (0, 1)),
    assigned_officer {bytes} REFERENCES officers (id),
    alias TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('open', 'presumed', 'reasonable-grounds', 'reflection', 'conclusive', 'closed')),
    opened_on TEXT NOT NULL CHECK (opened_on LIKE '____-__-__'),
    due_on TEXT NOT NULL CHECK (due_on LIKE '____-__-__'),
    UNIQUE (case_id, desk_id)
) {strict_norowid};
CREATE INDEX slices_by_desk ON slices (desk_id, state, due_on, case_id);

-- Every version of every field. Two officers who wrote on the same version are both kept:
-- rival_of names the version the later one did not know of.
CREATE TABLE slice_fields (
    slice_id {bytes} NOT NULL REFERENCES slices (id),
    field TEXT NOT NULL,
    version {int} NOT NULL CHECK (version > 0),
    sealed {bytes} NOT NULL,
    written_on TEXT NOT NULL CHECK (written_on LIKE '____-__-__'),
    officer_id {bytes} NOT NULL REFERENCES officers (id),
    rival_of {int},
    PRIMARY KEY (slice_id, field, version)
) {strict_norowid};

-- What the oversight body is warned of, and where tells_desk says so the desk that owns the thing.
-- Codes, ids and days only: words stand sealed in the leaf. told_officer is who answers for the
-- thing (the assigned officer); without one, it is the desk.
CREATE TABLE alarms (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__'),
    code TEXT NOT NULL CHECK (code <> ''),
    leaf_id {bytes} NOT NULL UNIQUE CHECK (length(leaf_id) = 16),
    thing_kind TEXT NOT NULL,
    thing_id {bytes} CHECK (length(thing_id) = 16),
    desk_id {bytes} REFERENCES desks (id),
    officer_id {bytes} REFERENCES officers (id),
    tells_desk {int} NOT NULL CHECK (tells_desk IN (0, 1)),
    told_officer {bytes} REFERENCES officers (id),
    is_told {int} NOT NULL CHECK (is_told IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('new', 'seen', 'reviewed')),
    reviewed_by {bytes} REFERENCES officers (id),
    CHECK ((state = 'new') = (reviewed_by IS NULL))
) {strict_norowid};
CREATE INDEX alarms_by_state ON alarms (state, on_day, id);
CREATE INDEX alarms_by_desk ON alarms (desk_id, tells_desk, is_told, on_day);
CREATE INDEX alarms_by_officer ON alarms (officer_id, code, on_day);

-- What was taken away, by opaque id and day: copied to a second medium before it is acknowledged,
-- and replayed there where an older copy of the database is restored.
CREATE TABLE negative_events (
    position {int} NOT NULL PRIMARY KEY CHECK (position > 0),
    kind TEXT NOT NULL CHECK (kind IN
        ('person-erased', 'person-and-notes-erased', 'hint-erased', 'officer-left',
         'officer-frozen', 'part-taken-back')),
    thing_id {bytes} NOT NULL CHECK (length(thing_id) = 16),
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__')
) {strict_norowid};

-- One erasure of one thing: one officer asks, another of the same desk confirms. The row stays, and
-- so does what the certificate says. final_on: the last day on which any copy could be opened.
CREATE TABLE erasures (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    thing_kind TEXT NOT NULL CHECK (thing_kind IN ('person', 'hint')),
    thing_id {bytes} NOT NULL CHECK (length(thing_id) = 16),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    with_notes {int} NOT NULL CHECK (with_notes IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('asked', 'done')),
    asked_by {bytes} NOT NULL REFERENCES officers (id),
    asked_on TEXT NOT NULL CHECK (asked_on LIKE '____-__-__'),
    confirmed_by {bytes} REFERENCES officers (id),
    done_on TEXT CHECK (done_on LIKE '____-__-__'),
    final_on TEXT CHECK (final_on LIKE '____-__-__'),
    leaf_id {bytes} CHECK (length(leaf_id) = 16),
    UNIQUE (thing_kind, thing_id),
    CHECK (confirmed_by IS NULL OR confirmed_by <> asked_by),
    CHECK (state = 'asked' OR (confirmed_by IS NOT NULL AND done_on IS NOT NULL
        AND final_on IS NOT NULL AND leaf_id IS NOT NULL))
) {strict_norowid};

-- A raid or a rescue: for a few hours openings at a desk count against no budget, and each of them
-- is marked. Asked by one officer, begun by another. Seconds, because no person stands here.
CREATE TABLE event_modes (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    reason TEXT NOT NULL,
    asked_by {bytes} NOT NULL REFERENCES officers (id),
    asked_on TEXT NOT NULL CHECK (asked_on LIKE '____-__-__'),
    hours {int} NOT NULL CHECK (hours BETWEEN 1 AND 24),
    begun_by {bytes} REFERENCES officers (id),
    begun_s {int},
    ends_s {int},
    CHECK (begun_by IS NULL OR begun_by <> asked_by),
    CHECK ((begun_by IS NULL) = (begun_s IS NULL) AND (begun_by IS NULL) = (ends_s IS NULL)),
    CHECK (begun_s IS NULL OR (ends_s >= begun_s AND ends_s <= begun_s + 86400))
) {strict_norowid};
CREATE INDEX event_modes_by_desk ON event_modes (desk_id, asked_on);

-- One opening: one officer, one thing, one day, the first time; an emergency stands apart. way says
-- how a person was opened. One that counts against the officer's budget has a place of its own in
-- the day (slot); a place beyond the budget exists with an alarm or not at all, and so does every
-- emergency.
CREATE TABLE openings (
    officer_id {bytes} NOT NULL REFERENCES officers (id),
    thing_kind TEXT NOT NULL,
    thing_id {bytes} NOT NULL CHECK (length(thing_id) = 16),
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__'),
    was_assigned {int} NOT NULL CHECK (was_assigned IN (0, 1)),
    leaf_id {bytes} NOT NULL CHECK (length(leaf_id) = 16),
    way TEXT NOT NULL CHECK (way IN
        ('work', 'assigned', 'second-yes', 'alone', 'event', 'break-glass')),
    is_emergency {int} NOT NULL CHECK (is_emergency IN (0, 1)),
    slot {int} CHECK (slot > 0),
    slots_max {int} CHECK (slots_max >= 0),
    alarm_id {bytes} REFERENCES alarms (id),
    event_id {bytes} REFERENCES event_modes (id),
    PRIMARY KEY (officer_id, on_day, thing_kind, thing_id, is_emergency),
    UNIQUE (officer_id, on_day, slot),
    CHECK ((thing_kind = 'person') = (way <> 'work')),
    CHECK (way <> 'assigned' OR was_assigned = 1),
    CHECK ((way = 'break-glass') = (is_emergency = 1)),
    CHECK ((way IN ('second-yes', 'alone')) = (slot IS NOT NULL)),
    CHECK ((slot IS NULL) = (slots_max IS NULL)),
    CHECK (slot IS NULL OR slot <= slots_max OR alarm_id IS NOT NULL),
    CHECK (way <> 'break-glass' OR alarm_id IS NOT NULL),
    CHECK ((way = 'event') = (event_id IS NOT NULL))
) {strict_norowid};
CREATE INDEX openings_by_thing ON openings (thing_kind, thing_id, on_day);
CREATE INDEX openings_by_leaf ON openings (leaf_id);
CREATE INDEX openings_by_day ON openings (thing_kind, on_day, officer_id);

-- A second officer's yes to one person, for one day; nobody says yes to themselves.
CREATE TABLE second_yeses (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    person_id {bytes} NOT NULL REFERENCES persons (id),
    asked_by {bytes} NOT NULL REFERENCES officers (id),
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__'),
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'yes', 'no')),
    said_by {bytes} REFERENCES officers (id),
    UNIQUE (asked_by, person_id, on_day),
    CHECK ((state = 'asked') = (said_by IS NULL)),
    CHECK (said_by IS NULL OR said_by <> asked_by)
) {strict_norowid};
CREATE INDEX second_yeses_by_desk ON second_yeses (desk_id, on_day, state);
CREATE INDEX second_yeses_by_pair ON second_yeses (said_by, asked_by, on_day);

-- An emergency opening waits for its review. Not reviewed on due_on it goes to the head of the
-- oversight body, and the officer's emergency opening rests.
CREATE TABLE break_glasses (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    officer_id {bytes} NOT NULL REFERENCES officers (id),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    person_id {bytes} NOT NULL REFERENCES persons (id),
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__'),
    due_on TEXT NOT NULL CHECK (due_on LIKE '____-__-__'),
    is_late {int} NOT NULL CHECK (is_late IN (0, 1)),
    verdict TEXT CHECK (verdict IN ('justified', 'not-justified')),
    reviewed_by {bytes} REFERENCES officers (id),
    reviewed_on TEXT CHECK (reviewed_on LIKE '____-__-__'),
    UNIQUE (officer_id, person_id, on_day),
    CHECK ((verdict IS NULL) = (reviewed_by IS NULL)),
    CHECK (reviewed_by IS NULL OR reviewed_by <> officer_id)
) {strict_norowid};
CREATE INDEX break_glasses_by_due ON break_glasses (verdict, due_on);
CREATE INDEX break_glasses_by_officer ON break_glasses (officer_id, verdict, due_on);

-- Persons who do not exist. mark is made of the person's id and a secret outside the database, so
-- that nobody who reads the database can tell which they are.
CREATE TABLE canaries (
    mark {bytes} NOT NULL PRIMARY KEY CHECK (length(mark) = 32),
    desk_id {bytes} NOT NULL REFERENCES desks (id)
) {strict_norowid};

-- An officer's own names, places and phones, sealed to the officer's desk.
CREATE TABLE watch_words (
    officer_id {bytes} NOT NULL PRIMARY KEY REFERENCES officers (id),
    desk_id {bytes} NOT NULL REFERENCES desks (id),
    key_version {int} NOT NULL CHECK (key_version > 0),
    wrap {bytes} NOT NULL,
    sealed {bytes} NOT NULL,
    kept_by {bytes} NOT NULL REFERENCES officers (id),
    kept_on TEXT NOT NULL CHECK (kept_on LIKE '____-__-__')
) {strict_norowid};

-- What outsiders hold of the ledger: size and root that a witness signed or that stood on paper.
CREATE TABLE witnessed (
    size {int} NOT NULL CHECK (size > 0),
    root {bytes} NOT NULL CHECK (length(root) = 32),
    witness TEXT NOT NULL,
    signed_text TEXT NOT NULL,
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__'),
    PRIMARY KEY (size, witness)
) {strict_norowid};

-- The ledger. A leaf is inserted without a number; the sequencer numbers leaves in the order of
-- their arrival when it signs the checkpoint that holds them. The columns are those of
-- guard::ledger::StoredLeaf.
CREATE TABLE leaves (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    arrival {int} NOT NULL UNIQUE CHECK (arrival > 0),
    number {int} UNIQUE CHECK (number > 0),
    leaf_hash {bytes} NOT NULL CHECK (length(leaf_hash) = 32),
    commitment {bytes} NOT NULL CHECK (length(commitment) = 32),
    sealed_event {bytes} NOT NULL,
    oversight_desk {bytes} NOT NULL CHECK (length(oversight_desk) = 16),
    oversight_version {int} NOT NULL,
    oversight_wrap {bytes} NOT NULL,
    owner_desk {bytes},
    owner_version {int} NOT NULL,
    owner_wrap {bytes} NOT NULL,
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__')
) {strict_norowid};
CREATE INDEX leaves_by_day ON leaves (on_day, arrival);
CREATE INDEX leaves_by_owner ON leaves (owner_desk, arrival);

CREATE TABLE checkpoints (
    size {int} NOT NULL PRIMARY KEY CHECK (size >= 0),
    root {bytes} NOT NULL CHECK (length(root) = 32),
    signature {bytes} NOT NULL,
    on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__')
) {strict_norowid};

-- The counting copy: coded facts of own cases under a random id that only the sealed record of
-- the person knows. No day, no key to any other table.
CREATE TABLE counting (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    year {int} NOT NULL,
    quarter {int} NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    phenomenon TEXT NOT NULL,
    form TEXT NOT NULL,
    sex TEXT NOT NULL,
    age_group TEXT NOT NULL,
    citizenship TEXT NOT NULL,
    exploitation_country TEXT NOT NULL,
    status TEXT NOT NULL
) {strict_norowid};
CREATE INDEX counting_by_year ON counting (year, phenomenon);

-- What was imported. The same file twice is one set.
CREATE TABLE sets (
    id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    format TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    file_hash {bytes} NOT NULL CHECK (length(file_hash) = 32),
    rows_in {int} NOT NULL CHECK (rows_in >= 0),
    rows_stored {int} NOT NULL CHECK (rows_stored >= 0),
    complaint_count {int} NOT NULL CHECK (complaint_count >= 0),
    imported_on TEXT NOT NULL CHECK (imported_on LIKE '____-__-__'),
    UNIQUE (format, file_hash),
    CHECK (rows_in = rows_stored + complaint_count)
) {strict_norowid};

-- One column of a set: its dictionary of values and one code a row, in parts.
CREATE TABLE set_columns (
    set_id {bytes} NOT NULL REFERENCES sets (id),
    name TEXT NOT NULL,
    part {int} NOT NULL CHECK (part >= 0),
    position {int} NOT NULL CHECK (position >= 0),
    dictionary {bytes} NOT NULL,
    codes {bytes} NOT NULL,
    PRIMARY KEY (set_id, name, part)
) {strict};

CREATE TABLE set_complaints (
    set_id {bytes} NOT NULL REFERENCES sets (id),
    position {int} NOT NULL CHECK (position >= 0),
    line {int} NOT NULL CHECK (line >= 0),
    field TEXT NOT NULL,
    phrase_key TEXT NOT NULL,
    phrase_values TEXT NOT NULL,
    PRIMARY KEY (set_id, position)
) {strict_norowid};
