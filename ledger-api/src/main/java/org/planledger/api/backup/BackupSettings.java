package org.planledger.api.backup;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where backups are written.
///
/// @param folder made when it is missing, for its owner alone
@Validated
@ConfigurationProperties("ledger.backup")
record BackupSettings(@DefaultValue("backups") Path folder) {}
