package org.planledger.core.store;

import java.time.Instant;

/// Where the ledger stands: the last position, attempt number and read number that are taken,
/// and the largest time of recording.
record HeadRow(long position, long attempt, long read, Instant ledgerTime) {}
