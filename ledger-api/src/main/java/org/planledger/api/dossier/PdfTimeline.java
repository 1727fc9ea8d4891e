package org.planledger.api.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.planledger.api.dossier.PdfTable.Run;

/// The timeline: what happened, when, by whom and why.
final class PdfTimeline {
  private final PdfPaper paper;

  PdfTimeline(PdfPaper paper) {
    this.paper = paper;
  }

  void write(List<Entry> timeline) {
    paper.heading("Timeline");
    paper.text(
        "Everything that happened and everything that was refused, in the order in which the ledger"
            + " recorded it. \"Valid\" is when it happened in the customer's world, with the contract"
            + " day; the rules that are cited are explained at the end.");
    var table =
        paper.table(
            List.of("Event", "Recorded and valid", "What and by whom", "Why"), 9, 20, 40, 31);
    Long decision = null;
    for (var entry : timeline) {
      boolean same = decision != null && decision.equals(entry.decision());
      table.row(
          entry.refused(),
          List.of(
              number(entry, table),
              when(entry, table),
              what(entry, table),
              why(entry, same, table)));
      decision = entry.decision();
    }
    table.end();
  }

  private static List<Run> number(Entry entry, PdfTable table) {
    return entry.refused()
        ? List.of(table.bold("refused"))
        : List.of(
            table.bold(String.valueOf(entry.sequence())),
            table.plain("\nposition\n" + entry.position()));
  }

  private static List<Run> when(Entry entry, PdfTable table) {
    var valid = "valid %s\nday %s".formatted(PdfDossier.moment(entry.at()), entry.day());
    return List.of(
        table.plain("recorded " + PdfDossier.moment(entry.recordedAt()) + "\n" + valid),
        table.bold(entry.enteredLate() ? "\nentered late" : ""));
  }

  private static List<Run> what(Entry entry, PdfTable table) {
    var runs = new ArrayList<Run>();
    runs.add(table.bold(Facts.title(entry.type())));
    runs.add(table.plain(PdfDossier.ofCase(entry.caseId())));
    for (var fact : entry.facts()) {
      runs.add(table.plain("\n" + fact));
    }
    runs.add(table.plain("\nby %s through %s".formatted(entry.actor(), entry.client())));
    return runs;
  }

  private static List<Run> why(Entry entry, boolean same, PdfTable table) {
    if (entry.decision() == null) {
      return List.of(table.plain("no decision is kept"));
    }
    if (same) {
      return List.of(table.plain("decision %d, as above".formatted(entry.decision())));
    }
    var runs = new ArrayList<Run>();
    runs.add(
        table.bold(
            "Decision %d: %s"
                .formatted(entry.decision(), entry.refused() ? "refused" : "accepted")));
    runs.add(table.plain(" under the terms of " + entry.terms()));
    for (var ground : entry.grounds()) {
      runs.add(table.plain("\n" + ground.ground()));
    }
    var met =
        entry.reasons().stream()
            .filter(Reason::holds)
            .map(reason -> "%s (%s)".formatted(reason.rule(), reason.clause()))
            .collect(Collectors.joining(", "));
    if (!met.isEmpty()) {
      runs.add(table.plain("\nmet: " + met));
    }
    return runs;
  }
}
