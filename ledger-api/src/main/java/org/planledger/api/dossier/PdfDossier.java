package org.planledger.api.dossier;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.plans.HolderAnswer;
import org.planledger.api.state.EntitlementState;

/// Writes a dossier as pages to be read, printed and filed.
final class PdfDossier {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /// How high the text above the lineage is, in points.
  private static final float TEXT = 24;

  private final Dossier dossier;
  private final PdfPaper paper;

  private PdfDossier(Dossier dossier, PdfPaper paper) {
    this.dossier = dossier;
    this.paper = paper;
  }

  static void write(Dossier dossier, OutputStream out) {
    var checkpoint = dossier.evidence().checkpoint();
    var title = "Dossier of plan " + dossier.planId();
    var foot =
        "%s, covered by checkpoint %d of %s"
            .formatted(title, checkpoint.number(), moment(checkpoint.checkpoint().time()));
    var identity = String.join("\n", title, dossier.scope(), checkpoint.note());
    try (var paper = new PdfPaper(out, title, foot, checkpoint.checkpoint().time(), identity)) {
      new PdfDossier(dossier, paper).write(title);
    }
  }

  static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  private void write(String title) {
    paper.title(title);
    header();
    new PdfTimeline(paper).write(dossier.timeline());
    quotas();
    warranties();
    fees();
    lineage();
    owed();
    new PdfEvidence(paper).write(dossier);
    new PdfRules(paper).write(dossier.timeline());
  }

  private void header() {
    var state = dossier.state();
    var window = state.windows().get("REPLACEMENT");
    paper
        .pairs()
        .pair("Plan", state.planId().toString())
        .pair("What it shows", dossier.scope())
        .pair(
            "In the ledger",
            "positions %d to %d; %d events, %d refused commands"
                .formatted(
                    dossier.firstPosition(),
                    dossier.lastPosition(),
                    dossier.events(),
                    dossier.refusals()))
        .pair(
            "Status", "%s, %s plan".formatted(state.status(), Facts.words(state.planType().name())))
        .pair("Holder", holder(dossier.holder()))
        .pair("Device", dossier.device())
        .pair("Region", "%s, contract days in %s".formatted(state.region(), state.zone()))
        .pair("Cover", window == null ? "none" : Facts.window(window.from(), window.until()))
        .pair(
            "Sold",
            "%s for %s"
                .formatted(
                    moment(state.purchasedAt()),
                    Facts.money(state.pricePaid().minor(), state.pricePaid().currency())))
        .pair("Terms", "edition " + state.terms().edition())
        .monoPair("SHA-256 of the terms", state.terms().sha256())
        .end();
  }

  private static String holder(HolderAnswer holder) {
    var shown = new ArrayList<String>();
    shown.add("account " + holder.accountRef().substring(0, 12) + "…");
    switch (holder.personalData()) {
      case NONE -> shown.add("no personal data");
      case ERASED -> shown.add("personal data erased");
      case MASKED -> {
        add(shown, holder.name());
        add(shown, holder.email());
        add(shown, holder.phone());
      }
    }
    return String.join(", ", shown);
  }

  private static void add(List<String> shown, @Nullable String value) {
    if (value != null) {
      shown.add(value);
    }
  }

  private void quotas() {
    paper.heading("Quotas as they moved");
    paper.text(
        "After each event that changed them. ■ used, ▣ reserved in a case that is open,"
            + " □ available.");
    var table =
        paper.table(
            List.of(
                "Event",
                "Recorded",
                "Replacement",
                "Of these flyaway",
                "Repair discount",
                "Maintenance",
                "Extended warranty"),
            15,
            15,
            14,
            14,
            14,
            14,
            14);
    for (var move : dossier.quotas()) {
      table.row(
          "%d %s".formatted(move.sequence(), Facts.title(move.type())),
          moment(move.recordedAt()),
          level(move.levels().get("REPLACEMENT")),
          level(move.levels().get("FLYAWAY")),
          level(move.levels().get("REPAIR_DISCOUNT")),
          level(move.levels().get("MAINTENANCE")),
          level(move.levels().get("EXTENDED_WARRANTY")));
    }
    table.end();
  }

  private static String level(@Nullable EntitlementState level) {
    if (level == null) {
      return "–";
    }
    if (level.total() == null) {
      return "%d used, no limit".formatted(level.used());
    }
    int total = level.total();
    int free = Math.max(0, total - level.used() - level.reserved());
    var counts = "%d of %d used".formatted(level.used(), total);
    var reserved = level.reserved() == 0 ? "" : ", %d reserved".formatted(level.reserved());
    return total == 0
        ? "none"
        : "■".repeat(level.used())
            + "▣".repeat(level.reserved())
            + "□".repeat(free)
            + "\n"
            + counts
            + reserved;
  }

  private void warranties() {
    paper.heading("Warranty as it moved");
    if (dossier.warranties().isEmpty()) {
      paper.text("No device has been bound.");
      return;
    }
    var table =
        paper.table(
            List.of("Event", "Components", "Official warranty", "Extended by the plan", "Reward"),
            20,
            26,
            18,
            18,
            18);
    for (var move : dossier.warranties()) {
      var event = "%d %s\n%s".formatted(move.sequence(), Facts.title(move.type()), move.device());
      if (move.rows().isEmpty()) {
        table.row(event, "–", "–", "–", "–");
      }
      for (var row : move.rows()) {
        table.row(event, row.parts(), row.official(), row.extended(), row.reward());
        event = "";
      }
    }
    table.end();
  }

  private void fees() {
    paper.heading("Fees");
    var table =
        paper.table(
            List.of("Event", "When", "What", "Amount", "Source or reference"), 8, 18, 30, 16, 28);
    for (var fee : dossier.fees()) {
      table.row(
          String.valueOf(fee.sequence()),
          moment(fee.at()),
          fee.what() + ofCase(fee.caseId()),
          fee.shown(),
          fee.note());
    }
    table.end();
  }

  static String ofCase(@Nullable UUID caseId) {
    return caseId == null ? "" : "\ncase " + caseId;
  }

  private void lineage() {
    paper.heading("Lineage", TEXT + LineagePicture.height(dossier.lineage()));
    if (dossier.lineage().chain().isEmpty() && dossier.lineage().undone().isEmpty()) {
      paper.text("No device has been bound.");
      return;
    }
    paper.text(
        "Each device the plan has covered, oldest first; the id is the keyed hash of its serial"
            + " number. Dates are contract days.");
    new LineagePicture(paper).draw(dossier.lineage());
  }

  private void owed() {
    paper.heading("Obligations");
    if (dossier.owed().isEmpty()) {
      paper.text("Nothing is owed, and nothing was.");
      return;
    }
    var table = paper.table(List.of("What", "State", "Case"), 48, 20, 32);
    dossier.owed().forEach(owed -> table.row(owed.what(), owed.state(), owed.caseId().toString()));
    table.end();
  }
}
