package org.planledger.bench;

import org.planledger.core.store.DatabaseVendor;

/// How people write what the code names otherwise.
final class Names {

  private Names() {}

  static String of(DatabaseVendor database) {
    return switch (database) {
      case POSTGRESQL -> "PostgreSQL";
      case H2 -> "H2";
    };
  }

  static String of(Part part) {
    return switch (part) {
      case COMMANDS -> "Commands";
      case REBUILD -> "Rebuild of a view";
      case HTTP -> "HTTP";
      case SEALING -> "Commands beside the sealer";
      case VERIFYING -> "Verifying";
      case IMPORT -> "Import of settlements";
      case SETTLEMENT_MATCHING -> "Matching a settlement";
      case RECONCILING -> "Months of finance";
    };
  }

  /// What a part is measured with more or fewer of.
  static String scale(Part part) {
    return switch (part) {
      case COMMANDS -> "clients";
      case REBUILD -> "plans";
      case HTTP -> "connections";
      case SEALING -> "clients";
      case VERIFYING -> "events";
      case IMPORT -> "lines";
      case SETTLEMENT_MATCHING, RECONCILING -> "fees";
    };
  }

  /// What a part counts.
  static String unit(Part part) {
    return switch (part) {
      case COMMANDS -> "commands/s";
      case REBUILD -> "events/s";
      case HTTP -> "requests/s";
      case SEALING -> "commands/s";
      case VERIFYING -> "events/s";
      case IMPORT -> "lines/s";
      case SETTLEMENT_MATCHING -> "lines/s";
      case RECONCILING -> "lines/s or MiB";
    };
  }
}
