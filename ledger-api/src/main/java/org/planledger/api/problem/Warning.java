package org.planledger.api.problem;

import org.planledger.core.rule.Notice;

/// What a notice means to the person who meets it in a decision.
///
/// @param title the notice in a few words, the same for every occurrence
/// @param help what that person should look at
record Warning(String title, String help) {

  static Warning of(Notice notice) {
    return switch (notice) {
      case INCIDENT_BEFORE_START ->
          new Warning(
              "Incident before the cover",
              "By the word of the customer it happened before the plan or the binding began. The"
                  + " day of the application decides; a person should look at it.");
      case LINK_RECORDED_LATE ->
          new Warning(
              "Link entered late",
              "A link was told of while the case was open already. Ask how it is known.");
      case CHANNEL_NOT_AUTHORISED ->
          new Warning(
              "Not bought from an authorised shop",
              "The plan can be bound, but service will be refused unless two persons overrule it.");
      case PROOF_OF_PURCHASE_MISSING ->
          new Warning(
              "No proof of purchase on file",
              "Service abroad needs it. Send it with the application.");
      case LINKS_INCOMPLETE ->
          new Warning(
              "Not both links exist",
              "As things stand a flyaway would not be covered: link account and remote"
                  + " controller.");
      case DECIDED_UPON_A_MISTAKE ->
          new Warning(
              "Decided upon what is corrected now",
              "A later step rested on what was recorded wrongly and would be refused on what"
                  + " holds: rule A-91 of the decision names the step and the grounds. It stands."
                  + " What can still be done is among the commands that the plan allows.");
      case SAMPLE_FEE ->
          new Warning(
              "Amount made up for demonstrations",
              "The amount was never published. Before real use, the operator puts in the real"
                  + " tariff.");
    };
  }
}
