package org.planledger.api.export;

import java.util.List;

/// A table that can be handed out in every form.
///
/// @param name what it is called, as the name of a file and of a sheet
/// @param <R> a row
public record ExportTable<R>(String name, List<ExportColumn<R>> columns) {

  public ExportTable {
    columns = List.copyOf(columns);
  }

  List<String> header() {
    return columns.stream().map(ExportColumn::name).toList();
  }
}
