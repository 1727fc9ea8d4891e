package org.planledger.api.dossier;

import org.planledger.core.evidence.TreeHead;

/// What covers a dossier, and how anybody can check it.
final class PdfEvidence {
  private final PdfPaper paper;

  PdfEvidence(PdfPaper paper) {
    this.paper = paper;
  }

  void write(Dossier dossier) {
    checkpoint(dossier);
    verifying(dossier);
  }

  private void checkpoint(Dossier dossier) {
    var stored = dossier.evidence().checkpoint();
    var checkpoint = stored.checkpoint();
    paper.heading("The checkpoint that covers it");
    paper.text(
        "The first that was signed after the last entry of this dossier was recorded. When the"
            + " dossier was made, every event and every decision in it was led from its stored bytes"
            + " to a signed checkpoint.");
    paper
        .pairs()
        .pair("Checkpoint", "number %d of %s".formatted(stored.number(), checkpoint.origin()))
        .pair("Made", PdfDossier.moment(checkpoint.time()))
        .monoPair("Events", head(checkpoint.events()))
        .monoPair("Map of streams", "root " + checkpoint.map().toBase64())
        .monoPair("Attempts", head(checkpoint.attempts()))
        .monoPair("Reads", head(checkpoint.reads()))
        .monoPair("Public key", dossier.evidence().key().text())
        .end();
    paper.text("The signed note, as it is published; its last line is the signature:");
    paper.lines(stored.note());
  }

  private static String head(TreeHead head) {
    return "%d entries, root %s".formatted(head.size(), head.root().toBase64());
  }

  private void verifying(Dossier dossier) {
    var size = dossier.evidence().checkpoint().checkpoint().events().size();
    paper.heading("How to verify this");
    paper.text(
        "These pages are a rendering for people. What can be verified is the bundle of the plan: its"
            + " events and decisions byte by byte, with their proofs. Ask the ledger for it, and check"
            + " it on any machine with ledger-verify, which needs no network:");
    paper.lines(
        """
        curl -s "$LEDGER/v1/plans/%s/proof?reason=..." > bundle.json
        java -jar ledger-verify.jar verify bundle.json --key key.txt
        """
            .formatted(dossier.planId()));
    paper.text(
        "key.txt holds the public key above, which you should have from elsewhere than from this"
            + " dossier or the ledger. That the bundle's checkpoint goes on from the one printed here"
            + " is shown by:");
    paper.lines(
        """
        curl -s "$LEDGER/v1/log/checkpoints/%1$d" > old.note
        curl -s "$LEDGER/v1/log/checkpoint" > new.note
        curl -s "$LEDGER/v1/log/consistency?from=%1$d&to=SIZE" > proof.json
        java -jar ledger-verify.jar consistency old.note new.note proof.json --key key.txt
        """
            .formatted(size));
    paper.text(
        "Proven by that: that each event and each decision of the bundle was recorded as it is, in"
            + " this order; that nothing was left out of the plan's history up to the checkpoint; and"
            + " that the log has only grown since.");
    paper.text(
        "Not proven: that what was told to the ledger was true; that the checkpoint was made when it"
            + " says, other than by whoever else kept it; that these pages render the bundle"
            + " faithfully, which a reader checks against it; and whose serial number a device id"
            + " stands for, which takes the installation's serial key.");
  }
}
