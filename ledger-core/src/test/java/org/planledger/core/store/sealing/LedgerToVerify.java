package org.planledger.core.store.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.sealing.Alarms.Alarm;
import org.planledger.core.store.sealing.Alarms.Source;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.planledger.core.store.testing.LedgerDatabase;

/// A sealed ledger of which an administrator with all rights changes what is stored, past every
/// trigger.
abstract class LedgerToVerify {

  private final DatabaseVendor vendor;
  LedgerDatabase database;
  Book book;
  Sealer sealer;

  LedgerToVerify(LedgerDatabase shared) {
    this.vendor = shared.vendor();
  }

  @BeforeEach
  void begin() {
    database = LedgerDatabase.fresh(vendor);
    book = new Book(database);
    sealer = book.sealer();
    book.fill(5, 8).refuse("stream-1");
    sealer.seal();
    book.fill8();
    sealer.seal();
  }

  @AfterEach
  void end() {
    book.close();
    database.close();
  }

  final Verifier verifier(Alarms alarms) {
    return new Verifier(
        database.application(),
        book.store,
        sealer,
        new CheckpointFolder(book.folder),
        Book::fits,
        alarms,
        Instant::now);
  }

  final VerificationResult verify(Extent extent) {
    return verifier(book.alarms)
        .verify(extent, new Verifier.Progress(_ -> {}, _ -> {}, () -> false))
        .orElseThrow();
  }

  final List<String> found(Extent extent) {
    return verify(extent).findings().stream().map(Finding::toString).toList();
  }

  /// Changes something, which is found there.
  final void isFoundAt(String place, String... tampering) {
    book.tamper(tampering);
    assertThat(verify(Extent.FULL).findings().stream().map(Finding::place))
        .as(String.join("; ", tampering))
        .contains(place);
    assertThat(book.alarms.all().stream().map(Alarm::source)).contains(Source.VERIFICATION);
  }

  /// The same, and nothing is found elsewhere.
  final void onlyFoundAt(String place, String... tampering) {
    isFoundAt(place, tampering);
    assertThat(verify(Extent.FULL).findings().stream().map(Finding::place).distinct())
        .containsExactly(place);
  }

  final String hex(String digits) {
    return switch (vendor) {
      case H2 -> "x'" + digits + "'";
      case POSTGRESQL -> "decode('" + digits + "', 'hex')";
    };
  }

  /// The same bytes with another first one.
  final String replaced(String column) {
    return switch (vendor) {
      case H2 -> "x'ff' || substring(" + column + " from 2)";
      case POSTGRESQL -> "decode('ff', 'hex') || substring(" + column + " from 2)";
    };
  }

  /// The same bytes with another last one.
  final String replacedEnd(String column) {
    String all = "substring(" + column + " from 1 for 71)";
    return switch (vendor) {
      case H2 -> all + " || x'ff'";
      case POSTGRESQL -> all + " || decode('ff', 'hex')";
    };
  }
}
