-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was recorded while requests came faster than the log takes them up (core/storage/LedgerJournal.h). Their limits and allowances are
-- counted already; the rows of the log and the sums by hours are not made yet. Empty most of the time.

CREATE TABLE ledger_journal (
    entry INTEGER PRIMARY KEY, first_id TEXT NOT NULL UNIQUE, exchanges INTEGER NOT NULL, unreadable INTEGER NOT NULL DEFAULT 0,
    records BLOB NOT NULL) STRICT;
