-- SPDX-License-Identifier: GPL-3.0-or-later
-- One statement ends with a semicolon at the end of a line. Never edited after release: a change is a new file.
-- Times are milliseconds UTC, flags 0 or 1, NULL tokens are unknown; nested values are JSON text.

CREATE TABLE configuration_state (id BIGINT PRIMARY KEY CHECK (id = 1), revision BIGINT NOT NULL);
INSERT INTO configuration_state (id, revision) VALUES (1, 0);

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE providers (
    id TEXT PRIMARY KEY, position BIGINT NOT NULL, name TEXT NOT NULL, base_url TEXT NOT NULL, dialect TEXT NOT NULL,
    origin TEXT NOT NULL, models TEXT NOT NULL, deleted_ms BIGINT);

CREATE TABLE channels (
    id TEXT PRIMARY KEY, position BIGINT NOT NULL, provider_id TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
    credential_env TEXT NOT NULL, models TEXT NOT NULL, model_types TEXT NOT NULL, enabled BIGINT NOT NULL, auto_test BIGINT NOT NULL,
    proxy TEXT NOT NULL, limits TEXT NOT NULL, deleted_ms BIGINT);

CREATE TABLE gateway_keys (
    id TEXT PRIMARY KEY, position BIGINT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL, enabled BIGINT NOT NULL,
    expires_ms BIGINT, free_tokens BIGINT NOT NULL, chain TEXT NOT NULL, policy TEXT NOT NULL, limits TEXT NOT NULL,
    secret_hash BYTEA, deleted_ms BIGINT);
CREATE UNIQUE INDEX gateway_keys_secret ON gateway_keys (secret_hash) WHERE deleted_ms IS NULL;

-- The master key itself is never here. check_value tells a wrong key from the right one; key_id leaves room for rotation.
CREATE TABLE vault (
    key_id BIGINT PRIMARY KEY, vault_id TEXT NOT NULL, source TEXT NOT NULL, check_value BYTEA NOT NULL,
    salt BYTEA, ops_limit BIGINT, memory_limit BIGINT, created_ms BIGINT NOT NULL);

-- Every secret of every table; the associated data of the encryption is (owner, row_id, field, key_id).
CREATE TABLE secrets (
    owner TEXT NOT NULL, row_id TEXT NOT NULL, field TEXT NOT NULL, key_id BIGINT NOT NULL, sealed BYTEA NOT NULL,
    PRIMARY KEY (owner, row_id, field));

-- The ledger has no foreign keys on purpose: its rows outlive keys and channels, and each insert would pay for the check.
CREATE TABLE exchanges (
    seq BIGINT PRIMARY KEY, id TEXT COLLATE "C" NOT NULL UNIQUE, time_ms BIGINT NOT NULL, kind TEXT NOT NULL, key_id TEXT NOT NULL,
    key_name TEXT NOT NULL, api TEXT NOT NULL, asked_model TEXT NOT NULL, stream BIGINT NOT NULL, status TEXT NOT NULL,
    served_channel TEXT NOT NULL, served_model TEXT NOT NULL, served_built_in BIGINT NOT NULL, http_status BIGINT NOT NULL,
    error_code TEXT NOT NULL, duration_ms BIGINT NOT NULL, first_output_ms BIGINT, prompt_tokens BIGINT,
    completion_tokens BIGINT, total_tokens BIGINT, reasoning_tokens BIGINT, cached_tokens BIGINT, provenance TEXT NOT NULL,
    cache TEXT NOT NULL, client_request_id TEXT NOT NULL, user_agent TEXT NOT NULL, bytes_in BIGINT NOT NULL,
    bytes_out BIGINT NOT NULL, skipped TEXT);
CREATE INDEX exchanges_time ON exchanges (time_ms);
CREATE INDEX exchanges_key_time ON exchanges (key_id, time_ms);

CREATE TABLE attempts (
    exchange_seq BIGINT NOT NULL, idx BIGINT NOT NULL, position BIGINT NOT NULL, channel TEXT NOT NULL, model TEXT NOT NULL,
    provider TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL, message TEXT NOT NULL, http_status BIGINT NOT NULL,
    started_ms BIGINT NOT NULL, connected_ms BIGINT, first_output_ms BIGINT, ended_ms BIGINT NOT NULL, prompt_tokens BIGINT,
    completion_tokens BIGINT, total_tokens BIGINT, reasoning_tokens BIGINT, cached_tokens BIGINT, provenance TEXT NOT NULL,
    bytes_sent BIGINT NOT NULL, bytes_received BIGINT NOT NULL, decision TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (exchange_seq, idx));

-- Only for keys whose policy records content.
CREATE TABLE contents (exchange_seq BIGINT PRIMARY KEY, request BYTEA NOT NULL, answer BYTEA NOT NULL);

CREATE TABLE free_tokens (key_id TEXT PRIMARY KEY, used BIGINT NOT NULL);

-- scope key_day, key_month, key_minute, channel_month, channel_minute; period yyyymmdd, yyyymm or minutes since 1970, all UTC.
CREATE TABLE usage_periods (
    scope TEXT NOT NULL, subject TEXT NOT NULL, period BIGINT NOT NULL, tokens BIGINT NOT NULL, requests BIGINT NOT NULL,
    PRIMARY KEY (scope, subject, period));
