-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a request ended (core/domain/Ending.h), and sums by hours since 1970 (UTC) that outlive the rows of the log. Drills are in none.
-- Requests that were stored before count as after_backup when another place than the first called answered or one before it was skipped.

ALTER TABLE exchanges ADD COLUMN ending TEXT NOT NULL DEFAULT '';

UPDATE exchanges SET ending = CASE
    WHEN status <> 'answered' THEN status
    WHEN kind = 'cache' THEN 'from_cache'
    WHEN (SELECT count(DISTINCT a.position) FROM attempts a WHERE a.exchange_seq = exchanges.seq) > 1 THEN 'after_backup'
    WHEN skipped LIKE '%"suspended"%' OR skipped LIKE '%"channel_limit"%' OR skipped LIKE '%"free_tokens_used_up"%' OR skipped LIKE '%"no_credential"%' THEN 'after_backup'
    WHEN (SELECT count(*) FROM attempts a WHERE a.exchange_seq = exchanges.seq) > 1 THEN 'after_retry'
    ELSE 'first_try' END;

CREATE TABLE usage_attempts (
    hour BIGINT NOT NULL, key_id TEXT NOT NULL, channel TEXT NOT NULL, model TEXT NOT NULL, provider TEXT NOT NULL, outcome TEXT NOT NULL,
    attempts BIGINT NOT NULL, unknown_attempts BIGINT NOT NULL, estimated_attempts BIGINT NOT NULL, prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL, total_tokens BIGINT NOT NULL, reasoning_tokens BIGINT NOT NULL, cached_tokens BIGINT NOT NULL,
    PRIMARY KEY (hour, key_id, channel, model, provider, outcome));

CREATE TABLE usage_requests (
    hour BIGINT NOT NULL, key_id TEXT NOT NULL, channel TEXT NOT NULL, model TEXT NOT NULL, ending TEXT NOT NULL,
    requests BIGINT NOT NULL, prompt_tokens BIGINT NOT NULL, completion_tokens BIGINT NOT NULL, total_tokens BIGINT NOT NULL,
    reasoning_tokens BIGINT NOT NULL, cached_tokens BIGINT NOT NULL, free_tokens BIGINT NOT NULL, duration_ms BIGINT NOT NULL, added_ms BIGINT NOT NULL,
    PRIMARY KEY (hour, key_id, channel, model, ending));

-- Answered attempts by the bucket of core/domain/LatencyScale.h that their time fell into. Begins empty.
CREATE TABLE usage_latency (
    hour BIGINT NOT NULL, key_id TEXT NOT NULL, channel TEXT NOT NULL, model TEXT NOT NULL, bucket BIGINT NOT NULL,
    answers BIGINT NOT NULL, first_outputs BIGINT NOT NULL,
    PRIMARY KEY (hour, key_id, channel, model, bucket));

INSERT INTO usage_attempts
    SELECT e.time_ms / 3600000, e.key_id, a.channel, a.model, a.provider, a.outcome, count(*),
        sum(CASE WHEN a.provenance = 'unknown' THEN 1 ELSE 0 END), sum(CASE WHEN a.provenance = 'estimated'
            AND coalesce(a.total_tokens, coalesce(a.prompt_tokens, 0) + coalesce(a.completion_tokens, 0)) > 0 THEN 1 ELSE 0 END),
        sum(coalesce(a.prompt_tokens, 0)), sum(coalesce(a.completion_tokens, 0)),
        sum(coalesce(a.total_tokens, coalesce(a.prompt_tokens, 0) + coalesce(a.completion_tokens, 0))),
        sum(coalesce(a.reasoning_tokens, 0)), sum(coalesce(a.cached_tokens, 0))
    FROM attempts a JOIN exchanges e ON e.seq = a.exchange_seq WHERE e.kind <> 'drill'
    GROUP BY e.time_ms / 3600000, e.key_id, a.channel, a.model, a.provider, a.outcome;

INSERT INTO usage_requests
    SELECT time_ms / 3600000, key_id, served_channel, served_model, ending, count(*), sum(coalesce(prompt_tokens, 0)),
        sum(coalesce(completion_tokens, 0)), sum(coalesce(total_tokens, coalesce(prompt_tokens, 0) + coalesce(completion_tokens, 0))),
        sum(coalesce(reasoning_tokens, 0)), sum(coalesce(cached_tokens, 0)),
        sum(CASE WHEN served_built_in = 1 AND kind = 'live' AND status = 'answered' THEN
            coalesce(total_tokens, coalesce(prompt_tokens, 0) + coalesce(completion_tokens, 0)) ELSE 0 END),
        sum(duration_ms), 0
    FROM exchanges WHERE kind <> 'drill'
    GROUP BY time_ms / 3600000, key_id, served_channel, served_model, ending;
