package org.planledger.api.settlement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.planledger.api.settlement.format.ColumnMapping;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.core.store.Bytes;

/// A file that somebody has sent, as it lies on the disk of the server.
///
/// @param file where it lies until it is imported
/// @param sha256 of its bytes
/// @param fileName how whoever sent it calls it
/// @param format none if it is to be found out
/// @param mapping by which it is read, if somebody named one
/// @param by who sent it
record Upload(
    Path file,
    Bytes sha256,
    long bytes,
    String fileName,
    Optional<SettlementFormat> format,
    Optional<NamedMapping> mapping,
    boolean dryRun,
    String by) {

  /// A mapping as it was when the file was sent.
  ///
  /// @param content as JSON
  record NamedMapping(String name, String content, ColumnMapping mapping) {}

  void discard() throws IOException {
    Files.deleteIfExists(file);
  }
}
