package org.planledger.core.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What a command stores beside its events: rows that are only ever inserted, in the same
/// transaction as the events, and added to the [Unit] after the handler succeeded. Moments are
/// kept in whole microseconds, as the databases do.
public sealed interface UnitRow {

  /// A command as it was decided. Its number and its positions are assigned by the append.
  ///
  /// @param client who sent it; keys are unique per client
  /// @param idempotencyKey the client's own key for it
  /// @param fingerprint the hash by which a repeat of the same request is recognised
  /// @param planId the plan it was meant for, if one is known
  /// @param caseId the case it was meant for, if any
  /// @param commandType the stable name of the command
  /// @param command its canonical bytes, private values by reference only
  /// @param outcome what was decided
  /// @param decision the bytes of the decision with all its conditions
  /// @param planSequence the sequence of the plan's last event when it was decided; where the
  ///     unit stores events of the plan itself, the last of those is kept instead
  /// @param actor the person or system that acts
  /// @param trace the trace the request came in with
  /// @param businessMoment when it happened in the customer's world
  /// @param recordedAt when the ledger decided it
  record NewAttempt(
      String client,
      String idempotencyKey,
      Bytes fingerprint,
      @Nullable String planId,
      @Nullable String caseId,
      String commandType,
      Bytes command,
      AttemptOutcome outcome,
      Bytes decision,
      @Nullable Long planSequence,
      String actor,
      @Nullable String trace,
      Instant businessMoment,
      Instant recordedAt)
      implements UnitRow {

    public NewAttempt {
      businessMoment = businessMoment.truncatedTo(ChronoUnit.MICROS);
      recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /// A value too private for an event, which only holds the reference and a salted commitment.
  ///
  /// @param reference what the event says instead of the value
  /// @param subject whose value it is: erasure goes by subject
  /// @param kind which field it is, such as `holder.email`
  /// @param salt the salt of the commitment
  /// @param value the value itself, encrypted or not as the caller decides
  record PrivateValue(String reference, String subject, String kind, Bytes salt, Bytes value)
      implements UnitRow {}

  /// The serial behind a device id. Stored once; a device already known stays as it is.
  ///
  /// @param deviceId the keyed hash of the canonical serial
  /// @param canonicalSerial the serial in the one spelling that is hashed
  /// @param rawSerial the serial as it was first typed
  record DeviceSerial(String deviceId, String canonicalSerial, String rawSerial)
      implements UnitRow {}

  /// A trace of somebody looking at what is not shown without a reason. Its number is assigned by
  /// the append.
  ///
  /// @param kind what was looked at: the name of a [ReadKind], or of one that a newer version
  ///     of the program knows
  /// @param subject the plan, the device or the part of the log, known or not
  /// @param client through which client the question came
  /// @param actor who asked
  /// @param reason why
  /// @param found whether the ledger knows the subject
  /// @param at when
  record NewRead(
      String kind,
      String subject,
      String client,
      String actor,
      String reason,
      boolean found,
      Instant at)
      implements UnitRow {

    public NewRead {
      at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public NewRead(
        ReadKind kind,
        String subject,
        String client,
        String actor,
        String reason,
        boolean found,
        Instant at) {
      this(kind.name(), subject, client, actor, reason, found, at);
    }

    /// How it is stored, and hashed, whether the subject is known.
    String outcome() {
      return found ? FOUND : NOT_FOUND;
    }

    /// Reads an outcome as it is stored.
    ///
    /// @throws IllegalArgumentException if it is none
    static boolean isFound(String outcome) {
      return switch (outcome) {
        case FOUND -> true;
        case NOT_FOUND -> false;
        default -> throw new IllegalArgumentException("This is no outcome of a read");
      };
    }

    private static final String FOUND = "FOUND";
    private static final String NOT_FOUND = "NOT_FOUND";
  }
}
