package org.planledger.api.contract;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.core.json.EventCatalogue;
import org.planledger.core.json.StoredType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows the JSON Schema of every event and revision, as `docs/events` has them.
@Tag(
    name = "Event contracts",
    description = "What the stored events look like, revision by revision")
@RestController
@RequestMapping("/v1/event-schemas")
final class EventSchemaReads {
  private static final String SCHEMA = "application/schema+json";

  /// Revisions are counted from 1, and each that was ever written has a schema.
  private final List<EventSchemaAnswer> all =
      EventCatalogue.events().stream()
          .map(EventCatalogue::of)
          .flatMap(
              stored ->
                  IntStream.rangeClosed(1, Integer.parseInt(stored.revision()))
                      .mapToObj(
                          revision ->
                              EventSchemaAnswer.of(
                                  stored.name(), revision, Integer.parseInt(stored.revision()))))
          .toList();

  @Operation(
      operationId = "listEventSchemas",
      summary = "Every event with the revisions of its form")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Page<EventSchemaAnswer>> schemas(Paging paging) {
    return paging.ofAll(all, EventSchemaAnswer::href);
  }

  @Operation(
      operationId = "readEventSchema",
      summary = "The JSON Schema (2020-12) of an event in one revision",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = @Content(mediaType = SCHEMA, schema = @Schema(type = "object"))))
  @GetMapping(path = "/{type}/{revision}", produces = SCHEMA)
  byte[] schema(@PathVariable String type, @PathVariable String revision) {
    return all.stream()
        .map(each -> new StoredType(each.type(), each.revision()))
        .filter(new StoredType(type, revision)::equals)
        .findFirst()
        .flatMap(EventSchemaReads::read)
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_EVENT_SCHEMA));
  }

  private static Optional<byte[]> read(StoredType stored) {
    var name = "/event-schemas/%s-%s.schema.json".formatted(stored.name(), stored.revision());
    try (var file = EventSchemaReads.class.getResourceAsStream(name)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
