package org.planledger.projections.fold;

import java.util.List;

/// A table as the database has it.
///
/// @param columns all of them
/// @param keys those of the primary key, in its order
public record StoredTable(String name, List<String> columns, List<String> keys) {

  public StoredTable {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }
}
