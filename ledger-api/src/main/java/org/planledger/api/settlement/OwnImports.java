package org.planledger.api.settlement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.core.store.Bytes;
import org.springframework.stereotype.Component;

/// Imports files that the program has made itself, in the way of all others.
@Component
public final class OwnImports {

  private final KeptImports imports;
  private final KeptPages pages;
  private final SettlementSettings settings;
  private final InstantSource clock;

  OwnImports(
      KeptImports imports, KeptPages pages, SettlementSettings settings, InstantSource clock) {
    this.imports = imports;
    this.pages = pages;
    this.settings = settings;
    this.clock = clock;
  }

  /// Imports a file, removes it, and returns when its lines are there; throws
  /// [org.planledger.api.job.JobFailedException] if it cannot be imported.
  ///
  /// @param fileName how it is called from now on
  /// @param by who has made it
  /// @param ending whether the program is ending
  public void take(
      Path file, SettlementFormat format, String fileName, String by, BooleanSupplier ending)
      throws IOException {
    var upload =
        new Upload(
            file,
            Bytes.of(Uploads.sha256().digest(Files.readAllBytes(file))),
            Files.size(file),
            fileName,
            Optional.of(format),
            Optional.empty(),
            false,
            by);
    new SettlementImport(upload, imports, pages, settings, clock).run(ending);
  }
}
