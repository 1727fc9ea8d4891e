package org.planledger.api.problem;

import java.util.Locale;

/// The problems that are not the refusal of a rule. Each has a page that explains it.
public enum ProblemType {
  MALFORMED_REQUEST(
      400,
      "Malformed request",
      "The request does not have the form that this path asks for. Nothing was decided and nothing"
          + " was kept.",
      "`errors` names every flaw that was found, by JSON pointer, with what would help. Correct"
          + " them and send the request again; the idempotency key is still free."),
  IDEMPOTENCY_KEY_MISSING(
      400,
      "Idempotency key missing",
      "Every command carries a key of its own, so that repeating it after a lost answer cannot"
          + " carry it out twice.",
      "Send a header such as `Idempotency-Key: 7f9c24e8-3b12-4fef-91e0-56a2d5a0e5b1`: 16 to 255"
          + " printable ASCII characters, a new one for each command, and the same one when the"
          + " same command is repeated. Or rehearse without one at the path with `/preview` at its"
          + " end."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "Idempotency key used for another request",
      "This client has already used the key for a request with another method, path or body.",
      "Take a new key for a new command. To repeat the earlier command, send exactly its body to"
          + " exactly its path."),
  CONCURRENT_CHANGE(
      409,
      "Another change came first",
      "Other commands on the same plan or device won the race more often than this one was"
          + " retried. Nothing was kept.",
      "Repeat the request with the same key."),
  PRECONDITION_FAILED(
      412,
      "The plan has moved on",
      "`If-Match` names another sequence number than the plan has now.",
      "Read the plan again, look at what happened, and send the command with the new `ETag`, or"
          + " without `If-Match`."),
  PRECONDITION_REQUIRED(
      428,
      "Say which state of the plan is meant",
      "A correction goes by what somebody has seen of the plan, so it names the state it was seen"
          + " in.",
      "Read the plan, and send its `ETag` back in the header `If-Match`, such as `If-Match: \"17\"`."),
  NOT_FOUND(
      404,
      "No such path",
      "Nothing is served at this address.",
      "The paths are listed at `/swagger-ui.html`, and for programs at `/v3/api-docs`."),
  UNKNOWN_PLAN(
      404,
      "Unknown plan",
      "The ledger has no plan of this id, or had none at the time that was asked for.",
      "Look the plan up by the serial number of its device with `POST /v1/device-lookups`, or in"
          + " the list at `GET /v1/plans`."),
  UNKNOWN_CASE(
      404,
      "Unknown case",
      "This plan has no case of this id.",
      "The plan lists its open cases at `GET /v1/plans/{planId}`; all cases are at `GET"
          + " /v1/cases`."),
  UNKNOWN_DEVICE(
      404,
      "Unknown device",
      "The ledger has never seen this device.",
      "A device becomes known when it is bound to a plan or shipped as a replacement. Check the"
          + " spelling of the serial number; spaces and lower case do not matter."),
  UNKNOWN_DECISION(
      404,
      "Unknown decision",
      "This plan has no decision of this number.",
      "All decisions on the plan are at `GET /v1/plans/{planId}/decisions`."),
  UNKNOWN_MODEL(
      404,
      "Unknown model",
      "The product catalogue has no model of this code.",
      "The catalogue is at `GET /v1/models`. A code is the product name without the brand in upper"
          + " snake case, such as `MAVIC_3_CLASSIC`."),
  UNKNOWN_EDITION(
      404,
      "Unknown edition of the terms",
      "The ledger does not have this edition.",
      "An edition is named by year and month, such as `2022-10`; `GET /v1/regions` and `GET"
          + " /v1/models` say which one they show."),
  UNKNOWN_JOB(
      404,
      "Unknown sweep, simulation, verification, rebuild or import",
      "There is no sweep, simulation, verification, rebuild or import of this id on this ledger.",
      "Begin another one. What a sweep recorded is in the ledger, and it is not recorded twice."),
  UNKNOWN_SETTLEMENT(
      404,
      "Unknown settlement",
      "No settlement was imported under this number, or it has no such line.",
      "The settlements are listed at `GET /v1/settlements`, and the lines of one below it at"
          + " `/lines`."),
  UNKNOWN_MAPPING(
      404,
      "Unknown mapping",
      "Nobody has saved a mapping of this name.",
      "The mappings are listed at `GET /v1/settlement-mappings`; save one with `PUT` at"
          + " `/v1/settlement-mappings/{mapping}`."),
  UNKNOWN_CHECKPOINT(
      404,
      "Unknown checkpoint",
      "No checkpoint covers exactly this many events.",
      "The checkpoints are listed at `GET /v1/log/checkpoints`; the newest is at `GET"
          + " /v1/log/checkpoint`."),
  UNKNOWN_EVENT_SCHEMA(
      404,
      "Unknown event schema",
      "No event has this name, or none was ever stored in this revision of its form.",
      "Every event with its revisions is listed at `GET /v1/event-schemas`."),
  DEVICE_HAS_HISTORY(
      422,
      "The device has a history",
      "That a serial number was never bound cannot be proven of one that was.",
      "Find its device with `POST /v1/device-lookups`, and the proven history of its plan at `GET"
          + " /v1/plans/{planId}/proof`."),
  METHOD_NOT_ALLOWED(
      405,
      "Method not allowed",
      "This path does not take this method.",
      "The header `Allow` lists the methods it takes."),
  NOT_ACCEPTABLE(
      406,
      "No acceptable form",
      "The header `Accept` asks for a form in which this path does not answer.",
      "Ask for a form that `detail` names, mostly `application/json`, or leave the header out."),
  TOO_LARGE(
      413,
      "Request too large",
      "The body is larger than any request needs to be.",
      "Keep the body below the bytes that `detail` names: 1,000,000, or what the operator allows for"
          + " a settlement. Large evidence is recorded by reference and hash, not sent."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Unsupported media type",
      "The body was sent in a form that this path does not read.",
      "Send JSON in UTF-8 with the header `Content-Type: application/json`."),
  INTERNAL_ERROR(
      500,
      "Internal error",
      "The ledger failed; the fault is not in the request. Whether a command was kept is not"
          + " known.",
      "Repeat the request with the same idempotency key: it is carried out once, whatever happened"
          + " before. Tell the operator the `traceId`."),
  EVIDENCE_DAMAGED(
      500,
      "The evidence is damaged",
      "What is stored does not lead to what was signed, so there is nothing that could be proven."
          + " An alarm has told the operator.",
      "Keep the checkpoints and bundles you have: they show what was recorded. The operator finds"
          + " what is damaged, and where, in the health and in the log."),
  BUSY(
      503,
      "Too much to do",
      "The ledger has more work than it can take on now. Nothing was kept.",
      "Repeat the request with the same key after the seconds in `Retry-After`."),
  OUTCOME_UNKNOWN(
      503,
      "Outcome not known",
      "The connection to the database was lost while the command was being stored: it may have been"
          + " kept or not.",
      "Repeat the request with the same key after the seconds in `Retry-After`: if the command was"
          + " kept, the answer is the one it would have had; if not, it is carried out now."),
  NEWER_VERSION_NEEDED(
      503,
      "A newer version is needed",
      "The history that was asked for has a record that a newer version of the program wrote. This"
          + " one does not know its form, and would rather say so than guess. Nothing was kept.",
      "Tell the operator: the program is to be upgraded to the version that wrote the record, which"
          + " `detail` names. Bundles, exports and verifications need the stored bytes only, and"
          + " work all the same."),
  VIEW_BEHIND(
      503,
      "The list is not there yet",
      "The list had not caught up with the position asked for by `minPosition` in the time the"
          + " request was willing to wait.",
      "Ask again after the seconds in `Retry-After`. The reads of one plan are never behind.");

  private final int status;
  private final String title;
  private final String meaning;
  private final String help;

  ProblemType(int status, String title, String meaning, String help) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.help = help;
  }

  public int status() {
    return status;
  }

  String title() {
    return title;
  }

  /// What it means, the same for every occurrence.
  String meaning() {
    return meaning;
  }

  /// What its reader can do about it.
  public String help() {
    return help;
  }

  /// The address of the page that explains it.
  public String address() {
    return address(name());
  }

  /// The address of the page that explains a code, technical or a ground of refusal.
  public static String address(String code) {
    return "/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
