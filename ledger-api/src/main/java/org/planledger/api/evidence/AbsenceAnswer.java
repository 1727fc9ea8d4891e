package org.planledger.api.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.core.evidence.StreamEntry;
import org.planledger.core.store.sealing.PlaceProof;

/// The proof that a serial number was never bound: that the map of streams has nothing at the place
/// of its device.
@Schema(name = "AbsenceProof")
record AbsenceAnswer(
    String format,
    @Schema(description = "The id that the device would have.") String streamId,
    @Schema(description = "The signed note that it is proven against.") String checkpoint,
    PlaceAnswer map) {

  static final String FORMAT = "plan-ledger-absence/1";

  static AbsenceAnswer of(String streamId, PlaceProof proof) {
    return new AbsenceAnswer(
        FORMAT,
        streamId,
        proof.checkpoint().note(),
        new PlaceAnswer(
            LogReads.texts(proof.map().siblings()),
            proof.map().found().map(OtherAnswer::of).orElse(null)));
  }

  /// What is at the place.
  @Schema(name = "MapPlace")
  @JsonInclude(Include.NON_NULL)
  record PlaceAnswer(
      @Schema(description = "The hashes beside the way from the map's root to the place.")
          List<String> siblings,
      @Schema(description = "The stream that is there instead; left out if there is none.")
          @Nullable OtherAnswer other) {}

  /// The end of another stream.
  @Schema(name = "OtherStream")
  record OtherAnswer(String key, long sequence, String streamHash) {

    static OtherAnswer of(StreamEntry entry) {
      return new OtherAnswer(
          entry.key().toBase64(), entry.lastSequence(), entry.streamHash().toBase64());
    }
  }
}
