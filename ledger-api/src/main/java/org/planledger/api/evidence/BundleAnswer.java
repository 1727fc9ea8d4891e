package org.planledger.api.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.AttemptOutcome;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.StreamType;
import org.planledger.core.store.UnitRow.PrivateValue;
import org.planledger.core.store.sealing.PlanProof;
import org.planledger.core.store.sealing.ProvenAttempt;
import org.planledger.core.store.sealing.ProvenEvent;
import org.planledger.core.store.sealing.ProvenStream;

/// The proven history of a plan, for a verifier that has nothing but it and the public key. Bytes
/// are in base64; what is absent is left out.
@Schema(name = "Bundle")
@JsonInclude(Include.NON_NULL)
record BundleAnswer(
    String format,
    String planId,
    @Schema(description = "The signed note that everything is proven against.") String checkpoint,
    @Schema(description = "The plan's own stream, then those of the devices that it names.")
        List<StreamAnswer> streams,
    @Schema(description = "Every command that was decided on the plan.")
        List<AttemptAnswer> attempts,
    @Schema(description = "What the commitments stand for, where it was asked for.")
        @Nullable List<PrivateValueAnswer> privateValues) {

  static final String FORMAT = "plan-ledger-bundle/1";

  static BundleAnswer of(
      String planId, PlanProof proof, @Nullable List<PrivateValue> privateValues) {
    return new BundleAnswer(
        FORMAT,
        planId,
        proof.checkpoint().note(),
        proof.streams().stream().map(StreamAnswer::of).toList(),
        proof.attempts().stream().map(AttemptAnswer::of).toList(),
        privateValues == null ? null : privateValues.stream().map(PrivateValueAnswer::of).toList());
  }

  static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  /// A whole stream.
  @Schema(name = "BundleStream")
  record StreamAnswer(
      String streamId, StreamType streamType, List<ProvenEventAnswer> events, MapAnswer map) {

    static StreamAnswer of(ProvenStream stream) {
      return new StreamAnswer(
          stream.streamId(),
          stream.streamType(),
          stream.events().stream().map(ProvenEventAnswer::of).toList(),
          new MapAnswer(LogReads.texts(stream.map().siblings())));
    }
  }

  /// The proof where a stream ends.
  @Schema(name = "MapProof")
  record MapAnswer(
      @Schema(description = "The hashes beside the way from the map's root to the stream's place.")
          List<String> siblings) {}

  /// An event as it is stored, with its proof.
  @Schema(name = "ProvenEvent")
  record ProvenEventAnswer(
      long position,
      long sequence,
      String eventId,
      String type,
      String revision,
      Instant recordedAt,
      String payload,
      String metadata,
      @Schema(description = "The hashes beside the way from the leaf to the root of the log.")
          List<String> inclusion) {

    static ProvenEventAnswer of(ProvenEvent proven) {
      EventRow event = proven.event();
      return new ProvenEventAnswer(
          event.position(),
          event.sequence(),
          event.eventId(),
          event.type(),
          event.revision(),
          event.recordedAt(),
          base64(event.payload()),
          base64(event.metadata()),
          LogReads.texts(proven.inclusion()));
    }
  }

  /// An attempt as it is stored, with its proof.
  @Schema(name = "ProvenAttempt")
  @JsonInclude(Include.NON_NULL)
  record AttemptAnswer(
      long number,
      String client,
      String idempotencyKey,
      String fingerprint,
      @Nullable String planId,
      @Nullable String caseId,
      String commandType,
      String command,
      AttemptOutcome outcome,
      String decision,
      @Nullable Long planSequence,
      String actor,
      @Nullable String trace,
      Instant businessMoment,
      Instant recordedAt,
      @Schema(description = "The hashes beside the way from the leaf to the root of the log.")
          List<String> inclusion) {

    static AttemptAnswer of(ProvenAttempt proven) {
      AttemptRow attempt = proven.attempt();
      return new AttemptAnswer(
          attempt.number(),
          attempt.client(),
          attempt.idempotencyKey(),
          base64(attempt.fingerprint()),
          attempt.planId(),
          attempt.caseId(),
          attempt.commandType(),
          base64(attempt.command()),
          attempt.outcome(),
          base64(attempt.decision()),
          attempt.planSequence(),
          attempt.actor(),
          attempt.trace(),
          attempt.businessMoment(),
          attempt.recordedAt(),
          LogReads.texts(proven.inclusion()));
    }
  }

  /// A value that a commitment stands for.
  @Schema(name = "PrivateValue")
  record PrivateValueAnswer(String reference, String kind, String salt, String value) {

    static PrivateValueAnswer of(PrivateValue value) {
      return new PrivateValueAnswer(
          value.reference(), value.kind(), base64(value.salt()), base64(value.value()));
    }
  }
}
