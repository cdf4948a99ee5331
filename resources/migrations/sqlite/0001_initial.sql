-- SPDX-License-Identifier: GPL-3.0-or-later
-- One statement ends with a semicolon at the end of a line. Never edited after release: a change is a new file.
-- Times are milliseconds UTC, flags 0 or 1, NULL tokens are unknown; nested values are JSON text.

CREATE TABLE configuration_state (id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL) STRICT;
INSERT INTO configuration_state (id, revision) VALUES (1, 0);

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE providers (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, base_url TEXT NOT NULL, dialect TEXT NOT NULL,
    origin TEXT NOT NULL, models TEXT NOT NULL, deleted_ms INTEGER) STRICT;

CREATE TABLE channels (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, provider_id TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
    credential_env TEXT NOT NULL, models TEXT NOT NULL, model_types TEXT NOT NULL, enabled INTEGER NOT NULL, auto_test INTEGER NOT NULL,
    proxy TEXT NOT NULL, limits TEXT NOT NULL, deleted_ms INTEGER) STRICT;

CREATE TABLE gateway_keys (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL, enabled INTEGER NOT NULL,
    expires_ms INTEGER, free_tokens INTEGER NOT NULL, chain TEXT NOT NULL, policy TEXT NOT NULL, limits TEXT NOT NULL,
    secret_hash BLOB, deleted_ms INTEGER) STRICT;
CREATE UNIQUE INDEX gateway_keys_secret ON gateway_keys (secret_hash) WHERE deleted_ms IS NULL;

-- The master key itself is never here. check_value tells a wrong key from the right one; key_id leaves room for rotation.
CREATE TABLE vault (
    key_id INTEGER PRIMARY KEY, vault_id TEXT NOT NULL, source TEXT NOT NULL, check_value BLOB NOT NULL,
    salt BLOB, ops_limit INTEGER, memory_limit INTEGER, created_ms INTEGER NOT NULL) STRICT;

-- Every secret of every table; the associated data of the encryption is (owner, row_id, field, key_id).
CREATE TABLE secrets (
    owner TEXT NOT NULL, row_id TEXT NOT NULL, field TEXT NOT NULL, key_id INTEGER NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY (owner, row_id, field)) STRICT, WITHOUT ROWID;

-- The ledger has no foreign keys on purpose: its rows outlive keys and channels, and each insert would pay for the check.
CREATE TABLE exchanges (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, time_ms INTEGER NOT NULL, kind TEXT NOT NULL, key_id TEXT NOT NULL,
    key_name TEXT NOT NULL, api TEXT NOT NULL, asked_model TEXT NOT NULL, stream INTEGER NOT NULL, status TEXT NOT NULL,
    served_channel TEXT NOT NULL, served_model TEXT NOT NULL, served_built_in INTEGER NOT NULL, http_status INTEGER NOT NULL,
    error_code TEXT NOT NULL, duration_ms INTEGER NOT NULL, first_output_ms INTEGER, prompt_tokens INTEGER,
    completion_tokens INTEGER, total_tokens INTEGER, reasoning_tokens INTEGER, cached_tokens INTEGER, provenance TEXT NOT NULL,
    cache TEXT NOT NULL, client_request_id TEXT NOT NULL, user_agent TEXT NOT NULL, bytes_in INTEGER NOT NULL,
    bytes_out INTEGER NOT NULL, skipped TEXT) STRICT;
CREATE INDEX exchanges_time ON exchanges (time_ms);
CREATE INDEX exchanges_key_time ON exchanges (key_id, time_ms);

CREATE TABLE attempts (
    exchange_seq INTEGER NOT NULL, idx INTEGER NOT NULL, position INTEGER NOT NULL, channel TEXT NOT NULL, model TEXT NOT NULL,
    provider TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL, message TEXT NOT NULL, http_status INTEGER NOT NULL,
    started_ms INTEGER NOT NULL, connected_ms INTEGER, first_output_ms INTEGER, ended_ms INTEGER NOT NULL, prompt_tokens INTEGER,
    completion_tokens INTEGER, total_tokens INTEGER, reasoning_tokens INTEGER, cached_tokens INTEGER, provenance TEXT NOT NULL,
    bytes_sent INTEGER NOT NULL, bytes_received INTEGER NOT NULL, decision TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (exchange_seq, idx)) STRICT, WITHOUT ROWID;

-- Only for keys whose policy records content.
CREATE TABLE contents (exchange_seq INTEGER PRIMARY KEY, request BLOB NOT NULL, answer BLOB NOT NULL) STRICT;

CREATE TABLE free_tokens (key_id TEXT PRIMARY KEY, used INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- scope key_day, key_month, key_minute, channel_month, channel_minute; period yyyymmdd, yyyymm or minutes since 1970, all UTC.
CREATE TABLE usage_periods (
    scope TEXT NOT NULL, subject TEXT NOT NULL, period INTEGER NOT NULL, tokens INTEGER NOT NULL, requests INTEGER NOT NULL,
    PRIMARY KEY (scope, subject, period)) STRICT, WITHOUT ROWID;
