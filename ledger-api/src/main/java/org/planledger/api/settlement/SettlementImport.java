package org.planledger.api.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.JobFailedException;
import org.planledger.api.settlement.format.QuarantinedRecord;
import org.planledger.api.settlement.format.SettlementFiles;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.api.settlement.format.UnreadableFileException;

/// The import of one file. Either all of it is there in the end, or nothing.
final class SettlementImport implements Job.Task {

  private final Upload upload;
  private final KeptImports imports;
  private final KeptPages pages;
  private final SettlementSettings settings;
  private final InstantSource clock;
  private volatile @Nullable Intake intake;
  private volatile @Nullable SettlementFormat format;
  private volatile @Nullable SettlementFile made;

  SettlementImport(
      Upload upload,
      KeptImports imports,
      KeptPages pages,
      SettlementSettings settings,
      InstantSource clock) {
    this.upload = upload;
    this.imports = imports;
    this.pages = pages;
    this.settings = settings;
    this.clock = clock;
    this.format = upload.format().orElse(null);
  }

  @Override
  public void run(BooleanSupplier ending) {
    try {
      SettlementFormat found =
          upload
              .format()
              .orElseGet(() -> SettlementFiles.detect(upload.file(), upload.mapping().isPresent()));
      format = found;
      if (upload.dryRun()) {
        read(found, new Intake(settings, Optional.empty(), ending), 0);
      } else {
        keep(found, ending);
      }
    } catch (UnreadableFileException e) {
      throw new JobFailedException(String.valueOf(e.getMessage()));
    } finally {
      discard();
    }
  }

  private void discard() {
    try {
      upload.discard();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(SettlementFormat found, BooleanSupplier ending) {
    OptionalInt claimed = imports.claim(upload.sha256());
    if (claimed.isEmpty()) {
      throw new JobFailedException("The same bytes are being imported by another process.");
    }
    int number = claimed.getAsInt();
    boolean complete = false;
    try (PageStore store = new PageStore(() -> imports.alive(number), pages, number)) {
      SettlementFile file = read(found, new Intake(settings, Optional.of(store), ending), number);
      imports.complete(file, upload.mapping().map(Upload.NamedMapping::content));
      made = file;
      complete = true;
    } finally {
      if (!complete) {
        imports.remove(number);
      }
    }
  }

  private SettlementFile read(SettlementFormat found, Intake into, int number) {
    intake = into;
    SettlementFiles.read(
        upload.file(), found, upload.mapping().map(Upload.NamedMapping::mapping), into);
    int pages = into.end();
    into.reached(upload.bytes());
    return new SettlementFile(
        number,
        upload.sha256(),
        found,
        upload.fileName(),
        upload.bytes(),
        upload.mapping().map(Upload.NamedMapping::name),
        pages,
        into.lines(),
        into.quarantinedRecords() + into.notBooked(),
        into.notBooked(),
        into.firstDay(),
        into.lastDay(),
        into.totals(),
        // As the database keeps it, so that it is told the same for ever.
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        upload.by());
  }

  Upload upload() {
    return upload;
  }

  /// None before it was found out.
  Optional<SettlementFormat> format() {
    return Optional.ofNullable(format);
  }

  /// None before the end, and in a dry run.
  Optional<SettlementFile> made() {
    return Optional.ofNullable(made);
  }

  long bytes() {
    Intake taken = intake;
    // What is unpacked while it is read may be more than the file.
    return taken == null ? 0 : Math.min(upload.bytes(), taken.bytes());
  }

  int lines() {
    Intake taken = intake;
    return taken == null ? 0 : taken.lines();
  }

  int quarantined() {
    Intake taken = intake;
    return taken == null ? 0 : taken.quarantinedRecords();
  }

  int notBooked() {
    Intake taken = intake;
    return taken == null ? 0 : taken.notBooked();
  }

  List<SettlementTotal> totals() {
    Intake taken = intake;
    return taken == null ? List.of() : taken.totals();
  }

  List<QuarantinedRecord> firstBroken() {
    Intake taken = intake;
    return taken == null ? List.of() : taken.firstBroken();
  }
}
