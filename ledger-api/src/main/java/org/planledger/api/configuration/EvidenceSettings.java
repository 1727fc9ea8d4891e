package org.planledger.api.configuration;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.sealing.SealerSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How what is recorded becomes evidence.
///
/// @param interval after which what is new is sealed at the latest
/// @param events how many new events are sealed without waiting for that
/// @param folder where every checkpoint is kept outside of the database
@Validated
@ConfigurationProperties("ledger.evidence")
record EvidenceSettings(
    @DefaultValue("5s") Duration interval,
    @DefaultValue("10000") long events,
    @Nullable Path folder) {

  SealerSettings sealer() {
    return SealerSettings.of(interval, events);
  }

  /// The folder that is named, or the one beside the ledger.
  Path folder(DatabaseAccess database, DataSettings data) {
    Path named = folder;
    return named != null && !named.toString().isEmpty()
        ? named
        : switch (database) {
          case DatabaseAccess.Embedded embedded -> embedded.folder().checkpoints();
          case DatabaseAccess.Server server -> new DataFolder(data.folder()).checkpoints();
        };
  }
}
