package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.SealedLog;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The hashes of the log of events as tiles (C2SP tlog-tiles), from which any foreign verifier
/// makes the proofs it wants by itself; with `/v1/log/checkpoint` they are a log of that kind whose
/// address is `/v1/log`. What the entries say is not among them: that is the export's.
@Tag(name = "Evidence")
@RestController
final class TileReads {
  private final SealedLog log;

  TileReads(SealedLog log) {
    this.log = log;
  }

  @Operation(
      operationId = "readTile",
      summary = "256 hashes of the tree over the events, or fewer at its right edge",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                      schema = @Schema(type = "string", format = "binary"))))
  @GetMapping(
      path = "/v1/log/tile/{level}/{*place}",
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String place) {
    var asked = TilePath.of(level, place).orElseThrow(TileReads::unknown);
    long size =
        log.newest()
            .map(checkpoint -> checkpoint.head(LogName.EVENTS).size())
            .orElseThrow(TileReads::unknown);
    var hashes =
        Optional.of(asked)
            .filter(tile -> tile.width() <= tile.coveredBy(size))
            .map(tile -> log.hashes(LogName.EVENTS, tile.id(), tile.width()))
            .orElseThrow(TileReads::unknown);
    return ResponseEntity.ok()
        .cacheControl(LogReads.FOR_EVER)
        .eTag("\"tile-%d-%d-%d\"".formatted(asked.id().level(), asked.id().number(), asked.width()))
        .body(hashes);
  }

  private static ProblemException unknown() {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "The newest checkpoint does not cover a tile of this address.");
  }
}
