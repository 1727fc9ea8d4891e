package org.planledger.api.backup;

/// Begins a backup. There is nothing to say about it.
record BackupRequest() {}
